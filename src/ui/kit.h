// The kiosk's components: state in, tapped out. Rectangles in pixels (Frame::Area rounds them).
// What has a lip can be pressed; what is flat is information. Ids are stable, never translated.
#pragma once

#include <string_view>

#include "ui/faces.h"
#include "ui/frame.h"

namespace tanggap::ui {

// --- things with a lip (the lip is inside the given rectangle's height)
// A face in its cell: the head centred at the top, the word under it; the whole cell counts.
// `diameter` in pixels (>= 40 mm).
// In the label's size unless the page's longest word needs a smaller one for all.
bool Face(Frame& frame, const char* id, const Rect& cell, FaceKind kind, std::string_view word,
          float diameter, float blink = 0, TextStyle style = TextStyle::kLabel);

// Of the picture; kHead: the word beside it, the second line below both.
enum class TilePlace { kAbove, kHead, kBeside, kNone };
// How all tiles of a page are set, so that they look alike whatever each one's words need.
struct TileFit {
  TilePlace place = TilePlace::kAbove;
  float picture = 0;  // side, pixels
  TextStyle style = TextStyle::kLabel;
  float row = 0;  // kHead: heights of picture with word and of the second line, pixels
  float second = 0;
};
struct TileLook {
  std::string_view icon = {};  // file name without .svg; empty: none
  std::string_view word = {};
  std::string_view second = {};  // may be empty
  bool selected = false;
  bool enabled = true;
  std::optional<TileFit> fit = {};  // nothing: as this tile alone wants
};
// The largest words and pictures that fit on every one of the tiles; cells and looks by pairs.
[[nodiscard]] TileFit FitTiles(Frame& frame, const std::vector<Rect>& cells,
                               const std::vector<TileLook>& looks);
bool Tile(Frame& frame, const char* id, const Rect& rect, const TileLook& look);
// The same as a wide row: picture left, words beside it in the row's middle.
bool Choice(Frame& frame, const char* id, const Rect& rect, const TileLook& look);
// Sets the looks of choices that stand together alike: one size of words, second lines only where
// all of them hold theirs.
void FitChoices(Frame& frame, const std::vector<Rect>& cells, std::vector<TileLook>& looks);

struct ButtonLook {
  std::string_view word = {};
  std::string_view icon = {};
  bool icon_after = false;  // Next: the arrow stands behind the word
  bool enabled = true;
  TextStyle style = TextStyle::kLabel;
  std::string_view second = {};  // a small line under the word, where the plate has the height
};
bool PrimaryButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look);
bool SecondaryButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look);
bool QuietButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look);
bool HelpButton(Frame& frame, const char* id, const Rect& rect, std::string_view icon,
                std::string_view word);
// A ready phrase or an answer in a row: left-aligned sentence that toggles.
bool PhraseButton(Frame& frame, const char* id, const Rect& rect, std::string_view words,
                  bool selected);
// How high its plate is at `width` so that every line has air: at least a control's height.
[[nodiscard]] float PhraseHeight(Frame& frame, std::string_view words, float width);
// How wide it needs to be, pixels, for its words to stand on at most so many lines.
[[nodiscard]] float PhraseLeast(Frame& frame, std::string_view words, int lines);
// The whole card is the target; box with a tick at the left, words beside it.
bool CheckCard(Frame& frame, const char* id, const Rect& rect, std::string_view words,
               bool checked);

// A plate as all of them use it: returns the face of the plate (without lip) for its content.
struct PlateLook {
  bool pressed = false;
  bool selected = false;
  bool enabled = true;
  bool primary = false;
  bool lip = true;
  float radius = 22;  // units
};
Rect Plate(Frame& frame, const Rect& rect, const PlateLook& look);
void FocusRing(Frame& frame, const Rect& rect, float radius_units);
void TickDisc(Frame& frame, Point center, float diameter);  // pixels
// "Chosen", on the corner of a picture whose words need the rest of the plate.
void TickBadge(Frame& frame, const Rect& picture);

// --- flat things
// Top band in the office's accent, ink when the accent is too pale, none in high contrast.
void Band(Frame& frame, Color accent);
// Logo (may be empty: a neutral building), short name and region at the top left.
// Up to `right` (pixels; 0: the canvas): a long name stands in smaller letters.
void OfficeHeader(Frame& frame, const Bitmap& logo, std::string_view name, std::string_view region,
                  float right = 0);
// Question (title or display) with its first baseline; returns the y below it, pixels.
float Question(Frame& frame, std::string_view words, const Rect& box,
               TextStyle style = TextStyle::kTitle);
// The thread: `now` of `count` stations, 1-based; `end_icon` after the last one ("tiket", "cek").
void Steps(Frame& frame, const Rect& rect, std::string_view caption, int now, int count,
           std::string_view end_icon);

struct FieldLook {
  std::string_view text = {};
  std::string_view placeholder = {};
  std::string_view counter = {};  // "48 dari 280"
  std::string_view error = {};    // sentence below the field's rectangle
  bool active = false;            // thick outline and caret at the end of the text
  bool full = false;              // counter bold
  bool covered = false;           // shows that there is text, not which
  std::string_view icon = {};     // at the right end: what a touch does
};
// Tapped: the visitor wants to type here. Text longer than the box shows its end.
bool TextField(Frame& frame, const char* id, const Rect& rect, const FieldLook& look);
// Twelve cells in groups of four; `symbols` are the signs typed so far, upper case.
void CodeField(Frame& frame, const Rect& rect, std::string_view symbols, bool error = false);
void PinDiscs(Frame& frame, const Rect& rect, int filled, int count);

enum class BannerArrow { kNone, kDown, kLeft, kRight };
// `second` stands below the words, smaller. BannerHeight is what both need, at least 24 mm.
void Banner(Frame& frame, const Rect& rect, std::string_view icon, std::string_view words,
            BannerArrow arrow = BannerArrow::kNone, std::string_view second = {});
[[nodiscard]] float BannerHeight(Frame& frame, float width, std::string_view words,
                                 BannerArrow arrow, std::string_view second = {});
void ErrorBanner(Frame& frame, const Rect& rect, std::string_view words);
// A white card with outline; the ticket's has two notches on the tear line at `tear_y` (pixels from
// the card's top, 0: plain card).
void Card(Frame& frame, const Rect& rect, float tear_y = 0);
void QrCard(Frame& frame, const Rect& rect, const QrModules& qr);  // largest whole module that fits
// The ticket number in groups, spaced as on paper. One line; style kCode when it fits, else kTitle.
void TicketNumber(Frame& frame, std::string_view grouped_code, const Rect& rect);
// Label left, answer in the middle, change button right; true when change was tapped.
bool ReviewRow(Frame& frame, const char* id, const Rect& rect, std::string_view label,
               std::string_view answer, std::string_view change);

struct PathStation {
  std::string_view word = {};
  std::string_view date = {};  // may be empty
};
// Stations before `now` are done, the one at `now` is the large ring on a soft panel. 0-based.
void StatusPath(Frame& frame, const Rect& rect, const std::vector<PathStation>& stations, int now);
// Remaining part of a time; whole seconds inside. Asks for the wake-up it needs.
void TimeoutRing(Frame& frame, Point center, float diameter, std::int64_t remaining_ms,
                 std::int64_t total_ms);

}  // namespace tanggap::ui

// The desk's components: flat panes, 1 px lines, keys shown beside words. Rectangles in pixels.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/text_edit.h"

namespace tanggap::ui {

enum class Tone { kNeutral, kAccent, kRed, kAmber, kGreen, kViolet, kSlate };
[[nodiscard]] Color ToneInk(const Frame& frame, Tone tone);
[[nodiscard]] Color ToneSoft(const Frame& frame, Tone tone);

// --- words
// One line in a table cell, middle of the rectangle, shortened with "…".
void Cell(Frame& frame, const Rect& rect, std::string_view words, TextStyle style, Color color,
          Align align = Align::kLeft);
void PaneTitle(Frame& frame, Point top_left, std::string_view words, std::string_view second = {});
void ColumnHead(Frame& frame, const Rect& rect, std::string_view words, Align align = Align::kLeft);
void Rule(Frame& frame, float x, float y, float width);  // 1 px line
void RuleDown(Frame& frame, float x, float y, float height);

// --- keys
float KeyCap(Frame& frame, Point left_middle, std::string_view key);  // returns its width
[[nodiscard]] float KeyCapWidth(Frame& frame, std::string_view key);
struct Hint {
  std::string_view keys = {};  // "Ctrl Enter": one cap a word
  std::string_view words = {};
};
void HintBar(Frame& frame, const Rect& rect, const std::vector<Hint>& hints, const Hint& last);

// --- pressables
struct DeskButtonLook {
  std::string_view word = {};
  std::string_view keys = {};  // "Ctrl Enter"
  std::string_view icon = {};
  bool primary = false;  // the one filled thing
  bool enabled = true;
  bool quiet = false;  // no outline
  Tone tone = Tone::kNeutral;
};
bool DeskButton(Frame& frame, const char* id, const Rect& rect, const DeskButtonLook& look);
[[nodiscard]] float DeskButtonWidth(Frame& frame, const DeskButtonLook& look);

// "Layanan semua": what a list is narrowed by, pressed to change it.
struct FilterChipLook {
  std::string_view word = {};
  std::string_view value = {};
  bool set = false;  // narrows: accent outline on soft accent
};
bool FilterChip(Frame& frame, const char* id, const Rect& rect, const FilterChipLook& look);
[[nodiscard]] float FilterChipWidth(Frame& frame, const FilterChipLook& look);

// The wide filled button of a numbered step: two lines, its key at the right.
struct StepButtonLook {
  std::string_view number = {};
  std::string_view word = {};
  std::string_view second = {};
  std::string_view keys = {};
  bool enabled = true;
};
bool StepButton(Frame& frame, const char* id, const Rect& rect, const StepButtonLook& look);
// The number of a step in a circle.
void StepNumber(Frame& frame, Point center, std::string_view number, Color ink);

struct NavLook {
  std::string_view count = {};  // "7", "–", or empty
  std::string_view word = {};
  std::string_view key = {};
  bool selected = false;
  bool alarming = false;  // count in red
  bool rail = false;      // 72 px: count above word
};
bool NavItem(Frame& frame, const char* id, const Rect& rect, const NavLook& look);
// Background, accent bar and rule of a list's row; the screen draws the cells.
bool ListRow(Frame& frame, const char* id, const Rect& rect, bool selected);
// The same without a rule below, for choices in a sheet; `enabled` false: shown, not pressed.
bool PlainRow(Frame& frame, const char* id, const Rect& rect, bool selected, bool enabled);
bool Tab(Frame& frame, const char* id, const Rect& rect, std::string_view word, bool selected);
bool LinkText(Frame& frame, const char* id, Point left_middle, std::string_view words);
// A choice in a list with its key ("1"), round mark when `single`, square when not.
struct ChoiceLook {
  std::string_view word = {};
  std::string_view second = {};
  std::string_view key = {};
  bool chosen = false;
  bool focused = false;
  bool single = true;
  bool enabled = true;
};
bool Choice(Frame& frame, const char* id, const Rect& rect, const ChoiceLook& look);

struct InputLook {
  std::string_view placeholder = {};
  std::string_view icon = {};
  std::string_view keys = {};   // cap at the right end
  std::string_view error = {};  // line below
  bool focused = false;
  bool multi_line = false;
  bool secret = false;  // discs instead of letters
  bool enabled = true;
};
struct InputResult {
  bool tapped = false;
  std::optional<std::size_t> caret;  // where a tap put it
};
InputResult TextInput(Frame& frame, const char* id, const Rect& rect, const TextEdit& edit,
                      const InputLook& look);

// --- the decree
enum class CellState { kPlain, kNotRegulated, kProposed, kChosen };
struct MatrixCellLook {
  std::string_view condition = {};
  std::string_view remedy = {};       // after the arrow
  std::string_view badge = {};        // "1 · Usul mesin, diterima"
  std::string_view hatch_words = {};  // "tidak diatur"
  CellState state = CellState::kPlain;
  bool focused = false;
};
bool MatrixCell(Frame& frame, const char* id, const Rect& rect, const MatrixCellLook& look);
// 1, 2 or 3 bars; hollow = proposed by the machine, solid = decided by a person; 0 = none yet: two
// open bars and a dashed one.
void SeverityBars(Frame& frame, Point left_middle, int level, bool solid);
// In their place where the decree is silent: hatched, as such a cell is.
void SeverityHatch(Frame& frame, Point left_middle);
[[nodiscard]] float SeverityBarsWidth(const Frame& frame);

// --- time
enum class Dot { kMachine, kPerson, kOpen };
struct TimelineLook {
  std::string_view when = {};
  std::string_view what = {};
  std::string_view detail = {};
  std::string_view struck = {};  // old words, struck through before `detail`
  Dot dot = Dot::kMachine;
  bool alarming = false;  // `when` in red: it has passed
  bool last = false;
};
// Draws from `top_left` down; returns the height taken.
float TimelineEntry(Frame& frame, Point top_left, float width, const TimelineLook& look);
// "Diterima — Menilai — Diusulkan …"; `now` 0-based. Returns the x to the right of it.
float StageStrip(Frame& frame, const Rect& rect, const std::vector<std::string_view>& stages,
                 int now);

// --- marks
void Chip(Frame& frame, Point left_middle, std::string_view words, Tone tone);
[[nodiscard]] float ChipWidth(Frame& frame, std::string_view words);
enum class Mark { kTick, kWarning, kCross, kOpen };
void MarkSign(Frame& frame, Point center, Mark mark);
enum class Health { kGood, kCare, kBroken, kUnknown };  // circle, square, triangle, hollow circle
void HealthSign(Frame& frame, Point center, Health health);
void Notice(Frame& frame, const Rect& rect, std::string_view words, Tone tone);
void TopBar(Frame& frame, const Rect& rect, std::string_view brand);
// Label over value in the top bar, right-aligned at `right`; returns the x where it begins.
float TopBarItem(Frame& frame, const Rect& bar, float right, std::string_view icon,
                 std::string_view words, Tone tone = Tone::kNeutral, bool strong = false);

// --- overlays
void Scrim(Frame& frame);  // covers everything pressable below
void Sheet(Frame& frame, const Rect& rect);

}  // namespace tanggap::ui

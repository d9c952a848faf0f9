// One frame: the canvas a screen draws on, what was touched, and what the screen left behind for
// the layout rules. A screen function reads values, draws, and returns at most one intent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/bitmap.h"
#include "ui/geometry.h"
#include "ui/sound.h"
#include "ui/text.h"
#include "ui/theme.h"

struct ImDrawList;  // ImGui's; only ui's own files see more of it

namespace tanggap::ui {

class FontSet;
class IconCache;
class TextureCache;
struct Memory;

// How a program wants to look on a canvas. Changing fonts' size rebuilds the atlas (tens of ms).
struct Look {
  bool desk = false;        // which styles are baked
  float px_per_mm = 3.78F;  // of the panel as configured; 96 dpi is 3.78
  float unit = 1;           // pixels a design unit: kiosk 1/5.56 mm, desk 1 px at 96 dpi
  bool large = false;       // kiosk: "Lebih jelas" text
  Theme theme = LightTheme();
  DeskTheme desk_theme = LightDeskTheme();
  bool operator==(const Look&) const = default;
};

inline constexpr float kDesignPxPerMm = 5.56F;

// Units for a kiosk panel: never smaller than the design's millimetres, and larger where the panel
// has room for the whole 1080 x 1920 (or 1920 x 1080) page.
[[nodiscard]] Look KioskLook(Size canvas, float panel_width_mm, float panel_height_mm);
[[nodiscard]] Look DeskLook(float scale);

enum class TargetKind {
  kControl,  // >= 20 mm
  kFace,     // >= 40 mm, owns the cell it is given
  kKey,      // >= 15 x 17 mm; the same key is deaf to a second strike for 100 ms
  kCodeKey,  // >= 19 x 20 mm
  kDesk,     // >= 28 units high; by mouse
};

// Something that can be pressed, as drawn in this frame.
struct Target {
  std::string id;
  Rect plate;  // what is seen
  Rect hit;    // what counts: the plate grown down and sideways, never into a neighbour's
  TargetKind kind = TargetKind::kControl;
  bool enabled = true;
  bool filled = false;  // the one filled-accent control
};

// A text as drawn, for the rules "text fits" and "contrast".
struct TextRun {
  std::string text;
  Rect rect;  // advance width x cap height box of the lines
  Rect box;   // the place it was given
  TextStyle style = TextStyle::kBody;
  Color color;
  bool fitted = true;
};

struct Press {
  bool tapped = false;    // released inside; act on it
  bool down = false;      // draw it pressed (at least 120 ms)
  bool hover = false;     // mouse over it; desk only
  bool repeated = false;  // it was held so long that it repeated; its release means nothing more
  int repeats = 0;        // while held beyond 700 ms: how many repetitions fall into this frame
};

class Frame {
 public:
  Frame(Memory& memory, FontSet& fonts, IconCache& icons, TextureCache& textures, ImDrawList* list);
  Frame(const Frame&) = delete;
  Frame& operator=(const Frame&) = delete;

  // --- what the screen reads
  Size size;  // canvas, pixels
  Look look;
  std::int64_t now_ms = 0;  // given from outside; only ever grows
  [[nodiscard]] const Theme& Colors() const { return look.theme; }
  [[nodiscard]] const DeskTheme& Desk() const { return look.desk_theme; }
  [[nodiscard]] bool Landscape() const { return size.width > size.height; }
  // Canvas in design units.
  [[nodiscard]] float Width() const { return static_cast<float>(size.width) / look.unit; }
  [[nodiscard]] float Height() const { return static_cast<float>(size.height) / look.unit; }
  // Pixels of a length in design units or millimetres; Px rounds to whole pixels, at least 1.
  [[nodiscard]] float U(float units) const { return units * look.unit; }
  [[nodiscard]] float Px(float units) const;
  [[nodiscard]] float Mm(float mm) const { return mm * look.px_per_mm; }
  // A rectangle given in design units, its edges on whole pixels.
  [[nodiscard]] Rect Area(float x, float y, float w, float h) const;

  // --- what the screen says about itself
  // Name of the screen, first call of every screen function. Another name than in the last frame
  // starts the deaf time and the content's rise.
  void Screen(std::string_view name, int deaf_ms = 400);
  [[nodiscard]] const std::string& ScreenName() const { return screen_; }
  [[nodiscard]] std::int64_t SinceScreen() const;  // ms
  // Something changes at this time: the loop wakes and draws.
  void WakeAt(std::int64_t at_ms);
  // Something moves until then: draws at 30 (kiosk attract) or 60 frames a second.
  void AnimateUntil(std::int64_t until_ms, int frames_per_second = 60);
  // What is shown stands between two states until then: a driven program's pictures wait for it.
  void HoldPicturesUntil(std::int64_t until_ms);
  [[nodiscard]] std::int64_t SinceTouch() const;  // ms since a finger or key last went down
  // Where something that travels stands, from frame to frame (ui/motion.h).
  struct Journey {
    float from = 0, to = 0, at = 0;
    std::int64_t since = 0;
    bool seen = true;
  };
  Journey& JourneyOf(std::string_view name, float at_first);
  // The whole canvas is painted so far aside, pixels; its edges stay filled.
  Point shift;
  // What the program sounds like, in the order in which it happened in this frame.
  std::vector<Sound> sounds;
  // Once, in the first frame at or after so many ms of the screen.
  void SoundAt(Sound sound, std::int64_t since_screen_ms = 0);
  // Which target is being read aloud; it draws the focus ring.
  std::string spoken;
  // Drawn as pressed or under the mouse although nobody touches them; the component sheet's.
  std::vector<std::string> posed_down;
  std::vector<std::string> posed_hover;
  bool still = false;  // no motion (large text, reach mode): animations jump to their end

  // --- pressing
  // Registers a target and says what happened to it. Called once per id and frame.
  Press Pressable(std::string_view id, const Rect& plate, TargetKind kind, bool enabled = true);
  // As above with a hit box of its own (a face's cell).
  Press PressableIn(std::string_view id, const Rect& plate, const Rect& hit, TargetKind kind,
                    bool enabled = true);
  // Everything so far lies under a sheet: it can't be touched, its targets and texts count no more.
  void CoverAll();
  // Everything so far and later is darkened to this part of its light (0..1); at night.
  float light = 1;
  void MarkFilled();  // the last registered target is the filled one
  // Where the pointer was released, for a tapped target that needs the place (a caret).
  [[nodiscard]] Point TapPoint() const;
  // Wheel turned over this area since the last frame, in lines, positive = down.
  [[nodiscard]] float Wheel(const Rect& area) const;
  // ms since the finger that holds `id` went down; nothing when it is not held.
  [[nodiscard]] std::optional<std::int64_t> HeldFor(std::string_view id) const;

  // --- drawing; everything is clipped to the canvas
  void Fill(const Rect& rect, Color color, float radius = 0);
  void Outline(const Rect& rect, Color color, float width, float radius = 0);  // inside the rect
  void DashedOutline(const Rect& rect, Color color, float width);
  void Line(Point a, Point b, Color color, float width);  // butt caps
  void Stroke(const std::vector<Point>& points, Color color, float width, bool closed = false);
  void Disc(Point center, float radius, Color color);
  void Circle(Point center, float radius, Color color, float width);
  // From 12 o'clock clockwise; fraction 0..1.
  void Arc(Point center, float radius, float fraction, Color color, float width);
  void Triangle(Point a, Point b, Point c, Color color);
  void Hatch(const Rect& rect, Color color, float step);
  void Picture(const Bitmap& bitmap, Point top_left);  // 1:1, whole pixels
  void Qr(const QrModules& qr, const Rect& square);    // black on white, whole pixels a module
  // A pictogram by file name without ".svg", drawn in a square at whole pixels. A missing one draws
  // a neutral square.
  void Icon(std::string_view name, const Rect& square, Color ink, Color tint, Color white);
  void Icon(std::string_view name, const Rect& square);  // in the kiosk theme's colours
  // Whole pixels between the left edge of a pictogram's square and its ink.
  [[nodiscard]] float IconInset(std::string_view name, float side);
  void PushClip(const Rect& rect);
  void PopClip();

  // --- what the frame left behind
  std::vector<Target> targets;
  std::vector<TextRun> texts;

  // --- for ui's own files
  [[nodiscard]] ImDrawList* List() { return list_; }
  [[nodiscard]] FontSet& Fonts() const { return fonts_; }
  [[nodiscard]] std::optional<std::int64_t> NextWake() const { return wake_; }
  [[nodiscard]] std::int64_t RestsAt() const { return std::max(now_ms, rests_at_); }
  [[nodiscard]] Rect Clip() const;
  void Finish();  // grows hit boxes

 private:
  Memory& memory_;
  FontSet& fonts_;
  IconCache& icons_;
  TextureCache& textures_;
  ImDrawList* list_;
  std::string screen_;
  std::optional<std::int64_t> wake_;
  std::int64_t rests_at_ = 0;
  bool fresh_ = false;  // this frame began the screen
  std::vector<Rect> clips_;
};

}  // namespace tanggap::ui

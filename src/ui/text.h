// The one function that measures and draws text. Nobody else draws letters.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/geometry.h"

namespace tanggap::ui {

class Frame;

enum class TextStyle {
  // Kiosk (design/VISUAL: em in units, so many pixels at 5.56 px/mm)
  kDisplay,  // Inter Display SemiBold 112 / 120
  kTitle,    // Inter Display SemiBold 80 / 92
  kCode,     // Inter Display SemiBold 96, spaced; ticket numbers only
  kLabel,    // Inter SemiBold 54 / 64
  kKey,      // Inter Medium 54
  kStrong,   // Inter SemiBold 48 / 58
  kBody,     // Inter Medium 48 / 60
  kSmall,    // Inter Medium 38 / 46; nothing is smaller
  kHelp,     // Inter Medium 38 / 46, large 40: the words of the help bar, five in a row
  kRing,     // Inter Display SemiBold 240, digits
  // Desk (units of 1 px at 96 dpi times scale). Digits are tabular in a text of figures alone.
  kDeskCap,            // 12 / 16 medium: key caps and initials only
  kDeskCaption,        // 13 / 18 regular
  kDeskCaptionMedium,  // 13 / 18 medium
  kDeskCaptionStrong,  // 13 / 18 semibold
  kDeskText,           // 14 / 20 regular: tables and controls
  kDeskTextMedium,     // 14 / 20
  kDeskTextStrong,     // 14 / 20 semibold
  kDeskReading,        // 15 / 23 regular: the visitor's words, reasons
  kDeskReadingStrong,  // 15 / 23 semibold
  kDeskTitle,          // 18 / 24 semibold: pane title
  kDeskFigure,         // 28 / 34 semibold: code and minutes on the scan sheet
  kDeskGrand,          // 44 / 52 semibold: one figure of a report
  kCount,
};

enum class Align { kLeft, kCenter, kRight };
enum class VAlign { kTop, kMiddle, kBottom };

struct TextLook {
  TextStyle style = TextStyle::kBody;
  Color color;
  Align align = Align::kLeft;
  VAlign valign = VAlign::kTop;
  bool wrap = true;
  int max_lines = 0;         // 0: as many as the box holds
  bool ellipsis = false;     // the desk's cells only: shortens with "…" and counts as fitted
  bool break_words = false;  // words people typed: a long one may be cut at any letter
};

struct TextFit {
  float width = 0;  // of the longest line, pixels
  float height = 0;
  int lines = 0;
  bool fitted = true;  // false: a word is wider than the box or there are more lines than fit
};

// Line height and cap height of a style on this frame, pixels.
[[nodiscard]] float LineHeight(const Frame& frame, TextStyle style);
[[nodiscard]] float CapHeight(const Frame& frame, TextStyle style);

// Without drawing. `width` 0 measures one line.
[[nodiscard]] TextFit MeasureText(Frame& frame, std::string_view text, TextStyle style,
                                  float width = 0);
[[nodiscard]] float TextWidth(Frame& frame, std::string_view text, TextStyle style);

// Draws into `box` and records the run for the layout rules. A line's capitals stand in the middle
// of its line height; kMiddle centres the lines' capitals in the box.
// '\n' breaks a line. What doesn't fit is drawn nevertheless, and reported.
TextFit DrawText(Frame& frame, std::string_view text, const Rect& box, const TextLook& look);
// One line whose baseline is `at.y`; with kCenter `at.x` is its middle, with kRight its end.
TextFit DrawLine(Frame& frame, std::string_view text, Point at, TextStyle style, Color color,
                 Align align = Align::kLeft);

// Runs of different style in one paragraph: bold words, struck ones, marked ones.
struct Span {
  std::string_view text;
  TextStyle style = TextStyle::kDeskReading;
  Color color;
  bool strike = false;
  Color mark = kTransparent;  // background
};
// The line height is the first span's. Returns what DrawText does.
TextFit DrawSpans(Frame& frame, std::span<const Span> spans, const Rect& box, int max_lines = 0);
[[nodiscard]] TextFit MeasureSpans(Frame& frame, std::span<const Span> spans, float width);

}  // namespace tanggap::ui

// A strip of thermal paper being filled from the top: text, rules, frames and pictures.
// Inside src/ticket only; Pango and Cairo stay behind it.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ticket/bitmap.h"

namespace tanggap::ticket {

enum class Align { kLeft, kCentre };

struct Style {
  int size = 26;     // em in dots
  int weight = 400;  // as in CSS
  Align align = Align::kLeft;
  bool display = false;  // Inter Display: drawn for large sizes
  double spacing = 0;    // extra after each sign, in em
  double leading = 1.0;  // line distance, of the font's own
};

class Page {
 public:
  Page(int width, int margin);
  Page(const Page&) = delete;
  Page& operator=(const Page&) = delete;
  ~Page();

  // Dots between the margins, less inside a frame.
  [[nodiscard]] int ContentWidth() const;
  [[nodiscard]] int WidthOf(std::string_view text, const Style& style) const;  // on one line
  [[nodiscard]] int LinesOf(std::string_view text, const Style& style) const;  // wrapped
  // The largest size up to `style.size` at which `text` stays on one line, at least `least`.
  [[nodiscard]] int SizeThatFits(std::string_view text, Style style, int least) const;

  void Space(int dots);
  // Wrapped by words; a word wider than the paper breaks between signs, so nothing is cut off.
  void Text(std::string_view text, const Style& style);
  // Text whose every dot must survive as drawn (the code). Moved by some dots where that helps.
  void KeptText(std::string_view text, const Style& style);
  // Label and value on one line, the value at `value_x` from the margin; a value that doesn't fit
  // there goes whole onto the next line.
  void Row(std::string_view label, const Style& label_style, std::string_view value,
           const Style& value_style, int value_x);
  void Rule(int thickness);
  void DottedRule();
  // White on black, over the whole width.
  void Banner(std::string_view text, const Style& style, int padding);
  void OpenFrame(int padding, int stroke);
  void CloseFrame();
  void Picture(Bitmap picture);  // centred; kept

  // The picture, exactly as high as what was put on it, without real-time commands.
  [[nodiscard]] Bitmap Finish();

 private:
  struct Contents;
  std::unique_ptr<Contents> contents_;
};

// The family that fontconfig finds for "Inter" (and "Inter Display").
[[nodiscard]] std::string FamilyFound(const char* wanted);

}  // namespace tanggap::ticket

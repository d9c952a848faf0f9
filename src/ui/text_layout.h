// Lines of a text in a width: shared by text, fields and inputs of ui.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ui/frame.h"
#include "ui/text.h"

namespace tanggap::ui {

struct LinePiece {
  std::size_t span = 0;   // which span
  std::size_t begin = 0;  // bytes of that span
  std::size_t end = 0;
  float x = 0;  // from the line's start
  float width = 0;
};

struct TextLine {
  std::vector<LinePiece> pieces;
  float width = 0;  // without trailing spaces
};

struct TextLayout {
  std::vector<TextLine> lines;
  float width = 0;
  bool broke_word = false;  // a word is wider than the width and was cut
};

// For words as they are typed: digits stand as they are cut, also where DrawText would make a
// column of them. `width` 0 or less: only line breaks in the text break.
[[nodiscard]] TextLayout LayOut(FontSet& fonts, std::span<const Span> spans, float width);
[[nodiscard]] TextLayout LayOut(FontSet& fonts, std::string_view text, TextStyle style,
                                float width);

// Draws letters without recording them; returns the pen's x after the last one.
float DrawGlyphs(Frame& frame, std::string_view text, Point baseline, TextStyle style, Color color);

}  // namespace tanggap::ui

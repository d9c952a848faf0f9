// Lays text out with fractional advances and draws each letter on whole pixels.
#include "ui/text.h"

#include <imgui.h>

#include <array>
#include <cmath>

#include "ui/fonts.h"
#include "ui/text_layout.h"

namespace tanggap::ui {
namespace {

constexpr float kDescentOfEm = 0.22F;  // g, p, y below the baseline in Inter
constexpr std::string_view kEllipsis = "…";

ImU32 Pack(Color c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

// Whether a text is figures alone, as it stands in a column: "10.24", "412", "−3". Beside words
// equal widths would leave a hole at every 1.
bool IsForColumn(std::string_view text) {
  bool digits = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t symbol = NextSymbol(text, at);
    if ((symbol | 0x20U) >= U'a' && (symbol | 0x20U) <= U'z') return false;
    digits = digits || (symbol >= U'0' && symbol <= U'9');
  }
  return digits;
}

float Measure(FontSet& fonts, std::string_view text, TextStyle style, bool column) {
  float width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += fonts.Advance(style, NextSymbol(text, at), column);
  return width;
}

// Puts words on lines one after the other.
class LineBuilder {
 public:
  LineBuilder(FontSet& fonts, float width, bool column)
      : fonts_(fonts), width_(width), column_(column) {
    Break();
  }

  void Add(std::size_t span, const Span& part) {
    const std::string_view text = part.text;
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == '\n') {
        Break();
        ++at;
        continue;
      }
      std::size_t end = at;
      const bool space = text[at] == ' ';
      while (end < text.size() && text[end] != '\n' && (text[end] == ' ') == space)
        ++end;
      if (space) {
        AddSpace(span, part, at, end);
      } else {
        AddWord(span, part, at, end);
      }
      at = end;
    }
  }

  TextLayout Take() {
    for (const TextLine& line : layout_.lines)
      layout_.width = std::max(layout_.width, line.width);
    return std::move(layout_);
  }

 private:
  void Break() {
    layout_.lines.emplace_back();
    pen_ = 0;
    word_open_ = false;
  }

  void AddSpace(std::size_t span, const Span& part, std::size_t begin, std::size_t end) {
    const float width = Measure(fonts_, part.text.substr(begin, end - begin), part.style, column_);
    Put(span, begin, end, width);
    word_open_ = false;
  }

  void AddWord(std::size_t span, const Span& part, std::size_t begin, std::size_t end) {
    const float width = Measure(fonts_, part.text.substr(begin, end - begin), part.style, column_);
    // A word whose beginning stands in the span before stays with it.
    if (width_ > 0 && pen_ > 0 && pen_ + width > width_ + 0.5F && !word_open_) Break();
    if (width_ > 0 && pen_ + width > width_ + 0.5F) {
      AddBySymbol(span, part, begin, end);
    } else {
      Put(span, begin, end, width);
      layout_.lines.back().width = pen_;
    }
    word_open_ = true;
  }

  void AddBySymbol(std::size_t span, const Span& part, std::size_t begin, std::size_t end) {
    layout_.broke_word = true;
    std::size_t from = begin;
    float width = 0;
    for (std::size_t at = begin; at < end;) {
      const std::size_t before = at;
      const float advance = fonts_.Advance(part.style, NextSymbol(part.text, at), column_);
      if (pen_ + width + advance > width_ + 0.5F && (pen_ > 0 || width > 0)) {
        Put(span, from, before, width);
        layout_.lines.back().width = pen_;
        Break();
        from = before;
        width = 0;
      }
      width += advance;
    }
    Put(span, from, end, width);
    layout_.lines.back().width = pen_;
  }

  void Put(std::size_t span, std::size_t begin, std::size_t end, float width) {
    if (begin == end) return;
    TextLine& line = layout_.lines.back();
    if (!line.pieces.empty() && line.pieces.back().span == span &&
        line.pieces.back().end == begin) {
      line.pieces.back().end = end;
      line.pieces.back().width += width;
    } else {
      line.pieces.push_back({span, begin, end, pen_, width});
    }
    pen_ += width;
  }

  FontSet& fonts_;
  float width_;
  bool column_;
  float pen_ = 0;
  bool word_open_ = false;
  TextLayout layout_;
};

std::string Shortened(FontSet& fonts, std::string_view text, TextStyle style, float width,
                      bool column) {
  float used = Measure(fonts, kEllipsis, style, column);
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t next = at;
    const float advance = fonts.Advance(style, NextSymbol(text, next), column);
    if (used + advance > width) break;
    used += advance;
    at = next;
  }
  while (at > 0 && text[at - 1] == ' ')
    --at;
  return std::string(text.substr(0, at)) + std::string(kEllipsis);
}

void Record(Frame& frame, std::string text, const Rect& rect, const Rect& box, TextStyle style,
            Color color, bool fitted) {
  if (frame.Clip().Overlaps(rect) || !fitted)
    frame.texts.push_back({std::move(text), rect, box, style, color, fitted});
}

struct Placed {
  float first_baseline = 0;
  bool fits_height = true;
};

Placed PlaceLines(const StyleMetrics& m, std::size_t count, const Rect& box, VAlign valign) {
  const float lines = static_cast<float>(count) * m.line;
  const float lead = std::floor((m.line + m.cap) / 2);  // line top to baseline
  float top = box.y;
  if (valign == VAlign::kMiddle) top = box.y + std::floor((box.h - lines) / 2);
  if (valign == VAlign::kBottom) top = box.Bottom() - lines;
  Placed placed;
  placed.first_baseline = std::round(top) + lead;
  const float ink_top = placed.first_baseline - m.cap;
  const float ink_bottom = placed.first_baseline + lines - m.line + (kDescentOfEm * m.em);
  placed.fits_height = box.h <= 0 || (ink_top >= box.y - 1 && ink_bottom <= box.Bottom() + 1);
  return placed;
}

float StartX(const Rect& box, float width, Align align) {
  if (align == Align::kCenter) return box.x + ((box.w - width) / 2);
  if (align == Align::kRight) return box.Right() - width;
  return box.x;
}

TextLayout Lines(FontSet& fonts, std::span<const Span> spans, float width, bool column) {
  LineBuilder builder(fonts, width, column);
  for (std::size_t i = 0; i < spans.size(); ++i)
    builder.Add(i, spans[i]);
  return builder.Take();
}

TextLayout Lines(FontSet& fonts, std::string_view text, TextStyle style, float width, bool column) {
  const std::array<Span, 1> one{Span{text, style, {}, false, kTransparent}};
  return Lines(fonts, one, width, column);
}

float PutGlyphs(Frame& frame, std::string_view text, Point baseline, TextStyle style, Color color,
                bool column) {
  FontSet& fonts = frame.Fonts();
  const StyleMetrics& m = fonts.Metrics(style);
  const Rect clip = frame.Clip();
  const float y = std::round(baseline.y);
  const bool visible = y + m.line > clip.y && y - m.line < clip.Bottom();
  ImDrawList* list = frame.List();
  float pen = baseline.x;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t symbol = NextSymbol(text, at);
    const float advance = fonts.Advance(style, symbol, column);
    if (!visible || symbol == U' ') {
      pen += advance;
      continue;
    }
    const auto phases = static_cast<float>(m.phases);
    const float place = std::round(pen * phases) / phases;
    float x = std::floor(place);
    const Glyph& glyph =
        fonts.GlyphOf(style, symbol, static_cast<int>(std::lround((place - x) * phases)));
    const auto w = static_cast<float>(glyph.width);
    const auto h = static_cast<float>(glyph.height);
    // A tabular digit's ink stands in the middle of its advance.
    const bool tabular = column && m.tabular > 0 && advance == m.tabular;
    x = tabular ? std::round(pen + ((advance - w) / 2)) : x + static_cast<float>(glyph.left);
    const float top = y - static_cast<float>(glyph.top);
    if (w > 0 && x < clip.Right() && x + w > clip.x) {
      const auto u = static_cast<float>(glyph.x);
      const auto v = static_cast<float>(glyph.y);
      list->PrimReserve(6, 4);
      list->PrimRectUV({x, top}, {x + w, top + h}, {u, v}, {u + w, v + h}, Pack(color));
    }
    pen += advance;
  }
  return pen;
}

}  // namespace

TextLayout LayOut(FontSet& fonts, std::span<const Span> spans, float width) {
  return Lines(fonts, spans, width, false);
}

TextLayout LayOut(FontSet& fonts, std::string_view text, TextStyle style, float width) {
  return Lines(fonts, text, style, width, false);
}

float DrawGlyphs(Frame& frame, std::string_view text, Point baseline, TextStyle style,
                 Color color) {
  return PutGlyphs(frame, text, baseline, style, color, false);
}

float LineHeight(const Frame& frame, TextStyle style) {
  return frame.Fonts().Metrics(style).line;
}
float CapHeight(const Frame& frame, TextStyle style) {
  return frame.Fonts().Metrics(style).cap;
}

TextFit MeasureText(Frame& frame, std::string_view text, TextStyle style, float width) {
  const TextLayout layout = Lines(frame.Fonts(), text, style, width, IsForColumn(text));
  const float line = LineHeight(frame, style);
  return {layout.width, line * static_cast<float>(layout.lines.size()),
          static_cast<int>(layout.lines.size()), !layout.broke_word};
}

float TextWidth(Frame& frame, std::string_view text, TextStyle style) {
  return Measure(frame.Fonts(), text, style, IsForColumn(text));
}

TextFit DrawText(Frame& frame, std::string_view text, const Rect& box, const TextLook& look) {
  if (text.empty()) return {};
  FontSet& fonts = frame.Fonts();
  const StyleMetrics& m = fonts.Metrics(look.style);
  const bool column = IsForColumn(text);
  std::string shortened;
  if (look.ellipsis && Measure(fonts, text, look.style, column) > box.w + 0.5F) {
    shortened = Shortened(fonts, text, look.style, box.w, column);
    text = shortened;
  }
  const TextLayout layout = Lines(fonts, text, look.style, look.wrap ? box.w : 0, column);
  const std::size_t count = layout.lines.size();
  const Placed placed = PlaceLines(m, count, box, look.valign);
  TextFit fit;
  fit.width = layout.width;
  fit.lines = static_cast<int>(count);
  fit.height = m.line * static_cast<float>(count);
  fit.fitted = placed.fits_height && layout.width <= box.w + 0.5F &&
               (look.break_words || !layout.broke_word) &&
               (look.max_lines == 0 || fit.lines <= look.max_lines);
  Rect ink{box.Right(), placed.first_baseline - m.cap, 0, fit.height - m.line + m.cap};
  float baseline = placed.first_baseline;
  for (const TextLine& line : layout.lines) {
    const float x = StartX(box, line.width, look.align);
    ink.x = std::min(ink.x, x);
    for (const LinePiece& piece : line.pieces)
      PutGlyphs(frame, text.substr(piece.begin, piece.end - piece.begin), {x + piece.x, baseline},
                look.style, look.color, column);
    baseline += m.line;
  }
  ink.w = layout.width;
  Record(frame, std::string(text), ink, box, look.style, look.color, fit.fitted);
  return fit;
}

TextFit DrawLine(Frame& frame, std::string_view text, Point at, TextStyle style, Color color,
                 Align align) {
  const StyleMetrics& m = frame.Fonts().Metrics(style);
  const bool column = IsForColumn(text);
  const float width = Measure(frame.Fonts(), text, style, column);
  float x = at.x;
  if (align == Align::kCenter) x -= width / 2;
  if (align == Align::kRight) x -= width;
  PutGlyphs(frame, text, {x, at.y}, style, color, column);
  const Rect ink{x, at.y - m.cap, width, m.cap};
  const bool inside = ink.x >= -0.5F && ink.Right() <= static_cast<float>(frame.size.width) + 0.5F;
  Record(frame, std::string(text), ink, ink, style, color, inside);
  return {width, m.line, 1, inside};
}

TextFit MeasureSpans(Frame& frame, std::span<const Span> spans, float width) {
  if (spans.empty()) return {};
  const TextLayout layout = LayOut(frame.Fonts(), spans, width);
  const float line = LineHeight(frame, spans.front().style);
  return {layout.width, line * static_cast<float>(layout.lines.size()),
          static_cast<int>(layout.lines.size()), !layout.broke_word};
}

TextFit DrawSpans(Frame& frame, std::span<const Span> spans, const Rect& box, int max_lines) {
  if (spans.empty()) return {};
  const TextLayout layout = LayOut(frame.Fonts(), spans, box.w);
  const StyleMetrics& m = frame.Fonts().Metrics(spans.front().style);
  const Placed placed = PlaceLines(m, layout.lines.size(), box, VAlign::kTop);
  const int count = static_cast<int>(layout.lines.size());
  const TextFit fit{
      layout.width, m.line * static_cast<float>(count), count,
      placed.fits_height && !layout.broke_word && (max_lines == 0 || count <= max_lines)};
  float baseline = placed.first_baseline;
  for (const TextLine& line : layout.lines) {
    for (const LinePiece& piece : line.pieces) {
      const Span& span = spans[piece.span];
      const float x = box.x + piece.x;
      const float top = baseline - std::floor((m.line + m.cap) / 2);
      if (span.mark.a > 0) frame.Fill({x, top, piece.width, m.line}, span.mark);
      const std::string_view words = span.text.substr(piece.begin, piece.end - piece.begin);
      DrawGlyphs(frame, words, {x, baseline}, span.style, span.color);
      if (span.strike)
        frame.Fill({x, std::round(baseline - (m.cap / 2)), piece.width, frame.Px(1)}, span.color);
      Record(frame, std::string(words), {x, baseline - m.cap, piece.width, m.cap}, box, span.style,
             span.color, fit.fitted);
    }
    baseline += m.line;
  }
  return fit;
}

}  // namespace tanggap::ui

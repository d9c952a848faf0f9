// Letters: finds Inter through fontconfig and draws each glyph once, when it is first needed, into
// one A8 texture. Glyphs are made at the exact em and, where letters are small, at fractions of a
// pixel, so that small text is spaced as the typeface means it. (ImGui's own font builder rounds
// the size to whole pixels of ascent plus descent, 5 % at the desk's 14 px, and needs every glyph
// in advance.)
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text.h"

namespace tanggap::ui {

struct FontKey {
  bool desk = false;
  bool large = false;
  float unit = 1;
  bool operator==(const FontKey&) const = default;
};

// A style's measures on the present unit, pixels.
struct StyleMetrics {
  float em = 0;
  float line = 0;
  float cap = 0;       // height of H, rounded
  float tabular = 0;   // advance of every digit in a column; 0: always as it is cut
  float tracking = 0;  // added after each sign
  int phases = 1;      // fractions of a pixel at which glyphs stand
};

// Where a glyph's coverage lies in the texture, and where it stands on the line.
struct Glyph {
  int x = 0;  // texture
  int y = 0;
  int width = 0;
  int height = 0;
  int left = 0;  // from the pen's whole pixel
  int top = 0;   // above the baseline
};

// One byte of coverage a texel. Rows are added as needed; coordinates in texels stay good.
struct GlyphTexture {
  static constexpr int kWidth = 1024;
  std::vector<std::uint8_t> coverage;
  int height = 0;
  int shelf_x = 0;
  int shelf_y = 0;
  int shelf_height = 0;
};

// One thread. Throws UiError when a family is missing.
class FontSet {
 public:
  FontSet();
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  // Throws UiError naming the first sign of the text that the typeface lacks.
  void Require(std::string_view text);
  // Before each frame. Another key, or a texture grown beyond its limit, begins an empty texture.
  void Prepare(const FontKey& key);

  [[nodiscard]] const StyleMetrics& Metrics(TextStyle style) const;
  // In fractional pixels, without kerning. `column`: digits of the desk's styles all alike.
  float Advance(TextStyle style, char32_t symbol, bool column = false);
  // `phase` of Metrics().phases to the right of the whole pixel.
  const Glyph& GlyphOf(TextStyle style, char32_t symbol, int phase);
  [[nodiscard]] const GlyphTexture& Texture() const { return texture_; }
  [[nodiscard]] std::uint64_t Revision() const { return revision_; }  // of the texture's places

 private:
  struct File;
  struct Style;
  File& FileFor(const char* family, int weight);
  void SetUp(std::size_t index);
  Glyph Render(Style& style, unsigned glyph_index, int phase);

  void* library_ = nullptr;  // FT_Library
  std::vector<std::unique_ptr<File>> files_;
  std::array<std::unique_ptr<Style>, static_cast<std::size_t>(TextStyle::kCount)> styles_;
  GlyphTexture texture_;
  FontKey key_;
  bool ready_ = false;
  std::uint64_t revision_ = 0;
};

// Decodes one code point at `at` and advances it; broken bytes read as U+FFFD, one byte each.
[[nodiscard]] char32_t NextSymbol(std::string_view text, std::size_t& at);

}  // namespace tanggap::ui

// Letters: finds Inter through fontconfig, bakes the glyphs in use into one A8 atlas.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ui/text.h"

struct ImFont;
struct ImFontAtlas;

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
  float cap = 0;                // height of H as baked
  float baseline_from_top = 0;  // of ImGui's glyph coordinates
  float tabular = 0;            // advance of every digit; 0: proportional
  float tracking = 0;           // added after each sign
};

// One thread. Throws UiError when a family is missing.
class FontSet {
 public:
  explicit FontSet(std::string_view always);
  ~FontSet();
  FontSet(const FontSet&) = delete;
  FontSet& operator=(const FontSet&) = delete;

  // Bakes what `key` needs unless it is baked already and nothing is missing. True: it was rebuilt.
  bool Prepare(const FontKey& key);
  // A glyph was asked for that is not baked: Prepare again and draw again.
  [[nodiscard]] bool HasMissing() const { return missing_; }

  [[nodiscard]] const StyleMetrics& Metrics(TextStyle style) const;
  [[nodiscard]] const ImFont* Font(TextStyle style) const;
  // Advance in fractional pixels; notes the glyph as missing when it has to be baked.
  float Advance(TextStyle style, char32_t symbol);
  [[nodiscard]] ImFontAtlas* Atlas() { return atlas_.get(); }
  [[nodiscard]] std::uint64_t Revision() const { return revision_; }

 private:
  struct File;
  struct Baked {
    const ImFont* font = nullptr;
    File* file = nullptr;
    StyleMetrics metrics;
    std::set<char32_t> glyphs;  // wanted
    std::map<char32_t, float> advances;
  };
  File& FileFor(const char* family, int weight);
  void Bake();

  std::unique_ptr<ImFontAtlas> atlas_;
  void* library_ = nullptr;  // FT_Library
  std::vector<std::unique_ptr<File>> files_;
  std::array<Baked, static_cast<std::size_t>(TextStyle::kCount)> styles_;
  std::vector<std::vector<unsigned short>> ranges_;  // the atlas keeps pointers into these
  FontKey key_;
  bool baked_ = false;
  bool missing_ = false;
  std::uint64_t revision_ = 0;
};

// Decodes one code point at `at` and advances it; broken bytes read as U+FFFD, one byte each.
[[nodiscard]] char32_t NextSymbol(std::string_view text, std::size_t& at);

}  // namespace tanggap::ui

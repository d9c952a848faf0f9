// Inter by fontconfig, baked with FreeType at exact em sizes; advances stay fractional.
#include "ui/fonts.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <imgui.h>
#include <imgui_freetype.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <cstring>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_TRUETYPE_TABLES_H

#include "ui/stage.h"

namespace tanggap::ui {
namespace {

constexpr const char* kInter = "Inter";
constexpr const char* kInterDisplay = "Inter Display";

enum class Base { kDigits, kCode, kLatin };

struct StyleSpec {
  const char* family;
  int weight;
  float em;        // units
  float line;      // units
  float large_em;  // with large text
  float large_line;
  float tracking;  // of the em
  bool tabular;
  Base base;
};

constexpr int kRegular = FC_WEIGHT_REGULAR;
constexpr int kMedium = FC_WEIGHT_MEDIUM;
constexpr int kSemiBold = FC_WEIGHT_DEMIBOLD;

// In the order of TextStyle.
constexpr StyleSpec kSpecs[] = {
    {kInterDisplay, kSemiBold, 112, 120, 112, 120, 0, false, Base::kLatin},
    {kInterDisplay, kSemiBold, 80, 92, 80, 92, 0, false, Base::kLatin},
    {kInterDisplay, kSemiBold, 96, 120, 96, 120, 0.075F, false, Base::kCode},
    {kInter, kSemiBold, 54, 64, 70, 80, 0, false, Base::kLatin},
    {kInter, kMedium, 54, 64, 70, 80, 0, false, Base::kLatin},
    {kInter, kSemiBold, 48, 58, 62, 72, 0, false, Base::kLatin},
    {kInter, kMedium, 48, 60, 62, 74, 0, false, Base::kLatin},
    {kInter, kMedium, 38, 46, 50, 60, 0, false, Base::kLatin},
    {kInterDisplay, kSemiBold, 240, 260, 240, 260, 0, false, Base::kDigits},
    {kInter, kMedium, 12, 16, 12, 16, 0, true, Base::kLatin},
    {kInter, kRegular, 13, 18, 13, 18, 0, true, Base::kLatin},
    {kInter, kMedium, 13, 18, 13, 18, 0, true, Base::kLatin},
    {kInter, kSemiBold, 13, 18, 13, 18, 0, true, Base::kLatin},
    {kInter, kRegular, 14, 20, 14, 20, 0, true, Base::kLatin},
    {kInter, kMedium, 14, 20, 14, 20, 0, true, Base::kLatin},
    {kInter, kSemiBold, 14, 20, 14, 20, 0, true, Base::kLatin},
    {kInter, kRegular, 15, 23, 15, 23, 0, true, Base::kLatin},
    {kInter, kSemiBold, 15, 23, 15, 23, 0, true, Base::kLatin},
    {kInter, kSemiBold, 18, 24, 18, 24, 0, true, Base::kLatin},
    {kInter, kSemiBold, 28, 34, 28, 34, 0, true, Base::kLatin},
    {kInter, kSemiBold, 44, 52, 44, 52, 0, true, Base::kLatin},
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(TextStyle::kCount);
static_assert(sizeof(kSpecs) / sizeof(kSpecs[0]) == kStyleCount);
constexpr std::size_t kFirstDesk = static_cast<std::size_t>(TextStyle::kDeskCap);

constexpr std::string_view kDigitsText = "0123456789";
constexpr std::string_view kCodeText = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ- •";
constexpr std::string_view kLatinText =
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz"
    "{|}~ –—…•·×→←↑↓−“”‘’é";

bool IsTabular(char32_t symbol) {
  return (symbol >= U'0' && symbol <= U'9') || symbol == U'\u2212' || symbol == U'\u2007';
}

}  // namespace

char32_t NextSymbol(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) {
    ++at;
    return first;
  }
  std::size_t more = 0;
  char32_t symbol = 0;
  if ((first & 0xE0U) == 0xC0U) {
    more = 1;
    symbol = first & 0x1FU;
  } else if ((first & 0xF0U) == 0xE0U) {
    more = 2;
    symbol = first & 0x0FU;
  } else if ((first & 0xF8U) == 0xF0U) {
    more = 3;
    symbol = first & 0x07U;
  }
  if (more == 0 || at + more >= text.size()) {
    ++at;
    return U'\uFFFD';
  }
  for (std::size_t i = 1; i <= more; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) {
      ++at;
      return U'\uFFFD';
    }
    symbol = (symbol << 6U) | (byte(at + i) & 0x3FU);
  }
  at += more + 1;
  return symbol;
}

// One font file, mapped for as long as the set lives.
struct FontSet::File {
  std::string family;
  int weight = 0;
  void* bytes = nullptr;
  std::size_t size = 0;
  FT_Face face = nullptr;
  float size_per_em = 1.21F;  // ImGui's SizePixels is ascent minus descent, not the em
  float cap_per_em = 0.727F;

  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (face != nullptr) FT_Done_Face(face);
    if (bytes != nullptr) munmap(bytes, size);
  }
};

namespace {

std::string FindFile(const std::string& family, int weight) {
  FcConfig* config = FcConfigGetCurrent();
  FcPattern* wanted = FcPatternCreate();
  FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddInteger(wanted, FC_WEIGHT, weight);
  FcPatternAddInteger(wanted, FC_SLANT, FC_SLANT_ROMAN);
  FcConfigSubstitute(config, wanted, FcMatchPattern);
  FcDefaultSubstitute(wanted);
  FcResult result = FcResultNoMatch;
  FcPattern* found = FcFontMatch(config, wanted, &result);
  FcPatternDestroy(wanted);
  std::string path;
  // fontconfig always returns something; only the family of the file says whether it is ours.
  bool same = false;
  if (found != nullptr) {
    FcChar8* name = nullptr;
    for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &name) == FcResultMatch; ++i)
      same = same || family == reinterpret_cast<const char*>(name);
    FcChar8* file = nullptr;
    if (same && FcPatternGetString(found, FC_FILE, 0, &file) == FcResultMatch)
      path = reinterpret_cast<const char*>(file);
    FcPatternDestroy(found);
  }
  if (path.empty())
    throw UiError("the font \"" + family + "\" is missing: install the package fonts-inter");
  return path;
}

}  // namespace

FontSet::FontSet(std::string_view always) : atlas_(std::make_unique<ImFontAtlas>()) {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw UiError("FreeType does not start");
  library_ = library;
  atlas_->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas_->FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  atlas_->Flags = ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors |
                  ImFontAtlasFlags_NoBakedLines;
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    std::set<char32_t>& glyphs = styles_[i].glyphs;
    const auto add = [&](std::string_view text) {
      for (std::size_t at = 0; at < text.size();) {
        const char32_t symbol = NextSymbol(text, at);
        if (symbol >= 0x20 && symbol <= 0xFFFF) glyphs.insert(symbol);
      }
    };
    if (kSpecs[i].base == Base::kDigits) add(kDigitsText);
    if (kSpecs[i].base == Base::kCode) add(kCodeText);
    if (kSpecs[i].base == Base::kLatin) {
      add(kLatinText);
      add(always);
    }
  }
}

FontSet::~FontSet() {
  files_.clear();
  FT_Done_FreeType(static_cast<FT_Library>(library_));
}

FontSet::File& FontSet::FileFor(const char* family, int weight) {
  for (const auto& file : files_)
    if (file->weight == weight && file->family == family) return *file;
  const std::string path = FindFile(family, weight);
  auto file = std::make_unique<File>();
  file->family = family;
  file->weight = weight;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info {};
  if (fd >= 0 && fstat(fd, &info) == 0) {
    file->size = static_cast<std::size_t>(info.st_size);
    void* mapped = mmap(nullptr, file->size, PROT_READ, MAP_PRIVATE, fd, 0);
    if (mapped != MAP_FAILED) file->bytes = mapped;
  }
  if (fd >= 0) close(fd);
  if (file->bytes == nullptr ||
      FT_New_Memory_Face(static_cast<FT_Library>(library_), static_cast<FT_Byte*>(file->bytes),
                         static_cast<FT_Long>(file->size), 0, &file->face) != 0)
    throw UiError(path + ": not a readable font; reinstall the package fonts-inter");
  const float em = file->face->units_per_EM;
  file->size_per_em = static_cast<float>(file->face->ascender - file->face->descender) / em;
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(file->face, FT_SFNT_OS2));
  if (os2 != nullptr && os2->sCapHeight > 0)
    file->cap_per_em = static_cast<float>(os2->sCapHeight) / em;
  files_.push_back(std::move(file));
  return *files_.back();
}

bool FontSet::Prepare(const FontKey& key) {
  if (baked_ && key == key_ && !missing_) return false;
  key_ = key;
  Bake();
  return true;
}

void FontSet::Bake() {
  atlas_->Clear();
  ranges_.clear();
  ranges_.reserve(kStyleCount);
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    Baked& baked = styles_[i];
    baked.font = nullptr;
    baked.advances.clear();
    if ((i >= kFirstDesk) != key_.desk) continue;
    const StyleSpec& spec = kSpecs[i];
    baked.file = &FileFor(spec.family, spec.weight);
    StyleMetrics& m = baked.metrics;
    m.em = (key_.large ? spec.large_em : spec.em) * key_.unit;
    m.line = std::round((key_.large ? spec.large_line : spec.line) * key_.unit);
    m.cap = std::round(baked.file->cap_per_em * m.em);
    m.tracking = spec.tracking * m.em;
    std::vector<unsigned short> range;
    for (const char32_t symbol : baked.glyphs) {
      const auto code = static_cast<unsigned short>(symbol);
      if (!range.empty() && range.back() + 1 == code) {
        range.back() = code;
      } else {
        range.push_back(code);
        range.push_back(code);
      }
    }
    range.push_back(0);
    ranges_.push_back(std::move(range));
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 1;
    config.PixelSnapH = true;
    // FreeType's rounding of the scale must not fall a pixel short of the em.
    const float pixels = m.em * baked.file->size_per_em;
    baked.font = atlas_->AddFontFromMemoryTTF(baked.file->bytes, static_cast<int>(baked.file->size),
                                              pixels, &config, ranges_.back().data());
    m.tabular = 0;
  }
  if (!atlas_->Build()) throw UiError("the letters do not fit into one texture");
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    Baked& baked = styles_[i];
    if (baked.font == nullptr) continue;
    // ImGui puts a glyph's baseline at its rounded ascent.
    baked.metrics.baseline_from_top = std::round(baked.font->Ascent);
    if (kSpecs[i].tabular) baked.metrics.tabular = Advance(static_cast<TextStyle>(i), U'0');
  }
  baked_ = true;
  missing_ = false;
  ++revision_;
}

const StyleMetrics& FontSet::Metrics(TextStyle style) const {
  return styles_[static_cast<std::size_t>(style)].metrics;
}

const ImFont* FontSet::Font(TextStyle style) const {
  return styles_[static_cast<std::size_t>(style)].font;
}

float FontSet::Advance(TextStyle style, char32_t symbol) {
  Baked& baked = styles_[static_cast<std::size_t>(style)];
  if (baked.font == nullptr) throw UiError("a text style of the other program was used");
  if (symbol > 0xFFFF) symbol = U'\uFFFD';
  if (baked.metrics.tabular > 0 && IsTabular(symbol)) return baked.metrics.tabular;
  const auto known = baked.advances.find(symbol);
  if (known != baked.advances.end()) return known->second;
  if (symbol >= 0x20 && baked.glyphs.insert(symbol).second) missing_ = true;
  FT_Fixed units = 0;
  const FT_UInt glyph = FT_Get_Char_Index(baked.file->face, symbol);
  FT_Get_Advance(baked.file->face, glyph, FT_LOAD_NO_SCALE, &units);
  const float advance = (static_cast<float>(units) * baked.metrics.em /
                         static_cast<float>(baked.file->face->units_per_EM)) +
                        baked.metrics.tracking;
  baked.advances.emplace(symbol, advance);
  return advance;
}

}  // namespace tanggap::ui

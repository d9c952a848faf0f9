// Inter by fontconfig, drawn with FreeType glyph by glyph as text needs them.
#include "ui/fonts.h"

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_OUTLINE_H
#include FT_SIZES_H
#include FT_TRUETYPE_TABLES_H

#include "ui/stage.h"

namespace tanggap::ui {
namespace {

constexpr const char* kInter = "Inter";
constexpr const char* kInterDisplay = "Inter Display";
constexpr int kMostRows = 4096;  // 4 MB of coverage; then the texture begins anew

struct StyleSpec {
  const char* family;
  int weight;
  float em;        // units
  float line;      // units
  float large_em;  // with large text
  float large_line;
  float tracking;  // of the em
  bool tabular;
};

constexpr int kRegular = FC_WEIGHT_REGULAR;
constexpr int kMedium = FC_WEIGHT_MEDIUM;
constexpr int kSemiBold = FC_WEIGHT_DEMIBOLD;

// In the order of TextStyle.
constexpr StyleSpec kSpecs[] = {
    {kInterDisplay, kSemiBold, 112, 120, 112, 120, 0, false},
    {kInterDisplay, kSemiBold, 80, 92, 80, 92, 0, false},
    {kInterDisplay, kSemiBold, 96, 120, 96, 120, 0.075F, false},
    {kInter, kSemiBold, 54, 64, 70, 80, 0, false},
    {kInter, kMedium, 54, 64, 70, 80, 0, false},
    {kInter, kSemiBold, 48, 58, 62, 72, 0, false},
    {kInter, kMedium, 48, 60, 62, 74, 0, false},
    {kInter, kMedium, 38, 46, 50, 60, 0, false},
    {kInter, kMedium, 38, 46, 40, 48, 0, false},
    {kInterDisplay, kSemiBold, 240, 260, 240, 260, 0, false},
    {kInter, kMedium, 12, 16, 12, 16, 0, true},
    {kInter, kRegular, 13, 18, 13, 18, 0, true},
    {kInter, kMedium, 13, 18, 13, 18, 0, true},
    {kInter, kSemiBold, 13, 18, 13, 18, 0, true},
    {kInter, kRegular, 14, 20, 14, 20, 0, true},
    {kInter, kMedium, 14, 20, 14, 20, 0, true},
    {kInter, kSemiBold, 14, 20, 14, 20, 0, true},
    {kInter, kRegular, 15, 23, 15, 23, 0, true},
    {kInter, kSemiBold, 15, 23, 15, 23, 0, true},
    {kInter, kSemiBold, 18, 24, 18, 24, 0, true},
    {kInter, kSemiBold, 28, 34, 28, 34, 0, true},
    {kInter, kSemiBold, 44, 52, 44, 52, 0, true},
};
constexpr std::size_t kStyleCount = static_cast<std::size_t>(TextStyle::kCount);
static_assert(sizeof(kSpecs) / sizeof(kSpecs[0]) == kStyleCount);
constexpr std::size_t kFirstDesk = static_cast<std::size_t>(TextStyle::kDeskCap);

bool IsTabular(char32_t symbol) {
  return (symbol >= U'0' && symbol <= U'9') || symbol == U'\u2212' || symbol == U'\u2007';
}

// Small letters need finer places than whole pixels; large ones don't show it.
int PhasesFor(float em) {
  if (em < 22) return 4;
  return em < 45 ? 2 : 1;
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
  float cap_per_em = 0.727F;

  File() = default;
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (face != nullptr) FT_Done_Face(face);
    if (bytes != nullptr) munmap(bytes, size);
  }
};

struct FontSet::Style {
  File* file = nullptr;
  FT_Size size = nullptr;  // owned by the face
  StyleMetrics metrics;
  std::map<char32_t, float> advances;
  std::map<std::pair<char32_t, int>, Glyph> glyphs;
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

FontSet::FontSet() {
  FT_Library library = nullptr;
  if (FT_Init_FreeType(&library) != 0) throw UiError("FreeType does not start");
  library_ = library;
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
  const auto* os2 = static_cast<const TT_OS2*>(FT_Get_Sfnt_Table(file->face, FT_SFNT_OS2));
  if (os2 != nullptr && os2->sCapHeight > 0)
    file->cap_per_em =
        static_cast<float>(os2->sCapHeight) / static_cast<float>(file->face->units_per_EM);
  files_.push_back(std::move(file));
  return *files_.back();
}

void FontSet::SetUp(std::size_t index) {
  const StyleSpec& spec = kSpecs[index];
  auto style = std::make_unique<Style>();
  style->file = &FileFor(spec.family, spec.weight);
  StyleMetrics& m = style->metrics;
  m.em = (key_.large ? spec.large_em : spec.em) * key_.unit;
  m.line = std::round((key_.large ? spec.large_line : spec.line) * key_.unit);
  m.cap = std::round(style->file->cap_per_em * m.em);
  m.tracking = spec.tracking * m.em;
  m.phases = PhasesFor(m.em);
  FT_New_Size(style->file->face, &style->size);
  FT_Activate_Size(style->size);
  FT_Set_Char_Size(style->file->face, 0, std::lround(m.em * 64), 72, 72);
  styles_[index] = std::move(style);
  if (spec.tabular) styles_[index]->metrics.tabular = Advance(static_cast<TextStyle>(index), U'0');
}

void FontSet::Require(std::string_view text) {
  const FT_Face face = FileFor(kInter, kMedium).face;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t symbol = NextSymbol(text, at);
    if (symbol >= U' ' && FT_Get_Char_Index(face, symbol) == 0)
      throw UiError("the font Inter has no sign \"" + std::string(text.substr(begin, at - begin)) +
                    "\", which a text uses");
  }
}

void FontSet::Prepare(const FontKey& key) {
  if (ready_ && key == key_ && texture_.height <= kMostRows) return;
  key_ = key;
  texture_ = {};
  for (std::size_t i = 0; i < kStyleCount; ++i) {
    if (styles_[i] != nullptr) FT_Done_Size(styles_[i]->size);
    styles_[i].reset();
    if ((i >= kFirstDesk) == key.desk) SetUp(i);
  }
  ready_ = true;
  ++revision_;
}

const StyleMetrics& FontSet::Metrics(TextStyle style) const {
  const auto& found = styles_[static_cast<std::size_t>(style)];
  if (found == nullptr) throw UiError("a text style of the other program was used");
  return found->metrics;
}

float FontSet::Advance(TextStyle style, char32_t symbol, bool column) {
  const StyleMetrics& m = Metrics(style);
  Style& s = *styles_[static_cast<std::size_t>(style)];
  if (column && m.tabular > 0 && IsTabular(symbol)) return m.tabular;
  const auto known = s.advances.find(symbol);
  if (known != s.advances.end()) return known->second;
  FT_Fixed units = 0;
  const FT_Face face = s.file->face;
  FT_Get_Advance(face, FT_Get_Char_Index(face, symbol), FT_LOAD_NO_SCALE, &units);
  const float advance =
      (static_cast<float>(units) * m.em / static_cast<float>(face->units_per_EM)) + m.tracking;
  s.advances.emplace(symbol, advance);
  return advance;
}

const Glyph& FontSet::GlyphOf(TextStyle style, char32_t symbol, int phase) {
  Style& s = *styles_[static_cast<std::size_t>(style)];
  const auto known = s.glyphs.find({symbol, phase});
  if (known != s.glyphs.end()) return known->second;
  const Glyph glyph = Render(s, FT_Get_Char_Index(s.file->face, symbol), phase);
  return s.glyphs.emplace(std::pair{symbol, phase}, glyph).first->second;
}

Glyph FontSet::Render(Style& style, unsigned glyph_index, int phase) {
  const FT_Face face = style.file->face;
  FT_Activate_Size(style.size);
  Glyph glyph;
  // Light hinting settles heights on whole pixels and leaves widths alone.
  if (FT_Load_Glyph(face, glyph_index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return glyph;
  if (face->glyph->format == FT_GLYPH_FORMAT_OUTLINE && phase > 0)
    FT_Outline_Translate(&face->glyph->outline, 64 * phase / style.metrics.phases, 0);
  if (FT_Render_Glyph(face->glyph, FT_RENDER_MODE_NORMAL) != 0) return glyph;
  const FT_Bitmap& bitmap = face->glyph->bitmap;
  glyph.width = static_cast<int>(bitmap.width);
  glyph.height = static_cast<int>(bitmap.rows);
  glyph.left = face->glyph->bitmap_left;
  glyph.top = face->glyph->bitmap_top;
  if (glyph.width == 0 || glyph.width > GlyphTexture::kWidth) return {};
  GlyphTexture& t = texture_;
  if (t.shelf_x + glyph.width > GlyphTexture::kWidth) {
    t.shelf_x = 0;
    t.shelf_y += t.shelf_height;
    t.shelf_height = 0;
  }
  glyph.x = t.shelf_x;
  glyph.y = t.shelf_y;
  t.shelf_x += glyph.width;
  t.shelf_height = std::max(t.shelf_height, glyph.height);
  t.height = std::max(t.height, t.shelf_y + t.shelf_height);
  t.coverage.resize(static_cast<std::size_t>(t.height) * GlyphTexture::kWidth);
  for (int row = 0; row < glyph.height; ++row)
    std::memcpy(t.coverage.data() +
                    (static_cast<std::size_t>(glyph.y + row) * GlyphTexture::kWidth) +
                    static_cast<std::size_t>(glyph.x),
                bitmap.buffer + (static_cast<std::ptrdiff_t>(row) * bitmap.pitch),
                static_cast<std::size_t>(glyph.width));
  return glyph;
}

}  // namespace tanggap::ui

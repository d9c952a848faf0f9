// Rasterises icon files with Cairo, recoloured for the theme.
#include "ui/icons.h"

#include <cairo.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>
#include <memory>

#include "ui/pictogram.h"
#include "ui/stage.h"

namespace tanggap::ui {
namespace {

// The three colours of the drawn set; everything else in a file stays as it is.
constexpr std::string_view kInkInFile = "#16211F";
constexpr std::string_view kTintInFile = "#F3D493";
constexpr std::string_view kWhiteInFile = "#FFFFFF";
constexpr std::string_view kNeutral =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#16211F" )"
    R"(stroke-width="3" stroke-linejoin="round"><rect x="6" y="6" width="36" height="36" rx="6" )"
    R"(fill="#F3D493"/></svg>)";
constexpr std::string_view kStrokeInFile = "stroke-width=\"3\"";
constexpr std::size_t kMostIcons = 512;
constexpr std::uint64_t kIconIds = 1ULL << 63U;  // apart from the programs' own pictures

std::uint32_t Number(Color c) {
  return (static_cast<std::uint32_t>(c.r) << 24U) | (static_cast<std::uint32_t>(c.g) << 16U) |
         (static_cast<std::uint32_t>(c.b) << 8U) | c.a;
}

std::string Hex(Color c) {
  if (c.a == 0) return "none";
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "#%02X%02X%02X", c.r, c.g, c.b);
  return text.data();
}

// Lines of a small pictogram are thicker against its size, or they would look thin beside words:
// 1.4 px at 16, 4.5 at 52, 5.2 at 64, 6 at 88. Bare lines (arrows, cross, tick) have nothing else
// to be seen by: 6.4 px at 64.
float StrokeFor(int side, bool bare) {
  constexpr int kBesideWords = 76;
  if (bare && side <= kBesideWords) return 4.8F;
  if (side <= 60) return 4.2F;
  if (side <= kBesideWords) return 3.9F;
  return 3.3F;
}

// All at once, so that a colour put in is not replaced again.
std::string Recoloured(std::string_view svg, int side, const IconPaint& paint) {
  std::string out;
  out.reserve(svg.size());
  const bool bare = svg.find(kTintInFile) == std::string_view::npos &&
                    svg.find("circle") == std::string_view::npos;
  const float stroke = StrokeFor(side, bare);
  for (std::size_t at = 0; at < svg.size();) {
    const std::string_view rest = svg.substr(at);
    if (rest.starts_with(kInkInFile)) {
      out += Hex(paint.ink);
      at += kInkInFile.size();
    } else if (rest.starts_with(kTintInFile)) {
      out += Hex(paint.tint);
      at += kTintInFile.size();
    } else if (rest.starts_with(kStrokeInFile)) {
      std::array<char, 32> text{};
      std::snprintf(text.data(), text.size(), "stroke-width=\"%d.%d\"", static_cast<int>(stroke),
                    static_cast<int>(stroke * 10) % 10);
      out += text.data();
      at += kStrokeInFile.size();
    } else if (rest.starts_with(kWhiteInFile)) {
      out += Hex(paint.white);
      at += kWhiteInFile.size();
    } else {
      out += svg[at++];
    }
  }
  return out;
}

struct FreeSurface {
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
struct FreeCairo {
  void operator()(cairo_t* c) const { cairo_destroy(c); }
};
Bitmap Rasterise(const std::string& svg, const std::string& neutral, int side, std::uint64_t id) {
  const std::unique_ptr<cairo_surface_t, FreeSurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side));
  const std::unique_ptr<cairo_t, FreeCairo> cairo(cairo_create(surface.get()));
  if (!DrawPictogram(cairo.get(), svg, side)) {
    // More than a pictogram needs, or broken: as if it were missing.
    cairo_set_operator(cairo.get(), CAIRO_OPERATOR_CLEAR);
    cairo_paint(cairo.get());
    cairo_set_operator(cairo.get(), CAIRO_OPERATOR_OVER);
    static_cast<void>(DrawPictogram(cairo.get(), neutral, side));
  }
  cairo_surface_flush(surface.get());
  auto rgba = std::make_shared<std::vector<std::uint8_t>>();
  rgba->resize(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) * 4);
  const unsigned char* from = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x) {
      std::uint32_t pixel = 0;
      std::memcpy(&pixel, from + (y * stride) + (x * 4), 4);
      const std::uint32_t a = pixel >> 24U;
      const auto straight = [&](unsigned shift) {
        const std::uint32_t c = (pixel >> shift) & 0xFFU;
        return static_cast<std::uint8_t>(a == 0 ? 0 : std::min(255U, ((c * 255U) + (a / 2)) / a));
      };
      std::uint8_t* to =
          rgba->data() + (((static_cast<std::size_t>(y) * static_cast<std::size_t>(side)) +
                           static_cast<std::size_t>(x)) *
                          4);
      to[0] = straight(16);
      to[1] = straight(8);
      to[2] = straight(0);
      to[3] = static_cast<std::uint8_t>(a);
    }
  return {id, 1, side, side, std::move(rgba)};
}

}  // namespace

namespace {

// The files that the program was built beside.
constexpr const char* kShipped[] = {
#include "shipped_icons.inc"
};

// Nothing is found missing only when a visitor comes to its screen.
void CheckWhole(const std::filesystem::path& folder) {
  const auto missing = [](const std::filesystem::path& what) {
    return UiError(what.string() + ": missing; reinstall the package tanggap");
  };
  if (!std::filesystem::is_directory(folder)) throw missing(folder);
  for (const char* name : kShipped) {
    if (!std::filesystem::exists(folder / name)) throw missing(folder / name);
  }
}

}  // namespace

IconCache::IconCache(std::filesystem::path folder) : folder_(std::move(folder)) {
  CheckWhole(folder_);
}

bool IconCache::Has(std::string_view name) const {
  return std::filesystem::exists(folder_ / (std::string(name) + ".svg"));
}

std::string IconCache::Source(std::string_view name) const {
  // A name comes from an office's file: it must not lead out of the folder.
  if (name.find('/') == std::string_view::npos && name.find('.') == std::string_view::npos) {
    std::ifstream file(folder_ / (std::string(name) + ".svg"), std::ios::binary);
    if (file) return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  return std::string(kNeutral);
}

const Bitmap& IconCache::Get(std::string_view name, int side, const IconPaint& paint) {
  side = std::max(side, 1);
  IconKey key{std::string(name), side, Number(paint.ink), Number(paint.tint), Number(paint.white)};
  const auto known = bitmaps_.find(key);
  if (known != bitmaps_.end()) return known->second;
  if (bitmaps_.size() >= kMostIcons) bitmaps_.clear();
  Bitmap bitmap = Rasterise(Recoloured(Source(name), side, paint),
                            Recoloured(kNeutral, side, paint), side, kIconIds | ++next_id_);
  return bitmaps_.emplace(std::move(key), std::move(bitmap)).first->second;
}

}  // namespace tanggap::ui

// Pictograms: SVG files rasterised once for a size and colours, at exact pixels.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "ui/bitmap.h"

namespace tanggap::ui {

struct IconPaint {
  Color ink;
  Color tint;
  Color white;
};

class IconCache {
 public:
  // Throws UiError with the name of a pictogram that belongs to the program and is not there.
  explicit IconCache(std::filesystem::path folder);
  // A square bitmap of `side` pixels. A name without a file gives a neutral rounded square.
  const Bitmap& Get(std::string_view name, int side, const IconPaint& paint);
  [[nodiscard]] bool Has(std::string_view name) const;

 private:
  using IconKey = std::tuple<std::string, int, std::uint32_t, std::uint32_t, std::uint32_t>;
  [[nodiscard]] std::string Source(std::string_view name) const;

  std::filesystem::path folder_;
  std::map<IconKey, Bitmap> bitmaps_;
  std::uint64_t next_id_ = 0;
};

}  // namespace tanggap::ui

// Making and shrinking pictures.
#include "ui/bitmap.h"

#include <cassert>

#include "ui/png.h"

namespace tanggap::ui {

Bitmap FromGray(std::uint64_t id, std::uint32_t revision, Size size,
                const std::vector<std::uint8_t>& gray) {
  assert(gray.size() ==
         static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height));
  auto rgba = std::make_shared<std::vector<std::uint8_t>>();
  rgba->reserve(gray.size() * 4);
  for (const std::uint8_t level : gray)
    rgba->insert(rgba->end(), {level, level, level, 255});
  return {id, revision, size.width, size.height, std::move(rgba)};
}

Bitmap ScaledDown(const Bitmap& source, Size to) {
  if (source.Empty() || to.width <= 0 || to.height <= 0) return {};
  auto rgba = std::make_shared<std::vector<std::uint8_t>>(static_cast<std::size_t>(to.width) *
                                                          static_cast<std::size_t>(to.height) * 4);
  for (int y = 0; y < to.height; ++y) {
    const int y0 = y * source.height / to.height;
    const int y1 = std::max(y0 + 1, (y + 1) * source.height / to.height);
    for (int x = 0; x < to.width; ++x) {
      const int x0 = x * source.width / to.width;
      const int x1 = std::max(x0 + 1, (x + 1) * source.width / to.width);
      std::uint32_t sum[4] = {0, 0, 0, 0};
      for (int sy = y0; sy < y1; ++sy)
        for (int sx = x0; sx < x1; ++sx) {
          const std::uint8_t* p =
              source.rgba->data() + ((static_cast<std::ptrdiff_t>(sy) * source.width + sx) * 4);
          // Colours count by their opacity, so that edges don't darken.
          for (int c = 0; c < 3; ++c)
            sum[c] += static_cast<std::uint32_t>(p[c]) * p[3];
          sum[3] += p[3];
        }
      const auto count = static_cast<std::uint32_t>((y1 - y0) * (x1 - x0));
      std::uint8_t* out = rgba->data() + ((static_cast<std::ptrdiff_t>(y) * to.width + x) * 4);
      for (int c = 0; c < 3; ++c)
        out[c] = static_cast<std::uint8_t>(sum[3] == 0 ? 0 : sum[c] / sum[3]);
      out[3] = static_cast<std::uint8_t>(sum[3] / count);
    }
  }
  return {source.id, source.revision, to.width, to.height, std::move(rgba)};
}

Bitmap LoadPng(std::uint64_t id, const char* path) {
  return ReadPng(id, path);
}

}  // namespace tanggap::ui

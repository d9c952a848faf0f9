// A black-and-white picture as a printer takes it, seen through a view that owns nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tanggap {

// `rows` lines of `width` dots, each line in whole bytes: the leftmost dot is the highest bit, 1 is
// black, the bits beyond `width` are 0. Valid only as long as what it was taken from.
struct Raster {
  int width = 0;  // dots
  int rows = 0;
  std::span<const std::uint8_t> bytes;  // RowBytes() * rows

  [[nodiscard]] std::size_t RowBytes() const { return (static_cast<std::size_t>(width) + 7) / 8; }
};

}  // namespace tanggap

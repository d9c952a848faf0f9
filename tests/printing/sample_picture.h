// A small picture and its view, for the tests of printing.
#pragma once

#include <cstdint>
#include <vector>

#include "ports/raster.h"

namespace tanggap::printing {

struct Picture {
  int width = 0;
  int rows = 0;
  std::vector<std::uint8_t> bytes;
  [[nodiscard]] Raster View() const { return {width, rows, bytes}; }
};

// Distinct rows, none of them a command: 10 never occurs.
inline Picture SamplePicture(int width, int rows) {
  Picture picture{width, rows, {}};
  const std::size_t row_bytes = (static_cast<std::size_t>(width) + 7) / 8;
  for (int row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < row_bytes; ++i)
      picture.bytes.push_back(
          static_cast<std::uint8_t>(0x20U | ((static_cast<unsigned>(row) * 7U + i) & 0xC7U)));
  }
  return picture;
}

}  // namespace tanggap::printing

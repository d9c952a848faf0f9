// Keeps a picture from speaking to the printer: bytes that spell a real-time command are executed
// wherever they stand in the stream, even inside a picture (Epson TM, DLE EOT, DLE ENQ, DLE DC4).
#pragma once

#include <span>

#include "ticket/bitmap.h"

namespace tanggap::ticket {

struct DotArea {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
  [[nodiscard]] bool Holds(int dot_x, int dot_y) const {
    return dot_x >= x && dot_x < x + width && dot_y >= y && dot_y < y + height;
  }
};

// Whitens a dot of each pair of neighbouring bytes that reads 10 04, 10 05 or 10 14, never one
// inside `keep`. False when a pair could not be broken because all its black dots are kept.
[[nodiscard]] bool ClearRealTimeCommands(Bitmap& picture, std::span<const DotArea> keep);

}  // namespace tanggap::ticket

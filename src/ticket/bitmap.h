// A 1-bit picture: what the paper shows, dot by dot, and what the screen shows of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ports/raster.h"

namespace tanggap::ticket {

// A value: copying copies the dots, dropping the last copy is wiping it from the screen's state.
class Bitmap {
 public:
  Bitmap() = default;
  // All white. Both at least 0.
  Bitmap(int width, int height);

  [[nodiscard]] int Width() const { return width_; }  // dots
  [[nodiscard]] int Height() const { return height_; }
  [[nodiscard]] std::size_t RowBytes() const { return (static_cast<std::size_t>(width_) + 7) / 8; }
  // RowBytes() * Height() bytes; the leftmost dot is the highest bit, 1 is black.
  [[nodiscard]] const std::vector<std::uint8_t>& Bytes() const { return bytes_; }

  // Outside the picture everything is white and setting does nothing.
  [[nodiscard]] bool Black(int x, int y) const;
  void Set(int x, int y, bool black);
  void Fill(int x, int y, int width, int height, bool black);
  // Copies `source` with its upper left dot at (x, y), white dots too.
  void Paste(const Bitmap& source, int x, int y);

  // For a printer. Valid as long as this bitmap is neither changed nor destroyed.
  [[nodiscard]] Raster AsRaster() const { return {width_, height_, bytes_}; }
  // For a screen texture: one byte a dot, 0 black, 255 white, rows without padding.
  [[nodiscard]] std::vector<std::uint8_t> ToGray() const;
  // Four bytes a dot (R, G, B, A); colours as 0xRRGGBB.
  [[nodiscard]] std::vector<std::uint8_t> ToRgba(std::uint32_t ink, std::uint32_t paper) const;

  bool operator==(const Bitmap&) const = default;

 private:
  int width_ = 0;
  int height_ = 0;
  std::vector<std::uint8_t> bytes_;
};

// A 1-bit grey PNG of 203 dots an inch, as bytes.
[[nodiscard]] std::string EncodePng(const Raster& picture);
// Writes EncodePng() to `file`. Throws std::filesystem::filesystem_error when the disk refuses.
void WritePng(const std::filesystem::path& file, const Raster& picture);

}  // namespace tanggap::ticket

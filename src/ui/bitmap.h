// Pictures as values: a screen's state holds them, the frame caches their textures by id.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ui/geometry.h"

namespace tanggap::ui {

// An immutable picture. Copying is cheap: the pixels are shared by every copy of the state that
// holds them, and freed (and overwritten) with the last one. The screen's texture goes when a frame
// did not draw it.
struct Bitmap {
  std::uint64_t id = 0;        // chosen by the program; unique among pictures alive together
  std::uint32_t revision = 0;  // grows when the pixels of this id change
  int width = 0;
  int height = 0;
  std::shared_ptr<const std::vector<std::uint8_t>> rgba;  // 4 bytes a pixel, not premultiplied
  [[nodiscard]] bool Empty() const { return rgba == nullptr || rgba->empty(); }
  bool operator==(const Bitmap& o) const { return id == o.id && revision == o.revision; }
};

// From one byte a pixel: 0 = black, 255 = white.
[[nodiscard]] Bitmap FromGray(std::uint64_t id, std::uint32_t revision, Size size,
                              const std::vector<std::uint8_t>& gray);
// Smaller by averaging; the textures are drawn 1:1, so scale before showing.
[[nodiscard]] Bitmap ScaledDown(const Bitmap& source, Size to);
// PNG file of any colour type; an Empty() bitmap when it can't be read.
[[nodiscard]] Bitmap LoadPng(std::uint64_t id, const char* path);

// A QR symbol as modules, so that it is drawn in whole pixels without any texture.
struct QrModules {
  int side = 0;
  std::vector<bool> dark;  // row by row
  bool operator==(const QrModules&) const = default;
};

}  // namespace tanggap::ui

// Paints ImGui's draw data into 32-bit pixels without a GPU.
#pragma once

#include <cstdint>
#include <vector>

#include "ui/fonts.h"
#include "ui/stage.h"

struct ImDrawData;

namespace tanggap::ui {

// Whole pixels, right and bottom exclusive.
struct PixelRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  [[nodiscard]] bool Empty() const { return left >= right || top >= bottom; }
  bool operator==(const PixelRect&) const = default;
};

// One triangle of a frame with everything that decides its pixels.
struct DrawnVertex {
  float x = 0;
  float y = 0;
  float u = 0;
  float v = 0;
  std::uint32_t color = 0;  // ImGui's order: R in the low byte
  bool operator==(const DrawnVertex&) const = default;
};
struct DrawnTriangle {
  DrawnVertex v[3];
  PixelRect clip;
  const Bitmap* bitmap = nullptr;  // nullptr: letters, places in texels, or plain colour
  std::uint64_t bitmap_key = 0;    // changes with the picture's content
};

// The triangles of a frame in painting order. Bitmaps must outlive the result.
void Flatten(const ImDrawData& data, std::vector<DrawnTriangle>& out);

// A fingerprint of every 64 x 64 tile of a frame: of the triangles that touch it, in order.
struct TilePrints {
  static constexpr int kSide = 64;
  int columns = 0;
  int rows = 0;
  std::vector<std::uint64_t> prints;
};
[[nodiscard]] TilePrints PrintsOf(const std::vector<DrawnTriangle>& triangles, Size canvas);

// Few rectangles that together hold every tile in which two frames of one size differ.
[[nodiscard]] std::vector<PixelRect> Differences(const TilePrints& before, const TilePrints& now);

// Source-over with straight alpha; colours interpolated between corners; axis-aligned rectangles
// of one colour and letters and pictures at 1:1 take fast paths. A pixel belongs to a shape when
// its centre does. Only pixels in `area` are touched; they begin black.
void Paint(const std::vector<DrawnTriangle>& triangles, const GlyphTexture& letters,
           const PixelRect& area, const Pixels& target);

}  // namespace tanggap::ui

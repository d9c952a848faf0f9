// Points, rectangles and colours of a canvas: pixels, x to the right, y down.
#pragma once

#include <algorithm>
#include <cstdint>

namespace tanggap::ui {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  int width = 0;
  int height = 0;
  bool operator==(const Size&) const = default;
};

struct Rect {
  float x = 0;
  float y = 0;
  float w = 0;
  float h = 0;

  [[nodiscard]] constexpr float Right() const { return x + w; }
  [[nodiscard]] constexpr float Bottom() const { return y + h; }
  [[nodiscard]] constexpr Point Center() const { return {x + (w / 2), y + (h / 2)}; }
  [[nodiscard]] constexpr bool Empty() const { return w <= 0 || h <= 0; }
  [[nodiscard]] constexpr bool Contains(Point p) const {
    return p.x >= x && p.x < Right() && p.y >= y && p.y < Bottom();
  }
  [[nodiscard]] constexpr Rect Inset(float dx, float dy) const {
    return {x + dx, y + dy, w - (2 * dx), h - (2 * dy)};
  }
  [[nodiscard]] constexpr Rect Inset(float d) const { return Inset(d, d); }
  [[nodiscard]] constexpr Rect Moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  [[nodiscard]] constexpr bool Overlaps(const Rect& o) const {
    return x < o.Right() && o.x < Right() && y < o.Bottom() && o.y < Bottom();
  }
  bool operator==(const Rect&) const = default;
};

// The part of both; empty when they do not touch.
[[nodiscard]] constexpr Rect Common(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x);
  const float y = std::max(a.y, b.y);
  return {x, y, std::max(0.0F, std::min(a.Right(), b.Right()) - x),
          std::max(0.0F, std::min(a.Bottom(), b.Bottom()) - y)};
}

struct Color {
  std::uint8_t r = 0;
  std::uint8_t g = 0;
  std::uint8_t b = 0;
  std::uint8_t a = 255;
  bool operator==(const Color&) const = default;
};

// Rgb(0x0B4A45)
[[nodiscard]] constexpr Color Rgb(std::uint32_t hex, std::uint8_t alpha = 255) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex), alpha};
}
inline constexpr Color kTransparent{0, 0, 0, 0};

// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double ContrastRatio(Color a, Color b);

}  // namespace tanggap::ui

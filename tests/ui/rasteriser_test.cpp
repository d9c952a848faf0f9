// The rasteriser against a slow reference that asks every pixel about every triangle.
#include "ui/rasteriser.h"

#include <cmath>
#include <cstdlib>
#include <random>

#include "support/catch.h"

namespace tanggap::ui {
namespace {

constexpr int kSide = 96;

// Straight from the definition: barycentric coordinates in double, source over in double.
class Reference {
 public:
  Reference() : pixels_(static_cast<std::size_t>(kSide) * kSide * 3, 0.0) {}

  void Draw(const DrawnTriangle& t, const GlyphTexture& letters) {
    const DrawnVertex& a = t.v[0];
    const DrawnVertex& b = t.v[1];
    const DrawnVertex& c = t.v[2];
    const double det = Cross(a, b, c.x, c.y);
    if (det == 0) return;
    for (int y = t.clip.top; y < t.clip.bottom; ++y)
      for (int x = t.clip.left; x < t.clip.right; ++x) {
        const double px = x + 0.5;
        const double py = y + 0.5;
        const double wa = Cross(b, c, px, py) / det;
        const double wb = Cross(c, a, px, py) / det;
        const double wc = Cross(a, b, px, py) / det;
        if (wa < 0 || wb < 0 || wc < 0) continue;
        Blend(t, letters, x, y, wa, wb, wc);
      }
  }

  [[nodiscard]] int Channel(int x, int y, int c) const {
    return static_cast<int>(std::lround(
        pixels_[((static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)) * 3) +
                static_cast<std::size_t>(c)]));
  }

 private:
  static double Cross(const DrawnVertex& a, const DrawnVertex& b, double x, double y) {
    return ((b.x - a.x) * (y - a.y)) - ((b.y - a.y) * (x - a.x));
  }

  void Blend(const DrawnTriangle& t, const GlyphTexture& letters, int x, int y, double wa,
             double wb, double wc) {
    const auto mix = [&](unsigned shift) {
      const auto of = [&](const DrawnVertex& v) {
        return static_cast<double>((v.color >> shift) & 0xFFU);
      };
      return (wa * of(t.v[0])) + (wb * of(t.v[1])) + (wc * of(t.v[2]));
    };
    double alpha = mix(24) / 255;
    const bool textured = t.v[0].u != t.v[1].u || t.v[0].u != t.v[2].u;
    if (textured) {
      const double u = (wa * t.v[0].u) + (wb * t.v[1].u) + (wc * t.v[2].u);
      const double v = (wa * t.v[0].v) + (wb * t.v[1].v) + (wc * t.v[2].v);
      alpha *= letters.coverage[(static_cast<std::size_t>(v) * GlyphTexture::kWidth) +
                                static_cast<std::size_t>(u)] /
               255.0;
    }
    for (unsigned c = 0; c < 3; ++c) {
      double& p =
          pixels_[((static_cast<std::size_t>(y) * kSide + static_cast<std::size_t>(x)) * 3) + c];
      p = std::round((mix(8 * c) * alpha) + (p * (1 - alpha)));
    }
  }

  std::vector<double> pixels_;
};

std::vector<std::uint32_t> Painted(const std::vector<DrawnTriangle>& triangles,
                                   const GlyphTexture& letters) {
  std::vector<std::uint32_t> pixels(static_cast<std::size_t>(kSide) * kSide, 0x123456);
  Paint(triangles, letters, {0, 0, kSide, kSide}, {pixels.data(), kSide, kSide, kSide});
  return pixels;
}

// Pixels that differ by more than `tolerance` in a channel.
int Different(const std::vector<DrawnTriangle>& triangles, const GlyphTexture& letters,
              int tolerance) {
  Reference reference;
  for (const DrawnTriangle& t : triangles)
    reference.Draw(t, letters);
  const auto pixels = Painted(triangles, letters);
  int count = 0;
  for (int y = 0; y < kSide; ++y)
    for (int x = 0; x < kSide; ++x) {
      const std::uint32_t p =
          pixels[(static_cast<std::size_t>(y) * kSide) + static_cast<std::size_t>(x)];
      const int rgb[3] = {static_cast<int>((p >> 16U) & 0xFFU), static_cast<int>((p >> 8U) & 0xFFU),
                          static_cast<int>(p & 0xFFU)};
      bool differs = false;
      for (int c = 0; c < 3; ++c)
        differs = differs || std::abs(rgb[c] - reference.Channel(x, y, c)) > tolerance;
      count += differs ? 1 : 0;
    }
  return count;
}

void AddRectangle(std::vector<DrawnTriangle>& out, float x0, float y0, float x1, float y1,
                  std::uint32_t color, const PixelRect& clip, float u = 0, float v = 0,
                  float du = 0, float dv = 0) {
  const DrawnVertex a{x0, y0, u, v, color};
  const DrawnVertex b{x1, y0, u + du, v, color};
  const DrawnVertex c{x1, y1, u + du, v + dv, color};
  const DrawnVertex d{x0, y1, u, v + dv, color};
  out.push_back({{a, b, c}, clip, nullptr, 0});
  out.push_back({{a, c, d}, clip, nullptr, 0});
}

}  // namespace

TEST_CASE("Triangles of interpolated colour match a slow reference", "[ui][rasteriser]") {
  std::mt19937 random(7);
  std::uniform_real_distribution<float> place(-10, kSide + 10);
  std::uniform_int_distribution<std::uint32_t> color;
  for (int round = 0; round < 60; ++round) {
    std::vector<DrawnTriangle> triangles;
    for (int i = 0; i < 4; ++i) {
      DrawnTriangle t;
      t.clip = {5, 3, kSide - 7, kSide};
      const std::uint32_t one = color(random);
      for (DrawnVertex& v : t.v) {
        v.x = place(random);
        v.y = place(random);
        v.color = round % 3 == 0 ? one : color(random);
      }
      triangles.push_back(t);
    }
    // A pixel whose centre lies on an edge to within rounding may go either way.
    CHECK(Different(triangles, {}, 3) <= 2);
  }
}

TEST_CASE("Rectangles, translucent ones too, match a slow reference", "[ui][rasteriser]") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> place(0, kSide);
  std::uniform_int_distribution<std::uint32_t> color;
  for (int round = 0; round < 60; ++round) {
    std::vector<DrawnTriangle> triangles;
    for (int i = 0; i < 6; ++i) {
      const int x = place(random);
      const int y = place(random);
      AddRectangle(triangles, static_cast<float>(x), static_cast<float>(y),
                   static_cast<float>(x + 20), static_cast<float>(y + 31), color(random),
                   {2, 2, kSide - 2, kSide - 9});
    }
    CHECK(Different(triangles, {}, 1) == 0);
  }
}

TEST_CASE("Letters are blitted texel by texel", "[ui][rasteriser]") {
  GlyphTexture letters;
  letters.height = 40;
  std::mt19937 random(3);
  letters.coverage.resize(static_cast<std::size_t>(letters.height) * GlyphTexture::kWidth);
  for (auto& c : letters.coverage)
    c = static_cast<std::uint8_t>(random());
  std::vector<DrawnTriangle> triangles;
  AddRectangle(triangles, 0, 0, kSide, kSide, 0xFFE9F2F7, {0, 0, kSide, kSide});
  AddRectangle(triangles, 10, 20, 40, 51, 0xFF1F2116, {0, 0, kSide, kSide}, 100, 5, 30, 31);
  AddRectangle(triangles, 50, 60, 75, 90, 0x80FF0000, {55, 0, kSide, 80}, 7, 2, 25, 30);
  CHECK(Different(triangles, letters, 1) == 0);
}

TEST_CASE("Only what changed is painted again, and the picture is the same",
          "[ui][rasteriser][dirty]") {
  std::vector<DrawnTriangle> before;
  const PixelRect all{0, 0, kSide, kSide};
  AddRectangle(before, 0, 0, kSide, kSide, 0xFFE9F2F7, all);
  AddRectangle(before, 10, 10, 30, 30, 0xFF0000FF, all);
  AddRectangle(before, 50, 50, 70, 70, 0xFF00FF00, all);
  auto now = before;
  now.erase(now.begin() + 2, now.begin() + 4);
  AddRectangle(now, 60, 60, 80, 64, 0x80000000, all);
  const TilePrints old_tiles = PrintsOf(before, {kSide, kSide});
  const TilePrints new_tiles = PrintsOf(now, {kSide, kSide});
  CHECK(Differences(new_tiles, new_tiles).empty());
  const auto changed = Differences(old_tiles, new_tiles);
  CHECK_FALSE(changed.empty());
  std::vector<std::uint32_t> pixels = Painted(before, {});
  for (const PixelRect& area : changed)
    Paint(now, {}, area, {pixels.data(), kSide, kSide, kSide});
  CHECK(pixels == Painted(now, {}));
}

}  // namespace tanggap::ui

// Scanline painting: rectangles, letters, pictures, and triangles for everything round.
#include "ui/rasteriser.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "ui/textures.h"

namespace tanggap::ui {
namespace {

constexpr std::uint32_t kOpaque = 0xFF000000U;

// ImGui's 0xAABBGGRR to 0xFFRRGGBB.
std::uint32_t Rgb32(std::uint32_t c) {
  return kOpaque | ((c & 0xFFU) << 16U) | (c & 0xFF00U) | ((c >> 16U) & 0xFFU);
}
std::uint32_t Alpha(std::uint32_t c) {
  return c >> 24U;
}

// Exactly rounded (source * a + target * (255 - a)) / 255, two channels at a time.
inline std::uint32_t Over(std::uint32_t target, std::uint32_t source, std::uint32_t a) {
  const std::uint32_t inverse = 255U - a;
  std::uint32_t rb = ((source & 0xFF00FFU) * a) + ((target & 0xFF00FFU) * inverse) + 0x800080U;
  rb = ((rb + ((rb >> 8U) & 0xFF00FFU)) >> 8U) & 0xFF00FFU;
  std::uint32_t g = (((source >> 8U) & 0xFFU) * a) + (((target >> 8U) & 0xFFU) * inverse) + 0x80U;
  g = ((g + (g >> 8U)) >> 8U) & 0xFFU;
  return kOpaque | rb | (g << 8U);
}

inline std::uint32_t Scale(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t t = (a * b) + 0x80U;
  return (t + (t >> 8U)) >> 8U;
}

int PixelFrom(float edge) {
  return static_cast<int>(std::ceil(edge - 0.5F));
}

PixelRect Both(const PixelRect& a, const PixelRect& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}

std::uint32_t* Row(const Pixels& target, int y) {
  return target.data + (static_cast<std::ptrdiff_t>(y) * target.pitch);
}

void FillSpan(std::uint32_t* row, int from, int to, std::uint32_t rgb, std::uint32_t a) {
  if (a == 255) {
    std::fill(row + from, row + to, rgb);
  } else if (a > 0) {
    for (int x = from; x < to; ++x)
      row[x] = Over(row[x], rgb, a);
  }
}

void FillRect(const Pixels& target, const PixelRect& r, std::uint32_t color) {
  const std::uint32_t rgb = Rgb32(color);
  for (int y = r.top; y < r.bottom; ++y)
    FillSpan(Row(target, y), r.left, r.right, rgb, Alpha(color));
}

// A rectangle of a texture; scale 1 in everything that ui draws, other scales read the nearest.
struct Sampling {
  float u0, v0;  // texels at the left and top edge
  float du, dv;  // texels a pixel
};

int Texel(float at, int limit) {
  return std::clamp(static_cast<int>(std::floor(at)), 0, limit - 1);
}

void BlitLetters(const Pixels& target, const PixelRect& r, const Sampling& s,
                 const GlyphTexture& letters, std::uint32_t color) {
  const std::uint32_t rgb = Rgb32(color);
  const std::uint32_t strength = Alpha(color);
  const bool whole = s.du == 1.0F;
  for (int y = r.top; y < r.bottom; ++y) {
    std::uint32_t* row = Row(target, y);
    const int ty = Texel(s.v0 + (static_cast<float>(y) * s.dv), letters.height);
    const unsigned char* texels =
        letters.coverage.data() + (static_cast<std::ptrdiff_t>(ty) * GlyphTexture::kWidth);
    const int first = Texel(s.u0 + (static_cast<float>(r.left) * s.du), GlyphTexture::kWidth);
    for (int x = r.left; x < r.right; ++x) {
      const int tx = whole ? std::min(first + (x - r.left), GlyphTexture::kWidth - 1)
                           : Texel(s.u0 + (static_cast<float>(x) * s.du), GlyphTexture::kWidth);
      std::uint32_t a = texels[tx];
      if (a == 0) continue;
      if (strength != 255) a = Scale(a, strength);
      row[x] = a == 255 ? rgb : Over(row[x], rgb, a);
    }
  }
}

void BlitPicture(const Pixels& target, const PixelRect& r, const Sampling& s, const Bitmap& bitmap,
                 std::uint32_t color) {
  const std::uint32_t strength = Alpha(color);
  const bool whole = s.du == 1.0F;
  const int first = Texel(s.u0 + (static_cast<float>(r.left) * s.du), bitmap.width);
  for (int y = r.top; y < r.bottom; ++y) {
    std::uint32_t* row = Row(target, y);
    const int ty = Texel(s.v0 + (static_cast<float>(y) * s.dv), bitmap.height);
    const std::uint8_t* texels =
        bitmap.rgba->data() + (static_cast<std::ptrdiff_t>(ty) * bitmap.width * 4);
    for (int x = r.left; x < r.right; ++x) {
      const int tx = whole ? std::min(first + (x - r.left), bitmap.width - 1)
                           : Texel(s.u0 + (static_cast<float>(x) * s.du), bitmap.width);
      const std::uint8_t* p = texels + (static_cast<std::ptrdiff_t>(tx) * 4);
      const std::uint32_t a = strength == 255 ? p[3] : Scale(p[3], strength);
      if (a == 0) continue;
      const std::uint32_t rgb = kOpaque | (static_cast<std::uint32_t>(p[0]) << 16U) |
                                (static_cast<std::uint32_t>(p[1]) << 8U) | p[2];
      row[x] = a == 255 ? rgb : Over(row[x], rgb, a);
    }
  }
}

// The two triangles (a, b, c) (a, c, d) that ImGui makes of an axis-aligned rectangle.
bool IsRectangle(const DrawnTriangle& first, const DrawnTriangle& second) {
  const DrawnVertex& a = first.v[0];
  const DrawnVertex& b = first.v[1];
  const DrawnVertex& c = first.v[2];
  const DrawnVertex& d = second.v[2];
  return a == second.v[0] && c == second.v[1] && a.color == b.color && a.color == c.color &&
         a.color == d.color && a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x && a.x <= c.x &&
         a.y <= c.y && a.u == d.u && b.u == c.u && a.v == b.v && c.v == d.v &&
         first.clip == second.clip && first.bitmap == second.bitmap;
}

void PaintRectangle(const DrawnTriangle& t, const GlyphTexture& letters, const PixelRect& area,
                    const Pixels& target) {
  const DrawnVertex& a = t.v[0];
  const DrawnVertex& c = t.v[2];
  const PixelRect r =
      Both(Both(t.clip, area), {PixelFrom(a.x), PixelFrom(a.y), PixelFrom(c.x), PixelFrom(c.y)});
  if (r.Empty() || Alpha(a.color) == 0) return;
  if (t.bitmap == nullptr && a.u == c.u && a.v == c.v) {
    FillRect(target, r, a.color);
    return;
  }
  // Letters name texels, pictures go from 0 to 1.
  const auto width = t.bitmap != nullptr ? static_cast<float>(t.bitmap->width) : 1.0F;
  const auto height = t.bitmap != nullptr ? static_cast<float>(t.bitmap->height) : 1.0F;
  Sampling s{};
  s.du = (c.u - a.u) * width / (c.x - a.x);
  s.dv = (c.v - a.v) * height / (c.y - a.y);
  if (std::abs(s.du - 1) < 0.001F) s.du = 1;
  if (std::abs(s.dv - 1) < 0.001F) s.dv = 1;
  s.u0 = (a.u * width) + ((0.5F - a.x) * s.du);
  s.v0 = (a.v * height) + ((0.5F - a.y) * s.dv);
  if (t.bitmap != nullptr) {
    BlitPicture(target, r, s, *t.bitmap, a.color);
  } else {
    BlitLetters(target, r, s, letters, a.color);
  }
}

// One side of a triangle, upper end first, so that neighbours compute the same crossing.
struct Side {
  float x0, y0, slope, y1;
};

int SidesOf(const DrawnTriangle& t, Side (&sides)[3]) {
  int count = 0;
  for (int i = 0; i < 3; ++i) {
    const DrawnVertex* p = &t.v[i];
    const DrawnVertex* q = &t.v[(i + 1) % 3];
    if (p->y == q->y) continue;
    if (p->y > q->y) std::swap(p, q);
    sides[count++] = {p->x, p->y, (q->x - p->x) / (q->y - p->y), q->y};
  }
  return count;
}

// A colour channel as a plane over the pixels.
struct Plane {
  float at0 = 0;
  float dx = 0;
  float dy = 0;
  [[nodiscard]] float At(float x, float y) const { return at0 + (dx * x) + (dy * y); }
};

struct Gradient {
  Plane channel[4];  // R G B A
  bool same_rgb = false;
};

Gradient GradientOf(const DrawnTriangle& t, float det) {
  Gradient g;
  const DrawnVertex& a = t.v[0];
  const DrawnVertex& b = t.v[1];
  const DrawnVertex& c = t.v[2];
  g.same_rgb = ((a.color ^ b.color) & 0xFFFFFFU) == 0 && ((a.color ^ c.color) & 0xFFFFFFU) == 0;
  for (unsigned i = 0; i < 4; ++i) {
    const auto value = [&](const DrawnVertex& v) {
      return static_cast<float>((v.color >> (8U * i)) & 0xFFU);
    };
    Plane& p = g.channel[i];
    const float ab = value(b) - value(a);
    const float ac = value(c) - value(a);
    p.dx = ((ab * (c.y - a.y)) - (ac * (b.y - a.y))) / det;
    p.dy = ((ac * (b.x - a.x)) - (ab * (c.x - a.x))) / det;
    p.at0 = value(a) - (p.dx * a.x) - (p.dy * a.y);
  }
  return g;
}

std::uint32_t Byte(float value) {
  return static_cast<std::uint32_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

void GradientSpan(std::uint32_t* row, int from, int to, float y, const Gradient& g,
                  std::uint32_t color) {
  float x = static_cast<float>(from) + 0.5F;
  std::uint32_t rgb = Rgb32(color);
  for (int i = from; i < to; ++i, x += 1) {
    const std::uint32_t a = Byte(g.channel[3].At(x, y));
    if (!g.same_rgb)
      rgb = kOpaque | (Byte(g.channel[0].At(x, y)) << 16U) | (Byte(g.channel[1].At(x, y)) << 8U) |
            Byte(g.channel[2].At(x, y));
    row[i] = Over(row[i], rgb, a);
  }
}

void PaintTriangle(const DrawnTriangle& t, const PixelRect& area, const Pixels& target) {
  const DrawnVertex& a = t.v[0];
  const DrawnVertex& b = t.v[1];
  const DrawnVertex& c = t.v[2];
  const bool solid = a.color == b.color && a.color == c.color;
  if (solid && Alpha(a.color) == 0) return;
  const PixelRect limit = Both(t.clip, area);
  const int top = std::max(limit.top, PixelFrom(std::min({a.y, b.y, c.y})));
  const int bottom = std::min(limit.bottom, PixelFrom(std::max({a.y, b.y, c.y})));
  if (top >= bottom) return;
  const float det = ((b.x - a.x) * (c.y - a.y)) - ((c.x - a.x) * (b.y - a.y));
  if (det == 0) return;
  Side sides[3];
  const int count = SidesOf(t, sides);
  const Gradient gradient = solid ? Gradient{} : GradientOf(t, det);
  const std::uint32_t rgb = Rgb32(a.color);
  for (int y = top; y < bottom; ++y) {
    const float yc = static_cast<float>(y) + 0.5F;
    float left = 1e9F;
    float right = -1e9F;
    for (int i = 0; i < count; ++i) {
      if (yc < sides[i].y0 || yc >= sides[i].y1) continue;
      const float x = sides[i].x0 + ((yc - sides[i].y0) * sides[i].slope);
      left = std::min(left, x);
      right = std::max(right, x);
    }
    if (left >= right) continue;
    const int from = std::max(limit.left, PixelFrom(left));
    const int to = std::min(limit.right, PixelFrom(right));
    if (from >= to) continue;
    if (solid) {
      FillSpan(Row(target, y), from, to, rgb, Alpha(a.color));
    } else {
      GradientSpan(Row(target, y), from, to, yc, gradient, a.color);
    }
  }
}

bool CoversOpaquely(const DrawnTriangle& first, const DrawnTriangle& second,
                    const PixelRect& area) {
  if (!IsRectangle(first, second) || first.bitmap != nullptr || Alpha(first.v[0].color) != 255 ||
      first.v[0].u != first.v[2].u)
    return false;
  return Both({PixelFrom(first.v[0].x), PixelFrom(first.v[0].y), PixelFrom(first.v[2].x),
               PixelFrom(first.v[2].y)},
              Both(first.clip, area)) == area;
}

}  // namespace

void Flatten(const ImDrawData& data, std::vector<DrawnTriangle>& out) {
  out.clear();
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      DrawnTriangle t;
      t.clip = {static_cast<int>(std::lround(command.ClipRect.x)),
                static_cast<int>(std::lround(command.ClipRect.y)),
                static_cast<int>(std::lround(command.ClipRect.z)),
                static_cast<int>(std::lround(command.ClipRect.w))};
      if (command.GetTexID() != nullptr) {
        t.bitmap = &static_cast<const Texture*>(command.GetTexID())->bitmap;
        t.bitmap_key = (t.bitmap->id * 1'000'003U) + t.bitmap->revision + 1;
      }
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        for (unsigned k = 0; k < 3; ++k) {
          const auto index =
              command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
          const ImDrawVert& v = list.VtxBuffer[static_cast<int>(index)];
          t.v[k] = {v.pos.x, v.pos.y, v.uv.x, v.uv.y, v.col};
        }
        out.push_back(t);
      }
    }
  }
}

void Paint(const std::vector<DrawnTriangle>& triangles, const GlyphTexture& letters,
           const PixelRect& area, const Pixels& target) {
  const PixelRect inside = Both(area, {0, 0, target.width, target.height});
  if (inside.Empty()) return;
  const bool covered = triangles.size() >= 2 && CoversOpaquely(triangles[0], triangles[1], inside);
  if (!covered) FillRect(target, inside, kOpaque);
  for (std::size_t i = 0; i < triangles.size(); ++i) {
    if (i + 1 < triangles.size() && IsRectangle(triangles[i], triangles[i + 1])) {
      PaintRectangle(triangles[i], letters, inside, target);
      ++i;
    } else {
      PaintTriangle(triangles[i], inside, target);
    }
  }
}

}  // namespace tanggap::ui

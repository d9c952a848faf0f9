// Finds which parts of a frame changed, without comparing pixels.
#include <algorithm>
#include <bit>
#include <cmath>

#include "ui/rasteriser.h"

namespace tanggap::ui {
namespace {

constexpr std::size_t kMostRectangles = 24;  // beyond it one rectangle around all is cheaper

std::uint64_t Mix(std::uint64_t print, std::uint64_t value) {
  print ^= value;
  print *= 0x9E3779B97F4A7C15ULL;
  return print ^ (print >> 29U);
}

std::uint64_t Pair(float a, float b) {
  return (static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(a)) << 32U) |
         std::bit_cast<std::uint32_t>(b);
}

std::uint64_t PrintOf(const DrawnTriangle& t) {
  std::uint64_t print = t.bitmap_key;
  for (const DrawnVertex& v : t.v) {
    print = Mix(print, Pair(v.x, v.y));
    print = Mix(print, Pair(v.u, v.v));
    print = Mix(print, v.color);
  }
  print = Mix(print, (static_cast<std::uint64_t>(static_cast<std::uint32_t>(t.clip.left)) << 32U) |
                         static_cast<std::uint32_t>(t.clip.top));
  return Mix(print, (static_cast<std::uint64_t>(static_cast<std::uint32_t>(t.clip.right)) << 32U) |
                        static_cast<std::uint32_t>(t.clip.bottom));
}

int Tile(float at) {
  return static_cast<int>(std::floor(at)) / TilePrints::kSide;
}

// Runs of changed tiles in one row; `columns` names begin and end.
std::vector<PixelRect> RunsOf(const TilePrints& before, const TilePrints& now, int row) {
  std::vector<PixelRect> runs;
  const auto at = [&](int column) {
    return (static_cast<std::size_t>(row) * static_cast<std::size_t>(now.columns)) +
           static_cast<std::size_t>(column);
  };
  for (int column = 0; column < now.columns; ++column) {
    if (before.prints[at(column)] == now.prints[at(column)]) continue;
    const int left = column * TilePrints::kSide;
    if (!runs.empty() && runs.back().right == left) {
      runs.back().right += TilePrints::kSide;
    } else {
      runs.push_back(
          {left, row * TilePrints::kSide, left + TilePrints::kSide, (row + 1) * TilePrints::kSide});
    }
  }
  return runs;
}

}  // namespace

TilePrints PrintsOf(const std::vector<DrawnTriangle>& triangles, Size canvas) {
  TilePrints tiles;
  tiles.columns = (canvas.width + TilePrints::kSide - 1) / TilePrints::kSide;
  tiles.rows = (canvas.height + TilePrints::kSide - 1) / TilePrints::kSide;
  tiles.prints.resize(static_cast<std::size_t>(tiles.columns) *
                      static_cast<std::size_t>(tiles.rows));
  for (const DrawnTriangle& t : triangles) {
    const auto [left, right] = std::minmax({t.v[0].x, t.v[1].x, t.v[2].x});
    const auto [top, bottom] = std::minmax({t.v[0].y, t.v[1].y, t.v[2].y});
    const int first_column = Tile(std::max({left, static_cast<float>(t.clip.left), 0.0F}));
    const int first_row = Tile(std::max({top, static_cast<float>(t.clip.top), 0.0F}));
    const int last_column =
        std::min(tiles.columns - 1, Tile(std::min(right, static_cast<float>(t.clip.right))));
    const int last_row =
        std::min(tiles.rows - 1, Tile(std::min(bottom, static_cast<float>(t.clip.bottom))));
    const std::uint64_t print = PrintOf(t);
    for (int row = first_row; row <= last_row; ++row)
      for (int column = first_column; column <= last_column; ++column) {
        std::uint64_t& tile =
            tiles.prints[(static_cast<std::size_t>(row) * static_cast<std::size_t>(tiles.columns)) +
                         static_cast<std::size_t>(column)];
        tile = Mix(tile, print);
      }
  }
  return tiles;
}

std::vector<PixelRect> Differences(const TilePrints& before, const TilePrints& now) {
  std::vector<PixelRect> found;
  std::size_t open = 0;  // rectangles before it end above the row above
  for (int row = 0; row < now.rows; ++row) {
    const std::size_t row_begin = found.size();
    for (const PixelRect& run : RunsOf(before, now, row)) {
      const auto above = std::find_if(
          found.begin() + static_cast<std::ptrdiff_t>(open),
          found.begin() + static_cast<std::ptrdiff_t>(row_begin), [&](const PixelRect& r) {
            return r.left == run.left && r.right == run.right && r.bottom == run.top;
          });
      if (above != found.begin() + static_cast<std::ptrdiff_t>(row_begin)) {
        above->bottom = run.bottom;
      } else {
        found.push_back(run);
      }
    }
    while (open < row_begin && found[open].bottom < row * TilePrints::kSide)
      ++open;
  }
  if (found.size() <= kMostRectangles) return found;
  PixelRect all = found.front();
  for (const PixelRect& r : found)
    all = {std::min(all.left, r.left), std::min(all.top, r.top), std::max(all.right, r.right),
           std::max(all.bottom, r.bottom)};
  return {all};
}

}  // namespace tanggap::ui

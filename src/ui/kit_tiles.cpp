// Tiles: picture, word and second line on one plate, set alike on every tile of a page.
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "ui/kit.h"

namespace tanggap::ui {
namespace {

constexpr float kRadius = 22;
constexpr float kTall = 300;  // units; what stands on a lower plate stands closer
constexpr float kLow = 260;
constexpr float kNarrow = 400;
constexpr float kApart = 2;      // between picture and word; the line above the capitals adds 12
constexpr float kClosePad = 18;  // above the picture where there is little room
constexpr float kLargest = 128;
constexpr float kLargestLow = 100;
constexpr float kLeastAbove = 72;   // a smaller one stands beside the words instead
constexpr float kLeastBeside = 64;  // a smaller picture would say nothing
constexpr float kBesideGap = 20;

struct Pads {
  float top = 0;
  float side = 0;
  float bottom = 0;
  float gap = 0;      // between word and second line
  float largest = 0;  // picture
};

Rect FaceOf(const Frame& frame, const Rect& rect) {
  return {rect.x, rect.y, rect.w, rect.h - frame.Px(7)};
}

Pads PadsOf(const Frame& frame, const Rect& face, bool second) {
  const bool tall = face.h >= frame.U(kTall);
  Pads pads;
  pads.top = frame.Px(tall ? 34 : kClosePad);
  pads.side = frame.Px(face.w < frame.U(kNarrow) ? 24 : 34);
  pads.bottom = frame.Px(second ? (tall ? 25 : 13) : (tall ? 28 : 20));
  pads.gap = !second || face.h < frame.U(kLow) ? 0 : frame.Px(tall ? 8 : 6);
  pads.largest = std::floor(frame.U(tall ? kLargest : kLargestLow));
  return pads;
}

struct Words {
  float word = 0;  // heights
  float second = 0;
  bool one_line = true;
  bool whole = true;  // no word is cut
};

Words MeasureWords(Frame& frame, const TileLook& look, TextStyle style, float width) {
  const TextFit word = MeasureText(frame, look.word, style, width);
  Words words{word.height, 0, word.lines <= 1, word.fitted};
  if (look.second.empty()) return words;
  const TextFit second = MeasureText(frame, look.second, TextStyle::kSmall, width);
  words.second = second.height;
  words.whole = words.whole && second.fitted;
  return words;
}

// The picture's side when this tile is set so; nothing when its words don't fit or its picture
// would be too small.
std::optional<float> Picture(Frame& frame, const Rect& cell, const TileLook& look, TilePlace place,
                             TextStyle style) {
  const Rect face = FaceOf(frame, cell);
  const Pads pads = PadsOf(frame, face, !look.second.empty());
  float width = face.w - (2 * pads.side);
  if (place == TilePlace::kBeside) {
    const float side = std::min(std::floor(face.h - (2 * frame.Px(kClosePad))), pads.largest);
    const Words words = MeasureWords(frame, look, style, width - side - frame.Px(kBesideGap));
    const float height = words.word + pads.gap + words.second;
    if (!words.whole || height > face.h || side < frame.U(kLeastBeside)) return std::nullopt;
    return side;
  }
  const Words words = MeasureWords(frame, look, style, width);
  const float height = words.word + pads.gap + words.second + pads.bottom;
  if (!words.whole) return std::nullopt;
  if (place == TilePlace::kNone)
    return height - pads.bottom <= face.h ? std::optional(0.0F) : std::nullopt;
  // Large words are for one line: two lines of the smaller ones leave the picture its room.
  if (style == TextStyle::kLabel && !words.one_line) return std::nullopt;
  const float room = face.h - height - frame.Px(kApart);
  if (room - pads.top >= pads.largest) return pads.largest;
  const float side = std::min(std::floor(room) - frame.Px(kClosePad), pads.largest - 1);
  return side < frame.U(kLeastAbove) ? std::nullopt : std::optional(side);
}

}  // namespace

TileFit FitTiles(Frame& frame, const std::vector<Rect>& cells, const std::vector<TileLook>& looks) {
  constexpr std::array<TileFit, 6> kTries{{{TilePlace::kAbove, 0, TextStyle::kLabel},
                                           {TilePlace::kAbove, 0, TextStyle::kStrong},
                                           {TilePlace::kBeside, 0, TextStyle::kLabel},
                                           {TilePlace::kBeside, 0, TextStyle::kStrong},
                                           {TilePlace::kNone, 0, TextStyle::kLabel},
                                           {TilePlace::kNone, 0, TextStyle::kStrong}}};
  for (TileFit fit : kTries) {
    fit.picture = frame.U(kLargest);
    bool all = true;
    for (std::size_t i = 0; all && i < cells.size(); ++i) {
      const auto side = Picture(frame, cells[i], looks[i], fit.place, fit.style);
      all = side.has_value();
      fit.picture = std::min(fit.picture, side.value_or(0));
    }
    if (all) return fit;
  }
  return {TilePlace::kNone, 0, TextStyle::kSmall};
}

bool Tile(Frame& frame, const char* id, const Rect& rect, const TileLook& look) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl, look.enabled);
  const Rect face = Plate(frame, rect,
                          {.pressed = press.down,
                           .selected = look.selected,
                           .enabled = look.enabled,
                           .radius = kRadius});
  if (frame.spoken == id) FocusRing(frame, rect, kRadius);
  const Theme& t = frame.Colors();
  const TileFit fit = look.fit.value_or(FitTiles(frame, {rect}, {look}));
  const Pads pads = PadsOf(frame, face, !look.second.empty());
  const bool beside = fit.place == TilePlace::kBeside;
  const float left = face.x + pads.side;
  const float x = left + (beside ? fit.picture + frame.Px(kBesideGap) : 0);
  const float width = face.Right() - pads.side - x;
  const Words words = MeasureWords(frame, look, fit.style, width);
  const float all = words.word + pads.gap + words.second;
  const float top = fit.place == TilePlace::kAbove ? face.Bottom() - pads.bottom - all
                                                   : std::round(face.Center().y - (all / 2));
  DrawText(frame, look.word, {x, top, width, words.word},
           {.style = fit.style, .color = look.enabled ? t.ink : t.disabled_text});
  if (!look.second.empty())
    DrawText(frame, look.second, {x, top + words.word + pads.gap, width, words.second},
             {.style = TextStyle::kSmall, .color = look.enabled ? t.ink2 : t.disabled_text});
  if (!look.icon.empty() && fit.picture > 0) {
    const float side = fit.picture;
    const float above = side < pads.largest ? frame.Px(kClosePad) : pads.top;
    const float y = beside ? std::round(face.Center().y - (side / 2)) : face.y + above;
    // The ink stands over the text's left edge, not the square it was drawn in.
    frame.Icon(look.icon, {left - frame.IconInset(look.icon, side), y, side, side},
               look.enabled ? t.ink : t.disabled_text, look.enabled ? t.tint : t.disabled,
               look.enabled ? t.surface : t.disabled);
  }
  if (look.selected) {
    const float d = frame.Px(56);
    TickDisc(frame, {face.Right() - frame.Px(20) - (d / 2), face.y + frame.Px(20) + (d / 2)}, d);
  }
  return press.tapped;
}

}  // namespace tanggap::ui

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
constexpr float kLargestLow = 116;
constexpr float kLargestHead = 104;
constexpr float kGoodAbove = 88;    // smaller, and beside the word it may stand larger
constexpr float kLeastAbove = 72;   // a smaller one stands beside the words instead
constexpr float kLeastBeside = 64;  // a smaller picture would say nothing
constexpr float kLeastHead = 80;
constexpr float kLeastAir = 4;  // above and below words beside a picture
constexpr float kBesideGap = 20;
constexpr float kHeadSide = 24;  // beside picture and word
constexpr float kBesidePad = 28;
constexpr float kHeadGap = 12;  // below them

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
  int lines = 1;
  bool whole = true;  // no word is cut
};

Words MeasureWords(Frame& frame, const TileLook& look, TextStyle style, float width) {
  const TextFit word = MeasureText(frame, look.word, style, width);
  Words words{word.height, 0, word.lines, word.fitted};
  if (look.second.empty()) return words;
  const TextFit second = MeasureText(frame, look.second, TextStyle::kSmall, width);
  words.second = second.height;
  words.whole = words.whole && second.fitted;
  return words;
}

// Picture and word in one row, the second line below: where above each other they have no room.
struct Head {
  float picture = 0;
  float row = 0;  // heights
  float second = 0;
  float word_w = 0;
  [[nodiscard]] float Height(const Frame& frame) const { return row + frame.Px(kHeadGap) + second; }
};

std::optional<Head> HeadOf(Frame& frame, const Rect& face, const TileLook& look, TextStyle style,
                           float picture) {
  const float width = face.w - (2 * frame.Px(kHeadSide));
  const float word_w = width - picture - frame.Px(kBesideGap);
  const TextFit word = MeasureText(frame, look.word, style, word_w);
  const TextFit second = MeasureText(frame, look.second, TextStyle::kSmall, width);
  const Head head{picture, std::max(picture, word.height), second.height, word_w};
  const bool fits = word.fitted && second.fitted && word.lines <= 2 && second.lines <= 2 &&
                    head.Height(frame) + (2 * frame.Px(kClosePad)) <= face.h;
  return fits ? std::optional(head) : std::nullopt;
}

std::optional<float> HeadPicture(Frame& frame, const Rect& face, const TileLook& look,
                                 TextStyle style) {
  if (look.second.empty()) return std::nullopt;
  for (float side = kLargestHead; side >= kLeastHead; side -= 4) {
    if (HeadOf(frame, face, look, style, frame.Px(side))) return frame.Px(side);
  }
  return std::nullopt;
}

float BesideSide(const Frame& frame, const Rect& face) {
  return frame.Px(face.w < frame.U(kNarrow) ? kHeadSide : kBesidePad);
}

std::optional<float> BesidePicture(Frame& frame, const Rect& face, const TileLook& look,
                                   TextStyle style) {
  const float width = face.w - (2 * BesideSide(frame, face)) - frame.Px(kBesideGap);
  const float tallest = std::min(face.h - (2 * frame.Px(kClosePad)), frame.U(kLargestLow));
  const int most = style == TextStyle::kLabel ? 1 : style == TextStyle::kStrong ? 3 : 2;
  for (float side = std::floor(tallest); side >= frame.U(kLeastBeside); side -= 4) {
    const Words words = MeasureWords(frame, look, style, width - side);
    if (words.whole && words.lines <= most &&
        words.word + words.second + frame.Px(2 * kLeastAir) <= face.h)
      return side;
  }
  return std::nullopt;
}

// The picture's side when this tile is set so; nothing when its words don't fit or its picture
// would be too small.
std::optional<float> Picture(Frame& frame, const Rect& cell, const TileLook& look, TilePlace place,
                             TextStyle style) {
  const Rect face = FaceOf(frame, cell);
  if (place == TilePlace::kHead) return HeadPicture(frame, face, look, style);
  const Pads pads = PadsOf(frame, face, !look.second.empty());
  float width = face.w - (2 * pads.side);
  if (place == TilePlace::kBeside) return BesidePicture(frame, face, look, style);
  const Words words = MeasureWords(frame, look, style, width);
  const float height = words.word + pads.gap + words.second + pads.bottom;
  if (!words.whole) return std::nullopt;
  if (place == TilePlace::kNone)
    return height - pads.bottom <= face.h ? std::optional(0.0F) : std::nullopt;
  // Large words are for one line: two lines of the smaller ones leave the picture its room.
  if (style == TextStyle::kLabel && words.lines > 1) return std::nullopt;
  const float room = face.h - height - frame.Px(kApart);
  if (room - pads.top >= pads.largest) return pads.largest;
  const float side = std::min(std::floor(room) - frame.Px(kClosePad), pads.largest - 1);
  return side < frame.U(kLeastAbove) ? std::nullopt : std::optional(side);
}

}  // namespace

namespace {

// Pictures and second lines of a row of tiles stand on one line.
bool AlignHeads(Frame& frame, const std::vector<Rect>& cells, const std::vector<TileLook>& looks,
                TileFit& fit) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const auto head = HeadOf(frame, FaceOf(frame, cells[i]), looks[i], fit.style, fit.picture);
    if (!head) continue;
    fit.row = std::max(fit.row, head->row);
    fit.second = std::max(fit.second, head->second);
  }
  const float all = fit.row + frame.Px(kHeadGap) + fit.second + (2 * frame.Px(kClosePad));
  return std::ranges::all_of(cells, [&](const Rect& cell) { return all <= FaceOf(frame, cell).h; });
}

}  // namespace

TileFit FitTiles(Frame& frame, const std::vector<Rect>& cells, const std::vector<TileLook>& looks) {
  // A picture says most to whoever reads little: the letters give way before it does.
  constexpr std::array<TileFit, 10> kTries{{{TilePlace::kAbove, 0, TextStyle::kLabel},
                                            {TilePlace::kAbove, 0, TextStyle::kStrong},
                                            {TilePlace::kHead, 0, TextStyle::kLabel},
                                            {TilePlace::kHead, 0, TextStyle::kStrong},
                                            {TilePlace::kBeside, 0, TextStyle::kLabel},
                                            {TilePlace::kBeside, 0, TextStyle::kStrong},
                                            {TilePlace::kAbove, 0, TextStyle::kSmall},
                                            {TilePlace::kBeside, 0, TextStyle::kSmall},
                                            {TilePlace::kNone, 0, TextStyle::kLabel},
                                            {TilePlace::kNone, 0, TextStyle::kStrong}}};
  std::optional<TileFit> small;  // pictures above, but little ones
  for (TileFit fit : kTries) {
    if (small && fit.place != TilePlace::kAbove && fit.place != TilePlace::kHead) break;
    fit.picture = frame.U(kLargest);
    bool all = true;
    for (std::size_t i = 0; all && i < cells.size(); ++i) {
      const auto side = Picture(frame, cells[i], looks[i], fit.place, fit.style);
      all = side.has_value();
      fit.picture = std::min(fit.picture, side.value_or(0));
    }
    if (!all) continue;
    if (fit.place == TilePlace::kHead && !AlignHeads(frame, cells, looks, fit)) continue;
    if (fit.place != TilePlace::kAbove || fit.picture >= frame.U(kGoodAbove)) return fit;
    if (!small) small = fit;
  }
  return small.value_or(TileFit{TilePlace::kNone, 0, TextStyle::kSmall});
}

namespace {

struct TileInk {
  Color ink, second, tint, white;
};

TileInk InkOf(const Theme& t, bool enabled) {
  if (!enabled) return {t.disabled_text, t.disabled_text, t.disabled, t.disabled};
  return {t.ink, t.ink2, t.tint, t.surface};
}

void DrawHead(Frame& frame, const Rect& face, const TileLook& look, const TileFit& fit,
              const TileInk& colors) {
  const auto head = HeadOf(frame, face, look, fit.style, fit.picture);
  if (!head) return;
  const float row = std::max(fit.row, head->row);
  const float all = row + frame.Px(kHeadGap) + std::max(fit.second, head->second);
  const float left = face.x + frame.Px(kHeadSide);
  const float top = std::round(face.Center().y - (all / 2));
  const Rect picture{left - frame.IconInset(look.icon, head->picture),
                     std::round(top + ((row - head->picture) / 2)), head->picture, head->picture};
  frame.Icon(look.icon, picture, colors.ink, colors.tint, colors.white);
  DrawText(frame, look.word, {left + head->picture + frame.Px(kBesideGap), top, head->word_w, row},
           {.style = fit.style, .color = colors.ink, .valign = VAlign::kMiddle});
  DrawText(frame, look.second,
           {left, top + row + frame.Px(kHeadGap), face.w - (2 * frame.Px(kHeadSide)), head->second},
           {.style = TextStyle::kSmall, .color = colors.second});
  if (look.selected) TickBadge(frame, picture);
}

}  // namespace

bool Tile(Frame& frame, const char* id, const Rect& rect, const TileLook& look) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl, look.enabled);
  const Rect face = Plate(frame, rect,
                          {.pressed = press.down,
                           .selected = look.selected,
                           .enabled = look.enabled,
                           .radius = kRadius});
  if (frame.spoken == id) FocusRing(frame, rect, kRadius);
  const TileInk colors = InkOf(frame.Colors(), look.enabled);
  const TileFit fit = look.fit.value_or(FitTiles(frame, {rect}, {look}));
  if (fit.place == TilePlace::kHead) {
    DrawHead(frame, face, look, fit, colors);
    return press.tapped;
  }
  const Pads pads = PadsOf(frame, face, !look.second.empty());
  const bool beside = fit.place == TilePlace::kBeside;
  const float side_pad = beside ? BesideSide(frame, face) : pads.side;
  const float left = face.x + side_pad;
  const float x = left + (beside ? fit.picture + frame.Px(kBesideGap) : 0);
  const float width = face.Right() - side_pad - x;
  const Words words = MeasureWords(frame, look, fit.style, width);
  const float all = words.word + pads.gap + words.second;
  const float top = fit.place == TilePlace::kAbove ? face.Bottom() - pads.bottom - all
                                                   : std::round(face.Center().y - (all / 2));
  DrawText(frame, look.word, {x, top, width, words.word},
           {.style = fit.style, .color = colors.ink});
  if (!look.second.empty())
    DrawText(frame, look.second, {x, top + words.word + pads.gap, width, words.second},
             {.style = TextStyle::kSmall, .color = colors.second});
  if (!look.icon.empty() && fit.picture > 0) {
    const float side = fit.picture;
    const float above = side < pads.largest ? frame.Px(kClosePad) : pads.top;
    const float y = beside ? std::round(face.Center().y - (side / 2)) : face.y + above;
    // The ink stands over the text's left edge, not the square it was drawn in.
    const Rect picture{left - frame.IconInset(look.icon, side), y, side, side};
    frame.Icon(look.icon, picture, colors.ink, colors.tint, colors.white);
    if (look.selected && beside) TickBadge(frame, picture);
  }
  if (look.selected && (!beside || look.icon.empty())) {
    const float d = frame.Px(56);
    TickDisc(frame, {face.Right() - frame.Px(20) - (d / 2), face.y + frame.Px(20) + (d / 2)}, d);
  }
  return press.tapped;
}

void TickBadge(Frame& frame, const Rect& picture) {
  const float d = frame.Px(48);
  const Point at{picture.Right() - frame.Px(12), picture.y + frame.Px(10)};
  frame.Disc(at, (d / 2) + frame.Px(4), frame.Colors().soft);
  TickDisc(frame, at, d);
}

}  // namespace tanggap::ui

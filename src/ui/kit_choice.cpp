// An answer as wide as its column: for questions with so few answers that each may be large.
#include <algorithm>
#include <cmath>

#include "ui/kit.h"

namespace tanggap::ui {
namespace {

constexpr float kRadius = 22;
constexpr float kSidePad = 44;
constexpr float kLargestIcon = 140;
constexpr float kSmallestIcon = 48;

// The largest style in which the word stands on one line; else two lines of the smaller one.
TextStyle WordStyle(Frame& frame, const TileLook& look, float width, float height) {
  if (TextWidth(frame, look.word, TextStyle::kLabel) <= width) return TextStyle::kLabel;
  const TextFit two = MeasureText(frame, look.word, TextStyle::kStrong, width);
  return two.fitted && two.height <= height ? TextStyle::kStrong : TextStyle::kSmall;
}

}  // namespace

bool Choice(Frame& frame, const char* id, const Rect& rect, const TileLook& look) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl, look.enabled);
  const Rect face = Plate(frame, rect,
                          {.pressed = press.down,
                           .selected = look.selected,
                           .enabled = look.enabled,
                           .radius = kRadius});
  if (frame.spoken == id) FocusRing(frame, rect, kRadius);
  const Theme& t = frame.Colors();
  const Color ink = look.enabled ? t.ink : t.disabled_text;
  const float pad = frame.Px(std::min(kSidePad, rect.w / frame.look.unit * 0.07F));
  float x = face.x + pad;
  const float side =
      look.icon.empty()
          ? 0
          : std::floor(std::min({face.h * 0.56F, rect.w * 0.24F, frame.U(kLargestIcon)}));
  if (side >= frame.U(kSmallestIcon)) {
    frame.Icon(look.icon, {x, std::round(face.Center().y - (side / 2)), side, side}, ink,
               look.enabled ? t.tint : t.disabled, look.enabled ? t.surface : t.disabled);
    x += side + pad * 0.8F;
  }
  const float disc = frame.Px(56);
  const float width = face.Right() - pad - (look.selected ? disc + frame.Px(14) : 0) - x;
  const TextStyle style = WordStyle(frame, look, width, face.h);
  const float word_h = MeasureText(frame, look.word, style, width).height;
  float second_h =
      look.second.empty() ? 0 : MeasureText(frame, look.second, TextStyle::kSmall, width).height;
  // A low row keeps its word and drops what only explains it.
  if (word_h + second_h + frame.Px(16) > face.h) second_h = 0;
  const float top = std::round(face.Center().y - ((word_h + second_h) / 2));
  DrawText(frame, look.word, {x, top, width, word_h}, {.style = style, .color = ink});
  if (second_h > 0)
    DrawText(frame, look.second, {x, top + word_h, width, second_h},
             {.style = TextStyle::kSmall, .color = look.enabled ? t.ink2 : t.disabled_text});
  if (look.selected) TickDisc(frame, {face.Right() - pad - (disc / 2), face.Center().y}, disc);
  return press.tapped;
}

}  // namespace tanggap::ui

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
constexpr float kTick = 56;

// The largest style in which the word stands on one line; else two lines of the smaller one.
TextStyle WordStyle(Frame& frame, const TileLook& look, float width, float height) {
  if (TextWidth(frame, look.word, TextStyle::kLabel) <= width) return TextStyle::kLabel;
  const TextFit two = MeasureText(frame, look.word, TextStyle::kStrong, width);
  return two.fitted && two.height <= height ? TextStyle::kStrong : TextStyle::kSmall;
}

// Where everything stands, from what the tile shows alone.
struct Places {
  float pad = 0;
  float side = 0;  // of the picture; 0: none
  float words_x = 0;
  float words_w = 0;
};

Places PlacesOf(const Frame& frame, const Rect& face, const TileLook& look) {
  Places places;
  places.pad = frame.Px(std::min(kSidePad, face.w / frame.look.unit * 0.07F));
  const float side =
      look.icon.empty()
          ? 0
          : std::floor(std::min({face.h * 0.56F, face.w * 0.24F, frame.U(kLargestIcon)}));
  places.side = side >= frame.U(kSmallestIcon) ? side : 0;
  places.words_x = face.x + places.pad + (places.side > 0 ? places.side + (places.pad * 0.8F) : 0);
  // The words stand alike whether it is chosen or not: without a picture the tick has its place.
  const float tick = places.side > 0 ? 0 : frame.Px(kTick + 14);
  places.words_w = face.Right() - places.pad - tick - places.words_x;
  return places;
}

Rect FaceOf(const Frame& frame, const Rect& rect) {
  return {rect.x, rect.y, rect.w, rect.h - frame.Px(7)};
}

// A chosen row says so at its end where its words leave the room, else on its picture.
bool TickAtEnd(Frame& frame, const TileLook& look, const Places& places, TextStyle style,
               float second_h) {
  if (places.side <= 0) return true;
  float words = MeasureText(frame, look.word, style, places.words_w).width;
  if (second_h > 0)
    words =
        std::max(words, MeasureText(frame, look.second, TextStyle::kSmall, places.words_w).width);
  return words + frame.Px(kTick + 14) <= places.words_w;
}

bool HoldsSecond(Frame& frame, const Rect& face, const TileLook& look, TextStyle style) {
  const Places places = PlacesOf(frame, face, look);
  const float word = MeasureText(frame, look.word, style, places.words_w).height;
  const float second = MeasureText(frame, look.second, TextStyle::kSmall, places.words_w).height;
  return word + second + frame.Px(16) <= face.h;
}

}  // namespace

void FitChoices(Frame& frame, const std::vector<Rect>& cells, std::vector<TileLook>& looks) {
  TextStyle style = TextStyle::kLabel;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rect face = FaceOf(frame, cells[i]);
    style = std::max(style,
                     WordStyle(frame, looks[i], PlacesOf(frame, face, looks[i]).words_w, face.h));
  }
  bool seconds = true;
  for (std::size_t i = 0; i < cells.size(); ++i)
    seconds = seconds && (looks[i].second.empty() ||
                          HoldsSecond(frame, FaceOf(frame, cells[i]), looks[i], style));
  for (TileLook& look : looks) {
    look.fit = TileFit{TilePlace::kBeside, 0, style};
    if (!seconds) look.second = {};
  }
}

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
  const Places places = PlacesOf(frame, face, look);
  const float width = places.words_w;
  const TextStyle style = look.fit ? look.fit->style : WordStyle(frame, look, width, face.h);
  const float word_h = MeasureText(frame, look.word, style, width).height;
  float second_h =
      look.second.empty() ? 0 : MeasureText(frame, look.second, TextStyle::kSmall, width).height;
  // A low row keeps its word and drops what only explains it.
  if (word_h + second_h + frame.Px(16) > face.h) second_h = 0;
  const bool at_end = TickAtEnd(frame, look, places, style, second_h);
  if (places.side > 0) {
    const Rect picture{face.x + places.pad, std::round(face.Center().y - (places.side / 2)),
                       places.side, places.side};
    // What is cut out of a picture shows the plate below it.
    const Color ground = look.selected ? t.soft : t.surface;
    frame.Icon(look.icon, picture, ink, look.enabled ? t.tint : t.disabled,
               look.enabled ? ground : t.disabled);
    if (look.selected && !at_end) TickBadge(frame, picture);
  }
  if (look.selected && at_end) {
    const float disc = frame.Px(kTick);
    TickDisc(frame, {face.Right() - places.pad - (disc / 2), face.Center().y}, disc);
  }
  const float top = std::round(face.Center().y - ((word_h + second_h) / 2));
  DrawText(frame, look.word, {places.words_x, top, width, word_h}, {.style = style, .color = ink});
  if (second_h > 0)
    DrawText(frame, look.second, {places.words_x, top + word_h, width, second_h},
             {.style = TextStyle::kSmall, .color = look.enabled ? t.ink2 : t.disabled_text});
  return press.tapped;
}

}  // namespace tanggap::ui

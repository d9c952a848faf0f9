// Plates with a lip and everything that is pressed on one.
#include <imgui.h>

#include <array>
#include <cmath>

#include "ui/kit.h"

namespace tanggap::ui {
namespace {

constexpr float kRadius = 22;

struct PlateColors {
  Color fill, outline, lip;
  float outline_width;
};

PlateColors ColorsOf(const Theme& t, const PlateLook& look) {
  if (!look.enabled) return {t.disabled, kTransparent, kTransparent, 0};
  if (look.primary && look.pressed) return {t.primary_pressed, kTransparent, kTransparent, 0};
  if (look.primary) return {t.primary, kTransparent, t.primary_lip, 0};
  if (look.pressed) return {t.soft, t.primary, kTransparent, 3};
  if (look.selected) return {t.soft, t.primary, t.primary, 6};
  return {look.lip ? t.surface : t.paper, t.line, t.line, 3};
}

// The largest of the button styles in which a word fits on one line.
TextStyle StyleThatFits(Frame& frame, std::string_view word, TextStyle wanted, float width) {
  if (wanted == TextStyle::kLabel && TextWidth(frame, word, TextStyle::kLabel) > width)
    return TextStyle::kStrong;
  return wanted;
}

// What stands on a button: the largest word and icon that fit together.
struct Fitted {
  TextStyle style = TextStyle::kLabel;
  float side = 0;  // of the icon; 0: none
  float gap = 0;
  float word = 0;
};

Fitted FitContent(Frame& frame, const ButtonLook& look, float room) {
  struct Try {
    TextStyle style;
    float side, gap;
  };
  constexpr std::array<Try, 7> kTries{{{TextStyle::kLabel, 64, 20},
                                       {TextStyle::kStrong, 56, 17},
                                       {TextStyle::kStrong, 44, 10},
                                       {TextStyle::kStrong, 0, 0},  // the word before its picture
                                       {TextStyle::kSmall, 44, 10},
                                       {TextStyle::kSmall, 0, 0},
                                       {TextStyle::kHelp, 0, 0}}};
  Fitted fitted;
  for (const Try& t : kTries) {
    if (t.style < look.style && t.style != look.style) continue;  // never larger than asked
    fitted = {t.style, look.icon.empty() ? 0 : t.side * frame.look.unit,
              look.icon.empty() || look.word.empty() ? 0 : t.gap * frame.look.unit,
              TextWidth(frame, look.word, t.style)};
    fitted.side = std::round(fitted.side);
    if (fitted.word + fitted.side + fitted.gap <= room) break;
  }
  return fitted;
}

void ButtonContent(Frame& frame, const Rect& face, const ButtonLook& look, Color ink, bool tinted) {
  const float room = face.w - (2 * frame.Px(16));
  const Fitted fitted = FitContent(frame, look, room);
  const float whole = fitted.word + fitted.side + fitted.gap;
  const float side = fitted.side;
  float x = std::round(face.x + ((face.w - whole) / 2));
  const float icon_y = std::round(face.y + ((face.h - side) / 2));
  const auto icon = [&](float at) {
    const Theme& t = frame.Colors();
    const bool plain = !tinted || t.high_contrast;
    frame.Icon(look.icon, {at, icon_y, side, side}, ink, plain ? kTransparent : t.tint,
               plain ? kTransparent : t.surface);
  };
  if (side > 0 && !look.icon_after) {
    icon(x);
    x += side + fitted.gap;
  }
  const float line = LineHeight(frame, fitted.style);
  const float small = LineHeight(frame, TextStyle::kSmall);
  const bool two = !look.second.empty() && line + small <= face.h &&
                   TextWidth(frame, look.second, TextStyle::kSmall) <= room;
  const float word_h = two ? face.h - small : face.h;
  DrawText(frame, look.word, {x, face.y, std::max(1.0F, std::min(fitted.word, room)) + 1, word_h},
           {.style = fitted.style, .color = ink, .valign = VAlign::kMiddle, .wrap = false});
  if (two) {
    const float top = std::round(face.y + ((word_h + line) / 2) - frame.Px(6));
    DrawText(frame, look.second, {face.x + frame.Px(16), top, room, small},
             {.style = TextStyle::kSmall, .color = ink, .align = Align::kCenter, .wrap = false});
  }
  if (side > 0 && look.icon_after) icon(std::round(x + fitted.word + fitted.gap));
}

bool Button(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look,
            PlateLook plate) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl, look.enabled);
  if (plate.primary && look.enabled) frame.MarkFilled();
  plate.pressed = press.down;
  plate.enabled = look.enabled;
  const Rect face = Plate(frame, rect, plate);
  if (frame.spoken == id) FocusRing(frame, rect, plate.radius);
  const Theme& t = frame.Colors();
  Color ink = t.ink;
  if (plate.primary) ink = press.down ? t.on_primary_pressed : t.on_primary;
  if (!look.enabled) ink = t.disabled_text;
  ButtonContent(frame, face, look, ink, !plate.primary && look.enabled);
  return press.tapped;
}

}  // namespace

Rect Plate(Frame& frame, const Rect& rect, const PlateLook& look) {
  const PlateColors c = ColorsOf(frame.Colors(), look);
  const float radius = frame.U(look.radius);
  const float lip = look.lip ? frame.Px(7) : 0;
  const float sink = look.pressed && look.lip ? frame.Px(5) : 0;
  Rect plate{rect.x, rect.y + sink, rect.w, rect.h - sink};
  if (c.lip.a > 0 && lip > 0) {
    frame.Fill({rect.x, rect.y + (2 * radius < rect.h ? lip : 0), rect.w,
                rect.h - (2 * radius < rect.h ? lip : 0)},
               c.lip, radius);
    plate.h = rect.h - lip;
  }
  // The outline is a filled plate under a smaller one: corners stay exactly concentric.
  if (c.outline.a > 0) {
    const float width = frame.Px(c.outline_width);
    frame.Fill(plate, c.outline, radius);
    frame.Fill(plate.Inset(width), c.fill, std::max(0.0F, radius - width));
  } else {
    frame.Fill(plate, c.fill, radius);
  }
  return {rect.x, rect.y + sink, rect.w, rect.h - lip};
}

void FocusRing(Frame& frame, const Rect& rect, float radius_units) {
  const float away = frame.Px(5) + frame.Px(6);
  frame.Outline(rect.Inset(-away), frame.Colors().focus, frame.Px(6), frame.U(radius_units + 8));
}

void TickDisc(Frame& frame, Point center, float diameter) {
  const Theme& t = frame.Colors();
  frame.Disc(center, diameter / 2, t.primary);
  const float s = diameter / 56;
  frame.Stroke({{center.x - (12 * s), center.y + (1 * s)},
                {center.x - (4 * s), center.y + (9 * s)},
                {center.x + (13 * s), center.y - (9 * s)}},
               t.on_primary, 6 * s);
}

bool Face(Frame& frame, const char* id, const Rect& cell, FaceKind kind, std::string_view word,
          float diameter, float blink, TextStyle wanted) {
  const float radius = diameter / 2;
  const Rect head{std::round(cell.Center().x - radius), cell.y, diameter, diameter + frame.Px(7)};
  const Press press = frame.PressableIn(id, head, cell, TargetKind::kFace);
  const Point center{head.x + radius, head.y + radius};
  if (frame.spoken == id)
    frame.Circle({center.x, center.y + frame.Px(3)}, radius + frame.Px(14), frame.Colors().focus,
                 frame.Px(6));
  DrawFace(frame, kind, center, radius, {blink, true, press.down});
  const float top = head.y + diameter + frame.Px(17);
  const TextStyle style = StyleThatFits(frame, word, wanted, cell.w);
  const float lines = MeasureText(frame, word, style, cell.w).lines > 1 ? 2.0F : 1.0F;
  DrawText(frame, word, {cell.x, top, cell.w, lines * LineHeight(frame, style)},
           {.style = style, .color = frame.Colors().ink, .align = Align::kCenter});
  return press.tapped;
}

bool PrimaryButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look) {
  return Button(frame, id, rect, look, {.primary = true, .radius = kRadius});
}

bool SecondaryButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look) {
  return Button(frame, id, rect, look, {.radius = kRadius});
}

bool QuietButton(Frame& frame, const char* id, const Rect& rect, const ButtonLook& look) {
  return Button(frame, id, rect, look, {.lip = false, .radius = kRadius});
}

bool HelpButton(Frame& frame, const char* id, const Rect& rect, std::string_view icon,
                std::string_view word) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl);
  const Rect face = Plate(frame, rect, {.pressed = press.down, .lip = false, .radius = 18});
  if (frame.spoken == id) FocusRing(frame, rect, 18);
  const Theme& t = frame.Colors();
  const float side = frame.Px(52);
  const float line = LineHeight(frame, TextStyle::kHelp);
  const float top = std::round(face.y + ((face.h - side - line) / 2)) + frame.Px(1);
  frame.Icon(icon, {std::round(face.Center().x - (side / 2)), top, side, side}, t.ink, kTransparent,
             kTransparent);
  DrawText(frame, word, {face.x + frame.Px(6), top + side, face.w - (2 * frame.Px(6)), line},
           {.style = TextStyle::kHelp, .color = t.ink, .align = Align::kCenter, .wrap = false});
  return press.tapped;
}

namespace {

constexpr float kPhrasePad = 28;
constexpr float kPhraseDisc = 48;
constexpr float kPhraseAir = 36;  // above, below and the lip, where there are several lines

// The words stand alike whether it is chosen or not: the tick has its place.
float PhraseWidth(const Frame& frame, float width) {
  return width - (2 * frame.Px(kPhrasePad)) - frame.Px(kPhraseDisc) - frame.Px(8);
}

}  // namespace

float PhraseHeight(Frame& frame, std::string_view words, float width) {
  const TextFit fit = MeasureText(frame, words, TextStyle::kBody, PhraseWidth(frame, width));
  return std::max(frame.Px(111), fit.lines > 1 ? fit.height + frame.Px(kPhraseAir) : 0.0F);
}

float PhraseLeast(Frame& frame, std::string_view words, int lines) {
  const float around = 100 * frame.look.unit - PhraseWidth(frame, 100 * frame.look.unit);
  float most = TextWidth(frame, words, TextStyle::kBody) + 1;
  float least = most / static_cast<float>(lines);
  while (lines > 1 && most - least > 4) {
    const float tried = (least + most) / 2;
    const TextFit fit = MeasureText(frame, words, TextStyle::kBody, tried);
    (fit.fitted && fit.lines <= lines ? most : least) = tried;
  }
  return std::ceil(most + around) + 1;
}

bool PhraseButton(Frame& frame, const char* id, const Rect& rect, std::string_view words,
                  bool selected) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl);
  const Rect face =
      Plate(frame, rect, {.pressed = press.down, .selected = selected, .radius = kRadius});
  if (frame.spoken == id) FocusRing(frame, rect, kRadius);
  const float width = PhraseWidth(frame, face.w);
  // A phrase longer than its plate stands in the smaller letters, never out of it.
  const TextFit fit = MeasureText(frame, words, TextStyle::kBody, width);
  const TextStyle style = fit.fitted && fit.height <= face.h ? TextStyle::kBody : TextStyle::kSmall;
  DrawText(frame, words, {face.x + frame.Px(kPhrasePad), face.y, width, face.h},
           {.style = style, .color = frame.Colors().ink, .valign = VAlign::kMiddle});
  const float disc = frame.Px(kPhraseDisc);
  if (selected)
    TickDisc(frame, {face.Right() - frame.Px(kPhrasePad) - (disc / 2), face.Center().y}, disc);
  return press.tapped;
}

bool CheckCard(Frame& frame, const char* id, const Rect& rect, std::string_view words,
               bool checked) {
  const Press press = frame.Pressable(id, rect, TargetKind::kControl);
  const Rect face = Plate(frame, rect, {.pressed = press.down, .radius = kRadius});
  if (frame.spoken == id) FocusRing(frame, rect, kRadius);
  const Theme& t = frame.Colors();
  const float side = frame.Px(76);
  const float pad = frame.Px(30);
  const Rect box{face.x + pad, std::round(face.Center().y - (side / 2)), side, side};
  if (checked) {
    frame.Fill(box, t.primary, frame.U(14));
    const float s = side / 76;
    const Point c = box.Center();
    frame.Stroke({{c.x - (17 * s), c.y + (1 * s)},
                  {c.x - (5 * s), c.y + (13 * s)},
                  {c.x + (19 * s), c.y - (13 * s)}},
                 t.on_primary, 8 * s);
  } else {
    frame.Fill(box, t.line, frame.U(14));
    frame.Fill(box.Inset(frame.Px(3)), t.surface, frame.U(11));
  }
  const float x = box.Right() + pad;
  const Rect room{x, face.y, face.Right() - pad - x, face.h};
  TextStyle style = TextStyle::kStrong;
  if (const TextFit fit = MeasureText(frame, words, style, room.w);
      !fit.fitted || fit.height > room.h)
    style = TextStyle::kSmall;
  DrawText(frame, words, room, {.style = style, .color = t.ink, .valign = VAlign::kMiddle});
  return press.tapped;
}

}  // namespace tanggap::ui

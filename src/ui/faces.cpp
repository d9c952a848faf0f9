// Draws the four faces after the table of the visual system.
#include "ui/faces.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

namespace tanggap::ui {
namespace {

ImU32 Pack(Color c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}

// Draws in units of a head of radius 100 around its centre.
class Pen {
 public:
  Pen(Frame& frame, Point center, float radius, Color color)
      : list_(frame.List()), center_(center), scale_(radius / 100), color_(Pack(color)) {}

  void Arc(Point at, float radius, float from_deg, float to_deg, float stroke) {
    const float from = Radians(from_deg);
    const float to = Radians(to_deg);
    list_->PathArcTo(At(at), radius * scale_, from, to);
    list_->PathStroke(color_, 0, stroke * scale_);
    Cap({at.x + (radius * std::cos(from)), at.y + (radius * std::sin(from))}, stroke);
    Cap({at.x + (radius * std::cos(to)), at.y + (radius * std::sin(to))}, stroke);
  }

  void Line(Point a, Point b, float stroke) {
    list_->PathLineTo(At(a));
    list_->PathLineTo(At(b));
    list_->PathStroke(color_, 0, stroke * scale_);
    Cap(a, stroke);
    Cap(b, stroke);
  }

  void Capsule(Point at, float width, float height) {
    const ImVec2 a = At({at.x - (width / 2), at.y - (height / 2)});
    const ImVec2 b = At({at.x + (width / 2), at.y + (height / 2)});
    list_->AddRectFilled(a, b, color_, std::min(width, height) * scale_ / 2);
  }

  // Filled lower half of a disc, edge stroked with round joins.
  void HalfDisc(Point at, float radius, float stroke) {
    list_->PathArcTo(At(at), radius * scale_, 0, Radians(180));
    list_->PathFillConvex(color_);
    Arc(at, radius, 0, 180, stroke);
    Line({at.x - radius, at.y}, {at.x + radius, at.y}, stroke);
  }

 private:
  static float Radians(float deg) { return deg * std::numbers::pi_v<float> / 180; }
  [[nodiscard]] ImVec2 At(Point p) const {
    return {center_.x + (p.x * scale_), center_.y + (p.y * scale_)};
  }
  // AddPolyline ends squarely; a disc at each end makes it round.
  void Cap(Point p, float stroke) { list_->AddCircleFilled(At(p), stroke * scale_ / 2, color_); }

  ImDrawList* list_;
  Point center_;
  float scale_;
  ImU32 color_;
};

// Upright capsules; a blink shortens them to 4.
void Eyes(Pen& pen, float top, float bottom, float blink) {
  constexpr float kStroke = 18;
  constexpr float kShut = 4;
  const float middle = (top + bottom) / 2;
  const float open = bottom - top + kStroke;
  const float height = open + ((kShut - open) * blink);
  for (const float x : {-35.0F, 35.0F})
    pen.Capsule({x, middle}, kStroke, height);
}

void VerySatisfied(Pen& pen, float blink) {
  for (const float x : {-35.0F, 35.0F})
    pen.Arc({x, -4}, 17, 205, 335, 10.5F);
  const float rise = 4 * blink;
  pen.Arc({-36, -16 - rise}, 40, 250, 292, 9);
  pen.Arc({36, -16 - rise}, 40, 248, 290, 9);
  pen.HalfDisc({0, 19}, 44, 9);
}

void Satisfied(Pen& pen, float blink) {
  Eyes(pen, -19, -9, blink);
  pen.Arc({-36, -12}, 38, 250, 292, 9);
  pen.Arc({36, -12}, 38, 248, 290, 9);
  pen.Arc({0, -6}, 50, 30, 150, 10.5F);
}

void Dissatisfied(Pen& pen, float blink) {
  Eyes(pen, -16, -6, blink);
  pen.Line({-51, -41}, {-26, -49}, 9);
  pen.Line({51, -41}, {26, -49}, 9);
  pen.Arc({0, 92}, 60, 242, 298, 10.5F);
}

void VeryDissatisfied(Pen& pen, float blink) {
  Eyes(pen, -13, -5, blink);
  pen.Line({-52, -43}, {-25, -34}, 9);
  pen.Line({52, -43}, {25, -34}, 9);
  pen.Arc({0, 73}, 40, 205, 335, 10.5F);
}

Color HeadColor(FaceKind kind) {
  switch (kind) {
    case FaceKind::kVerySatisfied:
      return Rgb(0x0072B2);
    case FaceKind::kSatisfied:
      return Rgb(0x56B4E9);
    case FaceKind::kDissatisfied:
      return Rgb(0xE69F00);
    case FaceKind::kVeryDissatisfied:
      return Rgb(0xA63603);
  }
  return {};
}

constexpr std::int64_t kBlinkEveryMs = 10'000;
constexpr std::int64_t kBlinkMs = 220;
constexpr std::int64_t kBlinkApartMs = 180;

}  // namespace

void DrawFace(Frame& frame, FaceKind kind, Point center, float radius, const FaceLook& look) {
  const Theme& colors = frame.Colors();
  const float outline = frame.U(8.5F);
  const float lip = frame.Px(7);
  if (look.lip && !look.pressed) frame.Disc({center.x, center.y + lip}, radius, colors.ink);
  if (look.pressed) center.y += frame.Px(5);
  frame.Disc(center, radius, colors.ink);
  frame.Disc(center, radius - outline, HeadColor(kind));
  const bool light_features =
      kind == FaceKind::kVerySatisfied || kind == FaceKind::kVeryDissatisfied;
  const Color dark = colors.high_contrast ? Rgb(0x000000) : colors.ink;
  Pen pen(frame, center, radius, light_features ? Rgb(0xFFFFFF) : dark);
  switch (kind) {
    case FaceKind::kVerySatisfied:
      return VerySatisfied(pen, look.blink);
    case FaceKind::kSatisfied:
      return Satisfied(pen, look.blink);
    case FaceKind::kDissatisfied:
      return Dissatisfied(pen, look.blink);
    case FaceKind::kVeryDissatisfied:
      return VeryDissatisfied(pen, look.blink);
  }
}

float AttractBlink(Frame& frame, FaceKind kind, std::int64_t since_screen_ms) {
  if (frame.still || since_screen_ms < 0) return 0;
  const std::int64_t round = since_screen_ms % kBlinkEveryMs;
  const std::int64_t begin = kBlinkEveryMs - (3 * kBlinkApartMs) - kBlinkMs - 20;
  const std::int64_t end = begin + (3 * kBlinkApartMs) + kBlinkMs;
  if (round < begin) {
    frame.WakeAt(frame.now_ms + begin - round);
  } else if (round < end) {
    frame.AnimateUntil(frame.now_ms + end - round, 30);
  } else {
    frame.WakeAt(frame.now_ms + kBlinkEveryMs - round + begin);
  }
  const std::int64_t mine = round - begin - (static_cast<std::int64_t>(kind) * kBlinkApartMs);
  if (mine < 0 || mine >= kBlinkMs) return 0;
  const float phase = static_cast<float>(mine) / static_cast<float>(kBlinkMs);
  return std::sin(phase * std::numbers::pi_v<float>);
}

}  // namespace tanggap::ui

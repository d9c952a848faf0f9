// Drawing and pressing on one canvas.
#include "ui/frame.h"

#include <imgui.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "ui/fonts.h"
#include "ui/icons.h"
#include "ui/memory.h"
#include "ui/textures.h"

namespace tanggap::ui {
namespace {

ImU32 Pack(Color c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}
ImVec2 V(Point p) {
  return {p.x, p.y};
}

Sound SoundOf(TargetKind kind) {
  switch (kind) {
    case TargetKind::kFace:
      return Sound::kRating;
    case TargetKind::kKey:
    case TargetKind::kCodeKey:
      return Sound::kKey;
    case TargetKind::kControl:
    case TargetKind::kDesk:
      break;
  }
  return Sound::kTap;
}

}  // namespace

Look KioskLook(Size canvas, float panel_width_mm, float panel_height_mm) {
  Look look;
  const auto w = static_cast<float>(canvas.width);
  const auto h = static_cast<float>(canvas.height);
  look.px_per_mm = std::hypot(w, h) / std::hypot(panel_width_mm, panel_height_mm);
  const float long_side = std::max(w, h) / 1920.0F;
  const float short_side = std::min(w, h) / 1080.0F;
  look.unit = std::max(look.px_per_mm / kDesignPxPerMm, std::min(long_side, short_side));
  // Panels are measured to the millimetre; a hair off must not blur the design's whole pixels.
  if (std::abs(look.unit - 1) < 0.01F) look.unit = 1;
  return look;
}

Look DeskLook(float scale) {
  Look look;
  look.desk = true;
  look.unit = scale;
  look.px_per_mm = 96.0F * scale / 25.4F;
  return look;
}

Frame::Frame(Memory& memory, FontSet& fonts, IconCache& icons, TextureCache& textures,
             ImDrawList* list)
    : memory_(memory), fonts_(fonts), icons_(icons), textures_(textures), list_(list) {}

float Frame::Px(float units) const {
  return std::max(1.0F, std::round(units * look.unit));
}

Rect Frame::Area(float x, float y, float w, float h) const {
  const float left = std::round(x * look.unit);
  const float top = std::round(y * look.unit);
  return {left, top, std::round((x + w) * look.unit) - left, std::round((y + h) * look.unit) - top};
}

void Frame::Screen(std::string_view name, int deaf_ms) {
  screen_ = name;
  if (memory_.screen == name) return;
  const bool first = memory_.screen.empty();
  fresh_ = true;
  memory_.screen = name;
  memory_.screen_since = now_ms;
  memory_.deaf_until = first ? now_ms : now_ms + deaf_ms;
  memory_.active.clear();
  memory_.flash.clear();
}

std::int64_t Frame::SinceScreen() const {
  return now_ms - memory_.screen_since;
}

void Frame::WakeAt(std::int64_t at_ms) {
  at_ms = std::max(at_ms, now_ms);
  if (!wake_.has_value() || at_ms < *wake_) wake_ = at_ms;
}

void Frame::AnimateUntil(std::int64_t until_ms, int frames_per_second) {
  if (now_ms >= until_ms) return;
  HoldPicturesUntil(until_ms);
  WakeAt(std::min(until_ms, now_ms + (1000 / frames_per_second)));
}

void Frame::HoldPicturesUntil(std::int64_t until_ms) {
  rests_at_ = std::max(rests_at_, until_ms);
}

std::int64_t Frame::SinceTouch() const {
  return now_ms - memory_.touched_at;
}

Frame::Journey& Frame::JourneyOf(std::string_view name, float at_first) {
  const auto [it, fresh] = memory_.journeys.try_emplace(std::string(name));
  if (fresh) it->second = {at_first, at_first, at_first, 0, true};
  it->second.seen = true;
  return it->second;
}

void Frame::SoundAt(Sound sound, std::int64_t since_screen_ms) {
  const std::int64_t at = memory_.screen_since + since_screen_ms;
  if (now_ms < at) {
    WakeAt(at);
  } else if (fresh_ ? now_ms == at : memory_.drawn_at < at) {
    sounds.push_back(sound);
  }
}

Press Frame::Pressable(std::string_view id, const Rect& plate, TargetKind kind, bool enabled) {
  return PressableIn(id, plate, plate, kind, enabled);
}

Press Frame::PressableIn(std::string_view id, const Rect& plate, const Rect& hit, TargetKind kind,
                         bool enabled) {
  Target target{std::string(id), plate, hit, kind, enabled, false};
  if (kind == TargetKind::kDesk) target.hit = Common(hit, Clip());
  targets.push_back(std::move(target));
  Press press;
  if (!enabled) return press;
  const auto posed = [&](const std::vector<std::string>& ids) {
    return std::ranges::find(ids, id) != ids.end();
  };
  press.hover = memory_.hovered == id || posed(posed_hover);
  press.down = posed(posed_down);
  if (memory_.tapped == id) {
    press.tapped = true;
    press.repeated = memory_.tapped_repeated;
    if (!press.repeated) sounds.push_back(SoundOf(kind));
  }
  if (memory_.active == id && memory_.active_inside) {
    press.down = true;
    press.repeats = memory_.repeats_now;
    if (press.repeats > 0) sounds.push_back(SoundOf(kind));
    if (kind == TargetKind::kKey) {
      const std::int64_t told = memory_.repeats_before;
      WakeAt(memory_.active_since + kRepeatDelayMs + (told * kRepeatEveryMs));
    }
  } else if (memory_.flash == id && now_ms < memory_.flash_until) {
    press.down = true;
    WakeAt(memory_.flash_until);
  }
  return press;
}

void Frame::CoverAll() {
  targets.clear();
  texts.clear();
}

void Frame::MarkFilled() {
  assert(!targets.empty());
  targets.back().filled = true;
}

Point Frame::TapPoint() const {
  return memory_.tap_point;
}

float Frame::Wheel(const Rect& area) const {
  return area.Contains(memory_.step.wheel_at) ? memory_.step.wheel : 0;
}

std::optional<std::int64_t> Frame::HeldFor(std::string_view id) const {
  if (memory_.active != id || !memory_.active_inside) return std::nullopt;
  return now_ms - memory_.active_since;
}

void Frame::Fill(const Rect& rect, Color color, float radius) {
  if (rect.Empty() || color.a == 0) return;
  list_->AddRectFilled({rect.x, rect.y}, {rect.Right(), rect.Bottom()}, Pack(color), radius);
}

void Frame::Outline(const Rect& rect, Color color, float width, float radius) {
  if (rect.Empty()) return;
  if (radius <= 0) {
    Fill({rect.x, rect.y, rect.w, width}, color);
    Fill({rect.x, rect.Bottom() - width, rect.w, width}, color);
    Fill({rect.x, rect.y + width, width, rect.h - (2 * width)}, color);
    Fill({rect.Right() - width, rect.y + width, width, rect.h - (2 * width)}, color);
    return;
  }
  const float half = width / 2;
  list_->PathRect({rect.x + half, rect.y + half}, {rect.Right() - half, rect.Bottom() - half},
                  std::max(0.0F, radius - half));
  list_->PathStroke(Pack(color), ImDrawFlags_Closed, width);
}

void Frame::DashedOutline(const Rect& rect, Color color, float width) {
  const float dash = width * 3;
  const float period = width * 5;
  for (float x = rect.x; x < rect.Right(); x += period) {
    const float w = std::min(dash, rect.Right() - x);
    Fill({x, rect.y, w, width}, color);
    Fill({x, rect.Bottom() - width, w, width}, color);
  }
  for (float y = rect.y; y < rect.Bottom(); y += period) {
    const float h = std::min(dash, rect.Bottom() - y);
    Fill({rect.x, y, width, h}, color);
    Fill({rect.Right() - width, y, width, h}, color);
  }
}

void Frame::Line(Point a, Point b, Color color, float width) {
  list_->PathLineTo(V(a));
  list_->PathLineTo(V(b));
  list_->PathStroke(Pack(color), 0, width);
}

void Frame::Stroke(const std::vector<Point>& points, Color color, float width, bool closed) {
  for (const Point& p : points)
    list_->PathLineTo(V(p));
  list_->PathStroke(Pack(color), closed ? ImDrawFlags_Closed : 0, width);
  if (closed || points.empty()) return;
  Disc(points.front(), width / 2, color);  // round caps
  Disc(points.back(), width / 2, color);
  for (std::size_t i = 1; i + 1 < points.size(); ++i)
    if (width > 2.5F) Disc(points[i], width / 2, color);  // round joins
}

namespace {

// So many that no edge is nearer to the middle than a tenth of a pixel: a large ring stays round.
int SegmentsOf(float radius) {
  constexpr float kMostError = 0.1F;
  if (radius <= 1) return 12;
  const float half = std::acos(1 - (kMostError / radius));
  return std::clamp(static_cast<int>(std::ceil(std::numbers::pi_v<float> / half)), 12, 256);
}

}  // namespace

void Frame::Disc(Point center, float radius, Color color) {
  list_->AddCircleFilled(V(center), radius, Pack(color), SegmentsOf(radius));
}

void Frame::Circle(Point center, float radius, Color color, float width) {
  list_->AddCircle(V(center), radius - (width / 2), Pack(color), SegmentsOf(radius), width);
}

void Frame::Arc(Point center, float radius, float fraction, Color color, float width) {
  if (fraction <= 0) return;
  if (fraction >= 1) {
    Circle(center, radius, color, width);
    return;
  }
  constexpr float kPi = std::numbers::pi_v<float>;
  list_->PathArcTo(
      V(center), radius - (width / 2), -kPi / 2, (-kPi / 2) + (2 * kPi * fraction),
      std::max(1, static_cast<int>(std::ceil(static_cast<float>(SegmentsOf(radius)) * fraction))));
  list_->PathStroke(Pack(color), 0, width);
}

void Frame::Triangle(Point a, Point b, Point c, Color color) {
  list_->AddTriangleFilled(V(a), V(b), V(c), Pack(color));
}

void Frame::Hatch(const Rect& rect, Color color, float step) {
  PushClip(rect);
  for (float x = rect.x - rect.h; x < rect.Right(); x += step)
    list_->AddLine({x, rect.Bottom()}, {x + rect.h, rect.y}, Pack(color), 1);
  PopClip();
}

void Frame::Picture(const Bitmap& bitmap, Point top_left) {
  if (bitmap.Empty()) return;
  const Texture* texture = textures_.Keep(bitmap);
  const float x = std::round(top_left.x);
  const float y = std::round(top_left.y);
  // ImGui takes textures as void*; ours are read only.
  list_->AddImage(const_cast<Texture*>(texture), {x, y},
                  {x + static_cast<float>(bitmap.width), y + static_cast<float>(bitmap.height)});
}

void Frame::Qr(const QrModules& qr, const Rect& square) {
  Fill(square, Rgb(0xFFFFFF));
  if (qr.side <= 0) return;
  constexpr int kQuiet = 4;
  const float module = std::floor(square.w / static_cast<float>(qr.side + (2 * kQuiet)));
  const float side = module * static_cast<float>(qr.side);
  const float x0 = std::round(square.x + ((square.w - side) / 2));
  const float y0 = std::round(square.y + ((square.h - side) / 2));
  for (int row = 0; row < qr.side; ++row) {
    for (int col = 0; col < qr.side;) {
      const auto dark = [&](int c) {
        return c < qr.side &&
               qr.dark[(static_cast<std::size_t>(row) * static_cast<std::size_t>(qr.side)) +
                       static_cast<std::size_t>(c)];
      };
      int end = col;
      while (dark(end))
        ++end;
      if (end > col)
        Fill({x0 + (static_cast<float>(col) * module), y0 + (static_cast<float>(row) * module),
              static_cast<float>(end - col) * module, module},
             Rgb(0x000000));
      col = end + 1;
    }
  }
}

void Frame::Icon(std::string_view name, const Rect& square, Color ink, Color tint, Color white) {
  const int side = static_cast<int>(std::round(std::min(square.w, square.h)));
  const Bitmap& bitmap = icons_.Get(name, side, {ink, tint, white});
  Picture(bitmap, {square.x, square.y});
}

void Frame::Icon(std::string_view name, const Rect& square) {
  Icon(name, square, Colors().ink, Colors().tint, Colors().surface);
}

float Frame::IconInset(std::string_view name, float side) {
  const Theme& t = Colors();
  const int whole = static_cast<int>(std::round(side));
  const Bitmap& bitmap = icons_.Get(name, whole, {t.ink, t.tint, t.surface});
  constexpr int kSeen = 128;  // of 255: what the eye takes for the edge
  for (int x = 0; x < bitmap.width; ++x)
    for (int y = 0; y < bitmap.height; ++y)
      if ((*bitmap.rgba)[(static_cast<std::size_t>(y * bitmap.width + x) * 4) + 3] >= kSeen)
        return static_cast<float>(x);
  return 0;
}

void Frame::PushClip(const Rect& rect) {
  clips_.push_back(Common(rect, Clip()));
  list_->PushClipRect({rect.x, rect.y}, {rect.Right(), rect.Bottom()}, true);
}

void Frame::PopClip() {
  assert(!clips_.empty());
  clips_.pop_back();
  list_->PopClipRect();
}

Rect Frame::Clip() const {
  if (!clips_.empty()) return clips_.back();
  return {0, 0, static_cast<float>(size.width), static_cast<float>(size.height)};
}

void Frame::Finish() {
  assert(clips_.empty());
  if (light < 1)
    Fill(Clip(), Rgb(0x000000, static_cast<std::uint8_t>(std::lround(255 * (1 - light)))));
  GrowHitBoxes(targets, look, size);
}

}  // namespace tanggap::ui

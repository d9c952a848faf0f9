// Flat things: band, header, question, thread of steps, banners, rings.
#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit.h"
#include "ui/motion.h"

namespace tanggap::ui {
namespace {

constexpr double kLeastContrast = 3.0;
constexpr std::int64_t kTravelMs = 240;

// A station that the thread has passed, or has still before it.
void Station(Frame& frame, Point at, bool passed) {
  const Theme& t = frame.Colors();
  frame.Disc(at, frame.U(13), passed ? t.primary : t.line);
  if (!passed) frame.Disc(at, frame.U(8), t.paper);
}

// Where the visitor is: a ring, with the thread ending just before it.
void Marker(Frame& frame, Point at) {
  const Theme& t = frame.Colors();
  frame.Disc(at, frame.U(24), t.paper);
  frame.Disc(at, frame.U(22), t.primary);
  frame.Disc(at, frame.U(12), t.surface);
}

// Heavier than a pictogram: it points out of the screen, at a slot or a glass.
void BoldArrow(Frame& frame, Point middle, BannerArrow arrow, Color color) {
  const float reach = frame.U(26);
  const float wing = frame.U(19);
  const auto at = [&](float along, float aside) -> Point {
    if (arrow == BannerArrow::kDown) return {middle.x + aside, middle.y + along};
    const float sign = arrow == BannerArrow::kRight ? 1.0F : -1.0F;
    return {middle.x + (sign * along), middle.y + aside};
  };
  const float width = frame.U(9);
  frame.Stroke({at(-reach, 0), at(reach, 0)}, color, width);
  frame.Stroke({at(reach - wing, -wing), at(reach, 0), at(reach - wing, wing)}, color, width);
}

}  // namespace

void Band(Frame& frame, Color accent) {
  const Theme& t = frame.Colors();
  if (t.high_contrast) return;
  const float height = frame.Px(22);
  const auto width = static_cast<float>(frame.size.width);
  frame.Fill({0, 0, width, height}, accent);
  // An accent too pale for the paper is closed by a rule of ink.
  if (ContrastRatio(accent, t.paper) < kLeastContrast)
    frame.Fill({0, height - frame.Px(3), width, frame.Px(3)}, t.ink);
}

void OfficeHeader(Frame& frame, const Bitmap& logo, std::string_view name, std::string_view region,
                  float right) {
  const Theme& t = frame.Colors();
  const Rect place = frame.Area(43, 57, 104, 104);
  if (logo.Empty()) {
    frame.Icon("kantor", place);
  } else {
    Bitmap shown = logo;
    if (static_cast<float>(logo.width) > place.w || static_cast<float>(logo.height) > place.h) {
      const float scale = std::min(place.w / static_cast<float>(logo.width),
                                   place.h / static_cast<float>(logo.height));
      shown = ScaledDown(logo, {static_cast<int>(static_cast<float>(logo.width) * scale),
                                static_cast<int>(static_cast<float>(logo.height) * scale)});
    }
    if (t.high_contrast) frame.Fill(place.Inset(-frame.Px(6)), Rgb(0xFFFFFF), frame.U(14));
    frame.Picture(shown, {place.x + ((place.w - static_cast<float>(shown.width)) / 2),
                          place.y + ((place.h - static_cast<float>(shown.height)) / 2)});
  }
  const float x = place.Right() + frame.Px(22);
  const float width = (right > 0 ? right : frame.U(frame.Width() - 43)) - x;
  const bool whole = TextWidth(frame, name, TextStyle::kStrong) <= width;
  const TextStyle style = whole ? TextStyle::kStrong : TextStyle::kSmall;
  // Half a name says nothing; the logo stays.
  if (TextWidth(frame, name, style) > width || TextWidth(frame, region, TextStyle::kSmall) > width)
    return;
  const float strong = LineHeight(frame, TextStyle::kStrong);
  const float small = LineHeight(frame, TextStyle::kSmall);
  const float top = std::round(place.Center().y - ((strong + small) / 2));
  DrawText(frame, name, {x, top, width, strong},
           {.style = style, .color = t.ink, .valign = VAlign::kBottom, .wrap = false});
  DrawText(frame, region, {x, top + strong, width, small},
           {.style = TextStyle::kSmall, .color = t.ink2, .wrap = false});
}

float Question(Frame& frame, std::string_view words, const Rect& box, TextStyle style) {
  const TextFit fit = DrawText(frame, words, box, {.style = style, .color = frame.Colors().ink});
  return box.y + fit.height;
}

void Steps(Frame& frame, const Rect& rect, std::string_view caption, int now, int count,
           std::string_view end_icon) {
  const Theme& t = frame.Colors();
  const float line = LineHeight(frame, TextStyle::kSmall);
  DrawText(frame, caption, {rect.x, rect.y, rect.w, line},
           {.style = TextStyle::kSmall, .color = t.ink2, .wrap = false});
  const float y = std::round(rect.y + line + frame.U(36));
  const float icon = frame.Px(56);
  const float first = rect.x + frame.Px(22);
  const float end = rect.Right() - (icon / 2) - frame.Px(4);
  const float step = (end - first) / static_cast<float>(count);
  const auto at = [&](int i) { return std::round(first + (step * static_cast<float>(i))); };
  const float done = frame.Px(10);
  const float open = frame.Px(6);
  const float stop = end - (icon / 2) - frame.Px(4);
  const bool reached = now > count;
  const float here = Travel(frame, "thread-" + std::to_string(static_cast<int>(rect.y)),
                            reached ? stop : at(now - 1), kTravelMs);
  frame.Fill({here, y - (open / 2), stop - here, open}, t.line);
  frame.Fill({at(0), y - (done / 2), here - at(0), done}, t.primary);
  for (int i = 0; i < count; ++i)
    Station(frame, {at(i), y}, at(i) < here);
  if (!reached) Marker(frame, {here, y});
  frame.Icon(end_icon, {std::round(end - (icon / 2)), std::round(y - (icon / 2)), icon, icon},
             reached ? t.ink : t.ink2, reached ? t.tint : kTransparent, kTransparent);
}

namespace {

struct BannerPlan {
  TextStyle style = TextStyle::kLabel;
  float picture = 0;
  float words_w = 0;
  float words_h = 0;
  float second_h = 0;
};

// A taller banner has a larger picture, and that less room for words: both have to agree.
BannerPlan PlanOf(Frame& frame, const Rect& rect, std::string_view words, BannerArrow arrow,
                  std::string_view second) {
  BannerPlan plan;
  // A narrow one keeps its room for the words.
  const bool large = rect.h > frame.U(300) && rect.w > frame.U(640);
  plan.picture = frame.Px(large ? 150 : rect.h > frame.U(160) ? 100 : 72);
  plan.words_w = rect.w - (2 * frame.Px(30)) - plan.picture - frame.Px(26);
  if (arrow != BannerArrow::kNone) plan.words_w -= frame.Px(72 + 12);
  const int most = rect.h > frame.U(300) ? 3 : rect.h > frame.U(160) ? 2 : 1;
  if (MeasureText(frame, words, plan.style, plan.words_w).lines > most)
    plan.style = TextStyle::kStrong;
  plan.words_h = MeasureText(frame, words, plan.style, plan.words_w).height;
  if (!second.empty())
    plan.second_h = frame.Px(8) + MeasureText(frame, second, TextStyle::kBody, plan.words_w).height;
  return plan;
}

}  // namespace

float BannerHeight(Frame& frame, float width, std::string_view words, BannerArrow arrow,
                   std::string_view second) {
  constexpr float kLeast = 132;
  float h = frame.Px(kLeast);
  for (int i = 0; i < 3; ++i) {
    const BannerPlan plan = PlanOf(frame, {0, 0, width, h}, words, arrow, second);
    h = std::max(h, plan.words_h + plan.second_h + frame.Px(60));
  }
  return h;
}

void Banner(Frame& frame, const Rect& rect, std::string_view icon, std::string_view words,
            BannerArrow arrow, std::string_view second) {
  const Theme& t = frame.Colors();
  frame.Fill(rect, t.amber, frame.U(22));
  const BannerPlan plan = PlanOf(frame, rect, words, arrow, second);
  float x = rect.x + frame.Px(30);
  frame.Icon(icon,
             {x, std::round(rect.Center().y - (plan.picture / 2)), plan.picture, plan.picture},
             t.on_amber, kTransparent, t.high_contrast ? t.amber : t.surface);
  x += plan.picture + frame.Px(26);
  if (arrow != BannerArrow::kNone)
    BoldArrow(frame, {rect.Right() - frame.Px(30 + 36), std::round(rect.Center().y)}, arrow,
              t.on_amber);
  const float top = std::round(rect.Center().y - ((plan.words_h + plan.second_h) / 2));
  DrawText(frame, words, {x, top, plan.words_w, plan.words_h},
           {.style = plan.style, .color = t.on_amber});
  if (!second.empty())
    DrawText(frame, second,
             {x, top + plan.words_h + frame.Px(8), plan.words_w, plan.second_h - frame.Px(8)},
             {.style = TextStyle::kBody, .color = t.on_amber});
}

void ErrorBanner(Frame& frame, const Rect& rect, std::string_view words) {
  const Theme& t = frame.Colors();
  frame.Fill(rect, t.error, frame.U(22));
  frame.Fill(rect.Inset(frame.Px(3)), t.error_soft, frame.U(19));
  const float pad = frame.Px(28);
  const float r = frame.Px(30);
  const Point c{rect.x + pad + r, std::round(rect.Center().y)};
  frame.Disc(c, r, t.error);
  const Color mark = t.error_soft;
  frame.Stroke({{c.x, c.y - (r * 0.48F)}, {c.x, c.y + (r * 0.08F)}}, mark, r * 0.24F);
  frame.Disc({c.x, c.y + (r * 0.48F)}, r * 0.15F, mark);
  const float x = c.x + r + frame.Px(24);
  DrawText(frame, words, {x, rect.y, rect.Right() - pad - x, rect.h},
           {.style = TextStyle::kBody, .color = t.ink, .valign = VAlign::kMiddle});
}

void TimeoutRing(Frame& frame, Point center, float diameter, std::int64_t remaining_ms,
                 std::int64_t total_ms) {
  const Theme& t = frame.Colors();
  const bool large = diameter > frame.U(300);
  // The large one's line gives way with its size: the figures keep their air inside.
  const float stroke = large ? std::round(std::min(frame.U(39), diameter * 0.067F)) : frame.Px(11);
  remaining_ms = std::max<std::int64_t>(remaining_ms, 0);
  // Steps once a second, and shows a second as long as it lasts.
  const std::int64_t seconds = (remaining_ms + 999) / 1000;
  const float fraction =
      total_ms <= 0 ? 0 : static_cast<float>(seconds * 1000) / static_cast<float>(total_ms);
  frame.Circle(center, diameter / 2, t.hair, stroke);
  frame.Arc(center, diameter / 2, std::min(fraction, 1.0F), t.primary, stroke);
  TextStyle style = large ? TextStyle::kRing : TextStyle::kStrong;
  const std::string figures = std::to_string(seconds);
  // Minutes of seconds have three figures.
  if (large && TextWidth(frame, figures, style) > diameter * 0.7F) style = TextStyle::kDisplay;
  const float r = diameter / 2;
  DrawText(frame, figures, {center.x - r, center.y - r, diameter, diameter},
           {.style = style, .color = t.ink, .align = Align::kCenter, .valign = VAlign::kMiddle});
  if (remaining_ms > 0) frame.WakeAt(frame.now_ms + remaining_ms - ((seconds - 1) * 1000));
}

}  // namespace tanggap::ui

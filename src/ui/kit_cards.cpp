// Cards, rows and paths: what the visitor reads.
#include <array>
#include <cmath>

#include "ui/kit.h"

namespace tanggap::ui {

void Card(Frame& frame, const Rect& rect, float tear_y) {
  const Theme& t = frame.Colors();
  const float outline = frame.Px(3);
  frame.Fill(rect, t.line, frame.U(22));
  frame.Fill(rect.Inset(outline), t.surface, frame.U(22) - outline);
  if (tear_y <= 0) return;
  const float y = std::round(rect.y + tear_y);
  const float radius = frame.Px(28);
  // Notches: half discs of the ground with the card's outline around them.
  for (const bool left : {true, false}) {
    const float x = left ? rect.x : rect.Right();
    const Rect half{left ? rect.x - outline : rect.Right() - radius - outline, y - radius - outline,
                    radius + (2 * outline), 2 * (radius + outline)};
    frame.PushClip({left ? rect.x : half.x, half.y, radius + outline, half.h});
    frame.Disc({x, y}, radius, t.line);
    frame.PopClip();
    frame.PushClip(half);
    frame.Disc({x, y}, radius - outline, t.paper);
    frame.PopClip();
  }
  const float step = frame.Px(16);
  for (float x = rect.x + radius + step; x < rect.Right() - radius - (step / 2); x += step)
    frame.Disc({x, y}, frame.U(2), t.line);
}

void QrCard(Frame& frame, const Rect& rect, const QrModules& qr) {
  constexpr int kQuiet = 4;
  const int modules = qr.side + (2 * kQuiet);
  const float module = std::floor(std::min(rect.w, rect.h) / static_cast<float>(modules));
  const float side = module * static_cast<float>(modules);
  frame.Qr(qr, {std::round(rect.Center().x - (side / 2)), std::round(rect.Center().y - (side / 2)),
                side, side});
}

void TicketNumber(Frame& frame, std::string_view grouped_code, const Rect& rect) {
  std::vector<std::string_view> groups;
  for (std::size_t at = 0; at < grouped_code.size();) {
    const std::size_t end = std::min(grouped_code.find_first_of("- ", at), grouped_code.size());
    groups.push_back(grouped_code.substr(at, end - at));
    at = end + 1;
  }
  constexpr std::array<TextStyle, 3> kStyles{TextStyle::kCode, TextStyle::kTitle,
                                             TextStyle::kLabel};
  // 52 % of the em between groups; less before the letters give way.
  constexpr float kGapOfCap = 0.52F / 0.72F;
  constexpr float kLeastGapOfCap = 0.36F / 0.72F;
  for (const TextStyle style : kStyles) {
    const auto gaps = static_cast<float>(groups.empty() ? 0 : groups.size() - 1);
    float width = 0;
    for (const std::string_view group : groups)
      width += TextWidth(frame, group, style);
    const float cap = CapHeight(frame, style);
    const float gap = std::round(
        gaps < 1 ? 0 : std::clamp((rect.w - width) / gaps, cap * kLeastGapOfCap, cap * kGapOfCap));
    width += gap * gaps;
    if (width > rect.w && style != kStyles.back()) continue;
    float x = std::round(rect.Center().x - (width / 2));
    const float baseline = std::round(rect.Center().y + (CapHeight(frame, style) / 2));
    for (const std::string_view group : groups)
      x += gap + DrawLine(frame, group, {x, baseline}, style, frame.Colors().ink).width;
    return;
  }
}

bool ReviewRow(Frame& frame, const char* id, const Rect& rect, std::string_view label,
               std::string_view answer, std::string_view change) {
  const Theme& t = frame.Colors();
  const float label_width = frame.Px(frame.look.large ? 258 : 196);
  const Rect button{rect.Right() - frame.Px(236),
                    std::round(rect.y + ((rect.h - frame.Px(111)) / 2)), frame.Px(236),
                    frame.Px(111)};
  const bool changeable = !change.empty();
  const float answer_x = rect.x + label_width;
  const float answer_w = (changeable ? button.x - frame.Px(20) : rect.Right()) - answer_x;
  const float lines = static_cast<float>(
      std::min(2, MeasureText(frame, answer, TextStyle::kStrong, answer_w).lines));
  const float line = LineHeight(frame, TextStyle::kStrong);
  const float top = std::round(rect.Center().y - (lines * line / 2));
  // Label and answer share the first baseline.
  const float baseline = top + std::floor((line + CapHeight(frame, TextStyle::kStrong)) / 2);
  DrawLine(frame, label, {rect.x, baseline}, TextStyle::kSmall, t.ink2);
  DrawText(frame, answer, {answer_x, top, answer_w, lines * line},
           {.style = TextStyle::kStrong,
            .color = t.ink,
            .max_lines = 2,
            .ellipsis = lines < 2,
            .break_words = true});
  frame.Fill({rect.x, rect.Bottom() - frame.Px(2), rect.w, frame.Px(2)}, t.hair);
  if (!changeable) return false;
  return QuietButton(frame, id, button,
                     {.word = change, .icon = "pensil", .style = TextStyle::kStrong});
}

void StatusPath(Frame& frame, const Rect& rect, const std::vector<PathStation>& stations, int now) {
  const Theme& t = frame.Colors();
  if (stations.empty()) return;
  const auto count = static_cast<float>(stations.size());
  const float step = std::round(std::min(frame.U(196), rect.h / count));
  const float x = rect.x + frame.Px(44);
  const float text_x = rect.x + frame.Px(142);
  const float panel_h = std::min(frame.Px(168), step - frame.Px(8));
  const auto middle = [&](int i) {
    return std::round(rect.y + (step * (static_cast<float>(i) + 0.5F)));
  };
  const int last = static_cast<int>(stations.size()) - 1;
  for (int i = 0; i < last; ++i) {
    const bool done = i < now;
    const float width = frame.Px(done ? 14 : 6);
    frame.Fill({x - (width / 2), middle(i), width, middle(i + 1) - middle(i)},
               done ? t.primary : t.line);
  }
  for (int i = 0; i <= last; ++i) {
    const float y = middle(i);
    const PathStation& station = stations[static_cast<std::size_t>(i)];
    if (i == now)
      frame.Fill(
          {text_x - frame.Px(30), y - (panel_h / 2), rect.Right() - text_x + frame.Px(30), panel_h},
          t.soft, frame.U(22));
    if (i < now) {
      TickDisc(frame, {x, y}, frame.Px(68));
    } else if (i == now) {
      frame.Disc({x, y}, frame.U(46), t.paper);  // the path ends just before the ring
      frame.Disc({x, y}, frame.U(44), t.primary);
      frame.Disc({x, y}, frame.U(28), t.surface);
    } else {
      frame.Disc({x, y}, frame.U(28), t.line);
      frame.Disc({x, y}, frame.U(23), t.paper);
    }
    const float label = LineHeight(frame, TextStyle::kLabel);
    const float date = LineHeight(frame, TextStyle::kBody);
    const float width = rect.Right() - text_x - frame.Px(20);
    // Where a row is too low for two lines the day stands at its end, on the word's baseline.
    if (!station.date.empty() && label + date > step) {
      const float baseline = std::round(y + (CapHeight(frame, TextStyle::kLabel) / 2));
      const float date_w = TextWidth(frame, station.date, TextStyle::kBody);
      DrawLine(frame, station.word, {text_x, baseline}, TextStyle::kLabel, t.ink);
      DrawLine(frame, station.date, {text_x + width - date_w, baseline}, TextStyle::kBody,
               i == now ? t.ink : t.ink2);
      continue;
    }
    const float body = station.date.empty() ? 0 : date;
    const float top = std::round(y - ((label + body) / 2));
    DrawText(frame, station.word, {text_x, top, width, label},
             {.style = TextStyle::kLabel, .color = i <= now ? t.ink : t.ink2, .wrap = false});
    if (body > 0)
      DrawText(frame, station.date, {text_x, top + label, width, body},
               {.style = TextStyle::kBody, .color = i == now ? t.ink : t.ink2, .wrap = false});
  }
}

}  // namespace tanggap::ui

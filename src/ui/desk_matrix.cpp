// The decree's matrix, severities and the history of a case: machine hollow, person solid.
#include <array>
#include <cmath>

#include "ui/desk_kit.h"

namespace tanggap::ui {
namespace {

constexpr int kBars = 3;

Color BarColor(const DeskTheme& t, int level) {
  if (level <= 1) return t.light_bars;
  return level == 2 ? t.medium_bars : t.grave_bars;
}

}  // namespace

float SeverityBarsWidth(const Frame& frame) {
  return frame.Px(20);
}

void SeverityBars(Frame& frame, Point left_middle, int level, bool solid) {
  const DeskTheme& t = frame.Desk();
  const float width = frame.Px(5);
  const float step = frame.Px(7);
  const float bottom = std::round(left_middle.y + frame.U(6));
  const float x0 = std::round(left_middle.x);
  for (int i = 0; i < kBars; ++i) {
    const float height = frame.Px(6 + (3 * static_cast<float>(i)));
    const Rect bar{x0 + (static_cast<float>(i) * step), bottom - height, width, height};
    const bool counted = i < level;
    const Color color = counted ? BarColor(t, level) : t.line_strong;
    if (counted && solid) {
      frame.Fill(bar, color);
    } else if (level == 0 && i + 1 == kBars) {
      // Dashed: still to come.
      const float dash = frame.Px(3);
      for (float y = bar.y; y < bar.Bottom(); y += 2 * dash) {
        const float h = std::min(dash, bar.Bottom() - y);
        frame.Fill({bar.x, y, frame.Px(1), h}, color);
        frame.Fill({bar.Right() - frame.Px(1), y, frame.Px(1), h}, color);
      }
      frame.Fill({bar.x, bar.y, bar.w, frame.Px(1)}, color);
    } else {
      frame.Outline(bar, color, frame.Px(counted ? 1.5F : 1));
    }
  }
}

void SeverityHatch(Frame& frame, Point left_middle) {
  const DeskTheme& t = frame.Desk();
  const float height = frame.Px(12);
  const Rect box{std::round(left_middle.x), std::round(left_middle.y - (height / 2)),
                 SeverityBarsWidth(frame), height};
  frame.Hatch(box.Inset(1), t.line_strong, frame.Px(4));
  frame.Outline(box, t.line_strong, frame.Px(1));
}

bool MatrixCell(Frame& frame, const char* id, const Rect& rect, const MatrixCellLook& look) {
  const DeskTheme& t = frame.Desk();
  const Press press = frame.Pressable(id, rect, TargetKind::kDesk);
  const float pad = frame.Px(8);
  Color fill = t.surface;
  if (look.state == CellState::kChosen) fill = t.select;
  if (look.state == CellState::kNotRegulated) fill = t.sunken;
  if (press.hover && look.state == CellState::kPlain) fill = t.hover;
  frame.Fill(rect, fill);
  if (look.state == CellState::kNotRegulated) {
    frame.Hatch(rect.Inset(1), t.hatch, frame.Px(8));
    const float width =
        std::ceil(TextWidth(frame, look.hatch_words, TextStyle::kDeskCaption)) + frame.Px(12);
    const float height = frame.Px(22);
    const Rect label{std::round(rect.Center().x - (width / 2)),
                     std::round(rect.Center().y - (height / 2)), width, height};
    if (!look.hatch_words.empty()) frame.Fill(label, t.sunken);
    DrawText(frame, look.hatch_words, label,
             {.style = TextStyle::kDeskCaption,
              .color = t.ink2,
              .align = Align::kCenter,
              .valign = VAlign::kMiddle,
              .wrap = false});
  } else {
    Rect box = rect.Inset(pad, frame.Px(6));
    if (!look.badge.empty()) {
      const float line = LineHeight(frame, TextStyle::kDeskCaptionStrong);
      DrawText(frame, look.badge, {box.x, box.y, box.w, line},
               {.style = TextStyle::kDeskCaptionStrong,
                .color = t.accent,
                .wrap = false,
                .ellipsis = true});
      box.y += line;
      box.h -= line;
    }
    const std::string remedy =
        look.remedy.empty() ? std::string() : "→ " + std::string(look.remedy);
    const bool person = look.state == CellState::kChosen;
    const TextStyle style = person ? TextStyle::kDeskCaptionStrong : TextStyle::kDeskCaption;
    const float height = remedy.empty() ? 0 : MeasureText(frame, remedy, style, box.w).height;
    DrawText(frame, look.condition, {box.x, box.y, box.w, box.h - height},
             {.style = TextStyle::kDeskCaption, .color = t.ink});
    if (!remedy.empty())
      DrawText(frame, remedy, {box.x, box.Bottom() - height, box.w, height},
               {.style = style, .color = person ? t.accent : t.ink2});
  }
  frame.Outline({rect.x, rect.y, rect.w + 1, rect.h + 1}, t.line, 1);
  const float width = frame.Px(2);
  if (look.state == CellState::kChosen) frame.Outline(rect, t.accent, width);
  if (look.state == CellState::kProposed) frame.DashedOutline(rect.Inset(1), t.accent, width);
  if (look.focused) frame.Outline(rect.Inset(-frame.Px(3)), t.ink, frame.Px(2));
  return press.tapped;
}

float TimelineEntry(Frame& frame, Point top_left, float width, const TimelineLook& look) {
  const DeskTheme& t = frame.Desk();
  const float when = frame.Px(88);
  const float text_x = top_left.x + when + frame.Px(30);
  const float text_w = width - (text_x - top_left.x);
  const float line = LineHeight(frame, TextStyle::kDeskText);
  const Point dot{std::round(top_left.x + when + frame.Px(14)),
                  std::round(top_left.y + (line / 2))};
  const float what = DrawText(frame, look.what, {text_x, top_left.y, text_w, 0},
                              {.style = TextStyle::kDeskText, .color = t.ink})
                         .height;
  float height = std::max(what, line);
  const std::string gap = look.struck.empty() || look.detail.empty() ? "" : " ";
  const std::string detail = gap + std::string(look.detail);
  const std::array<Span, 2> spans{
      Span{look.struck, TextStyle::kDeskCaption, t.ink2, true, kTransparent},
      Span{detail, TextStyle::kDeskCaption, t.ink2, false, kTransparent}};
  if (!look.struck.empty() || !look.detail.empty())
    height += DrawSpans(frame, spans, {text_x, top_left.y + height, text_w, 0}).height;
  height += frame.Px(10);
  Cell(frame, {top_left.x, top_left.y, when, line}, look.when, TextStyle::kDeskCaption,
       look.alarming ? t.red : t.ink2);
  if (!look.last)
    frame.Fill({dot.x - 1, dot.y + frame.Px(8), frame.Px(1), height - frame.Px(16)}, t.line);
  const float u = frame.look.unit;
  if (look.dot == Dot::kMachine) frame.Disc(dot, 4.5F * u, t.slate);
  if (look.dot == Dot::kPerson) frame.Disc(dot, 4.5F * u, t.accent);
  if (look.dot == Dot::kOpen) frame.Circle(dot, 6 * u, t.line_strong, 1.5F * u);
  return height;
}

float StageStrip(Frame& frame, const Rect& rect, const std::vector<std::string_view>& stages,
                 int now) {
  const DeskTheme& t = frame.Desk();
  float x = rect.x;
  const float y = std::round(rect.Center().y);
  for (int i = 0; i < static_cast<int>(stages.size()); ++i) {
    const std::string_view word = stages[static_cast<std::size_t>(i)];
    const TextStyle style = i == now ? TextStyle::kDeskCaptionStrong : TextStyle::kDeskCaption;
    const float width = std::ceil(TextWidth(frame, word, style)) + 1;
    const Color color = i == now ? t.accent : i < now ? t.ink : t.ink3;
    Cell(frame, {x, rect.y, width, rect.h}, word, style, color);
    x += width + frame.Px(8);
    if (i + 1 < static_cast<int>(stages.size())) {
      frame.Fill({x, y, frame.Px(18), 1}, t.line_strong);
      x += frame.Px(26);
    }
  }
  return x;
}

}  // namespace tanggap::ui

#include "desk/screens/scene.h"

#include <algorithm>
#include <cmath>

namespace tanggap::desk {
namespace {

constexpr float kWideFrom = 1500;
constexpr float kNarrowestPreview = 1180;
constexpr float kTopHeight = 48;
constexpr float kHintHeight = 32;
constexpr float kLineStep = 46;  // a turn of the wheel moves by a row

}  // namespace

Plan PlanFor(const ui::Frame& frame, const State& state) {
  Plan plan;
  const float width = frame.Width();
  const float height = frame.Height();
  plan.wide = width >= kWideFrom;
  plan.top = frame.Area(0, 0, width, kTopHeight);
  plan.hints = frame.Area(0, height - kHintHeight, width, kHintHeight);
  const float body = height - kTopHeight - kHintHeight;
  const auto* inbox = std::get_if<Inbox>(&state.screen);
  const auto* work = std::get_if<CaseWork>(&state.screen);
  const bool room = std::holds_alternative<Room>(state.screen);
  const float nav = (inbox != nullptr || room) && plan.wide ? 216 : 72;
  plan.nav = frame.Area(0, kTopHeight, nav, body);
  if (inbox != nullptr) {
    const bool preview = inbox->preview && width >= kNarrowestPreview;
    const float list = !preview    ? width - nav
                       : plan.wide ? 900
                                   : std::min(676.0F, width - nav - 500);
    plan.list = frame.Area(nav, kTopHeight, list, body);
    if (preview) plan.preview = frame.Area(nav + list, kTopHeight, width - nav - list, body);
  }
  if (room) {
    const float panel = plan.wide ? 500 : std::min(414.0F, (width - nav) / 2);
    plan.list = frame.Area(nav, kTopHeight, width - nav - panel, body);
    plan.preview = frame.Area(width - panel, kTopHeight, panel, body);
  }
  if (work != nullptr) {
    const bool deciding = work->mode == CaseMode::kDecide || work->mode == CaseMode::kDeliver;
    if (plan.wide) {
      const float facts = deciding ? 380 : 424;
      const float next = 332;
      plan.facts = frame.Area(nav, kTopHeight, facts, body);
      plan.work = frame.Area(nav + facts, kTopHeight, width - nav - facts - next, body);
      plan.next = frame.Area(width - next, kTopHeight, next, body);
    } else {
      const float side = 334;
      plan.work = frame.Area(nav, kTopHeight, width - nav - side, body);
      (work->facts_column ? plan.facts : plan.next) =
          frame.Area(width - side, kTopHeight, side, body);
    }
  }
  return plan;
}

ScrollArea::ScrollArea(Scene& scene, Pane pane, const ui::Rect& rect)
    : scene_(scene), pane_(pane), rect_(rect) {
  const float offset = scene.state.scroll[static_cast<std::size_t>(pane)];
  top_ = std::round(rect.y - scene.U(offset));
  scene.frame.PushClip(rect);
  scene.area = this;
}

ScrollArea::~ScrollArea() {
  if (ended_) return;
  scene_.frame.PopClip();
  scene_.area = nullptr;
}

void ScrollArea::Follow(const ui::Rect& rect) {
  if (!scene_.state.follow) return;
  const float offset = scene_.state.scroll[static_cast<std::size_t>(pane_)];
  const float unit = scene_.U(1);
  const float above = (rect_.y - rect.y) / unit;
  const float below = (rect.Bottom() - rect_.Bottom()) / unit;
  if (above > 0.5F) {
    scene_.Want(ScrollTo{pane_, std::max(0.0F, offset - above - 8), false});
  } else if (below > 0.5F) {
    scene_.Want(ScrollTo{pane_, offset + below + 8, false});
  }
}

void ScrollArea::End(float bottom) {
  scene_.frame.PopClip();
  scene_.area = nullptr;
  ended_ = true;
  const float unit = scene_.U(1);
  const float offset = scene_.state.scroll[static_cast<std::size_t>(pane_)];
  const float content = (bottom - top_) / unit;
  const float most = std::max(0.0F, content - (rect_.h / unit));
  const float lines = scene_.frame.Wheel(rect_);
  if (lines != 0) {
    const float to = std::clamp(offset + (lines * kLineStep), 0.0F, most);
    if (std::abs(to - offset) > 0.5F) scene_.Want(ScrollTo{pane_, to, true});
  } else if (offset > most + 0.5F) {
    scene_.Want(ScrollTo{pane_, most, true});
  }
  if (most <= 0) return;
  // Where one is, as a thin mark at the edge.
  const float share = rect_.h / (content * unit);
  const float length = std::max(scene_.U(24), rect_.h * share);
  const float at = rect_.y + ((rect_.h - length) * std::min(1.0F, offset / most));
  scene_.frame.Fill({rect_.Right() - scene_.U(5), at, scene_.U(3), length},
                    scene_.Colors().line_strong, scene_.U(1.5F));
}

void Words(Scene& scene, const ui::Rect& rect, std::string_view words, ui::TextStyle style,
           ui::Color color, ui::Align align) {
  ui::Cell(scene.frame, rect, words, style, color, align);
}

float Paragraph(Scene& scene, const ui::Rect& rect, std::string_view words, ui::TextStyle style,
                ui::Color color, int max_lines) {
  if (words.empty()) return 0;
  const ui::TextFit fit = ui::MeasureText(scene.frame, words, style, rect.w);
  const float line = ui::LineHeight(scene.frame, style);
  float height = fit.height;
  if (max_lines > 0) height = std::min(height, line * static_cast<float>(max_lines));
  ui::TextLook look;
  look.style = style;
  look.color = color;
  look.max_lines = max_lines;
  // Shortened only where it must be; a line that breaks is better than one that ends in dots.
  look.ellipsis = max_lines > 0 && fit.lines > max_lines;
  ui::DrawText(scene.frame, words, {rect.x, rect.y, rect.w, height + 1}, look);
  return height;
}

float Heading(Scene& scene, float x, float y, float width, std::string_view words,
              std::string_view second) {
  const ui::Rect row{x, y, width, scene.U(20)};
  const auto style = ui::TextStyle::kDeskCaptionStrong;
  Words(scene, row, words, style, scene.Colors().ink2);
  if (!second.empty()) {
    const float used = ui::TextWidth(scene.frame, words, style) + scene.U(8);
    Words(scene, {x + used, y, width - used, row.h}, second, ui::TextStyle::kDeskCaption,
          scene.Colors().ink3);
  }
  return y + scene.U(26);
}

float Pair(Scene& scene, const ui::Rect& row, float label_width, std::string_view label,
           std::string_view value, bool strong) {
  const auto style = strong ? ui::TextStyle::kDeskTextStrong : ui::TextStyle::kDeskText;
  Words(scene, {row.x, row.y, label_width - scene.U(8), scene.U(20)}, label,
        ui::TextStyle::kDeskText, scene.Colors().ink3);
  const float height = Paragraph(scene, {row.x + label_width, row.y, row.w - label_width, 0}, value,
                                 style, scene.Colors().ink);
  return row.y + std::max(scene.U(20), height) + scene.U(5);
}

void TextField(Scene& scene, const char* id, const ui::Rect& rect, Field field, std::size_t index,
               const std::string& text, ui::InputLook look) {
  const std::optional<Focus>& focus = scene.state.focus;
  look.focused = focus && focus->field == field && focus->index == index;
  if (look.focused && scene.area != nullptr) scene.area->Follow(rect);
  const std::size_t caret = look.focused ? std::min(focus->caret, text.size()) : text.size();
  const ui::InputResult result =
      ui::TextInput(scene.frame, id, rect, ui::TextEdit{text, caret}, look);
  if (result.tapped) scene.Want(FocusField{field, index, result.caret});
}

void DrawDutyButton(Scene& scene, const char* id, const ui::Rect& rect, const DutyButton& button) {
  const OpenCase* open = CurrentCase(scene.state);
  ui::DeskButtonLook look;
  look.word = scene.Say(button.word);
  look.keys = button.keys;
  look.primary = button.primary;
  look.enabled = open != nullptr && WhyNotBegin(scene.state, *open, button.duty).empty();
  if (ui::DeskButton(scene.frame, id, rect, look) && look.enabled) scene.Want(Begin{button.duty});
}

}  // namespace tanggap::desk

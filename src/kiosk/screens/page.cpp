#include "kiosk/screens/page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/complaint.h"
#include "ui/motion.h"

namespace tanggap::kiosk {
namespace {

constexpr float kReach = 0.55F;  // low reach: controls below this part of the height
constexpr float kManyReach = 0.505F;

ui::Color AccentOf(const std::string& hex) {
  std::uint32_t value = 0x16211F;  // Ink: a wrong colour must not break the band.
  if (hex.size() == 7 && hex[0] == '#') {
    std::uint32_t parsed = 0;
    bool ok = true;
    for (const char c : hex.substr(1)) {
      const auto digit = std::string_view{"0123456789abcdef"}.find(
          static_cast<char>(c >= 'A' && c <= 'F' ? c - 'A' + 'a' : c));
      ok = ok && digit != std::string_view::npos;
      parsed = (parsed << 4U) | static_cast<std::uint32_t>(digit & 0xFU);
    }
    if (ok) value = parsed;
  }
  return ui::Rgb(value);
}

}  // namespace

Page::Page(ui::Frame& drawn, const View& seen, std::string_view name, PageKind kind)
    : frame(drawn), view(seen), landscape(drawn.Landscape()), low(seen.state.visit.lower) {
  // From now, not from when the screen was shown: a sheet may have lain over it for a minute.
  const Steady deaf = view.state.deaf_until - Steady{frame.now_ms};
  frame.Screen(name, static_cast<int>(std::max<Steady::rep>(0, deaf.count())));
  frame.still = view.state.visit.clearer || low;
  const bool bare = kind == PageKind::kBare;
  if (const auto spoken = SpokenAt(view.context, view.state, Steady{frame.now_ms});
      spoken && !bare) {
    frame.spoken = spoken->id;
    frame.WakeAt(spoken->until.count());
  }
  rise_ = ui::ContentRise(frame);
  width = frame.Width() - (2 * kMargin);
  header_right = Right();
  top = landscape ? 195 : 222;
  frame.Fill(Fixed(0, 0, frame.Width(), frame.Height()), frame.Colors().paper);
  ui::Band(frame, AccentOf(view.context.office.accent));
  PlaceActions(name, kind);
}

ui::Rect Page::Fixed(float x, float y, float w, float h) const {
  return frame.Area(x, y, w, h);
}

ui::Rect Page::Box(float x, float y, float w, float h) const {
  return frame.Area(x, y, w, h).Moved(0, rise_);
}

void Page::OfficeName() {
  const ::tanggap::Office& office = view.context.office;
  const std::string& name = office.short_name.empty() ? office.name : office.short_name;
  ui::OfficeHeader(frame, view.logo, name, office.region, frame.U(header_right - kSmallGap));
}

void Page::Office() {
  OfficeName();
  // The name itself is the way to "about"; it looks flat on purpose, nothing essential hides there.
  const float w = std::min(560.0F, header_right - left);
  if (low) return;
  const ui::Rect place = Fixed(left, kHeaderTop, w, kHeaderHeight);
  Take(frame.Pressable("about", place, ui::TargetKind::kControl).tapped, OpenAbout{});
  // Held for two seconds it is the staff's way in; no visitor is ever asked to hold anything.
  constexpr std::int64_t kStaffHold = 2000;
  if (const auto held = frame.HeldFor("about"); held && view.context.staff_menu) {
    Take(*held >= kStaffHold, OpenStaff{});
    if (*held < kStaffHold) frame.WakeAt(frame.now_ms + kStaffHold - *held);
  }
}

std::string Page::CaptionThatFits(const std::string& caption, int now, int total) {
  const float room = frame.U(header_right - left - kGap);
  if (ui::TextWidth(frame, caption, ui::TextStyle::kSmall) <= room) return caption;
  return std::to_string(now) + " / " + std::to_string(total);
}

void Page::Progress(Station station) {
  Cancel();
  const ::tanggap::kiosk::Progress at = ProgressAt(view.context, Entry(), station);
  DrawSteps(at, at.now, header_right - left - (low ? 0 : kGap));
}

void Page::LastStretch() {
  const ::tanggap::kiosk::Progress at = ProgressAt(view.context, Entry(), Station::kReview);
  DrawSteps(at, at.total + 1, header_right - left - (low ? 0 : kGap));
}

void Page::DrawSteps(const ::tanggap::kiosk::Progress& at, int now, float room) {
  const std::string caption = T().Format(
      TextId::kCommonStep, {{"n", std::to_string(at.now)}, {"m", std::to_string(at.total)}});
  ui::Steps(frame, Fixed(left, kHeaderTop, room, kHeaderHeight),
            CaptionThatFits(caption, at.now, at.total), now, at.total, "tiket");
}

void Page::TicketHeader(const std::string& code) {
  // Enough to tell two tickets apart; the whole code is on the paper in the visitor's hand.
  const float w = header_right - kSmallGap - left - 122;
  std::string shown = code.substr(0, 5) + "••••" + code.substr(9);
  if (ui::TextWidth(frame, shown, ui::TextStyle::kSmall) > frame.U(w)) shown = code.substr(10);
  frame.Icon("tiket", Fixed(left, kHeaderTop + 12, 96, 96));
  const auto line = [&](std::string_view words, float y, ui::TextStyle style, ui::Color color) {
    ui::DrawText(frame, words, Fixed(left + 122, y, w, TextHeight(words, w, style) + 8),
                 {.style = style, .color = color});
  };
  line(T(TextId::kLookTicket), kHeaderTop + 6, ui::TextStyle::kSmall, frame.Colors().ink2);
  line(shown, kHeaderTop + 50,
       StyleThatFits(shown, w, ui::TextStyle::kStrong, ui::TextStyle::kSmall), frame.Colors().ink);
}

void Page::SurveyProgress(int question) {
  Cancel();
  const std::string caption =
      T().Format(TextId::kSkmProgress, {{"n", std::to_string(question + 1)}});
  ui::Steps(frame, Fixed(left, kHeaderTop, header_right - left - kGap, kHeaderHeight),
            CaptionThatFits(caption, question + 1, kSurveyQuestions), question + 1,
            kSurveyQuestions, "cek");
}

void Page::HeaderTitle(std::string_view words, bool tick) {
  float x = left;
  const auto fits = [&](float room) {
    return ui::MeasureText(frame, words, ui::TextStyle::kSmall, frame.U(room)).fitted;
  };
  // The words say it too where both have no room.
  if (tick && fits(header_right - left - 138)) {
    const ui::Rect disc = Fixed(left, kHeaderTop + 8, 108, 108);
    ui::TickDisc(frame, disc.Center(), disc.w);
    x += 108 + 30;
  }
  // Two lines of smaller words where one of the title's has no room; they may rise a little.
  constexpr float kRoom = 150;
  const ui::Rect box =
      Fixed(x, kHeaderTop - ((kRoom - kHeaderHeight) / 2), header_right - x, kRoom);
  constexpr std::array<ui::TextStyle, 4> kStyles{ui::TextStyle::kTitle, ui::TextStyle::kLabel,
                                                 ui::TextStyle::kStrong, ui::TextStyle::kSmall};
  ui::TextStyle style = kStyles.back();
  for (const ui::TextStyle tried : kStyles) {
    const ui::TextFit fit = ui::MeasureText(frame, words, tried, box.w);
    if (!fit.fitted || fit.height > box.h) continue;
    style = tried;
    break;
  }
  ui::DrawText(frame, words, box,
               {.style = style, .color = frame.Colors().ink, .valign = ui::VAlign::kMiddle});
}

float Page::Balanced(std::string_view words, ui::TextStyle style) {
  const int lines = ui::MeasureText(frame, words, style, frame.U(width)).lines;
  if (lines < 2) return width;
  float least = width / static_cast<float>(lines + 1);
  float most = width;
  while (most - least > 8) {
    const float tried = (least + most) / 2;
    const ui::TextFit fit = ui::MeasureText(frame, words, style, frame.U(tried));
    (fit.fitted && fit.lines <= lines ? most : least) = tried;
  }
  return std::min(width, most + 4);  // places are rounded to whole pixels
}

Page::TitlePlan Page::PlanTitle(std::string_view words, std::string_view hint,
                                ui::TextStyle style) {
  const float unit = frame.look.unit;
  TitlePlan plan;
  plan.box_w = Balanced(words, style);
  plan.title_h = TextHeight(words, plan.box_w, style);
  plan.after = landscape ? 22 : Cramped(view.state.visit) ? 30 : 40;
  if (hint.empty()) return plan;
  plan.title_w = ui::TextWidth(frame, words, style) / unit;
  const float hint_w = ui::TextWidth(frame, hint, ui::TextStyle::kBody) / unit;
  plan.hint_beside = landscape && plan.title_w + 40 + hint_w <= width;
  if (!plan.hint_beside)
    plan.hint_h = TextHeight(hint, width, ui::TextStyle::kBody) + (landscape ? 0 : 6);
  return plan;
}

void Page::Title(std::string_view words, std::string_view hint, ui::TextStyle style) {
  const TitlePlan plan = PlanTitle(words, hint, style);
  const float unit = frame.look.unit;
  ui::Question(frame, words, Box(left, top, plan.box_w, frame.Height() - top), style);
  if (plan.hint_beside) {
    // On the title's baseline.
    const float line = ui::LineHeight(frame, style) / unit;
    const float shift =
        (ui::CapHeight(frame, style) - ui::CapHeight(frame, ui::TextStyle::kBody)) / (2 * unit);
    const float body = ui::LineHeight(frame, ui::TextStyle::kBody) / unit;
    const float x = left + plan.title_w + 40;
    ui::DrawText(frame, hint, Box(x, top + ((line - body) / 2) + shift, Right() - x, body),
                 {.style = ui::TextStyle::kBody, .color = frame.Colors().ink2});
  } else if (!hint.empty()) {
    Text(hint, left, top + plan.title_h + (landscape ? 0 : 6), width, ui::TextStyle::kBody, true);
  }
  top += plan.Height();
  reading_top = top;
  if (low) top = std::max(top, std::ceil(frame.Height() * kReach));
}

void Page::Ask(std::string_view words, std::string_view hint, bool many) {
  if (low) {
    const float answers = std::ceil(frame.Height() * (many ? kManyReach : kReach));
    top = std::max(top, answers - PlanTitle(words, hint, ui::TextStyle::kTitle).Height());
  }
  Title(words, hint);
  if (many) BeginMany();
}

void Page::BeginMany() {
  if (low) top = std::max(reading_top, std::ceil(frame.Height() * kManyReach));
}

float Page::TextHeight(std::string_view words, float w, ui::TextStyle style) {
  return ui::MeasureText(frame, words, style, frame.U(w)).height / frame.look.unit;
}

float Page::Text(std::string_view words, float x, float y, float w, ui::TextStyle style,
                 bool second) {
  const float h = TextHeight(words, w, style);
  ui::DrawText(frame, words, Box(x, y, w, h + 8),
               {.style = style, .color = second ? frame.Colors().ink2 : frame.Colors().ink});
  return y + h;
}

float Page::Typed(std::string_view words, float x, float y, float w, ui::TextStyle style) {
  const float h = TextHeight(words, w, style);
  ui::DrawText(frame, words, Box(x, y, w, h + 8),
               {.style = style, .color = frame.Colors().ink, .break_words = true});
  return y + h;
}

std::vector<ui::Rect> Page::Cells(int count, int columns, float y, float height,
                                  float tallest) const {
  std::vector<ui::Rect> cells;
  const int rows = (count + columns - 1) / columns;
  const float gap =
      height / static_cast<float>(rows) < 240 || view.state.visit.clearer ? kSmallGap : kGap;
  const float w = (width - (gap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  const float h =
      std::min(tallest, (height - (gap * static_cast<float>(rows - 1))) / static_cast<float>(rows));
  for (int i = 0; i < count; ++i) {
    const auto column = static_cast<float>(i % columns);
    const auto row = static_cast<float>(i / columns);
    cells.push_back(Box(left + (column * (w + gap)), y + (row * (h + gap)), w, h));
  }
  return cells;
}

int Page::TileColumns(int count) const {
  if (landscape)
    return count <= 3
               ? std::max(1, count)
               : (count % 3 == 0 || count == 5 || (low && count > 4) || view.state.visit.clearer
                      ? 3
                      : 4);
  return 2;
}

ui::TextStyle Page::StyleThatFits(std::string_view words, float w, ui::TextStyle wanted,
                                  ui::TextStyle smaller) {
  return ui::TextWidth(frame, words, wanted) <= frame.U(w) ? wanted : smaller;
}

}  // namespace tanggap::kiosk

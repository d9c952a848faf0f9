#include "kiosk/screens/page.h"

#include <algorithm>
#include <array>

#include "kiosk/complaint.h"
#include "ui/motion.h"

namespace tanggap::kiosk {
namespace {

constexpr int kHelpButtons = 5;
constexpr float kReach = 0.545F;  // portrait reach mode: controls below this part of the height

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

// "Tutup" stands on every screen of a sensitive office, but for those where the way home is on the
// screen already (attract itself, "Selesai", "Saya orang baru") or the screen finds another place.
bool ClosesByItself(std::string_view name, bool low, bool landscape, bool bare) {
  if (name == "attract" || name == "out-of-service") return false;
  if (!low) return true;
  if (bare) return false;
  return landscape || (name != "look-up" && name != "ticket" && name != "thanks");
}

}  // namespace

Page::Page(ui::Frame& drawn, const View& seen, std::string_view name, bool bare)
    : frame(drawn), view(seen), landscape(drawn.Landscape()), low(seen.state.visit.lower) {
  // From now, not from when the screen was shown: a sheet may have lain over it for a minute.
  const Steady deaf = view.state.deaf_until - Steady{frame.now_ms};
  frame.Screen(name, static_cast<int>(std::max<Steady::rep>(0, deaf.count())));
  frame.still = view.state.visit.clearer || low;
  if (const auto spoken = SpokenAt(view.context, view.state, Steady{frame.now_ms});
      spoken && !bare) {
    frame.spoken = spoken->id;
    frame.WakeAt(spoken->until.count());
  }
  rise_ = ui::ContentRise(frame);
  width = frame.Width() - (2 * kMargin);
  header_right = Right();
  top = landscape ? 195 : 222;
  if (landscape) {
    action_h = 111;
    action_y = frame.Height() - kMargin - action_h;
    if (low) action_y -= kControl + kSmallGap;
  } else {
    action_y = frame.Height() - 342;
  }
  bottom = action_y - kGap;
  frame.Fill(Fixed(0, 0, frame.Width(), frame.Height()), frame.Colors().paper);
  ui::Band(frame, AccentOf(view.context.office.accent));
  if (!bare) HelpBar();
  if (view.context.office.sensitive.active && ClosesByItself(name, low, landscape, bare)) Cancel();
}

ui::Rect Page::Fixed(float x, float y, float w, float h) const {
  return frame.Area(x, y, w, h);
}

ui::Rect Page::Box(float x, float y, float w, float h) const {
  return frame.Area(x, y, w, h).Moved(0, rise_);
}

void Page::HelpBar() {
  const Visit& visit = view.state.visit;
  const bool speaking = view.state.speaking_until > Steady{0};
  struct Help {
    const char* id;
    std::string_view icon;
    TextId word;
    Intent wanted;
  };
  const std::array<Help, kHelpButtons> buttons{
      Help{"help-language", "bahasa", TextId::kCommonOtherLanguage, SwitchLanguage{}},
      Help{"help-clearer", "tampilan", visit.clearer ? TextId::kHelpNormal : TextId::kHelpClearer,
           ToggleClearer{}},
      Help{"help-listen", "suara", speaking ? TextId::kHelpQuiet : TextId::kHelpListen,
           ToggleListen{}},
      Help{"help-lower", "rendah", visit.lower ? TextId::kHelpHigher : TextId::kHelpLower,
           ToggleLower{}},
      Help{"help-staff", "petugas", TextId::kHelpStaff, CallStaff{}}};
  // Each gets its word's width and an equal share of the rest: the words differ much in length.
  std::array<float, kHelpButtons> words{};
  float sum = 0;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    words[i] = std::max(
        (ui::TextWidth(frame, T(buttons[i].word), ui::TextStyle::kSmall) / frame.look.unit) + 16,
        kControl + 1);
    sum += words[i];
  }
  const float gaps = kSmallGap * (kHelpButtons - 1);
  const bool in_header = landscape && !low;
  // In the header the thread and Batal have the room that the words leave.
  float room = in_header ? sum + gaps + (14.0F * kHelpButtons) : width;
  if (landscape && low) room -= kCancelWidth + kSmallGap;  // Batal stands before it.
  const float share = (room - gaps - sum) / kHelpButtons;
  const float h = landscape && low ? kControl : kHeaderHeight;
  const float y = in_header   ? kHeaderTop
                  : landscape ? frame.Height() - kMargin - kControl
                              : frame.Height() - 167;
  float x = Right() - room;
  if (in_header) header_right = x - kGap;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const float w = words[i] + share;
    Take(ui::HelpButton(frame, buttons[i].id, Fixed(x, y, w, h), buttons[i].icon,
                        T(buttons[i].word)),
         buttons[i].wanted);
    x += w + kSmallGap;
  }
}

void Page::Office() {
  const ::tanggap::Office& office = view.context.office;
  const std::string& name = office.short_name.empty() ? office.name : office.short_name;
  ui::OfficeHeader(frame, view.logo, name, office.region);
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

void Page::Cancel() {
  ui::Rect rect = Fixed(header_right - kCancelWidth, kHeaderTop, kCancelWidth, kControl);
  // In reach mode it stands between Back and Next, or before the help; it asks before it deletes.
  if (low && landscape)
    rect = Fixed(left, frame.Height() - kMargin - kControl, kCancelWidth, kControl);
  else if (low)
    rect = Fixed(left + (width * 0.36F), action_y, width * 0.24F, action_h - 4);
  if (closes_) return;
  if (view.context.office.sensitive.active)
    CloseAt(rect);
  else
    Take(
        ui::QuietButton(frame, "cancel", rect, {.word = T(TextId::kCommonCancel), .icon = "batal"}),
        AskCancel{});
  if (!low) header_right -= kCancelWidth + kGap;
}

void Page::CloseAt(const ui::Rect& at) {
  closes_ = true;
  Take(ui::QuietButton(frame, "cancel", at, {.word = T(TextId::kCommonClose), .icon = "batal"}),
       CloseAtOnce{});
}

std::string Page::CaptionThatFits(const std::string& caption, int now, int total) {
  const float room = frame.U(header_right - left - kGap);
  if (ui::TextWidth(frame, caption, ui::TextStyle::kSmall) <= room) return caption;
  return std::to_string(now) + " / " + std::to_string(total);
}

void Page::Progress(Station station) {
  Cancel();
  const ::tanggap::kiosk::Progress at = ProgressAt(view.context, Entry(), station);
  const std::string caption = T().Format(
      TextId::kCommonStep, {{"n", std::to_string(at.now)}, {"m", std::to_string(at.total)}});
  ui::Steps(frame, Fixed(left, kHeaderTop, header_right - left - kGap, kHeaderHeight),
            CaptionThatFits(caption, at.now, at.total), at.now, at.total, "tiket");
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
  if (tick) {
    const ui::Rect disc = Fixed(left, kHeaderTop + 8, 108, 108);
    ui::TickDisc(frame, disc.Center(), disc.w);
    x += 108 + 30;
  }
  const ui::Rect box = Fixed(x, kHeaderTop, header_right - x, kHeaderHeight);
  ui::TextStyle style = ui::TextStyle::kTitle;
  for (const ui::TextStyle smaller :
       {ui::TextStyle::kLabel, ui::TextStyle::kStrong, ui::TextStyle::kSmall}) {
    if (ui::TextWidth(frame, words, style) > box.w) style = smaller;
  }
  ui::DrawText(frame, words, box,
               {.style = style, .color = frame.Colors().ink, .valign = ui::VAlign::kMiddle});
}

void Page::Title(std::string_view words, std::string_view hint, ui::TextStyle style) {
  const ui::Rect box = Box(left, top, width, frame.Height() - top);
  const float below = ui::Question(frame, words, box, style) - rise_;
  const float unit = frame.look.unit;
  float y = below / unit;
  if (!hint.empty()) {
    const float title_w = ui::TextWidth(frame, words, style) / unit;
    const float hint_w = ui::TextWidth(frame, hint, ui::TextStyle::kBody) / unit;
    if (landscape && title_w + 40 + hint_w <= width) {
      // Beside the title, on its baseline.
      const float line = ui::LineHeight(frame, style) / unit;
      const float shift =
          (ui::CapHeight(frame, style) - ui::CapHeight(frame, ui::TextStyle::kBody)) / (2 * unit);
      const float body = ui::LineHeight(frame, ui::TextStyle::kBody) / unit;
      ui::DrawText(
          frame, hint,
          Box(left + title_w + 40, top + ((line - body) / 2) + shift, width - title_w - 40, body),
          {.style = ui::TextStyle::kBody, .color = frame.Colors().ink2});
    } else {
      y = Text(hint, left, y, width, ui::TextStyle::kBody, true);
    }
  }
  top = y + (landscape ? 22 : 30);
  reading_top = top;
  if (low && !landscape) top = std::max(top, frame.Height() * kReach);
}

void Page::Back() {
  back_w_ = width * 0.39F;
  if (landscape) back_w_ = std::min(439.0F, width * 0.3F);
  if (low && !landscape) back_w_ = (width * 0.36F) - kSmallGap;
  Take(ui::SecondaryButton(frame, "back", Fixed(left, action_y, back_w_, action_h),
                           {.word = T(TextId::kCommonBack), .icon = "kembali"}),
       GoBack{});
}

void Page::Next(std::string_view word, bool enabled, Intent wanted, std::string_view icon) {
  float w = width - (width * 0.39F) - kGap;
  if (landscape) w = std::min(740.0F, width * 0.4F);
  if (low && !landscape) w = (width * 0.40F) - kSmallGap;
  // Portrait: the seam near the middle; landscape: the inner end within 90 mm of the middle.
  Take(ui::PrimaryButton(
           frame, "next", Fixed(Right() - w, action_y, w, action_h),
           {.word = word, .icon = icon, .icon_after = icon == "lanjut", .enabled = enabled}),
       std::move(wanted));
}

void Page::Skip(std::string_view word, Intent wanted) {
  float w = width - (width * 0.39F) - kGap;
  if (landscape) w = std::min(740.0F, width * 0.4F);
  if (low && !landscape) w = (width * 0.40F) - kSmallGap;
  Take(ui::SecondaryButton(frame, "skip", Fixed(Right() - w, action_y, w, action_h),
                           {.word = word, .icon = "lanjut", .icon_after = true}),
       std::move(wanted));
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
    return count <= 3 ? std::max(1, count)
                      : (count == 6 || count == 5 || view.state.visit.clearer ? 3 : 4);
  return low && count > 4 ? 3 : 2;
}

ui::TextStyle Page::StyleThatFits(std::string_view words, float w, ui::TextStyle wanted,
                                  ui::TextStyle smaller) {
  return ui::TextWidth(frame, words, wanted) <= frame.U(w) ? wanted : smaller;
}

}  // namespace tanggap::kiosk

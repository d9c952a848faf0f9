#include "kiosk/screens/page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/complaint.h"
#include "ui/motion.h"

namespace tanggap::kiosk {
namespace {

constexpr int kHelpButtons = 5;
constexpr float kLeastCancel = 236;
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

// As equal as the least widths allow; together `room`.
std::array<float, kHelpButtons> Shared(std::array<float, kHelpButtons> least, float room) {
  float equal = room / kHelpButtons;
  for (int round = 0; round < kHelpButtons; ++round) {
    float fixed = 0;
    int free = 0;
    for (const float each : least) {
      if (each > equal)
        fixed += each;
      else
        ++free;
    }
    if (free == 0) break;
    equal = (room - fixed) / static_cast<float>(free);
  }
  for (float& each : least)
    each = std::max(each, equal);
  return least;
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
    TextId other;  // what it says after a touch
    Intent wanted;
  };
  const auto either = [](bool on, TextId then, TextId else_then) { return on ? then : else_then; };
  const std::array<Help, kHelpButtons> buttons{
      Help{"help-language", "bahasa", TextId::kCommonOtherLanguage, TextId::kCommonOtherLanguage,
           SwitchLanguage{}},
      Help{"help-clearer", "tampilan",
           either(visit.clearer, TextId::kHelpNormal, TextId::kHelpClearer),
           either(!visit.clearer, TextId::kHelpNormal, TextId::kHelpClearer), ToggleClearer{}},
      Help{"help-listen", "suara", either(speaking, TextId::kHelpQuiet, TextId::kHelpListen),
           either(!speaking, TextId::kHelpQuiet, TextId::kHelpListen), ToggleListen{}},
      Help{"help-lower", "rendah", either(visit.lower, TextId::kHelpHigher, TextId::kHelpLower),
           either(!visit.lower, TextId::kHelpHigher, TextId::kHelpLower), ToggleLower{}},
      Help{"help-staff", "petugas", TextId::kHelpStaff, TextId::kHelpStaff, CallStaff{}}};
  // Wide enough for what each says and will say, so that none moves under a finger.
  const bool in_header = landscape && !low;
  const float beside_word = in_header ? 10 : 14;
  std::array<float, kHelpButtons> least{};
  float sum = 0;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const float word = std::max(ui::TextWidth(frame, T(buttons[i].word), ui::TextStyle::kHelp),
                                ui::TextWidth(frame, T(buttons[i].other), ui::TextStyle::kHelp));
    least[i] = std::max(std::ceil(word / frame.look.unit) + (2 * beside_word), kControl + 1);
    sum += least[i];
  }
  const float gaps = kSmallGap * (kHelpButtons - 1);
  // In the header the thread and Batal have the room that the words leave.
  float room = in_header ? sum + gaps : width;
  if (landscape && low) room -= kCancelWidth + kSmallGap;  // Batal stands before it.
  const auto widths = Shared(least, room - gaps);
  const float h = landscape && low ? kControl : kHeaderHeight;
  const float y = in_header   ? kHeaderTop
                  : landscape ? frame.Height() - kMargin - kControl
                              : frame.Height() - 167;
  float x = Right() - room;
  if (in_header) header_right = x - kGap;
  for (std::size_t i = 0; i < buttons.size(); ++i) {
    const float w = widths[i];
    Take(ui::HelpButton(frame, buttons[i].id, Fixed(x, y, w, h), buttons[i].icon,
                        T(buttons[i].word)),
         buttons[i].wanted);
    x += w + kSmallGap;
  }
}

void Page::Office() {
  const ::tanggap::Office& office = view.context.office;
  const std::string& name = office.short_name.empty() ? office.name : office.short_name;
  ui::OfficeHeader(frame, view.logo, name, office.region, frame.U(header_right - kSmallGap));
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
  // As high as the help beside it.
  const TextId said =
      view.context.office.sensitive.active ? TextId::kCommonClose : TextId::kCommonCancel;
  const float word = ui::TextWidth(frame, T(said), ui::TextStyle::kStrong) / frame.look.unit;
  const float wide = std::clamp(std::ceil(word) + 108, kLeastCancel, kCancelWidth);
  ui::Rect rect =
      Fixed(header_right - wide, kHeaderTop, wide, landscape ? kHeaderHeight : kControl);
  // In reach mode it stands between Back and Next, or before the help; it asks before it deletes.
  if (low && landscape)
    rect = Fixed(left, frame.Height() - kMargin - kControl, kCancelWidth, kControl);
  else if (low)
    rect = Fixed(left + (width * kLowBack), action_y, width * kLowCancel, action_h - 4);
  if (closes_) return;
  if (view.context.office.sensitive.active)
    CloseAt(rect);
  else
    Take(ui::QuietButton(
             frame, "cancel", rect,
             {.word = T(TextId::kCommonCancel), .icon = "batal", .style = ui::TextStyle::kStrong}),
         AskCancel{});
  if (!low) header_right -= wide + kGap;
}

void Page::CloseAt(const ui::Rect& at) {
  closes_ = true;
  Take(ui::QuietButton(
           frame, "cancel", at,
           {.word = T(TextId::kCommonClose), .icon = "batal", .style = ui::TextStyle::kStrong}),
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
  const float room = header_right - left - (low ? 0 : kGap);
  ui::Steps(frame, Fixed(left, kHeaderTop, room, kHeaderHeight),
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

void Page::Title(std::string_view words, std::string_view hint, ui::TextStyle style) {
  const ui::Rect box = Box(left, top, Balanced(words, style), frame.Height() - top);
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
      y = Text(hint, left, y + (landscape ? 0 : 6), width, ui::TextStyle::kBody, true);
    }
  }
  top = y + (landscape ? 22 : Cramped(view.state.visit) ? 30 : 40);
  reading_top = top;
  if (low && !landscape) top = std::max(top, frame.Height() * kReach);
}

void Page::Back() {
  back_w_ = width * 0.39F;
  if (landscape) back_w_ = std::min(439.0F, width * 0.3F);
  if (low && !landscape) back_w_ = (width * kLowBack) - kSmallGap;
  Take(ui::SecondaryButton(frame, "back", Fixed(left, action_y, back_w_, action_h),
                           {.word = T(TextId::kCommonBack), .icon = "kembali"}),
       GoBack{});
}

void Page::Next(std::string_view word, bool enabled, Intent wanted, std::string_view icon) {
  float w = width - (width * 0.39F) - kGap;
  if (landscape) w = std::min(740.0F, width * 0.4F);
  if (low && !landscape) w = (width * kLowNext) - kSmallGap;
  // Portrait: the seam near the middle; landscape: the inner end within 90 mm of the middle.
  Take(ui::PrimaryButton(
           frame, "next", Fixed(Right() - w, action_y, w, action_h),
           {.word = word, .icon = icon, .icon_after = icon == "lanjut", .enabled = enabled}),
       std::move(wanted));
}

void Page::Skip(std::string_view word, Intent wanted, const char* id, std::string_view icon) {
  float w = width - (width * 0.39F) - kGap;
  if (landscape) w = std::min(740.0F, width * 0.4F);
  if (low && !landscape) w = (width * kLowNext) - kSmallGap;
  Take(ui::SecondaryButton(frame, id, Fixed(Right() - w, action_y, w, action_h),
                           {.word = word, .icon = icon, .icon_after = icon == "lanjut"}),
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
  return 2;
}

ui::TextStyle Page::StyleThatFits(std::string_view words, float w, ui::TextStyle wanted,
                                  ui::TextStyle smaller) {
  return ui::TextWidth(frame, words, wanted) <= frame.U(w) ? wanted : smaller;
}

}  // namespace tanggap::kiosk

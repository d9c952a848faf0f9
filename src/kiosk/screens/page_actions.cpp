// What stands below a page's answers: Back, Batal, Next and the help, each mode's places in one
// function.
#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/screens/page.h"

namespace tanggap::kiosk {
namespace {

constexpr float kLeastCancel = 236;
constexpr float kLeastBack = 240;
constexpr float kTallAction = 146;
constexpr float kFoot = 24;  // below everything in low reach on a lying panel
constexpr float kBesideHelpWord = 14;
constexpr float kBesideHelpWordInHeader = 10;
constexpr float kBesideHelpWordInRow = 6;  // what the button keeps clear itself
constexpr float kLeastNext = 380;          // for its longest words in the smaller letters
constexpr float kMostNext = 480;

float Sum(const std::vector<float>& widths) {
  float sum = kSmallGap * (static_cast<float>(widths.size()) - 1);
  for (const float each : widths)
    sum += each;
  return sum;
}

// "Tutup" stands on every screen of a sensitive office, but for those where the way home is on the
// screen already (attract itself, "Selesai", "Saya orang baru") or the screen finds another place.
bool ClosesByItself(std::string_view name, bool low, bool landscape, bool bare) {
  if (name == "attract" || name == "out-of-service") return false;
  if (!low) return true;
  if (bare || name == "thanks" || name == "look-up") return false;
  return landscape || name != "ticket";
}

}  // namespace

std::vector<float> SharedWidths(std::vector<float> least, float room) {
  const auto count = static_cast<float>(least.size());
  room -= kSmallGap * (count - 1);
  float equal = room / count;
  for (std::size_t round = 0; round < least.size(); ++round) {
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

struct Page::Help {
  const char* id;
  std::string_view icon;
  TextId word;
  TextId other;  // what it says after a touch
  Intent wanted;
};

std::vector<Page::Help> Page::HelpButtons() const {
  const Visit& visit = view.state.visit;
  const bool speaking = view.state.speaking_until > Steady{0};
  const auto either = [](bool on, TextId then, TextId else_then) { return on ? then : else_then; };
  return {
      {"help-language", "bahasa", TextId::kCommonOtherLanguage, TextId::kCommonOtherLanguage,
       SwitchLanguage{}},
      {"help-clearer", "tampilan", either(visit.clearer, TextId::kHelpNormal, TextId::kHelpClearer),
       either(!visit.clearer, TextId::kHelpNormal, TextId::kHelpClearer), ToggleClearer{}},
      {"help-listen", "suara", either(speaking, TextId::kHelpQuiet, TextId::kHelpListen),
       either(!speaking, TextId::kHelpQuiet, TextId::kHelpListen), ToggleListen{}},
      {"help-lower", "rendah", either(visit.lower, TextId::kHelpHigher, TextId::kHelpLower),
       either(!visit.lower, TextId::kHelpHigher, TextId::kHelpLower), ToggleLower{}},
      {"help-staff", "petugas", TextId::kHelpStaff, TextId::kHelpStaff, CallStaff{}}};
}

std::vector<float> Page::HelpWidths(float beside_word) {
  std::vector<float> least;
  for (const Help& help : HelpButtons()) {
    const float word = std::max(ui::TextWidth(frame, T(help.word), ui::TextStyle::kHelp),
                                ui::TextWidth(frame, T(help.other), ui::TextStyle::kHelp));
    least.push_back(std::max(std::ceil(word / frame.look.unit) + (2 * beside_word), kControl + 1));
  }
  return least;
}

float Page::ButtonWidth(TextId word) {
  constexpr float kAround = 44 + 10 + 32 + 4;  // icon, gap, padding
  return std::ceil(ui::TextWidth(frame, T(word), ui::TextStyle::kStrong) / frame.look.unit) +
         kAround;
}

void Page::DrawHelp(const std::vector<ui::Rect>& places) {
  const auto buttons = HelpButtons();
  for (std::size_t i = 0; i < buttons.size(); ++i)
    Take(
        ui::HelpButton(frame, buttons[i].id, Fixed(places[i]), buttons[i].icon, T(buttons[i].word)),
        buttons[i].wanted);
}

void Page::DrawHelpRow(float x, float y, float room, float h, float beside_word) {
  std::vector<ui::Rect> places;
  for (const float w : SharedWidths(HelpWidths(beside_word), room)) {
    places.push_back({x, y, w, h});
    x += w + kSmallGap;
  }
  DrawHelp(places);
}

void Page::PlaceActions(std::string_view name, PageKind kind) {
  if (kind == PageKind::kTyping && landscape)
    PlaceBesideKeys();
  else if (low)
    PlaceLow(kind);
  else
    PlaceUsual();
  if (!low && kind != PageKind::kBare) {
    // In the header the thread and Batal have the room that the help's words leave.
    const float room = landscape ? Sum(HelpWidths(kBesideHelpWordInHeader)) : width;
    DrawHelpRow(Right() - room, landscape ? kHeaderTop : frame.Height() - 167, room, kHeaderHeight,
                landscape ? kBesideHelpWordInHeader : kBesideHelpWord);
    if (landscape) header_right = Right() - room - kGap;
  }
  if (view.context.office.sensitive.active &&
      ClosesByItself(name, low, landscape, kind == PageKind::kBare))
    Cancel();
}

// Portrait: the seam near the middle; landscape: the inner ends within 90 mm of it.
void Page::PlaceUsual() {
  action_h = landscape ? 111 : 136;
  action_y = landscape ? frame.Height() - kMargin - action_h : frame.Height() - 342;
  const float back = landscape ? std::min(439.0F, width * 0.3F) : width * 0.39F;
  const float next = landscape ? std::min(740.0F, width * 0.4F) : width - back - kGap;
  back_ = {left, action_y, back, action_h};
  next_ = {Right() - next, action_y, next, action_h};
  bottom = action_y - kGap;
}

// Back, Batal and Next in one row with the help between them on a lying panel, which has the width
// and not the height; upright, or where the words need more, the help has a row of its own below.
void Page::PlaceLow(PageKind kind) {
  const float back = std::max(kLeastBack, ButtonWidth(TextId::kCommonBack));
  const float cancel = std::max(
      kLeastCancel, ButtonWidth(view.context.office.sensitive.active ? TextId::kCommonClose
                                                                     : TextId::kCommonCancel));
  const float help = Sum(HelpWidths(kBesideHelpWordInRow));
  const float over = width - back - cancel - help - (3 * kSmallGap);
  one_row = landscape && over >= kLeastNext;
  action_h = landscape ? kControl : 136;
  const float help_h = landscape ? kControl : kHeaderHeight;
  const float help_y = landscape ? frame.Height() - kFoot - kControl : frame.Height() - 167;
  action_y = one_row ? help_y : landscape ? help_y - kSmallGap - action_h : frame.Height() - 342;
  bottom = action_y - (landscape ? kSmallGap : kGap);
  const float rest = width - back - cancel - (2 * kSmallGap);
  const float next = one_row     ? std::min(over, kMostNext)
                     : landscape ? std::min(rest, 740.0F)
                                 : rest;
  // Batal has no lip: it ends where the plates beside it do.
  back_ = {left, action_y, back, action_h};
  cancel_ = {left + back + kSmallGap, action_y, cancel, action_h - (landscape ? 0 : 4)};
  next_ = {Right() - next, action_y, next, action_h};
  if (kind == PageKind::kBare) return;
  const float help_x = one_row ? cancel_.Right() + kSmallGap : left;
  const float help_end = one_row ? next_.x - kSmallGap : Right();
  DrawHelpRow(help_x, help_y, help_end - help_x, help_h,
              one_row ? kBesideHelpWordInRow : kBesideHelpWord);
}

// On a lying panel the keys need the whole lower part: help and actions are a block beside them.
void Page::PlaceBesideKeys() {
  action_h = low ? kControl : 111;
  action_y = frame.Height() - (low ? kFoot : kMargin) - action_h;
  bottom = action_y - kGap;
  const float w = WordsBesideKeys();
  const float back = std::floor((w * 0.48F) - (kGap / 2));
  back_ = {left, action_y, back, action_h};
  next_ = {left + back + kGap, action_y, w - back - kGap, action_h};
  if (!low) return;
  const auto least = HelpWidths(kBesideHelpWordInRow);
  const float widest =
      std::max(*std::ranges::max_element(least), ButtonWidth(TextId::kCommonCancel));
  const int columns = (3 * widest) + (2 * kSmallGap) <= w ? 3 : 2;
  const int rows = 6 / columns;
  const float cell =
      (w - (kSmallGap * static_cast<float>(columns - 1))) / static_cast<float>(columns);
  const float pitch = kControl + kSmallGap;
  std::vector<ui::Rect> places;
  for (int i = 0; i < 6; ++i)
    places.push_back({left + (static_cast<float>(i % columns) * (cell + kSmallGap)),
                      action_y - (static_cast<float>(rows - (i / columns)) * pitch), cell,
                      kControl});
  bottom = places.front().y - kGap;
  // Batal above Back, not above Next.
  const auto cancel = places.begin() + (columns * (rows - 1));
  cancel_ = *cancel;
  places.erase(cancel);
  DrawHelp(places);
}

ui::Rect Page::BetweenPlace() const {
  const float x = back_.Right() + kGap;
  return Fixed(x, action_y, next_.x - kGap - x, action_h);
}

ui::Rect Page::BackAndCancelPlace() const {
  return Fixed(back_.x, back_.y, cancel_.Right() - back_.x, back_.h);
}

void Page::Cancel() {
  if (closes_) return;
  const bool sensitive = view.context.office.sensitive.active;
  ui::Rect rect = Fixed(cancel_);
  if (!low) {
    // As high as the help beside it.
    const TextId said = sensitive ? TextId::kCommonClose : TextId::kCommonCancel;
    const float word = ui::TextWidth(frame, T(said), ui::TextStyle::kStrong) / frame.look.unit;
    const float wide = std::clamp(std::ceil(word) + 108, kLeastCancel, kCancelWidth);
    rect = Fixed(header_right - wide, kHeaderTop, wide, landscape ? kHeaderHeight : kControl);
    header_right -= wide + kGap;
  }
  if (sensitive)
    CloseAt(rect);
  else
    Take(ui::QuietButton(
             frame, "cancel", rect,
             {.word = T(TextId::kCommonCancel), .icon = "batal", .style = ui::TextStyle::kStrong}),
         AskCancel{});
}

void Page::CloseAt(const ui::Rect& at) {
  closes_ = true;
  Take(ui::QuietButton(
           frame, "cancel", at,
           {.word = T(TextId::kCommonClose), .icon = "batal", .style = ui::TextStyle::kStrong}),
       CloseAtOnce{});
}

void Page::Back() {
  Take(ui::SecondaryButton(frame, "back", BackPlace(),
                           {.word = T(TextId::kCommonBack), .icon = "kembali"}),
       GoBack{});
}

void Page::Next(std::string_view word, bool enabled, Intent wanted, std::string_view icon) {
  Take(ui::PrimaryButton(
           frame, "next", NextPlace(),
           {.word = word, .icon = icon, .icon_after = icon == "lanjut", .enabled = enabled}),
       std::move(wanted));
}

void Page::NextAbove(std::string_view word, Intent wanted, std::string_view icon) {
  const ui::Rect above = Fixed(left, bottom - kTallAction, width, kTallAction);
  Take(
      ui::PrimaryButton(frame, "next", one_row ? above : NextPlace(), {.word = word, .icon = icon}),
      std::move(wanted));
}

void Page::Skip(std::string_view word, Intent wanted, const char* id, std::string_view icon) {
  Take(ui::SecondaryButton(frame, id, NextPlace(),
                           {.word = word, .icon = icon, .icon_after = icon == "lanjut"}),
       std::move(wanted));
}

}  // namespace tanggap::kiosk

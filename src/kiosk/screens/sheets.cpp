// What lies over a screen: idle warning (covers, doesn't dim), cancel sheet, help on its way.
#include <algorithm>
#include <string>

#include "kiosk/screens/page.h"

namespace tanggap::kiosk {
namespace {

void Centered(Page& page, std::string_view words, float y, ui::TextStyle style,
              bool second = false) {
  const float h = page.TextHeight(words, page.width, style);
  ui::DrawText(page.frame, words, page.Fixed(page.left, y, page.width, h + 8),
               {.style = style,
                .color = second ? page.frame.Colors().ink2 : page.frame.Colors().ink,
                .align = ui::Align::kCenter});
}

}  // namespace

Drawn DrawIdleWarning(ui::Frame& frame, const IdleWarning& sheet, const View& view) {
  Page page(frame, view, "idle-warning", PageKind::kBare);
  for (const std::int64_t at_ms : {0, 10'000, 15'000})
    frame.SoundAt(ui::Sound::kIdle, at_ms);
  const float w = frame.Width();
  const float h = frame.Height();
  const std::int64_t total =
      static_cast<std::int64_t>(view.context.office.intervals.warning_s) * 1000;
  const std::int64_t left = sheet.since.count() + total - frame.now_ms;
  const bool wide = page.landscape;
  const float ring = wide ? 420 : 580;
  const float ring_y = wide ? 470 : h * 0.44F;
  Centered(page, page.T(TextId::kIdleTitle), wide ? 70 : h * 0.155F, ui::TextStyle::kDisplay);
  ui::TimeoutRing(frame, {frame.U(w / 2), frame.U(ring_y)}, frame.U(ring), left, total);
  const float text_y = ring_y + (ring / 2) + (wide ? 20 : 60);
  // What to do comes first and large, what happens otherwise below it.
  const std::string& touch = page.T(TextId::kIdleTouch);
  const std::string& otherwise = page.T(TextId::kIdleText);
  Centered(page, touch, text_y, ui::TextStyle::kLabel);
  const float below = text_y + page.TextHeight(touch, page.width, ui::TextStyle::kLabel);
  Centered(page, otherwise, below + 4, ui::TextStyle::kBody, true);
  const float words_end = below + 4 + page.TextHeight(otherwise, page.width, ui::TextStyle::kBody);
  const float button_h = 160;
  const float button_w = wide ? (page.width - kGap) / 2 : page.width * 0.84F;
  const float x = wide ? page.left : (w - button_w) / 2;
  const float y = wide ? h - kMargin - button_h : words_end + 50;
  page.Take(ui::PrimaryButton(frame, "still-here", page.Fixed(x, y, button_w, button_h),
                              {.word = page.T(TextId::kIdleHere)}),
            StillHere{});
  page.Take(ui::SecondaryButton(
                frame, "new-person",
                wide ? page.Fixed(x + button_w + kGap, y, button_w, button_h)
                     : page.Fixed(x, y + button_h + kGap, button_w, button_h),
                {.word = page.T(TextId::kIdleNew), .second = page.T(TextId::kIdleNewHelp)}),
            NewPerson{});
  return page.Result();
}

Drawn DrawCancelSheet(ui::Frame& frame, const CancelSheet&, const View& view) {
  Page page(frame, view, "cancel-sheet", PageKind::kBare);
  page.top = page.landscape ? 250 : 560;
  page.Title(page.T(TextId::kCancelTitle));
  page.Text(page.T(TextId::kCancelText), page.left, page.reading_top, page.width,
            ui::TextStyle::kBody, true);
  const float h = page.landscape ? 124 : 146;
  const float w = page.landscape ? (page.width - kGap) / 2 : page.width;
  const float y = page.landscape ? page.action_y - 40 : page.action_y - h - kGap;
  page.Take(ui::PrimaryButton(frame, "keep", page.Fixed(page.left, y, w, h),
                              {.word = page.T(TextId::kCancelNo), .icon = "kembali"}),
            KeepEntry{});
  page.Take(ui::SecondaryButton(frame, "drop",
                                page.landscape ? page.Fixed(page.left + w + kGap, y, w, h)
                                               : page.Fixed(page.left, y + h + kGap, w, h),
                                {.word = page.T(TextId::kCancelYes), .icon = "batal"}),
            DropEntry{});
  return page.Result();
}

Drawn DrawHelpCalled(ui::Frame& frame, const HelpCalled&, const View& view) {
  Page page(frame, view, "help-called", PageKind::kBare);
  // What to do now is the title's own sentence; the picture is the one that was touched.
  constexpr float kPicture = 260;
  page.top = page.landscape ? 260 : 430;
  frame.Icon("petugas", page.Box(page.left - 12, page.top, kPicture, kPicture));
  const float x = page.landscape ? page.left + kPicture + 60 : page.left;
  const float w = page.Right() - x;
  float y = page.landscape ? page.top + 20 : page.top + kPicture + 50;
  y = page.Text(page.T(TextId::kHelpCalled), x, y, w, ui::TextStyle::kTitle) + 20;
  y = page.Text(page.T(TextId::kHelpWait), x, y, w, ui::TextStyle::kLabel) + 8;
  page.Text(page.T(TextId::kCommonHelpText), x, y, w, ui::TextStyle::kBody, true);
  page.Take(ui::SecondaryButton(frame, "keep", page.BackPlace(),
                                {.word = page.T(TextId::kCommonBack), .icon = "kembali"}),
            KeepEntry{});
  if (page.low && view.context.office.sensitive.active)
    page.CloseAt(page.Fixed(page.Right() - kCancelWidth, page.action_y, kCancelWidth, kControl));
  return page.Result();
}

}  // namespace tanggap::kiosk

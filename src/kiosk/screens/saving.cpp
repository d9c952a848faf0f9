// What comes after "Kirim": the urgent advice before it, the wait, and a failure.
#include <algorithm>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/words.h"

namespace tanggap::kiosk {

Drawn DrawUrgent(ui::Frame& frame, const UrgentAdvice&, const View& view) {
  Page page(frame, view, "urgent");
  page.Cancel();
  page.Title(page.T(TextId::kUrgentTitle));
  const float below =
      page.Text(page.T(TextId::kUrgentText), page.left, page.reading_top, page.width);
  // Whoever sends all the same isn't surprised by who comes.
  page.Text(page.T(TextId::kUrgentAlso), page.left, below + 12, page.width, ui::TextStyle::kBody,
            true);
  page.Take(
      ui::PrimaryButton(frame, "call", page.Fixed(page.left, page.bottom - 146, page.width, 146),
                        {.word = page.T(TextId::kTalkCall), .icon = "petugas"}),
      CallStaff{});
  page.Back();
  page.Skip(page.T(TextId::kUrgentSend), SendAnyway{});
  return page.Result();
}

Drawn DrawSaving(ui::Frame& frame, const Saving& screen, const View& view) {
  constexpr std::int64_t kQuiet = 300;  // most saves are over before anything needs saying
  constexpr std::int64_t kSlow = 8000;
  Page page(frame, view, "saving");
  page.LastStretch();
  const std::int64_t since = frame.SinceScreen();
  const std::int64_t start = frame.now_ms - since;
  frame.WakeAt(start + (since < kQuiet ? kQuiet : kSlow));
  if (since < kQuiet) return page.Result();
  page.top = page.landscape ? 330 : 620;
  TextId words = since < kSlow ? TextId::kSaveBusy : TextId::kSaveSlow;
  if (screen.attempts > 1) words = TextId::kSaveFail;
  page.Title(page.T(words));
  return page.Result();
}

Drawn DrawSaveFailed(ui::Frame& frame, const SaveFailed& screen, const View& view) {
  Page page(frame, view, "save-failed");
  frame.SoundAt(ui::Sound::kError);
  page.Cancel();
  page.OfficeName();
  page.Title(page.T(TextId::kSaveFailFinal));
  float y = page.Text(page.T(TroubleText(screen.trouble)), page.left, page.reading_top, page.width);
  y = page.Text(page.T(TextId::kErrDiskFullDo), page.left, y, page.width);
  page.Take(
      ui::PrimaryButton(frame, "call", page.Fixed(page.left, page.bottom - 146, page.width, 146),
                        {.word = page.T(TextId::kTalkCall), .icon = "petugas"}),
      CallStaff{});
  page.Skip(page.T(TextId::kSaveAgain), TryAgain{}, "again");
  return page.Result();
}

}  // namespace tanggap::kiosk

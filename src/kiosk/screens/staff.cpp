// For staff, behind a PIN: six discs and a keypad, then what a kiosk's keeper needs in the lobby.
#include <algorithm>
#include <string>

#include "kiosk/screens/page.h"
#include "kiosk/screens/typing.h"
#include "ui/keyboard.h"

namespace tanggap::kiosk {
namespace {

std::string Counted(const Page& page, TextId id, std::uint64_t n) {
  return page.T().Format(id, {{"n", std::to_string(n)}});
}

// What the last actions brought, one sentence a line.
std::vector<std::string> ResultLines(const Page& page, const StaffMenu& screen) {
  std::vector<std::string> lines;
  if (screen.busy) lines.push_back(page.T(TextId::kStaffBusy));
  if (screen.test) {
    TextId words = TextId::kStaffPrintBad;
    if (*screen.test == PrintState::kPrinted) words = TextId::kStaffPrintOk;
    if (*screen.test == PrintState::kUnknown) words = TextId::kStaffPrintUnknown;
    lines.push_back(page.T(words));
  }
  if (screen.counts) {
    lines.push_back(Counted(page, TextId::kStaffWritten, screen.counts->written));
    lines.push_back(Counted(page, TextId::kStaffSyncQueue, screen.counts->waiting));
    lines.push_back(Counted(page, TextId::kStaffUnread, screen.counts->unread));
    lines.push_back(Counted(page, TextId::kStaffFree, screen.counts->free_mb));
  }
  return lines;
}

}  // namespace

Drawn DrawEnterPin(ui::Frame& frame, const EnterPin& screen, const View& view) {
  Page page(frame, view, "staff-pin", PageKind::kTyping);
  page.OfficeName();
  constexpr float kPad = 800;  // of the keypad, on a lying panel beside the words
  constexpr float kHighest = 195;
  const float whole = page.width;
  if (page.landscape) page.width -= kPad + 60;
  const int left = kPinTries - view.state.kept.pin_misses;
  page.Title(page.T(TextId::kStaffPin),
             screen.wrong ? page.T().Format(TextId::kStaffPinWrong, {{"n", std::to_string(left)}})
                          : page.T(TextId::kStaffLogged));
  page.width = whole;
  const int filled =
      screen.checking ? static_cast<int>(kPinDigits) : static_cast<int>(screen.digits.size());
  const float discs = 70;
  if (page.landscape) {
    const float discs_y = (page.low ? page.reading_top : page.top) + 30;
    ui::PinDiscs(frame, page.Box(page.left, discs_y, page.width - kPad - 60, discs), filled,
                 static_cast<int>(kPinDigits));
    const float end = page.action_y + page.action_h;
    const float y =
        page.low ? end - (ui::KeyboardHeight(frame, kLowKey) / frame.look.unit) : kHighest;
    TakeTyped(page, ui::PhonePad(frame, page.Box(page.Right() - kPad, y, kPad, end - y), false));
  } else {
    const float discs_y = page.low ? page.reading_top + 20 : page.top + 10;
    ui::PinDiscs(frame, page.Box(page.left, discs_y, page.width, discs), filled,
                 static_cast<int>(kPinDigits));
    const float y = page.low ? page.top : discs_y + discs + 60;
    const float w = std::min(page.width, 720.0F);
    TakeTyped(page, ui::PhonePad(frame,
                                 page.Box(page.left + ((page.width - w) / 2), y, w,
                                          std::min(page.bottom - y, 720.0F)),
                                 false));
  }
  page.Back();
  return page.Result();
}

Drawn DrawPinLocked(ui::Frame& frame, const PinLocked& screen, const View& view) {
  Page page(frame, view, "staff-locked");
  page.OfficeName();
  const std::int64_t left = std::max<std::int64_t>(0, screen.until.count() - frame.now_ms);
  const std::string minutes = std::to_string((left + 59'999) / 60'000);
  page.Title(page.T().Format(TextId::kStaffPinLocked, {{"n", minutes}}));
  // How long still, for whoever stays.
  const float room = page.bottom - page.reading_top;
  const float ring = std::min(page.landscape ? 420.0F : 580.0F, room - 40);
  if (ring > 320)
    ui::TimeoutRing(frame, page.Box(page.left, page.reading_top + 20, ring, ring).Center(),
                    frame.U(ring), left, kPinLock.count());
  page.Back();
  return page.Result();
}

Drawn DrawStaffMenu(ui::Frame& frame, const StaffMenu& screen, const View& view) {
  Page page(frame, view, "staff-menu");
  page.OfficeName();
  page.Title(page.T(TextId::kStaffTitle), page.T(TextId::kStaffLogged));
  struct Action {
    const char* id;
    std::string_view icon;
    TextId word;
    Intent wanted;
    bool waits;  // for an answer that is on its way
  };
  const bool stopped = view.state.kept.stopped;
  const std::vector<Action> actions{
      {"staff-print", "printer", TextId::kStaffPrintTest, PrintTestPage{}, true},
      {"staff-count", "sinkron", TextId::kStaffCounts, CountAgain{}, true},
      {"staff-stop", "kunci", stopped ? TextId::kStaffStart : TextId::kStaffStop, ToggleService{},
       false},
      {"staff-leave", "kembali", TextId::kStaffExit, LeaveStaff{}, false}};
  const bool split = page.landscape;
  const float w = split && !page.low ? (page.width - kGap) / 2 : page.width;
  const float h = split ? kControl + 10 : page.low ? kControl + 4 : 150;
  // In low reach two by two, and what they brought above them.
  const bool square = page.low;
  const auto cells = page.Cells(4, 2, page.top, page.bottom - page.top, 150);
  float y = page.top;
  for (std::size_t i = 0; i < actions.size(); ++i) {
    const Action& action = actions[i];
    page.Take(ui::Choice(frame, action.id, square ? cells[i] : page.Box(page.left, y, w, h),
                         {.icon = action.icon,
                          .word = page.T(action.word),
                          .enabled = !(action.waits && screen.busy)}),
              action.wanted);
    y += h + kSmallGap;
  }
  const float x = split && !page.low ? page.left + w + 60 : page.left;
  float line_y = page.low ? page.reading_top : split ? page.top : y + 24;
  for (const std::string& line : ResultLines(page, screen))
    line_y = page.Text(line, x, line_y, page.Right() - x,
                       square ? ui::TextStyle::kSmall : ui::TextStyle::kBody) +
             6;
  return page.Result();
}

}  // namespace tanggap::kiosk

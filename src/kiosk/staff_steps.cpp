// Behind the PIN: test page, counts, out of service. Every action is a record.
#include "domain/match.h"
#include "kiosk/key_entry.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

void Note(Turn& turn, const char* action, const char* outcome) {
  turn.Do(StoreStaffAction{turn.stamp.fresh, action, outcome});
}

void Open(Turn& turn) {
  State& state = turn.state;
  const bool from_rest = std::holds_alternative<Attract>(state.screen) ||
                         std::holds_alternative<OutOfService>(state.screen);
  if (!from_rest || !turn.context.staff_menu) return;
  if (turn.stamp.steady < state.kept.pin_locked_until)
    turn.Show(PinLocked{state.kept.pin_locked_until});
  else
    turn.Show(EnterPin{});
}

// The PIN's keys; it is checked by itself with its last digit.
bool OnPinKey(Turn& turn, const Intent& intent) {
  auto* pin = std::get_if<EnterPin>(&turn.state.screen);
  if (pin == nullptr) return false;
  if (const auto* key = std::get_if<TypeText>(&intent)) {
    const bool digit = key->text.size() == 1 && key->text[0] >= '0' && key->text[0] <= '9';
    if (!digit || pin->checking) return true;
    pin->digits.reserve(2 * kPinDigits);
    pin->wrong = false;
    pin->digits += key->text;
    if (pin->digits.size() == kPinDigits) {
      pin->checking = true;
      turn.Do(CheckPin{pin->digits});
      Wipe(pin->digits);
    }
    return true;
  }
  if (std::holds_alternative<EraseOne>(intent)) {
    EraseLast(pin->digits);
    return true;
  }
  return false;
}

void OnMenu(Turn& turn, StaffMenu& menu, const Intent& intent) {
  if (menu.busy) return;
  if (std::holds_alternative<PrintTestPage>(intent)) {
    menu.busy = true;
    menu.test.reset();
    turn.Do(TestPrint{});
  } else if (std::holds_alternative<CountAgain>(intent)) {
    menu.busy = true;
    turn.Do(ReadCounts{});
  }
}

}  // namespace

bool OnStaffIntent(Turn& turn, const Intent& intent) {
  if (std::holds_alternative<OpenStaff>(intent)) {
    Open(turn);
    return true;
  }
  if (OnPinKey(turn, intent)) return true;
  const bool mine = std::holds_alternative<EnterPin>(turn.state.screen) ||
                    std::holds_alternative<PinLocked>(turn.state.screen);
  if (mine && std::holds_alternative<GoBack>(intent)) {
    turn.GoHome();
    return true;
  }
  auto* menu = std::get_if<StaffMenu>(&turn.state.screen);
  if (menu == nullptr) return false;
  if (std::holds_alternative<LeaveStaff>(intent)) {
    turn.GoHome();
    return true;
  }
  if (std::holds_alternative<ToggleService>(intent)) {
    turn.state.kept.stopped = !turn.state.kept.stopped;
    Note(turn, turn.state.kept.stopped ? "stop" : "start", "ok");
    turn.GoHome();
    return true;
  }
  OnMenu(turn, *menu, intent);
  return std::holds_alternative<PrintTestPage>(intent) ||
         std::holds_alternative<CountAgain>(intent);
}

void OnPinChecked(Turn& turn, const PinChecked& event) {
  State& state = turn.state;
  auto* pin = std::get_if<EnterPin>(&state.screen);
  if (pin == nullptr || !pin->checking) return;
  if (event.opens) {
    state.kept.pin_misses = 0;
    Note(turn, "menu", "ok");
    turn.Show(StaffMenu{});
    return;
  }
  if (++state.kept.pin_misses >= kPinTries) {
    state.kept.pin_misses = 0;
    state.kept.pin_locked_until = turn.stamp.steady + kPinLock;
    Note(turn, "menu", "locked");
    turn.Show(PinLocked{state.kept.pin_locked_until});
    return;
  }
  pin->checking = false;
  pin->wrong = true;
  Note(turn, "menu", "wrong-pin");
}

void OnTestPrinted(Turn& turn, const TestPrinted& event) {
  Note(turn, "print-test", event.outcome == PrintState::kUnavailable ? "failed" : "ok");
  auto* menu = std::get_if<StaffMenu>(&turn.state.screen);
  if (menu == nullptr) return;
  menu->busy = false;
  menu->test = event.outcome;
}

void OnCountsRead(Turn& turn, const CountsRead& event) {
  auto* menu = std::get_if<StaffMenu>(&turn.state.screen);
  if (menu == nullptr) return;
  menu->busy = false;
  menu->counts = event.counts;
}

}  // namespace tanggap::kiosk

#include "desk/session.h"

#include <utility>

#include "desk/turn.h"

namespace tanggap::desk {
namespace {

// The screen below the sheet as it was before the scan, half-typed words included.
void Uncover(State& state) {
  const Covered covered = std::exchange(state.covered, Covered{});
  state.overlay = covered.overlay;
  // An answer that came while it was covered was for nobody.
  if (auto* second = state.overlay ? std::get_if<SecondBox>(&*state.overlay) : nullptr)
    second->stage = SecondBox::Stage::kTyping;
  const bool there = covered.focus && TextOfFocus(state, *covered.focus) != nullptr;
  if (there) state.focus = covered.focus;
}

void GoBackOneLevel(Turn& turn) {
  State& state = turn.state;
  if (state.overlay) {
    KeepNote(turn);
    const bool sheet = turn.TheSheet() != nullptr;
    state.overlay.reset();
    state.focus.reset();
    if (sheet) Uncover(state);
    return;
  }
  if (state.focus && !std::holds_alternative<SignIn>(state.screen)) {
    state.focus.reset();
    return;
  }
  if (Inbox* inbox = turn.TheInbox()) {
    if (inbox->shown_query.empty()) return;
    inbox->query.clear();
    inbox->shown_query.clear();
    inbox->loaded = false;
    turn.AskPage();
    return;
  }
  if (const auto* room = std::get_if<Room>(&state.screen)) return LeaveRoom(turn, *room);
  CaseWork* work = turn.TheCase();
  if (work == nullptr) return;
  if (work->mode != CaseMode::kRead) {
    if (work->mode == CaseMode::kDecide && work->basis) {
      work->basis = false;
      return;
    }
    work->mode = CaseMode::kRead;
    return;
  }
  if (work->back) {
    Inbox back = *work->back;
    back.came_back = true;
    state.screen = std::move(back);
    turn.AskPage();
  } else {
    turn.GoHome();
  }
}

float NextScale(float scale, bool larger) {
  constexpr float kHair = 0.01F;
  float before = kScales.front();
  for (const float step : kScales) {
    if (larger && step > scale + kHair) return step;
    if (step < scale - kHair) before = step;
  }
  return larger ? kScales.back() : before;
}

bool OnGlobal(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (std::holds_alternative<ChangeLanguage>(intent)) {
    state.language = state.language == "id" ? "en" : "id";
    KeepTasteOf(turn);
    return true;
  }
  if (std::holds_alternative<ChangeTheme>(intent)) {
    state.dark = !state.dark;
    KeepTasteOf(turn);
    return true;
  }
  if (std::holds_alternative<ChangeRows>(intent)) {
    state.dense = !state.dense;
    KeepTasteOf(turn);
    return true;
  }
  if (const auto* scale = std::get_if<ChangeScale>(&intent)) {
    state.scale = NextScale(state.scale, scale->larger);
    KeepTasteOf(turn);
    return true;
  }
  if (const auto* scroll = std::get_if<ScrollTo>(&intent)) {
    state.scroll[static_cast<std::size_t>(scroll->pane)] = std::max(0.0F, scroll->to);
    if (scroll->by_hand) state.follow = false;
    return true;
  }
  state.follow = true;
  if (!state.person) return false;
  if (std::holds_alternative<Lock>(intent)) {
    LockDesk(turn);
    return true;
  }
  if (std::holds_alternative<GoBack>(intent)) {
    GoBackOneLevel(turn);
    KeepChangedDrafts(turn);
    return true;
  }
  if (std::holds_alternative<ShowKeys>(intent)) {
    if (!state.overlay) state.overlay = KeySheet{};
    return true;
  }
  if (std::holds_alternative<TryAgain>(intent)) {
    if (turn.Saving() || state.unsaved.empty()) return true;
    state.saving = Saving::kSaving;
    turn.Ask(WriteRecords{state.unsaved});
    return true;
  }
  return false;
}

}  // namespace

void Act(Turn& turn, const Intent& intent) {
  turn.state.last_touch = turn.state.monotonic;
  if (OnGlobal(turn, intent)) return;
  if (OnField(turn, intent)) return;
  if (!turn.state.person) {
    OnSignIn(turn, intent);
    return;
  }
  if (OnScanSheet(turn, intent)) return;
  if (OnPalette(turn, intent)) return;
  if (OnRooms(turn, intent)) return;
  if (OnFilter(turn, intent)) return;
  if (OnSecond(turn, intent)) return;
  if (OnHistory(turn, intent)) return;
  if (OnBox(turn, intent)) return;
  if (turn.state.overlay) return;  // a sheet covers what lies below
  if (OnInbox(turn, intent)) return;
  if (OnResolve(turn, intent)) return;
  if (OnAssess(turn, intent)) return;
  OnDecide(turn, intent);
}

Step Start(State state) {
  Step step;
  step.state = std::move(state);
  step.state.focus = Focus{Field::kPassword, 0, 0};
  step.state.first = {step.state.language, step.state.dark, step.state.dense, step.state.scale};
  step.effects = {ListPeople{}, MakeIds{kIdsKept}};
  return step;
}

Step Update(const Premises& premises, State state, const Event& event) {
  Step step;
  step.state = std::move(state);
  Turn turn{premises, step.state, step.effects};
  if (const auto* acted = std::get_if<Acted>(&event)) {
    Act(turn, acted->intent);
  } else {
    Hear(turn, event);
  }
  NoticeDrafts(turn);
  return step;
}

std::optional<std::chrono::milliseconds> NextDeadline(const State& state) {
  using std::chrono::milliseconds;
  // The clock in the top bar, and with it lock and identity, go by whole minutes.
  const milliseconds into{ToMillis(state.now) % 60'000};
  const milliseconds minute = state.monotonic + milliseconds{60'000} - into;
  return state.keep_at ? std::min(minute, *state.keep_at) : minute;
}

}  // namespace tanggap::desk

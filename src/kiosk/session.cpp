#include "kiosk/session.h"

#include <algorithm>
#include <utility>

#include "domain/match.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {

namespace {

bool IsTyping(const Screen& screen) {
  const auto* tell = std::get_if<TellWhat>(&screen);
  return (tell != nullptr && tell->typing) || std::holds_alternative<TypeField>(screen);
}

}  // namespace

void Turn::Show(Screen screen) {
  state.screen = std::move(screen);
  state.overlay.reset();
  state.shown_at = stamp.steady;
  state.touched_at = stamp.steady;
  state.deaf_until = stamp.steady + kDeafTime;
  // Somebody may stand beside: what was said is seen where it is typed, and else on request.
  if (context.office.sensitive.active)
    state.visit.covered = StationOf(state.screen).has_value() && !IsTyping(state.screen);
  StopSpeech(*this);
}

void Turn::GoHome() {
  Wipe(state.visit.complaint);
  Wipe(state.visit.message);
  state.visit = Visit{};
  state.visit.language = context.languages.front().Language();
  if (state.kept.trouble) {
    state.kept.probe_at = stamp.steady + kProbeEvery;
    Show(OutOfService{*state.kept.trouble});
  } else if (state.kept.stopped) {
    Show(OutOfService{Trouble::kStaff});
  } else {
    Show(Attract{});
  }
}

Day Turn::Today() const {
  return LocalDay(stamp.utc, context.office.zone);
}

State Opening(const Context& context) {
  State state;
  state.visit.language = context.languages.front().Language();
  return state;
}

std::optional<Station> StationOf(const Screen& screen) {
  return std::visit(
      Match{
          [](const ChooseService&) -> std::optional<Station> { return Station::kService; },
          [](const ChooseAspect&) -> std::optional<Station> { return Station::kAspect; },
          [](const ChooseDetail&) -> std::optional<Station> { return Station::kDetail; },
          [](const ChooseCounter&) -> std::optional<Station> { return Station::kCounter; },
          [](const ChooseWhen& s) -> std::optional<Station> {
            switch (s.question) {
              case WhenQuestion::kHappened:
                return Station::kHappened;
              case WhenQuestion::kHandedIn:
                return Station::kHandedIn;
              case WhenQuestion::kComplete:
                break;
            }
            return Station::kComplete;
          },
          [](const TellWhat&) -> std::optional<Station> { return Station::kWhat; },
          [](const AskFor&) -> std::optional<Station> { return Station::kAsk; },
          [](const AskLoss&) -> std::optional<Station> { return Station::kLoss; },
          [](const Identify&) -> std::optional<Station> { return Station::kIdentity; },
          [](const TypeField&) -> std::optional<Station> { return Station::kIdentity; },
          [](const ReadNotice&) -> std::optional<Station> { return Station::kIdentity; },
          [](const Review&) -> std::optional<Station> { return Station::kReview; },
          [](const UrgentAdvice&) -> std::optional<Station> { return Station::kReview; },
          [](const auto&) -> std::optional<Station> { return std::nullopt; },
      },
      screen);
}

namespace {

bool IsSaving(const State& state) {
  return std::holds_alternative<Saving>(state.screen);
}

void OnIntent(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (turn.stamp.steady < state.deaf_until) return;
  state.touched_at = turn.stamp.steady;
  // Left only by an outcome, and by her who must not be seen here.
  if (IsSaving(state) && !std::holds_alternative<CloseAtOnce>(intent)) return;
  if (OnComfortIntent(turn, intent)) return;
  if (state.overlay) return;  // A covered screen takes no touch.
  if (OnStaffIntent(turn, intent) || OnSayIntent(turn, intent)) return;
  if (OnRatingIntent(turn, intent)) return;
  if (OnTicketIntent(turn, intent)) return;
  if (OnComplaintIntent(turn, intent)) return;
  OnAnswerIntent(turn, intent);
}

void OnTouchedAnywhere(Turn& turn) {
  State& state = turn.state;
  state.touched_at = turn.stamp.steady;
  if (auto* thanks = std::get_if<Thanks>(&state.screen)) {
    ++thanks->extra_taps;
  } else if (state.overlay && std::holds_alternative<IdleWarning>(*state.overlay)) {
    // A touch beside the two buttons only restarts the ring: it may be somebody new.
    state.overlay = IdleWarning{turn.stamp.steady};
  }
  StopSpeech(turn);
}

}  // namespace

Next Update(const Context& context, State state, const Event& event, const Stamp& stamp) {
  std::vector<Effect> effects;
  Turn turn{context, stamp, state, effects};
  std::visit(Match{
                 [&](const Tick&) { OnTick(turn); },
                 [&](const TouchedAnywhere&) { OnTouchedAnywhere(turn); },
                 [&](const Intent& intent) { OnIntent(turn, intent); },
                 [&](const Scanned& e) { OnScanned(turn, e); },
                 [&](const RatingStored& e) { OnRatingStored(turn, e); },
                 [&](const ComplaintStored& e) { OnComplaintStored(turn, e); },
                 [&](const StorageFailed& e) { OnStorageFailed(turn, e); },
                 [&](const StorageWell&) {
                   turn.state.kept.trouble.reset();
                   if (std::holds_alternative<OutOfService>(turn.state.screen)) turn.GoHome();
                 },
                 [&](const PrintFinished& e) { OnPrintFinished(turn, e); },
                 [&](const StateFound& e) { OnStateFound(turn, e); },
                 [&](const SaidStored& e) { OnSaidStored(turn, e); },
                 [&](const PinChecked& e) { OnPinChecked(turn, e); },
                 [&](const TestPrinted& e) { OnTestPrinted(turn, e); },
                 [&](const CountsRead& e) { OnCountsRead(turn, e); },
                 [&](const StatesArrived&) {
                   // Whoever is reading a state, or that there is none, sees the new one.
                   if (const auto* shown = std::get_if<ShowState>(&turn.state.screen))
                     turn.Do(FindState{shown->code});
                   else if (const auto* none = std::get_if<NotFound>(&turn.state.screen))
                     turn.Do(FindState{none->code});
                 },
             },
             event);
  return {std::move(state), std::move(effects)};
}

}  // namespace tanggap::kiosk

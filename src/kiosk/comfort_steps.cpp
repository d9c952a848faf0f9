// What stands around every screen: help bar, cancel sheet, idle warning, and the passing of time.
#include <algorithm>

#include "domain/match.h"
#include "domain/opening.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

constexpr Steady kHelpShown{6000};
constexpr int kAidedFactor = 2;  // whoever listens or reads large gets twice the time

Steady Seconds(int seconds) {
  return Steady{static_cast<Steady::rep>(seconds) * 1000};
}

bool HoldsWords(const Screen& screen) {
  return std::holds_alternative<TellWhat>(screen) || std::holds_alternative<Identify>(screen) ||
         std::holds_alternative<TypeField>(screen) || std::holds_alternative<Review>(screen) ||
         std::holds_alternative<SayWords>(screen);
}

void SwitchTo(Turn& turn) {
  const auto& languages = turn.context.languages;
  const auto at = std::ranges::find(languages, turn.state.visit.language, &Texts::Language);
  const auto next =
      at == languages.end() || std::next(at) == languages.end() ? languages.begin() : std::next(at);
  turn.state.visit.language = next->Language();
  StopSpeech(turn);
}

void OnListen(Turn& turn) {
  State& state = turn.state;
  if (state.speaking_until > turn.stamp.steady) {
    StopSpeech(turn);
    return;
  }
  const std::string words = SpokenWords(turn.context, state);
  if (words.empty()) return;
  state.visit.aided = true;
  StartSpeech(turn, words);
}

void OnCancel(Turn& turn) {
  State& state = turn.state;
  // Without an entry there is nothing to ask about.
  const bool entry = StationOf(state.screen).has_value() || !state.visit.message.empty();
  if (entry)
    state.overlay = CancelSheet{};
  else
    turn.GoHome();
  state.deaf_until = turn.stamp.steady + kDeafTime;
}

void OnStillHere(Turn& turn) {
  State& state = turn.state;
  if (!state.overlay || !std::holds_alternative<IdleWarning>(*state.overlay)) return;
  state.overlay.reset();
  // Whoever says so may not be who typed: the entry comes back covered.
  const bool sensitive = turn.context.office.sensitive.active;
  state.visit.covered = HoldsWords(state.screen) || !state.visit.message.empty() ||
                        (sensitive && StationOf(state.screen).has_value());
  if (auto* tell = std::get_if<TellWhat>(&state.screen); tell != nullptr && sensitive)
    tell->veil = state.visit.complaint.words.size();
  if (auto* said = std::get_if<SayWords>(&state.screen); said != nullptr && sensitive)
    said->veil = state.visit.message.size();
  // Nor does it learn that the words were about violence.
  if (std::holds_alternative<UrgentAdvice>(state.screen)) turn.Show(Review{});
  state.deaf_until = turn.stamp.steady + kDeafTime;
}

void OnUncover(Turn& turn) {
  auto* tell = std::get_if<TellWhat>(&turn.state.screen);
  if (tell != nullptr && !turn.state.visit.covered) tell->veil = 0;  // until the next word
  auto* said = std::get_if<SayWords>(&turn.state.screen);
  if (said != nullptr && !turn.state.visit.covered) said->veil = 0;
  turn.state.visit.covered = false;
}

void CloseSheet(Turn& turn) {
  turn.state.overlay.reset();
  turn.state.deaf_until = turn.stamp.steady + kDeafTime;
}

bool KeepsHours(const Context& context) {
  return !context.office.hours.usual.empty();
}

// Outside its hours an office's lobby is dark and empty; the glass need not burn for it.
void CheckNight(Turn& turn) {
  Kept& kept = turn.state.kept;
  if (!KeepsHours(turn.context) || turn.stamp.steady < kept.night_check_at) return;
  const LocalTime local = ToLocal(turn.stamp.utc, turn.context.office.zone);
  kept.night = !IsOpen(turn.context.office, turn.stamp.utc);
  kept.other_ground = kept.night && local.hour % 2 == 1;
  const int into = ((local.minute % kNightCheckMinutes) * 60) + local.second;
  kept.night_check_at = turn.stamp.steady + Seconds((kNightCheckMinutes * 60) - into);
}

void OnIdle(Turn& turn) {
  State& state = turn.state;
  const Steady now = turn.stamp.steady;
  if (state.speaking_until > now) {
    state.touched_at = now;  // The idle clock stands while speech plays.
    return;
  }
  if (std::holds_alternative<Attract>(state.screen)) {
    CheckNight(turn);
    // Language and comfort of whoever left without a rating.
    Visit fresh;
    fresh.language = turn.context.languages.front().Language();
    const bool changed = state.visit != fresh;
    if (changed && now - state.touched_at >= Seconds(turn.context.office.intervals.choice_idle_s))
      state.visit = fresh;
    return;
  }
  const auto limit = IdleLimit(turn.context, state);
  if (!limit) return;
  if (state.overlay && std::holds_alternative<IdleWarning>(*state.overlay)) {
    const Steady since = std::get<IdleWarning>(*state.overlay).since;
    if (now - since >= Seconds(turn.context.office.intervals.warning_s)) turn.GoHome();
    return;
  }
  if (now - state.touched_at >= *limit) state.overlay = IdleWarning{now};
}

void OnStanding(Turn& turn, Steady stands) {
  State& state = turn.state;
  if (turn.stamp.steady - state.shown_at < stands) return;
  const bool thanks = std::holds_alternative<Thanks>(state.screen);
  EndThanks(turn);
  turn.GoHome();
  // After the thanks the very next tap on a face counts: it is stored, and flagged if it is quick.
  if (thanks) state.deaf_until = turn.stamp.steady;
}

// The staff's screens go by themselves: nobody leaves an open menu in a lobby.
constexpr Steady kStaffIdle{60'000};
std::optional<Steady> StaffLeavesAt(const State& state) {
  if (const auto* locked = std::get_if<PinLocked>(&state.screen))
    return std::min(locked->until, state.touched_at + kStaffIdle);
  if (std::holds_alternative<EnterPin>(state.screen) ||
      std::holds_alternative<StaffMenu>(state.screen))
    return state.touched_at + kStaffIdle;
  return std::nullopt;
}

void OnSavingTick(Turn& turn, Saving& saving) {
  if (!saving.again_at || turn.stamp.steady < *saving.again_at) return;
  saving.again_at.reset();
  turn.Do(StoreComplaint{saving.id, turn.state.visit.complaint, turn.state.visit.language});
}

bool OnSheets(Turn& turn, const Intent& intent) {
  return std::visit(
      Match{
          [&](const AskCancel&) {
            if (!turn.state.overlay) OnCancel(turn);
            return true;
          },
          [&](const KeepEntry&) {
            CloseSheet(turn);
            return true;
          },
          [&](const DropEntry&) {
            if (turn.state.overlay && std::holds_alternative<CancelSheet>(*turn.state.overlay))
              turn.GoHome();
            return true;
          },
          [&](const CloseAtOnce&) {
            if (!turn.context.office.sensitive.active) return true;
            EndThanks(turn);
            turn.GoHome();
            return true;
          },
          [&](const StillHere&) {
            OnStillHere(turn);
            return true;
          },
          [&](const NewPerson&) {
            if (turn.state.overlay && std::holds_alternative<IdleWarning>(*turn.state.overlay))
              turn.GoHome();
            return true;
          },
          [&](const Uncover&) {
            OnUncover(turn);
            return true;
          },
          [](const auto&) { return false; },
      },
      intent);
}

}  // namespace

void StartSpeech(Turn& turn, const std::string& words) {
  turn.Do(Speak{words, turn.state.visit.language});
  turn.state.speaking_since = turn.stamp.steady;
  turn.state.speaking_until = turn.stamp.steady + SpeakingTime(words);
}

void StopSpeech(Turn& turn) {
  if (turn.state.speaking_until > Steady{0}) {
    turn.state.speaking_until = Steady{0};
    turn.Do(StopSpeaking{});
  }
}

bool OnComfortIntent(Turn& turn, const Intent& intent) {
  if (OnSheets(turn, intent)) return true;
  State& state = turn.state;
  return std::visit(Match{
                        [&](const SwitchLanguage&) {
                          SwitchTo(turn);
                          return true;
                        },
                        [&](const ToggleClearer&) {
                          state.visit.clearer = !state.visit.clearer;
                          state.visit.aided = true;
                          return true;
                        },
                        [&](const ToggleLower&) {
                          state.visit.lower = !state.visit.lower;
                          state.visit.aided = true;
                          return true;
                        },
                        [&](const ToggleListen&) {
                          OnListen(turn);
                          return true;
                        },
                        [&](const CallStaff&) {
                          turn.Do(CallHelp{turn.stamp.fresh});
                          state.overlay = HelpCalled{turn.stamp.steady};
                          state.deaf_until = turn.stamp.steady + kDeafTime;
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

std::optional<Steady> StandsFor(const Context& context, const State& state) {
  const Intervals& intervals = context.office.intervals;
  if (std::holds_alternative<Thanks>(state.screen)) {
    return Seconds(intervals.thanks_s) * (state.visit.aided ? kAidedFactor : 1);
  }
  if (const auto* said = std::get_if<SaidThanks>(&state.screen)) {
    if (!said->stored) return std::nullopt;  // Nothing is claimed before it is stored.
    return Seconds(intervals.thanks_s) * 2 * (state.visit.aided ? kAidedFactor : 1);
  }
  if (const auto* shown = std::get_if<ShowTicket>(&state.screen)) {
    if (shown->print == PrintState::kPrinting) return std::nullopt;  // The printer answers first.
    const bool paper = shown->print == PrintState::kPrinted;
    const Steady stands = Seconds(paper ? intervals.ticket_s : intervals.no_printer_s);
    return stands * (state.visit.aided ? kAidedFactor : 1);
  }
  return std::nullopt;
}

std::optional<Steady> IdleLimit(const Context& context, const State& state) {
  const Intervals& intervals = context.office.intervals;
  const Screen& screen = state.screen;
  if (std::holds_alternative<Attract>(screen) || std::holds_alternative<Saving>(screen) ||
      std::holds_alternative<Looking>(screen) || std::holds_alternative<OutOfService>(screen) ||
      std::holds_alternative<Thanks>(screen) || std::holds_alternative<ShowTicket>(screen) ||
      std::holds_alternative<SaidThanks>(screen) || std::holds_alternative<StaffMenu>(screen) ||
      std::holds_alternative<EnterPin>(screen) || std::holds_alternative<PinLocked>(screen))
    return std::nullopt;
  int seconds = intervals.choice_idle_s;
  const auto* tell = std::get_if<TellWhat>(&screen);
  if ((tell != nullptr && tell->typing) || std::holds_alternative<TypeField>(screen) ||
      std::holds_alternative<LookUp>(screen) || std::holds_alternative<Identify>(screen) ||
      std::holds_alternative<SayWords>(screen))
    seconds = intervals.typing_idle_s;
  if (std::holds_alternative<Review>(screen) || std::holds_alternative<ReadNotice>(screen) ||
      std::holds_alternative<SaveFailed>(screen) || std::holds_alternative<ShowState>(screen) ||
      std::holds_alternative<AskPressed>(screen) || std::holds_alternative<ConfirmSay>(screen) ||
      std::holds_alternative<About>(screen) || std::holds_alternative<UrgentAdvice>(screen))
    seconds = intervals.review_idle_s;
  return Seconds(seconds) * (state.visit.aided ? kAidedFactor : 1);
}

std::optional<Steady> DimmedFrom(const Context& context, const State& state) {
  if (!state.kept.night || !std::holds_alternative<Attract>(state.screen)) return std::nullopt;
  return state.touched_at + Seconds(context.office.intervals.choice_idle_s);
}

void OnTick(Turn& turn) {
  State& state = turn.state;
  const Steady now = turn.stamp.steady;
  if (auto* saving = std::get_if<Saving>(&state.screen)) {
    OnSavingTick(turn, *saving);
    return;
  }
  if (std::holds_alternative<OutOfService>(state.screen)) {
    if (state.kept.trouble && now >= state.kept.probe_at) {
      state.kept.probe_at = now + kProbeEvery;
      turn.Do(ProbeStorage{});
    }
    return;
  }
  if (const auto leaves = StaffLeavesAt(state); leaves && now >= *leaves) {
    turn.GoHome();
    return;
  }
  if (state.speaking_until > Steady{0} && now >= state.speaking_until) {
    state.speaking_until = Steady{0};
    state.touched_at = now;
  }
  if (state.overlay && std::holds_alternative<HelpCalled>(*state.overlay)) {
    if (now - std::get<HelpCalled>(*state.overlay).since >= kHelpShown) state.overlay.reset();
    return;
  }
  if (const auto* paused = std::get_if<LookUpPaused>(&state.screen);
      paused != nullptr && now >= paused->until) {
    turn.GoHome();
    return;
  }
  if (const auto stands = StandsFor(turn.context, state))
    OnStanding(turn, *stands);
  else
    OnIdle(turn);
}

std::optional<Steady> NextDeadline(const Context& context, const State& state) {
  std::optional<Steady> due;
  const auto sooner = [&](Steady at) { due = due ? std::min(*due, at) : at; };
  if (const auto* saving = std::get_if<Saving>(&state.screen)) return saving->again_at;
  if (std::holds_alternative<OutOfService>(state.screen))
    return state.kept.trouble ? std::optional(state.kept.probe_at) : std::nullopt;
  if (state.speaking_until > Steady{0}) return state.speaking_until;
  if (const auto leaves = StaffLeavesAt(state)) return leaves;
  if (state.overlay && std::holds_alternative<HelpCalled>(*state.overlay))
    return std::get<HelpCalled>(*state.overlay).since + kHelpShown;
  if (const auto* paused = std::get_if<LookUpPaused>(&state.screen)) sooner(paused->until);
  if (const auto stands = StandsFor(context, state)) {
    sooner(state.shown_at + *stands);
  } else if (state.overlay && std::holds_alternative<IdleWarning>(*state.overlay)) {
    sooner(std::get<IdleWarning>(*state.overlay).since +
           Seconds(context.office.intervals.warning_s));
  } else if (const auto limit = IdleLimit(context, state)) {
    sooner(state.touched_at + *limit);
  } else if (std::holds_alternative<Attract>(state.screen)) {
    Visit fresh;
    fresh.language = context.languages.front().Language();
    if (state.visit != fresh)
      sooner(state.touched_at + Seconds(context.office.intervals.choice_idle_s));
    if (KeepsHours(context)) sooner(state.kept.night_check_at);
  }
  return due;
}

}  // namespace tanggap::kiosk

// The way of a complaint from the first question to "Tersimpan": forward, back, send.
#include <algorithm>

#include "domain/match.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

Screen ScreenAt(const Turn& turn, Station station) {
  switch (station) {
    case Station::kService:
      return ChooseService{};
    case Station::kAspect:
      return ChooseAspect{};
    case Station::kDetail:
      return ChooseDetail{};
    case Station::kCounter:
      return ChooseCounter{};
    case Station::kHappened:
      return ChooseWhen{WhenQuestion::kHappened, 0, turn.Today()};
    case Station::kHandedIn:
      return ChooseWhen{WhenQuestion::kHandedIn, 0, turn.Today()};
    case Station::kComplete:
      return ChooseWhen{WhenQuestion::kComplete, 0, turn.Today()};
    case Station::kWhat:
      return TellWhat{};
    case Station::kAsk:
      return AskFor{};
    case Station::kLoss:
      return AskLoss{};
    case Station::kIdentity:
      return Identify{};
    case Station::kReview:
      break;
  }
  return Review{};
}

bool MayLeave(const State& state) {
  const Complaint& complaint = state.visit.complaint;
  if (std::holds_alternative<ChooseAspect>(state.screen))
    return complaint.unsure || !complaint.aspects.empty();
  return true;
}

void ShowNext(Turn& turn, Station from) {
  const auto stations = StationsOf(turn.context, turn.state.visit.complaint);
  auto at = std::ranges::find(stations, from);
  if (at == stations.end()) at = stations.begin();
  do {
    if (std::next(at) == stations.end()) return;
    ++at;
    // After a change on the review its own step is asked again, and what it newly raised.
  } while (turn.state.visit.returning && *at != Station::kReview &&
           turn.state.visit.seen.contains(*at) && StepOf(*at) != StepOf(from));
  ShowStation(turn, *at);
}

void ShowFields(Turn& turn) {
  turn.Show(Identify{Cramped(turn.state.visit) ? IdentityPart::kFields : IdentityPart::kMode});
}

// A field is closed by Next and Back alike; what was typed stays.
bool CloseField(Turn& turn) {
  if (auto* field = std::get_if<TypeField>(&turn.state.screen)) {
    const std::string& phone = turn.state.visit.complaint.identity.phone;
    if (field->field == IdentityField::kPhone && !phone.empty() && phone.size() < kMinPhoneDigits) {
      field->wrong = true;
      return true;
    }
    ShowFields(turn);
    return true;
  }
  if (std::holds_alternative<ReadNotice>(turn.state.screen)) {
    turn.Show(Identify{IdentityPart::kPermissions});
    return true;
  }
  return false;
}

// The parts of the identity's pages, in their order for this visitor.
std::vector<IdentityPart> PartsOf(const Turn& turn) {
  const Identity& identity = turn.state.visit.complaint.identity;
  std::vector<IdentityPart> parts{IdentityPart::kMode};
  if (identity.mode == IdentityMode::kAnonymous) return parts;
  if (Cramped(turn.state.visit)) parts.push_back(IdentityPart::kFields);
  if (turn.context.office.sensitive.active) {
    parts.push_back(IdentityPart::kSafe);
    if (Cramped(turn.state.visit)) parts.push_back(IdentityPart::kSafeTime);
  }
  parts.push_back(IdentityPart::kPermissions);
  return parts;
}

// False: the identity is left in that direction.
bool TurnIdentity(Turn& turn, bool forward) {
  const auto* identify = std::get_if<Identify>(&turn.state.screen);
  if (identify == nullptr) return false;
  const auto parts = PartsOf(turn);
  // The part itself may be gone: large words were switched off, or no name is given any more.
  auto at = std::ranges::lower_bound(parts, identify->part);
  if (forward) {
    if (at != parts.end() && *at == identify->part) ++at;
    if (at == parts.end()) return false;
  } else {
    if (at == parts.begin()) return false;
    --at;
  }
  turn.Show(Identify{*at});
  return true;
}

void OnNext(Turn& turn) {
  if (CloseField(turn) || TurnIdentity(turn, true)) return;
  const auto station = StationOf(turn.state.screen);
  if (!station || *station == Station::kReview || !MayLeave(turn.state)) return;
  ShowNext(turn, *station);
}

void OnBack(Turn& turn) {
  State& state = turn.state;
  if (auto* field = std::get_if<TypeField>(&state.screen)) {
    // Back from a phone number that is too short drops it: half a number helps nobody.
    std::string& phone = state.visit.complaint.identity.phone;
    if (field->field == IdentityField::kPhone && phone.size() < kMinPhoneDigits) phone.clear();
    ShowFields(turn);
    return;
  }
  if (CloseField(turn) || TurnIdentity(turn, false)) return;
  if (auto* tell = std::get_if<TellWhat>(&state.screen); tell != nullptr && tell->typing) {
    turn.Show(TellWhat{});
    return;
  }
  if (auto* when = std::get_if<ChooseWhen>(&state.screen); when != nullptr && when->page > 0) {
    when->page = 0;
    return;
  }
  if (std::holds_alternative<UrgentAdvice>(state.screen)) {
    turn.Show(Review{});
    return;
  }
  if (auto* survey = std::get_if<Survey>(&state.screen)) {
    if (survey->question == 0) return turn.GoHome();
    Survey back = *survey;
    --back.question;
    turn.Show(back);
    return;
  }
  const auto station = StationOf(state.screen);
  if (!station) return turn.GoHome();
  if (state.visit.returning && *station != Station::kReview) {
    ShowStation(turn, Station::kReview);
    return;
  }
  const auto stations = StationsOf(turn.context, state.visit.complaint);
  const auto at = std::ranges::find(stations, *station);
  if (at == stations.begin() || at == stations.end()) {
    turn.Show(ChooseKind{});
    return;
  }
  ShowStation(turn, *std::prev(at));
}

// A queue behind the screen, or somebody at play: the next ones are taken by staff.
bool ManyTickets(const Turn& turn) {
  const auto& recent = turn.state.kept.tickets_at;
  const Intervals& intervals = turn.context.office.intervals;
  return recent.size() >= static_cast<std::size_t>(intervals.ticket_limit) &&
         turn.stamp.steady - recent.front() <
             Steady{static_cast<Steady::rep>(intervals.ticket_limit_s) * 1000};
}

void StartSaving(Turn& turn) {
  const RecordId id = turn.stamp.fresh;
  turn.Do(StoreComplaint{id, turn.state.visit.complaint, turn.state.visit.language});
  turn.Show(Saving{id, 1, std::nullopt});
}

void OnSend(Turn& turn) {
  if (!std::holds_alternative<Review>(turn.state.screen)) return;
  if (NeedsSomebodyNow(turn.context, turn.state.visit.complaint)) {
    turn.Show(UrgentAdvice{});
    return;
  }
  StartSaving(turn);
}

}  // namespace

void ShowStation(Turn& turn, Station station) {
  turn.state.visit.seen.insert(station);
  if (station == Station::kReview) turn.state.visit.returning = false;
  turn.Show(ScreenAt(turn, station));
}

bool OnComplaintIntent(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  return std::visit(
      Match{
          [&](const MakeComplaint&) {
            const bool from_thanks = std::holds_alternative<Thanks>(state.screen);
            if (!from_thanks && !std::holds_alternative<Attract>(state.screen)) return true;
            EndThanks(turn);
            if (ManyTickets(turn)) {
              turn.Do(FlagTickets{});
              turn.Show(TooManyTickets{});
            } else {
              turn.Show(ChooseKind{});
            }
            return true;
          },
          [&](const PickKind& i) {
            if (!std::holds_alternative<ChooseKind>(state.screen)) return true;
            state.visit.complaint.kind = i.kind;
            ShowStation(turn, Station::kService);
            return true;
          },
          [&](const GoNext&) {
            OnNext(turn);
            return true;
          },
          [&](const GoBack&) {
            OnBack(turn);
            return true;
          },
          [&](const ChangeAnswer& i) {
            if (!std::holds_alternative<Review>(state.screen)) return true;
            state.visit.returning = true;
            ShowStation(turn, i.station);
            return true;
          },
          [&](const Send&) {
            OnSend(turn);
            return true;
          },
          [&](const SendAnyway&) {
            if (!std::holds_alternative<UrgentAdvice>(state.screen)) return true;
            state.visit.complaint.urgent = true;
            StartSaving(turn);
            return true;
          },
          [&](const TryAgain&) {
            if (const auto* failed = std::get_if<SaveFailed>(&state.screen)) {
              const RecordId id = failed->id;
              turn.Do(StoreComplaint{id, state.visit.complaint, state.visit.language});
              turn.Show(Saving{id, 1, std::nullopt});
            }
            return true;
          },
          [](const auto&) { return false; },
      },
      intent);
}

void OnStorageFailed(Turn& turn, const StorageFailed& event) {
  State& state = turn.state;
  state.kept.trouble = event.trouble;
  if (auto* saving = std::get_if<Saving>(&state.screen);
      saving != nullptr && saving->id == event.id) {
    if (saving->attempts < kMaxSaveAttempts) {
      ++saving->attempts;
      saving->again_at = turn.stamp.steady + kSaveRetry;
    } else {
      turn.Show(SaveFailed{event.id, event.trouble});
    }
    return;
  }
  if (const auto* said = std::get_if<SaidThanks>(&state.screen);
      said != nullptr && said->id == event.id && !said->stored) {
    turn.Show(SaveFailed{event.id, event.trouble, said->told});
    return;
  }
  // Out of service: a rating could not be kept, and nothing claims it was; a state could not be
  // looked up, or a PIN compared.
  const auto* pin = std::get_if<EnterPin>(&state.screen);
  if (std::holds_alternative<Thanks>(state.screen) ||
      std::holds_alternative<Attract>(state.screen) ||
      std::holds_alternative<Looking>(state.screen) || (pin != nullptr && pin->checking))
    turn.GoHome();
}

}  // namespace tanggap::kiosk

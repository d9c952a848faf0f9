// The ticket speaks both ways: its holder adds, objects, accepts, withdraws, rates the handling.
#include <algorithm>

#include "domain/match.h"
#include "kiosk/key_entry.h"
#include "kiosk/steps.h"

namespace tanggap::kiosk {
namespace {

// The ticket that the present page is about; nothing on other pages.
const HeldTicket* HeldOn(const Screen& screen) {
  return std::visit(Match{
                        [](const ChooseSay& s) -> const HeldTicket* { return &s.held; },
                        [](const SayWords& s) -> const HeldTicket* { return &s.held; },
                        [](const AskPressed& s) -> const HeldTicket* { return &s.held; },
                        [](const ConfirmSay& s) -> const HeldTicket* { return &s.held; },
                        [](const RateHandling& s) -> const HeldTicket* { return &s.held; },
                        [](const auto&) -> const HeldTicket* { return nullptr; },
                    },
                    screen);
}

// One page back. What was written stays with this ticket: whoever looks once more at the choices
// doesn't type twice.
void BackOne(Turn& turn) {
  const HeldTicket* shown = HeldOn(turn.state.screen);
  if (shown == nullptr) return;
  const HeldTicket held = *shown;  // Showing another screen drops this one.
  const auto* confirm = std::get_if<ConfirmSay>(&turn.state.screen);
  if (std::holds_alternative<ChooseSay>(turn.state.screen))
    turn.Show(ShowState{held.code, held.ticket});
  else if (confirm != nullptr && confirm->what == Say::kWithdraw)
    turn.Show(AskPressed{held});
  else
    turn.Show(ChooseSay{held});
}

// The words stay until they are on the disk.
void Store(Turn& turn, const RecordId& id, const Told& told) {
  if (told.what) {
    // Words begun for an objection don't go with an acceptance.
    const bool written = *told.what == Say::kAdd || *told.what == Say::kObject;
    turn.Do(StoreSaid{id, told.held.code, *told.what,
                      written ? turn.state.visit.message : std::string{}, told.pressed,
                      turn.state.visit.language});
  } else {
    turn.Do(StoreHandling{id, told.held.code, told.score});
  }
  turn.Show(SaidThanks{id, told, false});
}

void OnPick(Turn& turn, Say what) {
  const auto* choose = std::get_if<ChooseSay>(&turn.state.screen);
  if (choose == nullptr) return;
  const HeldTicket held = choose->held;
  if (std::ranges::count(SayableAbout(held.ticket), what) == 0) return;
  switch (what) {
    case Say::kAdd:
    case Say::kObject:
      // Veiled, where somebody may stand beside: what was written before is known already.
      turn.Show(
          SayWords{held, what, KeyLayer::kLetters,
                   turn.context.office.sensitive.active ? turn.state.visit.message.size() : 0});
      return;
    case Say::kWithdraw:
      turn.Show(AskPressed{held});
      return;
    case Say::kAccept:
    case Say::kUndo:
      break;
  }
  turn.Show(ConfirmSay{held, what, std::nullopt});
}

// Sends what was written. An objection may stand without a reason, an addition is its words.
void OnNextWords(Turn& turn) {
  const auto* words = std::get_if<SayWords>(&turn.state.screen);
  if (words == nullptr) return;
  if (words->what == Say::kAdd && turn.state.visit.message.empty()) return;
  const SayWords now = *words;
  Store(turn, turn.stamp.fresh, {now.held, now.what, std::nullopt});
}

// Keys of the page on which the holder writes; false: they are somebody else's.
bool OnKey(Turn& turn, const Intent& intent) {
  auto* words = std::get_if<SayWords>(&turn.state.screen);
  if (words == nullptr) return false;
  std::string& message = turn.state.visit.message;
  return std::visit(Match{
                        [&](const TypeText& i) {
                          TypeInto(message, i.text, words->layer, kStoryCharacters);
                          // As a complaint's words: each is readable until it is finished.
                          if (turn.context.office.sensitive.active && i.text == " ")
                            words->veil = message.size();
                          return true;
                        },
                        [&](const EraseOne&) {
                          EraseLast(message);
                          words->veil = std::min(words->veil, message.size());
                          return true;
                        },
                        [&](const SwitchLayer& i) {
                          words->layer = i.layer;
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

void OnScore(Turn& turn, int score) {
  const auto* rate = std::get_if<RateHandling>(&turn.state.screen);
  if (rate == nullptr || score < 1 || score > 4) return;
  Store(turn, turn.stamp.fresh, {rate->held, std::nullopt, std::nullopt, score});
}

bool OnPage(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  return std::visit(Match{
                        [&](const SaySomething&) {
                          if (const auto* shown = std::get_if<ShowState>(&state.screen)) {
                            const HeldTicket held{shown->code, shown->ticket};
                            turn.Show(ChooseSay{held});
                          }
                          return true;
                        },
                        [&](const PickSay& i) {
                          OnPick(turn, i.what);
                          return true;
                        },
                        [&](const AnswerPressed& i) {
                          if (const auto* asked = std::get_if<AskPressed>(&state.screen)) {
                            const HeldTicket held = asked->held;
                            turn.Show(ConfirmSay{held, Say::kWithdraw, i.pressed});
                          }
                          return true;
                        },
                        [&](const ConfirmSaid&) {
                          if (const auto* confirm = std::get_if<ConfirmSay>(&state.screen)) {
                            const ConfirmSay now = *confirm;
                            Store(turn, turn.stamp.fresh, {now.held, now.what, now.pressed});
                          }
                          return true;
                        },
                        [&](const OpenHandling&) {
                          const auto* choose = std::get_if<ChooseSay>(&state.screen);
                          if (choose != nullptr && HandlingIsRated(choose->held.ticket)) {
                            const HeldTicket held = choose->held;
                            turn.Show(RateHandling{held});
                          }
                          return true;
                        },
                        [&](const ScoreHandling& i) {
                          OnScore(turn, i.score);
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

}  // namespace

std::vector<Say> SayableAbout(const TicketState& ticket) {
  // A withdrawn complaint waits for one word only, for as long as it can be taken back.
  if (ticket.side == TicketSide::kWithdrawn) return {Say::kUndo};
  std::vector<Say> says{Say::kAdd};
  const bool decided = ticket.stage >= TicketStage::kDecided;
  const bool apologised =
      std::ranges::find(ticket.sentences, "state.apology") != ticket.sentences.end();
  if (decided) says.push_back(Say::kObject);
  if ((decided || apologised) && ticket.stage != TicketStage::kDone) says.push_back(Say::kAccept);
  if (ticket.stage < TicketStage::kDelivered) says.push_back(Say::kWithdraw);
  return says;
}

bool HandlingIsRated(const TicketState& ticket) {
  return ticket.side == TicketSide::kNone && ticket.stage >= TicketStage::kDecided;
}

bool OnSayIntent(Turn& turn, const Intent& intent) {
  if (OnKey(turn, intent) || OnPage(turn, intent)) return true;
  if (const auto* failed = std::get_if<SaveFailed>(&turn.state.screen);
      failed != nullptr && failed->told && std::holds_alternative<TryAgain>(intent)) {
    const SaveFailed now = *failed;
    Store(turn, now.id, *now.told);
    return true;
  }
  if (HeldOn(turn.state.screen) == nullptr) return false;
  if (std::holds_alternative<GoBack>(intent)) {
    BackOne(turn);
    return true;
  }
  if (std::holds_alternative<GoNext>(intent)) {
    OnNextWords(turn);
    return true;
  }
  return false;
}

void OnSaidStored(Turn& turn, const SaidStored& event) {
  auto* said = std::get_if<SaidThanks>(&turn.state.screen);
  if (said == nullptr || said->id != event.id) return;
  said->stored = true;
  Wipe(turn.state.visit.message);
  turn.state.kept.trouble.reset();
  turn.state.shown_at = turn.stamp.steady;  // Time to read what it says now.
}

}  // namespace tanggap::kiosk

// Tickets: shown, printed, looked up by a scan or by typing.
#include "domain/match.h"
#include "kiosk/steps.h"
#include "kiosk/words.h"

namespace tanggap::kiosk {
namespace {

// Words written about one ticket never reach another's page.
void LookFor(Turn& turn, const TicketCode& code) {
  Wipe(turn.state.visit.message);
  turn.Do(FindState{code});
  turn.Show(Looking{code});
}

void OpenLookUp(Turn& turn) {
  Wipe(turn.state.visit.message);
  if (turn.stamp.steady < turn.state.kept.look_paused_until)
    turn.Show(LookUpPaused{turn.state.kept.look_paused_until});
  else
    turn.Show(LookUp{});
}

void OnCheck(Turn& turn) {
  auto* look = std::get_if<LookUp>(&turn.state.screen);
  if (look == nullptr) return;
  const CodeReading reading = ReadCode(look->typed);
  if (reading.code)
    LookFor(turn, *reading.code);
  else
    look->fault = reading.fault;  // Says that it is mistyped, never whether it exists.
}

// One wrong sign is mended sooner than twelve are typed again.
void OnSearchAgain(Turn& turn) {
  const auto* missing = std::get_if<NotFound>(&turn.state.screen);
  if (missing == nullptr) return;
  std::string typed = Compact(missing->code);
  OpenLookUp(turn);
  if (auto* look = std::get_if<LookUp>(&turn.state.screen)) look->typed = std::move(typed);
}

void OnCameOut(Turn& turn, bool out) {
  auto* shown = std::get_if<ShowTicket>(&turn.state.screen);
  if (shown == nullptr || !shown->asks_if_out) return;
  shown->asks_if_out = false;
  shown->print = out ? PrintState::kPrinted : PrintState::kUnavailable;
  turn.Do(StoreTicketOutcome{turn.stamp.fresh, shown->ticket.complaint, shown->print});
  turn.state.shown_at = turn.stamp.steady;
}

void OnFinish(Turn& turn) {
  EndThanks(turn);
  if (std::holds_alternative<ShowTicket>(turn.state.screen)) {
    // The code is off the screen at once; the survey is offered to everybody.
    Wipe(turn.state.visit.complaint);
    turn.Show(Thanks{});
    return;
  }
  turn.GoHome();
}

void OnReadAloud(Turn& turn) {
  const auto* shown = std::get_if<ShowTicket>(&turn.state.screen);
  if (shown == nullptr) return;
  StartSpeech(turn, SpokenCode(shown->ticket.code));
}

}  // namespace

void OnComplaintStored(Turn& turn, const ComplaintStored& event) {
  State& state = turn.state;
  state.kept.trouble.reset();
  const auto* saving = std::get_if<Saving>(&state.screen);
  if (saving == nullptr || saving->id != event.id) return;
  auto& recent = state.kept.tickets_at;
  recent.push_back(turn.stamp.steady);
  const auto limit = static_cast<std::size_t>(turn.context.office.intervals.ticket_limit);
  while (recent.size() > limit)
    recent.erase(recent.begin());
  const Complaint& complaint = state.visit.complaint;
  ShowTicket show{event.ticket, PrintState::kPrinting, false};
  if (complaint.paper) {
    turn.Do(PrintTicket{event.ticket, complaint.service, complaint.aspects, complaint.kind,
                        ReceiptOf(turn.context, complaint, state.visit.language),
                        state.visit.language});
  } else {
    show.print = PrintState::kNoPaperWanted;
  }
  if (complaint.urgent) turn.Do(CallHelp{turn.stamp.fresh});
  turn.Show(std::move(show));
}

void OnPrintFinished(Turn& turn, const PrintFinished& event) {
  turn.Do(StoreTicketOutcome{turn.stamp.fresh, event.complaint, event.outcome});
  auto* shown = std::get_if<ShowTicket>(&turn.state.screen);
  if (shown == nullptr || shown->ticket.complaint != event.complaint) return;
  shown->print = event.outcome;
  shown->asks_if_out = event.outcome == PrintState::kUnknown;
  shown->receipt_missing = event.receipt_missing;
  turn.state.shown_at = turn.stamp.steady;  // The ring begins when there is something to take.
}

void OnStateFound(Turn& turn, const StateFound& event) {
  State& state = turn.state;
  if (auto* shown = std::get_if<ShowState>(&state.screen)) {
    if (shown->code == event.code && event.ticket) shown->ticket = *event.ticket;
    return;
  }
  const auto* looking = std::get_if<Looking>(&state.screen);
  const auto* missed = std::get_if<NotFound>(&state.screen);
  const bool asked = (looking != nullptr && looking->code == event.code) ||
                     (missed != nullptr && missed->code == event.code);
  if (!asked) return;
  if (event.ticket) {
    turn.Do(StoreStatusSeen{turn.stamp.fresh, event.code, *event.ticket});
    turn.Show(ShowState{event.code, *event.ticket});
    return;
  }
  if (missed != nullptr) return;  // Counted when it was asked.
  // A ticket of one's own doesn't take misses back: a guesser would show it after every fourth.
  auto& misses = state.kept.missed_at;
  std::erase_if(misses, [&](Steady at) { return at + kMissesCount <= turn.stamp.steady; });
  misses.push_back(turn.stamp.steady);
  if (misses.size() >= kMaxMisses) {
    misses.clear();
    state.kept.look_paused_until = turn.stamp.steady + kLookPause;
    turn.Show(LookUpPaused{state.kept.look_paused_until});
    return;
  }
  turn.Show(NotFound{event.code});
}

void OnScanned(Turn& turn, const Scanned& event) {
  State& state = turn.state;
  state.touched_at = turn.stamp.steady;
  const bool open = std::holds_alternative<Attract>(state.screen) ||
                    std::holds_alternative<LookUp>(state.screen) ||
                    std::holds_alternative<ShowState>(state.screen) ||
                    std::holds_alternative<NotFound>(state.screen);
  if (!open) return;  // A complaint in progress is never lost to a scan.
  if (turn.stamp.steady < state.kept.look_paused_until) {
    turn.Show(LookUpPaused{state.kept.look_paused_until});
    return;
  }
  const CodeReading reading = ReadScan(event.text, turn.context.office.status_url);
  if (reading.code)
    LookFor(turn, *reading.code);
  else
    turn.Show(LookUp{"", CodeFault::kSymbol});
}

bool OnTicketIntent(Turn& turn, const Intent& intent) {
  return std::visit(Match{
                        [&](const FindTicket&) {
                          if (std::holds_alternative<Attract>(turn.state.screen)) OpenLookUp(turn);
                          return true;
                        },
                        [&](const FindAnother&) {
                          OpenLookUp(turn);
                          return true;
                        },
                        [&](const SearchAgain&) {
                          OnSearchAgain(turn);
                          return true;
                        },
                        [&](const CheckCode&) {
                          OnCheck(turn);
                          return true;
                        },
                        [&](const TicketCameOut& i) {
                          OnCameOut(turn, i.out);
                          return true;
                        },
                        [&](const ReadCodeAloud&) {
                          OnReadAloud(turn);
                          return true;
                        },
                        [&](const Finish&) {
                          OnFinish(turn);
                          return true;
                        },
                        [](const auto&) { return false; },
                    },
                    intent);
}

}  // namespace tanggap::kiosk

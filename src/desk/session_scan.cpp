// The sheet of a scan, over whatever is open: found or not, and the immediate oral apology.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/search.h"
#include "desk/turn.h"
#include "domain/ticket_code.h"

namespace tanggap::desk {
namespace {

void Remember(State& state, const std::string& code, TextId badge) {
  std::erase_if(state.scans, [&](const PastScan& scan) { return scan.code == code; });
  state.scans.insert(state.scans.begin(), PastScan{code, state.now, badge});
  if (state.scans.size() > kScansKept) state.scans.resize(kScansKept);
}

// The code at the end of another office's address.
CodeReading CodeAtEnd(const std::string& text) {
  const std::size_t slash = text.find_last_of("/=?");
  if (slash == std::string::npos) return {};
  return ReadCode(text.substr(slash + 1));
}

bool StartsAsTicket(const std::string& text) {
  constexpr std::string_view kPrefix = "TANGGAP:";
  return Folded(std::string_view(text).substr(0, kPrefix.size())) == Folded(kPrefix);
}

// The signs of a wrong code in groups of four, so that they can be compared with the paper.
std::string AsPrinted(const std::string& text) {
  const std::string code = AsCode(StartsAsTicket(text) ? text.substr(text.find(':') + 1) : text);
  if (code.empty()) return text;
  std::string grouped;
  for (std::size_t i = 0; i < code.size(); ++i) {
    if (i > 0 && i % 4 == 0) grouped += '-';
    grouped += code[i];
  }
  return grouped;
}

// Why a scan or a typed code names none of this office's tickets.
ScanOutcome OutcomeOf(const std::string& text, CodeFault fault, bool typed) {
  if (CodeAtEnd(text).code) return ScanOutcome::kOtherOffice;
  // A ticket's own beginning, or hands that typed: something is wrong in the code itself.
  if (fault == CodeFault::kCheck || typed || StartsAsTicket(text)) return ScanOutcome::kWrongCode;
  return ScanOutcome::kNotOurs;
}

TextId BadgeOf(ScanOutcome outcome) {
  switch (outcome) {
    case ScanOutcome::kClosed:
      return TextId::kDeskScanBadgeClosed;
    case ScanOutcome::kNotSynced:
      return TextId::kDeskScanBadgeNotSynced;
    case ScanOutcome::kWrongCode:
      return TextId::kDeskScanBadgeWrong;
    case ScanOutcome::kNotOurs:
      return TextId::kDeskScanBadgeNotOurs;
    case ScanOutcome::kOtherOffice:
      return TextId::kDeskScanBadgeOtherOffice;
    case ScanOutcome::kLooking:
    case ScanOutcome::kFound:
      break;
  }
  return TextId::kDeskScanBadgeFound;
}

bool Deaf(const State& state, const ScanSheet& sheet) {
  return state.monotonic - sheet.shown < kScanDeaf;
}

// `officer`: who apologised, when it was not the one who records it.
void RecordApology(Turn& turn, ScanSheet& sheet, const std::optional<PersonId>& officer) {
  if (turn.Saving() || !sheet.open || sheet.step != ScanStep::kApology) return;
  const ShortWayAnswer answer =
      ShortWayFor(turn.premises, *sheet.open, *turn.state.person, sheet.typed, turn.state.now);
  if (answer.way == ShortWay::kNone) return;
  DraftChain chain(sheet.open->file, turn.state.fresh_ids);
  Draft& apology = chain.Add(RecordType::kApologyGiven);
  apology.facts["form"] = "lisan";
  apology.facts["at"] = ToMillis(turn.state.now);
  if (officer) apology.facts["officer"] = officer->value;
  sheet.other = false;
  sheet.may_close = answer.way == ShortWay::kApologyAndClose;
  turn.Write(chain.Take());
  Remember(turn.state, sheet.code, TextId::kDeskScanBadgeApology);
}

void CloseWithVisitor(Turn& turn, ScanSheet& sheet) {
  if (turn.Saving() || !sheet.open || sheet.step != ScanStep::kAccept || !sheet.may_close) return;
  DraftChain chain(sheet.open->file, turn.state.fresh_ids);
  Draft& closed = chain.Add(RecordType::kClosed);
  closed.facts["outcome"] = "light";
  closed.facts["accepted"] = true;
  turn.Write(chain.Take());
  Remember(turn.state, sheet.code, TextId::kDeskScanBadgeClosed);
}

}  // namespace

void TakeScan(Turn& turn, const std::string& text, bool typed) {
  State& state = turn.state;
  if (!state.person) {
    if (auto* sign_in = std::get_if<SignIn>(&state.screen)) sign_in->scan_refused = true;
    return;
  }
  const bool repeated = text == state.last_scan && !typed &&
                        state.monotonic - state.last_scan_at < kScanRepeat &&
                        turn.TheSheet() != nullptr;
  state.last_scan = text;
  state.last_scan_at = state.monotonic;
  if (repeated) return;
  ScanSheet sheet;
  sheet.typed = typed;
  sheet.shown = state.monotonic;
  const CodeReading reading =
      typed ? ReadCode(text) : ReadScan(text, turn.premises.office.status_url);
  if (reading.code) {
    sheet.code = Grouped(*reading.code);
    turn.Ask(FindCode{Compact(*reading.code)});
  } else {
    sheet.code = text;
    sheet.outcome = OutcomeOf(text, reading.fault, typed);
    if (const CodeReading other = CodeAtEnd(text); other.code) sheet.code = Grouped(*other.code);
    if (sheet.outcome == ScanOutcome::kWrongCode) sheet.code = AsPrinted(text);
    Remember(state, sheet.code, BadgeOf(sheet.outcome));
  }
  KeepNote(turn);
  // What was typed and open comes back when the sheet is closed.
  if (turn.TheSheet() == nullptr) state.covered = Covered{state.overlay, state.focus};
  state.overlay = std::move(sheet);
  state.focus.reset();
}

void ScanLoaded(Turn& turn, const std::optional<OpenCase>& open) {
  ScanSheet* sheet = turn.TheSheet();
  if (sheet == nullptr || !open) return;
  if (!open->code.empty() && open->code != sheet->code && sheet->outcome != ScanOutcome::kLooking)
    return;
  const bool first =
      sheet->outcome == ScanOutcome::kLooking || sheet->outcome == ScanOutcome::kNotSynced;
  sheet->open = *open;
  if (!first) return;
  sheet->shown = turn.state.monotonic;
  const bool closed = open->file.stage == CaseStage::kClosed;
  sheet->outcome = closed ? ScanOutcome::kClosed : ScanOutcome::kFound;
  if (open->file.apology_at && !closed) {
    // A second scan goes on where the first one stopped.
    sheet->step = ScanStep::kAccept;
    sheet->may_close =
        ShortWayFor(turn.premises, *open, *turn.state.person, sheet->typed, turn.state.now).way ==
        ShortWay::kApologyAndClose;
  }
  if (closed) sheet->step = ScanStep::kDone;
  Remember(turn.state, sheet->code, BadgeOf(sheet->outcome));
}

void ScanNotFound(Turn& turn, const std::string& code) {
  ScanSheet* sheet = turn.TheSheet();
  if (sheet == nullptr) {
    // The beginning of a code, typed into the search field, that no case or several cases have.
    if (Inbox* inbox = turn.TheInbox()) {
      inbox->shown_query = code;
      inbox->rows.clear();
      inbox->loaded = true;
      inbox->previewed.reset();
      turn.AskPage();
    }
    return;
  }
  if (sheet->code != code || sheet->outcome == ScanOutcome::kFound) return;
  sheet->outcome = ScanOutcome::kNotSynced;
  Remember(turn.state, sheet->code, TextId::kDeskScanBadgeNotSynced);
}

std::vector<Person> OtherOfficers(const State& state) {
  std::vector<Person> others;
  for (const Person& person : state.people) {
    const bool officer = person.role == Role::kStaff || person.role == Role::kSupervisor ||
                         person.role == Role::kHead;
    if (officer && (!state.person || person.id != state.person->id)) others.push_back(person);
  }
  constexpr std::size_t kByOneDigit = 9;
  if (others.size() > kByOneDigit) others.resize(kByOneDigit);
  return others;
}

bool OnScanSheet(Turn& turn, const Intent& intent) {
  ScanSheet* sheet = turn.TheSheet();
  if (sheet == nullptr) return false;
  const bool deaf = Deaf(turn.state, *sheet);
  if (std::holds_alternative<Apologised>(intent)) {
    if (!deaf) RecordApology(turn, *sheet, std::nullopt);
    return true;
  }
  if (const auto* another = std::get_if<AnotherApologised>(&intent)) {
    if (deaf || sheet->step != ScanStep::kApology) return true;
    if (another->who) {
      RecordApology(turn, *sheet, another->who);
    } else {
      sheet->other = !sheet->other && !OtherOfficers(turn.state).empty();
    }
    return true;
  }
  if (std::holds_alternative<AcceptAndClose>(intent)) {
    if (!deaf) CloseWithVisitor(turn, *sheet);
    return true;
  }
  if (std::holds_alternative<GoWritten>(intent)) {
    if (sheet->step == ScanStep::kAccept) sheet->step = ScanStep::kDone;
    return true;
  }
  if (const auto* begin = std::get_if<Begin>(&intent)) {
    if (!sheet->open || turn.state.person->role == Role::kAuditor) return true;
    const OpenCase open = *sheet->open;
    if (begin->duty == Duty::kDeliver) {
      OpenTheCase(turn, open);
      BeginDuty(turn, begin->duty);
    }
    return true;
  }
  if (std::holds_alternative<OpenScanned>(intent)) {
    if (sheet->open) {
      const OpenCase open = *sheet->open;
      OpenTheCase(turn, open);
    }
    return true;
  }
  return false;
}

}  // namespace tanggap::desk

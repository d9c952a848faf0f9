// What the holder of a ticket may see of a case: fixed sentences, never a name, a story, or what
// happens to an officer.
#include "domain/ticket_state.h"

#include <algorithm>

#include "domain/case_file.h"

namespace tanggap {
namespace {

// The visitor's own remedies of a decision; an officer's measure never leaves the office.
std::vector<std::string> VisitorsRemedies(const CaseFile& file) {
  std::vector<std::string> remedies;
  for (const RemedyItem& item : file.decision) {
    if (item.granted && item.beneficiary != Beneficiary::kOfficer)
      remedies.push_back(item.id.value);
  }
  return remedies;
}

TicketStage StageOf(const CaseFile& file) {
  switch (file.stage) {
    case CaseStage::kReceived:
      return file.responded ? TicketStage::kExamined : TicketStage::kReceived;
    case CaseStage::kAssessed:
    case CaseStage::kProposed:
      return TicketStage::kExamined;
    case CaseStage::kGranted:
    case CaseStage::kRefused:
      return TicketStage::kDecided;
    case CaseStage::kDelivered:
      return TicketStage::kDelivered;
    case CaseStage::kClosed:
      return TicketStage::kDone;
  }
  return TicketStage::kReceived;
}

using Keys = std::vector<std::string>;

Keys StageSentences(const CaseFile& file, bool has_remedies) {
  const bool apologised = file.apology_at && !file.decided_at;
  if (file.stage != CaseStage::kClosed && file.objected_at && !file.objection_answered)
    return {"state.objected", "state.objected.next", "state.objected.by"};
  switch (file.stage) {
    case CaseStage::kReceived:
      if (apologised) return {"state.apology", "state.apology.next"};
      if (file.responded) return {"state.examined", "state.examined.by"};
      return {"state.received", "state.received.next", "state.received.by"};
    case CaseStage::kAssessed:
      if (file.unregulated) return {"state.unregulated", "state.unregulated.next"};
      return {"state.assessed", "state.assessed.next", "state.assessed.by"};
    case CaseStage::kProposed:
      return {"state.proposed", "state.proposed.next", "state.proposed.by"};
    case CaseStage::kGranted:
      if (!has_remedies) return {"state.right", "state.right.sorry"};
      return {"state.granted", "state.granted.next", "state.granted.by"};
    case CaseStage::kRefused:
      return {"state.refused", "state.refused.counted", "state.refused.next", "state.refused.by",
              "state.refused.other"};
    case CaseStage::kDelivered:
      if (apologised) return {"state.apology", "state.apology.next"};
      return {"state.delivered", "state.delivered.next"};
    case CaseStage::kClosed:
      if (file.closed_as == "lapsed") return {"state.lapsed", "state.closed.next"};
      return {"state.closed", "state.closed.next"};
  }
  return {"state.unknown"};
}

Keys SideSentences(TicketSide side, bool dated) {
  switch (side) {
    case TicketSide::kWaitingForData:
      return dated ? Keys{"state.waiting", "state.waiting.next", "state.waiting.by"}
                   : Keys{"state.waiting", "state.waiting.next"};
    case TicketSide::kSuspended:
      return {"state.suspended", "state.suspended.next", "state.suspended.by"};
    case TicketSide::kReferred:
      return {"state.referred", "state.referred.next", "state.referred.by"};
    case TicketSide::kWithdrawn:
      return {"state.withdrawn", "state.withdrawn.next"};
    case TicketSide::kConflict:
      return {"state.conflict", "state.conflict.next"};
    case TicketSide::kNone:
      break;
  }
  return {};
}

// The days of the stages that lie behind, for the visitor's path.
std::vector<Day> ReachedBefore(const CaseFile& file, TicketStage now, const Zone& zone) {
  const auto examined = file.responded ? file.responded : file.classified_at;
  std::vector<Day> days;
  for (const auto& at :
       {std::optional<Instant>{file.received}, examined, file.decided_at, file.delivered_at}) {
    if (days.size() == static_cast<std::size_t>(now)) break;
    days.push_back(at ? LocalDay(*at, zone) : Day{});
  }
  return days;
}

// Which of the due dates the sentences speak of.
std::optional<DueDate> NextFor(const CaseFile& file, const std::vector<DueDate>& dues) {
  const bool visitors_turn =
      file.side == TicketSide::kWaitingForData || file.stage == CaseStage::kRefused;
  for (const DueDate& due : dues) {
    if (due.earliest) continue;  // the visitor's days don't run yet
    if (due.visitors == visitors_turn && due.duty != "duty.acceptance") return due;
  }
  if (visitors_turn) return std::nullopt;
  for (const DueDate& due : dues) {
    if (due.visitors) return due;
  }
  return std::nullopt;
}

}  // namespace

TicketState StateForVisitor(const CaseFile& file, const Decree&, const Office& office, Day today) {
  TicketState state;
  state.updated = today;
  state.since = LocalDay(file.stage_since, office.zone);
  if (file.frozen) {
    state.sentences = {"state.unknown"};
    return state;
  }
  const std::vector<DueDate> dues = DueDates(file, office);
  const std::vector<std::string> remedies = VisitorsRemedies(file);
  state.stage = StageOf(file);
  state.side = file.side;
  state.reached = ReachedBefore(file, state.stage, office.zone);
  if (state.stage != TicketStage::kReceived && state.stage != TicketStage::kExamined)
    state.remedies = remedies;

  const std::optional<DueDate> next = NextFor(file, dues);
  if (next) state.due = next->day;
  const bool aside = file.side != TicketSide::kNone &&
                     (file.stage != CaseStage::kClosed || file.side == TicketSide::kWithdrawn);
  state.sentences =
      aside ? SideSentences(file.side, next.has_value()) : StageSentences(file, !remedies.empty());
  const bool reopened = file.reopened_at && file.stage != CaseStage::kClosed && !aside &&
                        file.stage_since <= *file.reopened_at;
  if (reopened) state.sentences.insert(state.sentences.begin(), "state.reopened");
  // What this office owes and hasn't done in time is said plainly.
  const bool late = std::ranges::any_of(
      dues, [&](const DueDate& due) { return !due.visitors && due.law_day < today; });
  if (late) {
    state.sentences.emplace_back("state.late");
    state.sentences.emplace_back("state.late.next");
  }
  return state;
}

}  // namespace tanggap

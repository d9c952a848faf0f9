// A conflict: choosing whose judgement holds, or judging anew, with a reason.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/turn.h"
#include "domain/lowering.h"

namespace tanggap::desk {
namespace {

bool Blank(const std::string& words) {
  return words.find_first_not_of(" \n") == std::string::npos;
}

bool DecidedOrDelivered(const CaseFile& file, const PersonId& person) {
  return std::ranges::any_of(file.acts, [&](const tanggap::Act& act) {
    const bool side = act.type == RecordType::kDecided || act.type == RecordType::kRemedyDelivered;
    return side && !act.refused && act.by == person;
  });
}

}  // namespace

std::string WhyNotResolve(const State& state, const OpenCase& open) {
  const std::string why = WhyNotNow(state, open, RecordType::kResolvedConflict);
  if (!why.empty() || open.file.standing.size() > 1) return why;
  return DecidedOrDelivered(open.file, state.person->id) ? "refused.own_side" : "";
}

bool Resolving(const State& state, const CaseWork& work) {
  return work.mode == CaseMode::kRead && work.open.file.side == TicketSide::kConflict &&
         WhyNotResolve(state, work.open).empty();
}

std::size_t SidesOf(const CaseFile& file) {
  return file.standing.size() > 1 ? file.standing.size() : 0;
}

std::string SideName(std::size_t side) {
  return {static_cast<char>('A' + static_cast<char>(side % 26))};
}

std::vector<RemedyItem> GivenBy(const Premises& premises, const OpenCase& open, std::size_t side,
                                Instant now) {
  AssessDraft held;
  for (const Finding& finding : open.file.standing[side].findings) {
    DraftFinding one;
    one.aspect = finding.aspect;
    one.severity = finding.severity;
    one.facts = finding.facts;
    held.findings.push_back(std::move(one));
  }
  return RemediesOf(premises, open, held, now);
}

bool LowersBy(const Premises& premises, const OpenCase& open, std::size_t choice) {
  const CaseFile& file = open.file;
  return choice < SidesOf(file) &&
         Lowers(premises.decree, file.standing[choice].findings, file.findings);
}

ResolveDraft StartResolving(const Premises& premises, const OpenCase& open) {
  ResolveDraft draft;
  for (std::size_t i = SidesOf(open.file); i-- > 0;) {
    if (!LowersBy(premises, open, i)) draft.choice = i;
  }
  return draft;
}

std::optional<std::string> MissingToResolve(const Premises& premises, const State& state,
                                            const OpenCase& open, const ResolveDraft& draft) {
  const std::size_t sides = SidesOf(open.file);
  if (sides > 0 && draft.choice == sides) return std::nullopt;  // the matrix asks for the rest
  if (Blank(draft.reason)) return "desk.conflict.reason_missing";
  const bool second = LowersBy(premises, open, draft.choice);
  if (second && WhoMaySecond(state, open.file, RecordType::kResolvedConflict).empty())
    return "desk.second.nobody";
  return std::nullopt;
}

bool SettlesLower(const Premises& premises, const State& state, const OpenCase& open,
                  const AssessDraft& draft) {
  if (SidesOf(open.file) == 0 || !WhyNotResolve(state, open).empty()) return false;
  std::vector<Finding> findings;
  for (const DraftFinding& finding : draft.findings)
    findings.push_back({finding.aspect, finding.severity, finding.facts, finding.reason});
  return Lowers(premises.decree, findings, open.file.findings);
}

std::string WhyNotSaveAssessment(const Premises& premises, const State& state, const OpenCase& open,
                                 const AssessDraft& draft) {
  std::string why = WhyNotNow(state, open, RecordType::kClassified);
  if (!why.empty() || !SettlesLower(premises, state, open, draft)) return why;
  if (!WhoMaySecond(state, open.file, RecordType::kResolvedConflict).empty()) return "";
  return "desk.second.nobody";
}

bool Deviates(const DecideDraft& draft) {
  return draft.code == "deviates" &&
         std::ranges::any_of(draft.lines, [](const RemedyItem& item) { return !item.granted; });
}

std::string WhyNotSaveDecision(const State& state, const OpenCase& open, const DecideDraft& draft) {
  std::string why = WhyNotNow(state, open, RecordType::kDecided);
  if (!why.empty() || !Deviates(draft)) return why;
  return WhoMaySecond(state, open.file, RecordType::kDecided).empty() ? "desk.second.nobody" : "";
}

bool OnResolve(Turn& turn, const Intent& intent) {
  CaseWork* work = turn.TheCase();
  if (work == nullptr || !Resolving(turn.state, *work)) return false;
  const std::size_t sides = SidesOf(work->open.file);
  CaseDrafts& drafts = turn.Drafts(work->open.file.id);
  if (const auto* choose = std::get_if<ChooseSide>(&intent)) {
    if (!drafts.resolve) drafts.resolve = StartResolving(turn.premises, work->open);
    drafts.resolve->choice = std::min(choose->index, sides);
    return true;
  }
  if (!std::holds_alternative<SaveResolution>(intent)) return false;
  const ResolveDraft draft = drafts.resolve.value_or(StartResolving(turn.premises, work->open));
  if (turn.Saving() || MissingToResolve(turn.premises, turn.state, work->open, draft)) return true;
  if (sides > 0 && draft.choice == sides) {
    BeginDuty(turn, Duty::kAssess);
    return true;
  }
  std::vector<Draft> records = ResolutionDrafts(work->open, draft, turn.state.fresh_ids);
  if (LowersBy(turn.premises, work->open, draft.choice)) {
    AskSecond(turn, std::move(records),
              WhoMaySecond(turn.state, work->open.file, RecordType::kResolvedConflict));
  } else {
    turn.Write(std::move(records));
  }
  return true;
}

}  // namespace tanggap::desk

#include "desk/judgement.h"

#include <algorithm>
#include <set>

#include "desk/assess_fields.h"

namespace tanggap::desk {
namespace {

const DecreeAspect* TimeAspect(const Decree& decree) {
  const auto found = std::ranges::find_if(decree.aspects, &DecreeAspect::time);
  return found == decree.aspects.end() ? nullptr : &*found;
}

bool Light(const Decree& decree, const Assessment& assessment) {
  if (!assessment.severity) return false;
  const DecreeSeverity* severity = decree.Find(*assessment.severity);
  return severity != nullptr && severity->apology_at_once;
}

bool HasOralClaim(const Decree& decree) {
  return std::ranges::any_of(decree.severities, &DecreeSeverity::apology_at_once);
}

// Phrases on violence, money, threats and leaks stand first for every visitor; what they say must
// reach a supervisor.
bool NamesDanger(const Premises& premises, const CaseFile& file) {
  return std::ranges::any_of(file.phrases, [&](const PhraseId& id) {
    const Phrase* phrase = premises.office.Find(id);
    return phrase != nullptr && phrase->always_first;
  });
}

bool TouchesPerson(const Premises& premises, const CaseFile& file) {
  if (file.about_conduct) return true;
  if (file.officer_concerned && !file.officer_concerned->Empty()) return true;
  return std::ranges::any_of(file.aspects,
                             [&](const AspectId& id) { return AboutConduct(premises, id); });
}

std::size_t RowOf(const Decree& decree, const std::optional<SeverityId>& severity) {
  if (!severity) return 0;
  const auto found = std::ranges::find(decree.severities, *severity, &DecreeSeverity::id);
  return found == decree.severities.end()
             ? 0
             : static_cast<std::size_t>(found - decree.severities.begin());
}

}  // namespace

bool AboutConduct(const Premises& premises, const AspectId& aspect) {
  const DecreeAspect* found = premises.decree.Find(aspect);
  return found != nullptr && found->about_conduct;
}

bool AnswerFirst(const Premises& premises, const OpenCase& open, Instant now) {
  const CaseFile& file = open.file;
  if (file.responded || file.kind != ComplaintKind::kComplaint) return false;
  if (file.stage == CaseStage::kClosed || file.side == TicketSide::kConflict) return false;
  if (file.stage == CaseStage::kDelivered || file.stage == CaseStage::kRefused)
    return !file.apology_at;
  const Day today = LocalDay(now, premises.office.zone);
  return std::ranges::any_of(open.due, [&](const DueDate& due) {
    return due.duty == "duty.response" && due.day <= today;
  });
}

std::optional<CaseSum> RunningSum(const Premises& premises, const OpenCase& open, Instant now) {
  return SumNow(premises.decree, premises.office, open.file, open.kahar, now);
}

std::optional<CaseSum> HeldSum(const Premises& premises, const OpenCase& open, Instant now) {
  return SumHeld(premises.decree, premises.office, open.file, open.kahar, now);
}

std::optional<Lateness> SumOf(const Premises& premises, const OpenCase& open, Instant now) {
  const auto sum = RunningSum(premises, open, now);
  return sum ? std::optional(sum->lateness) : std::nullopt;
}

std::vector<Contradiction> AgainstSum(const Premises& premises, const OpenCase& open,
                                      const AssessDraft* draft, Instant now) {
  const auto sum =
      draft != nullptr ? RunningSum(premises, open, now) : HeldSum(premises, open, now);
  std::vector<Contradiction> found;
  const auto judge = [&](const AspectId& aspect, const std::optional<SeverityId>& severity,
                         const std::string& reason) {
    const SumStand stand =
        StandOf(premises.decree, premises.office.policies, aspect, severity, sum);
    if (stand == SumStand::kDiffers || stand == SumStand::kCannotTell)
      found.push_back({aspect, severity, stand, reason});
  };
  if (draft != nullptr) {
    for (const DraftFinding& finding : draft->findings)
      judge(finding.aspect, finding.severity, finding.reason);
  } else {
    for (const Finding& finding : open.file.findings)
      judge(finding.aspect, finding.severity, finding.reason);
  }
  return found;
}

std::optional<TimesMoved> TimesMovedSince(const Premises& premises, const OpenCase& open) {
  const CaseFile& file = open.file;
  if (file.standing.empty()) return std::nullopt;
  const Decree& decree = premises.decree;
  const bool rests_on_times =
      decree.severities.empty() || std::ranges::any_of(file.findings, [&](const Finding& finding) {
        const DecreeAspect* aspect = decree.Find(finding.aspect);
        return aspect != nullptr && aspect->time;
      });
  const Classification& judged = file.standing.back();
  const ServiceTimes present{file.handed_in, file.declared_complete, file.finished};
  if (!rests_on_times || judged.times == present) return std::nullopt;
  TimesMoved moved;
  moved.judged_on = SumHeld(decree, premises.office, file, open.kahar, judged.at);
  moved.present = SumNow(decree, premises.office, file, open.kahar, judged.at);
  return moved;
}

std::vector<FactId> SuggestedFacts(const Premises& premises, const CaseFile& file,
                                   const AspectId& aspect) {
  std::vector<FactId> facts;
  for (const PhraseId& id : file.phrases) {
    const Phrase* phrase = premises.office.Find(id);
    if (phrase == nullptr) continue;
    for (const FactId& fact : phrase->suggests) {
      const DecreeFact* known = premises.decree.Find(fact);
      if (known == nullptr || std::ranges::find(facts, fact) != facts.end()) continue;
      const bool fits = known->aspects.empty() ||
                        std::ranges::find(known->aspects, aspect) != known->aspects.end();
      if (fits) facts.push_back(fact);
    }
  }
  return facts;
}

namespace {

Assessment JudgeBy(const Premises& premises, const OpenCase& open, const DraftFinding& finding,
                   const std::optional<CaseSum>& sum) {
  FindingInput input;
  input.aspect = finding.aspect;
  input.facts = finding.facts;
  // A grade that the engine itself proved is not a person's choice.
  if (!finding.from_engine) input.chosen = finding.severity;
  const DecreeAspect* aspect = premises.decree.Find(finding.aspect);
  if (aspect != nullptr && aspect->time && sum) input.sum = sum->lateness;
  input.happened = DayFromIso(open.file.when);
  const Result<Assessment> answer = Assess(premises.decree, premises.office.policies, input);
  if (answer) return answer.Value();
  Assessment none;  // an aspect of another decree version: nothing is proposed
  none.aspect = finding.aspect;
  return none;
}

DraftFinding DraftOf(const Finding& finding) {
  DraftFinding draft;
  draft.aspect = finding.aspect;
  draft.severity = finding.severity;
  draft.facts = finding.facts;
  draft.reason = finding.reason;
  return draft;
}

std::vector<RemedyItem> RemediesBy(const Premises& premises, const OpenCase& open,
                                   const std::vector<DraftFinding>& findings,
                                   const std::optional<CaseSum>& sum) {
  std::vector<Assessment> assessments;
  for (const DraftFinding& finding : findings)
    assessments.push_back(JudgeBy(premises, open, finding, sum));
  return ProposeRemedies(premises.decree, assessments);
}

}  // namespace

Assessment Judge(const Premises& premises, const OpenCase& open, const DraftFinding& finding,
                 Instant now) {
  return JudgeBy(premises, open, finding, RunningSum(premises, open, now));
}

std::vector<Assessment> Proposal(const Premises& premises, const OpenCase& open, Instant now) {
  std::vector<Assessment> proposal;
  for (const AspectId& aspect : open.file.aspects) {
    DraftFinding finding;
    finding.aspect = aspect;
    finding.from_engine = true;
    finding.facts = SuggestedFacts(premises, open.file, aspect);
    proposal.push_back(Judge(premises, open, finding, now));
  }
  return proposal;
}

Foreseen ForeseenGrade(const Premises& premises, const OpenCase& open, Instant now) {
  Foreseen foreseen;
  if (!open.file.standing.empty() || open.file.kind != ComplaintKind::kComplaint) return foreseen;
  int highest = 0;
  bool silent = !open.file.aspects.empty();
  for (const Assessment& one : Proposal(premises, open, now)) {
    silent = silent && one.ground == Ground::kNotRegulated;
    const DecreeSeverity* severity = one.severity ? premises.decree.Find(*one.severity) : nullptr;
    if (severity == nullptr || severity->rank <= highest) continue;
    highest = severity->rank;
    foreseen.grade = one.severity;
  }
  foreseen.unregulated = silent;
  return foreseen;
}

AssessDraft StartAssessment(const Premises& premises, const OpenCase& open, Instant now,
                            const std::string& language) {
  AssessDraft draft;
  for (const Assessment& proposed : Proposal(premises, open, now)) {
    const bool graded = !premises.decree.severities.empty();
    if (graded && !proposed.severity) continue;  // nothing proved: a person chooses the cell
    DraftFinding finding;
    finding.aspect = proposed.aspect;
    finding.severity = proposed.severity;
    finding.facts = SuggestedFacts(premises, open.file, proposed.aspect);
    finding.row = RowOf(premises.decree, proposed.severity);
    finding.reason = std::string(proposed.reason.In(language));
    finding.from_engine = true;
    draft.findings.push_back(std::move(finding));
  }
  // The keyboard starts where the proposal is, else on the visitor's own column.
  const AspectId start =
      !draft.findings.empty() ? draft.findings.front().aspect
      : open.file.aspects.empty()
          ? (TimeAspect(premises.decree) != nullptr ? TimeAspect(premises.decree)->id : AspectId{})
          : open.file.aspects.front();
  const auto column = std::ranges::find(premises.decree.aspects, start, &DecreeAspect::id);
  if (column != premises.decree.aspects.end())
    draft.column = static_cast<std::size_t>(column - premises.decree.aspects.begin());
  if (!draft.findings.empty()) draft.row = draft.findings.front().row;
  return draft;
}

AssessDraft StartFromFindings(const Premises& premises, const CaseFile& file) {
  AssessDraft draft;
  for (const Finding& held : file.findings) {
    DraftFinding finding;
    finding.aspect = held.aspect;
    finding.severity = held.severity;
    finding.facts = held.facts;
    finding.row = RowOf(premises.decree, held.severity);
    finding.reason = held.reason;
    draft.findings.push_back(std::move(finding));
  }
  if (draft.findings.empty()) return draft;
  const auto column =
      std::ranges::find(premises.decree.aspects, draft.findings.front().aspect, &DecreeAspect::id);
  if (column != premises.decree.aspects.end())
    draft.column = static_cast<std::size_t>(column - premises.decree.aspects.begin());
  draft.row = draft.findings.front().row;
  return draft;
}

std::vector<RemedyItem> RemediesOf(const Premises& premises, const OpenCase& open,
                                   const AssessDraft& draft, Instant now) {
  std::vector<RemedyItem> items =
      RemediesBy(premises, open, draft.findings, RunningSum(premises, open, now));
  if (!draft.add_apology)
    std::erase_if(items, [](const RemedyItem& item) { return item.outside_matrix; });
  return items;
}

Assessment JudgeHeld(const Premises& premises, const OpenCase& open, const Finding& finding,
                     Instant now) {
  return JudgeBy(premises, open, DraftOf(finding), HeldSum(premises, open, now));
}

std::vector<RemedyItem> RemediesHeld(const Premises& premises, const OpenCase& open, Instant now) {
  std::vector<DraftFinding> held;
  for (const Finding& finding : open.file.findings)
    held.push_back(DraftOf(finding));
  return RemediesBy(premises, open, held, HeldSum(premises, open, now));
}

std::optional<TextId> Missing(const Premises& premises, const OpenCase& open,
                              const AssessDraft& draft, Instant now) {
  if (draft.findings.empty()) {
    return premises.decree.severities.empty() ? TextId::kDeskFindingsNoneTriggers
                                              : TextId::kDeskFindingsNone;
  }
  const std::vector<Contradiction> against = AgainstSum(premises, open, &draft, now);
  std::set<std::string> reasons;
  std::set<FactId> facts;
  bool conduct = false;
  for (const DraftFinding& finding : draft.findings) {
    const bool doubtful =
        std::ranges::find(against, finding.aspect, &Contradiction::aspect) != against.end();
    const bool own_words = finding.reason.find_first_not_of(" \n") != std::string::npos &&
                           (finding.touched || !finding.from_engine);
    if (doubtful && !own_words) return TextId::kDeskProofReasonMissing;
    if (finding.reason.find_first_not_of(" \n") == std::string::npos)
      return TextId::kDeskFindingsReasonMissing;
    bool twice = !reasons.insert(finding.reason).second && !finding.from_engine;
    for (const FactId& fact : finding.facts)
      twice = !facts.insert(fact).second || twice;
    if (twice) return TextId::kDeskFindingsSameFact;
    if (!AboutConduct(premises, finding.aspect)) continue;
    conduct = true;
    if (!finding.heard && finding.not_heard_why.empty()) return TextId::kDeskFindingsHeardMissing;
  }
  if (conduct && !open.file.officer_concerned && open.file.counter_concerned.empty() &&
      !draft.concerned) {
    return TextId::kDeskFindingsConcernedMissing;
  }
  // Preselected where the visitor would get nothing; left out only with a reason.
  if (!draft.add_apology && draft.no_apology_why.find_first_not_of(" \n") == std::string::npos &&
      ApologyOffered(premises, open, draft, now))
    return TextId::kDeskRemediesNoApologyMissing;
  return std::nullopt;
}

std::optional<TextId> Missing(const DecideDraft& draft) {
  const auto blank = [](const std::string& words) {
    return words.find_first_not_of(" \n") == std::string::npos;
  };
  const bool refuses =
      std::ranges::any_of(draft.lines, [](const RemedyItem& item) { return !item.granted; });
  if (refuses && blank(draft.reason)) return TextId::kDeskDecideReasonMissing;
  if (refuses && draft.code.empty()) return TextId::kDeskDecideCodeMissing;
  if (std::ranges::any_of(draft.answers, blank)) return TextId::kDeskDecideAnswersMissing;
  return std::nullopt;
}

ShortWayAnswer ShortWayFor(const Premises& premises, const OpenCase& open, const Person& person,
                           bool typed, Instant now) {
  const CaseFile& file = open.file;
  const auto none = [](std::string why) { return ShortWayAnswer{ShortWay::kNone, std::move(why)}; };
  if (file.stage == CaseStage::kClosed) return none("desk.scan.why_closed");
  if (!HasOralClaim(premises.decree) || file.kind != ComplaintKind::kComplaint)
    return none("desk.scan.why_decree");
  if (typed) return none("desk.scan.why_typed");
  const std::string refused = WhyNot(file, RecordType::kApologyGiven, person.id, person.role, now);
  if (!refused.empty()) return none(refused);
  const auto only = [](const char* why) { return ShortWayAnswer{ShortWay::kApologyOnly, why}; };
  if (TouchesPerson(premises, file)) return only("desk.scan.why_person");
  const bool money = std::ranges::find(file.losses, std::string("uang")) != file.losses.end() ||
                     std::ranges::find(file.losses, std::string("money")) != file.losses.end();
  if (NamesDanger(premises, file) || money) return only("desk.scan.why_sensitive");
  if (!file.story.empty() || !file.content_open) return only("desk.scan.why_free_text");
  if (file.stage != CaseStage::kReceived && !file.light) return only("desk.scan.why_stage");
  const std::vector<Assessment> proposal = Proposal(premises, open, now);
  const bool light =
      !proposal.empty() && std::ranges::all_of(proposal, [&](const Assessment& assessment) {
        return Light(premises.decree, assessment);
      });
  if (!light && !file.light) return only("desk.scan.why_grade");
  return {ShortWay::kApologyAndClose, ""};
}

OpenCase ForCounterStaff(const Premises& premises, OpenCase open) {
  CaseFile& file = open.file;
  const bool phrases_only =
      file.story.empty() && std::ranges::all_of(file.phrases, [&](const PhraseId& id) {
        const Phrase* phrase = premises.office.Find(id);
        return phrase != nullptr && phrase->counter_may_read;
      });
  if (!phrases_only || TouchesPerson(premises, file)) {
    file.story.clear();
    file.phrases.clear();
    file.wishes.clear();
    open.answers.clear();
    file.losses.clear();
    file.content_open = false;
    for (Finding& finding : file.findings)
      finding.reason.clear();
  }
  file.said.clear();
  open.notes.clear();
  open.purposes.clear();
  open.taken_back.clear();
  open.has_identity = false;
  open.by_ticket = true;
  return open;
}

}  // namespace tanggap::desk

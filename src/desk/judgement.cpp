#include "desk/judgement.h"

#include <algorithm>
#include <cmath>
#include <set>

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

std::string AspectLabel(const Decree& decree, const AspectId& id) {
  const DecreeAspect* aspect = decree.Find(id);
  return aspect == nullptr ? id.value : std::string(aspect->label.In("id"));
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

bool IsProvisional(const Premises& premises, const CaseFile& file) {
  return !file.declared_complete && file.handed_in &&
         premises.decree.lateness_unit == LatenessUnit::kDays;
}

bool IsSettled(const CaseFile& file) {
  return file.classified_at && file.stage != CaseStage::kReceived &&
         file.stage != CaseStage::kAssessed;
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

std::optional<LatenessInput> TimesOf(const Premises& premises, const CaseFile& file, Instant now) {
  const OfficeService* service = premises.office.Find(file.service);
  if (service == nullptr) return std::nullopt;
  std::optional<Instant> from = file.declared_complete;
  // A decree that counts hours begins with the declaration; others may begin when it was handed in.
  if (!from && premises.decree.lateness_unit == LatenessUnit::kDays) from = file.handed_in;
  if (!from) return std::nullopt;
  LatenessInput times;
  times.from = *from;
  times.to = file.finished.value_or(IsSettled(file) ? std::min(now, *file.classified_at) : now);
  times.finished = file.finished.has_value();
  times.norm = static_cast<double>(service->norm.amount);
  times.unit = service->norm.unit;
  return times;
}

std::optional<Lateness> SumOf(const Premises& premises, const OpenCase& open, Instant now) {
  const OfficeService* service = premises.office.Find(open.file.service);
  const auto times = TimesOf(premises, open.file, now);
  if (service == nullptr || !times) return std::nullopt;
  return MeasureLateness(premises.decree, *service, premises.office, *times, open.kahar);
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

Assessment Judge(const Premises& premises, const OpenCase& open, const DraftFinding& finding,
                 Instant now) {
  FindingInput input;
  input.aspect = finding.aspect;
  input.facts = finding.facts;
  // A grade that the engine itself proved is not a person's choice.
  if (!finding.from_engine) input.chosen = finding.severity;
  const DecreeAspect* aspect = premises.decree.Find(finding.aspect);
  if (aspect != nullptr && aspect->time) input.sum = SumOf(premises, open, now);
  input.happened = DayFromIso(open.file.when);
  const Result<Assessment> answer = Assess(premises.decree, premises.office.policies, input);
  if (answer) return answer.Value();
  Assessment none;  // an aspect of another decree version: nothing is proposed
  none.aspect = finding.aspect;
  return none;
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

namespace {

// Whole days, or days and hours, or hours: as the record keeps it, in the language of the office.
std::string LateWords(const Texts& texts, const Lateness& sum, double late) {
  const auto whole = [](double amount) {
    return std::to_string(static_cast<long long>(std::floor(amount + 1e-9)));
  };
  if (sum.unit == NormUnit::kHours)
    return texts.Format(TextId::kDeskFormatHours, {{"h", whole(late)}});
  const double hours = std::floor(((late - std::floor(late + 1e-9)) * 24) + 1e-6);
  if (hours < 1) return texts.Format(TextId::kDeskFormatDays, {{"d", whole(late)}});
  return texts.Format(TextId::kDeskFormatDaysHours, {{"d", whole(late)}, {"h", whole(hours)}});
}

// Why, in one line: the rest stands in sum and matrix, and the long explanation in the record.
std::string ShortReason(const Premises& premises, const OpenCase& open, const Assessment& proposed,
                        const std::vector<FactId>& facts, Instant now) {
  const Decree& decree = premises.decree;
  if (premises.languages.empty()) return std::string(proposed.explanation.In("id"));
  const Texts& texts = premises.languages.front();
  const auto because = [&](std::string what, const std::string& cite) {
    return texts.Format(TextId::kDeskReasonBecause, {{"what", std::move(what)}, {"cite", cite}});
  };
  const auto fact_words = [&](const std::vector<FactId>& among) {
    std::string words;
    for (const FactId& id : facts) {
      const DecreeFact* fact = decree.Find(id);
      if (fact == nullptr || std::ranges::find(among, id) == among.end()) continue;
      words += (words.empty() ? "" : "; ") + std::string(fact->label.In("id"));
    }
    return words;
  };
  const auto sum = SumOf(premises, open, now);
  if (proposed.severity) {
    const DecreeCell* cell = decree.Cell(proposed.aspect, *proposed.severity);
    if (cell == nullptr) return std::string(proposed.explanation.In("id"));
    if (cell->lateness && sum)
      return texts.Format(TextId::kDeskReasonLate, {{"late", LateWords(texts, *sum, sum->late)},
                                                    {"cite", cell->condition_cite}});
    const std::string words = fact_words(cell->facts);
    return because(words.empty() ? cell->condition : words, cell->condition_cite);
  }
  std::string reason;
  for (const DecreeTrigger& trigger : decree.triggers) {
    const bool counts =
        trigger.aspects.empty() ||
        std::ranges::find(trigger.aspects, proposed.aspect) != trigger.aspects.end();
    std::string what = fact_words(trigger.facts);
    if (counts && trigger.lateness && sum && MeasureFor(decree, *sum) > trigger.lateness->over)
      what = std::string(trigger.label.In("id")) + ": " +
             LateWords(texts, *sum, MeasureFor(decree, *sum));
    if (!what.empty()) reason += (reason.empty() ? "" : " ") + because(what, trigger.cite);
  }
  if (!reason.empty()) return reason;
  if (!decree.general_cite.empty())
    return because(std::string(AspectLabel(decree, proposed.aspect)), decree.general_cite);
  return std::string(proposed.explanation.In("id"));
}

}  // namespace

AssessDraft StartAssessment(const Premises& premises, const OpenCase& open, Instant now) {
  AssessDraft draft;
  for (const Assessment& proposed : Proposal(premises, open, now)) {
    const bool graded = !premises.decree.severities.empty();
    if (graded && !proposed.severity) continue;  // nothing proved: a person chooses the cell
    DraftFinding finding;
    finding.aspect = proposed.aspect;
    finding.severity = proposed.severity;
    finding.facts = SuggestedFacts(premises, open.file, proposed.aspect);
    finding.row = RowOf(premises.decree, proposed.severity);
    finding.reason = ShortReason(premises, open, proposed, finding.facts, now);
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
  std::vector<Assessment> assessments;
  for (const DraftFinding& finding : draft.findings)
    assessments.push_back(Judge(premises, open, finding, now));
  std::vector<RemedyItem> items = ProposeRemedies(premises.decree, assessments);
  if (!draft.add_apology)
    std::erase_if(items, [](const RemedyItem& item) { return item.outside_matrix; });
  return items;
}

std::optional<TextId> Missing(const Premises& premises, const OpenCase& open,
                              const AssessDraft& draft) {
  if (draft.findings.empty()) {
    return premises.decree.severities.empty() ? TextId::kDeskFindingsNoneTriggers
                                              : TextId::kDeskFindingsNone;
  }
  std::set<std::string> reasons;
  std::set<FactId> facts;
  bool conduct = false;
  for (const DraftFinding& finding : draft.findings) {
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
  return std::nullopt;
}

std::optional<TextId> Missing(const DecideDraft& draft) {
  const bool refuses =
      std::ranges::any_of(draft.lines, [](const RemedyItem& item) { return !item.granted; });
  if (!refuses) return std::nullopt;
  if (draft.reason.find_first_not_of(" \n") == std::string::npos)
    return TextId::kDeskDecideReasonMissing;
  if (draft.code.empty()) return TextId::kDeskDecideCodeMissing;
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
    file.losses.clear();
    file.content_open = false;
    for (Finding& finding : file.findings)
      finding.reason.clear();
  }
  file.said.clear();
  open.notes.clear();
  open.taken_back.clear();
  open.has_identity = false;
  open.by_ticket = true;
  return open;
}

}  // namespace tanggap::desk

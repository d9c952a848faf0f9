#include "desk/drafts.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "desk/judgement.h"

namespace tanggap::desk {
namespace {

std::string Words(const std::vector<FactId>& facts) {
  std::string words;
  for (const FactId& fact : facts) {
    if (!words.empty()) words += ' ';
    words += fact.value;
  }
  return words;
}

Fields RowFor(const RemedyItem& item) {
  Fields row;
  row["remedy"] = item.id.value;
  row["beneficiary"] = std::string(NameOf(item.beneficiary));
  if (!item.cite.empty()) row["cite"] = item.cite;
  if (item.outside_matrix) row["outside"] = true;
  return row;
}

void AddProposal(Draft& draft, const std::vector<RemedyItem>& items, const std::string& reason) {
  List rows;
  List reasons;
  for (const RemedyItem& item : items) {
    rows.emplace_back(RowFor(item));
    reasons.emplace_back(item.outside_matrix ? reason : std::string());
  }
  draft.facts["items"] = std::move(rows);
  if (items.empty()) draft.facts["unregulated"] = true;
  if (!items.empty() && !reason.empty()) draft.content["reasons"] = std::move(reasons);
  if (items.empty() && !reason.empty()) draft.content["reason"] = reason;
}

// What the assessment was made on: the times as they were known, and the seconds beyond the norm.
void AddTimes(Draft& draft, const Premises& premises, const OpenCase& open, Instant now) {
  if (open.file.handed_in) draft.facts["handed_in"] = ToMillis(*open.file.handed_in);
  if (open.file.declared_complete)
    draft.facts["declared_complete"] = ToMillis(*open.file.declared_complete);
  if (open.file.finished) draft.facts["finished"] = ToMillis(*open.file.finished);
  const auto sum = SumOf(premises, open, now);
  if (!sum) return;
  const double unit_s = sum->unit == NormUnit::kHours ? 3600.0 : 86400.0;
  draft.facts["late_s"] = static_cast<std::int64_t>(std::llround(sum->late * unit_s));
}

void AddFindings(Draft& draft, const Premises& premises, const OpenCase& open,
                 const AssessDraft& assessed, Instant now) {
  List rows;
  List reasons;
  std::string explanation;
  for (const DraftFinding& finding : assessed.findings) {
    const Assessment judged = Judge(premises, open, finding, now);
    Fields row;
    row["aspect"] = finding.aspect.value;
    if (finding.severity) row["severity"] = finding.severity->value;
    if (!finding.facts.empty()) row["facts"] = Words(finding.facts);
    if (!judged.cite.empty()) row["cite"] = judged.cite;
    if (!finding.from_engine) row["chosen"] = true;
    row["unproven"] = true;  // no evidence record is named yet, and the finding says so
    rows.emplace_back(std::move(row));
    reasons.emplace_back(finding.reason);
    if (!explanation.empty()) explanation += '\n';
    explanation += judged.explanation.In("id");
  }
  draft.facts["findings"] = std::move(rows);
  draft.content["reasons"] = std::move(reasons);
  if (!explanation.empty()) draft.content["explanation"] = explanation;
}

}  // namespace

Draft& DraftChain::Add(RecordType type) {
  assert(!fresh_.empty());
  Draft draft;
  draft.id = fresh_.front();
  fresh_.erase(fresh_.begin());
  draft.type = type;
  if (drafts_.empty()) {
    draft.refs = file_.Refs();
  } else {
    draft.refs = {file_.id, drafts_.back().id};
  }
  drafts_.push_back(std::move(draft));
  return drafts_.back();
}

std::vector<Draft> AssessmentDrafts(const Premises& premises, const OpenCase& open,
                                    const AssessDraft& draft, bool propose, const State& state,
                                    std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  if (draft.concerned) {
    Draft& concerned = chain.Add(RecordType::kOfficerConcerned);
    concerned.facts["concerns"] = draft.concerned->empty() ? "none" : "counter";
    if (!draft.concerned->empty()) concerned.facts["counter"] = *draft.concerned;
  }
  const auto conduct = std::ranges::find_if(draft.findings, [&](const DraftFinding& finding) {
    return AboutConduct(premises, finding.aspect);
  });
  if (conduct != draft.findings.end()) {
    Draft& heard = chain.Add(RecordType::kHeard);
    heard.facts["who"] = "officer";
    heard.facts["held"] = conduct->heard;
    if (!conduct->heard) heard.content["reason"] = conduct->not_heard_why;
  }
  Draft& classified = chain.Add(RecordType::kClassified);
  AddFindings(classified, premises, open, draft, state.now);
  AddTimes(classified, premises, open, state.now);
  if (propose) {
    const std::vector<RemedyItem> items = RemediesOf(premises, open, draft, state.now);
    Draft& proposed = chain.Add(RecordType::kProposed);
    AddProposal(proposed, items, draft.no_apology_why);
  }
  return chain.Take();
}

std::vector<Draft> ProposalDrafts(const Premises& premises, const OpenCase& open, Instant now,
                                  std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  Draft& proposed = chain.Add(RecordType::kProposed);
  AddProposal(proposed, RemediesHeld(premises, open, now), "");
  return chain.Take();
}

std::vector<Draft> DecisionDrafts(const OpenCase& open, const DecideDraft& draft,
                                  std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  Draft& decided = chain.Add(RecordType::kDecided);
  List rows;
  List reasons;
  std::size_t granted = 0;
  for (const RemedyItem& item : draft.lines) {
    Fields row = RowFor(item);
    row["granted"] = item.granted;
    rows.emplace_back(std::move(row));
    reasons.emplace_back(item.granted ? std::string() : draft.reason);
    if (item.granted) ++granted;
  }
  const bool all = granted == draft.lines.size();
  decided.facts["outcome"] = all ? "granted" : granted > 0 ? "partly" : "refused";
  if (draft.lines.empty()) decided.facts["outcome"] = "granted";
  decided.facts["items"] = std::move(rows);
  if (!all) decided.facts["refusal"] = draft.code;
  if (!draft.reason.empty()) decided.content["reason"] = draft.reason;
  if (!all) decided.content["reasons"] = std::move(reasons);
  return chain.Take();
}

std::vector<Draft> DeliveryDrafts(const OpenCase& open, const RemedyId& remedy,
                                  const std::string& evidence, Instant now,
                                  std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  Draft& delivered = chain.Add(RecordType::kRemedyDelivered);
  delivered.facts["remedy"] = remedy.value;
  delivered.facts["at"] = ToMillis(now);
  if (!evidence.empty()) delivered.content["text"] = evidence;
  return chain.Take();
}

std::vector<RemedyItem> ToDeliver(const CaseFile& file) {
  std::vector<RemedyItem> items;
  for (const RemedyItem& item : file.decision) {
    if (item.granted && item.beneficiary != Beneficiary::kOfficer) items.push_back(item);
  }
  return items;
}

bool WasHandedOver(const CaseFile& file, const RemedyId& remedy) {
  return std::ranges::find(file.deliveries, remedy, &Delivery::remedy) != file.deliveries.end();
}

}  // namespace tanggap::desk

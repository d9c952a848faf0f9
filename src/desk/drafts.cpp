#include "desk/drafts.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "desk/judgement.h"
#include "desk/resolving.h"

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

bool Blank(const std::string& words) {
  return words.find_first_not_of(" \n") == std::string::npos;
}

// Where each finding's evidence is kept, a record each; an empty id for a finding without.
std::vector<RecordId> AddProofs(DraftChain& chain, const AssessDraft& draft) {
  std::vector<RecordId> proofs;
  std::map<std::string, RecordId> said;
  for (const DraftFinding& finding : draft.findings) {
    if (Blank(finding.proof)) {
      proofs.emplace_back();
      continue;
    }
    const auto [known, fresh] = said.emplace(finding.proof, RecordId{});
    if (fresh) {
      Draft& evidence = chain.Add(RecordType::kEvidence);
      evidence.facts["kind"] = "document";
      evidence.content["place"] = finding.proof;
      known->second = evidence.id;
    }
    proofs.push_back(known->second);
  }
  return proofs;
}

// Whether assessing now puts one judgement in the place of several.
bool SettlesConflict(const State& state, const OpenCase& open) {
  return SidesOf(open.file) > 0 && WhyNotResolve(state, open).empty();
}

void AddFindings(Draft& draft, const Premises& premises, const OpenCase& open,
                 const AssessDraft& assessed, const std::vector<RecordId>& proofs, Instant now) {
  List rows;
  List reasons;
  std::string explanation;
  for (std::size_t i = 0; i < assessed.findings.size(); ++i) {
    const DraftFinding& finding = assessed.findings[i];
    const Assessment judged = Judge(premises, open, finding, now);
    Fields row;
    row["aspect"] = finding.aspect.value;
    if (finding.severity) row["severity"] = finding.severity->value;
    if (!finding.facts.empty()) row["facts"] = Words(finding.facts);
    if (!judged.cite.empty()) row["cite"] = judged.cite;
    if (!finding.from_engine) row["chosen"] = true;
    if (proofs[i].Empty()) {
      row["unproven"] = true;
    } else {
      row["evidence"] = ToHex(proofs[i]);
    }
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
  const std::vector<RecordId> proofs = AddProofs(chain, draft);
  if (SettlesConflict(state, open)) {
    // A new judgement in the place of those that were written apart.
    Draft& resolved = chain.Add(RecordType::kResolvedConflict);
    AddFindings(resolved, premises, open, draft, proofs, state.now);
    resolved.content.erase("explanation");
    resolved.facts["topic"] = "classified";
    resolved.content["reason"] = draft.findings.front().reason;
    return chain.Take();
  }
  Draft& classified = chain.Add(RecordType::kClassified);
  AddFindings(classified, premises, open, draft, proofs, state.now);
  AddTimes(classified, premises, open, state.now);
  if (propose) {
    const std::vector<RemedyItem> items = RemediesOf(premises, open, draft, state.now);
    Draft& proposed = chain.Add(RecordType::kProposed);
    AddProposal(proposed, items, "");
    // Why what was preselected for the visitor was left out.
    if (!draft.add_apology && !Blank(draft.no_apology_why))
      proposed.content["reason"] = draft.no_apology_why;
  }
  return chain.Take();
}

std::vector<Draft> ResolutionDrafts(const OpenCase& open, const ResolveDraft& draft,
                                    std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  Draft& resolved = chain.Add(RecordType::kResolvedConflict);
  const std::vector<Classification>& sides = open.file.standing;
  if (sides.size() > 1 && draft.choice < sides.size()) {
    resolved.facts["topic"] = "classified";
    resolved.facts["keep"] = ToHex(sides[draft.choice].record);
  } else {
    const bool decided = std::ranges::count(open.file.acts, RecordType::kDecided, &Act::type) > 1;
    resolved.facts["topic"] = decided ? "decided" : "delivered";
  }
  resolved.content["reason"] = draft.reason;
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
  if (!draft.answers.empty()) decided.content["answers"] = ToList(draft.answers);
  return chain.Take();
}

std::vector<Draft> DeliveryDrafts(const OpenCase& open, const RemedyId& remedy,
                                  const DeliverDraft& draft, Instant now,
                                  std::vector<RecordId>& fresh) {
  DraftChain chain(open.file, fresh);
  Draft& delivered = chain.Add(RecordType::kRemedyDelivered);
  delivered.facts["remedy"] = remedy.value;
  delivered.facts["at"] = ToMillis(now);
  delivered.facts["way"] = std::string(kWays[WayOf(open.file, draft)]);
  if (!draft.evidence.empty()) delivered.content["text"] = draft.evidence;
  return chain.Take();
}

std::size_t WayOf(const CaseFile& file, const DeliverDraft& draft) {
  return file.contactable ? std::min(draft.way, kWays.size() - 1) : 0;
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

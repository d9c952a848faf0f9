// What each record does to a case: what was found, conflicts between findings, closing and opening.
#include "domain/case_steps.h"

#include <algorithm>

namespace tanggap {

namespace {

// Years that are written with four digits, and room for what is counted from them.
constexpr std::int64_t kLastMoment = 221'845'392'000'000;  // 9000-01-01

bool IsSet(const std::optional<Instant>& a, Instant b) {
  return a && *a == b;
}

}  // namespace

Instant TimeOf(const Record& record) {
  return FromMillis(std::clamp<std::int64_t>(record.hlc.ms, 0, kLastMoment));
}

std::optional<Instant> MomentOf(const Fields& fields, std::string_view name) {
  const std::int64_t ms = NumberOf(fields, name, -1);
  if (ms < 0 || ms > kLastMoment) return std::nullopt;
  return FromMillis(ms);
}

std::vector<Finding> FindingsOf(const Record& record) {
  std::vector<Finding> findings;
  const std::vector<std::string> reasons = TextsOf(record.Content(), "reasons");
  for (const Fields& row : RowsOf(record.Facts(), "findings")) {
    Finding finding;
    finding.aspect = AspectId(TextOf(row, "aspect"));
    const std::string severity = TextOf(row, "severity");
    if (!severity.empty()) finding.severity = SeverityId(severity);
    for (const std::string& fact : WordsOf(row, "facts"))
      finding.facts.emplace_back(fact);
    if (findings.size() < reasons.size()) finding.reason = reasons[findings.size()];
    findings.push_back(std::move(finding));
  }
  return findings;
}

int RankOf(const Decree& decree, const Finding& finding) {
  if (!finding.severity) return 0;
  const DecreeSeverity* severity = decree.Find(*finding.severity);
  return severity == nullptr ? 0 : severity->rank;
}

std::vector<Finding> ResolvedTo(const Record& record, const CaseFile& seen) {
  std::vector<Finding> findings = FindingsOf(record);
  if (!findings.empty()) return findings;
  const auto keep = RecordIdFromHex(TextOf(record.Facts(), "keep"));
  const auto kept = std::ranges::find_if(
      seen.standing, [&](const Classification& side) { return keep && side.record == *keep; });
  return kept == seen.standing.end() ? seen.findings : kept->findings;
}

bool Lowers(const Decree& decree, const std::vector<Finding>& later,
            const std::vector<Finding>& earlier) {
  return std::ranges::any_of(earlier, [&](const Finding& before) {
    const auto after = std::ranges::find(later, before.aspect, &Finding::aspect);
    if (after == later.end() || RankOf(decree, *after) < RankOf(decree, before)) return true;
    return std::ranges::any_of(before.facts, [&](const FactId& fact) {
      if (std::ranges::find(after->facts, fact) != after->facts.end()) return false;
      // Without grades a fact alone carries the better remedy; a flagged one is never dropped.
      const DecreeFact* known = decree.Find(fact);
      return decree.severities.empty() || (known != nullptr && known->refer);
    });
  });
}

std::vector<Finding> Gravest(const Decree& decree, const std::vector<Classification>& standing) {
  std::vector<Finding> held;
  for (const Classification& side : standing) {
    for (const Finding& finding : side.findings) {
      const auto same = std::ranges::find(held, finding.aspect, &Finding::aspect);
      if (same == held.end()) {
        held.push_back(finding);
        continue;
      }
      std::vector<FactId> facts = same->facts;
      for (const FactId& fact : finding.facts) {
        if (std::ranges::find(facts, fact) == facts.end()) facts.push_back(fact);
      }
      if (RankOf(decree, finding) > RankOf(decree, *same)) *same = finding;
      same->facts = std::move(facts);
    }
  }
  return held;
}

bool CaseFold::Saw(std::size_t index, const std::vector<std::size_t>& others) const {
  return std::ranges::all_of(others, [&](std::size_t other) { return order_.Saw(index, other); });
}

bool CaseFold::SawStanding(std::size_t index) const {
  return Saw(index, standing_);
}

void CaseFold::SetStage(CaseStage stage, Instant at) {
  if (file_.stage == CaseStage::kClosed && stage != CaseStage::kClosed) {
    // Written by somebody who hadn't seen the close: it counts if the case is opened again.
    stage_before_close_ = stage;
    return;
  }
  if (file_.stage != stage) file_.stage_since = at;
  file_.stage = stage;
}

std::string CaseFold::Classify(std::size_t index) {
  const Record& record = order_.Records()[index];
  Classification opinion{record.id, record.By(), TimeOf(record), FindingsOf(record)};
  // What it was judged on; where the record doesn't say, what was known then.
  const auto moment = [&](std::string_view name, std::optional<Instant> known) {
    return Has(record.Facts(), name) ? MomentOf(record.Facts(), name) : known;
  };
  opinion.times = {moment("handed_in", file_.handed_in),
                   moment("declared_complete", file_.declared_complete),
                   moment("finished", file_.finished)};
  if (Has(record.Facts(), "late_s")) opinion.late_s = NumberOf(record.Facts(), "late_s");
  std::vector<Classification> kept;
  std::vector<std::size_t> kept_indexes;
  const bool decision_unseen = !Saw(index, decisions_);
  for (std::size_t i = 0; i < standing_.size(); ++i) {
    const Classification& before = file_.standing[i];
    const bool saw = order_.Saw(index, standing_[i]);
    // Two who judged apart and agree are no conflict; the first stands for both.
    if (!saw && before.findings == opinion.findings) return "";
    const bool replaced =
        saw && !decision_unseen && !Lowers(decree_, opinion.findings, before.findings);
    if (replaced) continue;
    kept.push_back(before);
    kept_indexes.push_back(standing_[i]);
  }
  kept.push_back(opinion);
  kept_indexes.push_back(index);
  file_.standing = std::move(kept);
  standing_ = std::move(kept_indexes);
  Reassessed(opinion.at);
  return "";
}

std::string CaseFold::Resolve(std::size_t index) {
  const Record& record = order_.Records()[index];
  // Two who decided apart settle it as little as two who judged apart.
  if (decision_conflict_ && standing_.size() < 2 && !record.By().Empty() &&
      std::ranges::any_of(decisions_, [&](std::size_t decision) {
        return order_.Records()[decision].By() == record.By();
      }))
    return "refused.own_side";
  std::vector<Finding> findings = ResolvedTo(record, file_);
  std::vector<Classification> rest;
  std::vector<std::size_t> rest_indexes;
  for (std::size_t i = 0; i < standing_.size(); ++i) {
    if (order_.Saw(index, standing_[i])) continue;  // this is what it settles
    rest.push_back(file_.standing[i]);
    rest_indexes.push_back(standing_[i]);
  }
  Classification settled{record.id, record.By(), TimeOf(record), std::move(findings)};
  settled.times = {file_.handed_in, file_.declared_complete, file_.finished};
  rest.push_back(std::move(settled));
  rest_indexes.push_back(index);
  file_.standing = std::move(rest);
  standing_ = std::move(rest_indexes);
  if (Saw(index, decisions_)) decision_conflict_ = false;
  delivery_conflict_ = false;
  Reassessed(TimeOf(record));
  return "";
}

// After any change of what was found. A decision stands unless the findings now are graver than
// those it was made on, and nobody disagrees any more.
void CaseFold::Reassessed(Instant at) {
  const std::vector<Finding> before = file_.findings;
  file_.findings = Gravest(decree_, file_.standing);
  file_.classified_at = at;
  const auto proved = [&](const auto& test) {
    return !file_.findings.empty() && std::ranges::all_of(file_.findings, test);
  };
  file_.light = proved([&](const Finding& finding) {
    const DecreeSeverity* severity = finding.severity ? decree_.Find(*finding.severity) : nullptr;
    return severity != nullptr && severity->apology_at_once &&
           decree_.Cell(finding.aspect, *finding.severity) != nullptr;
  });
  file_.unregulated = decree_.general.empty() && proved([&](const Finding& finding) {
                        return finding.severity
                                   ? decree_.Cell(finding.aspect, *finding.severity) == nullptr
                                   : !decree_.HasCell(finding.aspect);
                      });
  int highest = 0;
  for (const DecreeSeverity& severity : decree_.severities)
    highest = std::max(highest, severity.rank);
  file_.grave = highest > 0 && std::ranges::any_of(file_.findings, [&](const Finding& finding) {
                  return RankOf(decree_, finding) == highest;
                });
  file_.refer = std::ranges::any_of(file_.findings, [&](const Finding& finding) {
    const DecreeAspect* aspect = decree_.Find(finding.aspect);
    if (aspect != nullptr && aspect->flag) return true;
    return std::ranges::any_of(finding.facts, [&](const FactId& fact) {
      const DecreeFact* known = decree_.Find(fact);
      return known != nullptr && known->refer;
    });
  });
  const bool conflict = standing_.size() > 1 || decision_conflict_ || delivery_conflict_;
  const bool decided = !decisions_.empty();
  const bool anew = file_.reopened_at && file_.decided_at && *file_.reopened_at > *file_.decided_at;
  if (decided && !anew && (conflict || !Lowers(decree_, decided_on_, file_.findings))) return;
  if (decided || file_.stage == CaseStage::kReceived || file_.stage == CaseStage::kProposed ||
      file_.findings != before) {
    if (decided) {
      file_.decision.clear();
      file_.decided_at.reset();
      file_.decision_told.reset();
      decisions_.clear();
    }
    file_.proposal.clear();
    file_.proposers.clear();
    proposals_.clear();
    SetStage(CaseStage::kAssessed, at);
    if (file_.apology_at) GiveLightRemedies(at);
  }
}

std::string CaseFold::Close(std::size_t index) {
  const Record& record = order_.Records()[index];
  if (!Saw(index, visitor_words_)) return "refused.visitor_added";
  if (!Saw(index, reopenings_)) return "refused.visitor_added";
  const std::string outcome = TextOf(record.Facts(), "outcome");
  if (outcome == "withdrawn" && !withdrawn_) return "refused.bad_outcome";
  if (FlagOf(record.Facts(), "accepted")) file_.visitor_accepted = true;
  stage_before_close_ = file_.stage;
  file_.closed_at = TimeOf(record);
  file_.closed_as = outcome;
  SetStage(CaseStage::kClosed, TimeOf(record));
  return "";
}

void CaseFold::Reopen(Instant at) {
  withdrawn_ = false;
  file_.reopened_at = at;
  file_.merged_into.reset();
  if (file_.stage == CaseStage::kClosed) file_.stage = stage_before_close_;
  file_.closed_at.reset();
  file_.closed_as.clear();
  file_.stage_since = at;
}

CaseFile CaseFold::File() const {
  CaseFile file = file_;
  const auto before_side = file.stage_since;
  if (withdrawn_) {
    file.side = TicketSide::kWithdrawn;
    if (file.withdrawn_at) file.stage_since = std::max(before_side, *file.withdrawn_at);
  } else if (standing_.size() > 1 || decision_conflict_ || delivery_conflict_) {
    file.side = TicketSide::kConflict;
  } else if (suspended_) {
    file.side = TicketSide::kSuspended;
  } else if (asked_) {
    file.side = TicketSide::kWaitingForData;
  } else if (referred_) {
    file.side = TicketSide::kReferred;
    if (!IsSet(file.referred_at, before_side) && file.referred_at)
      file.stage_since = std::max(before_side, *file.referred_at);
  } else {
    file.side = TicketSide::kNone;
  }
  return file;
}

}  // namespace tanggap

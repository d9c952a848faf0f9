// What each record does to a case: what is proposed, decided, handed over and apologised for.
#include <algorithm>

#include "domain/case_steps.h"

namespace tanggap {
namespace {

using std::chrono::days;

bool Granted(const std::vector<RemedyItem>& items) {
  return std::ranges::any_of(items, [](const RemedyItem& item) { return item.granted; });
}

// Items of two decisions or proposals written apart: what one of them gives is given.
void Unite(std::vector<RemedyItem>& into, const std::vector<RemedyItem>& others) {
  for (const RemedyItem& other : others) {
    const auto same = std::ranges::find_if(into, [&](const RemedyItem& item) {
      return item.id == other.id && item.beneficiary == other.beneficiary;
    });
    if (same == into.end()) {
      into.push_back(other);
    } else if (other.granted && !same->granted) {
      *same = other;
    }
  }
}

Beneficiary BeneficiaryOf(std::string_view word) {
  if (word == NameOf(Beneficiary::kOfficer)) return Beneficiary::kOfficer;
  if (word == NameOf(Beneficiary::kUnit)) return Beneficiary::kUnit;
  return Beneficiary::kComplainant;
}

}  // namespace

std::vector<RemedyItem> ItemsOf(const Record& record) {
  std::vector<RemedyItem> items;
  const std::vector<std::string> reasons = TextsOf(record.Content(), "reasons");
  for (const Fields& row : RowsOf(record.Facts(), "items")) {
    RemedyItem item;
    item.id = RemedyId(TextOf(row, "remedy"));
    item.beneficiary = BeneficiaryOf(TextOf(row, "beneficiary"));
    item.cite = TextOf(row, "cite");
    item.outside_matrix = FlagOf(row, "outside");
    item.granted = record.type == RecordType::kProposed || FlagOf(row, "granted");
    if (items.size() < reasons.size()) item.reason = reasons[items.size()];
    items.push_back(std::move(item));
  }
  return items;
}

bool IsDelivered(const CaseFile& file, const RemedyId& remedy) {
  return std::ranges::any_of(file.deliveries, [&](const Delivery& delivery) {
    return delivery.remedy == remedy && (!file.reopened_at || delivery.at >= *file.reopened_at);
  });
}

std::string CaseFold::Propose(std::size_t index) {
  const Record& record = order_.Records()[index];
  // A proposal on an assessment that has changed meanwhile proposes the wrong thing.
  if (!SawStanding(index)) return "refused.outdated";
  if (!decisions_.empty()) return "refused.already_decided";
  if (standing_.size() > 1) return "refused.conflict";
  if (Saw(index, proposals_)) {
    file_.proposal.clear();
    file_.proposers.clear();
    proposals_.clear();
  }
  Unite(file_.proposal, ItemsOf(record));
  file_.proposer = record.By();
  file_.proposers.push_back(record.By());
  file_.proposed_at = TimeOf(record);
  proposals_.push_back(index);
  SetStage(CaseStage::kProposed, TimeOf(record));
  return "";
}

// A proposal drawn back by who made it, or returned by the head. A decision ends that: what was
// decided is only replaced, never taken back.
std::string CaseFold::TakeBack(std::size_t index) {
  const Record& record = order_.Records()[index];
  const auto named = RecordIdFromHex(TextOf(record.Facts(), "record"));
  const auto at = std::ranges::find_if(proposals_, [&](std::size_t proposal) {
    return named && order_.Records()[proposal].id == *named;
  });
  if (at == proposals_.end()) return "";  // a note or another statement: the history tells
  if (!decisions_.empty()) return "refused.already_decided";
  const PersonId author = order_.Records()[*at].By();
  const auto role = rules_.roles.find(record.By());
  const bool head = role != rules_.roles.end() && role->second == Role::kHead;
  if (record.By() != author && !head && !rules_.roles.empty()) return "refused.role";
  proposals_.erase(at);
  file_.proposal.clear();
  file_.proposers.clear();
  for (const std::size_t proposal : proposals_) {
    Unite(file_.proposal, ItemsOf(order_.Records()[proposal]));
    file_.proposers.push_back(order_.Records()[proposal].By());
  }
  if (!proposals_.empty()) return "";
  file_.proposed_at.reset();
  SetStage(CaseStage::kAssessed, TimeOf(record));
  return "";
}

std::string CaseFold::Decide(std::size_t index) {
  const Record& record = order_.Records()[index];
  const std::vector<RemedyItem> items = ItemsOf(record);
  const bool first = decisions_.empty();
  // Somebody at two desks: the proposal written at the other one counts as well.
  const auto& proposers = file_.proposers;
  if (std::ranges::find(proposers, record.By()) != proposers.end() && !record.By().Empty())
    return "refused.own_proposal";
  // Decided apart from another decision or from a newer assessment: nothing is hidden, what is
  // better for the visitor holds, and a third person settles it.
  if (!SawStanding(index)) decision_conflict_ = true;
  if (!first && !Saw(index, decisions_) && items != file_.decision) decision_conflict_ = true;
  if (first) file_.decision.clear();
  Unite(file_.decision, items);
  if (first) file_.decider = record.By();
  file_.decided_at = TimeOf(record);
  file_.decision_told.reset();
  decided_on_ = SawStanding(index) ? file_.findings : std::vector<Finding>{};
  decisions_.push_back(index);
  const bool refused = TextOf(record.Facts(), "outcome") == "refused" && !Granted(file_.decision) &&
                       (first || file_.stage == CaseStage::kRefused);
  file_.refusal = refused ? TextOf(record.Facts(), "refusal") : "";
  SetStage(refused ? CaseStage::kRefused : CaseStage::kGranted, TimeOf(record));
  CheckDelivered(TimeOf(record));
  return "";
}

void CaseFold::DecideObjection(const Record& record) {
  const Instant at = TimeOf(record);
  file_.objection_answered = at;
  const std::vector<RemedyItem> items = ItemsOf(record);
  if (TextOf(record.Facts(), "outcome") == "rejected" || items.empty()) return;
  Unite(file_.decision, items);
  if (!Granted(file_.decision)) return;
  file_.refusal.clear();
  file_.decided_at = at;
  SetStage(CaseStage::kGranted, at);
  CheckDelivered(at);
}

std::string CaseFold::Deliver(std::size_t index, const RemedyId& remedy) {
  const Record& record = order_.Records()[index];
  // Delivered twice by two who didn't know of each other: both are shown (the past of each was
  // clean, else it would have been refused).
  if (IsDelivered(file_, remedy)) delivery_conflict_ = true;
  file_.deliveries.push_back({remedy, record.id, record.By(), TimeOf(record)});
  if (FlagOf(record.Facts(), "accepted")) file_.visitor_accepted = true;
  CheckDelivered(TimeOf(record));
  return "";
}

void CaseFold::CheckDelivered(Instant at) {
  if (file_.stage != CaseStage::kGranted) return;
  bool any = false;
  for (const RemedyItem& item : file_.decision) {
    if (!item.granted || item.beneficiary == Beneficiary::kOfficer) continue;
    any = true;
    if (!IsDelivered(file_, item.id)) return;
  }
  if (!any) return;
  file_.delivered_at = at;
  SetStage(CaseStage::kDelivered, at);
}

// On the spot, without proposal and decision: what the light cells give is given by this.
void CaseFold::Apologise(std::size_t index) {
  const Record& record = order_.Records()[index];
  const Instant at = TimeOf(record);
  if (file_.apology_at) return;  // an apology twice is one
  file_.apology_at = at;
  const PersonId officer{TextOf(record.Facts(), "officer")};
  file_.apology_by = officer.Empty() ? record.By() : officer;
  apology_record_ = record.id;
  file_.light_open_until = at + days{rules_.light_open_days};
  if (FlagOf(record.Facts(), "accepted")) file_.visitor_accepted = true;
  GiveLightRemedies(at);
}

void CaseFold::GiveLightRemedies(Instant at) {
  if (!file_.light || !decisions_.empty()) return;
  for (const Finding& finding : file_.findings) {
    const DecreeCell* cell = decree_.Cell(finding.aspect, *finding.severity);
    for (const GrantedRemedy& given : cell->remedies) {
      const DecreeRemedy* remedy = decree_.Find(given.id);
      const bool theirs = remedy != nullptr && remedy->beneficiary == Beneficiary::kComplainant;
      if (theirs && !IsDelivered(file_, given.id))
        file_.deliveries.push_back({given.id, apology_record_, file_.apology_by, at});
    }
  }
  file_.delivered_at = at;
  SetStage(CaseStage::kDelivered, at);
}

}  // namespace tanggap

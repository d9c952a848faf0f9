#include "ledger/erasures.h"

#include <algorithm>

namespace tanggap {
namespace {

RecordId CaseOf(const Record& record) {
  const bool begins = record.type == RecordType::kComplaintLodged ||
                      record.type == RecordType::kComplaintTaken || record.refs.empty();
  return begins ? record.id : record.refs.front();
}

std::set<BodyClass> ClassesIn(const std::string& letters) {
  std::set<BodyClass> classes;
  for (const BodyClass body_class : kAllBodyClasses) {
    if (letters.find(static_cast<char>(body_class)) != std::string::npos)
      classes.insert(body_class);
  }
  return classes;
}

}  // namespace

void Erasures::Take(const Record& record) {
  if (record.type != RecordType::kErased && record.type != RecordType::kLegalHold) return;
  if (!taken_.insert(record.id).second) return;
  ++version_;
  if (record.type == RecordType::kLegalHold) {
    if (!record.refs.empty()) holds_[record.refs.front()].insert(record.id);
    return;
  }
  const std::set<RecordId> seen(record.refs.begin(), record.refs.end());
  for (const auto& [id, letters] : PairsOf(record.clear, "bodies")) {
    const auto named = RecordIdFromHex(id);
    if (named) wishes_[*named].push_back({ClassesIn(letters), seen});
  }
}

std::set<BodyClass> Erasures::Of(const Record& record) const {
  std::set<BodyClass> classes;
  const auto wishes = wishes_.find(record.id);
  if (wishes == wishes_.end()) return classes;
  const std::set<RecordId> holds = HoldsOf(CaseOf(record));
  for (const Wish& wish : wishes->second) {
    if (std::ranges::includes(wish.seen, holds))
      classes.insert(wish.classes.begin(), wish.classes.end());
  }
  return classes;
}

std::set<BodyClass> Erasures::NamedOf(const RecordId& id) const {
  std::set<BodyClass> classes;
  const auto wishes = wishes_.find(id);
  if (wishes == wishes_.end()) return classes;
  for (const Wish& wish : wishes->second)
    classes.insert(wish.classes.begin(), wish.classes.end());
  return classes;
}

std::vector<RecordId> Erasures::Named() const {
  std::vector<RecordId> named;
  named.reserve(wishes_.size());
  for (const auto& [id, wishes] : wishes_)
    named.push_back(id);
  return named;
}

std::set<RecordId> Erasures::HoldsOf(const RecordId& case_id) const {
  const auto found = holds_.find(case_id);
  return found == holds_.end() ? std::set<RecordId>{} : found->second;
}

}  // namespace tanggap

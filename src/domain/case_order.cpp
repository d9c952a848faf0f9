#include "domain/case_order.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tanggap {
namespace {

auto Key(const Record& record) {
  return std::tie(record.hlc, record.node, record.epoch, record.sequence, record.id);
}

bool SameOutside(const Record& a, const Record& b) {
  return a.type == b.type && a.type_name == b.type_name && a.day == b.day && a.hlc == b.hlc &&
         a.node == b.node && a.epoch == b.epoch && a.sequence == b.sequence && a.refs == b.refs &&
         a.critical == b.critical && a.clear == b.clear;
}

// An open body says more than a sealed one, and a sealed one more than none.
bool TellsMore(const Body& candidate, const Body& present) {
  return candidate.state == BodyState::kOpen && present.state != BodyState::kOpen;
}

void Absorb(Record& into, const Record& copy) {
  for (const auto& [body_class, body] : copy.bodies) {
    const auto [present, inserted] = into.bodies.emplace(body_class, body);
    if (!inserted && TellsMore(body, present->second)) present->second = body;
  }
}

using Edges = std::vector<std::vector<std::size_t>>;

// For each record the indexes of those it directly follows.
Edges ParentsOf(const std::vector<Record>& records) {
  std::map<RecordId, std::size_t> index_of;
  std::map<NodeId, std::map<std::pair<std::uint32_t, std::uint64_t>, std::vector<std::size_t>>>
      chains;
  for (std::size_t i = 0; i < records.size(); ++i) {
    index_of[records[i].id] = i;
    chains[records[i].node][{records[i].epoch, records[i].sequence}].push_back(i);
  }
  Edges parents(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const RecordId& ref : records[i].refs) {
      const auto found = index_of.find(ref);
      if (found != index_of.end() && found->second != i) parents[i].push_back(found->second);
    }
  }
  for (const auto& [node, chain] : chains) {
    const std::vector<std::size_t>* before = nullptr;
    for (const auto& [place, group] : chain) {
      for (const std::size_t i : group) {
        if (before != nullptr) parents[i].insert(parents[i].end(), before->begin(), before->end());
      }
      before = &group;
    }
  }
  return parents;
}

struct SmallerKey {
  const std::vector<Record>* records;
  bool operator()(std::size_t a, std::size_t b) const {
    return Key((*records)[a]) < Key((*records)[b]);
  }
};

// Indexes in fold order: parents first, then the smallest key.
std::vector<std::size_t> Topological(const std::vector<Record>& records, const Edges& parents) {
  std::vector<std::size_t> waiting_for(records.size());
  Edges children(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    waiting_for[i] = parents[i].size();
    for (const std::size_t parent : parents[i])
      children[parent].push_back(i);
  }
  std::set<std::size_t, SmallerKey> ready(SmallerKey{&records});
  std::set<std::size_t, SmallerKey> blocked(SmallerKey{&records});
  for (std::size_t i = 0; i < records.size(); ++i)
    (waiting_for[i] == 0 ? ready : blocked).insert(i);
  std::vector<std::size_t> order;
  while (!ready.empty() || !blocked.empty()) {
    std::set<std::size_t, SmallerKey>& from = ready.empty() ? blocked : ready;
    const std::size_t next = *from.begin();
    from.erase(from.begin());
    order.push_back(next);
    for (const std::size_t child : children[next]) {
      if (waiting_for[child] > 0 && --waiting_for[child] == 0 && blocked.erase(child) > 0)
        ready.insert(child);
    }
  }
  return order;
}

}  // namespace

CaseOrder::CaseOrder(std::span<const Record> records) {
  std::map<RecordId, Record> by_id;
  std::set<RecordId> torn;
  for (const Record& record : records) {
    const auto [present, inserted] = by_id.emplace(record.id, record);
    if (inserted) continue;
    if (SameOutside(present->second, record)) {
      Absorb(present->second, record);
    } else {
      torn.insert(record.id);
      // Which copy is listed must not depend on which came first.
      if (Key(record) < Key(present->second)) present->second = record;
    }
  }
  for (auto& [id, record] : by_id)
    (torn.contains(id) ? quarantined_ : records_).push_back(std::move(record));
  Sort();
}

void CaseOrder::Sort() {
  if (records_.size() > kMostRecordsOfCase) {
    std::ranges::sort(records_, [](const Record& a, const Record& b) { return Key(a) < Key(b); });
    const auto limit = records_.begin() + static_cast<std::ptrdiff_t>(kMostRecordsOfCase);
    beyond_.assign(std::make_move_iterator(limit), std::make_move_iterator(records_.end()));
    records_.erase(limit, records_.end());
  }
  const Edges parents = ParentsOf(records_);
  const std::vector<std::size_t> order = Topological(records_, parents);
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    place[order[i]] = i;

  std::vector<Record> sorted;
  sorted.reserve(order.size());
  seen_.assign(order.size(), std::vector<std::uint64_t>((order.size() + 63) / 64, 0));
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (const std::size_t parent : parents[order[i]]) {
      const std::size_t earlier = place[parent];
      if (earlier >= i) continue;  // the cut of a circle
      seen_[i][earlier / 64] |= std::uint64_t{1} << (earlier % 64);
      for (std::size_t word = 0; word < seen_[i].size(); ++word)
        seen_[i][word] |= seen_[earlier][word];
    }
    sorted.push_back(std::move(records_[order[i]]));
  }
  records_ = std::move(sorted);
}

bool CaseOrder::Saw(std::size_t later, std::size_t earlier) const {
  return ((seen_[later][earlier / 64] >> (earlier % 64)) & 1U) != 0;
}

bool CaseOrder::SawAllBefore(std::size_t index) const {
  for (std::size_t earlier = 0; earlier < index; ++earlier) {
    if (!Saw(index, earlier)) return false;
  }
  return true;
}

std::vector<RecordId> CaseOrder::Heads() const {
  std::vector<RecordId> heads;
  for (std::size_t i = 0; i < records_.size(); ++i) {
    bool answered = false;
    for (std::size_t later = i + 1; later < records_.size() && !answered; ++later)
      answered = Saw(later, i);
    if (!answered) heads.push_back(records_[i].id);
  }
  return heads;
}

}  // namespace tanggap

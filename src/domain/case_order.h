// The order in which a case's records are folded, and which record its writer had seen when.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "domain/record.h"

namespace tanggap {

// More records than this in one case are a flood; the later ones are listed but have no effect, so
// that no writer can make every desk slow.
inline constexpr std::size_t kMostRecordsOfCase = 4096;

// Causal parents (refs) and each node's own chain come first; concurrent records follow by
// (hybrid logical clock, node, epoch, sequence, id). A function of the set: any order of input and
// any number of copies give the same. Refs that form a circle, which only a forger can write, are
// cut at the smallest record.
class CaseOrder {
 public:
  // Keeps its own copies. Copies of one record that differ only in which bodies are open become one
  // with the most open; ids under which two different records were written are `Quarantined`.
  explicit CaseOrder(std::span<const Record> records);

  [[nodiscard]] const std::vector<Record>& Records() const { return records_; }
  [[nodiscard]] const std::vector<Record>& Quarantined() const { return quarantined_; }
  [[nodiscard]] const std::vector<Record>& BeyondLimit() const { return beyond_; }

  // Whether the writer of Records()[later] had seen Records()[earlier].
  [[nodiscard]] bool Saw(std::size_t later, std::size_t earlier) const;
  // Whether it had seen everything that comes before it in the order.
  [[nodiscard]] bool SawAllBefore(std::size_t index) const;
  // Records that no other record of the set has seen.
  [[nodiscard]] std::vector<RecordId> Heads() const;

 private:
  void Sort();
  std::vector<Record> records_;
  std::vector<Record> quarantined_;
  std::vector<Record> beyond_;
  std::vector<std::vector<std::uint64_t>> seen_;  // a bit for each earlier record
};

}  // namespace tanggap

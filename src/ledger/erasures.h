// Which bodies must go: what `erased` records name, less what a legal hold keeps. Every device can
// tell it, also one without reading keys: both records say in clear what they are about.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/record.h"

namespace tanggap {

// Fed with the records of desks, in any order; whoever feeds it has checked their signatures.
//
// Hold over erase: an `erased` record counts for a case only when its refs name every `legal_hold`
// of that case that is known here. Whoever wrote it saw those and found them lifted; of a hold that
// it had not seen nobody knows, so the body stays.
class Erasures {
 public:
  // Passes over every other type.
  void Take(const Record& record);

  [[nodiscard]] bool Empty() const { return wishes_.empty(); }
  // Grows with everything new.
  [[nodiscard]] std::uint64_t Version() const { return version_; }
  // The bodies of `record` that must go; its id, type and refs are looked at.
  [[nodiscard]] std::set<BodyClass> Of(const Record& record) const;
  // Whether any erased record names this record, held or not.
  [[nodiscard]] bool Mentions(const RecordId& id) const { return wishes_.contains(id); }
  // The bodies of this record that some erased record names, held or not.
  [[nodiscard]] std::set<BodyClass> NamedOf(const RecordId& id) const;
  // Every record that an erased record names.
  [[nodiscard]] std::vector<RecordId> Named() const;
  // The holds known of a case: what an `erased` record about it has to name in its refs.
  [[nodiscard]] std::set<RecordId> HoldsOf(const RecordId& case_id) const;

 private:
  struct Wish {
    std::set<BodyClass> classes;
    std::set<RecordId> seen;  // refs of the erased record
  };
  std::map<RecordId, std::vector<Wish>> wishes_;
  std::map<RecordId, std::set<RecordId>> holds_;  // by case
  std::set<RecordId> taken_;
  std::uint64_t version_ = 0;
};

}  // namespace tanggap

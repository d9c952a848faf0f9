// The rights of whoever a case tells of: what holds an erasure up, and what it would name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/draft.h"
#include "domain/record.h"

namespace tanggap {

// The legal holds of a case: an erasure names all that it saw, and none may be on.
struct Holds {
  std::vector<RecordId> seen;
  bool on = false;  // by the newest one; a hold that can't be read here counts as on
  bool operator==(const Holds&) const = default;
};
[[nodiscard]] Holds HoldsOf(std::span<const Record> records);

// What is still there of a record's bodies, as letters of BodyClass: "ci".
struct KeptBodies {
  RecordId record;
  std::string classes;
  bool operator==(const KeptBodies&) const = default;
};
// Of every record that has any, in their order.
[[nodiscard]] std::vector<KeptBodies> KeptBodiesOf(std::span<const Record> records);

// `bodies` of an `erased` record, narrowed to `classes`; empty: nothing of these classes is left.
[[nodiscard]] List BodiesToErase(const std::vector<KeptBodies>& kept, std::string_view classes);

// An `erased` record without its id. The caller has looked that `holds` isn't on and `bodies` not
// empty.
[[nodiscard]] Draft ErasureOf(const Holds& holds, List bodies);
// A `restricted` or `legal_hold` record without its id; not `on`: it ends one.
[[nodiscard]] Draft DataOrder(RecordType type, const RecordId& case_id, bool on);

}  // namespace tanggap

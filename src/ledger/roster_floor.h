// The highest roster that a node has ever seen: going back to an older one would bring back who was
// removed, so it is refused.
#pragma once

#include <optional>

#include "domain/result.h"
#include "ledger/roster.h"
#include "ports/journal.h"

namespace tanggap {

// Compares with what the node's journal remembers, and remembers a higher one. A Problem: `roster`
// is older than one seen before, or another one of the same number. Throws StoreError.
[[nodiscard]] std::optional<Problem> HoldRosterFloor(Journal& journal, const Roster& roster);

}  // namespace tanggap

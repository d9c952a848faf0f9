// What the desk shows of a case beside its fold: words, sources, evidence, signatures. Pure.
#pragma once

#include <vector>

#include "desk/state.h"
#include "domain/record.h"

namespace tanggap::desk {

// Fills notes, taken_back, signatures, proofs, holds and what an erasure could name of `open` from
// the case's own records, as far as their bodies are open.
void Annotate(OpenCase& open, const std::vector<Record>& records);
// Whether something of the case has been erased.
[[nodiscard]] bool LacksErased(const std::vector<Record>& records);
// Fills `erasures` of `open` from all `erased` records: those that name one of the case's own.
void AnnotateErasures(OpenCase& open, const std::vector<Record>& records,
                      const std::vector<Record>& erased);

}  // namespace tanggap::desk

// What the desk shows of a case beside its fold: words, sources, evidence, signatures. Pure.
#pragma once

#include <vector>

#include "desk/state.h"
#include "domain/record.h"

namespace tanggap::desk {

// Fills notes, taken_back, signatures, proofs and times of `open` from the case's own records, as
// far as their bodies are open.
void Annotate(OpenCase& open, const std::vector<Record>& records);

}  // namespace tanggap::desk

// The sentences with which a supervisor can defend an assessment: article, words and arithmetic.
#pragma once

#include "domain/assess.h"

namespace tanggap {

// In Indonesian and English, for an assessment that Assess has just filled (all but the sentences).
[[nodiscard]] Labels Explain(const Decree& decree, const Policies& policies,
                             const FindingInput& input, const Assessment& assessment);

// "Melebihi norma 4 hari (Lampiran E.2, Waktu/Sedang); sesuai usulan mesin.": what proves it, in
// one line; empty where nothing is proved. The rest stands in the sum and the matrix.
[[nodiscard]] Labels ReasonFor(const Decree& decree, const FindingInput& input,
                               const Assessment& assessment);

}  // namespace tanggap

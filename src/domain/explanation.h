// The sentences with which a supervisor can defend an assessment: article, words and arithmetic.
#pragma once

#include "domain/assess.h"

namespace tanggap {

// In Indonesian and English, for an assessment that Assess has just filled (all but the sentences).
[[nodiscard]] Labels Explain(const Decree& decree, const Policies& policies,
                             const FindingInput& input, const Assessment& assessment);

}  // namespace tanggap

// The sentences with which a supervisor can defend an assessment: article, words and arithmetic.
#pragma once

#include <string>
#include <string_view>

#include "domain/assess.h"

namespace tanggap {

// In Indonesian and English, for an assessment that Assess has just filled (all but the sentences).
[[nodiscard]] Labels Explain(const Decree& decree, const Policies& policies,
                             const FindingInput& input, const Assessment& assessment);

// The sum as one line a language: "9 hari kalender − 2 akhir pekan = 7 hari kerja; …".
[[nodiscard]] Labels ExplainSum(const Lateness& sum);

// "1,0000116" in Indonesian, "1.0000116" in English; at most seven decimals, no trailing zeros.
[[nodiscard]] std::string Amount(double number, std::string_view language);

}  // namespace tanggap

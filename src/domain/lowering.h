// Whether one judgement takes from the visitor what another one found.
#pragma once

#include <vector>

#include "domain/case_file.h"
#include "domain/decree.h"

namespace tanggap {

// Whether `later` drops an aspect, lowers a grade or leaves out a flagged fact of `earlier`. Such a
// word needs a second person (`second`) beside one who wrote neither.
[[nodiscard]] bool Lowers(const Decree& decree, const std::vector<Finding>& later,
                          const std::vector<Finding>& earlier);

}  // namespace tanggap

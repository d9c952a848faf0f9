// How long the words and names of a case may be kept: what is due for erasing, and since when.
#pragma once

#include <optional>
#include <vector>

#include "domain/case_file.h"
#include "domain/office.h"

namespace tanggap {

// From `day` on the office's schedule no longer allows bodies of this class.
struct RetentionEnd {
  BodyClass body_class = BodyClass::kContent;
  Day day{};
  bool operator==(const RetentionEnd&) const = default;
};

// Of a case: days after it was closed, by class; nothing while it is open, or of a class without a
// rule. Content first.
[[nodiscard]] std::vector<RetentionEnd> RetentionEnds(const CaseFile& file, const Office& office);
// Of words that belong to no case (what a visitor wrote in the survey): days after they were
// written.
[[nodiscard]] std::optional<RetentionEnd> RetentionEndOf(const Record& record,
                                                         const Office& office);

}  // namespace tanggap

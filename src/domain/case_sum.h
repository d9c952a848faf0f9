// How late the service behind one complaint was: between which moments, on whose word, and what the
// sum proves. The one place where screens, engine and records get the sum of a case.
#pragma once

#include <optional>
#include <span>

#include "domain/case_file.h"
#include "domain/decree.h"
#include "domain/lateness.h"
#include "domain/office.h"

namespace tanggap {

struct CaseSum {
  Lateness lateness;
  bool from_hand_in = false;  // by the office's policy, for want of the declaration: provisional
  TimeNote from_note;         // whose word the beginning is
  TimeNote to_note;           // of the end, when the service has one
  bool held = false;          // as it was judged: later minutes and corrections don't move it
  bool operator==(const CaseSum&) const = default;
};

// The sum as of `now`. Nothing when the beginning is not known ("cannot be computed", never "not
// late"): the declaration that the file was complete, or, where the office's policy says so and the
// decree doesn't count from the declaration itself, the handing in. A service that isn't finished
// is counted to the whole minute of `now`, so that the sum can be done again from what is printed.
[[nodiscard]] std::optional<CaseSum> SumNow(const Decree& decree, const Office& office,
                                            const CaseFile& file,
                                            std::span<const KaharPeriod> kahar, Instant now);
// The sum that the standing assessment was made on, with the times as they were known then; before
// an assessment the same as SumNow.
[[nodiscard]] std::optional<CaseSum> SumHeld(const Decree& decree, const Office& office,
                                             const CaseFile& file,
                                             std::span<const KaharPeriod> kahar, Instant now);

// How a finding about time stands to the sum.
enum class SumStand {
  kNotAsked,    // not an aspect of time, or a decree without grades
  kAgrees,      // the grade is the one that the sum proves
  kDiffers,     // the sum proves another grade, or none
  kCannotTell,  // there is no sum
};
[[nodiscard]] SumStand StandOf(const Decree& decree, const Policies& policies,
                               const AspectId& aspect, const std::optional<SeverityId>& severity,
                               const std::optional<CaseSum>& sum);

}  // namespace tanggap

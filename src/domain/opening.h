// When an office's counters serve: its usual hours, other hours of some weeks, and closed days.
#pragma once

#include "domain/office.h"
#include "domain/time.h"

namespace tanggap {

// Whether the counters serve at this moment. An office that names no hours is always open: nobody
// knows when it isn't. A closed day of the calendar is closed whatever the hours say; of special
// hours the first whose dates hold the day counts.
[[nodiscard]] bool IsOpen(const Office& office, Instant at);

}  // namespace tanggap

// Force majeure (kahar): determined periods that stop the service clock, counted once where they
// overlap.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/time.h"

namespace tanggap {

// One period that an authority determined; an officer's opinion is not enough, so `instrument`
// names it ("Keputusan Bupati 123/2026"). No `to`: not yet recovered.
struct KaharPeriod {
  Instant from{};
  std::optional<Instant> to;
  std::string instrument;
  bool operator==(const KaharPeriod&) const = default;
};

// The union of the periods, in order, touching ones joined. Periods that end before they begin or
// last no time at all have no effect and are left out.
[[nodiscard]] std::vector<KaharPeriod> UnionOf(std::span<const KaharPeriod> periods);

// How long [from, to] lies inside the union; zero when `to` is not later than `from`.
[[nodiscard]] std::chrono::milliseconds Overlap(std::span<const KaharPeriod> periods, Instant from,
                                                Instant to);

// Whether the date D counts as stopped: period.from < D <= period.to in the office's zone; an open
// period stops every later date.
[[nodiscard]] bool StopsDay(std::span<const KaharPeriod> periods, Day day, const Zone& zone);

// Whether some period holds at this moment.
[[nodiscard]] bool HoldsAt(std::span<const KaharPeriod> periods, Instant at);

}  // namespace tanggap

#include "domain/suspension.h"

#include <algorithm>

namespace tanggap {

std::vector<KaharPeriod> UnionOf(std::span<const KaharPeriod> periods) {
  std::vector<KaharPeriod> sorted;
  for (const KaharPeriod& period : periods) {
    if (!period.to.has_value() || *period.to > period.from) sorted.push_back(period);
  }
  std::ranges::stable_sort(sorted, {}, &KaharPeriod::from);
  std::vector<KaharPeriod> joined;
  for (const KaharPeriod& period : sorted) {
    KaharPeriod* last = joined.empty() ? nullptr : &joined.back();
    if (last == nullptr || (last->to.has_value() && period.from > *last->to)) {
      joined.push_back(period);
      continue;
    }
    if (last->to.has_value() && (!period.to.has_value() || *period.to > *last->to)) {
      last->to = period.to;
    }
    if (!period.instrument.empty() && last->instrument != period.instrument) {
      last->instrument += last->instrument.empty() ? period.instrument : "; " + period.instrument;
    }
  }
  return joined;
}

std::chrono::milliseconds Overlap(std::span<const KaharPeriod> periods, Instant from, Instant to) {
  std::chrono::milliseconds total{0};
  for (const KaharPeriod& period : UnionOf(periods)) {
    const Instant begin = std::max(from, period.from);
    const Instant end = period.to.has_value() ? std::min(to, *period.to) : to;
    if (end > begin) total += end - begin;
  }
  return total;
}

bool StopsDay(std::span<const KaharPeriod> periods, Day day, const Zone& zone) {
  return std::ranges::any_of(periods, [&](const KaharPeriod& period) {
    if (LocalDay(period.from, zone) >= day) return false;
    return !period.to.has_value() || day <= LocalDay(*period.to, zone);
  });
}

bool HoldsAt(std::span<const KaharPeriod> periods, Instant at) {
  return std::ranges::any_of(periods, [&](const KaharPeriod& period) {
    return period.from <= at && (!period.to.has_value() || at < *period.to);
  });
}

}  // namespace tanggap

#include "domain/opening.h"

#include <algorithm>

namespace tanggap {

bool IsOpen(const Office& office, Instant at) {
  const OpeningHours& hours = office.hours;
  if (hours.usual.empty()) return true;
  const LocalTime now = ToLocal(at, office.zone);
  if (office.calendar.closed.contains(now.day)) return false;
  const auto special = std::ranges::find_if(hours.special, [&](const SpecialHours& other) {
    return other.from <= now.day && now.day <= other.to;
  });
  const auto& spans = special == hours.special.end() ? hours.usual : special->spans;
  const std::chrono::weekday weekday{std::chrono::sys_days{now.day}};
  const int minute = (now.hour * 60) + now.minute;
  return std::ranges::any_of(spans, [&](const OpenSpan& span) {
    return span.day == weekday && span.from_minute <= minute && minute < span.to_minute;
  });
}

}  // namespace tanggap

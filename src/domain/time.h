// Moments, days and the office's zone. Records are UTC; local time exists only for people.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tanggap {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC
using Day = std::chrono::year_month_day;                           // a date in the office's zone

// An office's fixed zone. Indonesia has had no daylight saving since 1988 (Keppres 41/1987).
struct Zone {
  std::string iana;          // "Asia/Makassar"
  std::string abbreviation;  // "WITA"
  std::chrono::minutes offset{0};

  bool operator==(const Zone&) const = default;
};

struct LocalTime {
  Day day;
  int hour = 0;
  int minute = 0;
  int second = 0;

  auto operator<=>(const LocalTime&) const = default;
};

[[nodiscard]] Day LocalDay(Instant instant, const Zone& zone);
[[nodiscard]] LocalTime ToLocal(Instant instant, const Zone& zone);
[[nodiscard]] Instant FromLocal(const LocalTime& local, const Zone& zone);

// "2026-11-21"; nullopt for anything that is not a real date in exactly that form.
[[nodiscard]] std::string IsoDay(Day day);
[[nodiscard]] std::optional<Day> DayFromIso(std::string_view text);

[[nodiscard]] inline Instant FromMillis(std::int64_t ms) {
  return Instant{std::chrono::milliseconds{ms}};
}
[[nodiscard]] inline std::int64_t ToMillis(Instant instant) {
  return instant.time_since_epoch().count();
}

// The hybrid logical clock of a record: UTC milliseconds, then a counter among equals.
struct Hlc {
  std::int64_t ms = 0;
  std::int64_t counter = 0;

  auto operator<=>(const Hlc&) const = default;
};

}  // namespace tanggap

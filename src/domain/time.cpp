#include "domain/time.h"

#include <array>
#include <cstdio>

namespace tanggap {

Day LocalDay(Instant instant, const Zone& zone) {
  return Day{std::chrono::floor<std::chrono::days>(instant + zone.offset)};
}

LocalTime ToLocal(Instant instant, const Zone& zone) {
  const auto local = instant + zone.offset;
  const auto midnight = std::chrono::floor<std::chrono::days>(local);
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(local - midnight)};
  return {Day{midnight}, static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count())};
}

Instant FromLocal(const LocalTime& local, const Zone& zone) {
  return Instant{std::chrono::sys_days{local.day}} + std::chrono::hours{local.hour} +
         std::chrono::minutes{local.minute} + std::chrono::seconds{local.second} - zone.offset;
}

std::string IsoDay(Day day) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text.data();
}

std::optional<Day> DayFromIso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::array<int, 3> parts{};
  std::size_t part = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) {
      ++part;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    parts[part] = parts[part] * 10 + (text[i] - '0');
  }
  const Day day{std::chrono::year{parts[0]}, std::chrono::month{static_cast<unsigned>(parts[1])},
                std::chrono::day{static_cast<unsigned>(parts[2])}};
  if (!day.ok()) return std::nullopt;
  return day;
}

}  // namespace tanggap

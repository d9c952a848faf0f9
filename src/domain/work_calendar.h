// Arithmetic with working days: what is one, how many lie between two dates, the n-th after a date.
#pragma once

#include "domain/office.h"
#include "domain/time.h"

namespace tanggap {

// A date that was found by counting; `estimate` when the count ran past the dates for which the
// office knows its holidays (WorkCalendar::complete_until), so that one may still be added.
struct CountedDay {
  Day day{};
  bool estimate = false;
  bool operator==(const CountedDay&) const = default;
};

[[nodiscard]] Day AddDays(Day day, int days);
// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] int DaysBetween(Day from, Day to);

[[nodiscard]] bool IsWorkingDay(const WorkCalendar& calendar, Day day);
[[nodiscard]] bool IsEstimate(const WorkCalendar& calendar, Day day);

// `day` itself when it is a working day, else the next (or the last) one. A calendar without any
// working weekday gives `day` back: a broken calendar must not hang a kiosk.
[[nodiscard]] CountedDay NextWorkingDay(const WorkCalendar& calendar, Day day);
[[nodiscard]] CountedDay LastWorkingDay(const WorkCalendar& calendar, Day day);

// The n-th working day after `day`, `day` itself never counted; n = 0 gives `day`.
[[nodiscard]] CountedDay AddWorkingDays(const WorkCalendar& calendar, Day day, int n);

// Working days D with after < D <= until; 0 when `until` is not later.
[[nodiscard]] int WorkingDaysBetween(const WorkCalendar& calendar, Day after, Day until);

}  // namespace tanggap

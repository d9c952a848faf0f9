#include "domain/work_calendar.h"

#include <algorithm>

namespace tanggap {
namespace {

// Longer closures than this are a broken calendar, not a holiday.
constexpr int kMostClosedDaysInARow = 366;

CountedDay Counted(const WorkCalendar& calendar, Day day) {
  return {day, IsEstimate(calendar, day)};
}

CountedDay Step(const WorkCalendar& calendar, Day day, int direction) {
  Day candidate = day;
  for (int i = 0; i < kMostClosedDaysInARow; ++i) {
    if (IsWorkingDay(calendar, candidate)) return Counted(calendar, candidate);
    candidate = AddDays(candidate, direction);
  }
  return Counted(calendar, day);
}

}  // namespace

Day AddDays(Day day, int days) {
  return Day{std::chrono::sys_days{day} + std::chrono::days{days}};
}

int DaysBetween(Day from, Day to) {
  return static_cast<int>((std::chrono::sys_days{to} - std::chrono::sys_days{from}).count());
}

bool IsWorkingDay(const WorkCalendar& calendar, Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  const bool in_week =
      std::ranges::find(calendar.working_days, weekday) != calendar.working_days.end();
  return in_week && !calendar.closed.contains(day);
}

bool IsEstimate(const WorkCalendar& calendar, Day day) {
  return calendar.complete_until.has_value() && day > *calendar.complete_until;
}

CountedDay NextWorkingDay(const WorkCalendar& calendar, Day day) {
  return Step(calendar, day, 1);
}

CountedDay LastWorkingDay(const WorkCalendar& calendar, Day day) {
  return Step(calendar, day, -1);
}

CountedDay AddWorkingDays(const WorkCalendar& calendar, Day day, int n) {
  CountedDay found = Counted(calendar, day);
  for (int i = 0; i < n; ++i) {
    found = NextWorkingDay(calendar, AddDays(found.day, 1));
  }
  return found;
}

int WorkingDaysBetween(const WorkCalendar& calendar, Day after, Day until) {
  int count = 0;
  for (Day day = AddDays(after, 1); day <= until; day = AddDays(day, 1)) {
    if (IsWorkingDay(calendar, day)) ++count;
  }
  return count;
}

}  // namespace tanggap

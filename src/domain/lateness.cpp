#include "domain/lateness.h"

#include <algorithm>
#include <cmath>

#include "domain/work_calendar.h"

namespace tanggap {
namespace {

constexpr int kMostDays = 36'525;  // a century
constexpr double kMillisPerHour = 3'600'000.0;
constexpr double kMillisPerDay = 24 * kMillisPerHour;

double Millis(std::chrono::milliseconds span) {
  return static_cast<double>(span.count());
}

void NoteInstruments(Lateness& sum, std::span<const KaharPeriod> kahar) {
  for (const KaharPeriod& period : kahar) {
    const bool took_part =
        period.from < sum.to && (!period.to.has_value() || *period.to > sum.from);
    const bool named =
        std::ranges::find(sum.instruments, period.instrument) != sum.instruments.end();
    if (took_part && !named && !period.instrument.empty()) {
      sum.instruments.push_back(period.instrument);
    }
  }
}

void CountWorkingDays(Lateness& sum, const WorkCalendar& calendar, const Zone& zone,
                      std::span<const KaharPeriod> kahar) {
  const Day first = LocalDay(sum.from, zone);
  // A date typed centuries off must not hold up a screen.
  const int days = std::clamp(DaysBetween(first, LocalDay(sum.to, zone)), 0, kMostDays);
  for (int i = 1; i <= days; ++i) {
    const Day day = AddDays(first, i);
    sum.span += 1;
    sum.estimate = sum.estimate || IsEstimate(calendar, day);
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    if (std::ranges::find(calendar.working_days, weekday) == calendar.working_days.end()) {
      sum.weekends += 1;
      sum.weekend_days.push_back(day);
    } else if (calendar.closed.contains(day)) {
      sum.holidays += 1;
      sum.holiday_days.push_back(day);
    } else if (StopsDay(kahar, day, zone)) {
      sum.kahar += 1;
      sum.kahar_days.push_back(day);
    }
  }
}

// The bound of a decree of hours: that of its first trigger by lateness.
double BoundOf(const Decree& decree) {
  for (const DecreeTrigger& trigger : decree.triggers) {
    if (trigger.lateness.has_value()) return trigger.lateness->over;
  }
  return 0;
}

}  // namespace

Lateness MeasureLateness(const LatenessInput& input, const WorkCalendar& calendar, const Zone& zone,
                         std::span<const KaharPeriod> kahar) {
  Lateness sum;
  sum.unit = input.unit;
  sum.from = input.from;
  sum.to = std::max(input.from, input.to);
  sum.finished = input.finished;
  sum.norm = input.norm;
  const std::chrono::milliseconds elapsed = sum.to - sum.from;
  const std::chrono::milliseconds stopped = Overlap(kahar, sum.from, sum.to);
  sum.hours = Millis(elapsed) / kMillisPerHour;
  switch (input.unit) {
    case NormUnit::kDays:
      sum.span = Millis(elapsed) / kMillisPerDay;
      sum.kahar = Millis(stopped) / kMillisPerDay;
      // From whole milliseconds, so that exactly two days late is exactly 2.
      sum.counted = Millis(elapsed - stopped) / kMillisPerDay;
      break;
    case NormUnit::kHours:
      sum.span = Millis(elapsed) / kMillisPerHour;
      sum.kahar = Millis(stopped) / kMillisPerHour;
      sum.counted = Millis(elapsed - stopped) / kMillisPerHour;
      break;
    case NormUnit::kWorkingDays:
      CountWorkingDays(sum, calendar, zone, kahar);
      sum.counted = sum.span - sum.weekends - sum.holidays - sum.kahar;
      break;
  }
  sum.late = sum.counted - sum.norm;
  if (sum.kahar > 0) NoteInstruments(sum, kahar);
  return sum;
}

Lateness MeasureLateness(const Decree& decree, const OfficeService& service, const Office& office,
                         const LatenessInput& times, std::span<const KaharPeriod> kahar) {
  LatenessInput input = times;
  const bool by_hours = decree.lateness_unit == LatenessUnit::kHours;
  input.unit = by_hours ? NormUnit::kHours : service.norm.unit;
  input.norm = by_hours ? BoundOf(decree) : static_cast<double>(service.norm.amount);
  const std::span<const KaharPeriod> none;
  return MeasureLateness(input, office.calendar, office.zone,
                         decree.kahar_stops_clock ? kahar : none);
}

bool InBounds(const LatenessBounds& bounds, double measure, LatenessReading reading) {
  if (reading == LatenessReading::kWholeDays && bounds.whole_from > 0) {
    const double begun_days = std::ceil(measure);
    return begun_days >= bounds.whole_from &&
           (!bounds.whole_to.has_value() || begun_days <= *bounds.whole_to);
  }
  return measure > bounds.over && (!bounds.up_to.has_value() || measure <= *bounds.up_to);
}

const DecreeCell* TimeCell(const Decree& decree, const AspectId& aspect, double measure,
                           LatenessReading reading) {
  for (const DecreeCell& cell : decree.cells) {
    if (cell.aspect == aspect && cell.lateness && InBounds(*cell.lateness, measure, reading))
      return &cell;
  }
  return nullptr;
}

double MeasureFor(const Decree& decree, const Lateness& lateness) {
  switch (decree.lateness_unit) {
    case LatenessUnit::kHours:
      return lateness.counted;
    case LatenessUnit::kDays:
      return lateness.unit == NormUnit::kHours ? lateness.late / 24 : lateness.late;
  }
  return lateness.late;
}

}  // namespace tanggap

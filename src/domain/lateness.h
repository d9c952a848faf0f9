// How late a service was, with every line of the sum as a value, so that a screen, a letter and
// the engine show the same arithmetic.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "domain/suspension.h"
#include "domain/time.h"

namespace tanggap {

// The sum, top to bottom: span - closed - kahar = counted; counted - norm = late. All amounts are
// in `unit`: days and hours with fractions, working days whole (hours are shown, not counted).
struct Lateness {
  NormUnit unit = NormUnit::kDays;
  Instant from{};         // handed in, or declared complete, as the decree says
  Instant to{};           // finished, or now
  bool finished = false;  // false: `to` is now and the sum still grows
  double span = 0;        // calendar days (dates after `from` up to `to`), days or hours
  double weekends = 0;    // working-days only: dates outside the office's week
  double holidays = 0;    // working-days only: closed dates inside the office's week
  double kahar = 0;       // stopped by determined force majeure, counted once
  double counted = 0;     // span - weekends - holidays - kahar
  double norm = 0;        // the standard; under a decree that counts hours, its own bound
  double late = 0;        // counted - norm; <= 0: within the norm
  double hours = 0;       // hh between `from` and `to`, shown beside working days
  bool estimate = false;  // ran over dates whose holidays are not known yet
  // Working-days only: the very dates that were left out, in order.
  std::vector<Day> weekend_days;
  std::vector<Day> holiday_days;
  std::vector<Day> kahar_days;
  std::vector<std::string> instruments;  // of the kahar periods that took part
  bool operator==(const Lateness&) const = default;
};

struct LatenessInput {
  Instant from{};
  Instant to{};
  bool finished = false;
  double norm = 0;
  NormUnit unit = NormUnit::kWorkingDays;
};

// The sum (docs/decree-file.md, "Counting time"):
//  days          exact seconds / 86,400
//  working-days  working dates D (zone's dates) with from < D <= to, minus stopped ones
//  hours         exact seconds / 3,600, nights and weekends included
// `to` before `from` gives a span of 0.
[[nodiscard]] Lateness MeasureLateness(const LatenessInput& input, const WorkCalendar& calendar,
                                       const Zone& zone, std::span<const KaharPeriod> kahar);

// The same with unit, norm and kahar chosen by the decree: a decree that counts hours measures from
// `from` (the declaration of completeness) against its own bound and, without a clause on kahar,
// never stops; any other measures against the service's norm.
[[nodiscard]] Lateness MeasureLateness(const Decree& decree, const OfficeService& service,
                                       const Office& office, const LatenessInput& times,
                                       std::span<const KaharPeriod> kahar);

// Whether a measure lies within the bounds of a cell: literally, or by begun days of lateness where
// the decree file gives that reading.
[[nodiscard]] bool InBounds(const LatenessBounds& bounds, double measure, LatenessReading reading);
// The cell of the aspect that this measure proves; nullptr: none, below the first or within the
// norm.
[[nodiscard]] const DecreeCell* TimeCell(const Decree& decree, const AspectId& aspect,
                                         double measure, LatenessReading reading);

// What the decree's bounds are compared with: days beyond the norm (kDays), or hours counted since
// the file was declared complete (kHours).
[[nodiscard]] double MeasureFor(const Decree& decree, const Lateness& lateness);

}  // namespace tanggap

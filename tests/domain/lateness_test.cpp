#include "domain/lateness.h"

#include "domain/suspension.h"
#include "domain/work_calendar.h"
#include "support/catch.h"

namespace tanggap {
namespace {

using std::chrono::Friday;
using std::chrono::Monday;
using std::chrono::Thursday;
using std::chrono::Tuesday;
using std::chrono::Wednesday;

const Zone kWita{"Asia/Makassar", "WITA", std::chrono::minutes{480}};

Instant At(const char* day, int hour = 9, int minute = 0, int second = 0) {
  return FromLocal({*DayFromIso(day), hour, minute, second}, kWita);
}

WorkCalendar Calendar() {
  WorkCalendar calendar;
  calendar.working_days = {Monday, Tuesday, Wednesday, Thursday, Friday};
  calendar.closed = {{*DayFromIso("2026-12-24"), "Cuti bersama Natal"},
                     {*DayFromIso("2026-12-25"), "Natal"}};
  calendar.complete_until = *DayFromIso("2026-12-31");
  return calendar;
}

LatenessInput Between(Instant from, Instant to, double norm, NormUnit unit) {
  LatenessInput input;
  input.from = from;
  input.to = to;
  input.norm = norm;
  input.unit = unit;
  return input;
}

Lateness Measure(const LatenessInput& input, const std::vector<KaharPeriod>& kahar = {}) {
  return MeasureLateness(input, Calendar(), kWita, kahar);
}

TEST_CASE("Working days count the dates after the first up to the last", "[domain][lateness]") {
  const Lateness sum =
      Measure(Between(At("2026-11-11"), At("2026-11-20"), 3, NormUnit::kWorkingDays));
  CHECK(sum.span == 9);
  CHECK(sum.weekends == 2);
  CHECK(sum.counted == 7);
  CHECK(sum.late == 4);
}

TEST_CASE("Hours of the day don't count in working days", "[domain][lateness]") {
  CHECK(
      Measure(Between(At("2026-11-18", 8), At("2026-11-20", 16), 1, NormUnit::kWorkingDays)).late ==
      1);
  CHECK(
      Measure(Between(At("2026-11-20", 8), At("2026-11-20", 11), 1, NormUnit::kWorkingDays)).late ==
      -1);
}

TEST_CASE("Holidays are left out by name, and dates beyond the list are an estimate",
          "[domain][lateness]") {
  const Lateness sum =
      Measure(Between(At("2026-12-22"), At("2026-12-28"), 1, NormUnit::kWorkingDays));
  CHECK(sum.holidays == 2);
  CHECK(sum.holiday_days.size() == 2);
  CHECK(sum.late == 1);
  CHECK_FALSE(sum.estimate);
  CHECK(Measure(Between(At("2026-12-30"), At("2027-01-04"), 1, NormUnit::kWorkingDays)).estimate);
}

TEST_CASE("Calendar days are exact seconds", "[domain][lateness]") {
  const auto late = [](Instant to) {
    return Measure(Between(At("2026-06-01", 8), to, 3, NormUnit::kDays)).late;
  };
  CHECK(late(At("2026-06-05", 8)) == 1);
  CHECK(late(At("2026-06-05", 8, 0, 1)) > 1);
  CHECK(late(At("2026-06-05", 8, 0, 1)) == Approx(1 + 1.0 / 86'400));
}

TEST_CASE("A determined kahar of six days turns eight late days into two", "[domain][kahar]") {
  const std::vector<KaharPeriod> kahar{
      {At("2026-06-03", 8), At("2026-06-09", 8), "Keputusan Bupati 1/2026"}};
  const Lateness sum =
      Measure(Between(At("2026-06-01", 8), At("2026-06-12", 8), 3, NormUnit::kDays), kahar);
  CHECK(sum.span == 11);
  CHECK(sum.kahar == 6);
  CHECK(sum.counted == 5);
  CHECK(sum.late == 2);
  CHECK(sum.instruments == std::vector<std::string>{"Keputusan Bupati 1/2026"});
}

TEST_CASE("Overlapping kahar periods count once, empty ones not at all", "[domain][kahar]") {
  const std::vector<KaharPeriod> kahar{{At("2026-06-03", 8), At("2026-06-06", 8), "a"},
                                       {At("2026-06-05", 8), At("2026-06-09", 8), "b"},
                                       {At("2026-06-10", 8), At("2026-06-10", 8), "c"},
                                       {At("2026-06-12", 8), At("2026-06-11", 8), "d"}};
  CHECK(UnionOf(kahar).size() == 1);
  CHECK(Overlap(kahar, At("2026-06-01", 8), At("2026-06-12", 8)) == std::chrono::hours{6 * 24});
}

TEST_CASE("An open kahar stops the clock now, one at the start delays it, one at the end cuts it",
          "[domain][kahar]") {
  const Instant from = At("2026-06-05", 8);
  const Instant to = At("2026-06-12", 8);
  const auto overlap = [&](Instant begin, std::optional<Instant> end) {
    const std::vector<KaharPeriod> kahar{{begin, end, "x"}};
    return Overlap(kahar, from, to);
  };
  CHECK(overlap(At("2026-06-10", 8), std::nullopt) == std::chrono::hours{48});
  CHECK(overlap(At("2026-06-01", 8), At("2026-06-06", 8)) == std::chrono::hours{24});
  CHECK(overlap(At("2026-06-11", 8), At("2026-06-20", 8)) == std::chrono::hours{24});
  CHECK(overlap(At("2026-06-20", 8), std::nullopt) == std::chrono::hours{0});
}

TEST_CASE("Stopped working days are those after the first date of kahar up to its last",
          "[domain][kahar]") {
  const std::vector<KaharPeriod> kahar{{At("2026-11-04"), At("2026-11-12"), "x"}};
  const Lateness sum =
      Measure(Between(At("2026-11-02"), At("2026-11-18"), 3, NormUnit::kWorkingDays), kahar);
  CHECK(sum.kahar == 6);
  CHECK(sum.late == 3);
  const std::vector<KaharPeriod> open{{At("2026-11-04"), std::nullopt, "x"}};
  CHECK(
      Measure(Between(At("2026-11-02"), At("2026-11-18"), 3, NormUnit::kWorkingDays), open).late ==
      -1);
}

TEST_CASE("Hours count nights and weekends", "[domain][lateness]") {
  const auto late = [](Instant to) {
    return Measure(Between(At("2026-11-20", 10), to, 48, NormUnit::kHours)).late;
  };
  CHECK(late(At("2026-11-22", 10)) == 0);
  CHECK(late(At("2026-11-22", 10, 0, 1)) > 0);
  CHECK(late(At("2026-11-21", 10)) == -24);
}

TEST_CASE("An end before the beginning is no time at all", "[domain][lateness]") {
  const NormUnit unit = GENERATE(NormUnit::kDays, NormUnit::kWorkingDays, NormUnit::kHours);
  CHECK(Measure(Between(At("2026-11-20"), At("2026-11-10"), 0, unit)).late == 0);
}

TEST_CASE("A date centuries off is counted for a century at most", "[domain][lateness]") {
  const Instant far = FromMillis(std::int64_t{4'000} * 365 * 86'400 * 1'000);
  CHECK(Measure(Between(At("2026-11-20"), far, 1, NormUnit::kWorkingDays)).span == 36'525);
}

TEST_CASE("Working days are found forwards and backwards over weekends and holidays",
          "[domain][calendar]") {
  const WorkCalendar calendar = Calendar();
  CHECK(AddWorkingDays(calendar, *DayFromIso("2026-12-23"), 1).day == *DayFromIso("2026-12-28"));
  CHECK(AddWorkingDays(calendar, *DayFromIso("2026-11-20"), 0).day == *DayFromIso("2026-11-20"));
  CHECK(NextWorkingDay(calendar, *DayFromIso("2026-11-21")).day == *DayFromIso("2026-11-23"));
  CHECK(LastWorkingDay(calendar, *DayFromIso("2026-12-27")).day == *DayFromIso("2026-12-23"));
  CHECK(AddWorkingDays(calendar, *DayFromIso("2026-12-30"), 2).estimate);
  CHECK(WorkingDaysBetween(calendar, *DayFromIso("2026-11-20"), *DayFromIso("2026-11-27")) == 5);
  CHECK(DaysBetween(*DayFromIso("2026-02-27"), *DayFromIso("2026-03-01")) == 2);
}

TEST_CASE("A calendar without working days can't hang a kiosk", "[domain][calendar]") {
  const WorkCalendar empty;
  CHECK(NextWorkingDay(empty, *DayFromIso("2026-11-21")).day == *DayFromIso("2026-11-21"));
}

}  // namespace
}  // namespace tanggap

// The hours of an office: usual ones, those of some weeks, and days on which it is closed.
#include "domain/opening.h"

#include "support/catch.h"

namespace tanggap {
namespace {

Office OfficeWithHours() {
  Office office;
  office.zone = {"Asia/Makassar", "WITA", std::chrono::minutes{480}};
  for (const auto day : {std::chrono::Monday, std::chrono::Tuesday})
    office.hours.usual.push_back({day, 8 * 60, 12 * 60});
  office.hours.usual.push_back({std::chrono::Monday, 13 * 60, 15 * 60});
  return office;
}

Instant At(const Office& office, const char* day, int hour, int minute) {
  return FromLocal({DayFromIso(day).value(), hour, minute, 0}, office.zone);
}

}  // namespace

TEST_CASE("An office is open from the first minute of its hours until the last is over",
          "[domain][unit]") {
  const Office office = OfficeWithHours();
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-23", 7, 59)));  // a Monday
  CHECK(IsOpen(office, At(office, "2026-11-23", 8, 0)));
  CHECK(IsOpen(office, At(office, "2026-11-23", 11, 59)));
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-23", 12, 0)));
  CHECK(IsOpen(office, At(office, "2026-11-23", 14, 30)));
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-24", 14, 30)));
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-25", 9, 0)));
}

TEST_CASE("A holiday closes an office whatever its hours say", "[domain][unit]") {
  Office office = OfficeWithHours();
  office.calendar.closed[DayFromIso("2026-11-23").value()] = "Libur";
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-23", 9, 0)));
  CHECK(IsOpen(office, At(office, "2026-11-24", 9, 0)));
}

TEST_CASE("Other hours of some weeks stand in for the usual ones", "[domain][unit]") {
  Office office = OfficeWithHours();
  office.hours.special.push_back({"Ramadan",
                                  DayFromIso("2026-11-23").value(),
                                  DayFromIso("2026-11-23").value(),
                                  {{std::chrono::Monday, 9 * 60, 10 * 60}}});
  CHECK_FALSE(IsOpen(office, At(office, "2026-11-23", 8, 30)));
  CHECK(IsOpen(office, At(office, "2026-11-23", 9, 30)));
  CHECK(IsOpen(office, At(office, "2026-11-24", 8, 30)));
}

TEST_CASE("An office that names no hours is never taken for closed", "[domain][unit]") {
  Office office;
  CHECK(IsOpen(office, At(office, "2026-11-22", 3, 0)));
}

}  // namespace tanggap

// The sum of a case: where it begins, what freezes it, and which findings contradict it.
#include "domain/case_sum.h"

#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

const Zone kWita{"Asia/Makassar", "WITA", std::chrono::minutes{480}};

Instant At(const char* day, int hour, int minute = 0, int second = 0) {
  return FromLocal({*DayFromIso(day), hour, minute, second}, kWita);
}

Office AnyOffice() {
  using namespace std::chrono;
  Office office;
  office.zone = kWita;
  office.calendar.working_days = {Monday, Tuesday, Wednesday, Thursday, Friday};
  OfficeService service;
  service.id = ServiceId{"legalisir"};
  service.norm = {1, NormUnit::kWorkingDays};
  office.services.push_back(service);
  return office;
}

// The maker's decree with bounds of Lembata in its column of time.
CaseMaker Timed() {
  CaseMaker maker;
  maker.decree.aspects[0].time = true;
  const auto bounds = [&](std::size_t cell, double over, std::optional<double> up_to) {
    maker.decree.cells[cell].lateness = LatenessBounds{over, up_to, 0, std::nullopt};
  };
  bounds(0, 1, 2);
  bounds(1, 2, 5);
  bounds(2, 5, std::nullopt);
  return maker;
}

std::optional<CaseSum> Now(const CaseMaker& maker, const Office& office, Instant now) {
  return SumNow(maker.decree, office, maker.Fold(), {}, now);
}

TEST_CASE("Without the time of completeness there is no sum, unless the office's policy says so",
          "[domain][sum]") {
  CaseMaker maker = Timed();
  maker.Facts()["handed_in"] = ToMillis(At("2026-11-19", 12));
  Office office = AnyOffice();
  CHECK_FALSE(Now(maker, office, At("2026-11-22", 13, 53)));
  office.policies.clock = ClockReading::kHandedIn;
  const auto sum = Now(maker, office, At("2026-11-22", 13, 53));
  REQUIRE(sum);
  CHECK(sum->from_hand_in);
  CHECK(sum->lateness.late == 0);
  maker.decree.lateness_unit = LatenessUnit::kHours;  // counts from the declaration itself
  CHECK_FALSE(Now(maker, office, At("2026-11-22", 13, 53)));
}

TEST_CASE("The sum names every date it leaves out", "[domain][sum]") {
  CaseMaker maker = Timed();
  maker.Facts()["declared_complete"] = ToMillis(At("2026-11-19", 12));
  const auto sum = Now(maker, AnyOffice(), At("2026-11-22", 13, 53));
  REQUIRE(sum);
  CHECK(sum->lateness.weekend_days ==
        std::vector<Day>{*DayFromIso("2026-11-21"), *DayFromIso("2026-11-22")});
  CHECK(sum->lateness.span - 2 == sum->lateness.counted);
}

TEST_CASE("A running sum ends at a whole minute, so that what is printed gives it again",
          "[domain][sum]") {
  CaseMaker maker = Timed();
  maker.Facts()["declared_complete"] = ToMillis(At("2026-11-19", 12));
  const auto sum = Now(maker, AnyOffice(), At("2026-11-22", 13, 53, 47));
  REQUIRE(sum);
  CHECK(sum->lateness.to == At("2026-11-22", 13, 53));
  CHECK_FALSE(sum->lateness.finished);
}

TEST_CASE("After an assessment the sum is the one it was made on", "[domain][sum]") {
  CaseMaker maker = Timed();
  maker.Facts()["declared_complete"] =
      ToMillis(FromMillis(CaseMaker::kStart) - std::chrono::hours{24 * 4});
  Record& judged = maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  judged.bodies[BodyClass::kFacts].fields["declared_complete"] = maker.Facts()["declared_complete"];
  const Office office = AnyOffice();
  const Instant later = FromMillis(judged.hlc.ms) + std::chrono::hours{24 * 30};
  const auto held = SumHeld(maker.decree, office, maker.Fold(), {}, later);
  const auto running = SumNow(maker.decree, office, maker.Fold(), {}, later);
  REQUIRE(held);
  REQUIRE(running);
  CHECK(held->held);
  CHECK(held->lateness.late < running->lateness.late);
  CHECK(held->lateness.to == std::chrono::floor<std::chrono::minutes>(FromMillis(judged.hlc.ms)));
  // A correction afterwards moves the running sum, not the one that was judged.
  maker.Add("desk-1", RecordType::kDataCompleted, kSupervisorA,
            {{"declared_complete", ToMillis(later)}});
  CHECK(SumHeld(maker.decree, office, maker.Fold(), {}, later)->lateness == held->lateness);
  CHECK(maker.Fold().complete_note.by == kSupervisorA);
}

TEST_CASE("A finding on time is held against the sum", "[domain][sum]") {
  CaseMaker maker = Timed();
  maker.Facts()["declared_complete"] = ToMillis(At("2026-11-19", 12));
  const Office office = AnyOffice();
  const auto stand = [&](const char* aspect, std::optional<SeverityId> severity, Instant now) {
    return StandOf(maker.decree, office.policies, AspectId{aspect}, severity,
                   Now(maker, office, now));
  };
  const SeverityId medium{"sedang"};
  CHECK(stand("waktu", medium, At("2026-11-22", 13, 53)) == SumStand::kDiffers);  // d = 0
  CHECK(stand("waktu", std::nullopt, At("2026-11-22", 13, 53)) == SumStand::kAgrees);
  CHECK(stand("waktu", medium, At("2026-11-26", 9)) == SumStand::kAgrees);  // d = 4
  CHECK(stand("cara", medium, At("2026-11-22", 13, 53)) == SumStand::kNotAsked);
  maker.Facts().erase("declared_complete");
  CHECK(stand("waktu", medium, At("2026-11-22", 13, 53)) == SumStand::kCannotTell);
}

}  // namespace
}  // namespace tanggap

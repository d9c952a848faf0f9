#include "domain/ids.h"
#include "domain/record.h"
#include "domain/time.h"
#include "support/catch.h"

namespace tanggap {
namespace {

TEST_CASE("A record id reads back from its own hex and from nothing else", "[domain][ids]") {
  RecordId id;
  id.bytes = {0, 1, 2, 0xab, 0xff};
  REQUIRE(RecordIdFromHex(ToHex(id)) == id);
  REQUIRE_FALSE(RecordIdFromHex("0102"));
  REQUIRE_FALSE(RecordIdFromHex("000102ABff0000000000000000000000"));
}

TEST_CASE("Every record type has one name that reads back", "[domain][record]") {
  REQUIRE(AllRecordTypes().size() == 55);
  for (const RecordType type : AllRecordTypes()) {
    REQUIRE_FALSE(NameOf(type).empty());
    REQUIRE(RecordTypeFromName(NameOf(type)) == type);
  }
  REQUIRE(RecordTypeFromName("written_by_the_future") == RecordType::kUnknown);
}

TEST_CASE("An office's day begins at its own midnight", "[domain][time]") {
  const Zone wita{"Asia/Makassar", "WITA", std::chrono::hours{8}};
  const Instant evening = FromLocal(
      {Day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}}, 23, 59, 59},
      wita);
  REQUIRE(IsoDay(LocalDay(evening, wita)) == "2026-11-21");
  REQUIRE(IsoDay(LocalDay(evening + std::chrono::seconds{1}, wita)) == "2026-11-22");
  REQUIRE(ToMillis(evening) == 1795276799000);
  REQUIRE(ToLocal(evening, wita).hour == 23);
}

TEST_CASE("Only real dates in the ISO form are dates", "[domain][time]") {
  REQUIRE(DayFromIso("2024-02-29"));
  REQUIRE_FALSE(DayFromIso("2026-02-29"));
  REQUIRE_FALSE(DayFromIso("2026-2-9"));
  REQUIRE_FALSE(DayFromIso("21-11-2026"));
}

}  // namespace
}  // namespace tanggap

// Ratings: everything is kept, a burst counts once, and a low tap in it is the one that counts.
#include "domain/tallies.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

namespace tanggap {
namespace {

const Day kDay = *DayFromIso("2026-11-20");

Record Tap(int number, std::int64_t ms, int score, const std::string& node = "kiosk-1") {
  Record record;
  record.id.bytes = {static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8U), 1};
  record.type = RecordType::kRated;
  record.node = NodeId(node);
  record.day = kDay;
  record.hlc = {1'795'000'000'000 + ms, 0};
  record.clear["score"] = score;
  return record;
}

TEST_CASE("A hundred taps in ten seconds are all kept, all but the first flagged, one counted",
          "[domain][tallies]") {
  std::vector<Record> records;
  for (int i = 0; i < 100; ++i)
    records.push_back(Tap(i, i * 100, i % 4 + 1));
  const std::vector<RatedTap> taps = RatedTaps(records);
  REQUIRE(taps.size() == 100);
  CHECK(std::ranges::count(taps, true, &RatedTap::repeat) == 99);
  const std::vector<RatingCount> counts = CountRatings(records);
  REQUIRE(counts.size() == 1);
  CHECK(counts[0].raw == std::array<std::int64_t, 4>{25, 25, 25, 25});
  CHECK(counts[0].filtered == std::array<std::int64_t, 4>{1, 0, 0, 0});
  CHECK(counts[0].repeats == 99);
}

TEST_CASE("A low rating isn't dropped because of a better one before it", "[domain][tallies]") {
  const std::vector<Record> records{Tap(1, 0, 4), Tap(2, 2'000, 1), Tap(3, 60'000, 3)};
  CHECK(CountRatings(records)[0].filtered == std::array<std::int64_t, 4>{1, 0, 1, 0});
}

TEST_CASE("Visitors five seconds apart, or at two kiosks, are two", "[domain][tallies]") {
  CHECK(CountRatings(std::vector{Tap(1, 0, 4), Tap(2, 5'000, 4)})[0].repeats == 0);
  CHECK(CountRatings(std::vector{Tap(1, 0, 4), Tap(2, 4'999, 4)})[0].repeats == 1);
  const auto apart = CountRatings(std::vector{Tap(1, 0, 4), Tap(2, 1'000, 4, "kiosk-2")});
  REQUIRE(apart.size() == 2);
  CHECK(apart[0].repeats + apart[1].repeats == 0);
}

TEST_CASE("A tap taken back counts nowhere and is still told", "[domain][tallies]") {
  std::vector<Record> records{Tap(1, 0, 1), Tap(2, 60'000, 4)};
  Record back;
  back.id.bytes = {9};
  back.type = RecordType::kRatingWithdrawn;
  back.refs = {records[0].id};
  records.push_back(back);
  const RatingCount count = CountRatings(records)[0];
  CHECK(count.raw == std::array<std::int64_t, 4>{0, 0, 0, 1});
  CHECK(count.withdrawn == 1);
  const RatingTally tally = TallyRatings(records, kDay)[0];
  CHECK(tally.by_score == count.filtered);
  CHECK(tally.flagged == 1);
  CHECK(TallyRatings(records, *DayFromIso("2026-11-21")).empty());
}

TEST_CASE("Scores that are none are left out, copies and order change nothing",
          "[domain][tallies]") {
  std::vector<Record> records{Tap(1, 0, 0), Tap(2, 10'000, 5), Tap(3, 20'000, 2),
                              Tap(4, 21'000, 3)};
  const auto taps = RatedTaps(records);
  REQUIRE(taps.size() == 2);
  records.push_back(records[2]);
  std::mt19937 random(1);
  std::ranges::shuffle(records, random);
  CHECK(RatedTaps(records) == taps);
}

}  // namespace
}  // namespace tanggap

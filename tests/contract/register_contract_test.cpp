// What a desk's register promises, asked of one that stays open and of one that is opened anew
// before every question: nothing may live in memory only. There is no register in memory; the real
// one makes its file in milliseconds, so that every test of the desk runs on it.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/register.h"
#include "support/catch.h"
#include "support/sealed_records.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

const Decree kDecree;
const Office kOffice;
const Day kDay = DayFromIso("2026-11-21").value();
const NodeId kKiosk{"abcdefghjk"};
const ReadCursor kFirst{kKiosk, 1, "9f2c01ab", 1, "h1", "b1"};
const ReadCursor kSecond{kKiosk, 1, "9f2c01ab", 2, "h2", "b1"};

struct StaysOpen {
  TemporaryDirectory directory;
  SqliteRegister cases{directory / "register.db", kDecree, kOffice};
  Register& Get() { return cases; }
};
struct OpenedAnew {
  TemporaryDirectory directory;
  std::optional<SqliteRegister> cases;
  Register& Get() {
    cases.reset();
    return cases.emplace(directory / "register.db", kDecree, kOffice);
  }
};

Register::Arrival Arrived(std::uint32_t n, RecordType type) {
  Register::Arrival arrival;
  Record& record = arrival.record;
  record.id = NumberedId(n);
  record.type = type;
  record.type_name = std::string(NameOf(type));
  record.day = kDay;
  record.hlc = {1795250000000 + n, 0};
  record.node = kKiosk;
  record.epoch = 1;
  record.sequence = n;
  return arrival;
}
Register::Arrival Rated(std::uint32_t n, int score) {
  Register::Arrival arrival = Arrived(n, RecordType::kRated);
  arrival.record.clear = {{"score", score}};
  return arrival;
}
Register::Arrival Lodged(std::uint32_t n, const std::string& story) {
  Register::Arrival arrival = Arrived(n, RecordType::kComplaintLodged);
  arrival.record.bodies[BodyClass::kFacts] = {
      BodyState::kOpen, {{"kind", "pengaduan"}, {"service", "legalisir"}}, {}};
  arrival.record.bodies[BodyClass::kContent] = {BodyState::kOpen, {{"story", story}}, {}};
  return arrival;
}

}  // namespace

TEMPLATE_TEST_CASE("Records come in once, with the place they were read to", "[contract][register]",
                   StaysOpen, OpenedAnew) {
  TestType subject;
  CHECK(subject.Get().Cursors().empty());
  CHECK(subject.Get().Ingest(std::vector{Rated(1, 4), Rated(2, 1)}, {&kFirst, 1}) == 2);
  CHECK(subject.Get().Cursors() == std::vector{kFirst});
  const std::uint64_t revision = subject.Get().Revision();

  CHECK(subject.Get().Ingest(std::vector{Rated(2, 1), Rated(3, 1)}, {&kSecond, 1}) == 1);
  CHECK(subject.Get().Cursors() == std::vector{kSecond});
  CHECK(subject.Get().Revision() > revision);

  const std::vector<RatingTally> tallies = subject.Get().Ratings(kDay);
  REQUIRE(tallies.size() == 1);
  CHECK(tallies[0].node == kKiosk);
  CHECK(tallies[0].by_score == std::array<std::int64_t, 4>{2, 0, 0, 1});
  CHECK(subject.Get().Ratings(DayFromIso("2026-11-20").value()).empty());
}

TEMPLATE_TEST_CASE("Reading changes nothing", "[contract][register]", StaysOpen, OpenedAnew) {
  TestType subject;
  subject.Get().Ingest(std::vector{Lodged(1, "antre lama sekali")}, {&kFirst, 1});
  const std::uint64_t revision = subject.Get().Revision();
  CHECK(subject.Get().Count(CaseView::kAllOpen, kDay) == 1);
  CHECK(subject.Get().Cases(CaseView::kAllOpen, kDay, 0, 10).size() == 1);
  CHECK(subject.Get().Search("lama", 10).size() == 1);
  CHECK(subject.Get().RecordsOf(NumberedId(1)).size() == 1);
  CHECK(subject.Get().Revision() == revision);
}

TEMPLATE_TEST_CASE("A case is found by its words, and by nothing that isn't there",
                   "[contract][register]", StaysOpen, OpenedAnew) {
  TestType subject;
  subject.Get().Ingest(
      std::vector{Lodged(1, "antre lama sekali"), Lodged(2, "petugas tidak di tempat")},
      {&kFirst, 1});
  const std::vector<CaseRow> found = subject.Get().Search("petugas", 10);
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == NumberedId(2));
  CHECK(subject.Get().Search("kursi", 10).empty());
  CHECK(subject.Get().Search("\" OR 1; --", 10).empty());
  CHECK_FALSE(subject.Get().Row(NumberedId(9)).has_value());
  CHECK(subject.Get().RecordsOf(NumberedId(9)).empty());
  CHECK_FALSE(subject.Get().FindByLookup(std::string(32, '0')).has_value());
  CHECK_FALSE(subject.Get().FindByCode("ZZZZ").has_value());
}

TEMPLATE_TEST_CASE("A page of the list is what was asked for", "[contract][register]", StaysOpen,
                   OpenedAnew) {
  TestType subject;
  std::vector<Register::Arrival> arrivals;
  for (std::uint32_t n = 1; n <= 25; ++n)
    arrivals.push_back(Lodged(n, "keluhan " + std::to_string(n)));
  subject.Get().Ingest(arrivals, {&kFirst, 1});
  CHECK(subject.Get().Count(CaseView::kAllOpen, kDay) == 25);
  std::map<std::string, int> seen;
  for (const std::size_t offset : {0U, 10U, 20U, 30U}) {
    const auto page = subject.Get().Cases(CaseView::kAllOpen, kDay, offset, 10);
    CHECK(page.size() == std::min<std::size_t>(10, offset > 25 ? 0 : 25 - offset));
    for (const CaseRow& row : page)
      ++seen[ToHex(row.id)];
  }
  CHECK(seen.size() == 25);  // none twice, none left out
}

}  // namespace tanggap

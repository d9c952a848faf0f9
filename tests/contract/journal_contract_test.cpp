// What every journal promises, asked of the one in memory and the one on disk alike.
#include <memory>
#include <string>
#include <vector>

#include "fakes/fake_journal.h"
#include "storage/journal.h"
#include "support/catch.h"
#include "support/sealed_records.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

constexpr const char* kNonce = "9f2c01ab";
const std::string kGenesis(64, '0');

struct OnDisk {
  TemporaryDirectory directory;
  SqliteJournal journal{directory / "journal.db"};
};
struct InMemory {
  FakeJournal journal;
};

std::vector<SealedRecord> Numbered(std::uint32_t from, std::uint32_t to) {
  std::vector<SealedRecord> records;
  for (std::uint32_t n = from; n <= to; ++n)
    records.push_back(NumberedRecord(n));
  return records;
}

}  // namespace

TEMPLATE_TEST_CASE("A journal keeps what it was given, once", "[contract][journal]", InMemory,
                   OnDisk) {
  TestType subject;
  Journal& journal = subject.journal;
  CHECK(journal.Head().epoch == 0);
  CHECK_THROWS_AS(journal.Append(Numbered(1, 1)), StoreError);  // no epoch yet

  journal.OpenEpoch(1, kNonce, kGenesis);
  journal.Append(Numbered(1, 3));
  CHECK(journal.Contains(NumberedId(3)));
  CHECK_FALSE(journal.Contains(NumberedId(4)));
  CHECK(journal.Unsegmented(100) == Numbered(1, 3));
  CHECK(journal.Unsegmented(2) == Numbered(1, 2));

  SECTION("the same record again is no second one") {
    journal.Append(Numbered(2, 4));
    CHECK(journal.Unsegmented(100) == Numbered(1, 4));
    CHECK(journal.Head().records_written == 4);
  }
  SECTION("other bytes under a known id are refused, and nothing beside them is kept") {
    std::vector<SealedRecord> records = Numbered(4, 5);
    records.push_back(NumberedRecord(1));
    records.back().line += " ";
    CHECK_THROWS_AS(journal.Append(records), StoreError);
    CHECK(journal.Unsegmented(100) == Numbered(1, 3));
    CHECK(journal.Head().records_written == 3);
  }
}

TEMPLATE_TEST_CASE("Segments continue the chain and keep their records", "[contract][journal]",
                   InMemory, OnDisk) {
  TestType subject;
  Journal& journal = subject.journal;
  journal.OpenEpoch(1, kNonce, kGenesis);
  CHECK(journal.Head().hash == kGenesis);
  journal.Append(Numbered(1, 5));
  const ClosedSegment first = NextSegment(journal.Head(), 3);
  journal.CloseSegment(first);

  ChainHead head = journal.Head();
  CHECK(head.segments == 1);
  CHECK(head.records_closed == 3);
  CHECK(head.records_written == 5);
  CHECK(head.hash == first.hash);
  CHECK(head.last_hlc == NumberedRecord(5).hlc);
  CHECK(journal.Unsegmented(100) == Numbered(4, 5));
  CHECK(journal.RecordsOf(first) == Numbered(1, 3));

  SECTION("what does not continue it is refused") {
    ClosedSegment wrong = NextSegment(head, 2);
    wrong.number = 3;
    CHECK_THROWS_AS(journal.CloseSegment(wrong), StoreError);
    CHECK_THROWS_AS(journal.CloseSegment(NextSegment(head, 3)), StoreError);
    CHECK_THROWS_AS(journal.CloseSegment(NextSegment(head, 0)), StoreError);
    CHECK(journal.Head().segments == 1);
  }
  SECTION("a clock gone back leaves the directory where it was") {
    journal.CloseSegment(NextSegment(head, 2, "2026-10-01"));
    const std::vector<ClosedSegment> segments =
        journal.SegmentsSince(DayFromIso("2026-11-30").value());
    REQUIRE(segments.size() == 2);
    CHECK(segments[0].month == "202611");
    CHECK(segments[1].month == "202611");
    CHECK(IsoDay(segments[1].day) == "2026-10-01");
    CHECK(segments[1].number == 2);
    CHECK(journal.SegmentsSince(DayFromIso("2026-12-01").value()).empty());
  }
  SECTION("an acknowledgement is remembered, one for nothing is ignored") {
    const Day day = DayFromIso("2026-11-22").value();
    CHECK(journal.Acknowledge(1, 1, first.hash, day));
    CHECK_FALSE(journal.Acknowledge(1, 99, first.hash, day));
    const auto segments = journal.SegmentsSince(DayFromIso("2026-11-01").value());
    REQUIRE(segments.size() == 1);
    CHECK(segments[0].acknowledged);
    CHECK(segments[0].header_line == first.header_line);
    CHECK(segments[0].end_line == first.end_line);
  }
  SECTION("an acknowledgement of other bytes acknowledges nothing") {
    CHECK_FALSE(journal.Acknowledge(1, 1, std::string(64, 'e'), DayFromIso("2026-11-22").value()));
    CHECK_FALSE(journal.SegmentsSince(DayFromIso("2026-11-01").value()).front().acknowledged);
  }
  SECTION("bodies are dropped once their segment was acknowledged long enough, never before") {
    CHECK(journal.DropBodies(DayFromIso("2099-01-01").value(), 10).empty());
    const Day day = DayFromIso("2026-11-22").value();
    REQUIRE(journal.Acknowledge(1, 1, first.hash, day));
    // The first word counts: a later one doesn't start the time anew.
    REQUIRE(journal.Acknowledge(1, 1, first.hash, DayFromIso("2026-12-22").value()));
    CHECK(journal.DropBodies(DayFromIso("2026-11-21").value(), 10).empty());
    const auto dropped = journal.DropBodies(day, 10);
    REQUIRE(dropped.size() == 1);
    CHECK(dropped.front().number == 1);
    for (const SealedRecord& record : journal.RecordsOf(first)) {
      CHECK(record.bodies.empty());
      CHECK_FALSE(record.line.empty());
    }
    CHECK(journal.SegmentsSince(day).front().pruned);
    CHECK(journal.DropBodies(day, 10).empty());
    CHECK_FALSE(journal.Unsegmented(1).front().bodies.empty());
  }
  SECTION("an erased body is gone, its record's line and the other bodies stay") {
    const SealedRecord before = journal.Unsegmented(1).front();
    REQUIRE_FALSE(before.bodies.empty());
    const BodyClass body_class = before.bodies.front().body_class;
    const std::vector wanted{std::pair{before.id, body_class}};
    CHECK(journal.EraseBodies(wanted) == 1);
    CHECK(journal.EraseBodies(wanted) == 0);
    const SealedRecord after = journal.Unsegmented(1).front();
    CHECK(after.line == before.line);
    CHECK(after.bodies.size() + 1 == before.bodies.size());
  }
  SECTION("a new epoch takes along what no segment holds") {
    journal.OpenEpoch(2, "00000002", std::string(64, '1'));
    head = journal.Head();
    CHECK(head.epoch == 2);
    CHECK(head.segments == 0);
    CHECK(head.records_closed == 0);
    CHECK(head.records_written == 2);
    CHECK(head.hash == std::string(64, '1'));
    CHECK(journal.Unsegmented(100) == Numbered(4, 5));
    const ClosedSegment next = NextSegment(head, 2);
    journal.CloseSegment(next);
    CHECK(journal.RecordsOf(next) == Numbered(4, 5));
    CHECK(journal.RecordsOf(first) == Numbered(1, 3));
    CHECK_THROWS_AS(journal.OpenEpoch(2, "00000003", kGenesis), StoreError);
  }
}

TEMPLATE_TEST_CASE("Of two states of a ticket the later holds", "[contract][journal]", InMemory,
                   OnDisk) {
  TestType subject;
  Journal& journal = subject.journal;
  const std::string lookup(32, 'b');
  CHECK_FALSE(journal.FindState(lookup).has_value());
  const PublishedState earlier{lookup, {100, 0}, "earlier"};
  const PublishedState later{lookup, {100, 1}, "later"};
  journal.PutStates(std::vector{later});
  journal.PutStates(std::vector{earlier});
  CHECK(journal.FindState(lookup) == later);
}

TEMPLATE_TEST_CASE("A setting reads as empty until it is set", "[contract][journal]", InMemory,
                   OnDisk) {
  TestType subject;
  CHECK(subject.journal.Setting("cursor").empty());
  subject.journal.SetSetting("cursor", "1");
  subject.journal.SetSetting("cursor", "2");
  CHECK(subject.journal.Setting("cursor") == "2");
  CHECK(subject.journal.FreeBytes() > 0);
  subject.journal.Tidy();
  CHECK(subject.journal.Setting("cursor") == "2");
}

}  // namespace tanggap

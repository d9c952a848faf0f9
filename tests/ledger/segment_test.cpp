#include "ledger/segment.h"

#include <filesystem>

#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

std::string Words() {
  return "KENARI pungutan di loket dua";
}

TEST_CASE("A closed segment reads back with every record and body", "[ledger][segment]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  for (int i = 0; i < 3; ++i)
    kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, Words())});
  const auto files = kiosk.Close();
  const SegmentReading reading = kiosk.Read(files.seg);
  REQUIRE(reading.outcome == ReadOutcome::kWhole);
  REQUIRE(reading.segments.size() == 1);
  const Segment& segment = reading.segments.front();
  REQUIRE(segment.records.size() == 3);
  REQUIRE(segment.hash == files.segment.hash);
  REQUIRE(segment.header.previous ==
          kiosk.journal.Head().hash.substr(0, 0) +
              ToHex(Genesis(office.Book().Id(), segment.header.node, 1, segment.header.nonce,
                            office.Node(Writes::kKiosk).signing.Public())));
  REQUIRE(segment.records[2].line.record.sequence == 3);
  const BoxReading box = ReadBox(files.box, segment);
  REQUIRE(box.whole);
  REQUIRE(box.bodies.size() == 9);
  REQUIRE(box.missing.empty());
}

TEST_CASE("The next segment continues the chain", "[ledger][segment]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, Words())});
  const auto first = kiosk.Close();
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, Words())});
  const auto second = kiosk.Close();
  const SegmentReading pack = kiosk.Read(first.seg + second.seg);
  REQUIRE(pack.outcome == ReadOutcome::kWhole);
  REQUIRE(pack.segments.size() == 2);
  REQUIRE(pack.segments[1].header.first == 2);
  REQUIRE(kiosk.Read(second.seg + first.seg).outcome == ReadOutcome::kDamaged);
  REQUIRE(kiosk.Read(first.seg + first.seg).outcome == ReadOutcome::kDamaged);
}

TEST_CASE("Every single changed byte of a segment and its box is found", "[ledger][segment]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, Words())});
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, "a")});
  const auto files = kiosk.Close();
  const SegmentReading whole = kiosk.Read(files.seg);
  REQUIRE(whole.outcome == ReadOutcome::kWhole);
  // A changed `prev` is signed, so it is caught too; the caller need not look at it here.
  for (std::size_t at = 0; at < files.seg.size(); ++at) {
    for (const int flip : {1, 0x20, 0x80}) {
      std::string changed = files.seg;
      changed[at] = static_cast<char>(changed[at] ^ flip);
      if (kiosk.Read(changed).outcome == ReadOutcome::kWhole) FAIL("not found at byte " << at);
    }
  }
  for (std::size_t at = 0; at < files.box.size(); ++at) {
    std::string changed = files.box;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    const BoxReading box = ReadBox(changed, whole.segments.front());
    if (box.whole) FAIL("not found at byte " << at);
  }
}

TEST_CASE("Cut, exchanged, doubled and foreign lines are found", "[ledger][segment][hostile]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  for (int i = 0; i < 4; ++i)
    kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, "x")});
  const auto files = kiosk.Close();
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < files.seg.size();) {
    const std::size_t end = files.seg.find('\n', at) + 1;
    lines.push_back(files.seg.substr(at, end - at));
    at = end;
  }
  const auto joined = [](const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
      all += part;
    return all;
  };
  SECTION("Every truncation is incomplete or damaged, never whole") {
    for (std::size_t length = 0; length < files.seg.size(); ++length) {
      const auto outcome = kiosk.Read(files.seg.substr(0, length)).outcome;
      if (outcome == ReadOutcome::kWhole) FAIL("accepted " << length << " bytes");
    }
    REQUIRE(kiosk.Read(files.seg.substr(0, files.seg.size() - 1)).outcome ==
            ReadOutcome::kIncomplete);
  }
  SECTION("Two lines exchanged") {
    std::swap(lines[1], lines[2]);
    REQUIRE(kiosk.Read(joined(lines)).outcome == ReadOutcome::kDamaged);
  }
  SECTION("A line doubled") {
    lines.insert(lines.begin() + 2, lines[1]);
    REQUIRE(kiosk.Read(joined(lines)).outcome == ReadOutcome::kDamaged);
  }
  SECTION("A line left out") {
    lines.erase(lines.begin() + 2);
    REQUIRE(kiosk.Read(joined(lines)).outcome == ReadOutcome::kDamaged);
  }
  SECTION("Something after the end") {
    REQUIRE(kiosk.Read(files.seg + "x").outcome != ReadOutcome::kWhole);
    REQUIRE(kiosk.Read(files.seg + "\n").outcome == ReadOutcome::kDamaged);
  }
  SECTION("A carriage return, a byte order mark, a NUL") {
    REQUIRE(kiosk.Read("\xEF\xBB\xBF" + files.seg).outcome == ReadOutcome::kDamaged);
    REQUIRE(kiosk.Read(std::string(1, '\0') + files.seg).outcome == ReadOutcome::kDamaged);
    lines[0].insert(lines[0].size() - 1, "\r");
    REQUIRE(kiosk.Read(joined(lines)).outcome == ReadOutcome::kDamaged);
  }
  SECTION("Another office's, and a node that no roster names") {
    const FoundedOffice other(99);
    REQUIRE(ReadSegments(files.seg, other.Book().Id(), other.Keys()).outcome ==
            ReadOutcome::kDamaged);
    REQUIRE(ReadSegments(files.seg, office.Book().Id(), [](const NodeId&) {
              return std::optional<PublicKey>{};
            }).outcome == ReadOutcome::kUnknownNode);
  }
  SECTION("More than 8 MiB, and endless nesting") {
    REQUIRE(kiosk.Read(std::string(kMaxSegmentFile + 1, 'a')).outcome == ReadOutcome::kDamaged);
    REQUIRE(kiosk.Read(std::string(1'000'000, '[') + "\n").outcome == ReadOutcome::kDamaged);
    REQUIRE(kiosk.Read(lines[0] + std::string(60'000, '[') + "\n").outcome ==
            ReadOutcome::kDamaged);
    REQUIRE(kiosk.Read(std::string(2'000'000, '\n')).outcome == ReadOutcome::kDamaged);
  }
}

TEST_CASE("A box says which bodies are missing and refuses strange ones", "[ledger][segment]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, "x")});
  const auto files = kiosk.Close();
  const SegmentReading whole = kiosk.Read(files.seg);
  const Segment& segment = whole.segments.front();
  const std::size_t first = files.box.find('\n') + 1;
  const BoxReading erased = ReadBox(files.box.substr(first), segment);
  REQUIRE(erased.whole);
  REQUIRE(erased.missing.size() == 1);
  REQUIRE(erased.missing.front().second == BodyClass::kContent);
  REQUIRE_FALSE(ReadBox(files.box + files.box, segment).whole);
  REQUIRE_FALSE(ReadBox(files.box.substr(first) + files.box.substr(0, first), segment).whole);
  REQUIRE_FALSE(ReadBox(files.box.substr(0, files.box.size() - 1), segment).whole);
}

TEST_CASE("No word that a visitor wrote is in the published bytes", "[ledger][privacy]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, Words())});
  const auto files = kiosk.Close();
  for (const std::string& bytes : {files.seg, files.box}) {
    for (const char* canary : {"KENARI", "loket", "Maria", "0812", "K7QF", "legalisir", "waktu"})
      REQUIRE(bytes.find(canary) == std::string::npos);
  }
}

TEST_CASE("A segment closes at 256 records, at a new day, or when its time has come",
          "[ledger][segment]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  SegmentWriter writer({kiosk.journal, kiosk.clock, kiosk.randomness}, office.Node(Writes::kKiosk),
                       1, std::chrono::seconds{20});
  const auto rate = [&] {
    Draft draft;
    draft.id = kiosk.recorder.NewId();
    draft.type = RecordType::kRated;
    draft.clear = {{"score", 4}};
    kiosk.recorder.Write(std::vector{draft});
  };
  rate();
  REQUIRE_FALSE(writer.CloseIfDue());
  kiosk.clock.Advance(std::chrono::seconds{19});
  REQUIRE_FALSE(writer.CloseIfDue());
  kiosk.clock.Advance(std::chrono::seconds{1});
  REQUIRE(writer.CloseIfDue()->count == 1);
  for (int i = 0; i < 257; ++i)
    rate();
  REQUIRE(writer.CloseIfDue()->count == 256);
  kiosk.clock.now += std::chrono::hours{24};
  rate();
  const auto yesterday = writer.CloseIfDue();
  REQUIRE(yesterday->count == 1);
  REQUIRE(yesterday->number == 3);
  REQUIRE_FALSE(writer.CloseIfDue());
}

}  // namespace
}  // namespace tanggap

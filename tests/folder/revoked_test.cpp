// A stolen device whose key goes on writing: nothing of it gets in, not even under an old number.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "folder/alarms.h"
#include "folder/chain_listing.h"
#include "folder/collect.h"
#include "folder/founded_office.h"
#include "folder/mirror.h"
#include "folder/packs.h"
#include "ledger/roster_changes.h"
#include "storage/register.h"
#include "support/catch.h"
#include "support/tree_check.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// An office whose `stolen` device wrote three segments, is revoked, and whose thief has its key.
struct Stolen {
  explicit Stolen(bool desk) : device(desk ? office.Desk() : office.Kiosk()) {
    kept = office.OtherKiosk().Complain("ini tetap");
    office.OtherKiosk().PublishAll();
    if (desk) {
      office.Desk().signer.person.emplace(
          PersonKey{SigningKey(office.founding->people.front().signing.Seed().Copy()),
                    SealingKey(office.founding->people.front().sealing.Held().Copy())});
    }
    for (int i = 0; i < 3; ++i) {
      device.Rate(3);
      device.PublishAll();
    }
    for (int i = 0; i < 2; ++i) {
      Mirror(device.replica, office.Central());
      Mirror(office.OtherKiosk().replica, office.Central());
    }
    revoked = NextRoster(office.TheRoster(), office.clock.now);
    RevokeNode(revoked, device.key.Id(),
               SeenHeads(std::vector{office.Central()}, office.TheRoster()));
    const std::string bytes = WriteRoster(revoked, office.founding->root);
    auto read = ReadRoster(bytes, office.TheRoster().office.root, &office.TheRoster());
    REQUIRE(read.Ok());
    revoked = std::move(read).Value();
    PublishRoster(office.Central(), revoked, bytes);
  }
  // In the place of the genuine segment `number`, and before its day: one with `draft` in it.
  void Forge(std::uint32_t number, Draft draft) {
    const auto chains = ListChains(NodeDirectory(office.Central(), office.Id(), device.key.Id()));
    const FoundSegment& genuine = chains.begin()->second.at(number).front();
    const auto read = ReadFound(genuine, office.Id(), device.key.Id(), office.TheRoster());
    REQUIRE(read.Ok());
    office.clock.now -= std::chrono::hours{1};
    draft.id = device.recorder.NewId();
    forged = draft.id;
    device.recorder.Write(std::vector{draft});
    const auto records = device.journal.Unsegmented(10);
    SegmentHeader header = read.Value().front().header;
    const ClosedSegment closed = CloseSegment(header, records, device.key.signing);
    Publish(genuine.file.parent_path(),
            Write(SegmentName{header.epoch, header.nonce, header.number, closed.hash.substr(0, 8)}),
            SegmentBytes(closed, records));
    if (const std::string box = BoxBytes(records); !box.empty())
      Publish(
          genuine.file.parent_path(),
          Write(BoxName{{header.epoch, header.nonce, header.number, closed.hash.substr(0, 8)}, 1}),
          box);
  }

  FoundedOffice office;
  Device& device;
  Roster revoked;
  RecordId kept;
  RecordId forged;
};

Draft Rated() {
  Draft draft;
  draft.type = RecordType::kRated;
  draft.clear = {{"score", 1}};
  return draft;
}

}  // namespace

TEST_CASE("A desk that starts from nothing refuses a revoked device's back-dated fork",
          "[folder][revoked]") {
  Stolen stolen(false);
  FoundedOffice& office = stolen.office;
  stolen.Forge(GENERATE(1U, 2U, 3U), Rated());
  Mirror(office.Desk().replica, office.Central());
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  CollectRound round;
  bool said = false;
  for (int i = 0; i < 3; ++i) {
    round = collector.Round(stolen.revoked, {}, 1000);
    for (const Problem& problem : round.bad)
      said = said || problem.message.find("revoked") != std::string::npos;
  }
  CHECK(said);
  CHECK_FALSE(cases.Find(stolen.forged));
  CHECK(cases.OfType(RecordType::kRated, 100).size() == 3);  // what it wrote before is there
  CHECK(round.gaps.empty());
  CHECK(WhyNotWhole(office.Central(), office.Id()).find("revoked") != std::string::npos);
}

TEST_CASE("Without the fork a revoked device's own records are read whole", "[folder][revoked]") {
  Stolen stolen(false);
  FoundedOffice& office = stolen.office;
  Mirror(office.Desk().replica, office.Central());
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  const CollectRound round = collector.Round(stolen.revoked, {}, 1000);
  CHECK(round.bad.empty());
  CHECK(round.gaps.empty());
  CHECK(cases.OfType(RecordType::kRated, 100).size() == 3);
  CHECK(WhyNotWhole(office.Central(), office.Id()) == "");
}

TEST_CASE("What a cloned disk wrote before the revocation counts on both branches",
          "[folder][revoked]") {
  Stolen stolen(false);
  FoundedOffice& office = stolen.office;
  stolen.Forge(2, Rated());  // a clone's, for here nobody has revoked anything
  Roster revoked = NextRoster(office.TheRoster(), office.clock.now);
  const auto seen = SeenHeads(std::vector{office.Central()}, office.TheRoster());
  CHECK(std::ranges::count(seen, stolen.device.key.Id(), &ChainPin::node) == 2);
  RevokeNode(revoked, stolen.device.key.Id(), seen);
  const Roster adopted = ReadRoster(WriteRoster(revoked, office.founding->root),
                                    office.TheRoster().office.root, &office.TheRoster())
                             .Value();
  Mirror(office.Desk().replica, office.Central());
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  for (int i = 0; i < 3; ++i)
    collector.Round(adopted, {}, 1000);
  CHECK(cases.Find(stolen.forged));
  CHECK(cases.OfType(RecordType::kRated, 100).size() == 4);
}

TEST_CASE("Of a revoked device nothing is read before the way to its pin is whole",
          "[folder][revoked]") {
  Stolen stolen(false);
  FoundedOffice& office = stolen.office;
  stolen.Forge(1, Rated());
  Mirror(office.Desk().replica, office.Central());
  const fs::path own = NodeDirectory(office.Desk().replica, office.Id(), stolen.device.key.Id());
  const auto chains = ListChains(own);
  const fs::path second = chains.begin()->second.at(2).front().file;
  const fs::path aside = office.directory / "aside";
  fs::rename(second, aside);
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  CollectRound round = collector.Round(stolen.revoked, {}, 1000);
  CHECK(round.bad.empty());
  REQUIRE(round.gaps.size() == 1);
  CHECK(round.gaps.front().segment == 2);
  CHECK(cases.OfType(RecordType::kRated, 100).empty());
  CHECK(WhyNotWhole(office.Desk().replica, office.Id()).find("segment 2") != std::string::npos);
  fs::rename(aside, second);
  for (int i = 0; i < 3; ++i)
    round = collector.Round(stolen.revoked, {}, 1000);
  CHECK(round.gaps.empty());
  CHECK_FALSE(cases.Find(stolen.forged));
  CHECK(cases.OfType(RecordType::kRated, 100).size() == 3);
}

TEST_CASE("A revoked desk's forged erasure erases nothing anywhere", "[folder][revoked][erase]") {
  Stolen stolen(true);
  FoundedOffice& office = stolen.office;
  Draft erased;
  erased.type = RecordType::kErased;
  erased.clear = {{"bodies", List{Value(List{ToHex(stolen.kept), "ci"})}}};
  stolen.Forge(2, erased);
  const fs::path stick = office.directory / "stick";
  fs::create_directories(stick);
  for (int i = 0; i < 2; ++i) {
    Mirror(office.OtherKiosk().replica, office.Central());
    Mirror(stick, office.Central());
  }
  for (const fs::path& folder : {office.Central(), stick, office.OtherKiosk().replica}) {
    std::size_t lines = 0;
    for (const auto& [path, bytes] : TreeOf(folder)) {
      if (path.ends_with(".box") && bytes.find(ToHex(stolen.kept)) != std::string::npos)
        lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    }
    CHECK(lines == 3);
  }
}

TEST_CASE("Gaps and devices on two disks are told from names, packs included", "[folder][alarms]") {
  FoundedOffice office;
  for (int i = 0; i < 4; ++i) {
    office.Kiosk().Rate(2);
    office.Kiosk().PublishAll();
  }
  const auto look = [&] {
    return AlarmWatch(office.Kiosk().replica)
        .Look(ListFiles(office.Kiosk().replica).files, office.TheRoster());
  };
  CHECK(look().gaps.empty());
  CHECK(look().lives.empty());
  const auto chains =
      ListChains(NodeDirectory(office.Kiosk().replica, office.Id(), office.Kiosk().key.Id()));
  const FoundSegment second = chains.begin()->second.at(2).front();
  SECTION("a segment that has not arrived") {
    fs::remove(second.file);
    REQUIRE(look().gaps.size() == 1);
    CHECK(look().gaps.front().segment == 2);
    CHECK(Describe(look(), office.TheRoster()).front().find("segment 2") != std::string::npos);
  }
  SECTION("a pack in place of the files, and beside its first one") {
    PackWish wish;
    wish.may_pack = [](const NodeId&, const std::string&) { return true; };
    wish.without_bodies = [](const NodeId&) { return false; };
    const fs::path first = chains.begin()->second.at(1).front().file;
    fs::copy_file(first, office.directory / "first");
    Packer(office.Kiosk().replica)
        .Round(ListFiles(office.Kiosk().replica).files, office.TheRoster(), wish);
    office.Kiosk().Rate(2);
    CHECK(look().gaps.empty());
    CHECK(look().lives.empty());
    fs::copy_file(office.directory / "first", first);
    CHECK(look().lives.empty());
  }
  SECTION("a second segment under one number") {
    SegmentName other = second.name;
    other.start = "0badc0de";
    std::string bytes = *ReadWhole(second.file, 1'000'000, nullptr);
    bytes.replace(bytes.rfind(second.name.start), 8, other.start);
    std::ofstream(second.file.parent_path() / Write(other), std::ios::binary) << bytes;
    REQUIRE(look().lives.size() == 1);
    CHECK(look().lives.front().segment == 2);
    CHECK(look().lives.front().node == office.Kiosk().key.Id());
  }
  SECTION("a second epoch") {
    SegmentName other = chains.begin()->second.at(1).front().name;
    other.epoch = 2;
    fs::copy_file(second.file, second.file.parent_path() / Write(other));
    REQUIRE(look().lives.size() == 1);
    CHECK(look().lives.front().epoch == 2);
  }
}

}  // namespace tanggap

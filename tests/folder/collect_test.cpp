// From a kiosk's tap to a desk's list, and from a desk's word to the kiosk, through real files.
#include "folder/collect.h"

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "folder/founded_office.h"
#include "folder/mirror.h"
#include "folder/own_chain.h"
#include "ledger/sealing.h"
#include "ledger/status_drafts.h"
#include "storage/register.h"
#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const Day kToday = DayFromIso("2026-11-21").value();

RegisterSettings Settings() {
  RegisterSettings settings;
  settings.lookup_of = [](const std::string& secret) {
    const auto derived = TicketSecret::FromHex(secret);
    return derived ? derived->Lookup() : std::string();
  };
  settings.rules_version = "1";
  return settings;
}

struct DeskRegister {
  explicit DeskRegister(FoundedOffice& office)
      : cases(office.directory / "register.db", decree, configuration, Settings()),
        collector(cases, office.Desk().journal, office.Desk().replica, office.Id()) {}
  Decree decree;
  Office configuration;
  SqliteRegister cases;
  DeskCollector collector;
};

OpenSealed OpensFor(FoundedOffice& office) {
  return [&office](const RecordId& id, const std::string& type, const SealedBody& body) {
    const ReadingKeys keys =
        ReadingKeys::Unwrap(office.TheRoster().people.front(), office.founding->people.front());
    return OpenBody(office.TheRoster(), keys, id, type, body.line).body;
  };
}

}  // namespace

TEST_CASE("What a visitor lodged reaches the desk's list, once", "[folder][collect]") {
  FoundedOffice office;
  const RecordId lodged = office.Kiosk().Complain("antre lama sekali di loket");
  office.Kiosk().Rate(4);
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());

  DeskRegister desk(office);
  CollectRound round = desk.collector.Round(office.TheRoster(), {});
  CHECK(round.bad.empty());
  CHECK(round.gaps.empty());
  CHECK(round.records == 2);
  CHECK(desk.cases.Count(CaseView::kNew, kToday) == 1);
  REQUIRE(desk.cases.Row(lodged).has_value());
  CHECK(desk.cases.Row(lodged)->code.empty());  // nobody has signed in
  CHECK(desk.cases.Ratings(kToday).size() == 1);
  CHECK(desk.cases.Ratings(kToday).front().by_score[3] == 1);

  // Somebody signs in: what waited is opened, identity is not.
  const OpenSealed open = OpensFor(office);
  std::vector<std::pair<RecordId, std::pair<BodyClass, Body>>> opened;
  for (const BodyClass body_class : {BodyClass::kFacts, BodyClass::kContent}) {
    for (const auto& pending : desk.cases.Pending(body_class, 100)) {
      const auto body = open(pending.id, pending.type, pending.body);
      REQUIRE(body.has_value());
      opened.push_back({pending.id, {body_class, *body}});
    }
  }
  desk.cases.Open(opened);
  CHECK(desk.cases.Row(lodged)->code == Grouped(office.Kiosk().code));
  CHECK(desk.cases.Search("lama", 10).size() == 1);
  CHECK(desk.cases.FindByCode(Compact(office.Kiosk().code).substr(0, 5)) == lodged);
  CHECK(desk.cases.FindByLookup(office.Kiosk().secrets.Of(office.Kiosk().code).Lookup()) == lodged);
  CHECK(desk.cases.Sealed(lodged, BodyClass::kIdentity).has_value());
  CHECK(desk.cases.StatesToPublish(10) == std::vector{lodged});
  desk.cases.StatesPublished(std::vector{lodged});
  CHECK(desk.cases.StatesToPublish(10).empty());

  const std::uint64_t revision = desk.cases.Revision();
  round = desk.collector.Round(office.TheRoster(), open);
  CHECK(round.records == 0);
  CHECK(desk.cases.Revision() == revision);
}

TEST_CASE("A gap waits and is said, the rest follows when it is filled", "[folder][collect]") {
  FoundedOffice office;
  for (int i = 0; i < 3; ++i) {
    office.Kiosk().Rate(1 + i);
    office.Kiosk().PublishAll();
  }
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  fs::path second;
  for (const auto& [path, bytes] : TreeOf(office.Desk().replica)) {
    if (path.find("-00000002-") != std::string::npos)
      second = TreeRoot(office.Desk().replica) / path;
  }
  fs::remove(second);

  DeskRegister desk(office);
  CollectRound round = desk.collector.Round(office.TheRoster(), {});
  CHECK(round.records == 1);
  REQUIRE(round.gaps.size() == 1);
  CHECK(round.gaps.front() == Gap{office.Kiosk().key.Id(), 1, 2});
  Mirror(office.Desk().replica, office.Central());
  round = desk.collector.Round(office.TheRoster(), {});
  CHECK(round.gaps.empty());
  CHECK(round.records == 2);
}

TEST_CASE("A damaged segment is named and left, other nodes are read", "[folder][collect]") {
  FoundedOffice office;
  office.Kiosk().Rate(1);
  office.OtherKiosk().Rate(2);
  for (auto& device : office.devices)
    device->PublishAll();
  for (int i = 0; i < 2; ++i) {
    for (auto& device : office.devices)
      Mirror(device->replica, office.Central());
  }
  const fs::path node =
      NodeDirectory(office.Desk().replica, office.Id(), office.Kiosk().key.Id()) / "202611";
  fs::path damaged;
  for (const auto& entry : fs::directory_iterator(node)) {
    if (entry.path().extension() == ".seg") damaged = entry.path();
  }
  fs::resize_file(damaged, fs::file_size(damaged) - 5);

  DeskRegister desk(office);
  const CollectRound round = desk.collector.Round(office.TheRoster(), {});
  CHECK(round.records == 1);
  REQUIRE(round.bad.size() == 1);
  CHECK(round.bad.front().file == damaged.string());
  CHECK(fs::exists(damaged));
}

TEST_CASE("A ticket's state and an acknowledgement come back to the kiosk", "[folder][collect]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  const TicketSecret& secret = office.Kiosk().secrets.Of(office.Kiosk().code);
  const TicketState state{
      TicketStage::kExamined, TicketSide::kNone, {}, {}, kToday, kToday, kToday};
  office.Desk().recorder.Write(
      StatusDrafts(std::vector{StateToPublish{secret.Hex(), state}}, office.randomness));
  const ClosedSegment segment = office.Kiosk().journal.SegmentsSince(kToday).front();
  Acknowledgement ack{office.Kiosk().key.Id(), 1, 1, segment.hash};
  SECTION("of other bytes it counts for nothing") {
    ack.hash = std::string(64, '0');
  }
  office.Desk().recorder.Write(std::vector{AckDraft(ack, office.randomness)});
  office.Desk().PublishAll();
  Mirror(office.Desk().replica, office.Central());
  Mirror(office.Kiosk().replica, office.Central());

  KioskCollector collector(office.Kiosk().journal, office.Kiosk().replica, office.Id(),
                           office.Kiosk().key.Id());
  CHECK(collector.Round(office.TheRoster(), kToday).segments == 1);
  const auto found = office.Kiosk().journal.FindState(secret.Lookup());
  REQUIRE(found.has_value());
  CHECK(secret.OpenState(found->capsule) == state);
  CHECK(office.Kiosk().journal.SegmentsSince(kToday).front().acknowledged ==
        (ack.hash == segment.hash));
  CHECK(collector.Round(office.TheRoster(), kToday).segments == 0);
}

TEST_CASE("Bodies that arrive late hold nothing up and are supplied when they come",
          "[folder][collect]") {
  FoundedOffice office;
  const RecordId lodged = office.Kiosk().Complain("antre lama sekali");
  office.Kiosk().PublishAll();
  office.Kiosk().Rate(4);
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  fs::path box;
  for (const auto& [path, bytes] : TreeOf(office.Desk().replica)) {
    if (path.ends_with(".box")) box = TreeRoot(office.Desk().replica) / path;
  }
  const fs::path aside = office.directory / "aside.box";
  fs::rename(box, aside);

  DeskRegister desk(office);
  const NodeId kiosk = office.Kiosk().key.Id();
  CollectRound round = desk.collector.Round(office.TheRoster(), OpensFor(office));
  CHECK(round.records == 2);
  CHECK(round.gaps.empty());
  REQUIRE(round.bad.size() == 1);
  CHECK(desk.collector.LacksBodiesOf(kiosk, 1));  // so nothing of this chain is acknowledged
  CHECK(desk.cases.LackingBodies(10).size() == 1);
  CHECK(desk.cases.Row(lodged)->code.empty());

  fs::rename(aside, box);
  SECTION("while the desk runs") {
    round = desk.collector.Round(office.TheRoster(), OpensFor(office));
    CHECK(round.supplied == 3);
    CHECK_FALSE(desk.collector.LacksBodiesOf(kiosk, 1));
  }
  SECTION("while the desk was off") {
    DeskCollector later(desk.cases, office.Desk().journal, office.Desk().replica, office.Id());
    CHECK(later.Round(office.TheRoster(), OpensFor(office)).supplied == 3);
    CHECK_FALSE(later.LacksBodiesOf(kiosk, 1));
  }
  CHECK(desk.cases.Row(lodged)->code == Grouped(office.Kiosk().code));
  CHECK(desk.cases.Search("sekali", 10).size() == 1);
  CHECK(desk.cases.LackingBodies(10).empty());
}

TEST_CASE(
    "A late acknowledgement speaks for all segments before it, and lets bodies go after 30 days",
    "[folder][collect]") {
  FoundedOffice office;
  for (int i = 0; i < 3; ++i) {
    office.Kiosk().Complain("antre lama");
    office.Kiosk().PublishAll();
  }
  const std::vector<ClosedSegment> segments = office.Kiosk().journal.SegmentsSince(kToday);
  office.Desk().recorder.Write(
      std::vector{AckDraft({office.Kiosk().key.Id(), 1, 2, segments[1].hash}, office.randomness)});
  office.Desk().PublishAll();
  Mirror(office.Desk().replica, office.Central());
  Mirror(office.Kiosk().replica, office.Central());
  KioskCollector collector(office.Kiosk().journal, office.Kiosk().replica, office.Id(),
                           office.Kiosk().key.Id());
  collector.Round(office.TheRoster(), kToday);
  CHECK(collector.NewestDeskDay() == kToday);
  const auto boxes = [&](const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& [path, bytes] : TreeOf(folder))
      count += path.ends_with(".box") ? 1 : 0;
    return count;
  };
  REQUIRE(boxes(office.Kiosk().replica) == 3);
  CHECK(office.Kiosk().publisher.Prune(DayFromIso("2026-11-20").value()) == 0);
  CHECK(boxes(office.Kiosk().replica) == 3);
  CHECK(office.Kiosk().publisher.Prune(kToday) == 2);
  CHECK(boxes(office.Kiosk().replica) == 1);  // the third was never acknowledged
  CHECK(boxes(office.Central()) == 3);
  for (int i = 0; i < 2 * Publisher::kLookEvery; ++i)
    office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  CHECK(boxes(office.Kiosk().replica) == 1);  // neither published again nor fetched back
  CHECK(boxes(office.Central()) == 3);
}

TEST_CASE("A clock gone wrong drops nothing early", "[folder][collect]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  const ClosedSegment segment = office.Kiosk().journal.SegmentsSince(kToday).front();
  REQUIRE(office.Kiosk().journal.Acknowledge(1, 1, segment.hash, kToday));
  OwnChain own({office.Kiosk().journal, office.clock, office.randomness}, office.Kiosk().key, 1,
               {office.Kiosk().replica, office.TheRoster().office.zone, std::chrono::seconds{0}});
  office.clock.now += std::chrono::hours{24 * 365};
  CHECK(own.Prune(std::nullopt) == 0);
  CHECK(own.Prune(kToday) == 0);
  CHECK(own.Prune(DayFromIso("2026-12-20").value()) == 0);
  CHECK(own.Prune(DayFromIso("2026-12-21").value()) == 1);
}

TEST_CASE("What was read before the folder fails is kept", "[folder][collect]") {
  FoundedOffice office;
  const RecordId first = office.Kiosk().Complain("antre lama sekali di loket");
  office.Kiosk().PublishAll();
  const RecordId second = office.Kiosk().Complain("kursi rusak");
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());

  DeskRegister desk(office);
  const OpenSealed fails = [&](const RecordId& id, const std::string&,
                               const SealedBody&) -> std::optional<Body> {
    if (id == second)
      throw std::filesystem::filesystem_error("read", std::make_error_code(std::errc::io_error));
    return std::nullopt;
  };
  CHECK_THROWS_AS(desk.collector.Round(office.TheRoster(), fails),
                  std::filesystem::filesystem_error);
  CHECK(desk.cases.Row(first).has_value());
  CHECK_FALSE(desk.cases.Row(second).has_value());
  CHECK(desk.collector.Round(office.TheRoster(), {}).records == 1);
}

}  // namespace tanggap

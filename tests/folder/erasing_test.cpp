// Erasing: what an `erased` record names leaves every node that syncs, and nothing else does.
#include <filesystem>
#include <fstream>
#include <string>

#include "folder/collect.h"
#include "folder/founded_office.h"
#include "folder/mirror.h"
#include "storage/register.h"
#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const Day kToday = DayFromIso("2026-11-21").value();

struct Erasing {
  Erasing() {
    lodged = office.Kiosk().Complain("rahasia yang harus hilang");
    kept = office.Kiosk().Complain("ini tetap");
    office.Kiosk().PublishAll();
    PersonSigns();
    Sync();
  }
  void PersonSigns() {
    office.Desk().signer.person.emplace(
        PersonKey{SigningKey(office.founding->people.front().signing.Seed().Copy()),
                  SealingKey(office.founding->people.front().sealing.Held().Copy())});
  }
  void Sync() {
    for (int i = 0; i < 2; ++i) {
      Mirror(office.Kiosk().replica, office.Central());
      Mirror(office.Desk().replica, office.Central());
    }
  }
  RecordId Write(RecordType type, std::vector<RecordId> refs, Fields clear, Fields facts) {
    office.clock.now += std::chrono::seconds{1};
    Draft draft;
    draft.id = office.Desk().recorder.NewId();
    draft.type = type;
    draft.refs = std::move(refs);
    draft.clear = std::move(clear);
    draft.facts = std::move(facts);
    office.Desk().recorder.Write(std::vector{draft});
    office.Desk().PublishAll();
    return draft.id;
  }
  RecordId Erase(const std::string& classes, std::vector<RecordId> seen = {}) {
    return Write(RecordType::kErased, std::move(seen),
                 {{"bodies", List{Value(List{ToHex(lodged), classes})}}}, {{"rule", "uu-27-2022"}});
  }
  // Lines of this record's class in the boxes of a folder.
  static std::size_t Lines(const fs::path& folder, const RecordId& id, char body_class) {
    const std::string wanted = std::string("\"c\":\"") + body_class + "\",\"id\":\"" + ToHex(id);
    std::size_t count = 0;
    for (const auto& [path, bytes] : TreeOf(folder)) {
      if (!path.ends_with(".box")) continue;
      for (std::size_t at = bytes.find(wanted); at != std::string::npos;
           at = bytes.find(wanted, at + 1))
        ++count;
    }
    return count;
  }

  FoundedOffice office;
  RecordId lodged;
  RecordId kept;
};

}  // namespace

TEST_CASE("What an erased record names leaves every copy that syncs, the rest stays",
          "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  const fs::path stick = office.directory / "stick";
  fs::create_directories(stick);
  Mirror(office.Desk().replica, stick);
  world.Erase("ci");
  world.Sync();
  Mirror(office.Desk().replica, stick);
  for (const fs::path& folder :
       {office.Central(), office.Desk().replica, office.Kiosk().replica, stick}) {
    INFO(folder);
    CHECK(Erasing::Lines(folder, world.lodged, 'c') == 0);
    CHECK(Erasing::Lines(folder, world.lodged, 'i') == 0);
    CHECK(Erasing::Lines(folder, world.lodged, 'f') == 1);
    CHECK(Erasing::Lines(folder, world.kept, 'c') == 1);
  }
  const MirrorRound again = Mirror(office.Desk().replica, office.Central());
  CHECK(again.sent + again.received + again.erased == 0);
  CHECK(again.problems.empty());
}

TEST_CASE("A kiosk erases in its journal too, and publishes nothing erased again",
          "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  world.Erase("ci");
  world.Sync();
  Device& kiosk = office.Kiosk();
  KioskCollector collector(kiosk.journal, kiosk.replica, office.Id(), kiosk.key.Id());
  CHECK(collector.Round(office.TheRoster(), kToday).erased == 2);
  kiosk.publisher.LookAgain();
  for (int i = 0; i < 2 * Publisher::kLookEvery; ++i)
    CHECK(kiosk.PublishAll().problems.empty());
  world.Sync();
  for (const fs::path& folder : {office.Central(), kiosk.replica})
    CHECK(Erasing::Lines(folder, world.lodged, 'c') == 0);
  CHECK(Erasing::Lines(kiosk.replica, world.kept, 'c') == 1);
}

TEST_CASE("A desk forgets erased words: fields, search and sealed lines", "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  const Decree decree;
  const Office configuration;
  const fs::path file = office.directory / "register.db";
  {
    SqliteRegister cases(file, decree, configuration, {});
    DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
    const OpenSealed open = [&](const RecordId& id, const std::string& type,
                                const SealedBody& body) {
      const ReadingKeys keys =
          ReadingKeys::Unwrap(office.TheRoster().people.front(), office.founding->people.front());
      return OpenBody(office.TheRoster(), keys, id, type, body.line).body;
    };
    collector.Round(office.TheRoster(), open);
    REQUIRE(cases.Search("rahasia", 10).size() == 1);
    world.Erase("ci");
    world.Sync();
    CHECK(collector.Round(office.TheRoster(), open).erased == 2);
    CHECK(cases.Search("rahasia", 10).empty());
    CHECK(cases.Search("tetap", 10).size() == 1);
    CHECK(cases.Find(world.lodged)->bodies.at(BodyClass::kContent).state == BodyState::kErased);
    CHECK_FALSE(cases.Sealed(world.lodged, BodyClass::kIdentity).has_value());
    CHECK(collector.Round(office.TheRoster(), open).erased == 0);
  }
  // Nor is the word anywhere in the file.
  for (const char* ending : {"", "-wal"}) {
    const auto bytes = ReadWhole(file.string() + ending, std::size_t{1} << 26U, nullptr);
    if (bytes) CHECK(bytes->find("rahasia") == std::string::npos);
  }
}

TEST_CASE("A legal hold keeps what an erasure didn't know to be held", "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  const RecordId hold = world.Write(RecordType::kLegalHold, {world.lodged}, {}, {{"on", true}});
  world.Erase("ci");
  world.Sync();
  CHECK(Erasing::Lines(office.Central(), world.lodged, 'c') == 1);
  Device& kiosk = office.Kiosk();
  KioskCollector collector(kiosk.journal, kiosk.replica, office.Id(), kiosk.key.Id());
  CHECK(collector.Round(office.TheRoster(), kToday).erased == 0);
  // Lifted, and erased by somebody who saw both.
  const RecordId lifted = world.Write(RecordType::kLegalHold, {world.lodged}, {}, {{"on", false}});
  world.Erase("ci", {hold, lifted});
  world.Sync();
  CHECK(Erasing::Lines(office.Central(), world.lodged, 'c') == 0);
  CHECK(collector.Round(office.TheRoster(), kToday).erased == 2);
}

TEST_CASE("A hold that came too late for one body withholds none of the others",
          "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  world.Erase("c");
  world.Sync();
  REQUIRE(Erasing::Lines(office.Central(), world.lodged, 'c') == 0);
  world.Write(RecordType::kLegalHold, {world.lodged}, {}, {{"on", true}});
  world.Sync();
  const fs::path newcomer = office.directory / "newcomer";
  fs::create_directories(newcomer);
  for (int i = 0; i < 2; ++i)
    Mirror(newcomer, office.Central());
  CHECK(Erasing::Lines(newcomer, world.kept, 'c') == 1);
  CHECK(Erasing::Lines(newcomer, world.lodged, 'i') == 1);
}

TEST_CASE("A box that such a hold left incomplete is restored like any other when it is altered",
          "[folder][erase]") {
  const bool cut = GENERATE(true, false);
  Erasing world;
  FoundedOffice& office = world.office;
  world.Erase("c");
  world.Sync();
  world.Write(RecordType::kLegalHold, {world.lodged}, {}, {{"on", true}});
  world.Sync();
  const auto before = TreeOf(office.Central());
  for (const auto& [path, bytes] : before) {
    if (!path.ends_with(".02.box")) continue;
    const fs::path box = TreeRoot(office.Central()) / path;
    std::string altered = bytes;
    altered[altered.size() / 2] ^= 1;
    std::ofstream(box) << (cut ? bytes.substr(0, bytes.size() / 2) : altered);
  }
  REQUIRE(TreeOf(office.Central()) != before);
  Mirror(office.Kiosk().replica, office.Central(), MirrorCheck::kAll);
  Mirror(office.Desk().replica, office.Central(), MirrorCheck::kAll);
  CHECK(TreeOf(office.Central()) == before);
}

TEST_CASE("A kiosk's own word erases nothing, nor does an emptied box", "[folder][erase]") {
  Erasing world;
  FoundedOffice& office = world.office;
  fs::path box;
  for (const auto& [path, bytes] : TreeOf(office.Central())) {
    if (path.ends_with(".01.box")) box = TreeRoot(office.Central()) / path;
  }
  std::string name = box.filename();
  name.replace(name.find(".01.box"), 7, ".09.box");
  std::ofstream(box.parent_path() / name).flush();  // "a later generation", by somebody
  world.Sync();
  CHECK(fs::exists(box));
  CHECK_FALSE(fs::exists(TreeRoot(office.Desk().replica) /
                         fs::relative(box.parent_path() / name, TreeRoot(office.Central()))));
  CHECK(Erasing::Lines(office.Desk().replica, world.lodged, 'c') == 1);
  // A real erasure passes over it.
  world.Erase("c");
  world.Sync();
  CHECK(Erasing::Lines(office.Central(), world.lodged, 'c') == 0);
  CHECK(Erasing::Lines(office.Central(), world.lodged, 'i') == 1);
}

}  // namespace tanggap

// Packs: several segments in one file, as another device or a later version may write them.
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

struct PackedDay {
  PackedDay() {
    for (int i = 0; i < 3; ++i) {
      office.Kiosk().Complain("antre lama");
      office.Kiosk().PublishAll();
    }
    for (const auto& [path, bytes] : TreeOf(office.Kiosk().replica)) {
      if (path.ends_with(".roster")) continue;
      singles[path] = bytes;
      const fs::path file(path);
      if (path.ends_with(".box")) boxes += bytes;
      if (!path.ends_with(".seg")) continue;
      const SegmentName name = *ReadSegmentName(file.filename().string());
      if (segments.empty()) pack = name;
      pack.start = name.start;
      segments += bytes;
      month = file.parent_path();
    }
  }
  void PutPack(const fs::path& folder) const {
    Publish(TreeRoot(folder) / month, Write(BoxName{pack, 1}), boxes);
    Publish(TreeRoot(folder) / month, Write(pack), segments);
  }
  void PutSingles(const fs::path& folder, std::size_t count) const {
    for (const auto& [path, bytes] : singles) {
      const fs::path file(path);
      const std::string name = file.filename().string();
      const auto segment = ReadSegmentName(name);
      const auto box = ReadBoxName(name);
      if ((segment ? segment->number : box->segment.number) <= count)
        Publish(TreeRoot(folder) / file.parent_path(), name, bytes);
    }
  }

  FoundedOffice office;
  std::map<std::string, std::string> singles;
  std::string segments;
  std::string boxes;
  SegmentName pack;
  fs::path month;
};

}  // namespace

TEST_CASE("A pack is read like its segments one by one, wherever reading stood",
          "[folder][packs]") {
  PackedDay packed;
  FoundedOffice& office = packed.office;
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  const std::size_t known = GENERATE(0U, 1U, 2U, 3U);
  packed.PutSingles(office.Desk().replica, known);
  CHECK(collector.Round(office.TheRoster(), {}).records == known);
  packed.PutPack(office.Desk().replica);
  CollectRound round = collector.Round(office.TheRoster(), {});
  CHECK(round.records == 3 - known);
  CHECK(round.bad.empty());
  CHECK(round.gaps.empty());
  CHECK(cases.LackingBodies(10).empty());
  // What comes after the pack continues it.
  office.Kiosk().Rate(2);
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  round = collector.Round(office.TheRoster(), {});
  CHECK(round.records == 1);
  CHECK(collector.Round(office.TheRoster(), {}).gaps.empty());
}

TEST_CASE("A mirror doesn't send segments that the other side has in a pack", "[folder][packs]") {
  PackedDay packed;
  FoundedOffice& office = packed.office;
  packed.PutPack(office.Central());
  const MirrorRound round = Mirror(office.Kiosk().replica, office.Central());
  CHECK(round.packed == 3);
  for (const auto& [path, bytes] : TreeOf(office.Central())) {
    if (path.ends_with(".seg")) CHECK(fs::path(path).filename() == Write(packed.pack));
  }
}

}  // namespace tanggap

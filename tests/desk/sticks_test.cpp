// Carrying to a stick: which file systems count as one, and that "safe" is said only after
// everything was read back from it.
#include "desk/wiring/sticks.h"

#include <fstream>
#include <vector>

#include "fakes/fake_clock.h"
#include "folder/publish.h"
#include "folder/rosters.h"
#include "support/catch.h"
#include "support/founded_office.h"
#include "support/temporary_directory.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

// A replica with a roster in it, as every desk has one.
struct Replica {
  Replica() { PublishRoster(directory / "replica", office.Book(), office.founding.roster_bytes); }
  [[nodiscard]] std::vector<Carriage> Carry() {
    std::vector<Carriage> told;
    CarryTo(directory / "replica", StickAt(directory / "stick"), clock,
            [&](const Carriage& one) { told.push_back(one); });
    REQUIRE_FALSE(told.empty());
    return told;
  }
  TemporaryDirectory directory;
  FoundedOffice office;
  FakeClock clock;
};

}  // namespace

TEST_CASE("Only what a desktop mounts from a device of its own is a stick",
          "[desk][stick][wiring]") {
  const std::vector<Stick> sticks = SticksIn(
      "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
      "40 22 8:17 / /media/meja/STIK\\040MERAH rw,nosuid shared:2 - vfat /dev/sdb1 rw\n"
      "41 22 0:50 / /media/meja/share rw - cifs //server/share rw\n"
      "42 22 8:33 / /run/media/meja/BIRU rw - exfat /dev/sdc1 rw\n"
      "43 22 8:34 / /mnt/data rw - ext4 /dev/sdd1 rw\n"
      "44 22\n");
  REQUIRE(sticks.size() == 2);
  CHECK(sticks[0] == Stick{"/media/meja/STIK MERAH", "STIK MERAH"});
  CHECK(sticks[1] == Stick{"/run/media/meja/BIRU", "BIRU"});
}

TEST_CASE("A stick is safe once everything was read back from it, and that is noted",
          "[desk][stick][wiring]") {
  Replica replica;
  fs::create_directory(replica.directory / "stick");
  std::ofstream(replica.directory / "replica" / "node") << "";
  const std::vector<Carriage> told = replica.Carry();
  CHECK(told.front().stage == Carriage::Stage::kCopying);
  CHECK(told.back().stage == Carriage::Stage::kUnsafe);  // whose replica is it?
  fs::remove(replica.directory / "replica" / "node");
  const std::vector<Carriage> again = replica.Carry();
  CHECK(again.back().stage == Carriage::Stage::kSafe);
  CHECK(again.back().sent == 1);
  CHECK(again.back().checked == 1);
  CHECK(again.back().at == replica.clock.Now());
}

TEST_CASE("A stick that is not there is told as gone, never as safe", "[desk][stick][wiring]") {
  Replica replica;
  const std::vector<Carriage> told = replica.Carry();
  CHECK(told.back().stage == Carriage::Stage::kUnsafe);
  CHECK(told.back().fault == StickFault::kGone);
}

TEST_CASE("An altered file on the stick is restored, and the stick called safe the next time only",
          "[desk][stick][wiring]") {
  Replica replica;
  fs::create_directory(replica.directory / "stick");
  REQUIRE(replica.Carry().back().stage == Carriage::Stage::kSafe);
  fs::path file;
  for (const auto& entry : fs::recursive_directory_iterator(replica.directory / "stick")) {
    if (entry.path().extension() == ".roster") file = entry.path();
  }
  REQUIRE_FALSE(file.empty());
  std::fstream(file, std::ios::in | std::ios::out).put('X');
  const std::vector<Carriage> told = replica.Carry();
  CHECK(told.back().stage == Carriage::Stage::kUnsafe);
  CHECK(told.back().fault == StickFault::kDamaged);
  CHECK(replica.Carry().back().stage == Carriage::Stage::kSafe);
}

}  // namespace tanggap::desk

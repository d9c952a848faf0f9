// Old months become packs in the mirror's rounds: nothing is lost, nothing is read twice, and a
// kill at any file leaves a tree that verifies and that the next round finishes.
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "folder/collect.h"
#include "folder/founded_office.h"
#include "folder/mirror.h"
#include "folder/packs.h"
#include "ledger/verify.h"
#include "storage/register.h"
#include "support/catch.h"
#include "support/tree_check.h"

namespace {

// Every call that makes a change of the tree lasting or takes a file away; see DieAtChange().
int changes_left = 0;  // 0: live for ever

void Change() {
  if (changes_left > 0 && --changes_left == 0) ::_exit(9);
}

}  // namespace

// In place of the C library's, for everything in this program.
extern "C" int fsync(int file) {
  Change();
  return static_cast<int>(::syscall(SYS_fsync, file));
}
extern "C" int remove(const char* file) noexcept {
  Change();
  if (::syscall(SYS_unlinkat, AT_FDCWD, file, 0) == 0) return 0;
  if (errno != EISDIR && errno != EPERM) return -1;
  return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, file, AT_REMOVEDIR));
}

namespace tanggap {
namespace {

// From now on: the process is gone in the middle of its nth change, without a word.
void DieAtChange(int step) {
  changes_left = step;
}

namespace fs = std::filesystem;

std::size_t Count(const fs::path& folder, const std::string& part) {
  std::size_t count = 0;
  for (const auto& [path, bytes] : TreeOf(folder))
    count += path.find(part) != std::string::npos ? 1 : 0;
  return count;
}

// An office whose kiosk wrote `each` complaints in each of five months: July to November.
struct FiveMonths {
  explicit FiveMonths(int each = 4) {
    for (const char* day : {"2026-07-14", "2026-08-14", "2026-09-14", "2026-10-14", "2026-11-14"}) {
      office.clock.now =
          FromLocal({DayFromIso(day).value(), 9, 0, 0}, office.TheRoster().office.zone);
      for (int i = 0; i < each; ++i) {
        ids.insert(office.Kiosk().Complain("antre lama"));
        ids.insert(office.Kiosk().Rate(2));
        while (office.Kiosk().segments.CloseIfDue(true)) {
        }
        office.Kiosk().publisher.Round(DayFromIso(day).value());
      }
    }
  }
  // What a desk knows after reading its replica from nothing.
  std::set<RecordId> ReadAnew() {
    const Decree decree;
    const Office configuration;
    const fs::path file = office.directory / ("register" + std::to_string(++registers) + ".db");
    SqliteRegister cases(file, decree, configuration, {});
    DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
    CollectRound round = collector.Round(office.TheRoster(), {}, 1000);
    CHECK(round.gaps.empty());
    CHECK(round.bad.empty());
    round = collector.Round(office.TheRoster(), {}, 1000);
    CHECK(round.forks.empty());
    CHECK(cases.LackingBodies(10).empty());
    std::set<RecordId> known;
    for (const RecordType type : {RecordType::kRated, RecordType::kComplaintLodged}) {
      for (const Record& record : cases.OfType(type, 10'000))
        known.insert(record.id);
    }
    return known;
  }
  MirrorRound SyncKiosk() { return Mirror(office.Kiosk().replica, office.Central()); }
  MirrorRound SyncDesk() { return Mirror(office.Desk().replica, office.Central()); }

  FoundedOffice office;
  std::set<RecordId> ids;
  int registers = 0;
};

}  // namespace

TEST_CASE("Months before the newest three become one file each, on the share and at every desk",
          "[folder][packs]") {
  FiveMonths five;
  FoundedOffice& office = five.office;
  MirrorRound round = five.SyncKiosk();
  CHECK(round.problems.empty());
  CHECK(round.packs == 2);  // on the share: the kiosk's own replica still has bodies
  CHECK(Count(office.Central(), "/202607/") == 2);
  CHECK(Count(office.Central(), "/202608/") == 2);
  CHECK(Count(office.Central(), "/202609/") == 8);
  CHECK(Count(office.Kiosk().replica, "/202607/0001") >= 8);
  five.SyncDesk();
  CHECK(Count(office.Desk().replica, "/202607/") == 2);
  CHECK(five.ReadAnew() == five.ids);
  CHECK(WhyNotWhole(office.Central(), office.Id()) == "");
  CHECK(WhyNotWhole(office.Desk().replica, office.Id()) == "");
  // Nothing is left to do: not a byte moves any more.
  for (int i = 0; i < 2; ++i) {
    round = five.SyncKiosk();
    CHECK(round.sent == 0);
    CHECK(round.packs == 0);
    CHECK(round.covered == 0);
    CHECK(round.problems.empty());
    round = five.SyncDesk();
    CHECK(round.sent + round.received + round.covered == 0);
    CHECK(round.problems.empty());
  }
}

TEST_CASE("A desk that had the single files changes to the pack and reads nothing twice",
          "[folder][packs]") {
  FiveMonths five;
  FoundedOffice& office = five.office;
  // The desk has everything loose, and has read it.
  Mirror(office.Kiosk().replica, office.directory / "central");
  for (const auto& [path, bytes] : TreeOf(office.Kiosk().replica)) {
    const fs::path file(path);
    Publish(TreeRoot(office.Desk().replica) / file.parent_path(), file.filename().string(), bytes);
  }
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  CHECK(collector.Round(office.TheRoster(), {}, 1000).records == five.ids.size());
  const MirrorRound round = five.SyncDesk();
  CHECK(round.problems.empty());
  CHECK(round.covered == 8);
  CHECK(Count(office.Desk().replica, "/202608/") == 2);
  const CollectRound after = collector.Round(office.TheRoster(), {}, 1000);
  CHECK(after.records == 0);
  CHECK(after.gaps.empty());
  CHECK(after.bad.empty());
  office.Kiosk().Rate(1);
  office.Kiosk().PublishAll();
  five.SyncKiosk();
  five.SyncDesk();
  CHECK(collector.Round(office.TheRoster(), {}, 1000).records == 1);
}

TEST_CASE(
    "A kiosk never takes dropped bodies back with a pack, and packs its own once they are gone",
    "[folder][packs]") {
  FiveMonths five;
  FoundedOffice& office = five.office;
  five.SyncKiosk();
  // A desk has them all, and the kiosk drops their bodies.
  const ChainHead head = office.Kiosk().journal.Head();
  const Day today = DayFromIso("2026-11-14").value();
  REQUIRE(office.Kiosk().journal.Acknowledge(head.epoch, head.segments, head.hash, today));
  while (office.Kiosk().publisher.Prune(today) > 0) {
  }
  CHECK(Count(office.Kiosk().replica, ".box") == 0);
  const MirrorRound round = five.SyncKiosk();
  CHECK(round.problems.empty());
  CHECK(Count(office.Kiosk().replica, ".box") == 0);
  CHECK(Count(office.Kiosk().replica, "/202607/") == 1);
  CHECK(Count(office.Kiosk().replica, "/202608/") == 1);
  CHECK(Count(office.Central(), "/202607/") == 2);
  CHECK(WhyNotWhole(office.Central(), office.Id()) == "");
  // Its own program leaves them so, and goes on.
  office.Kiosk().Rate(3);
  office.Kiosk().PublishAll();
  CHECK(Count(office.Kiosk().replica, "/202607/") == 1);
  CHECK(five.SyncKiosk().sent == 1);
}

TEST_CASE("Killed at any step, packing leaves whole trees and goes on where it was",
          "[folder][packs]") {
  // Every call that changes the tree is one step; the process ends at step n, for every n.
  FiveMonths five(3);
  FoundedOffice& office = five.office;
  const fs::path loose = office.directory / "loose";
  const Tree before = ListFiles(office.Kiosk().replica).files;
  fs::copy(office.Kiosk().replica, loose, fs::copy_options::recursive);
  PackWish wish;
  wish.may_pack = [](const NodeId&, const std::string& month) { return month < "202609"; };
  wish.without_bodies = [](const NodeId&) { return false; };
  const fs::path work = office.directory / "work";
  const auto pack = [&] {
    return Packer(work).Round(ListFiles(work).files, office.TheRoster(), wish);
  };
  fs::copy(loose, work, fs::copy_options::recursive);
  pack();
  const auto packed = TreeOf(work);
  CHECK(packed.size() == before.size() - 8);  // twice six files became two
  int kills = 0;
  for (int step = 1;; ++step) {
    fs::remove_all(work);
    fs::copy(loose, work, fs::copy_options::recursive);
    const pid_t child = ::fork();
    if (child == 0) {
      DieAtChange(step);
      pack();
      ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    // The pack's box comes before the pack: in between it is named as what it is.
    const std::string why = WhyNotWhole(work, office.Id());
    if (why.find("bodies without their segment") == std::string::npos) CHECK(why == "");
    pack();
    auto after = TreeOf(work);
    // Half a file under no good name: its owner removes it after a day.
    std::erase_if(after, [](const auto& file) { return file.first.ends_with(".tmp"); });
    CHECK(after == packed);
    if (WEXITSTATUS(status) == 0) break;
    ++kills;
  }
  CHECK(kills >= 20);
}

TEST_CASE("A pack whose bodies were deleted or cut gets them back from its device's single files",
          "[folder][packs]") {
  const bool cut = GENERATE(false, true);
  FiveMonths five;
  FoundedOffice& office = five.office;
  five.SyncKiosk();
  for (const auto& [path, bytes] : TreeOf(office.Central())) {
    if (path.find("/202607/") == std::string::npos || !path.ends_with(".box")) continue;
    const fs::path box = TreeRoot(office.Central()) / path;
    cut ? fs::resize_file(box, bytes.size() / 2) : static_cast<void>(fs::remove(box));
  }
  // A desk has read the pack without them.
  five.SyncDesk();
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "register.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  collector.Round(office.TheRoster(), {}, 1000);
  REQUIRE(cases.LackingBodies(100).size() == 4);
  five.SyncKiosk();
  five.SyncDesk();
  CHECK(collector.Round(office.TheRoster(), {}, 1000).supplied == 12);
  CHECK(cases.LackingBodies(100).empty());
  CHECK(five.ReadAnew() == five.ids);
  CHECK(WhyNotWhole(office.Central(), office.Id()) == "");
  CHECK(Count(office.Central(), "/202607/") == 2);
  CHECK(five.SyncKiosk().sent == 0);
}

TEST_CASE("A pack with a bad signature or a byte too many covers nothing", "[folder][packs]") {
  FiveMonths five;
  FoundedOffice& office = five.office;
  five.SyncKiosk();
  // Its file on the share, put beside the loose files again.
  fs::path pack;
  for (const auto& [path, bytes] : TreeOf(office.Central())) {
    if (path.find("/202607/") != std::string::npos && path.ends_with(".seg")) pack = path;
  }
  std::string bytes = TreeOf(office.Central()).at(pack.string());
  const std::size_t signature = bytes.find("\"sig\":\"") + 7;
  bytes[signature] = bytes[signature] == 'A' ? 'B' : 'A';
  const auto whole = TreeOf(office.Kiosk().replica);
  Publish(TreeRoot(office.Kiosk().replica) / pack.parent_path(), pack.filename().string(), bytes);
  PackWish wish;
  wish.may_pack = [](const NodeId&, const std::string&) { return true; };
  wish.without_bodies = [](const NodeId&) { return false; };
  Packer(office.Kiosk().replica)
      .Round(ListFiles(office.Kiosk().replica).files, office.TheRoster(), wish);
  const auto now = TreeOf(office.Kiosk().replica);
  for (const auto& [path, file] : whole) {
    if (path.find("/202607/") != std::string::npos) CHECK(now.contains(path));
  }
}

TEST_CASE("Of a pack that a thief went on with, the part before the revocation is read",
          "[folder][packs]") {
  FiveMonths five;
  FoundedOffice& office = five.office;
  // The roster pins the kiosk after its second segment; the pack holds four.
  five.SyncKiosk();
  five.SyncDesk();
  Roster roster = office.TheRoster();
  const auto chains =
      ListChains(NodeDirectory(office.Kiosk().replica, office.Id(), office.Kiosk().key.Id()));
  REQUIRE(chains.size() == 1);
  const FoundSegment& second = chains.begin()->second.at(2).front();
  const auto read = ReadFound(second, office.Id(), office.Kiosk().key.Id(), roster);
  REQUIRE(read.Ok());
  for (RosterNode& node : roster.nodes) {
    if (node.id != office.Kiosk().key.Id()) continue;
    const Segment& segment = read.Value().front();
    node.revoked = true;
    node.ends = {{node.id, segment.header.epoch, segment.header.nonce, segment.header.number,
                  segment.hash, segment.header.first + segment.records.size() - 1}};
  }
  const auto packed =
      ListChains(NodeDirectory(office.Desk().replica, office.Id(), office.Kiosk().key.Id()));
  const auto kept =
      ReadFound(packed.begin()->second.at(1).front(), office.Id(), office.Kiosk().key.Id(), roster);
  REQUIRE(kept.Ok());
  CHECK(kept.Value().size() == 2);
}

TEST_CASE("The first loose month counts back over the year", "[folder][packs]") {
  FiveMonths five(1);
  const Tree files = ListFiles(five.office.Kiosk().replica).files;
  const NodeId kiosk = five.office.Kiosk().key.Id();
  CHECK(FirstLooseMonth(files, five.office.Id(), kiosk, 3) == "202609");
  CHECK(FirstLooseMonth(files, five.office.Id(), kiosk, 1) == "202611");
  CHECK(FirstLooseMonth(files, five.office.Id(), kiosk, 12) == "202512");
  CHECK(FirstLooseMonth(files, five.office.Id(), kiosk, 0) == "202612");
  CHECK(FirstLooseMonth(files, five.office.Id(), five.office.Desk().key.Id(), 3).empty());
}

}  // namespace tanggap

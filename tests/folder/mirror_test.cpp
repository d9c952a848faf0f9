// Mirroring real directories: both ways, in any order, around every damage that a share can do.
#include "folder/mirror.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "folder/founded_office.h"
#include "folder/names.h"
#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

std::size_t CountBoxesOfOthers(const Device& device) {
  std::size_t count = 0;
  for (const auto& [path, bytes] : TreeOf(device.replica)) {
    if (path.ends_with(".box") && path.find(device.key.Id().value) == std::string::npos) ++count;
  }
  return count;
}

fs::path FirstOf(const fs::path& folder, const std::string& ending) {
  for (const auto& [path, bytes] : TreeOf(folder)) {
    if (path.ends_with(ending)) return TreeRoot(folder) / path;
  }
  return {};
}

}  // namespace

TEST_CASE("Replicas and the central folder become equal in any order", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.OtherKiosk().Rate(4);
  office.Desk().Rate(3);
  for (auto& device : office.devices)
    device->PublishAll();
  std::vector<std::size_t> order = {0, 1, 2};
  const int turns = GENERATE(range(0, 6));
  for (int i = 0; i < turns; ++i)
    std::next_permutation(order.begin(), order.end());
  for (int round = 0; round < 2; ++round) {
    for (const std::size_t i : order)
      CHECK(Mirror(office.devices[i]->replica, office.Central()).problems.empty());
  }
  CHECK(TreeOf(office.Desk().replica) == TreeOf(office.Central()));
  const MirrorRound again = Mirror(office.Desk().replica, office.Central());
  CHECK(again.sent == 0);
  CHECK(again.received == 0);
  CHECK(again.present == TreeOf(office.Central()).size());
  // A kiosk gives its sealed bodies away and receives nobody's, nor another kiosk's segments.
  CHECK(CountBoxesOfOthers(office.Kiosk()) == 0);
  CHECK(CountBoxesOfOthers(office.OtherKiosk()) == 0);
  for (const auto& [path, bytes] : TreeOf(office.OtherKiosk().replica))
    CHECK(path.find(office.Kiosk().key.Id().value) == std::string::npos);
}

TEST_CASE("A cut file is not carried on, and is replaced by its whole", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  const std::string ending = GENERATE(as<std::string>{}, ".seg", ".box");
  const fs::path central = FirstOf(office.Central(), ending);
  const auto size = fs::file_size(central);
  fs::resize_file(central, size / 2);

  const MirrorRound desk = Mirror(office.Desk().replica, office.Central());
  CHECK(desk.waiting >= 1);
  CHECK(FirstOf(office.Desk().replica, ending).empty());
  CHECK(Mirror(office.Kiosk().replica, office.Central()).sent == 1);
  CHECK(fs::file_size(central) == size);
  Mirror(office.Desk().replica, office.Central());
  CHECK(TreeOf(office.Desk().replica) == TreeOf(office.Central()));
}

TEST_CASE("An altered file is restored from the side that has it whole", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().Rate(3);
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  const auto before = TreeOf(office.Central());
  const bool central = GENERATE(true, false);
  const std::string ending = GENERATE(as<std::string>{}, ".seg", ".box", ".roster");
  const fs::path altered = FirstOf(central ? office.Central() : office.Desk().replica, ending);
  {
    std::fstream file(altered, std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(altered) / 2));
    file.put('~');
  }
  SECTION("all at once") {
    const MirrorRound round = Mirror(office.Desk().replica, office.Central(), MirrorCheck::kAll);
    CHECK(round.checked == before.size());
    CHECK(round.restored == 1);
    REQUIRE(round.problems.size() == 1);  // and said
    CHECK(round.problems.front().file == altered.string());
  }
  SECTION("one file a round") {
    TreeMirror mirror(office.Desk().replica, office.Central());
    std::size_t restored = 0;
    for (std::size_t i = 0; i < before.size(); ++i)
      restored += mirror.Round().restored;
    CHECK(restored == 1);
  }
  CHECK(TreeOf(office.Central()) == before);
  CHECK(TreeOf(office.Desk().replica) == before);
}

TEST_CASE("A changed signature is restored, though hashes don't show it", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  const auto before = TreeOf(office.Central());
  const bool central = GENERATE(true, false);
  const fs::path altered = FirstOf(central ? office.Central() : office.Desk().replica, ".seg");
  {
    std::fstream file(altered, std::ios::in | std::ios::out | std::ios::binary);
    std::string bytes(fs::file_size(altered), '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::size_t at = bytes.rfind("\"sig\":\"") + 10;
    file.seekp(static_cast<std::streamoff>(at));
    file.put(bytes[at] == 'A' ? 'B' : 'A');
  }
  const MirrorRound round = Mirror(office.Desk().replica, office.Central(), MirrorCheck::kAll);
  CHECK(round.restored == 1);
  CHECK(TreeOf(office.Central()) == before);
  CHECK(TreeOf(office.Desk().replica) == before);
}

TEST_CASE("Whatever is deleted from either side comes back from the other", "[folder][mirror]") {
  FoundedOffice office;
  for (int i = 0; i < 4; ++i) {
    office.Kiosk().Complain("antre lama");
    office.Kiosk().PublishAll();
    office.Desk().Rate(3);
    office.Desk().PublishAll();
  }
  Mirror(office.Kiosk().replica, office.Central());
  Mirror(office.Desk().replica, office.Central());
  const auto before = TreeOf(office.Central());
  const int stride = GENERATE(1, 2, 3);
  int turn = 0;
  for (const auto& [path, bytes] : before) {
    ++turn;
    if (turn % stride == 0) fs::remove(TreeRoot(office.Central()) / path);
    if (stride > 1 && turn % stride == 1) fs::remove(TreeRoot(office.Desk().replica) / path);
  }
  Mirror(office.Desk().replica, office.Central());
  CHECK(TreeOf(office.Central()) == before);
  CHECK(TreeOf(office.Desk().replica) == before);
}

TEST_CASE("A kiosk fetches back what it wrote itself and has lost", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  const auto before = TreeOf(office.Kiosk().replica);
  Mirror(office.Kiosk().replica, office.Central());
  fs::remove_all(NodesDirectory(office.Kiosk().replica, office.Id()));
  Mirror(office.Kiosk().replica, office.Central());
  CHECK(TreeOf(office.Kiosk().replica) == before);
}

TEST_CASE("A changed byte is named and stays where it is", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  const fs::path central = FirstOf(office.Central(), ".seg");
  {
    std::fstream file(central, std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(fs::file_size(central) / 2));
    file.put('~');
  }
  const MirrorRound round = Mirror(office.Desk().replica, office.Central());
  REQUIRE(round.problems.size() == 1);
  CHECK(round.problems.front().file == central.string());
  CHECK(FirstOf(office.Desk().replica, ".seg").empty());
  CHECK(fs::exists(central));
}

TEST_CASE("Junk, links, pipes and copies under other names harm nothing", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  Mirror(office.Kiosk().replica, office.Central());
  const auto before = TreeOf(office.Central());
  const fs::path segment = FirstOf(office.Central(), ".seg");
  const fs::path month = segment.parent_path();
  fs::copy_file(segment, month / "Copy of segment.seg");
  fs::copy_file(segment, month / "0009-9f2c01ab-00000009-5ee1a0c3.seg");
  fs::create_symlink("/etc/passwd", month / "0009-9f2c01ab-00000008-5ee1a0c3.seg");
  REQUIRE(::mkfifo((month / "0009-9f2c01ab-00000007-5ee1a0c3.seg").c_str(), 0600) == 0);
  fs::create_directory_symlink(office.Central(), TreeRoot(office.Central()) / "abcdefghjk");
  std::ofstream(month / "0009-9f2c01ab-00000006-5ee1a0c3.seg").put('x');
  fs::resize_file(month / "0009-9f2c01ab-00000006-5ee1a0c3.seg", std::uintmax_t{8} << 30U);
  for (int i = 0; i < 1000; ++i)
    std::ofstream(month / ("junk" + std::to_string(i))).put('x');

  const MirrorRound round = Mirror(office.Desk().replica, office.Central());
  CHECK(round.junk >= 1003);
  CHECK(round.problems.size() == 2);  // the copy with another's name, and the huge file
  CHECK(TreeOf(office.Desk().replica) == before);
}

TEST_CASE("Whoever waits beside a round hears of every file that is copied and read back",
          "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  office.Kiosk().PublishAll();
  using Part = MirrorProgress::Part;
  std::size_t copied = 0;
  std::size_t read_back = 0;
  TreeMirror mirror(office.Kiosk().replica, office.Central());
  mirror.Tell([&](const MirrorProgress& progress) {
    CHECK(progress.done <= progress.total);
    ++(progress.part == Part::kCopying ? copied : read_back);
  });
  const MirrorRound round = mirror.Round(MirrorCheck::kReadBack);
  CHECK(IsSafeToRemove(round));
  CHECK(copied >= round.sent);
  CHECK(read_back >= round.checked);
  CHECK(round.checked >= round.sent);
}

TEST_CASE("A side that is gone is an error, and nothing is made in its place", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Rate(1);
  office.Kiosk().PublishAll();
  fs::remove_all(office.Central());
  CHECK_THROWS_AS(Mirror(office.Kiosk().replica, office.Central()), fs::filesystem_error);
  CHECK_FALSE(fs::exists(office.Central()));
  fs::create_directories(office.Central());
  CHECK(Mirror(office.Kiosk().replica, office.Central()).sent > 0);
}

TEST_CASE("A replica whose owner can't be read exchanges nothing", "[folder][mirror]") {
  FoundedOffice office;
  office.Kiosk().Rate(1);
  office.Kiosk().PublishAll();
  std::ofstream(office.Kiosk().replica / "node") << "nonsense\n";
  CHECK_THROWS_AS(Mirror(office.Kiosk().replica, office.Central()), fs::filesystem_error);
  CHECK(TreeOf(office.Central()).empty());
}

TEST_CASE("What a crash cut off in the own directory is published again", "[folder][publisher]") {
  FoundedOffice office;
  office.Kiosk().Complain("antre lama");
  CHECK(office.Kiosk().PublishAll().published == 2);
  CHECK(office.Kiosk().PublishAll().published == 0);
  const auto whole = TreeOf(office.Kiosk().replica);
  fs::resize_file(FirstOf(office.Kiosk().replica, ".seg"), 10);
  fs::remove(FirstOf(office.Kiosk().replica, ".box"));
  std::size_t published = 0;
  for (int i = 0; i < Publisher::kLookEvery; ++i)
    published += office.Kiosk().PublishAll().published;
  CHECK(published == 2);
  CHECK(TreeOf(office.Kiosk().replica) == whole);
}

}  // namespace tanggap

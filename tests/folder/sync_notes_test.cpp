// The notes that sync and desk leave for each other beside a replica.
#include "folder/sync_notes.h"

#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

constexpr std::int64_t kBefore = 1'795'250'000'000;

}  // namespace

TEST_CASE("On a full disk the note from before stays", "[folder][unit][notes]") {
  const TemporaryDirectory directory;
  std::ofstream(directory / "node") << "kiosk\n";
  NoteReached(directory.Path(), true, FromMillis(kBefore));
  // Whatever is written there ends in ENOSPC.
  std::filesystem::create_symlink("/dev/full", directory / "reached.part");
  NoteReached(directory.Path(), true, FromMillis(kBefore + 1000));
  CHECK(ReadReached(directory.Path()).at == FromMillis(kBefore));
  // And once there is room, the next note is taken.
  NoteReached(directory.Path(), true, FromMillis(kBefore + 2000));
  CHECK(ReadReached(directory.Path()).at == FromMillis(kBefore + 2000));
}

TEST_CASE("When a stick was last carried is read as it was noted", "[folder][unit][notes]") {
  const TemporaryDirectory directory;
  NoteCarried(directory.Path(), "/media/meja/STIK MERAH", FromMillis(kBefore));
  CHECK_FALSE(ReadCarried(directory.Path()));  // nobody's replica
  std::ofstream(directory / "node") << "x";
  NoteCarried(directory.Path(), "/media/meja/STIK MERAH", FromMillis(kBefore));
  const auto carried = ReadCarried(directory.Path());
  REQUIRE(carried);
  CHECK(carried->place == "/media/meja/STIK MERAH");
  CHECK(carried->at == FromMillis(kBefore));
}

}  // namespace tanggap

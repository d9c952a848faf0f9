// The journal on a bad day: a second program, another's file, a power cut, a full disk.
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "fakes/seeded_randomness.h"
#include "ports/store_error.h"
#include "storage/journal.h"
#include "support/catch.h"
#include "support/places.h"
#include "support/sealed_records.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

StoreFault FaultOfOpening(const std::filesystem::path& file) {
  try {
    const SqliteJournal journal(file);
  } catch (const StoreError& error) {
    return error.Fault();
  }
  FAIL("the file was opened");
  return StoreFault::kBroken;
}

void OpenFirstEpoch(Journal& journal) {
  journal.OpenEpoch(1, "9f2c01ab", std::string(64, '0'));
}

// Starts the program that appends numbered records and says each number after it is durable.
struct Writer {
  explicit Writer(const std::filesystem::path& file, const std::string& limit = "0") {
    std::array<int, 2> pipe_ends{};
    REQUIRE(::pipe(pipe_ends.data()) == 0);
    const std::string program = BinaryDir().string() + "/tests/journal_writer";
    child = ::fork();
    if (child == 0) {
      ::dup2(pipe_ends[1], STDOUT_FILENO);
      ::close(pipe_ends[0]);
      ::close(pipe_ends[1]);
      ::execl(program.c_str(), program.c_str(), file.c_str(), limit.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(pipe_ends[1]);
    out = pipe_ends[0];
  }
  ~Writer() { ::close(out); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  // The next acknowledged number; 0 at the end.
  std::uint32_t Next() const {
    std::uint32_t number = 0;
    const ssize_t got = ::read(out, &number, sizeof number);
    return got == static_cast<ssize_t>(sizeof number) ? number : 0;
  }
  int End() const {
    int status = 0;
    ::waitpid(child, &status, 0);
    return status;
  }
  pid_t child = 0;
  int out = -1;
};

}  // namespace

TEST_CASE("A second program is refused while the first runs", "[storage][journal]") {
  const TemporaryDirectory directory;
  {
    SqliteJournal first(directory / "journal.db");
    CHECK(FaultOfOpening(directory / "journal.db") == StoreFault::kLocked);
    OpenFirstEpoch(first);  // the first is not disturbed
    Writer second(directory / "journal.db");
    REQUIRE(second.Next() == 0);
    CHECK(WEXITSTATUS(second.End()) == 3);  // kLocked, in another process
  }
  SqliteJournal after(directory / "journal.db");
  CHECK(after.Head().epoch == 1);
}

TEST_CASE("A file that is not ours is refused and left as it is", "[storage][journal]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  SECTION("garbage") {
    std::ofstream(file) << std::string(8192, 'x');
    CHECK(FaultOfOpening(file) == StoreFault::kForeign);
    CHECK(std::filesystem::file_size(file) == 8192);
  }
  SECTION("another program's database, or a newer version of ours") {
    // Bytes 60 and 68 of the header are user_version and application_id.
    { const SqliteJournal journal(file); }
    const std::streamoff place = GENERATE(60, 68);
    {
      std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(place);
      bytes.write("\0\0\x03\xe7", 4);
    }
    std::filesystem::remove(file.string() + "-wal");
    CHECK(FaultOfOpening(file) == StoreFault::kForeign);
  }
}

TEST_CASE("Killed at any moment, what was acknowledged is there", "[storage][journal][kill]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  {
    SqliteJournal journal(file);
    OpenFirstEpoch(journal);
  }
  SeededRandomness random(5);
  std::uint32_t acknowledged = 0;
  for (int round = 0; round < 12; ++round) {
    const Writer writer(file);
    const std::uint64_t kill_after = 1 + random.Next() % 60;
    for (std::uint64_t i = 0; i < kill_after; ++i)
      acknowledged = std::max(acknowledged, writer.Next());
    ::kill(writer.child, SIGKILL);
    while (const std::uint32_t late = writer.Next())  // said before it died
      acknowledged = std::max(acknowledged, late);
    CHECK(WIFSIGNALED(writer.End()));
    SqliteJournal journal(file);
    for (std::uint32_t n = 1; n <= acknowledged; ++n)
      REQUIRE(journal.Contains(NumberedId(n)));
    const ChainHead head = journal.Head();
    CHECK(head.records_written >= acknowledged);
    CHECK(head.records_written <= acknowledged + 1);  // at most the one that was under way
  }
  CHECK(acknowledged > 12);
}

TEST_CASE("On a full disk the writer is told, and nothing acknowledged is lost",
          "[storage][journal][full]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  {
    SqliteJournal journal(file);
    OpenFirstEpoch(journal);
  }
  // No file may grow beyond this: the log hits it as a full disk would.
  const Writer writer(file, std::to_string(200 * 1024));
  std::uint32_t acknowledged = 0;
  while (const std::uint32_t number = writer.Next())
    acknowledged = number;
  CHECK(WEXITSTATUS(writer.End()) == 2);  // StoreError{kFull}, and reading still worked
  CHECK(acknowledged > 0);
  SqliteJournal journal(file);
  for (std::uint32_t n = 1; n <= acknowledged; ++n)
    REQUIRE(journal.Contains(NumberedId(n)));
  CHECK_FALSE(journal.Contains(NumberedId(acknowledged + 1)));
  journal.Append(std::vector{NumberedRecord(acknowledged + 1)});
  CHECK(journal.Head().records_written == acknowledged + 1);
}

TEST_CASE("The ballast is made when idle and given back by hand", "[storage][journal]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  SqliteJournal journal(file, {.ballast_bytes = 1U << 20U});
  CHECK_FALSE(std::filesystem::exists(file.string() + ".ballast"));
  journal.Tidy();
  if (!std::filesystem::exists(file.string() + ".ballast")) {
    WARN("skipped: this file system can't reserve space");
    return;
  }
  CHECK(std::filesystem::file_size(file.string() + ".ballast") == 1U << 20U);
}

TEST_CASE("The log is folded back and stays on the disk", "[storage][journal]") {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "journal.db";
  {
    SqliteJournal journal(file);
    OpenFirstEpoch(journal);
    for (std::uint32_t n = 1; n <= 300; ++n)
      journal.Append(std::vector{NumberedRecord(n)});
    CHECK(std::filesystem::file_size(file.string() + "-wal") < 6U << 20U);
    journal.Tidy();
    CHECK(std::filesystem::file_size(file.string() + "-wal") == 0);
    CHECK_FALSE(std::filesystem::exists(file.string() + "-shm"));
  }
  CHECK(std::filesystem::exists(file.string() + "-wal"));
  CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::group_all) ==
        std::filesystem::perms::none);
}

}  // namespace tanggap

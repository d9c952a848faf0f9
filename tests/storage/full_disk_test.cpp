// The journal on a disk that fails in the middle of a submit: it says saved only where it is, and
// not saved only where a second try does no harm.
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "ports/store_error.h"
#include "storage/faulty_disk.h"
#include "storage/journal.h"
#include "support/catch.h"
#include "support/sealed_records.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

std::vector<SealedRecord> One(std::uint32_t n) {
  return {NumberedRecord(n)};
}

// A journal with record 1 in it.
void Begin(Journal& journal) {
  journal.OpenEpoch(1, "9f2c01ab", std::string(64, '0'));
  journal.Append(One(1));
}

// What the submit of `record` came to; nothing: it was acknowledged.
std::optional<StoreFault> Submit(Journal& journal, std::uint32_t record) {
  try {
    journal.Append(One(record));
    return std::nullopt;
  } catch (const StoreError& error) {
    return error.Fault();
  }
}

}  // namespace

TEST_CASE("A commit whose sync failed is saved where its row is on the disk all the same",
          "[storage][journal][ambiguous]") {
  const TemporaryDirectory directory;
  FaultyDisk disk;
  {
    SqliteJournal journal(directory / "journal.db");
    Begin(journal);
    disk.Arm({FaultyDisk::Call::kSync, 1, EIO, false, FaultyDisk::Written::kStays});
    CHECK_FALSE(Submit(journal, 2).has_value());
    CHECK(disk.Failed() == 1);
    disk.Heal();
    CHECK(journal.Head().records_written == 2);
    CHECK_FALSE(Submit(journal, 2).has_value());  // the visitor's second try is no second record
    CHECK(journal.Head().records_written == 2);
  }
  SqliteJournal again(directory / "journal.db");
  CHECK(again.Contains(NumberedId(1)));
  CHECK(again.Contains(NumberedId(2)));
}

TEST_CASE("A commit whose sync failed and whose row is lost is not saved",
          "[storage][journal][ambiguous]") {
  const TemporaryDirectory directory;
  FaultyDisk disk;
  {
    SqliteJournal journal(directory / "journal.db");
    Begin(journal);
    disk.Arm({FaultyDisk::Call::kSync, 1, EIO, false, FaultyDisk::Written::kIsLost});
    CHECK(Submit(journal, 2) == StoreFault::kBroken);
    CHECK(disk.Failed() == 1);
    disk.Heal();
    CHECK_FALSE(journal.Contains(NumberedId(2)));
    CHECK(journal.Contains(NumberedId(1)));
    CHECK(journal.Head().records_written == 1);
    CHECK_FALSE(Submit(journal, 2).has_value());
    CHECK(journal.Head().records_written == 2);
  }
  SqliteJournal again(directory / "journal.db");
  CHECK(again.Contains(NumberedId(2)));
}

TEST_CASE("While no sync succeeds nothing is saved, and afterwards all goes on",
          "[storage][journal][ambiguous]") {
  const FaultyDisk::Written written =
      GENERATE(FaultyDisk::Written::kStays, FaultyDisk::Written::kIsLost);
  const TemporaryDirectory directory;
  FaultyDisk disk;
  SqliteJournal journal(directory / "journal.db");
  Begin(journal);
  disk.Arm({FaultyDisk::Call::kSync, 1, EIO, true, written});
  CHECK(Submit(journal, 2).has_value());
  CHECK(Submit(journal, 2).has_value());
  disk.Heal();
  CHECK(journal.Contains(NumberedId(1)));
  CHECK_FALSE(Submit(journal, 2).has_value());
  CHECK_FALSE(Submit(journal, 3).has_value());
  CHECK(journal.Head().records_written == 3);
}

TEST_CASE("A disk that is full at any write of a submit loses nothing that was acknowledged",
          "[storage][journal][full]") {
  const int error = GENERATE(ENOSPC, EIO);
  const bool lasting = GENERATE(true, false);
  int failures = 0;
  for (int nth = 1;; ++nth) {
    const TemporaryDirectory directory;
    FaultyDisk disk;
    std::optional<StoreFault> fault;
    bool there = false;
    {
      SqliteJournal journal(directory / "journal.db");
      Begin(journal);
      disk.Arm({FaultyDisk::Call::kWrite, nth, error, lasting, {}});
      fault = Submit(journal, 2);
      if (disk.Failed() == 0) break;  // the submit has fewer writes than this
      ++failures;
      INFO("write " << nth);
      if (lasting) CHECK(fault == (error == ENOSPC ? StoreFault::kFull : StoreFault::kBroken));
      // Saying so politely needs a journal that can still be read.
      if (error == ENOSPC) CHECK(journal.Contains(NumberedId(1)));
      disk.Heal();
      there = journal.Contains(NumberedId(2));
      if (!fault) CHECK(there);
      CHECK_FALSE(Submit(journal, 2).has_value());
      CHECK_FALSE(Submit(journal, 3).has_value());
      CHECK(journal.Head().records_written == 3);
    }
    SqliteJournal again(directory / "journal.db");
    for (const std::uint32_t record : {1U, 2U, 3U})
      CHECK(again.Contains(NumberedId(record)));
  }
  CHECK(failures >= 2);  // at least the frame's header and its page
}

TEST_CASE("A full log can't be folded back, and is once there is space",
          "[storage][journal][full]") {
  const TemporaryDirectory directory;
  FaultyDisk disk;
  SqliteJournal journal(directory / "journal.db");
  Begin(journal);
  disk.Arm({FaultyDisk::Call::kWrite, 1, ENOSPC, true, {}});
  CHECK_THROWS_AS(journal.Tidy(), StoreError);
  CHECK(journal.Contains(NumberedId(1)));
  disk.Heal();
  journal.Tidy();
  CHECK(fs::file_size(directory / "journal.db-wal") == 0);
  CHECK(journal.Contains(NumberedId(1)));
}

namespace {

// In a process of its own, whose mounts nobody else sees. 0: all held, 77: no mounting here, else
// the line's number where it didn't.
int OnATinyDisk(const fs::path& place) {
  if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return 77;
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return 77;
  if (::mount("tanggap-test", place.c_str(), "tmpfs", 0, "size=1m") != 0) return 77;
  std::uint32_t acknowledged = 0;
  {
    SqliteJournal journal(place / "journal.db");
    journal.OpenEpoch(1, "9f2c01ab", std::string(64, '0'));
    std::ofstream(place / "filler") << std::string(300 * 1024, 'x');
    std::optional<StoreFault> fault;
    while (!(fault = Submit(journal, acknowledged + 1)))
      ++acknowledged;
    if (fault != StoreFault::kFull) return 1;
    if (acknowledged == 0 || !journal.Contains(NumberedId(acknowledged))) return 2;
    if (Submit(journal, acknowledged + 1) != StoreFault::kFull) return 3;  // and stays polite
    fs::remove(place / "filler");
    if (Submit(journal, acknowledged + 1)) return 4;
    ++acknowledged;
    if (journal.Head().records_written != acknowledged) return 5;
  }
  SqliteJournal again(place / "journal.db");
  for (std::uint32_t record = 1; record <= acknowledged; ++record)
    if (!again.Contains(NumberedId(record))) return 6;
  return 0;
}

}  // namespace

TEST_CASE("On a disk that really is full complaints stop, and go on when space returns",
          "[storage][journal][full]") {
  const TemporaryDirectory directory;
  const pid_t child = ::fork();
  if (child == 0) {
    int result = 9;
    try {
      result = OnATinyDisk(directory.Path());
    } catch (const StoreError&) {
      result = 8;
    }
    ::_exit(result);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  if (WEXITSTATUS(status) == 77) {
    WARN("skipped: this user may not mount a file system");
    return;
  }
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace tanggap

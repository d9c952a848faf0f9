// Copies of a journal that is in use: through SQLite's backup, asked for with a file.
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "ports/store_error.h"
#include "storage/backup_request.h"
#include "storage/journal.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

TEST_CASE("A copy holds everything acknowledged, and is its owner's alone", "[storage][backup]") {
  const TemporaryDirectory directory;
  SqliteJournal journal(directory / "journal.db");
  journal.OpenEpoch(1, "0a0b0c0d", std::string(64, 'a'));
  journal.SetSetting("roster", "3 abc");
  journal.CopyTo(directory / "copy.db");
  journal.SetSetting("roster", "4 def");
  struct stat info {};
  REQUIRE(::stat((directory / "copy.db").c_str(), &info) == 0);
  CHECK((info.st_mode & 0777U) == 0600U);
  SqliteJournal copy(directory / "copy.db");
  CHECK(copy.Setting("roster") == "3 abc");
  CHECK(copy.Head().epoch == 1);
  CHECK(journal.Setting("roster") == "4 def");
}

TEST_CASE("A copy never goes over a file that is there", "[storage][backup]") {
  const TemporaryDirectory directory;
  SqliteJournal journal(directory / "journal.db");
  std::ofstream(directory / "copy.db") << "theirs";
  CHECK_THROWS_AS(journal.CopyTo(directory / "copy.db"), StoreError);
  std::ifstream in(directory / "copy.db");
  std::string kept;
  in >> kept;
  CHECK(kept == "theirs");
}

TEST_CASE("A running program answers a request once, at its own place", "[storage][backup]") {
  const TemporaryDirectory directory;
  SqliteJournal journal(directory / "journal.db");
  journal.SetSetting("a", "b");
  CHECK_FALSE(AnswerBackupRequest(directory.Path(), journal));
  const fs::path answer = RequestBackup(directory.Path(), "0123456789abcdef");
  CHECK(answer.parent_path() == directory.Path());
  CHECK_FALSE(fs::exists(answer));
  CHECK_FALSE(AnswerBackupRequest(directory.Path(), journal));
  REQUIRE(fs::exists(answer));
  CHECK(SqliteJournal(answer).Setting("a") == "b");
  CHECK_FALSE(fs::exists(directory / "backup.request"));
}

TEST_CASE("A request can name no place of its own", "[storage][backup][hostile]") {
  const TemporaryDirectory directory;
  SqliteJournal journal(directory / "journal.db");
  for (const char* token :
       {"../../etc/passwd", "", "0123456789ABCDEF", "0123456789abcdef0", "/x"}) {
    std::ofstream(directory / "backup.request", std::ios::trunc) << token << '\n';
    INFO(token);
    CHECK(AnswerBackupRequest(directory.Path(), journal));
    CHECK_FALSE(fs::exists(directory / "backup.request"));
  }
}

}  // namespace
}  // namespace tanggap

#include "storage/journal_opening.h"

#include <sqlite3.h>

#include <string>
#include <system_error>

#include "ports/store_error.h"

namespace tanggap {
namespace {

// What SQLite itself says about the file, read-only and without our settings.
bool IsDamaged(const std::filesystem::path& file) {
  sqlite3* opened = nullptr;
  int code = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
  const std::unique_ptr<sqlite3, int (*)(sqlite3*)> handle(opened, sqlite3_close_v2);
  bool found = false;
  if (code == SQLITE_OK) {
    const auto first = [](void* damaged, int columns, char** values, char**) {
      *static_cast<bool*>(damaged) = columns == 1 && std::string(values[0]) != "ok";
      return 0;
    };
    code = sqlite3_exec(opened, "PRAGMA quick_check(1)", first, &found, nullptr);
  }
  return found || (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

std::filesystem::path SetAside(const std::filesystem::path& file) {
  std::filesystem::path aside;
  int number = 1;
  do {
    aside = file.string() + ".broken-" + std::to_string(number++);
  } while (std::filesystem::exists(std::filesystem::symlink_status(aside)));
  std::error_code absent;
  // The log first: beside a new journal it would be taken for the new one's.
  std::filesystem::rename(file.string() + "-wal", aside.string() + "-wal", absent);
  std::filesystem::rename(file, aside);
  return aside;
}

}  // namespace

JournalOpening OpenJournal(const std::filesystem::path& file, const JournalSettings& settings) {
  JournalOpening opening;
  const bool had_bytes = [&] {
    std::error_code absent;
    const auto size = std::filesystem::file_size(file, absent);
    return !absent && size > 0;
  }();
  try {
    opening.journal = std::make_unique<SqliteJournal>(file, settings);
    static_cast<void>(opening.journal->Head());
    return opening;
  } catch (const StoreError& error) {
    opening.journal.reset();
    const bool may_be_damage =
        error.Fault() == StoreFault::kForeign || error.Fault() == StoreFault::kBroken;
    if (!may_be_damage || !had_bytes || !IsDamaged(file)) throw;
  }
  opening.set_aside = SetAside(file);
  opening.journal = std::make_unique<SqliteJournal>(file, settings);
  return opening;
}

}  // namespace tanggap

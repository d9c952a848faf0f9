// Opening the journal at a program's start, also where the file there is no journal any more.
#pragma once

#include <filesystem>
#include <memory>

#include "storage/journal.h"

namespace tanggap {

struct JournalOpening {
  std::unique_ptr<SqliteJournal> journal;
  std::filesystem::path set_aside;  // the broken file's new name; empty: it was well
};

// A file that is garbage or damaged beyond reading is renamed, never deleted (journal.db.broken-1),
// and an empty journal takes its place: what was published is in the replica, and a kiosk that
// stands still helps nobody. Say it loudly. A database of a newer program or of another one, a file
// in use and a disk that gives errors are StoreErrors, as in SqliteJournal.
[[nodiscard]] JournalOpening OpenJournal(const std::filesystem::path& file,
                                         const JournalSettings& settings = {});

}  // namespace tanggap

// The journal's open file with its prepared statements: what has to go when a commit failed.
#pragma once

#include <filesystem>
#include <optional>

#include "storage/database.h"
#include "storage/journal.h"
#include "storage/schema.h"

namespace tanggap {

// The parts are kept in this order, so that statements end before the connection they belong to.
struct SqliteJournal::Connection {
  explicit Connection(const std::filesystem::path& file) : database(file, DatabaseUse::kJournal) {
    database.KeepWriteAheadLog();
    sqlite3_wal_hook(
        database.Handle(),
        [](void* pages, sqlite3*, const char*, int count) {
          *static_cast<int*>(pages) = count;
          return SQLITE_OK;
        },
        &log_pages);
    Migrate(database, JournalSchema());
    StartLog();
    find.emplace(database, "SELECT line FROM record WHERE id = ?");
    insert.emplace(database,
                   "INSERT INTO record(id, type, day, hlc_ms, hlc_counter, line, bodies)"
                   " VALUES(?, ?, ?, ?, ?, ?, ?)");
  }
  // A real write: the log exists and the lock is held before the first visitor comes. On a full
  // disk reading goes on, so that tickets can still be looked up.
  void StartLog() {
    Transaction transaction(database);
    try {
      database.Execute(
          "UPDATE setting SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
          " WHERE name = 'starts'");
      transaction.Commit();
    } catch (const StoreError& error) {
      if (error.Fault() != StoreFault::kFull) throw;
    }
  }

  int log_pages = 0;  // of the last commit
  Database database;
  std::optional<Statement> find;
  std::optional<Statement> insert;
  std::optional<ChainHead> head;  // the last answer, while nothing changed it
};

}  // namespace tanggap

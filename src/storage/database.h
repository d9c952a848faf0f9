// A thin owner of one SQLite connection: statements, transactions, errors. Nothing else includes
// sqlite3.h.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ports/store_error.h"

namespace tanggap {

// What a connection was made for decides how SQLite locks and syncs.
enum class DatabaseUse {
  kJournal,   // one owner, EXCLUSIVE, synchronous=FULL: what is acknowledged is on the disk
  kRegister,  // disposable index: WAL, synchronous=NORMAL
};

class Statement;

// One connection, one thread at a time. Functions throw StoreError with the fault that the program
// can act on (full, locked, foreign, broken).
class Database {
 public:
  Database(const std::filesystem::path& file, DatabaseUse use);

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() = default;

  // One or more statements without results.
  void Execute(const char* sql);
  // Prepared once; see Statement.
  [[nodiscard]] Statement Prepare(std::string_view sql);
  // First column of the first row; nothing where there is no row.
  [[nodiscard]] std::optional<std::int64_t> Number(std::string_view sql);

  // Keeps -wal after closing, so that no later start depends on a directory entry.
  void KeepWriteAheadLog();
  [[nodiscard]] sqlite3* Handle() { return handle_.get(); }
  [[nodiscard]] const std::filesystem::path& File() const { return file_; }

  [[noreturn]] void Fail(int code, const char* doing) const;

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;
  [[nodiscard]] Prepared Take(std::string_view sql);
  void GiveBack(Prepared statement);

  std::filesystem::path file_;
  std::unique_ptr<sqlite3, Close> handle_;
  std::map<std::string, Prepared, std::less<>> resting_;  // by their SQL, until asked for again
};

// A prepared statement. Preparing costs more than most answers do, so that the connection keeps
// what SQLite made of the text when a statement goes, and the next one of the same text takes it
// over; without its values, so nothing of a record rests there. It must not outlive its database.
// Parameters and columns count from 1 and 0 as in SQLite, but are written only through Binder-like
// chains and one reader per entity.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  Statement(Statement&&) noexcept = default;
  Statement& operator=(Statement&&) = delete;
  ~Statement();

  // Values for the next parameter, in order; Reset() starts again.
  Statement& Bind(std::int64_t value);
  Statement& Bind(std::string_view text);
  Statement& BindBlob(const void* bytes, std::size_t size);
  Statement& BindNull();

  // True: there is a row. False: done (and reset, ready to bind again).
  [[nodiscard]] bool Step();
  // For statements without rows.
  void Run();
  void Reset();

  // Values of the present row, from the left; each call takes the next column.
  [[nodiscard]] std::int64_t NextNumber();
  [[nodiscard]] std::string NextText();
  [[nodiscard]] std::string_view NextBlob();  // valid until the next Step
  [[nodiscard]] bool NextIsNull();            // does not take the column

 private:
  Database* database_;
  Database::Prepared statement_;
  int next_parameter_ = 1;
  int next_column_ = 0;
};

// BEGIN IMMEDIATE … COMMIT. Undone by its destructor unless Commit() returned.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  // Throws StoreError; whether the rows are there is then unknown until the file is opened again.
  void Commit();

 private:
  Database& database_;
  bool open_ = true;
};

// Copies a database into a new file through SQLite's backup. Throws StoreError; no file is left
// then.
void BackUp(Database& from, const std::filesystem::path& target);

// Makes the entries of `directory` durable. EINVAL and ENOTSUP (a file system that can't) pass.
void SyncDirectory(const std::filesystem::path& directory);

}  // namespace tanggap

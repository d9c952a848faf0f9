#include "storage/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <limits>
#include <system_error>

namespace tanggap {
namespace {

bool MeansFull(int system_error) {
  return system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG;
}

StoreFault FaultOf(int code, int system_error) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return StoreFault::kFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return StoreFault::kLocked;
    case SQLITE_NOTADB:
      return StoreFault::kForeign;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return MeansFull(system_error) ? StoreFault::kFull : StoreFault::kBroken;
    default:
      return StoreFault::kBroken;
  }
}

// Before the first page is read; the order matters: locking before WAL keeps -shm away.
constexpr const char* kJournalSettings =
    "PRAGMA locking_mode=EXCLUSIVE;"
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA wal_autocheckpoint=0;"
    "PRAGMA secure_delete=ON;";
constexpr const char* kRegisterSettings =
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA secure_delete=FAST;"
    "PRAGMA cache_size=-16384;"
    "PRAGMA busy_timeout=2000;";
constexpr const char* kSharedSettings =
    "PRAGMA trusted_schema=OFF;"
    "PRAGMA cell_size_check=ON;"
    "PRAGMA foreign_keys=ON;"
    "PRAGMA temp_store=MEMORY;";

}  // namespace

Database::Database(const std::filesystem::path& file, DatabaseUse use) : file_(file) {
  // 0600 from the first byte; SQLite gives -wal the same mode. Only a new file is opened here:
  // closing any descriptor of a file drops every lock that this process holds on it.
  const int made = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (made >= 0) {
    ::close(made);
  } else if (const int error = errno; error != EEXIST) {
    throw StoreError(MeansFull(error) ? StoreFault::kFull : StoreFault::kBroken,
                     file.string() + ": " + std::strerror(error));
  }
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(file.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) Fail(code, "open");
  sqlite3_extended_result_codes(handle, 1);
  Execute(kSharedSettings);
  Execute(use == DatabaseUse::kJournal ? kJournalSettings : kRegisterSettings);
}

void Database::Execute(const char* sql) {
  errno = 0;
  const int code = sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) Fail(code, sql);
}

Statement Database::Prepare(std::string_view sql) {
  return {*this, sql};
}

std::optional<std::int64_t> Database::Number(std::string_view sql) {
  Statement statement(*this, sql);
  if (!statement.Step()) return std::nullopt;
  return statement.NextNumber();
}

void Database::KeepWriteAheadLog() {
  int keep = 1;
  const int code = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_PERSIST_WAL, &keep);
  if (code != SQLITE_OK) Fail(code, "keep the write-ahead log");
}

void Database::Fail(int code, const char* doing) const {
  // SQLite forgets the cause where the error met a COMMIT; errno, cleared before, still has it.
  const int left_over = errno;
  const bool of_files = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_CANTOPEN;
  int system_error = handle_ ? sqlite3_system_errno(handle_.get()) : 0;
  if (system_error == 0 && of_files) system_error = left_over;
  const StoreFault fault = FaultOf(code, system_error);
  std::string what = file_.string() + ": ";
  if (fault == StoreFault::kLocked) {
    what += "in use by another program (is it already running?)";
  } else if (fault == StoreFault::kForeign) {
    what += "not a database of this program";
  } else {
    what += handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
    if (system_error != 0) what += std::string(", ") + std::strerror(system_error);
    what += std::string(" (") + std::string(doing).substr(0, 60) + ")";
  }
  throw StoreError(fault, what);
}

Database::Prepared Database::Take(std::string_view sql) {
  if (const auto resting = resting_.find(sql); resting != resting_.end()) {
    Prepared statement = std::move(resting->second);
    resting_.erase(resting);
    return statement;
  }
  sqlite3_stmt* made = nullptr;
  assert(sql.size() < static_cast<std::size_t>(std::numeric_limits<int>::max()));
  const int code = sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &made, nullptr);
  Prepared statement(made);
  if (code != SQLITE_OK) Fail(code, "prepare");
  return statement;
}

void Database::GiveBack(Prepared statement) {
  // Far more than either schema has, and a bound all the same: some texts are put together.
  constexpr std::size_t kMostResting = 128;
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  if (resting_.size() >= kMostResting) return;
  std::string sql = sqlite3_sql(statement.get());
  resting_.emplace(std::move(sql), std::move(statement));  // two of one text: one is enough
}

Statement::Statement(Database& database, std::string_view sql)
    : database_(&database), statement_(database.Take(sql)) {}

Statement::~Statement() {
  if (statement_) database_->GiveBack(std::move(statement_));
}

Statement& Statement::Bind(std::int64_t value) {
  const int code = sqlite3_bind_int64(statement_.get(), next_parameter_++, value);
  if (code != SQLITE_OK) database_->Fail(code, "bind");
  return *this;
}

Statement& Statement::Bind(std::string_view text) {
  // An empty view may have no pointer, which SQLite would take for NULL.
  const char* bytes = text.data() == nullptr ? "" : text.data();
  const int code = sqlite3_bind_text64(statement_.get(), next_parameter_++, bytes, text.size(),
                                       SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) database_->Fail(code, "bind");
  return *this;
}

Statement& Statement::BindBlob(const void* bytes, std::size_t size) {
  const int code =
      sqlite3_bind_blob64(statement_.get(), next_parameter_++, bytes, size, SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_->Fail(code, "bind");
  return *this;
}

Statement& Statement::BindNull() {
  const int code = sqlite3_bind_null(statement_.get(), next_parameter_++);
  if (code != SQLITE_OK) database_->Fail(code, "bind");
  return *this;
}

bool Statement::Step() {
  next_column_ = 0;
  errno = 0;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    // The message must be read before a reset replaces it.
    try {
      database_->Fail(code, sqlite3_sql(statement_.get()));
    } catch (const StoreError&) {
      Reset();
      throw;
    }
  }
  Reset();
  return false;
}

void Statement::Run() {
  while (Step()) {
  }
}

void Statement::Reset() {
  sqlite3_reset(statement_.get());
  next_parameter_ = 1;
  next_column_ = 0;
}

std::int64_t Statement::NextNumber() {
  return sqlite3_column_int64(statement_.get(), next_column_++);
}

std::string Statement::NextText() {
  const std::string_view bytes = NextBlob();
  return std::string(bytes);
}

std::string_view Statement::NextBlob() {
  const int column = next_column_++;
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

bool Statement::NextIsNull() {
  return sqlite3_column_type(statement_.get(), next_column_) == SQLITE_NULL;
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.Execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  // Nothing to report: SQLite has rolled back by itself where this fails.
  if (open_) sqlite3_exec(database_.Handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::Commit() {
  database_.Execute("COMMIT");
  open_ = false;
}

void SyncDirectory(const std::filesystem::path& directory) {
  const std::filesystem::path where = directory.empty() ? "." : directory;
  const int handle = ::open(where.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) throw StoreError(StoreFault::kBroken, where.string() + ": can't be opened");
  const int result = ::fsync(handle);
  const int error = errno;
  ::close(handle);
  if (result != 0 && error != EINVAL && error != ENOTSUP)
    throw StoreError(StoreFault::kBroken, where.string() + ": " + std::strerror(error));
}

void BackUp(Database& from, const std::filesystem::path& target) {
  const int made = ::open(target.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (made < 0) {
    throw StoreError(MeansFull(errno) ? StoreFault::kFull : StoreFault::kBroken,
                     target.string() + ": " + std::strerror(errno));
  }
  ::close(made);
  sqlite3* copy = nullptr;
  int code = sqlite3_open_v2(target.c_str(), &copy, SQLITE_OPEN_READWRITE, nullptr);
  if (code == SQLITE_OK) {
    sqlite3_backup* backup = sqlite3_backup_init(copy, "main", from.Handle(), "main");
    if (backup == nullptr) {
      code = sqlite3_errcode(copy);
    } else {
      code = sqlite3_backup_step(backup, -1);
      const int finished = sqlite3_backup_finish(backup);
      code = code == SQLITE_DONE ? finished : code;
    }
  }
  sqlite3_close(copy);
  if (code != SQLITE_OK) {
    std::error_code ignored;
    std::filesystem::remove(target, ignored);
    from.Fail(code, "back up");
  }
  SyncDirectory(target.parent_path().empty() ? "." : target.parent_path());
}

}  // namespace tanggap

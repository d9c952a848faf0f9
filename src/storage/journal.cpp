#include "storage/journal.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "storage/database.h"
#include "storage/journal_connection.h"
#include "storage/journal_rows.h"
#include "storage/schema.h"

namespace tanggap {
namespace {

constexpr int kMostLogPages = 1024;  // 4 MiB of 4 KiB pages: then the log is folded back

constexpr const char* kRecordColumns =
    "SELECT id, type, day, hlc_ms, hlc_counter, line, bodies FROM record ";

SealedRecord ReadRecord(Statement& row) {
  SealedRecord record;
  const std::string_view id = row.NextBlob();
  std::copy_n(id.begin(), std::min(id.size(), record.id.bytes.size()), record.id.bytes.begin());
  record.type = RecordTypeFromName(row.NextText());
  record.day = DayFromIso(row.NextText()).value_or(Day{});
  record.hlc.ms = row.NextNumber();
  record.hlc.counter = row.NextNumber();
  record.line = row.NextText();
  record.bodies = ReadBodies(row.NextBlob());
  return record;
}

std::string MonthOf(Day day) {
  const std::string iso = IsoDay(day);
  return iso.substr(0, 4) + iso.substr(5, 2);
}

std::filesystem::path DirectoryOf(const std::filesystem::path& file) {
  return file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
}

}  // namespace

SqliteJournal::SqliteJournal(const std::filesystem::path& file, const JournalSettings& settings)
    : file_(file), settings_(settings) {
  Open();
}

SqliteJournal::~SqliteJournal() = default;

void SqliteJournal::Open() {
  connection_ = std::make_unique<Connection>(file_);
  // SQLite ignores a failed sync of the directory when it creates the log, so it is done here.
  SyncDirectory(DirectoryOf(file_));
}

void SqliteJournal::Reopen() {
  connection_.reset();
  Open();
}

SqliteJournal::Connection& SqliteJournal::Use() {
  if (!connection_) Open();
  return *connection_;
}

void SqliteJournal::AppendOnce(std::span<const SealedRecord> records) {
  Connection& open = Use();
  if (Head().epoch == 0) throw StoreError(StoreFault::kBroken, file_.string() + ": no epoch open");
  Transaction transaction(open.database);
  bool changed = false;
  for (const SealedRecord& record : records) {
    open.find->Reset();
    open.find->BindBlob(record.id.bytes.data(), record.id.bytes.size());
    if (open.find->Step()) {
      const bool same = open.find->NextBlob() == record.line;
      open.find->Reset();
      if (same) continue;
      throw StoreError(StoreFault::kBroken,
                       file_.string() + ": another record has the id " + ToHex(record.id));
    }
    open.insert->Reset();
    open.insert->BindBlob(record.id.bytes.data(), record.id.bytes.size())
        .Bind(NameOf(record.type))
        .Bind(IsoDay(record.day))
        .Bind(record.hlc.ms)
        .Bind(record.hlc.counter)
        .Bind(record.line)
        .Bind(WriteBodies(record.bodies))
        .Run();
    changed = true;
    if (open.head) {
      ++open.head->records_written;
      open.head->last_hlc = record.hlc;
    }
  }
  if (changed) transaction.Commit();
}

void SqliteJournal::Append(std::span<const SealedRecord> records) {
  try {
    AppendOnce(records);
    // What was given is durable; a checkpoint that fails now is Tidy()'s to report.
    if (connection_->log_pages > kMostLogPages) {
      sqlite3_wal_checkpoint_v2(connection_->database.Handle(), "main", SQLITE_CHECKPOINT_TRUNCATE,
                                nullptr, nullptr);
      connection_->log_pages = 0;
    }
  } catch (const StoreError& error) {
    // The commit may have reached the disk although it reported a failure (measured with EIO on
    // its fdatasync). Only the file, opened again, can tell.
    if (error.Fault() == StoreFault::kLocked || error.Fault() == StoreFault::kForeign) throw;
    Reopen();
    const bool all = std::ranges::all_of(records, [&](const SealedRecord& record) {
      Statement find(connection_->database, "SELECT line FROM record WHERE id = ?");
      find.BindBlob(record.id.bytes.data(), record.id.bytes.size());
      return find.Step() && find.NextBlob() == record.line;
    });
    if (!all) throw;
    Checkpoint();  // Saved is said only once the rows are in the database file and synced.
  }
}

bool SqliteJournal::Contains(const RecordId& id) {
  Statement& find = *Use().find;
  find.Reset();
  find.BindBlob(id.bytes.data(), id.bytes.size());
  const bool there = find.Step();
  find.Reset();
  return there;
}

ChainHead SqliteJournal::Head() {
  Connection& open = Use();
  if (open.head) return *open.head;
  ChainHead head;
  Statement epoch(open.database,
                  "SELECT number, nonce, genesis, base FROM epoch ORDER BY number DESC LIMIT 1");
  if (!epoch.Step()) return head;
  head.epoch = static_cast<std::uint32_t>(epoch.NextNumber());
  head.nonce = epoch.NextText();
  head.hash = epoch.NextText();
  const std::int64_t base = epoch.NextNumber();
  Statement segment(open.database,
                    "SELECT number, first + count - 1, hash FROM segment WHERE epoch = ?"
                    " ORDER BY number DESC LIMIT 1");
  if (segment.Bind(std::int64_t{head.epoch}).Step()) {
    head.segments = static_cast<std::uint32_t>(segment.NextNumber());
    head.records_closed = static_cast<std::uint64_t>(segment.NextNumber());
    head.hash = segment.NextText();
  }
  Statement last(open.database,
                 "SELECT position, hlc_ms, hlc_counter FROM record ORDER BY position DESC LIMIT 1");
  if (last.Step()) {
    head.records_written = static_cast<std::uint64_t>(last.NextNumber() - base);
    head.last_hlc.ms = last.NextNumber();
    head.last_hlc.counter = last.NextNumber();
  }
  open.head = head;
  return head;
}

void SqliteJournal::OpenEpoch(std::uint32_t epoch, const std::string& nonce,
                              const std::string& genesis) {
  Connection& open = Use();
  const ChainHead head = Head();
  if (epoch <= head.epoch) {
    throw StoreError(StoreFault::kBroken, file_.string() + ": epoch " + std::to_string(epoch) +
                                              " does not follow " + std::to_string(head.epoch));
  }
  open.head.reset();
  Transaction transaction(open.database);
  Statement insert(open.database,
                   "INSERT INTO epoch(number, nonce, genesis, base) SELECT ?, ?, ?,"
                   " coalesce((SELECT max(position + count - 1) FROM segment), 0)");
  insert.Bind(std::int64_t{epoch}).Bind(nonce).Bind(genesis).Run();
  transaction.Commit();
}

std::vector<SealedRecord> SqliteJournal::Unsegmented(std::size_t max) {
  Statement rows(Use().database,
                 std::string(kRecordColumns) +
                     "WHERE position > coalesce((SELECT position + count - 1 FROM segment"
                     " ORDER BY position DESC LIMIT 1), 0) ORDER BY position LIMIT ?");
  rows.Bind(static_cast<std::int64_t>(max));
  std::vector<SealedRecord> records;
  while (rows.Step())
    records.push_back(ReadRecord(rows));
  return records;
}

void SqliteJournal::CloseSegment(const ClosedSegment& segment) {
  Connection& open = Use();
  const ChainHead head = Head();
  if (segment.epoch != head.epoch || segment.nonce != head.nonce ||
      segment.number != head.segments + 1 || segment.first != head.records_closed + 1 ||
      segment.count == 0 || head.records_closed + segment.count > head.records_written) {
    throw StoreError(StoreFault::kBroken, file_.string() + ": segment " +
                                              std::to_string(segment.number) +
                                              " does not continue the chain");
  }
  open.head.reset();
  Transaction transaction(open.database);
  Statement insert(open.database,
                   "INSERT INTO segment(position, epoch, number, first, count, day, month,"
                   " header_line, end_line, hash) SELECT epoch.base + ?1, epoch.number, ?2, ?1, ?3,"
                   " ?4, max(?5, coalesce((SELECT max(month) FROM segment), '')), ?6, ?7, ?8"
                   " FROM epoch WHERE epoch.number = ?9");
  insert.Bind(static_cast<std::int64_t>(segment.first))
      .Bind(std::int64_t{segment.number})
      .Bind(std::int64_t{segment.count})
      .Bind(IsoDay(segment.day))
      .Bind(MonthOf(segment.day))
      .Bind(segment.header_line)
      .Bind(segment.end_line)
      .Bind(segment.hash)
      .Bind(std::int64_t{segment.epoch})
      .Run();
  transaction.Commit();
}

std::vector<ClosedSegment> SqliteJournal::SegmentsSince(Day since) {
  Statement rows(Use().database,
                 std::string(kSegmentColumns) + "WHERE month >= ? ORDER BY segment.position");
  rows.Bind(MonthOf(since));
  std::vector<ClosedSegment> segments;
  while (rows.Step())
    segments.push_back(ReadSegmentRow(rows));
  return segments;
}

std::vector<SealedRecord> SqliteJournal::RecordsOf(const ClosedSegment& segment) {
  Statement rows(Use().database,
                 std::string(kRecordColumns) +
                     "WHERE position >= (SELECT position FROM segment WHERE epoch = ?1 AND"
                     " number = ?2) AND position < (SELECT position + count FROM segment"
                     " WHERE epoch = ?1 AND number = ?2) ORDER BY position");
  rows.Bind(std::int64_t{segment.epoch}).Bind(std::int64_t{segment.number});
  std::vector<SealedRecord> records;
  while (rows.Step())
    records.push_back(ReadRecord(rows));
  return records;
}

void SqliteJournal::PutStates(std::span<const PublishedState> states) {
  if (states.empty()) return;
  Database& database = Use().database;
  Transaction transaction(database);
  Statement put(database,
                "INSERT INTO state(lookup, hlc_ms, hlc_counter, capsule) VALUES(?, ?, ?, ?)"
                " ON CONFLICT(lookup) DO UPDATE SET hlc_ms = excluded.hlc_ms,"
                " hlc_counter = excluded.hlc_counter, capsule = excluded.capsule"
                " WHERE (excluded.hlc_ms, excluded.hlc_counter) > (hlc_ms, hlc_counter)");
  for (const PublishedState& state : states) {
    put.Bind(state.lookup).Bind(state.hlc.ms).Bind(state.hlc.counter).Bind(state.capsule).Run();
  }
  transaction.Commit();
}

std::optional<PublishedState> SqliteJournal::FindState(const std::string& lookup) {
  Statement row(Use().database,
                "SELECT lookup, hlc_ms, hlc_counter, capsule FROM state WHERE lookup = ?");
  if (!row.Bind(lookup).Step()) return std::nullopt;
  PublishedState state;
  state.lookup = row.NextText();
  state.hlc.ms = row.NextNumber();
  state.hlc.counter = row.NextNumber();
  state.capsule = row.NextText();
  return state;
}

std::string SqliteJournal::Setting(const std::string& name) {
  Statement row(Use().database, "SELECT value FROM setting WHERE name = ?");
  return row.Bind(name).Step() ? row.NextText() : std::string{};
}

void SqliteJournal::SetSetting(const std::string& name, const std::string& value) {
  Statement put(Use().database,
                "INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET"
                " value = excluded.value WHERE value <> excluded.value");
  put.Bind(name).Bind(value).Run();
}

std::uint64_t SqliteJournal::FreeBytes() {
  struct statvfs disk {};
  if (::statvfs(DirectoryOf(file_).c_str(), &disk) != 0)
    throw StoreError(StoreFault::kBroken, file_.string() + ": " + std::strerror(errno));
  return static_cast<std::uint64_t>(disk.f_bavail) * disk.f_frsize;
}

void SqliteJournal::Checkpoint() {
  Database& database = Use().database;
  const int code = sqlite3_wal_checkpoint_v2(database.Handle(), "main", SQLITE_CHECKPOINT_TRUNCATE,
                                             nullptr, nullptr);
  if (code != SQLITE_OK) database.Fail(code, "checkpoint");
}

void SqliteJournal::MakeBallast() {
  if (settings_.ballast_bytes == 0) return;
  const std::filesystem::path ballast = file_.string() + ".ballast";
  std::error_code absent;
  if (std::filesystem::file_size(ballast, absent) == settings_.ballast_bytes) return;
  // Only out of plenty: the ballast must never be what fills the disk.
  if (FreeBytes() < settings_.ballast_bytes + 4 * kReserveBytes) return;
  const int handle = ::open(ballast.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (handle < 0) return;
  // A file system that can't reserve space has no use for a ballast either.
  if (::fallocate(handle, 0, 0, static_cast<off_t>(settings_.ballast_bytes)) != 0)
    ::unlink(ballast.c_str());
  ::close(handle);
}

void SqliteJournal::Tidy() {
  try {
    Checkpoint();
  } catch (const StoreError& error) {
    const std::filesystem::path ballast = file_.string() + ".ballast";
    std::error_code ignored;
    if (error.Fault() != StoreFault::kFull || !std::filesystem::remove(ballast, ignored)) throw;
    Reopen();
    Checkpoint();
    return;
  }
  MakeBallast();
}

void SqliteJournal::CopyTo(const std::filesystem::path& target) {
  BackUp(Use().database, target);
}

}  // namespace tanggap

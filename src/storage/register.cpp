#include "storage/register.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "domain/ticket_code.h"
#include "storage/register_tables.h"
#include "storage/schema.h"

namespace tanggap {
namespace {

constexpr std::size_t kLeastCodePrefix = 4;  // of a search that may mean a code
constexpr const char* kFoldVersion = "2";    // grows when the fold or the rows change meaning

}  // namespace

SqliteRegister::SqliteRegister(const std::filesystem::path& file, const Decree& decree,
                               const Office& office, RegisterSettings settings)
    : file_(file), decree_(decree), office_(office), settings_(std::move(settings)) {
  try {
    OpenFile();
  } catch (const StoreError& error) {
    if (error.Fault() == StoreFault::kLocked || error.Fault() == StoreFault::kFull) throw;
    Replace();
  }
  const std::string rules =
      std::string(kFoldVersion) + '|' + decree_.Reference() + '|' + settings_.rules_version;
  if (tables_->Fact("rules") != rules) {
    FoldAll();
    tables_->SetFact("rules", rules);
  }
}

SqliteRegister::~SqliteRegister() {
  if (!tables_) return;
  try {
    tables_->SetFact("closed", "cleanly");
  } catch (const StoreError&) {
    // The next start then checks the whole file, which is all that this flag saves.
    tables_.reset();
  }
}

void SqliteRegister::OpenFile() {
  tables_ = std::make_unique<RegisterTables>(file_, decree_, office_, settings_);
  if (tables_->Fact("closed") != "cleanly" && !tables_->Fact("rules").empty()) {
    Statement check(tables_->database, "PRAGMA quick_check(1)");
    if (!check.Step() || check.NextText() != "ok")
      throw StoreError(StoreFault::kBroken, file_.string() + ": quick_check found damage");
  }
  tables_->SetFact("closed", "no");
}

// Builds an empty register beside the damaged one and renames it into place.
void SqliteRegister::Replace() {
  tables_.reset();
  {
    // Another program's database is not ours to replace; garbage and older schemas are.
    std::error_code none;
    const bool database_of_another = [&] {
      try {
        Database database(file_, DatabaseUse::kRegister);
        const std::int64_t owner = database.Number("PRAGMA application_id").value_or(0);
        return owner != RegisterSchema().application_id &&
               (owner != 0 ||
                database.Number("SELECT count(*) FROM sqlite_schema").value_or(0) != 0);
      } catch (const StoreError&) {
        return false;  // unreadable: garbage
      }
    }();
    if (database_of_another)
      throw StoreError(StoreFault::kForeign, file_.string() + ": a database of another program");
  }
  const std::filesystem::path beside = file_.string() + ".new";
  for (const char* ending : {"", "-wal", "-shm"})
    std::filesystem::remove(beside.string() + ending);
  {
    Database database(beside, DatabaseUse::kRegister);
    Migrate(database, RegisterSchema());
    database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  for (const char* ending : {"-wal", "-shm"})
    std::filesystem::remove(file_.string() + ending);
  std::filesystem::rename(beside, file_);
  rebuilt_ = true;
  OpenFile();
}

// By other rules than before, or another roster: also who signed is asked anew, for a body may have
// come before the roster that names its writer.
void SqliteRegister::FoldAll() {
  constexpr std::size_t kFoldsPerTransaction = 1024;
  {
    Transaction transaction(tables_->database);
    tables_->records->SealForged();
    tables_->Changed();
    transaction.Commit();
  }
  const std::vector<RecordId> ids = tables_->cases->AllIds();
  for (std::size_t start = 0; start < ids.size(); start += kFoldsPerTransaction) {
    Transaction transaction(tables_->database);
    const std::size_t end = std::min(ids.size(), start + kFoldsPerTransaction);
    for (std::size_t i = start; i < end; ++i)
      tables_->Fold(ids[i]);
    tables_->Changed();
    transaction.Commit();
  }
}

void SqliteRegister::UseRoles(std::map<PersonId, Role> roles,
                              std::map<PersonId, std::vector<PastTerm>> past) {
  if (roles == settings_.roles && past == settings_.past) return;
  settings_.roles = std::move(roles);
  settings_.past = std::move(past);
  tables_->UseRules();
  FoldAll();
}

std::size_t SqliteRegister::Ingest(std::span<const Arrival> arrivals,
                                   std::span<const ReadCursor> cursors) {
  Transaction transaction(tables_->database);
  std::size_t added = 0;
  std::set<RecordId> touched;
  for (const Arrival& arrival : arrivals) {
    if (!tables_->records->Add(arrival)) continue;
    ++added;
    tables_->Note(arrival.record, touched);
  }
  for (const RecordId& id : touched)
    tables_->Fold(id);
  for (const ReadCursor& cursor : cursors)
    tables_->PutCursor(cursor);
  if (added > 0) tables_->Changed();
  transaction.Commit();
  return added;
}

std::vector<ReadCursor> SqliteRegister::Cursors() {
  Statement rows(tables_->database,
                 "SELECT node, epoch, nonce, segment, hash, branch FROM cursor"
                 " ORDER BY node, epoch, nonce, branch");
  std::vector<ReadCursor> cursors;
  while (rows.Step()) {
    ReadCursor cursor;
    cursor.node = NodeId{rows.NextText()};
    cursor.epoch = static_cast<std::uint32_t>(rows.NextNumber());
    cursor.nonce = rows.NextText();
    cursor.segment = static_cast<std::uint32_t>(rows.NextNumber());
    cursor.hash = rows.NextText();
    cursor.branch = rows.NextText();
    cursors.push_back(std::move(cursor));
  }
  return cursors;
}

std::uint64_t SqliteRegister::Revision() {
  return tables_->Revision();
}

std::vector<Register::Lacking> SqliteRegister::LackingBodies(std::size_t max) {
  return tables_->records->LackingBodies(max);
}

std::size_t SqliteRegister::Supply(std::span<const Arrival> arrivals) {
  Transaction transaction(tables_->database);
  std::size_t supplied = 0;
  std::set<RecordId> touched;
  for (const Arrival& arrival : arrivals) {
    const std::size_t taken = tables_->records->Supply(arrival);
    if (taken == 0) continue;
    supplied += taken;
    if (const std::optional<Record> record = tables_->records->Find(arrival.record.id))
      tables_->Note(*record, touched);
  }
  for (const RecordId& id : touched)
    tables_->Fold(id);
  if (supplied > 0) tables_->Changed();
  transaction.Commit();
  return supplied;
}

std::size_t SqliteRegister::Erase(std::span<const std::pair<RecordId, BodyClass>> bodies) {
  std::size_t erased = 0;
  {
    Transaction transaction(tables_->database);
    std::set<RecordId> touched;
    for (const auto& [id, body_class] : bodies) {
      if (!tables_->records->Erase(id, body_class)) continue;
      ++erased;
      if (const std::optional<Record> record = tables_->records->Find(id))
        tables_->Note(*record, touched);
    }
    if (erased == 0) return 0;
    for (const RecordId& id : touched)
      tables_->Fold(id);
    tables_->Changed();
    transaction.Commit();
  }
  // The index of words keeps what was deleted from it until it is built anew, and the file keeps
  // freed pages until it is written anew (FTS5 of SQLite 3.40 has no secure-delete).
  tables_->database.Execute("INSERT INTO story_index(story_index) VALUES('rebuild')");
  tables_->database.Execute("VACUUM");
  tables_->database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
  return erased;
}

std::vector<Register::PendingBody> SqliteRegister::Pending(BodyClass body_class, std::size_t max) {
  return tables_->records->Pending(body_class, max);
}

void SqliteRegister::Open(std::span<const std::pair<RecordId, std::pair<BodyClass, Body>>> opened) {
  Transaction transaction(tables_->database);
  std::set<RecordId> touched;
  for (const auto& [id, body] : opened) {
    if (body.first == BodyClass::kIdentity)
      throw StoreError(StoreFault::kBroken, "identity is never kept in clear");
    tables_->records->Open(id, body.first, body.second);
    if (const std::optional<Record> record = tables_->records->Find(id))
      tables_->Note(*record, touched);
  }
  for (const RecordId& id : touched)
    tables_->Fold(id);
  if (!opened.empty()) tables_->Changed();
  transaction.Commit();
}

std::optional<Record> SqliteRegister::Find(const RecordId& id) {
  return tables_->records->Find(id);
}

std::optional<SealedBody> SqliteRegister::Sealed(const RecordId& id, BodyClass body_class) {
  return tables_->records->Sealed(id, body_class);
}

std::vector<CaseRow> SqliteRegister::Cases(CaseView view, Day today, std::size_t offset,
                                           std::size_t max) {
  return tables_->cases->List(view, today, offset, max);
}

std::size_t SqliteRegister::Count(CaseView view, Day today) {
  return tables_->cases->Count(view, today);
}

std::vector<CaseRow> SqliteRegister::Search(const std::string& words, std::size_t max) {
  std::vector<CaseRow> found = tables_->cases->Search(words, max);
  std::string compact;
  for (const char sign : words) {
    const char upper = sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
    if (upper != '-' && upper != ' ') compact += upper;
  }
  const bool may_be_code = compact.size() >= kLeastCodePrefix && compact.size() <= kCodeSymbols &&
                           std::ranges::all_of(compact, [](char sign) {
                             return kCrockford.find(sign) != std::string_view::npos;
                           });
  if (!may_be_code || max == 0) return found;
  const std::optional<RecordId> by_code = FindByCode(compact);
  if (!by_code) return found;
  std::erase_if(found, [&](const CaseRow& row) { return row.id == *by_code; });
  if (std::optional<CaseRow> row = Row(*by_code)) found.insert(found.begin(), std::move(*row));
  if (found.size() > max) found.resize(max);
  return found;
}

std::optional<CaseRow> SqliteRegister::Row(const RecordId& id) {
  return tables_->cases->Row(id);
}

std::optional<RecordId> SqliteRegister::FindByLookup(const std::string& lookup) {
  return tables_->cases->FindByLookup(lookup);
}

std::optional<RecordId> SqliteRegister::FindByCode(const std::string& compact_prefix) {
  return tables_->cases->FindByCode(compact_prefix);
}

std::vector<Record> SqliteRegister::RecordsOf(const RecordId& id) {
  return tables_->records->OfCase(id, tables_->cases->LookupOf(id));
}

std::vector<Record> SqliteRegister::OfType(RecordType type, std::size_t max) {
  return tables_->records->OfType(type, max);
}

std::optional<Hlc> SqliteRegister::NewestClock(Instant until) {
  Statement row(tables_->database,
                "SELECT hlc_ms, hlc_counter FROM record WHERE hlc_ms <= ?"
                " ORDER BY hlc_ms DESC, hlc_counter DESC LIMIT 1");
  if (!row.Bind(ToMillis(until)).Step()) return std::nullopt;
  Hlc clock;
  clock.ms = row.NextNumber();
  clock.counter = row.NextNumber();
  return clock;
}

std::vector<RatingTally> SqliteRegister::Ratings(Day day) {
  return tables_->ratings->Of(day);
}

std::vector<RecordId> SqliteRegister::StatesToPublish(std::size_t max) {
  return tables_->cases->Unpublished(max);
}

void SqliteRegister::StatesPublished(std::span<const RecordId> cases) {
  Transaction transaction(tables_->database);
  for (const RecordId& id : cases)
    tables_->cases->MarkPublished(id);
  transaction.Commit();
}

}  // namespace tanggap

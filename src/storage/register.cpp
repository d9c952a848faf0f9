#include "storage/register.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "domain/ticket_code.h"
#include "formats/strict_json.h"
#include "storage/case_table.h"
#include "storage/database.h"
#include "storage/record_table.h"
#include "storage/schema.h"

namespace tanggap {
namespace {

constexpr std::size_t kWordsOfRow = 160;     // bytes of the story in a list's row
constexpr std::size_t kLeastCodePrefix = 4;  // of a search that may mean a code
constexpr const char* kFoldVersion = "2";    // grows when the fold or the rows change meaning

std::string FirstWords(const std::string& story) {
  if (story.size() <= kWordsOfRow) return story;
  std::size_t end = kWordsOfRow;
  while (end > 0 && (static_cast<unsigned char>(story[end]) & 0xC0U) == 0x80U)
    --end;  // never within a character
  return story.substr(0, end);
}

// What the ticket's holder sees, in a form that can be compared: without the day it was made.
std::string WriteState(const TicketState& state) {
  Fields fields{{"stage", static_cast<int>(state.stage)},
                {"side", static_cast<int>(state.side)},
                {"sentences", ToList(state.sentences)},
                {"remedies", ToList(state.remedies)},
                {"since", IsoDay(state.since)}};
  if (state.due) fields.emplace("due", IsoDay(*state.due));
  return WriteStrict(fields);
}

bool NamesItsCaseByLookup(RecordType type) {
  return type == RecordType::kVisitorSaid || type == RecordType::kStatusSeen ||
         type == RecordType::kHandlingRated;
}

}  // namespace

// Everything that lives as long as one open file.
class SqliteRegister::Tables {
 public:
  Tables(const std::filesystem::path& file, SqliteRegister& owner)
      : database((file), DatabaseUse::kRegister), owner_(owner) {
    Migrate(database, RegisterSchema());
    records.emplace(database);
    cases.emplace(database);
    UseRules();
    add_rating_.emplace(database,
                        "INSERT OR IGNORE INTO rating(id, day, node, score) VALUES(?, ?, ?, ?)");
  }

  [[nodiscard]] std::string Fact(std::string_view name) {
    Statement row(database, "SELECT value FROM fact WHERE name = ?");
    return row.Bind(name).Step() ? row.NextText() : std::string();
  }
  void SetFact(std::string_view name, std::string_view value) {
    Statement put(database, "INSERT OR REPLACE INTO fact(name, value) VALUES(?, ?)");
    put.Bind(name).Bind(value).Run();
  }
  void Changed() { SetFact("revision", std::to_string(Revision() + 1)); }
  [[nodiscard]] std::uint64_t Revision() {
    const std::string text = Fact("revision");
    return text.empty() ? 0 : std::stoull(text);
  }
  void PutCursor(const ReadCursor& cursor) {
    Statement put(database,
                  "INSERT OR REPLACE INTO cursor(node, epoch, nonce, branch, segment, hash)"
                  " VALUES(?, ?, ?, ?, ?, ?)");
    put.Bind(cursor.node.value)
        .Bind(std::int64_t{cursor.epoch})
        .Bind(cursor.nonce)
        .Bind(cursor.branch)
        .Bind(std::int64_t{cursor.segment})
        .Bind(cursor.hash)
        .Run();
  }

  // What a record changes beside its own row; adds the cases that must be folded again.
  void Note(const Record& record, std::set<RecordId>& touched) {
    if (const std::optional<RecordId> case_id = CaseOf(record)) touched.insert(*case_id);
    if (record.type == RecordType::kRated) AddRating(record);
    if (record.type == RecordType::kRatingWithdrawn || record.type == RecordType::kSessionFlagged)
      FlagRatings(record);
    if (NamesItsCaseByLookup(record.type)) {
      const std::string lookup = TextOf(record.Facts(), "lookup");
      if (lookup.empty()) return;  // still sealed
      records->SetLookup(record.id, lookup);
      if (const std::optional<RecordId> found = cases->FindByLookup(lookup)) touched.insert(*found);
    }
  }

  // From the office and the roster, for all folds to come.
  void UseRules() {
    rules_.roles = owner_.settings_.roles;
    rules_.past = owner_.settings_.past;
    rules_.calendar = owner_.office_.calendar;
    rules_.urgent_people = owner_.office_.sensitive.urgent_people;
    rules_.safe_contact_only = owner_.office_.sensitive.active;
  }
  void Fold(const RecordId& id);

  Database database;
  std::optional<RecordTable> records;
  std::optional<CaseTable> cases;

 private:
  void AddRating(const Record& record) {
    add_rating_->BindBlob(record.id.bytes.data(), record.id.bytes.size())
        .Bind(IsoDay(record.day))
        .Bind(record.node.value)
        .Bind(NumberOf(record.clear, "score"))
        .Run();
  }
  void FlagRatings(const Record& record) {
    Statement flag(database, "INSERT OR IGNORE INTO rating_flag(id) VALUES(?)");
    for (const RecordId& ref : record.refs)
      flag.BindBlob(ref.bytes.data(), ref.bytes.size()).Run();
  }
  [[nodiscard]] std::string SearchWords(const CaseFile& file) const;

  std::optional<Statement> add_rating_;
  FoldRules rules_;  // its lookup is the last folded case's
  SqliteRegister& owner_;
};

std::string SqliteRegister::Tables::SearchWords(const CaseFile& file) const {
  std::string words = file.story;
  for (const PhraseId& id : file.phrases) {
    if (const Phrase* phrase = owner_.office_.Find(id)) {
      words += '\n';
      words += phrase->text.In("id");
    }
  }
  for (const VisitorWord& word : file.said)
    words += '\n' + word.text;
  return words;
}

void SqliteRegister::Tables::Fold(const RecordId& id) {
  rules_.lookup = cases->LookupOf(id);
  CaseFile file = FoldCase(records->OfCase(id, rules_.lookup), owner_.decree_, rules_);
  if (file.id != id) return;  // its complaint has not arrived yet
  CaseEntry entry;
  if (!file.secret.empty() && owner_.settings_.lookup_of) {
    entry.lookup = owner_.settings_.lookup_of(file.secret);
    if (entry.lookup != rules_.lookup && records->AnyByHolder(entry.lookup)) {
      // The content has just been opened: now the holder's own records belong to the case.
      rules_.lookup = entry.lookup;
      file = FoldCase(records->OfCase(id, rules_.lookup), owner_.decree_, rules_);
    }
  }
  entry.row.id = id;
  entry.row.summary = Summarise(file, owner_.decree_, owner_.office_);
  entry.compact_code = file.code;
  // Restricted words are in no list and found by no search; who may read them opens the case.
  if (!file.restricted) {
    entry.search_words = SearchWords(file);
    entry.row.words = FirstWords(file.story.empty() ? entry.search_words : file.story);
  }
  if (!file.secret.empty()) {
    const Day day = LocalDay(file.changed, owner_.office_.zone);
    entry.state = WriteState(StateForVisitor(file, owner_.decree_, owner_.office_, day));
  }
  cases->Put(entry, ToMillis(file.received));
}

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
  tables_ = std::make_unique<Tables>(file_, *this);
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

void SqliteRegister::FoldAll() {
  constexpr std::size_t kFoldsPerTransaction = 1024;
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

std::vector<RatingTally> SqliteRegister::Ratings(Day day) {
  Statement rows(tables_->database,
                 "SELECT node, score, rating_flag.id IS NOT NULL, count(*) FROM rating"
                 " LEFT JOIN rating_flag USING(id) WHERE day = ? GROUP BY 1, 2, 3 ORDER BY 1");
  rows.Bind(IsoDay(day));
  std::vector<RatingTally> tallies;
  while (rows.Step()) {
    const NodeId node{rows.NextText()};
    const std::int64_t score = rows.NextNumber();
    const bool flagged = rows.NextNumber() != 0;
    const std::int64_t count = rows.NextNumber();
    if (tallies.empty() || tallies.back().node != node) {
      tallies.emplace_back();
      tallies.back().node = node;
      tallies.back().day = day;
    }
    RatingTally& tally = tallies.back();
    if (flagged) {
      tally.flagged += count;
    } else if (score >= 1 && score <= 4) {
      tally.by_score[static_cast<std::size_t>(score - 1)] += count;
    }
  }
  return tallies;
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

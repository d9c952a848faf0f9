#include "storage/register_tables.h"

#include <utility>

#include "domain/record_schema.h"
#include "formats/strict_json.h"
#include "storage/schema.h"

namespace tanggap {
namespace {

constexpr std::size_t kWordsOfRow = 160;  // bytes of the story in a list's row

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

RegisterTables::RegisterTables(const std::filesystem::path& file, const Decree& decree,
                               const Office& office, const RegisterSettings& settings)
    : database(file, DatabaseUse::kRegister),
      decree_(decree),
      office_(office),
      settings_(settings) {
  Migrate(database, RegisterSchema());
  records.emplace(database);
  cases.emplace(database);
  ratings.emplace(database);
  UseRules();
}

std::string RegisterTables::Fact(std::string_view name) {
  Statement row(database, "SELECT value FROM fact WHERE name = ?");
  return row.Bind(name).Step() ? row.NextText() : std::string();
}

void RegisterTables::SetFact(std::string_view name, std::string_view value) {
  Statement put(database, "INSERT OR REPLACE INTO fact(name, value) VALUES(?, ?)");
  put.Bind(name).Bind(value).Run();
}

void RegisterTables::Changed() {
  SetFact("revision", std::to_string(Revision() + 1));
}

std::uint64_t RegisterTables::Revision() {
  const std::string text = Fact("revision");
  return text.empty() ? 0 : std::stoull(text);
}

void RegisterTables::PutCursor(const ReadCursor& cursor) {
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

void RegisterTables::Note(const Record& record, std::set<RecordId>& touched) {
  if (const std::optional<RecordId> case_id = CaseOf(record)) touched.insert(*case_id);
  if (record.type == RecordType::kRated) ratings->Add(record);
  if (record.type == RecordType::kRatingWithdrawn || record.type == RecordType::kSessionFlagged)
    ratings->Flag(record);
  if (NamesItsCaseByLookup(record.type)) {
    const std::string lookup = TextOf(record.Facts(), "lookup");
    if (lookup.empty()) return;  // still sealed
    records->SetLookup(record.id, lookup);
    if (const std::optional<RecordId> found = cases->FindByLookup(lookup)) touched.insert(*found);
  }
}

void RegisterTables::UseRules() {
  rules_.roles = settings_.roles;
  rules_.past = settings_.past;
  rules_.calendar = office_.calendar;
  rules_.urgent_people = office_.sensitive.urgent_people;
  rules_.safe_contact_only = office_.sensitive.active;
}

std::string RegisterTables::SearchWords(const CaseFile& file) const {
  std::string words = file.story;
  for (const PhraseId& id : file.phrases) {
    if (const Phrase* phrase = office_.Find(id)) {
      words += '\n';
      words += phrase->text.In("id");
    }
  }
  for (const VisitorWord& word : file.said)
    words += '\n' + word.text;
  return words;
}

void RegisterTables::Fold(const RecordId& id) {
  rules_.lookup = cases->LookupOf(id);
  CaseFile file = FoldCase(records->OfCase(id, rules_.lookup), decree_, rules_);
  if (file.id != id) return;  // its complaint has not arrived yet
  CaseEntry entry;
  if (!file.secret.empty() && settings_.lookup_of) {
    entry.lookup = settings_.lookup_of(file.secret);
    if (entry.lookup != rules_.lookup && records->AnyByHolder(entry.lookup)) {
      // The content has just been opened: now the holder's own records belong to the case.
      rules_.lookup = entry.lookup;
      file = FoldCase(records->OfCase(id, rules_.lookup), decree_, rules_);
    }
  }
  entry.row.id = id;
  entry.row.summary = Summarise(file, decree_, office_);
  entry.compact_code = file.code;
  // Restricted words are in no list and found by no search; who may read them opens the case.
  if (!file.restricted) {
    entry.search_words = SearchWords(file);
    entry.row.words = FirstWords(file.story.empty() ? entry.search_words : file.story);
  }
  if (!file.secret.empty()) {
    const Day day = LocalDay(file.changed, office_.zone);
    entry.state = WriteState(StateForVisitor(file, decree_, office_, day));
  }
  cases->Put(entry, ToMillis(file.received));
}

}  // namespace tanggap

#include "storage/schema.h"

#include <array>
#include <string>

namespace tanggap {
namespace {

// Position counts from 1 without gaps over all epochs, in the order written; a segment is a range
// of positions, so no row is touched again when it is closed.
constexpr std::array kJournalVersions{
    R"(CREATE TABLE epoch(
         number INTEGER PRIMARY KEY,
         nonce TEXT NOT NULL,
         genesis TEXT NOT NULL,
         base INTEGER NOT NULL) STRICT;
       CREATE TABLE record(
         position INTEGER PRIMARY KEY,
         id BLOB NOT NULL,
         type TEXT NOT NULL,
         day TEXT NOT NULL,
         hlc_ms INTEGER NOT NULL,
         hlc_counter INTEGER NOT NULL,
         line TEXT NOT NULL,
         bodies TEXT NOT NULL) STRICT;
       CREATE UNIQUE INDEX record_id ON record(id);
       CREATE TABLE segment(
         position INTEGER PRIMARY KEY,
         epoch INTEGER NOT NULL REFERENCES epoch(number),
         number INTEGER NOT NULL,
         first INTEGER NOT NULL,
         count INTEGER NOT NULL,
         day TEXT NOT NULL,
         month TEXT NOT NULL,
         header_line TEXT NOT NULL,
         end_line TEXT NOT NULL,
         hash TEXT NOT NULL,
         acknowledged INTEGER NOT NULL DEFAULT 0,
         UNIQUE(epoch, number)) STRICT;
       CREATE INDEX segment_month ON segment(month, position);
       CREATE TABLE state(
         lookup TEXT PRIMARY KEY,
         hlc_ms INTEGER NOT NULL,
         hlc_counter INTEGER NOT NULL,
         capsule TEXT NOT NULL) STRICT, WITHOUT ROWID;
       CREATE TABLE setting(
         name TEXT PRIMARY KEY,
         value TEXT NOT NULL) STRICT, WITHOUT ROWID;
       INSERT INTO setting VALUES('starts', '0');)",
    R"(ALTER TABLE segment ADD COLUMN acknowledged_on TEXT NOT NULL DEFAULT '';
       ALTER TABLE segment ADD COLUMN pruned INTEGER NOT NULL DEFAULT 0;
       CREATE INDEX segment_prunable ON segment(acknowledged_on)
         WHERE acknowledged = 1 AND pruned = 0;)",
};

// `bucket` is where a case stands (storage/case_table.h); tally keeps the counts, so that no screen
// counts a million rows.
constexpr std::array kRegisterVersions{
    R"(CREATE TABLE fact(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
       CREATE TABLE cursor(
         node TEXT NOT NULL, epoch INTEGER NOT NULL, nonce TEXT NOT NULL, branch TEXT NOT NULL,
         segment INTEGER NOT NULL, hash TEXT NOT NULL,
         PRIMARY KEY(node, epoch, nonce, branch)) STRICT, WITHOUT ROWID;
       CREATE TABLE record(
         number INTEGER PRIMARY KEY,
         id BLOB NOT NULL, type TEXT NOT NULL, day TEXT NOT NULL, decree TEXT NOT NULL,
         hlc_ms INTEGER NOT NULL, hlc_counter INTEGER NOT NULL,
         node TEXT NOT NULL, epoch INTEGER NOT NULL, sequence INTEGER NOT NULL,
         refs BLOB NOT NULL, critical INTEGER NOT NULL, clear TEXT NOT NULL,
         case_id BLOB, lookup TEXT) STRICT;
       CREATE UNIQUE INDEX record_id ON record(id);
       CREATE INDEX record_case ON record(case_id) WHERE case_id IS NOT NULL;
       CREATE INDEX record_lookup ON record(lookup) WHERE lookup IS NOT NULL;
       CREATE INDEX record_type ON record(type, hlc_ms);
       CREATE TABLE body(
         record INTEGER NOT NULL REFERENCES record(number),
         class TEXT NOT NULL, state INTEGER NOT NULL,
         fields TEXT NOT NULL, writer TEXT NOT NULL, sealed TEXT,
         PRIMARY KEY(record, class)) STRICT, WITHOUT ROWID;
       CREATE INDEX body_pending ON body(class, record) WHERE state = 1 AND sealed IS NOT NULL;
       CREATE TABLE complaint(
         number INTEGER PRIMARY KEY,
         id BLOB NOT NULL,
         bucket INTEGER NOT NULL, due_key TEXT NOT NULL,
         code TEXT NOT NULL, lookup TEXT NOT NULL,
         words TEXT NOT NULL, summary TEXT NOT NULL,
         state TEXT NOT NULL, published TEXT NOT NULL) STRICT;
       CREATE UNIQUE INDEX complaint_id ON complaint(id);
       CREATE INDEX complaint_bucket ON complaint(bucket, due_key, number);
       CREATE INDEX complaint_closed ON complaint(number) WHERE bucket = 6;
       CREATE INDEX complaint_open ON complaint(due_key, number) WHERE bucket <> 6;
       CREATE INDEX complaint_code ON complaint(code) WHERE code <> '';
       CREATE INDEX complaint_lookup ON complaint(lookup) WHERE lookup <> '';
       CREATE INDEX complaint_unpublished ON complaint(number)
         WHERE state <> '' AND state <> published;
       CREATE TABLE tally(
         bucket INTEGER NOT NULL, due_key TEXT NOT NULL, n INTEGER NOT NULL,
         PRIMARY KEY(bucket, due_key)) STRICT, WITHOUT ROWID;
       CREATE TRIGGER complaint_added AFTER INSERT ON complaint BEGIN
         INSERT INTO tally VALUES(new.bucket, new.due_key, 1)
           ON CONFLICT DO UPDATE SET n = n + 1;
       END;
       CREATE TRIGGER complaint_moved AFTER UPDATE OF bucket, due_key ON complaint
         WHEN old.bucket <> new.bucket OR old.due_key <> new.due_key BEGIN
         UPDATE tally SET n = n - 1 WHERE bucket = old.bucket AND due_key = old.due_key;
         DELETE FROM tally WHERE bucket = old.bucket AND due_key = old.due_key AND n = 0;
         INSERT INTO tally VALUES(new.bucket, new.due_key, 1)
           ON CONFLICT DO UPDATE SET n = n + 1;
       END;
       CREATE TABLE rating(
         id BLOB PRIMARY KEY, day TEXT NOT NULL, node TEXT NOT NULL,
         score INTEGER NOT NULL) STRICT, WITHOUT ROWID;
       CREATE INDEX rating_day ON rating(day, node, score);
       CREATE TABLE rating_flag(id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
       CREATE TABLE story(number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;
       CREATE VIRTUAL TABLE story_index USING fts5(
         words, content='story', content_rowid='number',
         tokenize='unicode61 remove_diacritics 2', prefix='2 3');)",
    R"(CREATE INDEX body_lacking ON body(record) WHERE state = 1 AND sealed IS NULL;)",
    R"(CREATE INDEX record_clock ON record(hlc_ms, hlc_counter);)",
};

}  // namespace

const Schema& JournalSchema() {
  static const Schema schema{0x54474a31, kJournalVersions};  // "TGJ1"
  return schema;
}

const Schema& RegisterSchema() {
  static const Schema schema{0x54475231, kRegisterVersions};  // "TGR1"
  return schema;
}

void Migrate(Database& database, const Schema& schema) {
  const std::int64_t owner = database.Number("PRAGMA application_id").value_or(0);
  const std::int64_t version = database.Number("PRAGMA user_version").value_or(0);
  const std::int64_t tables = database.Number("SELECT count(*) FROM sqlite_schema").value_or(0);
  const auto newest = static_cast<std::int64_t>(schema.versions.size());
  const std::string file = database.File().string();
  if (owner != schema.application_id && (owner != 0 || tables != 0))
    throw StoreError(StoreFault::kForeign, file + ": a database of another program");
  if (version > newest) {
    throw StoreError(StoreFault::kForeign,
                     file + ": written by a newer version of this program (schema " +
                         std::to_string(version) + ", this one knows " + std::to_string(newest) +
                         "); update the program");
  }
  if (owner == schema.application_id && version == newest) return;
  Transaction transaction(database);
  for (std::int64_t next = version; next < newest; ++next)
    database.Execute(schema.versions[static_cast<std::size_t>(next)]);
  database.Execute(("PRAGMA application_id=" + std::to_string(schema.application_id)).c_str());
  database.Execute(("PRAGMA user_version=" + std::to_string(newest)).c_str());
  transaction.Commit();
}

}  // namespace tanggap

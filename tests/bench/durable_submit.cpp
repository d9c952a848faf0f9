// Durable submit: a complaint through recorder, sealing and journal, against the least that SQLite
// needs for two rows with the same settings, in the same run and on the same disk.
#include <sqlite3.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "fakes/fake_clock.h"
#include "ledger/founding.h"
#include "ledger/recorder.h"
#include "ledger/segment_writer.h"
#include "ledger/sodium_randomness.h"
#include "ledger/ticket_secret.h"
#include "storage/journal.h"
#include "support/temporary_directory.h"

namespace tanggap::bench {
namespace {

constexpr int kSubmits = 1500;

// BEGIN, two inserts, COMMIT: a record line with its id, and the bodies.
class RawCommit {
 public:
  explicit RawCommit(const std::string& file) {
    if (sqlite3_open(file.c_str(), &database_) != SQLITE_OK) throw std::runtime_error("open");
    Run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA wal_autocheckpoint=0;"
        "CREATE TABLE record(id BLOB PRIMARY KEY, line TEXT);"
        "CREATE TABLE body(record BLOB PRIMARY KEY, lines TEXT);");
    Prepare("INSERT INTO record VALUES(?, ?)", &record_);
    Prepare("INSERT INTO body VALUES(?, ?)", &body_);
  }
  ~RawCommit() {
    sqlite3_finalize(record_);
    sqlite3_finalize(body_);
    sqlite3_close(database_);
  }
  RawCommit(const RawCommit&) = delete;
  RawCommit& operator=(const RawCommit&) = delete;

  double Commit(const SealedRecord& record) {
    std::string bodies;
    for (const SealedBody& body : record.bodies)
      bodies += body.line;
    const double start = MillisecondsNow();
    Run("BEGIN IMMEDIATE");
    Insert(record_, record.id, record.line);
    Insert(body_, record.id, bodies);
    Run("COMMIT");
    return MillisecondsNow() - start;
  }
  void Tidy() { Run("PRAGMA wal_checkpoint(TRUNCATE)"); }

 private:
  void Run(const char* sql) {
    if (sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }
  void Prepare(const char* sql, sqlite3_stmt** statement) {
    if (sqlite3_prepare_v2(database_, sql, -1, statement, nullptr) != SQLITE_OK)
      throw std::runtime_error(sqlite3_errmsg(database_));
  }
  static void Insert(sqlite3_stmt* statement, const RecordId& id, const std::string& text) {
    sqlite3_bind_blob(statement, 1, id.bytes.data(), static_cast<int>(id.bytes.size()),
                      SQLITE_STATIC);
    sqlite3_bind_text(statement, 2, text.c_str(), static_cast<int>(text.size()), SQLITE_STATIC);
    if (sqlite3_step(statement) != SQLITE_DONE) throw std::runtime_error("insert");
    sqlite3_reset(statement);
  }
  sqlite3* database_ = nullptr;
  sqlite3_stmt* record_ = nullptr;
  sqlite3_stmt* body_ = nullptr;
};

Draft Complaint(Recorder& recorder, const TicketCode& code) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = RecordType::kComplaintLodged;
  draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}, {"when", "hari-ini"}};
  draft.content = {{"story", "Saya menunggu dari jam delapan sampai jam sebelas di loket dua."}};
  draft.ticket = code;
  return draft;
}

}  // namespace

std::vector<Row> DurableSubmit(Workshop& /*workshop*/) {
  const TemporaryDirectory directory;
  FakeClock clock;
  SodiumRandomness randomness;
  FoundingWish wish;
  wish.name = "Dinas Contoh";
  wish.zone = {"Asia/Makassar", "WITA", std::chrono::hours{8}};
  wish.decree = "contoh-2024@1";
  wish.decree_hash = std::string(64, '0');
  wish.at = clock.now;
  wish.nodes = {{"kiosk-1", "kiosk"}};
  const Founding founding = FoundOffice(wish, randomness);
  SqliteJournal journal(directory / "journal.db");
  const LedgerPorts ports{journal, clock, randomness};
  SegmentWriter segments(ports, founding.nodes.front(), 1, std::chrono::seconds{20});
  segments.OpenEpochIfNeeded();
  TicketSecrets secrets(founding.roster.office.salt, randomness);
  Signer nobody;
  LedgerRecorder recorder(ports, founding.roster, secrets, nobody);
  const TicketCode code = secrets.NewCode();
  RawCommit raw((directory / "raw.db").string());

  std::vector<double> submits;
  std::vector<double> commits;
  for (int i = 0; i < kSubmits; ++i) {
    const Draft draft = Complaint(recorder, code);
    while (recorder.Prepare()) {
    }
    const double start = MillisecondsNow();
    recorder.Write(std::vector{draft});
    submits.push_back(MillisecondsNow() - start);
    // Turn by turn, so that a disturbance of the disk meets both.
    const std::vector<SealedRecord> last = journal.Unsegmented(1);
    SealedRecord same = last.front();
    same.id = draft.id;
    commits.push_back(raw.Commit(same));
    clock.Advance(std::chrono::seconds{1});
    if (i % 100 == 99) {
      journal.Tidy();
      raw.Tidy();
    }
  }
  const std::string note = std::to_string(kSubmits) + " submits: seal, hash, BEGIN to COMMIT";
  std::vector<Row> rows;
  rows.push_back({"durable submit p50", Percentile(submits, 0.5), "ms",
                  "raw two-row WAL/FULL commit", Percentile(commits, 0.5), std::nullopt, note});
  rows.push_back({"durable submit p99", Percentile(submits, 0.99), "ms",
                  "raw two-row WAL/FULL commit", Percentile(commits, 0.99), 1.5, note});
  return rows;
}

}  // namespace tanggap::bench

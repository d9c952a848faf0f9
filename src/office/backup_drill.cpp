#include "office/backup_drill.h"

#include <algorithm>

#include "folder/rosters.h"
#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ledger/sealing.h"
#include "ledger/segment.h"
#include "office/backup.h"
#include "storage/journal.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// One drill over one restored device.
class Drill {
 public:
  Drill(const fs::path& data, DrillReport& report) : data_(data), report_(report) {}

  void Run(const std::optional<DrillReader>& reader) {
    const Result<NodeKey> key = ReadNodeKey(data_ / "node.key");
    if (!key.Ok()) return Wrong(key.Problems().front());
    RosterReading rosters = ReadRosters(data_ / "replica", key.Value().Office(), key.Value().root);
    for (const Problem& problem : rosters.problems)
      Wrong(problem);
    if (!rosters.newest) return Wrong({(data_ / "replica").string(), 0, "holds no roster"});
    roster_ = std::move(*rosters.newest);
    if (reader && !OpenReader(*reader)) return;
    SqliteJournal journal(data_ / "journal.db");
    WalkChain(journal, key.Value());
    const std::vector<SealedRecord> waiting = journal.Unsegmented(kMostWaiting);
    report_.waiting = waiting.size();
    for (const SealedRecord& record : waiting)
      Open(record.id, std::string(NameOf(record.type)), record.bodies);
  }

 private:
  static constexpr std::size_t kMostWaiting = 1'000'000;

  void Wrong(Problem problem) { report_.problems.push_back(std::move(problem)); }

  bool OpenReader(const DrillReader& reader) {
    const auto person = std::ranges::find_if(roster_.people, [&](const RosterPerson& one) {
      return !one.removed && (one.name == reader.who || one.id.value == reader.who);
    });
    if (person == roster_.people.end()) {
      Wrong({reader.who, 0, "name and password don't belong together in this backup"});
      return false;
    }
    const auto key = ReadPersonKey(data_ / "people" / (person->id.value + ".key"), reader.password);
    if (!key.Ok()) {
      Wrong(key.Problems().front());
      return false;
    }
    if (!key.Value()) {
      Wrong({reader.who, 0, "name and password don't belong together in this backup"});
      return false;
    }
    keys_ = ReadingKeys::Unwrap(*person, *key.Value());
    if (keys_.Empty()) {
      Wrong({reader.who, 0, "may read nothing; drill with a supervisor, head or auditor"});
      return false;
    }
    return true;
  }

  void WalkChain(SqliteJournal& journal, const NodeKey& key) {
    const auto known = [&](const NodeId& node) -> std::optional<PublicKey> {
      if (node != key.Id()) return std::nullopt;
      return key.signing.Public();
    };
    const std::string where = (data_ / "journal.db").string();
    std::string previous;
    std::string chain;
    for (const ClosedSegment& closed : journal.SegmentsSince(Day{})) {
      const std::vector<SealedRecord> records = journal.RecordsOf(closed);
      const SegmentReading read = ReadSegments(SegmentBytes(closed, records), roster_.Id(), known);
      const std::string name =
          "epoch " + std::to_string(closed.epoch) + ", segment " + std::to_string(closed.number);
      if (read.outcome != ReadOutcome::kWhole) {
        Wrong({where, 0, name + ": " + read.problem.message});
        continue;
      }
      const Segment& segment = read.segments.front();
      const std::string started = ToHex(ByteSpan(
          Genesis(roster_.Id(), key.Id(), closed.epoch, closed.nonce, key.signing.Public())));
      if (chain != closed.nonce) previous = started;
      if (segment.header.previous != previous)
        Wrong({where, 0, name + ": does not continue the segment before it"});
      chain = closed.nonce;
      previous = closed.hash;
      ++report_.segments;
      report_.records += records.size();
      CheckBodies(where, name, segment, records);
    }
  }

  void CheckBodies(const std::string& where, const std::string& name, const Segment& segment,
                   const std::vector<SealedRecord>& records) {
    const BoxReading box = ReadBox(BoxBytes(records), segment);
    if (!box.whole) return Wrong({where, 0, name + ": " + box.problem.message});
    report_.dropped += box.missing.size();
    for (const SealedRecord& record : records)
      Open(record.id, std::string(NameOf(record.type)), record.bodies);
  }

  void Open(const RecordId& id, const std::string& type, const std::vector<SealedBody>& bodies) {
    report_.bodies += bodies.size();
    if (keys_.Empty()) return;
    for (const SealedBody& body : bodies) {
      const Opening opening = OpenBody(roster_, keys_, id, type, body.line);
      if (opening.body) {
        ++report_.opened;
        continue;
      }
      const char* why = opening.fault == OpenFault::kNoKey       ? "is sealed to a key that this "
                                                                   "person doesn't have"
                        : opening.fault == OpenFault::kSignature ? "lacks its person's signature"
                                                                 : "can't be opened: damaged";
      Wrong({(data_ / "journal.db").string(), 0, "record " + ToHex(id) + " " + why});
    }
  }

  fs::path data_;
  DrillReport& report_;
  Roster roster_;
  ReadingKeys keys_;
};

}  // namespace

DrillReport DrillBackup(const fs::path& backup, const fs::path& aside,
                        const std::optional<DrillReader>& reader, Randomness& randomness) {
  DrillReport report;
  const Result<std::size_t> restored = RestoreBackup(backup, aside / "device", randomness);
  if (!restored.Ok()) {
    report.problems = restored.Problems();
    return report;
  }
  Drill(aside / "device", report).Run(reader);
  return report;
}

}  // namespace tanggap

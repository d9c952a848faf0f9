// What the journal gives up: bodies that a desk has acknowledged, and bodies that were erased.
#include <algorithm>
#include <set>

#include "storage/journal_connection.h"
#include "storage/journal_rows.h"

namespace tanggap {

bool SqliteJournal::Acknowledge(std::uint32_t epoch, std::uint32_t number, const std::string& hash,
                                Day on) {
  Database& database = Use().database;
  Statement own(database, "SELECT 1 FROM segment WHERE epoch = ? AND number = ? AND hash = ?");
  if (!own.Bind(std::int64_t{epoch}).Bind(std::int64_t{number}).Bind(hash).Step()) return false;
  own.Reset();
  Statement update(database,
                   "UPDATE segment SET acknowledged = 1, acknowledged_on = ? WHERE epoch = ?"
                   " AND number <= ? AND acknowledged = 0");
  update.Bind(IsoDay(on)).Bind(std::int64_t{epoch}).Bind(std::int64_t{number}).Run();
  return true;
}

std::vector<ClosedSegment> SqliteJournal::DropBodies(Day until, std::size_t max) {
  Database& database = Use().database;
  std::vector<ClosedSegment> dropped;
  {
    Statement rows(database, std::string(kSegmentColumns) +
                                 "WHERE acknowledged = 1 AND pruned = 0 AND acknowledged_on <> ''"
                                 " AND acknowledged_on <= ? ORDER BY segment.position LIMIT ?");
    rows.Bind(IsoDay(until)).Bind(static_cast<std::int64_t>(max));
    while (rows.Step())
      dropped.push_back(ReadSegmentRow(rows));
  }
  if (dropped.empty()) return dropped;
  Transaction transaction(database);
  Statement bodies(database,
                   "UPDATE record SET bodies = '' WHERE position >= (SELECT position FROM segment"
                   " WHERE epoch = ?1 AND number = ?2) AND position < (SELECT position + count"
                   " FROM segment WHERE epoch = ?1 AND number = ?2)");
  Statement mark(database, "UPDATE segment SET pruned = 1 WHERE epoch = ? AND number = ?");
  for (ClosedSegment& segment : dropped) {
    bodies.Bind(std::int64_t{segment.epoch}).Bind(std::int64_t{segment.number}).Run();
    mark.Bind(std::int64_t{segment.epoch}).Bind(std::int64_t{segment.number}).Run();
    segment.pruned = true;
  }
  transaction.Commit();
  return dropped;
}

std::size_t SqliteJournal::EraseBodies(std::span<const std::pair<RecordId, BodyClass>> bodies) {
  Database& database = Use().database;
  std::size_t erased = 0;
  {
    Transaction transaction(database);
    Statement find(database, "SELECT bodies FROM record WHERE id = ?");
    Statement put(database, "UPDATE record SET bodies = ? WHERE id = ?");
    for (const auto& [id, body_class] : bodies) {
      find.Reset();
      if (!find.BindBlob(id.bytes.data(), id.bytes.size()).Step()) continue;
      std::vector<SealedBody> held = ReadBodies(find.NextText());
      find.Reset();
      const auto wanted = body_class;
      if (std::erase_if(held, [&](const SealedBody& body) { return body.body_class == wanted; }) ==
          0)
        continue;
      put.Bind(WriteBodies(held)).BindBlob(id.bytes.data(), id.bytes.size()).Run();
      ++erased;
    }
    if (erased == 0) return 0;
    transaction.Commit();
  }
  // secure_delete overwrites the page in the file; its older copies in the log go with this.
  Checkpoint();
  return erased;
}

}  // namespace tanggap

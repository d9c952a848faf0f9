#include "storage/rating_table.h"

#include <string>

#include "domain/record_schema.h"

namespace tanggap {

RatingTable::RatingTable(Database& database)
    : database_(database),
      add_(database, "INSERT OR IGNORE INTO rating(id, day, node, score) VALUES(?, ?, ?, ?)") {}

void RatingTable::Add(const Record& rated) {
  add_.BindBlob(rated.id.bytes.data(), rated.id.bytes.size())
      .Bind(IsoDay(rated.day))
      .Bind(rated.node.value)
      .Bind(NumberOf(rated.clear, "score"))
      .Run();
}

void RatingTable::Flag(const Record& naming) {
  Statement flag(database_, "INSERT OR IGNORE INTO rating_flag(id) VALUES(?)");
  for (const RecordId& ref : naming.refs)
    flag.BindBlob(ref.bytes.data(), ref.bytes.size()).Run();
}

std::vector<RatingTally> RatingTable::Of(Day day) {
  Statement rows(database_,
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

}  // namespace tanggap

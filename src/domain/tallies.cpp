#include "domain/tallies.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace tanggap {
namespace {

using Taps = std::vector<RatedTap>;

// Marks one kiosk's taps, which are in the order of time.
void MarkBursts(Taps& taps) {
  std::size_t begin = 0;
  while (begin < taps.size()) {
    std::size_t end = begin + 1;
    while (end < taps.size() && taps[end].at - taps[end - 1].at < kBurstGap)
      ++end;
    RatedTap* lowest = nullptr;
    for (std::size_t i = begin; i < end; ++i) {
      taps[i].repeat = i > begin;
      if (!taps[i].withdrawn && (lowest == nullptr || taps[i].score < lowest->score))
        lowest = &taps[i];
    }
    if (lowest != nullptr) lowest->counts = true;
    begin = end;
  }
}

std::size_t IndexOf(const RatedTap& tap) {
  return static_cast<std::size_t>(tap.score - kLowestScore);
}

}  // namespace

std::vector<RatedTap> RatedTaps(std::span<const Record> records) {
  std::set<RecordId> withdrawn;
  for (const Record& record : records) {
    if (record.type == RecordType::kRatingWithdrawn && !record.refs.empty())
      withdrawn.insert(record.refs.front());
  }
  std::map<NodeId, Taps> by_node;
  std::set<RecordId> known;
  for (const Record& record : records) {
    if (record.type != RecordType::kRated || !known.insert(record.id).second) continue;
    const std::int64_t score = NumberOf(record.clear, "score");
    if (score < kLowestScore || score > kHighestScore) continue;
    RatedTap tap{record.id, record.node, record.day, FromMillis(record.hlc.ms)};
    tap.score = static_cast<int>(score);
    tap.withdrawn = withdrawn.contains(record.id);
    by_node[record.node].push_back(tap);
  }
  Taps all;
  for (auto& [node, taps] : by_node) {
    std::ranges::sort(taps, {}, [](const RatedTap& tap) { return std::tie(tap.at, tap.id); });
    MarkBursts(taps);
    all.insert(all.end(), taps.begin(), taps.end());
  }
  std::ranges::sort(all, {},
                    [](const RatedTap& tap) { return std::tie(tap.at, tap.node, tap.id); });
  return all;
}

std::vector<RatingCount> CountRatings(std::span<const Record> records) {
  std::map<std::pair<NodeId, Day>, RatingCount> counts;
  for (const RatedTap& tap : RatedTaps(records)) {
    RatingCount& count = counts[{tap.node, tap.day}];
    count.node = tap.node;
    count.day = tap.day;
    if (tap.withdrawn) {
      ++count.withdrawn;
      continue;
    }
    ++count.raw[IndexOf(tap)];
    if (tap.counts) {
      ++count.filtered[IndexOf(tap)];
    } else {
      ++count.repeats;
    }
  }
  std::vector<RatingCount> rows;
  for (auto& [place, count] : counts)
    rows.push_back(count);
  return rows;
}

std::vector<RatingTally> TallyRatings(std::span<const Record> records, Day day) {
  std::vector<RatingTally> tallies;
  for (const RatingCount& count : CountRatings(records)) {
    if (count.day != day) continue;
    tallies.push_back({count.node, count.day, count.filtered, count.repeats + count.withdrawn});
  }
  return tallies;
}

}  // namespace tanggap

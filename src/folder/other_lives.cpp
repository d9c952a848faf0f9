#include "folder/other_lives.h"

#include <algorithm>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {

OtherLives::OtherLives(Journal& journal, std::filesystem::path replica, OfficeId office,
                       NodeId node)
    : journal_(journal),
      own_(NodeDirectory(replica, office, node)),
      office_(std::move(office)),
      node_(std::move(node)) {}

OtherLife OtherLives::Look(const Roster& roster) {
  OtherLife life;
  const ChainHead head = journal_.Head();
  life.greatest_epoch = head.epoch;
  for (const std::string& month : ListNames(own_, IsMonthName).names) {
    std::error_code error;
    const auto changed = std::filesystem::last_write_time(own_ / month, error);
    const auto seen = seen_.find(month);
    if (!error && seen != seen_.end() && seen->second == changed) continue;
    const auto since = DayFromIso(month.substr(0, 4) + '-' + month.substr(4) + "-01");
    std::set<std::string> ours;
    for (const ClosedSegment& segment : journal_.SegmentsSince(*since)) {
      ours.insert(Write(
          SegmentName{segment.epoch, segment.nonce, segment.number, segment.hash.substr(0, 8)}));
    }
    for (const std::string& name : ListNames(own_ / month, [](std::string_view text) {
                                     return ReadSegmentName(text).has_value();
                                   }).names) {
      if (ours.contains(name) || known_.contains(name)) continue;
      const FoundSegment found{*ReadSegmentName(name), own_ / month / name, {}, 0};
      const auto segments = ReadFound(found, office_, node_, roster);
      if (!segments.Ok()) continue;  // junk: not ours to judge here
      // A pack of what the journal has is no other life.
      const bool all_ours = std::ranges::all_of(segments.Value(), [&](const Segment& segment) {
        const SegmentHeader& header = segment.header;
        return ours.contains(Write(
            SegmentName{header.epoch, header.nonce, header.number, segment.hash.substr(0, 8)}));
      });
      known_.insert(name);
      if (all_ours) continue;
      life.files.push_back(month + '/' + name);
      life.greatest_epoch = std::max(life.greatest_epoch, found.name.epoch);
      if (found.name.epoch == head.epoch && found.name.nonce == head.nonce) life.needs_epoch = true;
    }
    if (!error) seen_.insert_or_assign(month, changed);
  }
  life.needs_epoch = life.needs_epoch || head.epoch == 0;
  return life;
}

}  // namespace tanggap

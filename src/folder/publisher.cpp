#include "folder/publisher.h"

#include <chrono>
#include <set>
#include <utility>

#include "folder/names.h"
#include "folder/publish.h"
#include "ledger/segment.h"

namespace tanggap {
namespace {

constexpr int kMonthsBack = 3;

bool HasBodies(const std::vector<SealedRecord>& records) {
  for (const SealedRecord& record : records) {
    if (!record.bodies.empty()) return true;
  }
  return false;
}

// Name and size say enough for a look every few seconds: the name carries the content's hash.
bool IsThere(const std::filesystem::path& file, std::size_t size) {
  std::error_code error;
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)) &&
         std::filesystem::file_size(file, error) == size && !error;
}

}  // namespace

Publisher::Publisher(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId node)
    : journal_(journal),
      replica_(std::move(replica)),
      office_(std::move(office)),
      node_(std::move(node)) {}

PublishRound Publisher::Round(Day today) {
  PublishRound round;
  const bool look = rounds_++ % kLookEvery == 0;
  const ChainHead head = journal_.Head();
  if (!look && done_ && !sizes_.empty() && head.epoch == done_->first &&
      head.segments == done_->second)
    return round;
  done_.reset();  // a try that throws is repeated
  const auto first_of_month = today.year() / today.month() / std::chrono::day{1};
  const std::filesystem::path own = NodeDirectory(replica_, office_, node_);
  for (const ClosedSegment& segment :
       journal_.SegmentsSince(first_of_month - std::chrono::months{kMonthsBack - 1})) {
    const std::filesystem::path directory = own / segment.month;
    const SegmentName name{segment.epoch, segment.nonce, segment.number, segment.hash.substr(0, 8)};
    // What was found whole once in this run is not read from the journal again.
    const auto [known, added] = sizes_.try_emplace(Write(name), Sizes{});
    if (known->second.segment != 0 && !look) continue;  // 0: a try that failed is repeated
    if (!added && IsThere(directory / Write(name), known->second.segment) &&
        (known->second.box == 0 || IsThere(directory / Write(BoxName{name, 1}), known->second.box)))
      continue;
    const std::vector<SealedRecord> records = journal_.RecordsOf(segment);
    const std::string segment_bytes = SegmentBytes(segment, records);
    const std::string box_bytes = HasBodies(records) ? BoxBytes(records) : std::string();
    // The box first: whoever sees a segment finds its bodies beside it.
    if (!box_bytes.empty()) PublishOne(directory, Write(BoxName{name, 1}), box_bytes, round);
    PublishOne(directory, Write(name), segment_bytes, round);
    known->second = {segment_bytes.size(), box_bytes.size()};
  }
  done_.emplace(head.epoch, head.segments);
  return round;
}

void Publisher::PublishOne(const std::filesystem::path& directory, const std::string& name,
                           const std::string& bytes, PublishRound& round) {
  const std::filesystem::path file = directory / name;
  if (IsThere(file, bytes.size())) return;
  // A file of ours in another size is what a crash or a killed copy left: the journal's bytes are
  // the truth.
  switch (Publish(directory, name, bytes, IfBroken::kReplace)) {
    case PublishOutcome::kPublished:
      ++round.published;
      return;
    case PublishOutcome::kAlreadyThere:
      return;
    case PublishOutcome::kOccupied:
      round.problems.push_back({file.string(), 0, "something else stands under this name"});
      return;
  }
}

}  // namespace tanggap

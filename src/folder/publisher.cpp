#include "folder/publisher.h"

#include <chrono>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "folder/names.h"
#include "folder/publish.h"
#include "folder/wholeness.h"
#include "ledger/segment.h"

namespace tanggap {
namespace {

constexpr int kMonthsBack = 3;
constexpr int kLastGeneration = 99;
constexpr Day kEver = std::chrono::year{1970} / 1 / 1;

std::size_t CountBodies(const std::vector<SealedRecord>& records) {
  std::size_t count = 0;
  for (const SealedRecord& record : records)
    count += record.bodies.size();
  return count;
}

// How many bodies the record lines name: more than are held means that some were erased.
std::size_t CountNamed(const std::vector<SealedRecord>& records) {
  std::size_t count = 0;
  for (const SealedRecord& record : records) {
    const auto line = ReadRecordLine(record.line);
    if (line.Ok()) count += line.Value().body_hashes.size();
  }
  return count;
}

// Name and size say enough for a look every minute: the name carries the content's hash.
bool IsThere(const std::filesystem::path& file, std::size_t size) {
  std::error_code error;
  return std::filesystem::is_regular_file(std::filesystem::symlink_status(file, error)) &&
         std::filesystem::file_size(file, error) == size && !error;
}

SegmentName NameOf(const ClosedSegment& segment) {
  return {segment.epoch, segment.nonce, segment.number, segment.hash.substr(0, 8)};
}

std::string MonthOf(Day day) {
  const std::string iso = IsoDay(day);
  return iso.substr(0, 4) + iso.substr(5, 2);
}

std::optional<Day> FirstOf(const std::string& month) {
  return DayFromIso(month.substr(0, 4) + '-' + month.substr(4) + "-01");
}

}  // namespace

Publisher::Publisher(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId node)
    : journal_(journal),
      replica_(std::move(replica)),
      office_(std::move(office)),
      node_(std::move(node)) {}

std::filesystem::path Publisher::DirectoryOf(const ClosedSegment& segment) const {
  return NodeDirectory(replica_, office_, node_) / segment.month;
}

PublishRound Publisher::Round(Day today) {
  PublishRound round;
  const bool look = rounds_++ % kLookEvery == 0;
  const ChainHead head = journal_.Head();
  if (!look && done_ && !sizes_.empty() && head.epoch == done_->first &&
      head.segments == done_->second)
    return round;
  done_.reset();  // a try that throws is repeated
  const auto first_of_month = today.year() / today.month() / std::chrono::day{1};
  const Day since = first_of_month - std::chrono::months{kMonthsBack - 1};
  if (looked_before_ != since) {
    PublishMissing(since, round);
    looked_before_ = since;
  }
  for (const ClosedSegment& segment : journal_.SegmentsSince(since)) {
    const SegmentName name = NameOf(segment);
    // What was found whole once in this run is not read from the journal again.
    const auto [known, added] = sizes_.try_emplace(Write(name), Sizes{});
    if (known->second.segment != 0 && !look) continue;  // 0: a try that failed is repeated
    const std::filesystem::path directory = DirectoryOf(segment);
    if (!added && IsThere(directory / Write(name), known->second.segment) &&
        (known->second.box == 0 ||
         IsThere(directory / Write(BoxName{name, known->second.generation}), known->second.box)))
      continue;
    known->second = PublishSegment(segment, round);
  }
  if (look && rounds_ > 1) {
    CheckOneOld(round);
    RemoveOldTemporaries(NodeDirectory(replica_, office_, node_) / MonthOf(today));
  }
  done_.emplace(head.epoch, head.segments);
  return round;
}

namespace {

using Names = std::set<std::string>;

// Whether a pack among these files of a month holds the segment: only its content tells, and only
// one of the nearest before it can.
bool IsInPack(const std::filesystem::path& directory, const Names& files, const SegmentName& wanted,
              std::map<std::string, std::vector<std::string>>& read) {
  constexpr int kMostTries = 4;
  SegmentName after = wanted;
  after.start = "~";  // behind every name with this number
  auto before = files.upper_bound(Write(after));
  for (int tries = 0; before != files.begin() && tries < kMostTries; ++tries) {
    --before;
    const SegmentName name = *ReadSegmentName(*before);
    if (name.epoch != wanted.epoch || name.nonce != wanted.nonce) return false;
    const auto [known, added] = read.try_emplace(*before);
    if (added) {
      const auto bytes = ReadWhole(directory / *before, kMaxSegmentFile, nullptr);
      if (bytes) known->second = EndsIn(*bytes);
    }
    const std::size_t at = wanted.number - name.number;
    if (at < known->second.size() && known->second[at] == wanted.start) return true;
  }
  return false;
}

}  // namespace

void Publisher::PublishMissing(Day since, PublishRound& round) {
  const std::string first_month = MonthOf(since);
  const std::filesystem::path own = NodeDirectory(replica_, office_, node_);
  std::string month;
  Names there;
  std::map<std::string, std::vector<std::string>> packs;
  for (const ClosedSegment& segment : journal_.SegmentsSince(kEver)) {
    if (segment.month >= first_month) break;
    if (segment.month != month) {
      month = segment.month;
      const Listing files = ListNames(
          own / month, [](std::string_view name) { return ReadSegmentName(name).has_value(); });
      there = Names(files.names.begin(), files.names.end());
      packs.clear();
    }
    const SegmentName name = NameOf(segment);
    if (there.contains(Write(name)) || IsInPack(own / month, there, name, packs)) continue;
    static_cast<void>(PublishSegment(segment, round));
  }
}

Publisher::Sizes Publisher::PublishSegment(const ClosedSegment& segment, PublishRound& round) {
  const std::filesystem::path directory = DirectoryOf(segment);
  const SegmentName name = NameOf(segment);
  const std::vector<SealedRecord> records = journal_.RecordsOf(segment);
  const std::string segment_bytes = SegmentBytes(segment, records);
  const std::size_t held = CountBodies(records);
  const std::string box_bytes = held > 0 ? BoxBytes(records) : std::string();
  Sizes sizes{segment_bytes.size(), box_bytes.size(), 1};
  // The box first: whoever sees a segment finds its bodies beside it.
  if (segment.pruned) {
    RemoveBoxes(segment, std::numeric_limits<int>::max());
  } else if (held < CountNamed(records)) {
    sizes.generation = PublishErased(segment, box_bytes, round);
  } else if (!box_bytes.empty()) {
    PublishOne(directory, Write(BoxName{name, 1}), box_bytes, round);
  }
  PublishOne(directory, Write(name), segment_bytes, round);
  return sizes;
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

int Publisher::PublishErased(const ClosedSegment& segment, const std::string& bytes,
                             PublishRound& round) {
  const std::filesystem::path directory = DirectoryOf(segment);
  for (int generation = 2; generation <= kLastGeneration; ++generation) {
    const std::string name = Write(BoxName{NameOf(segment), generation});
    switch (Publish(directory, name, bytes)) {
      case PublishOutcome::kPublished:
        ++round.published;
        RemoveBoxes(segment, generation);
        return generation;
      case PublishOutcome::kAlreadyThere:
        RemoveBoxes(segment, generation);
        return generation;
      case PublishOutcome::kOccupied:
        break;  // an erasure before this one: the next generation
    }
  }
  round.problems.push_back({directory.string(), 0, "a hundred generations of one box"});
  return kLastGeneration;
}

void Publisher::RemoveBoxes(const ClosedSegment& segment, int below) {
  const std::filesystem::path directory = DirectoryOf(segment);
  std::error_code error;
  for (int generation = 1; generation <= kLastGeneration && generation < below; ++generation)
    std::filesystem::remove(directory / Write(BoxName{NameOf(segment), generation}), error);
}

std::size_t Publisher::Prune(Day until) {
  const std::vector<ClosedSegment> dropped = journal_.DropBodies(until, kMostPruned);
  for (const ClosedSegment& segment : dropped) {
    RemoveBoxes(segment, std::numeric_limits<int>::max());
    sizes_.erase(Write(NameOf(segment)));
  }
  return dropped.size();
}

// The disk under a kiosk rots, too: what doesn't fit its own name any more is written again.
void Publisher::CheckOneOld(PublishRound& round) {
  const std::filesystem::path own = NodeDirectory(replica_, office_, node_);
  std::string next;
  for (const bool again : {false, true}) {
    for (const std::string& month : ListNames(own, IsMonthName).names) {
      if (!next.empty() || (!again && month < checked_.substr(0, 6))) continue;
      for (const std::string& name : ListNames(own / month, [](std::string_view text) {
                                       return ReadSegmentName(text).has_value();
                                     }).names) {
        if (!again && month + '/' + name <= checked_) continue;
        next = month + '/' + name;
        break;
      }
    }
    if (!next.empty()) break;
  }
  checked_ = next;
  const std::optional<Day> since = next.empty() ? std::nullopt : FirstOf(next.substr(0, 6));
  if (!since) return;
  const SegmentName name = *ReadSegmentName(next.substr(7));
  const std::optional<std::string> lines = ReadWhole(own / next, kMaxSegmentFile, nullptr);
  const bool whole = lines && CheckSegment(*lines, name).wholeness == Wholeness::kWhole;
  const std::filesystem::path box = (own / next).parent_path() / Write(BoxName{name, 1});
  const std::optional<std::string> bodies = ReadWhole(box, kMaxSegmentFile, nullptr);
  const bool box_whole = !lines || !bodies ||
                         CheckBox(*bodies, BoxName{name, 1}, *lines).wholeness == Wholeness::kWhole;
  if (whole && box_whole) return;
  for (const ClosedSegment& segment : journal_.SegmentsSince(*since)) {
    if (segment.month != next.substr(0, 6) || NameOf(segment) != name) continue;
    round.problems.push_back(
        {(own / next).string(), 0, "was damaged on this disk; written again from the journal"});
    const std::vector<SealedRecord> records = journal_.RecordsOf(segment);
    if (!box_whole && CountBodies(records) == CountNamed(records))
      Publish(box.parent_path(), box.filename(), BoxBytes(records), IfBroken::kReplace);
    if (!whole)
      Publish(box.parent_path(), Write(name), SegmentBytes(segment, records), IfBroken::kReplace);
    ++round.published;
    return;
  }
}

}  // namespace tanggap

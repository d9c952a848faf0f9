#include "folder/chain_listing.h"

#include <algorithm>

#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostChainNumbers = 1'000'000;

Problem At(const FoundSegment& found, std::string message, int line = 0) {
  return {found.file.string(), line, std::move(message)};
}

}  // namespace

std::map<ChainKey, FoundChain> ListChains(const std::filesystem::path& node) {
  std::map<ChainKey, FoundChain> chains;
  std::size_t listed = 0;
  for (const std::string& month : ListNames(node, IsMonthName).names) {
    const Listing files = ListNames(node / month, [](std::string_view name) {
      return ReadSegmentName(name).has_value() || ReadBoxName(name).has_value();
    });
    std::map<std::string, BoxName> boxes;  // by the segment's name; later generations come later
    for (const std::string& name : files.names) {
      if (const std::optional<BoxName> box = ReadBoxName(name))
        boxes.insert_or_assign(Write(box->segment), *box);
    }
    for (const std::string& name : files.names) {
      const std::optional<SegmentName> segment = ReadSegmentName(name);
      if (!segment || ++listed > kMostChainNumbers) continue;
      FoundSegment found{*segment, node / month / name, {}, 0};
      if (const auto box = boxes.find(name); box != boxes.end()) {
        found.box = node / month / Write(box->second);
        found.generation = box->second.generation;
      }
      chains[{segment->epoch, segment->nonce}][segment->number].push_back(std::move(found));
    }
  }
  return chains;
}

Result<std::vector<Segment>> ReadFound(const FoundSegment& found, const OfficeId& office,
                                       const NodeId& node, const Roster& roster) {
  std::string why;
  const std::optional<std::string> bytes = ReadWhole(found.file, kMaxSegmentFile, &why);
  if (!bytes) return At(found, why);
  SegmentReading reading =
      ReadSegments(*bytes, office, [&](const NodeId& id) -> std::optional<PublicKey> {
        const RosterNode* known = roster.Find(id);
        if (known == nullptr) return std::nullopt;
        return known->public_key;
      });
  switch (reading.outcome) {
    case ReadOutcome::kWhole:
      break;
    case ReadOutcome::kIncomplete:
      return At(found, "has not arrived whole");
    case ReadOutcome::kUnknownNode:
      return At(found, "its node is in no roster here");
    case ReadOutcome::kDamaged:
      return At(found, reading.problem.message, reading.problem.line);
  }
  const SegmentHeader& first = reading.segments.front().header;
  if (first.node != node || first.epoch != found.name.epoch || first.nonce != found.name.nonce ||
      first.number != found.name.number ||
      reading.segments.back().hash.substr(0, 8) != found.name.start) {
    return At(found, "its name or place belongs to another segment", 1);
  }
  // Of a pack what counts is read: whoever holds a stolen key may have put more behind it.
  const RosterNode* known = roster.Find(node);
  std::string uncounted;
  const auto counts = [&](const Segment& segment) {
    const SegmentHeader& header = segment.header;
    if (known != nullptr)
      uncounted = WhyNotCounted(*known, header.epoch, header.nonce, header.number, segment.hash);
    return uncounted.empty();
  };
  const auto end = std::ranges::find_if_not(reading.segments, counts);
  if (end == reading.segments.begin()) return At(found, std::move(uncounted), 1);
  reading.segments.erase(end, reading.segments.end());
  return std::move(reading.segments);
}

}  // namespace tanggap

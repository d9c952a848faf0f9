#include "folder/chain_listing.h"

#include <algorithm>

#include "folder/publish.h"
#include "ledger/hash.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostChainNumbers = 1'000'000;

Problem At(const FoundSegment& found, std::string message, int line = 0) {
  return {found.file.string(), line, std::move(message)};
}

}  // namespace

std::string GenesisOf(const OfficeId& office, const RosterNode& node, const ChainKey& key) {
  return ToHex(ByteSpan(Genesis(office, node.id, key.epoch, key.nonce, node.public_key)));
}

std::map<ChainKey, FoundChain> ListChains(const std::filesystem::path& node) {
  std::map<ChainKey, FoundChain> chains;
  std::size_t listed = 0;
  for (const std::string& month : ListNames(node, IsMonthName).names) {
    const std::filesystem::path directory = node / month;
    const Listing files = ListNames(directory, [](std::string_view name) {
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
      FoundSegment found{*segment, directory / name, {}, 0};
      if (const auto box = boxes.find(name); box != boxes.end()) {
        found.box = directory / Write(box->second);
        found.generation = box->second.generation;
      }
      chains[{segment->epoch, segment->nonce}][segment->number].push_back(std::move(found));
    }
  }
  return chains;
}

PinnedWay WayToPin(const FoundChain& chain, const ChainKey& key, const RosterNode& node,
                   const OfficeId& office, const Roster& roster) {
  struct Link {
    std::uint32_t number = 0;
    std::string previous;
  };
  std::map<std::string, Link> links;  // by hash
  for (const auto& [number, candidates] : chain) {
    for (const FoundSegment& found : candidates) {
      const auto segments = ReadFound(found, office, node.id, roster);
      if (!segments.Ok()) continue;  // whoever reads it for its records names it
      for (const Segment& segment : segments.Value()) {
        links.insert_or_assign(segment.hash, Link{segment.header.number, segment.header.previous});
      }
    }
  }
  const std::string genesis = GenesisOf(office, node, key);
  PinnedWay way;
  for (const ChainPin& pin : node.ends) {
    if (pin.epoch != key.epoch || (!pin.nonce.empty() && pin.nonce != key.nonce)) continue;
    std::set<std::string> hashes;
    std::string hash = pin.hash;
    std::uint32_t next = pin.segment;
    // Numbers fall with every step, so that no chain made up by a thief leads round in a circle.
    for (auto at = links.find(hash); at != links.end() && at->second.number == next;
         at = links.find(hash)) {
      hashes.insert(hash);
      hash = at->second.previous;
      --next;
    }
    if (next == 0 && hash == genesis) {
      way.hashes.merge(hashes);
    } else {
      way.missing = next;
    }
  }
  return way;
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

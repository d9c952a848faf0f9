// What lies in one node's directory, by chain, and how one segment of it is read and verified.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "folder/names.h"
#include "ledger/roster.h"
#include "ledger/segment.h"

namespace tanggap {

struct FoundSegment {
  SegmentName name;
  std::filesystem::path file;
  std::filesystem::path box;  // of the greatest generation; empty: none
  int generation = 0;
};
struct ChainKey {
  std::uint32_t epoch = 0;
  std::string nonce;
  auto operator<=>(const ChainKey&) const = default;
};
// Segments of a chain by number; more than one under a number is a fork or a copy.
using FoundChain = std::map<std::uint32_t, std::vector<FoundSegment>>;

// The hash, in hex, that the first segment of this chain continues.
[[nodiscard]] std::string GenesisOf(const OfficeId& office, const RosterNode& node,
                                    const ChainKey& key);

[[nodiscard]] std::map<ChainKey, FoundChain> ListChains(const std::filesystem::path& node);

// Of a revoked node's chain, what counts: the segments on the way from its start to a place where
// the roster pins it. A thief's segment under an earlier number isn't on it, whatever its day says.
struct PinnedWay {
  std::set<std::string> hashes;          // empty where the chain has no pin, too
  std::optional<std::uint32_t> missing;  // the last segment of the way that isn't here yet
};
// Reads every file of the chain.
[[nodiscard]] PinnedWay WayToPin(const FoundChain& chain, const ChainKey& key,
                                 const RosterNode& node, const OfficeId& office,
                                 const Roster& roster);

// The segments of one file, verified against the roster, the place it lies in and its name.
// A Problem names the file and the reason.
[[nodiscard]] Result<std::vector<Segment>> ReadFound(const FoundSegment& found,
                                                     const OfficeId& office, const NodeId& node,
                                                     const Roster& roster);

}  // namespace tanggap

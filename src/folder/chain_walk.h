// Walking the chains of one node as far as they have arrived: in order, over forks and packs, and
// never past a gap.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "folder/chain_listing.h"
#include "ledger/roster.h"
#include "ledger/segment.h"

namespace tanggap {

// "kiosk 3: segment 41 has not arrived": later ones are there and wait.
struct Gap {
  NodeId node;
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;  // the missing one
  bool operator==(const Gap&) const = default;
};

// One device wrote two different segments under one number: a restored image, a cloned disk, or a
// stolen key. Both are read.
struct Fork {
  NodeId node;
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;
  bool operator==(const Fork&) const = default;
};

// "kiosk-1 (k3…): segment 41 of epoch 1 has not arrived", for a log.
[[nodiscard]] std::string Describe(const Gap& gap, const Roster& roster);

// Where one branch of a chain was read to. Branches are named by the first 8 digits of the first
// file that is theirs alone.
struct Place {
  std::uint32_t segment = 0;
  std::string hash;
  std::string branch;
};

struct WalkRound {
  std::size_t segments = 0;
  std::vector<Gap> gaps;
  std::vector<Fork> forks;
  std::vector<Problem> bad;
  bool more = false;  // the budget ended before everything was read
};

// Remembers between rounds which files are refused, so that junk under good names costs one read.
// One owner, worker thread.
class ChainWalk {
 public:
  // Gets the next file's segments that are new to this branch, and the place after them.
  using Take =
      std::function<void(const FoundSegment&, std::span<const Segment>, const Place& after)>;

  ChainWalk(std::filesystem::path replica, OfficeId office);

  // Walks every branch of every chain of `node` from `places` on (of one chain: what the caller has
  // kept), at most `budget` files; the budget is used up. Throws std::filesystem_error.
  using Places = std::function<std::vector<Place>(const ChainKey&, const FoundChain&)>;
  void Walk(const RosterNode& node, const Roster& roster, const Places& places, const Take& take,
            std::size_t& budget, WalkRound& round);

 private:
  struct Way {
    std::size_t files = 0;  // of the chain, when it was looked at
    std::uint32_t roster = 0;
    PinnedWay way;
  };
  struct Walking {
    const RosterNode& node;
    const Roster& roster;
    const ChainKey& key;
    const FoundChain& chain;
    const Take& take;
    std::size_t& budget;
    WalkRound& round;
  };
  void WalkBranch(const Walking& walking, Place place);
  bool Step(const Walking& walking, const std::vector<FoundSegment>& candidates, Place& place);
  bool StepThroughPack(const Walking& walking, Place& place);
  [[nodiscard]] std::vector<Place> Branches(const Walking& walking, std::vector<Place> known);
  // Of a revoked node's chain what counts; nullptr: everything.
  [[nodiscard]] const PinnedWay* WayOf(const Walking& walking);
  [[nodiscard]] std::optional<std::vector<Segment>> Read(const Walking& walking,
                                                         const FoundSegment& found);

  std::filesystem::path replica_;
  OfficeId office_;
  std::map<std::filesystem::path, std::uintmax_t> refused_;  // with its size then
  std::map<std::filesystem::path, std::uint32_t> reach_;     // last segment in a file read before
  std::map<std::pair<NodeId, ChainKey>, Way> ways_;          // of revoked nodes' chains
  int rounds_ = 0;
};

}  // namespace tanggap

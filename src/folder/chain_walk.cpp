#include "folder/chain_walk.h"

#include <algorithm>
#include <iterator>
#include <system_error>
#include <utility>

#include "folder/names.h"

namespace tanggap {
namespace {

constexpr int kForgetRefusals = 30;  // rounds: then a refused file may have been replaced
constexpr std::size_t kMostRefusals = 100'000;
constexpr int kMostPackTries = 64;

}  // namespace

std::string Describe(const Gap& gap, const Roster& roster) {
  const RosterNode* node = roster.Find(gap.node);
  return (node == nullptr ? std::string() : node->name + ' ') + '(' + gap.node.value +
         "): segment " + std::to_string(gap.segment) + " of epoch " + std::to_string(gap.epoch) +
         " has not arrived; later ones wait";
}

ChainWalk::ChainWalk(std::filesystem::path replica, OfficeId office)
    : replica_(std::move(replica)), office_(std::move(office)) {}

void ChainWalk::Walk(const RosterNode& node, const Roster& roster, const Places& places,
                     const Take& take, std::size_t& budget, WalkRound& round) {
  if (++rounds_ % kForgetRefusals == 0) {
    refused_.clear();
    std::erase_if(ways_, [](const auto& way) { return way.second.way.missing.has_value(); });
  }
  for (const auto& [key, chain] : ListChains(NodeDirectory(replica_, office_, node.id))) {
    const Walking walking{node, roster, key, chain, take, budget, round};
    for (const Place& place : Branches(walking, places(key, chain)))
      WalkBranch(walking, place);
  }
}

const PinnedWay* ChainWalk::WayOf(const Walking& walking) {
  if (!walking.node.revoked) return nullptr;
  std::size_t files = 0;
  for (const auto& [number, candidates] : walking.chain)
    files += candidates.size();
  Way& known = ways_[{walking.node.id, walking.key}];
  if (known.files != files || known.roster != walking.roster.number) {
    known = {files, walking.roster.number,
             WayToPin(walking.chain, walking.key, walking.node, office_, walking.roster)};
  }
  return &known.way;
}

// The known places, and one for each fork that no known branch has taken. Two files under one
// number are a fork unless one is a pack that begins with the other.
std::vector<Place> ChainWalk::Branches(const Walking& walking, std::vector<Place> known) {
  if (known.empty()) return {Place{}};
  std::uint32_t reached = 0;
  for (const Place& place : known)
    reached = std::max(reached, place.segment);
  std::vector<Place> branches = known;
  for (const auto& [number, candidates] : walking.chain) {
    if (number > reached) break;
    if (candidates.size() < 2) continue;
    std::set<std::string> packed;  // beginnings of packs
    for (const FoundSegment& found : candidates) {
      const auto segments = walking.budget == 0 ? std::nullopt : Read(walking, found);
      if (segments && segments->size() > 1) packed.insert(segments->front().hash.substr(0, 8));
    }
    const auto alone = std::ranges::count_if(
        candidates, [&](const FoundSegment& found) { return !packed.contains(found.name.start); });
    if (alone > 1) walking.round.forks.push_back({walking.node.id, walking.key.epoch, number});
    for (const FoundSegment& found : candidates) {
      if (packed.contains(found.name.start)) continue;
      const bool walked = std::ranges::any_of(
          known, [&](const Place& place) { return place.branch == found.name.start; });
      if (walked || walking.budget == 0) continue;
      const auto segments = Read(walking, found);
      if (!segments || segments->size() > 1) continue;
      branches.push_back({number - 1, segments->front().header.previous, found.name.start});
    }
  }
  return branches;
}

void ChainWalk::WalkBranch(const Walking& walking, Place place) {
  if (place.segment == 0 && place.hash.empty())
    place.hash = GenesisOf(office_, walking.node, walking.key);
  for (auto next = walking.chain.upper_bound(place.segment); next != walking.chain.end();
       next = walking.chain.upper_bound(place.segment)) {
    if (walking.budget == 0) {
      walking.round.more = true;
      return;
    }
    const bool stepped = next->first == place.segment + 1 && Step(walking, next->second, place);
    if (stepped || StepThroughPack(walking, place)) continue;
    // Nothing of a revoked node is read before the whole way to its pin is here.
    const PinnedWay* way = WayOf(walking);
    const std::uint32_t missing =
        way != nullptr && way->missing ? *way->missing : place.segment + 1;
    walking.round.gaps.push_back({walking.node.id, walking.key.epoch, missing});
    return;
  }
  // The rest of this chain may lie in a pack that begins before this place.
  while (walking.budget > 0 && StepThroughPack(walking, place)) {
  }
}

std::optional<std::vector<Segment>> ChainWalk::Read(const Walking& walking,
                                                    const FoundSegment& found) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(found.file, error);
  // Gone since it was listed: a pack has taken its place.
  if (error == std::errc::no_such_file_or_directory) return std::nullopt;
  const auto refused = refused_.find(found.file);
  if (!error && refused != refused_.end() && refused->second == size) return std::nullopt;
  Result<std::vector<Segment>> read = ReadFound(found, office_, walking.node.id, walking.roster);
  if (!read.Ok()) {
    walking.round.bad.push_back(read.Problems().front());
    if (!error && refused_.size() < kMostRefusals) refused_[found.file] = size;
    return std::nullopt;
  }
  std::vector<Segment> segments = std::move(read).Value();
  if (const PinnedWay* way = WayOf(walking)) {
    const auto end = std::ranges::find_if_not(
        segments, [&](const Segment& segment) { return way->hashes.contains(segment.hash); });
    segments.erase(end, segments.end());
    if (segments.empty()) {
      if (way->missing) return std::nullopt;  // it may be on the way that isn't here whole
      walking.round.bad.push_back(
          {found.file.string(), 1, "not on the chain at whose end its node was revoked"});
      if (!error && refused_.size() < kMostRefusals) refused_[found.file] = size;
      return std::nullopt;
    }
  }
  reach_[found.file] = segments.back().header.number;
  return segments;
}

bool ChainWalk::Step(const Walking& walking, const std::vector<FoundSegment>& candidates,
                     Place& place) {
  // A branch begins with the file it is named after, whatever else lies under that number.
  const bool named = std::ranges::any_of(
      candidates, [&](const FoundSegment& found) { return found.name.start == place.branch; });
  for (const FoundSegment& found : candidates) {
    if (named && found.name.start != place.branch) continue;
    const auto segments = Read(walking, found);
    if (!segments) continue;
    if (segments->front().header.previous != place.hash) {
      // Of a fork the other branch fits elsewhere; alone it fits nowhere.
      if (candidates.size() == 1) {
        walking.round.bad.push_back(
            {found.file.string(), 1, "does not continue the chain read so far"});
      }
      continue;
    }
    Place after{segments->back().header.number, segments->back().hash,
                place.branch.empty() ? found.name.start : place.branch};
    walking.take(found, *segments, after);
    place = std::move(after);
    --walking.budget;
    walking.round.segments += segments->size();
    return true;
  }
  return false;
}

// A day's segments in one file may begin before this place and go beyond it: that file is the
// nearest one before the place, or lies beside a single one of the same number.
bool ChainWalk::StepThroughPack(const Walking& walking, Place& place) {
  int tries = 0;
  for (auto it = walking.chain.upper_bound(place.segment); it != walking.chain.begin();) {
    --it;
    const bool nearest = std::next(it) == walking.chain.upper_bound(place.segment);
    if (!nearest && it->second.size() == 1) continue;
    for (const FoundSegment& found : it->second) {
      const auto known = reach_.find(found.file);
      if (known != reach_.end() && known->second <= place.segment) continue;
      if (++tries > kMostPackTries) return false;
      const auto segments = Read(walking, found);
      if (!segments || segments->back().header.number <= place.segment) continue;
      const auto next = std::ranges::find_if(*segments, [&](const Segment& segment) {
        return segment.header.number == place.segment + 1 && segment.header.previous == place.hash;
      });
      if (next == segments->end()) continue;
      Place after{segments->back().header.number, segments->back().hash, place.branch};
      walking.take(found, *segments, after);  // what is known already is no second one
      place = std::move(after);
      --walking.budget;
      walking.round.segments += static_cast<std::size_t>(segments->end() - next);
      return true;
    }
  }
  return false;
}

}  // namespace tanggap

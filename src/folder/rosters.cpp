#include "folder/rosters.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxRosterFile = std::size_t{8} * 1024 * 1024;

bool IsRosterName(std::string_view name) {
  return ReadRosterName(name).has_value();
}

// Where the branches of one chain end; more than one where its device wrote from two disks.
std::vector<ChainPin> HeadsOf(const RosterNode& node, const ChainKey& key, const FoundChain& chain,
                              const Roster& roster) {
  const OfficeId office = roster.Id();
  std::set<std::string> reached{GenesisOf(office, node, key)};
  std::set<std::string> continued = reached;
  std::map<std::string, ChainPin> ends;  // by hash
  for (const auto& [number, candidates] : chain) {
    for (const FoundSegment& found : candidates) {
      const auto read = ReadFound(found, office, node.id, roster);
      if (!read || !reached.contains(read.Value().front().header.previous)) continue;
      for (const Segment& segment : read.Value()) {
        continued.insert(segment.header.previous);
        reached.insert(segment.hash);
      }
      const Segment& last = read.Value().back();
      ends.insert_or_assign(last.hash,
                            ChainPin{node.id, key.epoch, key.nonce, last.header.number, last.hash,
                                     last.header.first + last.records.size() - 1});
    }
  }
  std::vector<ChainPin> heads;
  for (auto& [hash, head] : ends) {
    if (!continued.contains(hash)) heads.push_back(std::move(head));
  }
  return heads;
}

}  // namespace

RosterReading ReadRosters(const std::filesystem::path& replica, const OfficeId& office,
                          const PublicKey& root) {
  RosterReading reading;
  const std::filesystem::path directory = RosterDirectory(replica, office);
  // Sorted by name is sorted by number.
  for (const std::string& name : ListNames(directory, IsRosterName).names) {
    const std::filesystem::path file = directory / name;
    std::string why;
    const std::optional<std::string> bytes = ReadWhole(file, kMaxRosterFile, &why);
    if (!bytes) {
      reading.problems.push_back({file.string(), 0, why});
      continue;
    }
    const Roster* before = reading.newest ? &*reading.newest : nullptr;
    Result<Roster> roster = ReadRoster(*bytes, root, before);
    if (!roster.Ok()) {
      for (Problem problem : roster.Problems()) {
        problem.file = file.string();
        reading.problems.push_back(std::move(problem));
      }
      continue;
    }
    const std::optional<RosterName> parsed = ReadRosterName(name);
    if (roster.Value().number != parsed->number ||
        roster.Value().hash.substr(0, 8) != parsed->start) {
      reading.problems.push_back({file.string(), 0, "its name belongs to other bytes"});
      continue;
    }
    reading.newest = std::move(roster).Value();
  }
  return reading;
}

Result<PublicKey> RootOf(const std::filesystem::path& folder, const OfficeId& office) {
  const std::filesystem::path directory = RosterDirectory(folder, office);
  for (const std::string& name : ListNames(directory, IsRosterName).names) {
    std::string why;
    const auto bytes = ReadWhole(directory / name, kMaxRosterFile, &why);
    if (!bytes) continue;
    const Result<PublicKey> root = RootNamedBy(*bytes);
    if (root.Ok() && OfficeIdOf(root.Value()) == office) return root.Value();
  }
  return Problem{directory.string(), 0, "holds no roster that names this office's root"};
}

std::vector<ChainPin> SeenHeads(std::span<const std::filesystem::path> folders,
                                const Roster& roster) {
  std::vector<ChainPin> heads;
  for (const RosterNode& node : roster.nodes) {
    std::map<ChainKey, FoundChain> chains;
    for (const std::filesystem::path& folder : folders) {
      for (auto& [key, chain] : ListChains(NodeDirectory(folder, roster.Id(), node.id))) {
        for (auto& [number, found] : chain)
          std::ranges::move(found, std::back_inserter(chains[key][number]));
      }
    }
    for (const auto& [key, chain] : chains)
      std::ranges::move(HeadsOf(node, key, chain, roster), std::back_inserter(heads));
  }
  return heads;
}

void CopyRosters(const std::filesystem::path& from, const std::filesystem::path& to,
                 const OfficeId& office) {
  const std::filesystem::path directory = RosterDirectory(from, office);
  for (const std::string& name : ListNames(directory, IsRosterName).names) {
    std::string why;
    if (const auto bytes = ReadWhole(directory / name, kMaxRosterFile, &why))
      Publish(RosterDirectory(to, office), name, *bytes);
  }
}

void PublishRoster(const std::filesystem::path& folder, const Roster& roster,
                   std::string_view bytes) {
  Publish(RosterDirectory(folder, roster.Id()),
          Write(RosterName{roster.number, roster.hash.substr(0, 8)}), bytes);
}

}  // namespace tanggap

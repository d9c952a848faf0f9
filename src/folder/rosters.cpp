#include "folder/rosters.h"

#include <algorithm>
#include <string>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/names.h"
#include "folder/publish.h"
#include "ledger/hash.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxRosterFile = std::size_t{8} * 1024 * 1024;

bool IsRosterName(std::string_view name) {
  return ReadRosterName(name).has_value();
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

std::vector<ChainPin> SeenHeads(const std::filesystem::path& folder, const Roster& roster) {
  std::vector<ChainPin> heads;
  const OfficeId office = roster.Id();
  for (const RosterNode& node : roster.nodes) {
    for (const auto& [key, chain] : ListChains(NodeDirectory(folder, office, node.id))) {
      ChainPin head{node.id, key.epoch, key.nonce, 0, "", 0};
      head.hash = ToHex(ByteSpan(Genesis(office, node.id, key.epoch, key.nonce, node.public_key)));
      for (bool on = true; on;) {
        on = false;
        const auto next = chain.find(head.segment + 1);
        if (next == chain.end()) break;
        for (const FoundSegment& found : next->second) {
          const auto read = ReadFound(found, office, node.id, roster);
          if (!read || read.Value().front().header.previous != head.hash) continue;
          const Segment& last = read.Value().back();
          head.segment = last.header.number;
          head.hash = last.hash;
          head.records = last.header.first + last.records.size() - 1;
          on = true;
          break;
        }
      }
      if (head.segment > 0) heads.push_back(std::move(head));
    }
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

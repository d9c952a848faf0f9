#include "folder/rosters.h"

#include <algorithm>
#include <string>
#include <utility>

#include "folder/names.h"
#include "folder/publish.h"

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

void PublishRoster(const std::filesystem::path& folder, const Roster& roster,
                   std::string_view bytes) {
  Publish(RosterDirectory(folder, roster.Id()),
          Write(RosterName{roster.number, roster.hash.substr(0, 8)}), bytes);
}

}  // namespace tanggap

// What the replica tells of the other devices: when each kiosk was last heard, what is missing and
// how much waits to be read; and whether the central folder is reached.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "desk/state.h"
#include "folder/alarms.h"
#include "folder/collect.h"
#include "ledger/roster.h"
#include "ports/register.h"

namespace tanggap::desk {

// Worker thread only.
class FolderWatch {
 public:
  FolderWatch(std::filesystem::path replica, OfficeId office);
  // After a slice of collecting. `now` is when what is new was read. Throws filesystem_error.
  void Look(const Roster& roster, const std::vector<ReadCursor>& cursors, const CollectRound& round,
            Instant now);
  [[nodiscard]] const FolderState& State() const { return state_; }

 private:
  void Hear(const RosterNode& node, const std::vector<ReadCursor>& cursors, Instant now);
  void Alarm(const Roster& roster, const CollectRound& round, Instant now);
  void Count(const Roster& roster, const std::vector<ReadCursor>& cursors);

  std::filesystem::path replica_;
  OfficeId office_;
  std::map<NodeId, std::uint64_t> read_;  // segments of each kiosk read so far, all its chains
  AlarmWatch alarms_;
  std::map<std::string, std::pair<NodeId, Instant>> invalid_;  // files, with when they were refused
  FolderState state_;
};

// REPLICA/reached, kept by `tanggap sync`: since when the other side has not been reached; nothing:
// it was reached the last time, or nobody syncs here.
[[nodiscard]] std::optional<Instant> UnreachedSince(const std::filesystem::path& replica);
// REPLICA/altered, kept by `tanggap sync`: what it found altered in the day before `now`.
[[nodiscard]] std::optional<FolderState::Tampered> TamperedBefore(
    const std::filesystem::path& replica, Instant now);

}  // namespace tanggap::desk

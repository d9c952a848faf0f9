// What the replica tells of the devices: when each was last heard and how far it is read, what is
// missing and how much waits to be read; and whether the central folder is reached.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
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
  // `here` is this desk's own device.
  FolderWatch(std::filesystem::path replica, OfficeId office, NodeId here);
  // After a slice of collecting by `collector`. `now` is when what is new was read. Throws
  // filesystem_error.
  void Look(const Roster& roster, const std::vector<ReadCursor>& cursors, const CollectRound& round,
            const DeskCollector& collector, Instant now);
  // The ends of chains that this desk has acknowledged, by their hash.
  void Witness(const std::vector<ReadCursor>& cursors, const std::set<std::string>& acknowledged);
  [[nodiscard]] const FolderState& State() const { return state_; }

 private:
  void LookAt(Device& device, const RosterNode& node, const Roster& roster,
              const std::vector<ReadCursor>& cursors, Instant now);
  void Alarm(const Roster& roster, const CollectRound& round, Instant now);
  void Count(const Roster& roster, const std::vector<ReadCursor>& cursors);

  std::filesystem::path replica_;
  OfficeId office_;
  NodeId here_;
  // Of each device: segments read so far in all its chains, and its newest heartbeat.
  std::map<NodeId, std::pair<std::uint64_t, std::int64_t>> known_;
  AlarmWatch alarms_;
  std::map<std::string, std::pair<NodeId, Instant>> invalid_;  // files, with when they were refused
  FolderState state_;
};

// What a sync found altered in the day before `now`.
[[nodiscard]] std::optional<FolderState::Tampered> TamperedBefore(
    const std::filesystem::path& replica, Instant now);

// Everybody of the roster, those who left last. `keys` is this desk's directory of key files.
[[nodiscard]] std::vector<Enrolled> EnrolledOf(const Roster& roster,
                                               const std::filesystem::path& keys);

}  // namespace tanggap::desk

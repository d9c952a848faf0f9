// Bugs that can be planted, to prove that the simulation would find them. Only this program knows
// them: each sits in a wrapper around a port or in the weather of a disk.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace tanggap::simulation {

enum class Bug {
  kNone,
  kNoFolderSync,        // a new file's directory is never synced
  kNoFileSync,          // what is committed isn't synced (synchronous=OFF)
  kTicketBeforeCommit,  // "saved" is said first, the journal is written a little later
  kPruneBeforeAck,      // bodies are dropped by age alone
  kAckUnchecked,        // an acknowledgement is believed whatever hash it names
  kCursorBeforeStates,  // how far the desks were read is kept before what was read
  kEpochKept,           // after a restored disk the old epoch goes on
  kHoldIgnored,         // an erasure counts whatever hold is on
  kWallClock,           // records take the wall clock, not the hybrid one
  kForkIgnored,         // of two branches a desk reads the first
  kMirrorOverwrites,    // the mirror replaces whatever differs, without looking whether it is whole
  kAckWithoutBodies,    // a desk acknowledges what it knows by name only
  kRolesUnchecked,      // a desk folds without asking who may write what
};

struct NamedBug {
  Bug bug;
  std::string_view name;
  std::string_view what;
};
inline constexpr std::array kBugs{
    NamedBug{Bug::kNoFolderSync, "no-folder-sync", "a new file's directory is never synced"},
    NamedBug{Bug::kNoFileSync, "no-file-sync", "files are never synced (synchronous=OFF)"},
    NamedBug{Bug::kTicketBeforeCommit, "ticket-before-commit",
             "the ticket is given before the journal's commit"},
    NamedBug{Bug::kPruneBeforeAck, "prune-before-ack",
             "bodies are dropped by age, whether or not a desk has them"},
    NamedBug{Bug::kAckUnchecked, "ack-unchecked",
             "an acknowledgement is believed whatever hash it names"},
    NamedBug{Bug::kCursorBeforeStates, "cursor-before-states",
             "the place read to is kept before what was read there"},
    NamedBug{Bug::kEpochKept, "epoch-kept", "after a restored disk the old epoch goes on"},
    NamedBug{Bug::kHoldIgnored, "hold-ignored", "an erasure counts whatever hold is on"},
    NamedBug{Bug::kWallClock, "wall-clock", "records take the wall clock, not the hybrid one"},
    NamedBug{Bug::kForkIgnored, "fork-ignored", "of two branches a desk reads the first"},
    NamedBug{Bug::kMirrorOverwrites, "mirror-overwrites",
             "a sync replaces whatever differs, whole or not"},
    NamedBug{Bug::kAckWithoutBodies, "ack-without-bodies",
             "a desk acknowledges segments whose bodies it doesn't have"},
    NamedBug{Bug::kRolesUnchecked, "roles-unchecked",
             "a desk folds without asking who may write what"},
};

[[nodiscard]] inline std::optional<Bug> BugNamed(std::string_view name) {
  for (const NamedBug& bug : kBugs) {
    if (bug.name == name) return bug.bug;
  }
  return std::nullopt;
}

}  // namespace tanggap::simulation

// The rosters of a replica: the newest one that an unbroken, signed chain from the root reaches.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "ledger/keys.h"
#include "ledger/roster.h"

namespace tanggap {

struct RosterReading {
  std::optional<Roster> newest;
  std::vector<Problem> problems;  // files that don't verify or don't continue the chain
};

// `root` is the trusted key of the office.
[[nodiscard]] RosterReading ReadRosters(const std::filesystem::path& replica,
                                        const OfficeId& office, const PublicKey& root);
// The root key that the rosters of an office in `folder` name for themselves; its id is the
// office's, but only a fingerprint says that the office is the right one.
[[nodiscard]] Result<PublicKey> RootOf(const std::filesystem::path& folder, const OfficeId& office);
// The last segment known of every chain of every node, of each branch where a device wrote from two
// disks: as far as the files in `folders` together follow each other from the start and their
// signatures hold. Reads every segment.
[[nodiscard]] std::vector<ChainPin> SeenHeads(std::span<const std::filesystem::path> folders,
                                              const Roster& roster);
// Copies every roster file that `to` doesn't have: a newcomer follows the chain from its start.
void CopyRosters(const std::filesystem::path& from, const std::filesystem::path& to,
                 const OfficeId& office);
// Puts a roster's bytes into the tree. Throws std::filesystem_error.
void PublishRoster(const std::filesystem::path& folder, const Roster& roster,
                   std::string_view bytes);

}  // namespace tanggap

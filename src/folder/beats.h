// Heartbeats in the tree: nodes/<node>/beat/<yyyymmddHHMM>-<h8>.beat, the last three of each node.
#pragma once

#include <filesystem>
#include <optional>

#include "ledger/beat.h"
#include "ledger/roster.h"

namespace tanggap {

// Writes it beside the two before it; older ones of this node go. Throws std::filesystem_error.
void PublishBeat(const std::filesystem::path& replica, const Beat& beat, const SigningKey& node);
// The newest that verifies.
[[nodiscard]] std::optional<Beat> NewestBeat(const std::filesystem::path& folder,
                                             const Roster& roster, const RosterNode& node);

}  // namespace tanggap

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
// Puts a roster's bytes into the tree. Throws std::filesystem_error.
void PublishRoster(const std::filesystem::path& folder, const Roster& roster,
                   std::string_view bytes);

}  // namespace tanggap

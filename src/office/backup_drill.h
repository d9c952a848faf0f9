// Proves that a backup can be restored and read: it is restored aside, and every byte of it used.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/result.h"
#include "ports/randomness.h"

namespace tanggap {

struct DrillReader {
  std::string who;  // name or id
  std::string password;
};
struct DrillReport {
  std::vector<Problem> problems;
  std::uint64_t segments = 0;  // whose chain and signatures hold
  std::uint64_t records = 0;
  std::uint64_t waiting = 0;  // records in no segment yet
  std::uint64_t bodies = 0;
  std::uint64_t dropped = 0;  // bodies given up after a desk had them (a kiosk's pruning)
  std::uint64_t opened = 0;   // read in clear by the person, who may read all classes
};
// `aside`: an empty directory to restore into; the caller removes it. Without a reader nothing is
// opened. Throws StoreError and std::filesystem_error.
[[nodiscard]] DrillReport DrillBackup(const std::filesystem::path& backup,
                                      const std::filesystem::path& aside,
                                      const std::optional<DrillReader>& reader,
                                      Randomness& randomness);

}  // namespace tanggap

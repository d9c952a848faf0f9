// Backups of one device: its journal through SQLite's backup, its keys, what it was set up with,
// and the rosters; with a sum of every file.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/result.h"
#include "domain/time.h"
#include "ports/randomness.h"

namespace tanggap {

struct BackupMade {
  std::filesystem::path directory;
  std::size_t files = 0;
  bool asked = false;  // the running program made the copy
};
// `data`: DIR/desk-1. Makes `to`/<node>-<yyyymmdd>-<hhmmss>, complete or not at all. Takes the
// journal's lock, or waits up to `patience` for the program that holds it to answer. Throws
// StoreError and std::filesystem_error.
[[nodiscard]] Result<BackupMade> MakeBackup(const std::filesystem::path& data,
                                            const std::filesystem::path& to, Instant now,
                                            Randomness& randomness,
                                            std::chrono::milliseconds patience);

// Every file there with the bytes that were backed up, and no other one.
[[nodiscard]] std::vector<Problem> CheckBackup(const std::filesystem::path& backup);

// Puts a device back from its backup into `data`, which must not hold a journal. The device goes on
// in a new epoch, so that nothing it wrote after the backup is ever doubled or contradicted; what
// the folder has of that comes back with the next sync. The office's own files are put beside
// `data` where they are missing.
[[nodiscard]] Result<std::size_t> RestoreBackup(const std::filesystem::path& backup,
                                                const std::filesystem::path& data,
                                                Randomness& randomness);

}  // namespace tanggap

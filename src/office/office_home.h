// An office's directory on disk: made by `office init`, extended by `person add` and `node enrol`.
//   DIR/office.toml + decree, phrases, holidays      DIR/private/{root.pub,root.seed,…}
//   DIR/central/tanggap/1                            DIR/<node>/{node.key,journal.db,replica/}
//   DIR/<desk>/{register.db,people/}
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/result.h"
#include "domain/time.h"
#include "formats/office_file.h"
#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ports/randomness.h"

namespace tanggap {

struct OfficeWish {
  std::filesystem::path directory;      // must not exist, or be empty
  std::string name;                     // "Dinas Pendidikan"; empty: the template's
  std::filesystem::path decree;         // a decree file
  std::filesystem::path template_toml;  // a complete office file; empty: the example of this decree
  Instant at{};
  bool at_once = false;  // demos: publish without waiting
};

// An office's directory, read.
struct OfficeHome {
  std::filesystem::path directory;
  OfficeFile file;
  PublicKey root{};                    // whom this office trusts
  std::optional<SigningKey> root_key;  // while private/root.seed is on this machine
  ReadingKeys first;  // the first reading keys, until somebody who may read has them; else empty
  Roster roster;      // the newest in central/
};
[[nodiscard]] std::filesystem::path RootSeedFile(const std::filesystem::path& directory);

// Makes everything or nothing: the directory appears under its name only when it is complete.
// Problems in what was given come back; a disk that can't take it throws.
[[nodiscard]] Result<OfficeHome> MakeOffice(const OfficeWish& wish, Randomness& randomness);

// Opens a directory that MakeOffice made, with or without private/root.seed.
[[nodiscard]] Result<OfficeHome> OpenOffice(const std::filesystem::path& directory);

// Forgets the first reading keys, here and in private/.
void ForgetFirstReadingKeys(OfficeHome& office);

// DIR/<name> of a device whose key is made already, complete and ready to start; with every roster
// that lies in `rosters`. The last roster in the chain is `roster`.
void MakeNodeDirectory(const std::filesystem::path& directory, const NodeKey& key,
                       const OfficeFile& file, const Roster& roster,
                       const std::filesystem::path& rosters, Randomness& randomness);

// A new roster to the central folder and to each replica in this directory.
void PublishEverywhere(const std::filesystem::path& directory, const Roster& roster,
                       std::string_view bytes);

// The directories of nodes below an office's: those with a node.key, by name.
[[nodiscard]] std::vector<std::filesystem::path> NodeDirectories(
    const std::filesystem::path& directory);
// Those of them that have people sign in.
[[nodiscard]] std::vector<std::filesystem::path> DeskDirectories(
    const std::filesystem::path& directory);

// "kiosk-2": small letters, digits and dashes.
[[nodiscard]] bool IsNodeName(std::string_view name);

}  // namespace tanggap

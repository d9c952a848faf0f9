// An office's directory on disk: made by `office init`, extended by `person add` and `node enrol`.
//   DIR/office.toml + decree, phrases, holidays      DIR/private/root.seed
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
  SigningKey root;
  Roster roster;  // the newest in central/
};

// Makes everything or nothing: the directory appears under its name only when it is complete.
// Problems in what was given come back; a disk that can't take it throws.
[[nodiscard]] Result<OfficeHome> MakeOffice(const OfficeWish& wish, Randomness& randomness);

// Opens a directory that MakeOffice made; needs private/root.seed.
[[nodiscard]] Result<OfficeHome> OpenOffice(const std::filesystem::path& directory);

struct PersonWish {
  std::string name;
  Role role = Role::kStaff;
  std::string password;
};
// Enrols people with one new roster, which goes to central/ and to every replica here; their key
// files go to every desk here. A name that is taken already is a Problem. Blocks for about 0.2 s a
// person. Returns their keys in the order of the wish.
[[nodiscard]] Result<std::vector<PersonKey>> AddPeople(OfficeHome& office,
                                                       const std::vector<PersonWish>& people,
                                                       Instant at, Randomness& randomness);

// Enrols one more device and makes its directory DIR/<name>. `kind`: "kiosk" or "desk".
[[nodiscard]] Result<NodeId> AddNode(OfficeHome& office, const std::string& name,
                                     const std::string& kind, Instant at, Randomness& randomness);

// The directories of nodes below an office's: those with a node.key, by name.
[[nodiscard]] std::vector<std::filesystem::path> NodeDirectories(
    const std::filesystem::path& directory);

}  // namespace tanggap

// Founding an office: root, reading keys, first devices and people, first roster.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/keys.h"
#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ports/randomness.h"

namespace tanggap {

struct NewNode {
  std::string name;  // "kiosk-1"
  std::string kind;  // "kiosk" | "desk" | "office"
};
struct NewPerson {
  std::string name;
  Role role = Role::kStaff;
};

struct FoundingWish {
  std::string name;
  Zone zone;
  std::string decree;       // reference with version
  std::string decree_hash;  // HexHashOf(file bytes)
  Instant at{};
  std::vector<NewNode> nodes;
  std::vector<NewPerson> people;
};

// Everything in memory; the caller writes root seed, node keys, person keys and the roster file.
struct Founding {
  SigningKey root;
  Roster roster;
  std::string roster_bytes;
  std::vector<NodeKey> nodes;  // in the order of the wish
  std::vector<PersonKey> people;
};
[[nodiscard]] Founding FoundOffice(const FoundingWish& wish, Randomness& randomness);

// The office's reading keys follow from its root seed, so that the first person of an office, whom
// nobody else could give them, gets them from whoever holds the root. Keys of the roster that this
// root did not make are left out.
[[nodiscard]] ReadingKeys ReadingKeysOfRoot(const SigningKey& root, const Roster& roster);

// The roster after `before` with one more node or person; sign and write it with WriteRoster.
[[nodiscard]] Roster NextRoster(const Roster& before, Instant at);
[[nodiscard]] NodeKey EnrolNode(Roster& roster, const NewNode& wish, Randomness& randomness);
// `keys`: the reading keys of somebody who may read; needed for roles that read.
[[nodiscard]] PersonKey EnrolPerson(Roster& roster, const NewPerson& wish, const ReadingKeys& keys,
                                    Randomness& randomness);

}  // namespace tanggap

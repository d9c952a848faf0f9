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
// `reading` are the office's first reading keys: random, and apart from the root, which signs but
// reads nothing. They belong to the first person who may read, and are to be forgotten then.
struct Founding {
  SigningKey root;
  Roster roster;
  std::string roster_bytes;
  ReadingKeys reading;
  std::vector<NodeKey> nodes;  // in the order of the wish
  std::vector<PersonKey> people;
};
[[nodiscard]] Founding FoundOffice(const FoundingWish& wish, Randomness& randomness);
// The same with reading keys that exist already (an office founded anew after its root was lost).
[[nodiscard]] Founding FoundOffice(const FoundingWish& wish, ReadingKeys reading,
                                   Randomness& randomness);

// Number 1 of every class.
[[nodiscard]] ReadingKeys MakeReadingKeys(Randomness& randomness);

// The roster after `before` with one more node or person; sign and write it with WriteRoster.
[[nodiscard]] Roster NextRoster(const Roster& before, Instant at);
[[nodiscard]] NodeKey EnrolNode(Roster& roster, const NewNode& wish, Randomness& randomness);
// `keys`: the reading keys of somebody who may read; needed for roles that read.
[[nodiscard]] PersonKey EnrolPerson(Roster& roster, const NewPerson& wish, const ReadingKeys& keys,
                                    Randomness& randomness);

}  // namespace tanggap

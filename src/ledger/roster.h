// The roster: who may write and who may read in an office. A full snapshot, signed by the root, in
// a chain of numbered files that only grows.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/case_file.h"
#include "domain/ids.h"
#include "domain/record.h"
#include "domain/result.h"
#include "domain/time.h"
#include "ledger/hash.h"
#include "ledger/keys.h"

namespace tanggap {

// A reading key's name: its class and number ("c1"). Numbers count from 1 in each class.
struct ReadingKeyName {
  BodyClass body_class = BodyClass::kFacts;
  std::uint32_t number = 1;
  auto operator<=>(const ReadingKeyName&) const = default;
};

struct RosterOffice {
  std::string name;
  PublicKey root{};
  std::array<std::uint8_t, 16> salt{};  // of ticket codes
  Zone zone;
  std::string decree;       // "lembata-dinas-pendidikan-2024@1"
  std::string decree_hash;  // of the decree file's bytes, 64 hex digits
  bool operator==(const RosterOffice&) const = default;
};

struct RosterKey {
  ReadingKeyName name;
  PublicKey public_key{};
  bool operator==(const RosterKey&) const = default;
};

// Where a revoked node's chain ends: nothing after it counts.
struct ChainPin {
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;
  std::string hash;
  bool operator==(const ChainPin&) const = default;
};

struct RosterNode {
  NodeId id;
  std::string kind;  // "kiosk" | "desk" | "office"
  std::string name;
  PublicKey public_key{};
  std::optional<ChainPin> ends;
  bool operator==(const RosterNode&) const = default;
};

struct RosterPerson {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  PublicKey signing{};
  PublicKey sealing{};
  bool removed = false;                         // kept, so that old signatures still verify
  std::map<ReadingKeyName, std::string> wraps;  // reading secrets sealed to `sealing`, base64
  bool operator==(const RosterPerson&) const = default;
};

struct Roster {
  std::uint32_t number = 1;
  Instant at{};
  std::string previous;  // last hash of the roster before, 64 hex digits
  std::string hash;      // its own last hash
  RosterOffice office;
  std::vector<RosterKey> keys;
  std::vector<RosterNode> nodes;
  std::vector<RosterPerson> people;
  bool operator==(const Roster&) const = default;

  [[nodiscard]] OfficeId Id() const { return OfficeIdOf(office.root); }
  [[nodiscard]] const RosterNode* Find(const NodeId& node) const;
  [[nodiscard]] const RosterPerson* Find(const PersonId& person) const;
  // The newest key of a class: what is sealed now is sealed to it.
  [[nodiscard]] const RosterKey* Current(BodyClass body_class) const;
};

// "petugas", "atasan", "pimpinan", "pemeriksa", "operator".
[[nodiscard]] std::string_view NameOf(Role role);
[[nodiscard]] std::optional<Role> RoleFromName(std::string_view name);
// Which classes a role may read: supervisor, head and auditor all three, others none.
[[nodiscard]] bool MayRead(Role role);

// What `previous` of an office's first roster is.
[[nodiscard]] std::string FirstRosterLink(const PublicKey& root);

// The file's bytes, signed by the root. Sets `roster.hash`. Sorts keys, nodes and people by id.
[[nodiscard]] std::string WriteRoster(Roster& roster, const SigningKey& root);

// Reads one file and checks text, order, chain and signature; `root` is the trusted key. With
// `before` also that it continues it, and that it may be signed by two of its supervisors.
[[nodiscard]] Result<Roster> ReadRoster(std::string_view bytes, const PublicKey& root,
                                        const Roster* before);
// The root key that a roster names for itself: for a first meeting, where a fingerprint is
// compared.
[[nodiscard]] Result<PublicKey> RootNamedBy(std::string_view bytes);

}  // namespace tanggap

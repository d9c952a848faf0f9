// The roster: who may write and who may read in an office. A full snapshot, signed by the root or
// by two supervisors, in a chain of numbered files that only grows.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
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

// A place in a node's chain: the segment that was its last when somebody was removed. A place and a
// hash, not a time: a stolen key can't back-date behind it.
struct ChainPin {
  NodeId node;
  std::uint32_t epoch = 0;
  std::string nonce;
  std::uint32_t segment = 0;
  std::string hash;
  std::uint64_t records = 0;  // of the epoch, up to the end of that segment
  bool operator==(const ChainPin&) const = default;
};

struct RosterNode {
  NodeId id;
  std::string kind;  // "kiosk" | "desk" | "office"
  std::string name;
  PublicKey public_key{};
  bool revoked = false;
  std::vector<ChainPin> ends;  // of a revoked node: all its chains, by epoch and nonce
  bool operator==(const RosterNode&) const = default;
};

// Something that a person was: until these places, on every node that had written by then.
struct PastRole {
  Role role = Role::kStaff;
  std::vector<ChainPin> until;
  bool operator==(const PastRole&) const = default;
};

struct RosterPerson {
  PersonId id;
  std::string name;
  Role role = Role::kStaff;
  PublicKey signing{};
  PublicKey sealing{};
  bool removed = false;         // kept, so that old signatures still verify; `role` was the last
  std::vector<PastRole> was{};  // oldest first; of a removed person `role` too
  std::map<ReadingKeyName, std::string> wraps{};  // reading secrets sealed to `sealing`, base64
  bool operator==(const RosterPerson&) const = default;
};
// The same for the fold.
[[nodiscard]] std::vector<PastTerm> PastTermsOf(const RosterPerson& person);

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
// The table of who reads what: supervisor, head and auditor all three classes, others none.
[[nodiscard]] std::set<BodyClass> ReadsOf(Role role);
[[nodiscard]] inline bool MayRead(Role role) {
  return !ReadsOf(role).empty();
}
// Who may together sign a roster in the root's place: two supervisors or heads.
[[nodiscard]] bool MaySignRosters(const RosterPerson& person);

// Why a segment doesn't count any more, or "": its node was revoked before it was written.
[[nodiscard]] std::string WhyNotCounted(const RosterNode& node, std::uint32_t epoch,
                                        std::string_view nonce, std::uint32_t segment,
                                        std::string_view hash);
// Why a person's act in record `sequence` of a node's epoch doesn't count any more, or "": the
// person was removed before it was written.
[[nodiscard]] std::string WhyNotCounted(const RosterPerson& person, const NodeId& node,
                                        std::uint32_t epoch, std::uint64_t sequence);

// What `previous` of an office's first roster is.
[[nodiscard]] std::string FirstRosterLink(const PublicKey& root);

// The file's bytes, signed by the root. Sets `roster.hash`. Sorts keys, nodes and people by id.
[[nodiscard]] std::string WriteRoster(Roster& roster, const SigningKey& root);
// The same, signed by two supervisors or heads of the roster before; not for an office's first.
[[nodiscard]] std::string WriteRoster(Roster& roster, const PersonKey& one, const PersonKey& other);

// Reads one file and checks text, order, chain and signature; `root` is the trusted key. With
// `before` also that it continues it and takes nothing back (nobody and no key vanishes or changes,
// who left stays gone), and that it may be signed by two of its supervisors.
[[nodiscard]] Result<Roster> ReadRoster(std::string_view bytes, const PublicKey& root,
                                        const Roster* before);
// For who only carries files (a mirror): text, order and hashes hold, and the root or two people
// whom the roster itself names have signed it. That is no reason to trust it.
[[nodiscard]] Result<Roster> ReadCarriedRoster(std::string_view bytes, const PublicKey& root);
// The root key that a roster names for itself: for a first meeting, where a fingerprint is
// compared.
[[nodiscard]] Result<PublicKey> RootNamedBy(std::string_view bytes);

}  // namespace tanggap

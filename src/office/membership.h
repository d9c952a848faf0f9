// Who belongs to an office: people and devices that come, leave, or get another role. Each change
// is one new roster, which goes to central/ and to every replica of this directory.
#pragma once

#include <string>
#include <vector>

#include "domain/result.h"
#include "ledger/keys.h"
#include "ledger/office_files.h"
#include "office/authority.h"
#include "office/office_home.h"
#include "ports/randomness.h"

namespace tanggap {

struct PersonWish {
  std::string name;
  Role role = Role::kStaff;
  std::string password;
};
// Their key files go to every desk here. A name that is taken is a Problem; so is a role that reads
// when `authority` can't give it reading keys. With the first person who may read the office's
// first reading keys are forgotten. Blocks for about 0.2 s a person. Returns their keys in the
// order of the wish.
[[nodiscard]] Result<std::vector<PersonKey>> AddPeople(OfficeHome& office,
                                                       const std::vector<PersonWish>& people,
                                                       const Authority& authority, Instant at,
                                                       Randomness& randomness);
// With no authority but the root and the first reading keys.
[[nodiscard]] Result<std::vector<PersonKey>> AddPeople(OfficeHome& office,
                                                       const std::vector<PersonWish>& people,
                                                       Instant at, Randomness& randomness);

// What counts of a person or device ends at the last place that central/ and the replicas here
// have seen: sync first. The last one who may read can't be removed: nobody could read any more.
// Key files of a removed person are taken from every desk here.
[[nodiscard]] Result<PersonId> RemovePerson(OfficeHome& office, const std::string& who,
                                            const Authority& authority, Instant at,
                                            Randomness& randomness);
[[nodiscard]] Result<PersonId> ChangeRole(OfficeHome& office, const std::string& who, Role role,
                                          const Authority& authority, Instant at,
                                          Randomness& randomness);
[[nodiscard]] Result<NodeId> RevokeNode(OfficeHome& office, const std::string& name,
                                        const Authority& authority, Instant at);

// Enrols one more device and makes its directory DIR/<name>, on this machine. `kind`: "kiosk" or
// "desk".
[[nodiscard]] Result<NodeId> AddNode(OfficeHome& office, const std::string& name,
                                     const std::string& kind, const Authority& authority,
                                     Instant at, Randomness& randomness);
// Enrols a device that made its key itself. `fingerprint` is what somebody read off that device:
// without it nothing tells this request from another's.
[[nodiscard]] Result<NodeId> EnrolRequest(OfficeHome& office, const NodeRequest& request,
                                          const std::string& fingerprint,
                                          const Authority& authority, Instant at);

}  // namespace tanggap

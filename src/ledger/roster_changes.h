// What may change from one roster to the next beside enrolling: people and devices that leave,
// other roles, new reading keys. Each works on a roster of NextRoster(), which the caller signs and
// writes.
#pragma once

#include <set>
#include <vector>

#include "ledger/roster.h"
#include "ledger/sealing.h"
#include "ports/randomness.h"

namespace tanggap {

// A new number of each of these classes, for everybody who may read it and is still here. What was
// sealed before stays as it is, and stays readable to those who stay.
void RenewReadingKeys(Roster& roster, const std::set<BodyClass>& classes, Randomness& randomness);

// `seen`: the last place known of every node's chains; what the person signed up to there counts,
// later things don't. The person must be in the roster and not removed. With a person who could
// read go the reading keys: they are renewed.
void RemovePerson(Roster& roster, const PersonId& person, const std::vector<ChainPin>& seen,
                  Randomness& randomness);

// Another role under the same key, from the places in `seen` on. `reading` are the keys of somebody
// who may read; needed only when the new role reads what the old one didn't
// (std::invalid_argument). A class that the person no longer reads gets a new key.
void ChangeRole(Roster& roster, const PersonId& person, Role role,
                const std::vector<ChainPin>& seen, const ReadingKeys& reading,
                Randomness& randomness);

// Nothing that the node writes after these places counts any more. `seen` may hold other nodes'.
void RevokeNode(Roster& roster, const NodeId& node, const std::vector<ChainPin>& seen);

}  // namespace tanggap

// An office's first keys and roster.
#include "ledger/founding.h"

#include <stdexcept>

namespace tanggap {

ReadingKeys MakeReadingKeys(Randomness& randomness) {
  ReadingKeys keys;
  for (const BodyClass body_class : kAllBodyClasses)
    keys.Add({body_class, 1}, SealingKey::Make(randomness));
  return keys;
}

Founding FoundOffice(const FoundingWish& wish, Randomness& randomness) {
  StartLedger();
  return FoundOffice(wish, MakeReadingKeys(randomness), randomness);
}

Founding FoundOffice(const FoundingWish& wish, ReadingKeys reading, Randomness& randomness) {
  StartLedger();
  Founding founding{SigningKey::Make(randomness), {}, {}, std::move(reading), {}, {}};
  Roster& roster = founding.roster;
  roster.at = wish.at;
  roster.previous = FirstRosterLink(founding.root.Public());
  roster.office.name = wish.name;
  roster.office.root = founding.root.Public();
  randomness.Fill(roster.office.salt);
  roster.office.zone = wish.zone;
  roster.office.decree = wish.decree;
  roster.office.decree_hash = wish.decree_hash;
  for (const auto& [name, key] : founding.reading.All())
    roster.keys.push_back({name, key.Public()});
  for (const NewNode& node : wish.nodes)
    founding.nodes.push_back(EnrolNode(roster, node, randomness));
  for (const NewPerson& person : wish.people)
    founding.people.push_back(EnrolPerson(roster, person, founding.reading, randomness));
  founding.roster_bytes = WriteRoster(roster, founding.root);
  return founding;
}

Roster NextRoster(const Roster& before, Instant at) {
  Roster next = before;
  next.number = before.number + 1;
  next.previous = before.hash;
  next.hash.clear();
  next.at = at;
  return next;
}

NodeKey EnrolNode(Roster& roster, const NewNode& wish, Randomness& randomness) {
  NodeKey key{SigningKey::Make(randomness), wish.name, wish.kind, roster.office.root};
  roster.nodes.push_back({key.Id(), wish.kind, wish.name, key.signing.Public(), false, {}});
  return key;
}

PersonKey EnrolPerson(Roster& roster, const NewPerson& wish, const ReadingKeys& keys,
                      Randomness& randomness) {
  if (MayRead(wish.role) && keys.Empty())
    throw std::invalid_argument(
        "a role that reads needs the reading keys of somebody who has them");
  PersonKey key = MakePersonKey(randomness);
  RosterPerson person;
  person.id = key.Id();
  person.name = wish.name;
  person.role = wish.role;
  person.signing = key.signing.Public();
  person.sealing = key.sealing.Public();
  person.wraps = keys.WrapFor(person.sealing, ReadsOf(wish.role));
  roster.people.push_back(std::move(person));
  return key;
}

}  // namespace tanggap

// An office's first keys and roster.
#include "ledger/founding.h"

#include <sodium.h>

#include <stdexcept>

namespace tanggap {
namespace {

using namespace std::string_view_literals;

SealingKey DeriveReadingKey(const SigningKey& root, const ReadingKeyName& name) {
  const Packed what = Packed()
                          .Raw("tanggap/1/read\0"sv)
                          .Raw(std::string(1, static_cast<char>(name.body_class)))
                          .Number(name.number);
  Secret derived;
  crypto_generichash_blake2b(derived.Bytes().data(), Secret::kSize, what.View().data(),
                             what.View().size(), root.Seed().data(), Secret::kSize);
  return SealingKey(std::move(derived));
}

ReadingKeys MakeReadingKeys(Roster& roster, const SigningKey& root) {
  for (const BodyClass body_class : kAllBodyClasses) {
    const ReadingKeyName name{body_class, 1};
    roster.keys.push_back({name, DeriveReadingKey(root, name).Public()});
  }
  return ReadingKeysOfRoot(root, roster);
}

}  // namespace

ReadingKeys ReadingKeysOfRoot(const SigningKey& root, const Roster& roster) {
  ReadingKeys keys;
  for (const RosterKey& key : roster.keys) {
    SealingKey derived = DeriveReadingKey(root, key.name);
    if (derived.Public() == key.public_key) keys.Add(key.name, std::move(derived));
  }
  return keys;
}

Founding FoundOffice(const FoundingWish& wish, Randomness& randomness) {
  StartLedger();
  Founding founding{SigningKey::Make(randomness), {}, {}, {}, {}};
  Roster& roster = founding.roster;
  roster.at = wish.at;
  roster.previous = FirstRosterLink(founding.root.Public());
  roster.office.name = wish.name;
  roster.office.root = founding.root.Public();
  randomness.Fill(roster.office.salt);
  roster.office.zone = wish.zone;
  roster.office.decree = wish.decree;
  roster.office.decree_hash = wish.decree_hash;
  const ReadingKeys keys = MakeReadingKeys(roster, founding.root);
  for (const NewNode& node : wish.nodes)
    founding.nodes.push_back(EnrolNode(roster, node, randomness));
  for (const NewPerson& person : wish.people)
    founding.people.push_back(EnrolPerson(roster, person, keys, randomness));
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
  roster.nodes.push_back({key.Id(), wish.kind, wish.name, key.signing.Public(), std::nullopt});
  return key;
}

PersonKey EnrolPerson(Roster& roster, const NewPerson& wish, const ReadingKeys& keys,
                      Randomness& randomness) {
  if (MayRead(wish.role) && keys.Empty())
    throw std::invalid_argument(
        "a role that reads needs the reading keys of somebody who has them");
  PersonKey key = MakePersonKey(randomness);
  RosterPerson person{key.Id(), wish.name, wish.role, key.signing.Public(), key.sealing.Public(),
                      false,    {}};
  if (MayRead(wish.role)) person.wraps = keys.WrapFor(person.sealing);
  roster.people.push_back(std::move(person));
  return key;
}

}  // namespace tanggap

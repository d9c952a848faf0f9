// People and devices that leave, other roles, new reading keys.
#include "ledger/roster_changes.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <stdexcept>
#include <tuple>

namespace tanggap {
namespace {

RosterPerson& Member(Roster& roster, const PersonId& id) {
  const auto found = std::ranges::find(roster.people, id, &RosterPerson::id);
  assert(found != roster.people.end() && !found->removed);
  return *found;
}

std::vector<ChainPin> Ordered(std::vector<ChainPin> pins) {
  std::ranges::sort(pins, {}, [](const ChainPin& pin) {
    return std::tie(pin.node, pin.epoch, pin.nonce, pin.segment, pin.hash);
  });
  return pins;
}

// People act at desks only.
void EndRole(const Roster& roster, RosterPerson& person, const std::vector<ChainPin>& seen) {
  std::vector<ChainPin> pins = Ordered(seen);
  std::erase_if(pins, [&](const ChainPin& pin) {
    const RosterNode* node = roster.Find(pin.node);
    return node == nullptr || node->kind == "kiosk";
  });
  person.was.push_back({person.role, std::move(pins)});
}

// The wraps that a role may hold.
void KeepOnly(RosterPerson& person, const std::set<BodyClass>& classes) {
  std::erase_if(person.wraps,
                [&](const auto& wrap) { return !classes.contains(wrap.first.body_class); });
}

}  // namespace

void RenewReadingKeys(Roster& roster, const std::set<BodyClass>& classes, Randomness& randomness) {
  ReadingKeys fresh;
  for (const BodyClass body_class : classes) {
    const RosterKey* current = roster.Current(body_class);
    const ReadingKeyName name{body_class, current == nullptr ? 1 : current->name.number + 1};
    SealingKey key = SealingKey::Make(randomness);
    roster.keys.push_back({name, key.Public()});
    fresh.Add(name, std::move(key));
  }
  for (RosterPerson& person : roster.people) {
    if (!person.removed) person.wraps.merge(fresh.WrapFor(person.sealing, ReadsOf(person.role)));
  }
}

void RemovePerson(Roster& roster, const PersonId& id, const std::vector<ChainPin>& seen,
                  Randomness& randomness) {
  RosterPerson& person = Member(roster, id);
  EndRole(roster, person, seen);
  person.removed = true;
  person.wraps.clear();
  RenewReadingKeys(roster, ReadsOf(person.role), randomness);
}

void ChangeRole(Roster& roster, const PersonId& id, Role role, const std::vector<ChainPin>& seen,
                const ReadingKeys& reading, Randomness& randomness) {
  RosterPerson& person = Member(roster, id);
  const std::set<BodyClass> before = ReadsOf(person.role);
  const std::set<BodyClass> after = ReadsOf(role);
  EndRole(roster, person, seen);
  person.role = role;
  KeepOnly(person, after);
  std::set<BodyClass> lost;
  std::ranges::set_difference(before, after, std::inserter(lost, lost.end()));
  std::set<BodyClass> gained;
  std::ranges::set_difference(after, before, std::inserter(gained, gained.end()));
  if (!gained.empty()) {
    if (reading.Empty())
      throw std::invalid_argument(
          "a role that reads needs the reading keys of somebody who has them");
    person.wraps.merge(reading.WrapFor(person.sealing, gained));
  }
  RenewReadingKeys(roster, lost, randomness);
}

void RevokeNode(Roster& roster, const NodeId& id, const std::vector<ChainPin>& seen) {
  const auto node = std::ranges::find(roster.nodes, id, &RosterNode::id);
  assert(node != roster.nodes.end() && !node->revoked);
  node->revoked = true;
  node->ends = Ordered(seen);
  std::erase_if(node->ends, [&](const ChainPin& pin) { return pin.node != id; });
}

}  // namespace tanggap

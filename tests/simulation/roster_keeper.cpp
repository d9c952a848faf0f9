#include "simulation/roster_keeper.h"

#include <filesystem>
#include <vector>

#include "folder/rosters.h"
#include "ledger/roster_changes.h"

namespace tanggap::simulation {

void RosterKeeper::Change() {
  if (course_.share.weather.gone || changed_) return;  // once a run: each costs many quiet rounds
  const std::filesystem::path share = PathOf("share");
  course_.world.now_ms = course_.site.true_ms;
  Roster next = NextRoster(course_.roster, FromMillis(course_.site.true_ms));
  // The second supervisor leaves; what they signed until now counts.
  const PersonId leaver = course_.office.founding.people[2].Id();
  RemovePerson(next, leaver, SeenHeads(std::vector{share}, course_.roster), course_.randomness);
  const std::string bytes = WriteRoster(next, course_.office.founding.root);
  try {
    PublishRoster(share, course_.roster, course_.roster_bytes);
    PublishRoster(share, next, bytes);
  } catch (const std::filesystem::filesystem_error&) {
    return course_.Tell("no roster could be put on the share");
  }
  course_.rosters.emplace_back(next, bytes);
  course_.roster = std::move(next);
  course_.roster_bytes = bytes;
  course_.gone_person = leaver;
  changed_ = true;
  ++course_.depth.roster_changes;
  course_.Tell("a supervisor leaves: roster " + std::to_string(course_.roster.number));
}

}  // namespace tanggap::simulation

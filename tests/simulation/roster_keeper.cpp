#include "simulation/roster_keeper.h"

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "folder/rosters.h"
#include "ledger/founding.h"
#include "ledger/roster_changes.h"
#include "ledger/sealing.h"

namespace tanggap::simulation {

// Once a run: each change costs many quiet rounds. A dishonest desk is enough for an office.
void RosterKeeper::Change() {
  if (course_.share.weather.gone || changed_ || course_.dishonest != nullptr) return;
  const std::filesystem::path share = PathOf("share");
  course_.world.now_ms = course_.site.true_ms;
  Roster next = NextRoster(course_.roster, FromMillis(course_.site.true_ms));
  const bool leaves = course_.chance.OneIn(2);
  std::optional<PersonKey> newcomer;
  if (leaves) {
    // The second supervisor; what they signed until now counts.
    RemovePerson(next, course_.people[2].Id(), SeenHeads(std::vector{share}, course_.roster),
                 course_.randomness);
  } else {
    const PersonKey& reader = course_.people[1];
    newcomer =
        EnrolPerson(next, {"Eka", Role::kSupervisor},
                    ReadingKeys::Unwrap(*next.Find(reader.Id()), reader), course_.randomness);
  }
  const std::string bytes = WriteRoster(next, course_.office.founding.root);
  try {
    PublishRoster(share, course_.roster, course_.roster_bytes);
    PublishRoster(share, next, bytes);
  } catch (const std::filesystem::filesystem_error&) {
    return course_.Tell("no roster could be put on the share");
  }
  if (newcomer) Settle(std::move(*newcomer));
  course_.rosters.emplace_back(next, bytes);
  course_.roster = std::move(next);
  course_.roster_bytes = bytes;
  changed_ = true;
  ++course_.depth.roster_changes;
  course_.Tell(std::string("a supervisor ") + (leaves ? "leaves" : "comes") + ": roster " +
               std::to_string(course_.roster.number));
}

// Their key file comes to every desk.
void RosterKeeper::Settle(PersonKey newcomer) {
  Disk stick;
  course_.world.Mount("new", stick);
  const std::string name = newcomer.Id().value + ".key";
  WritePersonKey(PathOf("new") / name, newcomer, kPassword, course_.randomness);
  course_.world.Unmount("new");
  for (const auto& desk : course_.desks)
    desk->disk.Put("people/" + name, stick.Bytes(name).value());
  course_.people.push_back(std::move(newcomer));
}

}  // namespace tanggap::simulation

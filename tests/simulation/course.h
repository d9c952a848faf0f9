// The state of one run: machines, share, stick, and what people were promised.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/draft.h"
#include "domain/ids.h"
#include "simulation/desk_machine.h"
#include "simulation/kiosk_machine.h"
#include "simulation/run.h"

namespace tanggap::simulation {

// Thrown by a check that fails: which promise was broken, by what.
struct Broken {
  std::string why;
};

// A record that somebody was told is kept.
struct Kept {
  std::string machine;
  Draft draft;
};

// What goes wrong in a run beside power cuts, killed programs and a share that comes and goes. One
// kind each: two disks lost at once may cost records, and no design can promise otherwise.
enum class Theme { kUsual, kDisks, kTampering, kClocks, kDishonest };
inline constexpr std::size_t kThemes = 5;

// What a changed program wrote against the rules.
struct Lie {
  std::string what;
  RecordId about;  // the complaint
};

struct Course {
  Course(const SimulatedOffice& office, const RunWish& wish);

  const SimulatedOffice& office;
  RunWish wish;
  Chance chance;
  World world;
  WorldRandomness randomness;
  Log log;
  Depth depth;
  std::vector<PersonKey> people;
  Site site;
  Disk share;
  Disk stick;
  std::vector<std::unique_ptr<KioskMachine>> kiosks;
  std::vector<std::unique_ptr<DeskMachine>> desks;
  std::map<RecordId, Kept> promises;
  DeskMachine* dishonest = nullptr;  // a desk whose program was changed
  std::map<RecordId, Lie> lies;
  Theme theme = Theme::kUsual;
  bool busy = false;  // much is done at the desks: costs twice the time of a seed that isn't
  std::optional<Disk> image;  // of a disk, for restoring and cloning
  Machine* image_of = nullptr;
  bool lives = false;  // some device has lived twice: alarms and forks are due
  std::map<std::string, std::string> untampered;  // files on the share, as they were before
  std::string filtered;  // a node whose bodies something on the share deletes, again and again
  Roster roster;         // the newest
  std::string roster_bytes;
  std::vector<std::pair<Roster, std::string>> rosters;  // that followed the first
  // Bodies under a legal hold that a kiosk knew of while it had them.
  std::set<std::pair<std::string, RecordId>> held;
  std::uint64_t trace = 0xcbf29ce484222325U;

  [[nodiscard]] std::vector<Machine*> Machines();
  // A person was told that this is kept, unless the machine ended in the same moment.
  void Promise(Machine& machine, const Draft& draft);
  // Starts a program, and looks whether it may write where it is about to.
  bool Boot(Machine& machine);
  // One round of the program's worker, and what can be checked after each.
  void Round(Machine& machine);
  void Tell(const std::string& line);  // into the trace, and onto the screen if wished
  void Note(std::uint64_t value);      // into the trace
};

// checks.cpp: everything that must hold after the quiet time. Throws Broken.
void CheckAll(Course& course);

}  // namespace tanggap::simulation

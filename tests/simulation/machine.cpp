#include "simulation/machine.h"

#include <utility>

#include "folder/rosters.h"
#include "ports/store_error.h"

namespace tanggap::simulation {

Machine::Machine(Site& site, std::size_t node_number, std::string machine_name, Disk machine_disk)
    : name(std::move(machine_name)),
      node(node_number),
      key(CopyOf(site.office.Key(node_number))),
      disk(std::move(machine_disk)),
      clock(site),
      site_(site) {
  if (site.bug == Bug::kNoFolderSync) disk.weather.skip_folders = true;
  if (site.bug == Bug::kNoFileSync) disk.weather.skip_files = true;
  site.world.Mount(name, disk);
}

Machine::~Machine() {
  site_.world.Unmount(name);
}

bool Machine::Do(const std::function<void()>& act) {
  site_.world.now_ms = ToMillis(clock.Now());
  disk.now_ms = site_.world.now_ms;
  bool done = false;
  try {
    act();
    done = true;
  } catch (const StoreError& error) {
    fault = error.what();
  } catch (const std::filesystem::filesystem_error& error) {
    fault = error.what();
  }
  Kill& kill = site_.world.kill;
  kill.after.reset();
  if (!kill.dead) return done;
  End(ending_);
  return false;
}

void Machine::EndAfter(int calls, Ending ending) {
  site_.world.kill.after = calls;
  ending_ = ending;
}

void Machine::End(Ending ending) {
  if (ending == Ending::kClean && Runs()) {
    Do([&] { Finish(); });
    if (!Runs()) return;
  }
  // Nothing that the program still does on its way out has an effect.
  site_.world.kill.dead = ending != Ending::kClean;
  Drop();
  mirrors_.clear();
  site_.world.kill = {};
  if (ending == Ending::kPowerCut) disk.Cut(site_.chance);
}

bool Machine::Boot() {
  if (Runs()) return true;
  clock.Restart();
  const bool started = Do([&] { Start(); });
  if (!started && Runs()) End(Ending::kKilled);
  return Runs();
}

bool Machine::Sync(const std::string& with, MirrorCheck check) {
  return Do([&] {
    auto& mirror = mirrors_[with];
    if (!mirror) mirror = std::make_unique<TreeMirror>(Replica(), PathOf(with));
    synced = {};
    synced = mirror->Round(check);
  });
}

Roster Machine::ReadRoster() const {
  const RosterReading rosters = ReadRosters(Replica(), key.Office(), key.root);
  if (!rosters.newest)
    throw StoreError(StoreFault::kBroken, Replica().string() + ": holds no roster");
  return *rosters.newest;
}

}  // namespace tanggap::simulation

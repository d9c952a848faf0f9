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
  Weather();
  site.world.Mount(name, disk);
}

void Machine::Weather() {
  disk.weather.skip_folders = site_.bug == Bug::kNoFolderSync;
  disk.weather.skip_files = site_.bug == Bug::kNoFileSync;
  disk.weather.hides_forks = site_.bug == Bug::kForkIgnored && node >= kMostKiosks;
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
  // A program that ends by itself doesn't end `tanggap sync` beside it.
  if (syncing_ || ending == Ending::kPowerCut) mirrors_.clear();
  site_.world.kill.after.reset();
  site_.world.kill.dead = false;
  if (ending == Ending::kKilled) ++site_.depth.kills;
  if (ending != Ending::kPowerCut) return;
  ++site_.depth.power_cuts;
  disk.Cut(site_.chance);
}

bool Machine::Boot() {
  if (Runs()) return true;
  clock.Restart();
  ++site_.depth.starts;
  const bool started = Do([&] { Start(); });
  if (!started && Runs()) End(Ending::kKilled);
  return Runs();
}

namespace {

// What a careless script does: whatever differs is copied over, this side first.
void CopyOver(Disk& from, const std::string& below, Disk& to, const std::string& onto) {
  std::map<std::string, std::string> files;
  from.ForEachFile([&](const std::string& path, Node& file) {
    if (path.starts_with(below + "tanggap/") && !path.ends_with(".tmp"))
      files[path.substr(below.size())] = file.bytes;
  });
  for (const auto& [path, bytes] : files) {
    if (to.Bytes(onto + path) != bytes) to.Put(onto + path, bytes);
  }
}

}  // namespace

bool Machine::Sync(const std::string& with, MirrorCheck check) {
  if (site_.bug == Bug::kMirrorOverwrites) {
    std::string_view below;
    Disk* remote = site_.world.DiskOf(PathOf(with).string(), below);
    if (remote->weather.gone) return false;
    CopyOver(*remote, "", disk, "replica/");
    CopyOver(disk, "replica/", *remote, "");
    site_.world.kill.after.reset();  // meant for this script, not for what runs next
    return true;
  }
  syncing_ = true;
  const bool done = Do([&] {
    auto& mirror = mirrors_[with];
    if (!mirror) mirror = std::make_unique<TreeMirror>(Replica(), PathOf(with));
    synced = {};
    synced = mirror->Round(check);
    ++site_.depth.syncs;
  });
  syncing_ = false;
  return done;
}

Roster Machine::ReadRoster() const {
  const RosterReading rosters = ReadRosters(Replica(), key.Office(), key.root);
  if (!rosters.newest)
    throw StoreError(StoreFault::kBroken, Replica().string() + ": holds no roster");
  return *rosters.newest;
}

}  // namespace tanggap::simulation

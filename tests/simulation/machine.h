// A device of a simulated run: its disk, its clock, and the real program on it.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "folder/mirror.h"
#include "platform/log.h"
#include "ports/clock.h"
#include "ports/journal.h"
#include "ports/randomness.h"
#include "simulation/bugs.h"
#include "simulation/depth.h"
#include "simulation/office.h"
#include "simulation/world.h"

namespace tanggap::simulation {

// The ledger's randomness of all machines.
class WorldRandomness final : public Randomness {
 public:
  explicit WorldRandomness(World& world) : world_(world) {}
  void Fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes)
      byte = static_cast<std::uint8_t>(world_.randomness.Next() >> 56U);
  }

 private:
  World& world_;
};

// What all machines of a run share.
struct Site {
  World& world;
  WorldRandomness& randomness;
  const SimulatedOffice& office;
  Chance& chance;
  Log& log;
  Depth& depth;
  const std::vector<PersonKey>& people;  // who works here; newcomers come last
  Bug bug = Bug::kNone;
  std::int64_t true_ms = kFirstMoment;  // what a good clock would say
};

// A machine's clock may be wrong and may jump; its monotonic clock counts from the start.
class MachineClock final : public Clock {
 public:
  explicit MachineClock(const Site& site) : site_(site), started_ms_(site.true_ms) {}
  Instant Now() override { return FromMillis(site_.true_ms + wrong_by_ms); }
  std::chrono::milliseconds Monotonic() override {
    return std::chrono::milliseconds{site_.true_ms - started_ms_};
  }
  void Restart() { started_ms_ = site_.true_ms; }
  std::int64_t wrong_by_ms = 0;

 private:
  const Site& site_;
  std::int64_t started_ms_;
};

enum class Ending { kClean, kKilled, kPowerCut };

class Machine {
 public:
  // `node` counts in office.founding.nodes; a clone has the node of another machine.
  Machine(Site& site, std::size_t node, std::string name, Disk disk);
  virtual ~Machine();
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;

  // Starts the program; false: it ended at once, with a message (a disk that gives errors).
  bool Boot();
  [[nodiscard]] virtual bool Runs() const = 0;
  void End(Ending ending);
  // Something that the program does. Expected failures are caught. False: it failed, or the program
  // was ended meanwhile.
  bool Do(const std::function<void()>& act);
  // The program on this machine ends at the `calls`th call of the file system from now, if what is
  // done next makes so many.
  void EndAfter(int calls, Ending ending);
  // One round of `tanggap sync REPLICA /sim/<with>`, a program of its own.
  bool Sync(const std::string& with, MirrorCheck check = MirrorCheck::kOneOld);
  virtual void Round() = 0;
  // The bugs planted in a disk, again after it was exchanged.
  void Weather();
  [[nodiscard]] virtual Journal& TheJournal() = 0;  // the real one; the program must run

  [[nodiscard]] const NodeKey& Key() const { return key; }
  [[nodiscard]] std::filesystem::path Data() const { return PathOf(name); }
  [[nodiscard]] std::filesystem::path Replica() const { return Data() / "replica"; }

  const std::string name;
  const std::size_t node;
  NodeKey key;
  Disk disk;
  MachineClock clock;
  MirrorRound synced;  // the last round
  std::string fault;   // why the last thing failed

 protected:
  virtual void Start() = 0;
  virtual void Finish() = 0;
  virtual void Drop() = 0;  // the program is gone
  // The newest roster that its replica holds, as the mains read it.
  [[nodiscard]] Roster ReadRoster() const;

  Site& site_;

 private:
  Ending ending_ = Ending::kKilled;
  bool syncing_ = false;
  std::map<std::string, std::unique_ptr<TreeMirror>> mirrors_;
};

}  // namespace tanggap::simulation

// The state of one run: machines, share, stick, and what people were promised.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
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
struct Promise {
  std::string machine;
  Draft draft;
};

struct Course {
  Course(const SimulatedOffice& office, const RunWish& wish);

  const SimulatedOffice& office;
  RunWish wish;
  Chance chance;
  World world;
  WorldRandomness randomness;
  Log log;
  Site site;
  Disk share;
  Disk stick;
  std::vector<std::unique_ptr<KioskMachine>> kiosks;
  std::vector<std::unique_ptr<DeskMachine>> desks;
  std::map<RecordId, Promise> promises;
  std::uint64_t trace = 0xcbf29ce484222325U;

  [[nodiscard]] std::vector<Machine*> Machines();
  void Tell(const std::string& line);  // into the trace, and onto the screen if wished
  void Note(std::uint64_t value);      // into the trace
};

// checks.cpp. Each throws Broken.
void CheckPromises(Course& course);
void CheckShare();
void CheckNoPlainText(Course& course);

}  // namespace tanggap::simulation

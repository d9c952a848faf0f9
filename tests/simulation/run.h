// One simulated run: an office that works while everything goes wrong, then a quiet time, then the
// question whether every promise was kept.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "simulation/bugs.h"
#include "simulation/depth.h"
#include "simulation/office.h"

namespace tanggap::simulation {

struct RunWish {
  std::uint64_t seed = 1;
  Bug bug = Bug::kNone;
  int operations = 40;  // at most: most stories are shorter
  bool tell = false;    // every operation on stdout
};

struct RunOutcome {
  std::optional<std::string> broken;  // which promise, and by what
  std::uint64_t trace = 0;            // hash of everything that happened, for comparing two runs
  std::size_t promised = 0;           // records that were acknowledged to a person
  Depth depth;
};

[[nodiscard]] RunOutcome Run(const SimulatedOffice& office, const RunWish& wish);

}  // namespace tanggap::simulation

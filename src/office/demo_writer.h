// Writes a demo's plan through the real recorder, journal, publisher and mirror of an office.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>

#include "domain/result.h"
#include "ledger/keys.h"
#include "office/demo_plan.h"
#include "office/office_home.h"
#include "ports/randomness.h"

namespace tanggap {

// The demo's people, by actor; the kiosk's place is empty.
using DemoKeys = std::array<std::optional<PersonKey>, kDemoActors>;

struct DemoOutcome {
  std::size_t records = 0;
  std::size_t ratings = 0;
  std::map<std::string, std::size_t> stages;  // of the cases, by "received", "conflict" …
  std::size_t refused = 0;                    // acts that the fold refused: a mistake of the plan
};

// Takes the place of the kiosk and the desk: nothing else may have their journals open. Derives the
// tickets' secrets on every core. Throws StoreError and std::filesystem_error.
[[nodiscard]] DemoOutcome WriteDemo(const OfficeHome& office, DemoPlan plan, DemoKeys keys,
                                    Instant now, Randomness& randomness);

// Whether kiosk-1 or desk-1 has written anything yet.
[[nodiscard]] bool HoldsRecords(const OfficeHome& office);

}  // namespace tanggap

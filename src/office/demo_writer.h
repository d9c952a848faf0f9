// Writes a demo's plan through the real recorder, journal, publisher and mirror of an office.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "domain/result.h"
#include "ledger/keys.h"
#include "office/demo_plan.h"
#include "office/demo_secrets.h"
#include "office/office_home.h"
#include "ports/randomness.h"

namespace tanggap {

// The demo's people, by actor; the kiosk's place is empty.
using DemoKeys = std::array<std::optional<PersonKey>, kDemoActors>;

struct DemoOutcome {
  std::size_t records = 0;
  std::size_t ratings = 0;
  std::map<std::string, std::size_t> stages;  // of the cases, by "received", "conflict" …
  // Acts that the fold refused, by why: a mistake of the plan.
  std::map<std::string, std::size_t> refused;
};

// A plan with everything that writing it needs.
struct DemoScript {
  const DemoPlan& plan;
  const DemoSecrets& secrets;
  DemoKeys keys;
};

// Takes the place of the kiosk and the desk: nothing else may have their journals open.
// Throws StoreError and std::filesystem_error.
[[nodiscard]] DemoOutcome WriteDemo(const OfficeHome& office, DemoScript script, Instant now,
                                    Randomness& randomness);

// Whether kiosk-1 or desk-1 has written anything yet.
[[nodiscard]] bool HoldsRecords(const OfficeHome& office);

}  // namespace tanggap

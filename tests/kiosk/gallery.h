// One state for every screen, sheet and variant the kiosk can show, for the rules over all screens.
#pragma once

#include <string>
#include <vector>

#include "kiosk/session.h"

namespace tanggap::kiosk {

// An example office of kiosk-config/offices with its decree and phrases.
[[nodiscard]] Context ExampleContext(const std::string& office);

struct NamedState {
  std::string name;
  State state;
};
// `now` is the moment at which the states were reached; everything in them is long since shown.
[[nodiscard]] std::vector<NamedState> Gallery(const Context& context, Steady now);

}  // namespace tanggap::kiosk

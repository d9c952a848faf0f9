// Every screen of the desk in a state worth looking at, for the layout rules and for pictures.
#pragma once

#include <string>
#include <vector>

#include "desk/state.h"

namespace tanggap::desk {

struct Exhibit {
  std::string name;  // "04-case-matrix"
  Premises premises;
  State state;
};
[[nodiscard]] std::vector<Exhibit> Gallery();

}  // namespace tanggap::desk

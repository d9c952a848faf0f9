// The complaints that the desk's tests begin with, and what every written draft must satisfy.
#pragma once

#include <string>
#include <vector>

#include "desk/world.h"

namespace tanggap::desk {

// Late by the sum: a service with a norm of one working day, eight days on.
[[nodiscard]] Said Late();
// Ready phrases about a room: apologised for on the spot.
[[nodiscard]] Said Light();
// About a person.
[[nodiscard]] Said Rude();
[[nodiscard]] Said About(const std::string& aspect);

// Lodged, assessed as the engine proposes and proposed by Maria, who is signed in; the code.
std::string Proposed(World& world, const Said& said = Late());

// What the recorder would refuse, of one draft or of everything written.
[[nodiscard]] std::vector<std::string> SchemaFaults(const Draft& draft);
[[nodiscard]] std::vector<std::string> SchemaFaults(const World& world);

}  // namespace tanggap::desk

// Every command by its name (Ctrl+K): those of the case first, then where one can go, then what was
// open lately. Pure; what somebody may not do is listed with who may.
#pragma once

#include <string>
#include <vector>

#include "desk/events.h"
#include "desk/state.h"

namespace tanggap::desk {

enum class CommandGroup { kCase, kGo, kRecent };

struct Command {
  CommandGroup group = CommandGroup::kGo;
  std::string name;
  std::string keys;  // "Ctrl L"; empty: only here
  std::string why;   // not empty: not now, and who may or what is missing
  std::string side;  // at the right instead of keys: "10.24"
  Intent intent;
};

// What the palette lists over `state` (its overlay is not looked at), narrowed by its typed words.
[[nodiscard]] std::vector<Command> CommandsFor(const Premises& premises, const State& state,
                                               const std::string& typed);

}  // namespace tanggap::desk

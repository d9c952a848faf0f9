// What the rooms beside the work hold, for the session and its screens. Pure.
#pragma once

#include <optional>

#include "desk/state.h"
#include "domain/password.h"

namespace tanggap::desk {

// Lines of a room's table: each device, the way to the central folder, each stick (one line where
// there is none); or each person.
[[nodiscard]] std::size_t RowsOf(const State& state, RoomKind kind);
// The stick of the chosen line; nullptr: another line, or none is there.
[[nodiscard]] const Stick* ChosenStick(const State& state);
// Whether the chosen line is that of the sticks.
[[nodiscard]] bool OnSticks(const State& state);
// The carriage that a stick's line shows: its own, or the one that is under way.
[[nodiscard]] const Carriage* CarriageOf(const State& state, const Stick& stick);
// Nothing is being carried, and a stick is chosen.
[[nodiscard]] bool MayCarry(const State& state);
// Where somebody stands among the people; 0 when they are not there.
[[nodiscard]] std::size_t RowOf(const FolderState& folder, const Person& person);
// Why the new password can't be taken as it is typed; nothing: it can, if the old one is right.
[[nodiscard]] std::optional<TextId> WhyNotChange(const PasswordBox& box);

}  // namespace tanggap::desk

// What the rooms beside the work hold, for the session and its screens. Pure.
#pragma once

#include <optional>

#include "desk/state.h"
#include "domain/password.h"

namespace tanggap::desk {

// Lines of a room's table: each device and then the way to the central folder; or each person.
[[nodiscard]] std::size_t RowsOf(const FolderState& folder, RoomKind kind);
// Where somebody stands among the people; 0 when they are not there.
[[nodiscard]] std::size_t RowOf(const FolderState& folder, const Person& person);
// Why the new password can't be taken as it is typed; nothing: it can, if the old one is right.
[[nodiscard]] std::optional<TextId> WhyNotChange(const PasswordBox& box);

}  // namespace tanggap::desk

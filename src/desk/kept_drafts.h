// Half-done work as plain fields and back, so that it outlives the program. Pure.
#pragma once

#include "desk/state.h"
#include "domain/value.h"

namespace tanggap::desk {

// Empty when nothing is half done.
[[nodiscard]] Fields ToFields(const CaseDrafts& drafts);
// What the decree doesn't know any more (an aspect, a fact, a grade) is left out; fields of another
// kind or version read as nothing.
[[nodiscard]] CaseDrafts DraftsFrom(const Premises& premises, const Fields& fields);

}  // namespace tanggap::desk

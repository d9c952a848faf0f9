// Two assessments of one complaint, side by side.
#pragma once

#include "desk/screens/screens.h"

namespace tanggap::desk {

// Both sides with their authors, what makes the difference, and what each would give; draws from
// `y` down and returns the y below it. Nothing for a case in which nobody disagrees.
float DrawConflict(Scene& scene, const Column& at, float y, const OpenCase& open);

}  // namespace tanggap::desk

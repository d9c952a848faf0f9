// Two who judged one complaint apart: what differs, side by side, and settling it.
#pragma once

#include "desk/screens/screens.h"

namespace tanggap::desk {

// Banner, what makes the difference, the table; returns the y below it. Nothing without a conflict.
float DrawConflict(Scene& scene, const Column& at, float y, const OpenCase& open);
// How the two came apart and met again, in the facts' column.
float DrawFork(Scene& scene, const Column& at, float y, const OpenCase& open);
// The right column's choices, reason and filled button; for whoever may not settle it, who may.
float DrawResolving(Scene& scene, const Column& at, float y, const CaseWork& work);

}  // namespace tanggap::desk

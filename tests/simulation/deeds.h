// What people do at a simulated desk: one lawful act on one case, as the screen would let them.
#pragma once

#include <optional>

#include "domain/draft.h"
#include "simulation/course.h"

namespace tanggap::simulation {

// A draft that the signed-in person may write about `id` now; nothing: there is none.
[[nodiscard]] std::optional<Draft> ChooseDeed(Course& course, DeskMachine& desk,
                                              const RecordId& id);

}  // namespace tanggap::simulation

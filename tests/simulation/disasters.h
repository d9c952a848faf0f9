// What befalls disks, clocks and the share: of each run one kind, beside the usual power cuts.
#pragma once

#include "simulation/course.h"

namespace tanggap::simulation {

// One step of the run's theme (Course::theme).
void Strike(Course& course);
// An altered, cut or deleted file on the share, with verify run at once: it must name it.
void Tamper(Course& course);

}  // namespace tanggap::simulation

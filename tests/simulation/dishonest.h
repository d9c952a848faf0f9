// A desk whose program was changed: what its person writes there against the rules, and how every
// other desk must take it.
#pragma once

#include "simulation/course.h"

namespace tanggap::simulation {

// Whoever is signed in at the dishonest desk writes something about this case that no honest
// program would write, if the case gives occasion. Into `lies` comes what was durable. False: it
// gave none. Throws StoreError.
bool TellLie(Course& course, DeskMachine& desk, const RecordId& id);

// The device acknowledges the last that it has of every kiosk, and what that is about to write,
// under hashes that nobody knows. Throws StoreError.
void AcknowledgeFalsely(Course& course, DeskMachine& desk);

// On every desk each lie is refused, and the case is as if it were a note. Throws Broken.
void CheckLies(Course& course);

}  // namespace tanggap::simulation

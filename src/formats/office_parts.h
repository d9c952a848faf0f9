// The tables of office.toml, one function each.
#pragma once

#include <string>
#include <vector>

#include "domain/office.h"
#include "formats/toml_table.h"

namespace tanggap::formats {

void ReadIdentity(Table& root, Office& office);  // names, letterhead, contact, zone
void ReadServices(Table& root, Office& office);  // services, counters, devices
void ReadHours(Table& root, Office& office);     // opening hours
// The week; the holiday files are named, not read.
std::vector<std::string> ReadCalendar(Table& root, Office& office);
void ReadDevices(Table& root, Office& office);    // panel, printer, scanner, intervals
void ReadPolicies(Table& root, Office& office);   // readings, duties, retention
void ReadSensitive(Table& root, Office& office);  // [aman]

}  // namespace tanggap::formats

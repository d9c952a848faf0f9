// What holds between the tables of a decree: known ids, one rule a cell, bounds that don't overlap.
#pragma once

#include <vector>

#include "domain/decree.h"
#include "formats/toml_table.h"

namespace tanggap::formats {

// The line of each entry, in the order of the decree's own lists.
struct DecreeLines {
  std::vector<int> aspects;
  std::vector<int> severities;
  std::vector<int> remedies;
  std::vector<int> measures;
  std::vector<int> facts;
  std::vector<int> cells;
  std::vector<int> triggers;
  std::vector<int> rules;
  int general = 0;
  int apology_outside = 0;
};

void CheckDecree(const Decree& decree, const DecreeLines& lines, ProblemList& problems);

}  // namespace tanggap::formats

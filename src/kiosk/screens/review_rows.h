// What the review says: every answer as it will be sent, in the visitor's words.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/page.h"

namespace tanggap::kiosk {

struct ReviewRow {
  const char* id;
  TextId label;
  std::string words;
  std::string detail;  // below the words, smaller: what completes the answer
  Station station;
  bool hidden_when_covered = false;
  bool story = false;    // the visitor's own sentences: as long as they like
  bool stacked = false;  // its label above it: an answer too long for its column
  bool typed = false;    // holds letters that somebody typed: a long word may be cut anywhere
};

// One row a step, in the order of the questions; in a sensitive office covered means every answer.
[[nodiscard]] std::vector<ReviewRow> ReviewRowsOf(const Page& page);

}  // namespace tanggap::kiosk

// A way through the kiosk as a file: tests/journeys/ways/*.drive. The words are the driver's own
// (src/ui/driver.h), so that the same file drives a real program; its first line names the office.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "journeys/play.h"

namespace tanggap::kiosk {

// One line: "tap next", "type sudah tujuh hari", "wait-screen review-0", "wait-text WORDS",
// "pass MS", "scan TEXT".
struct Step {
  int line = 0;
  std::string verb;
  std::string rest;
};

struct Way {
  std::string name;    // the file's, without ending
  std::string office;  // "# office: belitung"
  std::string ticket;  // "# ticket: delivered", what the code opens; empty: just received
  std::vector<Step> steps;
};

// Throws std::runtime_error with file and line for an unknown word.
[[nodiscard]] Way ReadWay(const std::filesystem::path& file);
[[nodiscard]] std::vector<Way> AllWays();

// Does one step; empty: done. Else what was wrong, naming file, line and the screen that stood.
[[nodiscard]] std::string Do(Play& play, const Way& way, const Step& step);
// The steps from `first` to the end.
[[nodiscard]] std::string DoFrom(Play& play, const Way& way, std::size_t first);
[[nodiscard]] std::string Where(const Play& play, const Way& way, const Step& step);

}  // namespace tanggap::kiosk

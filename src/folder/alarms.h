// What a tree tells of its devices that somebody has to look into: segments that have not arrived,
// and devices that wrote from two disks.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "folder/chain_walk.h"
#include "folder/tree.h"
#include "ledger/roster.h"

namespace tanggap {

// A device that has written in more than one life: a restored image, a cloned disk, a lost journal,
// or a stolen key. All branches are kept and read; somebody has to know which of these it was.
struct SecondLife {
  NodeId node;
  std::uint32_t epoch = 0;    // of the newest branch
  std::uint32_t segment = 0;  // where two branches part; 0: a new epoch began
  std::filesystem::file_time_type
      seen{};  // when the newest branch's first file came into this tree
  bool operator==(const SecondLife&) const = default;
};

struct Alarms {
  std::vector<Gap> gaps;  // the first of each chain
  std::vector<SecondLife> lives;
};

// Keep one for many rounds: it remembers the packs it has read. One owner.
class AlarmWatch {
 public:
  explicit AlarmWatch(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // By the names in `files`, the folder's tree; reads only files that may be packs. Throws
  // std::filesystem_error.
  [[nodiscard]] Alarms Look(const Tree& files, const Roster& roster);

 private:
  struct Branch;
  [[nodiscard]] const std::vector<std::string>& LinksOf(const std::string& path);

  std::filesystem::path folder_;
  std::map<std::string, std::vector<std::string>> links_;  // by path
};

// "kiosk-1 (k3…) wrote from two disks …", for a log or a terminal.
[[nodiscard]] std::string Describe(const SecondLife& life, const Roster& roster);
// Each of both kinds as one line.
[[nodiscard]] std::vector<std::string> Describe(const Alarms& alarms, const Roster& roster);

}  // namespace tanggap

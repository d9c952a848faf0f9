// The mirror: makes two copies of the tree hold the same files, one way then the other. It needs
// no database and no key, only the rules of names and the hashes inside the files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "domain/result.h"
#include "folder/node_file.h"

namespace tanggap {

struct MirrorRound {
  std::size_t sent = 0;      // files copied replica -> remote
  std::size_t received = 0;  // remote -> replica
  std::uint64_t sent_bytes = 0;
  std::uint64_t received_bytes = 0;
  std::size_t present = 0;        // there on both sides already
  std::size_t waiting = 0;        // not whole yet, or a box whose segment has not arrived
  std::size_t junk = 0;           // names that are not ours, links, pipes: ignored
  std::vector<Problem> problems;  // damaged files, named and left where they are
};

// Copies what is absent, after checking it, and reads every copy back; never deletes and never
// changes a whole file. A file that is truncated at its target and whole at its source is replaced.
// A kiosk sends everything of its own and receives rosters and desks' segments only.
// Throws std::filesystem_error when a side is missing or vanishes midway; what was copied until
// then is whole, and the next round goes on.
MirrorRound Mirror(const std::filesystem::path& replica, const std::filesystem::path& remote);

}  // namespace tanggap

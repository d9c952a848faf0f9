// Another life of this device: segments that its key signed and its journal doesn't know. They come
// from a disk image that was restored, a disk that was cloned, or a journal that was lost.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "ledger/roster.h"
#include "ports/journal.h"

namespace tanggap {

struct OtherLife {
  std::vector<std::string> files;    // newly found, verified; they stay where they are
  std::uint32_t greatest_epoch = 0;  // of everything that this device ever wrote, as far as known
  // The journal continues a chain that was continued elsewhere, or has none: it must open an epoch
  // after the greatest before it writes on. A chain under another nonce can't clash with ours.
  bool needs_epoch = false;
};

// Both branches are kept: the journal is the truth for what it wrote, the replica for what another
// life wrote, and mirrors carry both. Worker thread only; throws StoreError, std::filesystem_error.
class OtherLives {
 public:
  OtherLives(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId node);
  // Looks at the own months of the replica that changed since the last call; all at the first.
  [[nodiscard]] OtherLife Look(const Roster& roster);

 private:
  Journal& journal_;
  std::filesystem::path own_;
  OfficeId office_;
  NodeId node_;
  std::map<std::string, std::filesystem::file_time_type> seen_;  // months
  std::set<std::string> known_;                                  // files said before
};

}  // namespace tanggap

// The publisher: brings the journal's closed segments into this node's own directory of the
// replica.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "domain/time.h"
#include "ports/journal.h"

namespace tanggap {

struct PublishRound {
  std::size_t published = 0;
  std::vector<Problem> problems;  // a file of ours that holds other bytes
};

// Worker thread only. Throws StoreError (journal) and std::filesystem_error (replica).
class Publisher {
 public:
  Publisher(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId node);

  // Publishes what the journal closed and the replica lacks or holds in another size: of the last
  // three months before `today`. What is new goes out at once; whether what went out is still there
  // is looked up in every kLookEvery-th round, so that a resting kiosk doesn't ask the disk for
  // thousands of files every two seconds.
  PublishRound Round(Day today);
  static constexpr int kLookEvery = 30;

 private:
  struct Sizes {
    std::size_t segment = 0;
    std::size_t box = 0;  // 0: no record has a body
  };
  void PublishOne(const std::filesystem::path& directory, const std::string& name,
                  const std::string& bytes, PublishRound& round);

  Journal& journal_;
  std::filesystem::path replica_;
  OfficeId office_;
  NodeId node_;
  int rounds_ = 0;
  std::optional<std::pair<std::uint32_t, std::uint32_t>> done_;  // epoch and segments, all out
  std::map<std::string, Sizes> sizes_;  // of segments published in this run, by file name
};

}  // namespace tanggap

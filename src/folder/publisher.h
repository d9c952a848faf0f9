// The publisher: brings the journal's closed segments into this node's own directory of the
// replica, keeps them there, and takes their bodies away again when it is time.
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
  // three months before `today`, and at the start and with every new month also what is older and
  // was never published (a power cut right after closing, then a year in a store room; a clock that
  // was years behind): a gap would hold up everything after it. What is new goes out at once; in
  // every kLookEvery-th round (once a minute) it is looked up whether what went out is still there,
  // so that a resting kiosk doesn't ask the disk for thousands of files every two seconds; then
  // also one old file, of any month, is read and compared by its hash, and temporary files of a day
  // before are removed.
  PublishRound Round(Day today);
  static constexpr int kLookEvery = 30;

  // Drops bodies that a desk acknowledged on `until` or earlier, from journal and replica, at most
  // kMostPruned segments a call. Returns how many segments.
  std::size_t Prune(Day until);
  static constexpr std::size_t kMostPruned = 64;

  // Before segments are closed: one of records that waited for months (the power went before it
  // was closed, then a year in a store room) gets an old month, and is looked for like all others
  // of before.
  void LookFarBack() { looked_before_.reset(); }

  // After bodies were erased in the journal: the next round looks at every file anew.
  void LookAgain() { sizes_.clear(); }

 private:
  struct Sizes {
    std::size_t segment = 0;
    std::size_t box = 0;  // 0: no record has a body, or they were dropped
    int generation = 1;
  };
  // Of segments in months before `since`, those of which the replica has no file.
  void PublishMissing(Day since, PublishRound& round);
  [[nodiscard]] Sizes PublishSegment(const ClosedSegment& segment, PublishRound& round);
  void PublishOne(const std::filesystem::path& directory, const std::string& name,
                  const std::string& bytes, PublishRound& round);
  // Bodies of which some were erased: under the next generation, the ones before it go.
  [[nodiscard]] int PublishErased(const ClosedSegment& segment, const std::string& bytes,
                                  PublishRound& round);
  void RemoveBoxes(const ClosedSegment& segment, int below);
  void CheckOneOld(PublishRound& round);
  [[nodiscard]] std::filesystem::path DirectoryOf(const ClosedSegment& segment) const;

  Journal& journal_;
  std::filesystem::path replica_;
  OfficeId office_;
  NodeId node_;
  int rounds_ = 0;
  std::optional<Day> looked_before_;  // months before it were looked through in this run
  std::optional<std::pair<std::uint32_t, std::uint32_t>> done_;  // epoch and segments, all out
  std::map<std::string, Sizes> sizes_;  // of segments published in this run, by file name
  std::string checked_;                 // "202611/<name>": the last old file that was read
};

}  // namespace tanggap

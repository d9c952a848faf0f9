// Checks a whole central folder of one office: every byte, every chain, every gap; and says which
// newest files nothing else proves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"

namespace tanggap {

// One file below the office's directory, its name already parsed (folder/names does that).
enum class TreeFileKind { kRoster, kSegment, kBox, kBeat, kTemporary, kForeign };
struct TreeFile {
  TreeFileKind kind = TreeFileKind::kForeign;
  std::string path;   // as it is reported
  NodeId node;        // all but rosters
  std::string month;  // "202611", of segments and boxes
  std::uint32_t epoch = 0;
  std::string nonce;
  std::uint32_t number = 0;  // of the segment or roster
  std::string start;         // first 8 hex digits of its last hash
  int generation = 0;        // of boxes
  std::string fault;         // of kForeign: why it doesn't belong here; may be empty
};

// Gives a file's bytes; the caller's copy. A file beyond `max` bytes or not a regular one is a
// Problem.
class TreeBytes {
 public:
  virtual ~TreeBytes() = default;
  [[nodiscard]] virtual Result<std::string> Read(const TreeFile& file, std::size_t max) = 0;
};

// Something that proves a segment: a node's own journal, or an acknowledgement.
struct SegmentWitness {
  NodeId node;
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;
  std::string hash;  // 64 hex digits
  std::string by;    // for the message: "the journal FILE"
};

struct VerifyWish {
  OfficeId office;
  std::optional<std::string> root_fingerprint;
  std::vector<SegmentWitness> witnesses;
  // A kiosk's own replica: it takes no bodies of others, and drops its own once a desk has
  // acknowledged their segment. Such boxes may be absent whole.
  std::optional<NodeId> kiosk;
};

struct VerifyReport {
  std::vector<Problem> problems;         // file, line, reason; empty: whole
  std::vector<std::string> unwitnessed;  // newest files whose absence nothing would prove
  std::vector<std::string> temporary;    // being written, or left over
  // Both branches signed by the device itself: a restored image, a cloned disk, or a stolen key.
  std::vector<std::string> forks;
  std::string root_fingerprint;
  std::uint64_t rosters = 0;
  std::uint64_t segments = 0;
  std::uint64_t records = 0;
  std::uint64_t bodies = 0;
  std::uint64_t erased = 0;
  std::uint64_t pruned = 0;  // bodies that a kiosk's replica need not hold
};

// Never throws on content. `files` may come in any order.
[[nodiscard]] VerifyReport VerifyOffice(const VerifyWish& wish, std::vector<TreeFile> files,
                                        TreeBytes& bytes);

}  // namespace tanggap

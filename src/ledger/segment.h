// Segments: a node's records as a chain of signed files, and their bodies in boxes beside them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/result.h"
#include "formats/record_codec.h"
#include "ledger/hash.h"
#include "ledger/keys.h"
#include "ports/journal.h"

namespace tanggap {

inline constexpr std::size_t kMaxSegmentFile = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t kMaxSegmentRecords = 4096;
inline constexpr std::size_t kCloseRecords = 256;  // when a node closes a segment
inline constexpr std::size_t kCloseBytes = std::size_t{64} * 1024;

struct SegmentHeader {
  std::uint32_t epoch = 0;
  std::uint64_t first = 0;  // sequence of its first record
  NodeId node;
  std::string nonce;
  OfficeId office;
  std::string previous;      // 64 hex digits
  std::uint32_t roster = 0;  // number of the roster it was written under
  std::uint32_t number = 0;
  bool operator==(const SegmentHeader&) const = default;
};

struct SegmentRecord {
  RecordLine line;    // with node, epoch and sequence filled in
  std::string bytes;  // the line, without \n
};

// One verified segment.
struct Segment {
  SegmentHeader header;
  std::vector<SegmentRecord> records;
  std::string hash;  // last h, 64 hex digits
  Day day{};
};

// The two lines around `records`, chained from `header.previous` and signed.
[[nodiscard]] ClosedSegment CloseSegment(const SegmentHeader& header,
                                         std::span<const SealedRecord> records,
                                         const SigningKey& node);
// The bytes of the files; the box is empty when no record has a body.
[[nodiscard]] std::string SegmentBytes(const ClosedSegment& segment,
                                       std::span<const SealedRecord> records);
[[nodiscard]] std::string BoxBytes(std::span<const SealedRecord> records);

enum class ReadOutcome {
  kWhole,
  kIncomplete,   // ends before its end line: not yet arrived
  kDamaged,      // `problem` says where and why
  kUnknownNode,  // its roster has not arrived
};
struct SegmentReading {
  ReadOutcome outcome = ReadOutcome::kDamaged;
  std::vector<Segment> segments;  // of kWhole; 1..N
  Problem problem;
};

// Gives the public key of a node, or nothing for one that no roster names.
using NodeKeys = std::function<std::optional<PublicKey>(const NodeId&)>;

// Reads a .seg file of `office`: text, chain within, numbers, one day, signature of every segment.
// The caller compares node, epoch, number and `previous` of the first with its cursor (or Genesis).
// `bytes` must be a private copy. Never throws on content; memory is bounded by the file's size.
[[nodiscard]] SegmentReading ReadSegments(std::string_view bytes, const OfficeId& office,
                                          const NodeKeys& keys);

// Whether every end line is signed with `key` over the hash and count that it names; whether those
// are the lines' is another question. For who carries files and leaves reading to others: what a
// newer program wrote passes, too.
[[nodiscard]] bool EndsAreSigned(std::string_view bytes, const PublicKey& key);

// The bodies of a box, each matched with the hash in its record line.
struct BoxBody {
  std::size_t record = 0;  // index in the segment, or over all segments of the file
  SealedBody body;
};
struct BoxReading {
  bool whole = false;  // every line is good; missing ones are in `missing`
  std::vector<BoxBody> bodies;
  std::vector<std::pair<RecordId, BodyClass>> missing;  // named by the segment, not in the box
  Problem problem;
};
// Lines must come in the order of the segment's records and classes; others are refused.
[[nodiscard]] BoxReading ReadBox(std::string_view bytes, const Segment& segment);
// The box beside a file of several segments.
[[nodiscard]] BoxReading ReadBox(std::string_view bytes, std::span<const Segment> segments);

}  // namespace tanggap

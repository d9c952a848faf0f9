// The journal: what this node wrote (the truth until a desk acknowledges it), its chain of
// segments, and on a kiosk the states of tickets that desks published. Holds ciphertext only.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/record.h"
#include "domain/time.h"

namespace tanggap {

struct SealedBody {
  BodyClass body_class = BodyClass::kFacts;
  std::string line;  // the body line's exact bytes, without \n
  bool operator==(const SealedBody&) const = default;
};

// A record as bytes: what is stored, chained and published. Made by ledger/recorder.
struct SealedRecord {
  RecordId id;
  RecordType type = RecordType::kUnknown;
  Day day{};
  Hlc hlc;
  std::string line;  // the record line's exact bytes, without \n
  std::vector<SealedBody> bodies;
  bool operator==(const SealedRecord&) const = default;
};

// A closed segment: which records it holds and the two lines around them.
struct ClosedSegment {
  std::uint32_t epoch = 1;
  std::string nonce;         // 8 hex digits, one per epoch
  std::uint32_t number = 0;  // from 1 within the epoch
  std::uint64_t first = 0;   // sequence of the first record, from 1 within the epoch
  std::uint32_t count = 0;   // record lines
  Day day{};                 // of every record in it
  // "202611": its directory, never earlier than the one before it. The journal sets it, a caller's
  // value is ignored, so that a clock that went back can't hide a segment from readers.
  std::string month;
  std::string header_line;  // exact bytes, without \n
  std::string end_line;
  std::string hash;  // last h, 64 hex digits
  bool acknowledged = false;
  bool pruned = false;  // its bodies were dropped: a desk has them
  bool operator==(const ClosedSegment&) const = default;
};

// Where the chain stands: what the next segment continues.
struct ChainHead {
  std::uint32_t epoch = 0;  // 0: no epoch opened yet
  std::string nonce;
  std::uint32_t segments = 0;
  std::uint64_t records_closed = 0;   // in closed segments of this epoch
  std::uint64_t records_written = 0;  // including those not in a segment yet
  std::string hash;  // last h, or the epoch's genesis hash before the first segment
  Hlc last_hlc;
};

struct PublishedState {  // one pair of a `status` record
  std::string lookup;    // 32 hex digits
  Hlc hlc;
  std::string capsule;  // base64
  bool operator==(const PublishedState&) const = default;
};

// One owner, one thread at a time (the worker). Every function may throw StoreError.
class Journal {
 public:
  virtual ~Journal() = default;

  // All or nothing, in one transaction; durable when it returns. A record id that is already there
  // with the same line is a no-op, with another line a StoreError{kBroken}.
  // A failed commit is ambiguous (measured): the implementation reopens and looks before it throws.
  virtual void Append(std::span<const SealedRecord> records) = 0;
  [[nodiscard]] virtual bool Contains(const RecordId& id) = 0;
  [[nodiscard]] virtual ChainHead Head() = 0;

  // Opens an epoch (first start, restored disk). `genesis` is its chain's start hash, 64 hex
  // digits. Must be greater than the last one. Records in no segment yet move into it, so that
  // nothing acknowledged stays behind.
  virtual void OpenEpoch(std::uint32_t epoch, const std::string& nonce,
                         const std::string& genesis) = 0;
  // Records of the current epoch that are in no segment yet, oldest first.
  [[nodiscard]] virtual std::vector<SealedRecord> Unsegmented(std::size_t max) = 0;
  // Must continue the head (epoch, number, first, at most what is unsegmented), else kBroken.
  virtual void CloseSegment(const ClosedSegment& segment) = 0;
  // Segments whose directory's month is that of `since` or later, in chain order, for publishing
  // again.
  [[nodiscard]] virtual std::vector<ClosedSegment> SegmentsSince(Day since) = 0;
  [[nodiscard]] virtual std::vector<SealedRecord> RecordsOf(const ClosedSegment& segment) = 0;
  // A desk has segment `number` of `epoch` and, because they are chained, all before it. `on` is
  // the day from which their bodies' time runs; an earlier word for a segment keeps its day. False,
  // and nothing is changed: `hash` is not that segment's, or there is none (acknowledgements come
  // from other nodes).
  virtual bool Acknowledge(std::uint32_t epoch, std::uint32_t number, const std::string& hash,
                           Day on) = 0;
  // Drops the bodies of segments acknowledged on `until` or earlier, at most `max` segments; their
  // lines and hashes stay. Gives the segments it dropped. What nobody acknowledged is never
  // touched.
  virtual std::vector<ClosedSegment> DropBodies(Day until, std::size_t max) = 0;
  // Erases single bodies for ever, also from the write-ahead log. Gives how many were there.
  virtual std::size_t EraseBodies(std::span<const std::pair<RecordId, BodyClass>> bodies) = 0;

  // States of tickets: the greatest hlc wins.
  virtual void PutStates(std::span<const PublishedState> states) = 0;
  [[nodiscard]] virtual std::optional<PublishedState> FindState(const std::string& lookup) = 0;

  // Small settings of the node: cursors of what it has read, counters. Absent reads as "".
  [[nodiscard]] virtual std::string Setting(const std::string& name) = 0;
  virtual void SetSetting(const std::string& name, const std::string& value) = 0;

  // Bytes the journal's disk can still take; below the reserve a kiosk stops taking complaints.
  [[nodiscard]] virtual std::uint64_t FreeBytes() = 0;
  // Called when idle: folds the write-ahead log back (SQLite checkpoint).
  virtual void Tidy() = 0;
};

}  // namespace tanggap

// Collecting: reads what other nodes wrote from the local replica, verifies it, and hands it on, to
// the register at a desk and to the journal's ticket states at a kiosk.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/ids.h"
#include "domain/record.h"
#include "domain/result.h"
#include "ledger/roster.h"
#include "ledger/segment.h"
#include "ports/journal.h"
#include "ports/register.h"

namespace tanggap {

// "kiosk 3: segment 41 has not arrived": later ones are there and wait.
struct Gap {
  NodeId node;
  std::uint32_t epoch = 0;
  std::uint32_t segment = 0;  // the missing one
  bool operator==(const Gap&) const = default;
};

struct CollectRound {
  std::size_t segments = 0;  // read in this round
  std::size_t records = 0;   // new ones
  std::vector<Gap> gaps;
  std::vector<Problem> bad;  // files that don't verify, with the reason; left where they are
  bool more = false;         // the slice ended before everything was read: call again
};

// Opens one sealed body with what the signed-in person may read; nothing: it stays sealed.
using OpenSealed = std::function<std::optional<Body>(const RecordId& id, const std::string& type,
                                                     const SealedBody& body)>;

// Worker thread only. Throws StoreError and std::filesystem_error.
// A desk's: every node of the roster, itself included, into the register. Each segment is one
// transaction with its cursor. Identity bodies stay sealed always.
class DeskCollector {
 public:
  DeskCollector(Register& cases, std::filesystem::path replica, OfficeId office);
  // At most `max_segments` are read; `open` may be empty (nobody is signed in).
  CollectRound Round(const Roster& roster, const OpenSealed& open, std::size_t max_segments = 64);
  // Segments read since the start that this desk has not acknowledged in its own log are found by
  // comparing Register::Cursors() with its `ack` records.

 private:
  Register& cases_;
  std::filesystem::path replica_;
  OfficeId office_;
};

// A kiosk's: `status` records of the roster's desks into the journal's states, and their `ack`s of
// this node's segments, accepted only when the hash is our own chain's.
class KioskCollector {
 public:
  KioskCollector(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId self);
  CollectRound Round(const Roster& roster, std::size_t max_segments = 64);

 private:
  std::size_t Take(const Segment& segment);
  void TakeAcknowledgement(const Record& record);

  Journal& journal_;
  std::filesystem::path replica_;
  OfficeId office_;
  NodeId self_;
};

}  // namespace tanggap

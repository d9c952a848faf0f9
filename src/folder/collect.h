// Collecting: reads what other nodes wrote from the local replica, verifies it, and hands it on, to
// the register at a desk and to the journal's ticket states at a kiosk.
#pragma once

#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/ids.h"
#include "domain/record.h"
#include "domain/result.h"
#include "folder/chain_walk.h"
#include "ledger/erasures.h"
#include "ledger/roster.h"
#include "ledger/segment.h"
#include "ports/journal.h"
#include "ports/register.h"

namespace tanggap {

struct CollectRound {
  std::size_t segments = 0;  // read in this round
  std::size_t records = 0;   // new ones
  std::vector<Gap> gaps;
  std::vector<Fork> forks;  // below what was read: known from the round after
  // Files that don't verify, with the reason; left where they are. Line 0: not arrived, or not
  // whole.
  std::vector<Problem> bad;
  std::size_t lacking = 0;   // files whose bodies have not arrived
  std::size_t supplied = 0;  // bodies that had been lacking
  std::size_t erased = 0;    // bodies forgotten because an `erased` record names them
  bool more = false;         // the slice ended before everything was read: call again
};

// Opens one sealed body with what the signed-in person may read; nothing: it stays sealed.
using OpenSealed = std::function<std::optional<Body>(const RecordId& id, const std::string& type,
                                                     const SealedBody& body)>;

// Worker thread only. Throws StoreError and std::filesystem_error.
// A desk's: every node of the roster, itself included, into the register. Files are taken
// whole, some in one transaction with their cursors. Identity bodies stay sealed always. A segment
// whose bodies have not arrived is taken without them, so that it holds nothing up; they are
// supplied when they come.
class DeskCollector {
 public:
  // `writing`: whether records are written into the register on a thread of their own, while the
  // next files are opened (a first reading takes half the time), or in turn. Either way
  // one at a time, in order, and all of them when Round returns.
  DeskCollector(Register& cases, Journal& journal, std::filesystem::path replica, OfficeId office,
                std::launch writing = std::launch::async);
  // At most `max_segments` are read; `open` may be empty (nobody is signed in).
  CollectRound Round(const Roster& roster, const OpenSealed& open, std::size_t max_segments = 64);
  // A desk acknowledges a chain only while all its bodies are here.
  [[nodiscard]] bool LacksBodiesOf(const NodeId& node, std::uint32_t epoch) const;

 private:
  using File = std::pair<NodeId, FoundSegment>;
  void LearnErasures(CollectRound& round);
  void FindLacking(const Roster& roster);
  void SupplyBodies(const Roster& roster, const OpenSealed& open, CollectRound& round);
  // The arrivals of a file's segments; false: some of their bodies are not here.
  bool Arrivals(const FoundSegment& found, std::span<const Segment> segments,
                const OpenSealed& open, std::vector<Register::Arrival>& arrivals,
                std::vector<Problem>* bad) const;

  Register& cases_;
  Journal& journal_;
  std::filesystem::path replica_;
  OfficeId office_;
  std::launch writing_;
  ChainWalk walk_;
  Erasures erasures_;
  std::optional<std::uint64_t> learned_at_;  // the register's revision
  std::uint64_t applied_ = 0;                // the erasures' version
  std::map<std::filesystem::path, File> lacking_;
  std::set<std::pair<NodeId, std::uint32_t>> lacking_chains_;
  bool searched_ = false;
};

// A kiosk's: `status` records of the roster's desks into the journal's states, their `ack`s of this
// node's segments, accepted only when the hash is our own chain's, and their `erased` records.
class KioskCollector {
 public:
  KioskCollector(Journal& journal, std::filesystem::path replica, OfficeId office, NodeId self);
  // `today` is this device's own day, from which an acknowledged body's time runs.
  CollectRound Round(const Roster& roster, Day today, std::size_t max_segments = 64);
  // The newest day that a desk has written: whose clock decides with ours what is old enough.
  [[nodiscard]] std::optional<Day> NewestDeskDay();

 private:
  std::size_t Take(const Segment& segment, Day today, CollectRound& round);
  void Erase(const Record& record, CollectRound& round);

  Journal& journal_;
  OfficeId office_;
  NodeId self_;
  ChainWalk walk_;
};

}  // namespace tanggap

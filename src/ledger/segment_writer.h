// Closes segments: turns the journal's new records into signed, chained, publishable files.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/roster.h"
#include "ledger/segment.h"

namespace tanggap {

// Worker thread only. Functions may throw StoreError.
class SegmentWriter {
 public:
  // `close_after` is the office's segment_close_s; zero in tests.
  SegmentWriter(LedgerPorts ports, const NodeKey& key, std::uint32_t roster_number,
                std::chrono::seconds close_after);
  // Opens the first epoch of a new journal, or `at_least` where a restored disk must go beyond what
  // the folder already holds of this node. Nothing happens when the journal is there already.
  void OpenEpochIfNeeded(std::uint32_t at_least = 1);
  void UseRoster(std::uint32_t number) { roster_number_ = number; }

  // Closes one segment if 256 records or 64 KiB wait, the day changed, `close_after` has passed
  // since the first waiting record was seen, or `now` asks for it. Call until it returns nothing.
  [[nodiscard]] std::optional<ClosedSegment> CloseIfDue(bool now = false);

 private:
  LedgerPorts ports_;
  const NodeKey& key_;
  std::uint32_t roster_number_ = 0;
  std::chrono::milliseconds close_after_;
  std::optional<std::chrono::milliseconds> waiting_since_;
};

}  // namespace tanggap

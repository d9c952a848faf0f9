// What a device does about its own records: closes segments, publishes them into its replica, keeps
// them whole there, notices another life of itself, and says now and then how far it has come.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/time.h"
#include "folder/other_lives.h"
#include "folder/publisher.h"
#include "ledger/keys.h"
#include "ledger/recorder.h"
#include "ledger/roster.h"
#include "ledger/segment_writer.h"

namespace tanggap {

struct OwnChainWish {
  std::filesystem::path replica;
  Zone zone;
  std::chrono::seconds close_after{20};
};

struct OwnChainRound {
  std::vector<Problem> problems;    // files of ours that were found wrong
  std::vector<std::string> alarms;  // another life of this device: to be said loudly
};

// Worker thread only. Throws StoreError and std::filesystem_error.
class OwnChain {
 public:
  // The key must outlive it.
  OwnChain(LedgerPorts ports, const NodeKey& key, std::uint32_t roster_number, OwnChainWish wish);

  // Once at start, before anything is written: opens the first epoch, or one beyond everything that
  // this device is known to have written where the journal is behind (restored image, cloned disk,
  // lost journal). Both branches stay.
  [[nodiscard]] OwnChainRound Begin(const Roster& roster);
  // `now`: what waits goes into a segment at once.
  [[nodiscard]] OwnChainRound Round(const Roster& roster, bool now);
  // Drops own bodies 30 days after a desk acknowledged them. Time runs by this device's clock and
  // by the desks', whichever is behind: a clock gone wrong must not drop anything early.
  std::size_t Prune(std::optional<Day> newest_desk_day);
  static constexpr int kDaysKept = 30;
  // After bodies were erased in the journal.
  void LookAgain() { publisher_.LookAgain(); }

 private:
  void LookForOtherLives(const Roster& roster, OwnChainRound& round);
  void SendBeat();
  [[nodiscard]] Day Today() const;

  LedgerPorts ports_;
  const NodeKey& key_;
  OwnChainWish wish_;
  SegmentWriter writer_;
  Publisher publisher_;
  OtherLives lives_;
  std::optional<std::chrono::milliseconds> looked_at_;
  std::optional<std::chrono::milliseconds> beat_at_;
  int other_files_ = 0;
};

}  // namespace tanggap

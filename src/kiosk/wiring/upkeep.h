// What the worker does while nobody touches anything: segments, replica, states, the next code.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "folder/collect.h"
#include "folder/own_chain.h"
#include "folder/tree_watch.h"
#include "kiosk/session.h"
#include "kiosk/wiring/setting.h"
#include "ledger/recorder.h"
#include "platform/log.h"
#include "ports/clock.h"
#include "ports/journal.h"

namespace tanggap::kiosk {

// Worker thread only.
class Upkeep {
 public:
  Upkeep(const Setting& setting, LedgerPorts ports, Log& log);
  // Once at start, before anything is written. Throws StoreError.
  void Begin();
  // Seals to the reading keys of a newer roster as soon as one arrives.
  void Use(LedgerRecorder* recorder) { recorder_ = recorder; }
  // One round. A broken store comes back as StorageFailed; an unreachable folder is logged and
  // tried again, nothing waits for it.
  [[nodiscard]] std::optional<Event> Round();
  // Takes up what arrived in the folder, at once; the next round reports it. A folder that can't be
  // read is logged. Throws StoreError.
  void Look();
  // Once at the end: what is written goes into a segment now, not at the next start.
  void Finish();
  // The disk has no room for another complaint: no probe may say otherwise.
  [[nodiscard]] bool SpaceIsLow() const { return low_; }

 private:
  void Publish(bool now);
  void Say(const OwnChainRound& round);
  void SayGaps(const std::vector<Gap>& gaps);
  void Collect();
  void Complain(const std::string& line);

  const Setting& setting_;
  LedgerPorts ports_;
  Log& log_;
  Roster roster_;
  OwnChain own_;
  KioskCollector collector_;
  TreeWatch watch_;
  LedgerRecorder* recorder_ = nullptr;
  bool low_ = false;
  bool fresh_ = false;      // something new for ticket holders that no round has reported
  std::vector<Gap> gaps_;   // said already
  std::string complained_;  // the last line, so that a lasting fault is said once
  int rounds_ = 0;
};

}  // namespace tanggap::kiosk

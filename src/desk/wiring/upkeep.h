// What the worker does while nobody presses anything: segments, replica, register, states of
// tickets, acknowledgements.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "desk/effect_runner.h"
#include "desk/wiring/folder_watch.h"
#include "desk/wiring/setting.h"
#include "folder/collect.h"
#include "folder/own_chain.h"
#include "folder/tree_watch.h"
#include "ledger/recorder.h"
#include "ledger/sign_in.h"
#include "platform/log.h"
#include "storage/register.h"

namespace tanggap::desk {

struct UpkeepPorts {
  LedgerPorts ledger;
  SqliteRegister& cases;
  LedgerRecorder& recorder;
  LedgerSignIn& sign_in;
  std::launch writing = std::launch::async;  // DeskCollector's; deferred where runs must repeat
};

// Worker thread only.
class Upkeep {
 public:
  Upkeep(const Setting& setting, UpkeepPorts ports, Log& log);
  // Once at start, before anything is written. Throws StoreError.
  void Begin();
  // One round. Gives RecordsArrived when something new is there, StorageFailed when the store is
  // broken; an unreachable folder is logged and tried again, nothing waits for it.
  [[nodiscard]] std::optional<Event> Round();
  // Brings what was just written into replica and register. Throws StoreError.
  void Flush();
  // Once at the end, after the worker stopped: tickets must not wait for tomorrow's first round.
  void Finish();
  // The newest roster that it has met.
  [[nodiscard]] const Roster& TheRoster() const { return roster_; }
  // The runner folds with the roster's roles.
  void Use(EffectRunner* runner) { runner_ = runner; }
  // Hears of the folder whenever its state changed, also midway in a long reading.
  void Tell(std::function<void(Event)> tell) { tell_ = std::move(tell); }

 private:
  void Publish(bool now);
  void Collect();
  void TakeUpClocks();
  void Say(const OwnChainRound& round);
  void SayGaps(const std::vector<Gap>& gaps);
  void TellOfFolder(const CollectRound& round);
  void SayState();
  void LookForRoster();
  void PublishStates();
  void AcknowledgeSegments();
  void Complain(const std::string& line);

  const Setting& setting_;
  UpkeepPorts ports_;
  Log& log_;
  Roster roster_;
  FoldRules rules_;
  OwnChain own_;
  DeskCollector collector_;
  TreeWatch watch_;
  int collects_ = 0;
  FolderWatch others_;
  std::vector<Enrolled> people_;
  FolderState told_;
  std::function<void(Event)> tell_;
  EffectRunner* runner_ = nullptr;
  std::optional<std::chrono::milliseconds> states_at_;
  std::set<std::string> acknowledged_;  // hashes
  bool acknowledged_read_ = false;
  std::uint64_t revision_ = 0;
  std::vector<Gap> gaps_;   // said already
  std::string complained_;  // the last line, so that a lasting fault is said once
  int rounds_ = 0;
};

}  // namespace tanggap::desk

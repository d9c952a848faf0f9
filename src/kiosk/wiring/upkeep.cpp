#include "kiosk/wiring/upkeep.h"

#include <chrono>
#include <utility>

#include "folder/names.h"
#include "folder/rosters.h"
#include "ledger/roster_floor.h"
#include "ports/store_error.h"
#include "storage/journal.h"

namespace tanggap::kiosk {

Upkeep::Upkeep(const Setting& setting, LedgerPorts ports, Log& log)
    : setting_(setting),
      ports_(ports),
      log_(log),
      roster_(setting.roster),
      own_(ports, setting.key, setting.roster.number,
           {setting.replica, setting.context.office.zone,
            std::chrono::seconds{setting.context.office.intervals.segment_close_s}}),
      collector_(ports.journal, setting.replica, setting.key.Office(), setting.key.Id()),
      watch_(OfficeDirectory(setting.replica, setting.key.Office())) {}

void Upkeep::Begin() {
  Say(own_.Begin(roster_));
  low_ = ports_.journal.FreeBytes() < kReserveBytes;
}

void Upkeep::Say(const OwnChainRound& round) {
  for (const std::string& alarm : round.alarms)
    log_.Error(alarm);
  for (const Problem& problem : round.problems)
    Complain(Describe(problem));
}

void Upkeep::Complain(const std::string& line) {
  if (line == complained_) return;
  complained_ = line;
  log_.Warning(line);
}

void Upkeep::Publish(bool now) {
  Say(own_.Round(roster_, now));
}

void Upkeep::Finish() {
  Publish(true);
}

void Upkeep::Collect() {
  // A roster changes rarely; looking every round would read every file again.
  constexpr int kRosterRounds = 6;
  const bool look = rounds_++ % kRosterRounds == kRosterRounds - 1;
  if (look) {
    RosterReading rosters = ReadRosters(setting_.replica, setting_.key.Office(), setting_.key.root);
    if (rosters.newest && rosters.newest->number > roster_.number) {
      roster_ = *rosters.newest;
      if (const auto back = HoldRosterFloor(ports_.journal, roster_)) Complain(Describe(*back));
      if (recorder_ != nullptr) recorder_->UseRoster(roster_);
    }
  }
  // What rests costs one stat a directory, however many files the office has.
  if (!watch_.MayHaveChanged() && !look) return;
  const Day today = LocalDay(ports_.clock.Now(), setting_.context.office.zone);
  bool whole = true;
  CollectRound round;
  do {
    round = collector_.Round(roster_, today);
    fresh_ = fresh_ || round.records > 0;
    whole = whole && round.bad.empty() && round.gaps.empty() && round.lacking == 0;
    if (round.erased > 0) own_.LookAgain();
    for (const Problem& problem : round.bad)
      Complain(Describe(problem));
    SayGaps(round.gaps);
  } while (round.more);
  // A file that isn't whole yet may grow under its name: look again.
  if (whole) watch_.Seen();
}

void Upkeep::SayGaps(const std::vector<Gap>& gaps) {
  if (gaps == gaps_) return;
  gaps_ = gaps;
  for (const Gap& gap : gaps_)
    log_.Warning(Describe(gap, roster_));
}

void Upkeep::Look() try { Collect(); } catch (const std::filesystem::filesystem_error& error) {
  Complain(error.what());
}

std::optional<Event> Upkeep::Round() try {
  Publish(false);
  Collect();
  own_.Prune(collector_.NewestDeskDay());
  const bool low = ports_.journal.FreeBytes() < kReserveBytes;
  if (low != low_) {
    low_ = low;
    if (low) return StorageFailed{RecordId{}, Trouble::kFull};
    return StorageWell{};
  }
  if (std::exchange(fresh_, false)) return StatesArrived{};
  return std::nullopt;
} catch (const StoreError& error) {
  Complain(error.what());
  return StorageFailed{RecordId{},
                       error.Fault() == StoreFault::kFull ? Trouble::kFull : Trouble::kBroken};
} catch (const std::filesystem::filesystem_error& error) {
  Complain(error.what());
  return std::nullopt;
}

}  // namespace tanggap::kiosk

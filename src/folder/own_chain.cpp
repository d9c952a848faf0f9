#include "folder/own_chain.h"

#include <algorithm>
#include <utility>

#include "folder/beats.h"

namespace tanggap {
namespace {

constexpr std::chrono::minutes kLookEvery{1};
constexpr std::chrono::minutes kBeatEvery{10};
constexpr std::uint64_t kMiB = std::uint64_t{1} << 20U;

}  // namespace

OwnChain::OwnChain(LedgerPorts ports, const NodeKey& key, std::uint32_t roster_number,
                   OwnChainWish wish)
    : ports_(ports),
      key_(key),
      wish_(std::move(wish)),
      writer_(ports, key, roster_number, wish_.close_after),
      publisher_(ports.journal, wish_.replica, key.Office(), key.Id()),
      lives_(ports.journal, wish_.replica, key.Office(), key.Id()) {}

Day OwnChain::Today() const {
  return LocalDay(ports_.clock.Now(), wish_.zone);
}

OwnChainRound OwnChain::Begin(const Roster& roster) {
  OwnChainRound round;
  LookForOtherLives(roster, round);
  writer_.OpenEpochIfNeeded();
  return round;
}

void OwnChain::LookForOtherLives(const Roster& roster, OwnChainRound& round) {
  looked_at_ = ports_.clock.Monotonic();
  const bool new_journal = ports_.journal.Head().epoch == 0;
  const OtherLife life = lives_.Look(roster);
  if (life.files.empty()) return;
  other_files_ += static_cast<int>(life.files.size());
  if (life.needs_epoch) writer_.OpenEpochIfNeeded(life.greatest_epoch + 1);
  std::string alarm =
      new_journal
          ? "the journal is new, but this device has written before"
          : "this device's key wrote what its journal doesn't know (a restored image, or a cloned "
            "disk that runs elsewhere)";
  alarm += ": " + std::to_string(life.files.size()) + " segments, the last " + life.files.back() +
           "; all of them are kept";
  if (life.needs_epoch) {
    alarm += ", and this journal goes on in epoch " + std::to_string(ports_.journal.Head().epoch);
  }
  round.alarms.push_back(alarm);
}

OwnChainRound OwnChain::Round(const Roster& roster, bool now) {
  OwnChainRound round;
  const auto monotonic = ports_.clock.Monotonic();
  // Before a segment is closed: it must not continue what was continued elsewhere.
  if (!looked_at_ || monotonic - *looked_at_ >= kLookEvery) LookForOtherLives(roster, round);
  writer_.UseRoster(roster.number);
  // Asked before, for closing may fail and have happened all the same.
  const ChainHead head = ports_.journal.Head();
  if (head.records_written != head.records_closed) {
    const std::vector<SealedRecord> waiting = ports_.journal.Unsegmented(1);
    if (!waiting.empty() && waiting.front().day < Today() - std::chrono::months{1})
      publisher_.LookFarBack();
  }
  while (writer_.CloseIfDue(now)) {
  }
  round.problems = publisher_.Round(Today()).problems;
  if (!beat_at_ || monotonic - *beat_at_ >= kBeatEvery) {
    beat_at_ = monotonic;
    SendBeat();
  }
  return round;
}

void OwnChain::SendBeat() {
  const ChainHead head = ports_.journal.Head();
  Beat beat;
  beat.office = key_.Office();
  beat.node = key_.Id();
  beat.at_ms = ToMillis(ports_.clock.Now());
  beat.epoch = head.epoch;
  beat.nonce = head.nonce;
  beat.segment = head.segments;
  beat.hash = head.hash;
  beat.free_mib = static_cast<std::int64_t>(ports_.journal.FreeBytes() / kMiB);
  beat.lives = other_files_ > 0 ? 2 : 1;
  PublishBeat(wish_.replica, beat, key_.signing);
}

std::size_t OwnChain::Prune(std::optional<Day> newest_desk_day) {
  if (!newest_desk_day) return 0;
  const Day day = std::min(Today(), *newest_desk_day);
  return publisher_.Prune(std::chrono::sys_days{day} - std::chrono::days{kDaysKept});
}

}  // namespace tanggap

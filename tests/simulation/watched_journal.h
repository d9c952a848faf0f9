// A device's real journal behind its port, where bugs can be planted.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ports/journal.h"
#include "simulation/bugs.h"

namespace tanggap::simulation {

// Hands everything on. With a bug some calls are put off until the next other call, or changed.
class WatchedJournal final : public Journal {
 public:
  WatchedJournal(Journal& real, Bug bug) : real_(real), bug_(bug) {}

  void Append(std::span<const SealedRecord> records) override {
    if (bug_ == Bug::kTicketBeforeCommit) {
      CatchUp();
      put_off_ = [this, kept = std::vector<SealedRecord>(records.begin(), records.end())] {
        real_.Append(kept);
      };
      return;
    }
    Now().Append(records);
  }
  bool Contains(const RecordId& id) override { return Now().Contains(id); }
  ChainHead Head() override {
    ChainHead head = Now().Head();
    if (bug_ == Bug::kWallClock) head.last_hlc = {};
    return head;
  }
  void OpenEpoch(std::uint32_t epoch, const std::string& nonce,
                 const std::string& genesis) override {
    if (bug_ == Bug::kEpochKept && Now().Head().epoch > 0) return;
    Now().OpenEpoch(epoch, nonce, genesis);
  }
  std::vector<SealedRecord> Unsegmented(std::size_t max) override { return Now().Unsegmented(max); }
  void CloseSegment(const ClosedSegment& segment) override { Now().CloseSegment(segment); }
  std::vector<ClosedSegment> SegmentsSince(Day since) override {
    return Now().SegmentsSince(since);
  }
  std::vector<SealedRecord> RecordsOf(const ClosedSegment& segment) override {
    return Now().RecordsOf(segment);
  }
  bool Acknowledge(std::uint32_t epoch, std::uint32_t number, const std::string& hash,
                   Day on) override {
    if (bug_ == Bug::kAckUnchecked) {
      for (const ClosedSegment& segment : Now().SegmentsSince(Day{})) {
        if (segment.number == number) real_.Acknowledge(segment.epoch, number, segment.hash, on);
      }
      return true;
    }
    if (bug_ == Bug::kCursorBeforeStates) {
      late_.push_back([=, this] { real_.Acknowledge(epoch, number, hash, on); });
      return true;
    }
    return Now().Acknowledge(epoch, number, hash, on);
  }
  std::vector<ClosedSegment> DropBodies(Day until, std::size_t max) override {
    if (bug_ == Bug::kPruneBeforeAck) {
      for (const ClosedSegment& segment : Now().SegmentsSince(Day{}))
        real_.Acknowledge(segment.epoch, segment.number, segment.hash, segment.day);
    }
    return Now().DropBodies(until, max);
  }
  std::size_t EraseBodies(std::span<const std::pair<RecordId, BodyClass>> bodies) override {
    return Now().EraseBodies(bodies);
  }
  void PutStates(std::span<const PublishedState> states) override {
    if (bug_ == Bug::kCursorBeforeStates) {
      late_.push_back([this, kept = std::vector<PublishedState>(states.begin(), states.end())] {
        real_.PutStates(kept);
      });
      return;
    }
    Now().PutStates(states);
  }
  std::optional<PublishedState> FindState(const std::string& lookup) override {
    return Now().FindState(lookup);
  }
  std::string Setting(const std::string& name) override {
    if (bug_ == Bug::kHoldIgnored && name.starts_with("hold:")) return {};
    return Now().Setting(name);
  }
  void SetSetting(const std::string& name, const std::string& value) override {
    Now().SetSetting(name, value);
    if (bug_ == Bug::kCursorBeforeStates && name.starts_with("read:")) {
      // What was read goes in only after the cursor.
      for (const auto& act : std::exchange(late_, {}))
        act();
    }
  }
  std::uint64_t FreeBytes() override { return Now().FreeBytes(); }
  void Tidy() override { Now().Tidy(); }

 private:
  void CatchUp() {
    if (!put_off_) return;
    const auto act = std::exchange(put_off_, nullptr);
    act();
  }
  Journal& Now() {
    CatchUp();
    return real_;
  }

  Journal& real_;
  Bug bug_;
  std::function<void()> put_off_;
  std::vector<std::function<void()>> late_;
};

}  // namespace tanggap::simulation

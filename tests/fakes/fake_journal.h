// The journal in memory: the same promises as the SQLite one, without a disk.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "ports/journal.h"
#include "ports/store_error.h"

namespace tanggap {

class FakeJournal final : public Journal {
 public:
  std::optional<StoreFault> fail;  // every write throws this, until it is reset
  std::uint64_t free_bytes = std::uint64_t{1} << 34U;

  void Append(std::span<const SealedRecord> records) override {
    Check();
    if (epoch_ == 0) throw StoreError(StoreFault::kBroken, "no epoch is open");
    std::vector<SealedRecord> fresh;
    for (const SealedRecord& record : records) {
      const SealedRecord* known = Find(records_, record.id);
      if (known == nullptr) known = Find(fresh, record.id);
      if (known == nullptr) {
        fresh.push_back(record);
      } else if (known->line != record.line) {
        throw StoreError(StoreFault::kBroken, "another record has the id " + ToHex(record.id));
      }
    }
    records_.insert(records_.end(), fresh.begin(), fresh.end());
  }
  bool Contains(const RecordId& id) override { return Find(records_, id) != nullptr; }
  ChainHead Head() override {
    ChainHead head;
    head.epoch = epoch_;
    head.nonce = nonce_;
    head.hash = genesis_;
    for (const ClosedSegment& segment : segments_) {
      if (segment.epoch != epoch_) continue;
      ++head.segments;
      head.hash = segment.hash;
    }
    head.records_closed = closed_ - base_;
    head.records_written = records_.size() - base_;
    if (!records_.empty()) head.last_hlc = records_.back().hlc;
    return head;
  }

  void OpenEpoch(std::uint32_t epoch, const std::string& nonce,
                 const std::string& genesis) override {
    Check();
    if (epoch <= epoch_) throw StoreError(StoreFault::kBroken, "an epoch must be greater");
    epoch_ = epoch;
    nonce_ = nonce;
    genesis_ = genesis;
    base_ = closed_;
  }
  std::vector<SealedRecord> Unsegmented(std::size_t max) override {
    const std::size_t count = std::min(max, records_.size() - closed_);
    return Range(closed_, count);
  }
  void CloseSegment(const ClosedSegment& segment) override {
    Check();
    const ChainHead head = Head();
    if (segment.epoch != head.epoch || segment.nonce != head.nonce ||
        segment.number != head.segments + 1 || segment.first != head.records_closed + 1 ||
        segment.count == 0 || head.records_closed + segment.count > head.records_written) {
      throw StoreError(StoreFault::kBroken, "the segment does not continue the chain");
    }
    ClosedSegment closed = segment;
    closed.month = IsoDay(segment.day).substr(0, 4) + IsoDay(segment.day).substr(5, 2);
    if (!segments_.empty()) closed.month = std::max(closed.month, segments_.back().month);
    closed.acknowledged = false;
    starts_.push_back(closed_);
    segments_.push_back(closed);
    closed_ += segment.count;
  }
  std::vector<ClosedSegment> SegmentsSince(Day since) override {
    const std::string month = IsoDay(since).substr(0, 4) + IsoDay(since).substr(5, 2);
    std::vector<ClosedSegment> found;
    for (const ClosedSegment& segment : segments_) {
      if (segment.month >= month) found.push_back(segment);
    }
    return found;
  }
  std::vector<SealedRecord> RecordsOf(const ClosedSegment& segment) override {
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      if (segments_[i].epoch == segment.epoch && segments_[i].number == segment.number)
        return Range(starts_[i], segments_[i].count);
    }
    return {};
  }
  bool Acknowledge(std::uint32_t epoch, std::uint32_t number, const std::string& hash,
                   Day on) override {
    Check();
    const auto own = std::ranges::find_if(segments_, [&](const ClosedSegment& segment) {
      return segment.epoch == epoch && segment.number == number && segment.hash == hash;
    });
    if (own == segments_.end()) return false;
    for (std::size_t i = 0; i < segments_.size(); ++i) {
      ClosedSegment& segment = segments_[i];
      if (segment.epoch != epoch || segment.number > number || segment.acknowledged) continue;
      segment.acknowledged = true;
      acknowledged_on_[starts_[i]] = on;
    }
    return true;
  }
  std::vector<ClosedSegment> DropBodies(Day until, std::size_t max) override {
    Check();
    std::vector<ClosedSegment> dropped;
    for (std::size_t i = 0; i < segments_.size() && dropped.size() < max; ++i) {
      ClosedSegment& segment = segments_[i];
      const auto on = acknowledged_on_.find(starts_[i]);
      if (segment.pruned || on == acknowledged_on_.end() || on->second > until) continue;
      for (std::size_t at = 0; at < segment.count; ++at)
        records_[starts_[i] + at].bodies.clear();
      segment.pruned = true;
      dropped.push_back(segment);
    }
    return dropped;
  }
  std::size_t EraseBodies(std::span<const std::pair<RecordId, BodyClass>> bodies) override {
    Check();
    std::size_t erased = 0;
    for (const auto& [id, body_class] : bodies) {
      for (SealedRecord& record : records_) {
        if (record.id != id) continue;
        const BodyClass wanted = body_class;
        erased += std::erase_if(record.bodies,
                                [&](const SealedBody& body) { return body.body_class == wanted; });
      }
    }
    return erased;
  }

  void PutStates(std::span<const PublishedState> states) override {
    Check();
    for (const PublishedState& state : states) {
      const auto [held, added] = states_.try_emplace(state.lookup, state);
      if (!added && held->second.hlc < state.hlc) held->second = state;
    }
  }
  std::optional<PublishedState> FindState(const std::string& lookup) override {
    const auto found = states_.find(lookup);
    if (found == states_.end()) return std::nullopt;
    return found->second;
  }

  std::string Setting(const std::string& name) override {
    const auto found = settings_.find(name);
    return found == settings_.end() ? std::string{} : found->second;
  }
  void SetSetting(const std::string& name, const std::string& value) override {
    Check();
    settings_[name] = value;
  }

  std::uint64_t FreeBytes() override { return free_bytes; }
  void Tidy() override {}

 private:
  void Check() const {
    if (fail) throw StoreError(*fail, "the test's disk");
  }
  static const SealedRecord* Find(const std::vector<SealedRecord>& records, const RecordId& id) {
    const auto found = std::ranges::find(records, id, &SealedRecord::id);
    return found == records.end() ? nullptr : &*found;
  }
  [[nodiscard]] std::vector<SealedRecord> Range(std::size_t first, std::size_t count) const {
    const auto begin = records_.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
  }

  std::vector<SealedRecord> records_;  // in the order written, over all epochs
  std::vector<ClosedSegment> segments_;
  std::vector<std::size_t> starts_;             // beside segments_: index of the first record
  std::size_t closed_ = 0;                      // records in segments
  std::map<std::size_t, Day> acknowledged_on_;  // by the segment's start
  std::size_t base_ = 0;                        // records before this epoch
  std::uint32_t epoch_ = 0;
  std::string nonce_;
  std::string genesis_;
  std::map<std::string, PublishedState> states_;
  std::map<std::string, std::string> settings_;
};

}  // namespace tanggap

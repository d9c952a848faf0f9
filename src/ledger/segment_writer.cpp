// When and how a node closes its segments.
#include "ledger/segment_writer.h"

#include <algorithm>

namespace tanggap {

SegmentWriter::SegmentWriter(LedgerPorts ports, const NodeKey& key, std::uint32_t roster_number,
                             std::chrono::seconds close_after)
    : ports_(ports), key_(key), roster_number_(roster_number), close_after_(close_after) {}

void SegmentWriter::OpenEpochIfNeeded(std::uint32_t at_least) {
  const ChainHead head = ports_.journal.Head();
  if (head.epoch != 0 && head.epoch >= at_least) return;
  const std::uint32_t epoch = std::max({head.epoch + 1, at_least, 1U});
  std::array<std::uint8_t, 4> random{};
  ports_.randomness.Fill(random);
  const std::string nonce = ToHex(random);
  const Hash genesis = Genesis(key_.Office(), key_.Id(), epoch, nonce, key_.signing.Public());
  ports_.journal.OpenEpoch(epoch, nonce, ToHex(genesis));
}

std::optional<ClosedSegment> SegmentWriter::CloseIfDue(bool now) {
  const ChainHead head = ports_.journal.Head();
  if (head.records_written == head.records_closed) {
    waiting_since_.reset();
    return std::nullopt;
  }
  const std::vector<SealedRecord> waiting = ports_.journal.Unsegmented(kCloseRecords + 1);
  if (!waiting_since_) waiting_since_ = ports_.clock.Monotonic();
  // One day, at most 256 records and 64 KiB of lines (one longer line goes alone).
  std::size_t count = 0;
  std::size_t bytes = 0;
  for (const SealedRecord& record : waiting) {
    if (count == kCloseRecords || record.day != waiting.front().day) break;
    if (count > 0 && bytes + record.line.size() + 1 > kCloseBytes) break;
    bytes += record.line.size() + 1;
    ++count;
  }
  const bool full = count < waiting.size();
  const bool old = ports_.clock.Monotonic() - *waiting_since_ >= close_after_;
  if (!now && !full && !old) return std::nullopt;
  const std::span<const SealedRecord> records{waiting.data(), count};
  const SegmentHeader header{head.epoch,     head.records_closed + 1, key_.Id(),
                             head.nonce,     key_.Office(),           head.hash,
                             roster_number_, head.segments + 1};
  ClosedSegment segment = CloseSegment(header, records, key_.signing);
  ports_.journal.CloseSegment(segment);
  // What is left over was there already; it keeps waiting from now on.
  waiting_since_.reset();
  if (full) waiting_since_ = ports_.clock.Monotonic();
  return segment;
}

}  // namespace tanggap

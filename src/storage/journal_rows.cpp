#include "storage/journal_rows.h"

#include <algorithm>

namespace tanggap {

std::string WriteBodies(const std::vector<SealedBody>& bodies) {
  std::string text;
  for (const SealedBody& body : bodies) {
    text += static_cast<char>(body.body_class);
    text += body.line;
    text += '\n';
  }
  return text;
}

std::vector<SealedBody> ReadBodies(std::string_view text) {
  std::vector<SealedBody> bodies;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) {
      bodies.push_back(
          {static_cast<BodyClass>(text.front()), std::string(text.substr(1, end - 1))});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return bodies;
}

ClosedSegment ReadSegmentRow(Statement& row) {
  ClosedSegment segment;
  segment.epoch = static_cast<std::uint32_t>(row.NextNumber());
  segment.nonce = row.NextText();
  segment.number = static_cast<std::uint32_t>(row.NextNumber());
  segment.first = static_cast<std::uint64_t>(row.NextNumber());
  segment.count = static_cast<std::uint32_t>(row.NextNumber());
  segment.day = DayFromIso(row.NextText()).value_or(Day{});
  segment.month = row.NextText();
  segment.header_line = row.NextText();
  segment.end_line = row.NextText();
  segment.hash = row.NextText();
  segment.acknowledged = row.NextNumber() != 0;
  segment.pruned = row.NextNumber() != 0;
  return segment;
}

}  // namespace tanggap

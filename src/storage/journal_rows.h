// Rows of the journal as values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ports/journal.h"
#include "storage/database.h"

namespace tanggap {

// Bodies as one column: a line each, the class in front of it.
[[nodiscard]] std::string WriteBodies(const std::vector<SealedBody>& bodies);
[[nodiscard]] std::vector<SealedBody> ReadBodies(std::string_view text);

// Before a WHERE of segments; ReadSegmentRow takes what it selects.
inline constexpr const char* kSegmentColumns =
    "SELECT segment.epoch, epoch.nonce, segment.number, first, count, day, month, header_line,"
    " end_line, hash, acknowledged, pruned FROM segment JOIN epoch ON epoch.number = "
    "segment.epoch ";
[[nodiscard]] ClosedSegment ReadSegmentRow(Statement& row);

}  // namespace tanggap

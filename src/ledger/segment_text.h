// What writing and reading segments share.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/hash.h"
#include "ledger/segment.h"

namespace tanggap {

[[nodiscard]] std::string WriteSegmentHeader(const SegmentHeader& header);
// What a node signs: "tanggap/1/seg\0" | h | u32(n).
[[nodiscard]] Packed SegmentSignedBytes(const Hash& link, std::uint32_t records);

}  // namespace tanggap

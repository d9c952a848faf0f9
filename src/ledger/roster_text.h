// What writing and reading a roster share.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/hash.h"
#include "ledger/roster.h"

namespace tanggap {

[[nodiscard]] std::string KeyLabel(const ReadingKeyName& name);  // "c1"
// What is signed: "tanggap/1/ros\0" | h | u32(n).
[[nodiscard]] Packed RosterSignedBytes(const Hash& link, std::uint32_t lines);

}  // namespace tanggap

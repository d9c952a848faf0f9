// Hashes of the format: BLAKE2b-256, and the chain that runs through a node's lines.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "domain/ids.h"
#include "ledger/bytes.h"

namespace tanggap {

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash HashOf(ByteSpan bytes);
[[nodiscard]] inline Hash HashOf(std::string_view text) {
  return HashOf(AsBytes(text));
}
// The hash of a line (without its \n), 64 hex digits: how a record line names its bodies.
[[nodiscard]] std::string HexHashOf(std::string_view text);

// h = BLAKE2b-256(key "tanggap/1/rec", h | line | \n).
[[nodiscard]] Hash NextLink(const Hash& previous, std::string_view line);

// Where an epoch's chain starts: hash("tanggap/1/gen\0" LP(office) LP(node) u32(epoch) LP(nonce)
// pk).
[[nodiscard]] Hash Genesis(const OfficeId& office, const NodeId& node, std::uint32_t epoch,
                           std::string_view nonce, const std::array<std::uint8_t, 32>& public_key);

}  // namespace tanggap

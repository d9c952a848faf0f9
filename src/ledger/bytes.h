// Bytes as text and in what is hashed and signed: hex, base64, length prefixes. The encodings of
// docs/format.md and nothing else.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tanggap {

using ByteSpan = std::span<const std::uint8_t>;
using Bytes = std::vector<std::uint8_t>;

[[nodiscard]] inline ByteSpan AsBytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};  // NOLINT: same bytes.
}

[[nodiscard]] std::string ToHex(ByteSpan bytes);  // lower case
// Exactly 2 * out.size() lower-case digits.
[[nodiscard]] bool FromHex(std::string_view hex, std::span<std::uint8_t> out);
template <std::size_t Size>
[[nodiscard]] std::optional<std::array<std::uint8_t, Size>> ArrayFromHex(std::string_view hex) {
  std::array<std::uint8_t, Size> bytes{};
  if (!FromHex(hex, bytes)) return std::nullopt;
  return bytes;
}

[[nodiscard]] std::string ToBase64(ByteSpan bytes);  // RFC 4648 section 4, with padding
// Refuses everything that ToBase64 would not write for the same bytes.
[[nodiscard]] std::optional<Bytes> FromBase64(std::string_view text);

// Lower-case Crockford base32, most significant bit first, the first `symbols` symbols.
[[nodiscard]] std::string ToCrockford(ByteSpan bytes, std::size_t symbols);

// Builds what is hashed or signed.
class Packed {
 public:
  Packed& Raw(std::string_view text) {
    bytes_.append(text);
    return *this;
  }
  Packed& Raw(ByteSpan bytes) {
    bytes_.append(bytes.begin(), bytes.end());
    return *this;
  }
  Packed& Number(std::uint32_t number);     // u32, little endian
  Packed& Prefixed(std::string_view text);  // LP(x): u32 length, then the bytes
  [[nodiscard]] ByteSpan View() const { return AsBytes(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace tanggap

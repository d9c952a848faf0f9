// Encodings, by libsodium where it has them.
#include "ledger/bytes.h"

#include <sodium.h>

#include <algorithm>

namespace tanggap {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kSymbols = "0123456789abcdefghjkmnpqrstvwxyz";

}  // namespace

std::string ToHex(ByteSpan bytes) {
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const std::uint8_t byte : bytes) {
    hex += kHexDigits[byte >> 4U];
    hex += kHexDigits[byte & 15U];
  }
  return hex;
}

bool FromHex(std::string_view hex, std::span<std::uint8_t> out) {
  if (hex.size() != out.size() * 2) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto high = kHexDigits.find(hex[2 * i]);
    const auto low = kHexDigits.find(hex[2 * i + 1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return false;
    out[i] = static_cast<std::uint8_t>(high << 4U | low);
  }
  return true;
}

std::string ToBase64(ByteSpan bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // The terminating zero.
  return text;
}

std::optional<Bytes> FromBase64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  if (text.empty()) return Bytes{};  // libsodium wants a place to write to even for nothing
  Bytes bytes(text.size() / 4 * 3);
  std::size_t length = 0;
  const char* end = nullptr;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &length,
                        &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(length);
  return bytes;
}

std::string ToCrockford(ByteSpan bytes, std::size_t symbols) {
  std::string text;
  unsigned held = 0;
  unsigned bits = 0;
  for (const std::uint8_t byte : bytes) {
    held = held << 8U | byte;
    bits += 8;
    while (bits >= 5 && text.size() < symbols) {
      bits -= 5;
      text += kSymbols[held >> bits & 31U];
    }
    held &= (1U << bits) - 1U;
    if (text.size() == symbols) break;
  }
  return text;
}

Packed& Packed::Number(std::uint32_t number) {
  for (unsigned shift = 0; shift < 32; shift += 8)
    bytes_ += static_cast<char>(number >> shift & 0xFFU);
  return *this;
}

Packed& Packed::Prefixed(std::string_view text) {
  return Number(static_cast<std::uint32_t>(text.size())).Raw(text);
}

}  // namespace tanggap

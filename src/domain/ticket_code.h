// The ticket code: 11 random Crockford symbols and one check symbol over GF(32), K7QF-2M9D-XR47.
// It says nothing of volume or time, and every single wrong symbol or swap of two is caught.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tanggap {

inline constexpr std::size_t kCodeSymbols = 12;
inline constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

struct TicketCode {
  std::array<std::uint8_t, kCodeSymbols> symbols{};  // each 0..31

  auto operator<=>(const TicketCode&) const = default;
};

// The check symbol of 11 symbols: the i-th from the left weighs a^i, a = 2, field x^5+x^2+1.
[[nodiscard]] std::uint8_t CheckSymbol(std::span<const std::uint8_t, kCodeSymbols - 1> symbols);
// 11 symbols from 7 random bytes (55 bits) and their check symbol.
[[nodiscard]] TicketCode CodeFromRandom(std::span<const std::uint8_t, 7> bytes);

enum class CodeFault { kLength, kSymbol, kCheck };
struct CodeReading {
  std::optional<TicketCode> code;
  CodeFault fault = CodeFault::kLength;  // meaningful without a code
};
// As people and scanners give it: folds case, O to 0, I and L to 1, ignores dashes and spaces.
[[nodiscard]] CodeReading ReadCode(std::string_view text);
// A scan: "TANGGAP:" and the code, or an office's URL that ends in it.
[[nodiscard]] CodeReading ReadScan(std::string_view text, std::string_view status_url);

[[nodiscard]] std::string Compact(const TicketCode& code);  // K7QF2M9DXR47
[[nodiscard]] std::string Grouped(const TicketCode& code);  // K7QF-2M9D-XR47
// What the QR holds: "TANGGAP:K7QF2M9DXR47", or the URL with the code at its end.
[[nodiscard]] std::string QrText(const TicketCode& code, std::string_view status_url);

}  // namespace tanggap

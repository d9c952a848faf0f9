// Ticket codes: the check symbol, and reading what people and scanners give.
#include "domain/ticket_code.h"

#include <algorithm>

namespace tanggap {
namespace {

constexpr std::string_view kScanPrefix = "TANGGAP:";
// A code with every dash and space people put in is short; longer input is not a code.
constexpr std::size_t kLongestInput = 64;

constexpr std::uint8_t TimesA(std::uint8_t value) {
  const unsigned doubled = unsigned{value} << 1U;
  return static_cast<std::uint8_t>((doubled & 32U) != 0 ? (doubled ^ 0b100101U) : doubled);
}

char FoldCase(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::optional<std::uint8_t> SymbolOf(char c) {
  char folded = FoldCase(c);
  if (folded == 'O') folded = '0';
  if (folded == 'I' || folded == 'L') folded = '1';
  const auto at = kCrockford.find(folded);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint8_t>(at);
}

bool StartsWithFolded(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::ranges::equal(text.substr(0, prefix.size()), prefix,
                            [](char a, char b) { return FoldCase(a) == FoldCase(b); });
}

}  // namespace

std::uint8_t CheckSymbol(std::span<const std::uint8_t, kCodeSymbols - 1> symbols) {
  // Horner from the right: ((s11*a + s10)*a + … + s1)*a = sum of s_i * a^i.
  std::uint8_t sum = 0;
  for (std::size_t i = symbols.size(); i-- > 0;)
    sum = TimesA(static_cast<std::uint8_t>(sum ^ symbols[i]));
  return sum;
}

TicketCode CodeFromRandom(std::span<const std::uint8_t, 7> bytes) {
  std::uint64_t bits = 0;
  for (const std::uint8_t byte : bytes)
    bits = bits << 8U | byte;
  TicketCode code;
  for (std::size_t i = 0; i + 1 < kCodeSymbols; ++i) {
    code.symbols[i] = static_cast<std::uint8_t>(bits & 31U);
    bits >>= 5U;
  }
  code.symbols[kCodeSymbols - 1] = CheckSymbol(
      std::span<const std::uint8_t, kCodeSymbols - 1>{code.symbols.data(), kCodeSymbols - 1});
  return code;
}

CodeReading ReadCode(std::string_view text) {
  if (text.size() > kLongestInput) return {std::nullopt, CodeFault::kLength};
  TicketCode code;
  std::size_t count = 0;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    const auto symbol = SymbolOf(c);
    if (!symbol) return {std::nullopt, CodeFault::kSymbol};
    if (count == kCodeSymbols) return {std::nullopt, CodeFault::kLength};
    code.symbols[count++] = *symbol;
  }
  if (count != kCodeSymbols) return {std::nullopt, CodeFault::kLength};
  const auto check = CheckSymbol(
      std::span<const std::uint8_t, kCodeSymbols - 1>{code.symbols.data(), kCodeSymbols - 1});
  if (check != code.symbols[kCodeSymbols - 1]) return {std::nullopt, CodeFault::kCheck};
  return {code, CodeFault::kLength};
}

CodeReading ReadScan(std::string_view text, std::string_view status_url) {
  if (StartsWithFolded(text, kScanPrefix)) return ReadCode(text.substr(kScanPrefix.size()));
  if (!status_url.empty() && StartsWithFolded(text, status_url))
    return ReadCode(text.substr(status_url.size()));
  return {std::nullopt, CodeFault::kSymbol};
}

std::string Compact(const TicketCode& code) {
  std::string text;
  for (const std::uint8_t symbol : code.symbols)
    text += kCrockford[symbol & 31U];
  return text;
}

std::string Grouped(const TicketCode& code) {
  const std::string compact = Compact(code);
  return compact.substr(0, 4) + "-" + compact.substr(4, 4) + "-" + compact.substr(8, 4);
}

std::string QrText(const TicketCode& code, std::string_view status_url) {
  return std::string{status_url.empty() ? kScanPrefix : status_url} + Compact(code);
}

}  // namespace tanggap

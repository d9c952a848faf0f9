#include "domain/ticket_code.h"

#include <array>

#include "fakes/seeded_randomness.h"
#include "support/catch.h"

namespace tanggap {
namespace {

TicketCode Code(std::string_view text) {
  const auto reading = ReadCode(text);
  REQUIRE(reading.code);
  return *reading.code;
}

TEST_CASE("The check symbols are those of the format", "[domain][code]") {
  for (const char* whole : {"K7QF2M9DXR47", "0123456789AK", "ZZZZZZZZZZZK", "7G4V9TQH2KM4"})
    REQUIRE(Compact(Code(whole)) == whole);
}

TEST_CASE("People and scanners may write a code in many ways", "[domain][code]") {
  const TicketCode code = Code("K7QF2M9DXR47");
  for (const char* text : {"k7qf-2m9d-xr47", " K7QF 2M9D XR47 ", "K7Q-F2M9D--XR47"})
    REQUIRE(ReadCode(text).code == code);
  REQUIRE(Code("O123456789AK") == Code("0123456789AK"));
  REQUIRE(Code("oI23456789ak") == Code("0123456789AK"));
  REQUIRE(Code("0l23456789AK") == Code("0123456789AK"));
  REQUIRE(Grouped(code) == "K7QF-2M9D-XR47");
}

TEST_CASE("What is no code says why", "[domain][code]") {
  REQUIRE(ReadCode("").fault == CodeFault::kLength);
  REQUIRE(ReadCode("K7QF-2M9D-XR4").fault == CodeFault::kLength);
  REQUIRE(ReadCode("K7QF-2M9D-XR477").fault == CodeFault::kLength);
  REQUIRE(ReadCode(std::string(100'000, 'K')).fault == CodeFault::kLength);
  REQUIRE(ReadCode("K7QF-2M9D-XRU7").fault == CodeFault::kSymbol);
  REQUIRE(ReadCode("K7QF-2M9D-XR4\xc3").fault == CodeFault::kSymbol);
  REQUIRE(ReadCode("K7QF-2M9D-XR48").fault == CodeFault::kCheck);
}

TEST_CASE("Every single wrong symbol and every exchange of two is caught", "[domain][code]") {
  SeededRandomness randomness(3);
  std::size_t tried = 0;
  std::size_t missed = 0;
  const auto passes = [&](TicketCode code) {
    ++tried;
    if (ReadCode(Compact(code)).code) ++missed;
  };
  for (int round = 0; round < 210; ++round) {
    std::array<std::uint8_t, 7> bytes{};
    randomness.Fill(bytes);
    const TicketCode code = CodeFromRandom(bytes);
    REQUIRE(ReadCode(Compact(code)).code == code);
    for (std::size_t at = 0; at < kCodeSymbols; ++at) {
      for (std::uint8_t wrong = 0; wrong < 32; ++wrong) {
        TicketCode changed = code;
        changed.symbols[at] = wrong;
        if (changed != code) passes(changed);
      }
      for (std::size_t other = at + 1; other < kCodeSymbols; ++other) {
        TicketCode changed = code;
        std::swap(changed.symbols[at], changed.symbols[other]);
        if (changed != code) passes(changed);
      }
    }
  }
  REQUIRE(tried > 90'000);
  REQUIRE(missed == 0);
}

TEST_CASE("All 55 random bits are in a code", "[domain][code]") {
  const TicketCode none = CodeFromRandom(std::array<std::uint8_t, 7>{});
  int seen = 0;
  for (std::size_t bit = 0; bit < 56; ++bit) {
    std::array<std::uint8_t, 7> bytes{};
    bytes[bit / 8] = static_cast<std::uint8_t>(1U << (bit % 8));
    if (CodeFromRandom(bytes) != none) ++seen;
  }
  REQUIRE(seen == 55);
}

TEST_CASE("A scan holds the prefix or the office's address", "[domain][code]") {
  const TicketCode code = Code("K7QF2M9DXR47");
  REQUIRE(QrText(code, "") == "TANGGAP:K7QF2M9DXR47");
  REQUIRE(ReadScan("TANGGAP:K7QF2M9DXR47", "").code == code);
  REQUIRE(ReadScan("tanggap:k7qf-2m9d-xr47", "").code == code);
  const std::string page = "HTTPS://STATUS.EXAMPLE.GO.ID/T/";
  REQUIRE(QrText(code, page) == page + "K7QF2M9DXR47");
  REQUIRE(ReadScan(page + "K7QF2M9DXR47", page).code == code);
  REQUIRE_FALSE(ReadScan("https://elsewhere.example/K7QF2M9DXR47", page).code);
  REQUIRE_FALSE(ReadScan("K7QF2M9DXR47", "").code);
}

}  // namespace
}  // namespace tanggap

// Scans are told from typing, whole and without a key of theirs reaching a field.
#include "ui/wedge_filter.h"

#include <string_view>

#include "support/catch.h"

namespace tanggap::ui {
namespace {

constexpr int kEnter = 40;

struct Typist {
  WedgeFilter filter;
  std::int64_t now = 1000;
  std::string passed;
  std::vector<WedgeOutcome::Scan> scans;
  std::vector<char> symbols{0};  // by serial

  explicit Typist(WedgeRules rules = {}) : filter(std::move(rules)) {}

  void Take(const WedgeOutcome& outcome) {
    for (const auto serial : outcome.pass)
      passed += symbols[serial];
    scans.insert(scans.end(), outcome.scans.begin(), outcome.scans.end());
  }
  void Key(int scancode, bool shift, char symbol, std::int64_t gap) {
    now += gap;
    // The loop calls Tick when its deadline comes.
    if (filter.NextDeadline() >= 0 && filter.NextDeadline() <= now)
      Take(filter.Tick(filter.NextDeadline()));
    symbols.push_back(symbol);
    Take(filter.Feed({scancode, shift, now, symbols.size() - 1}));
  }
  void Type(std::string_view text, std::int64_t gap) {
    for (const char c : text) {
      for (int code = 4; code < 128; ++code)
        for (const bool shift : {false, true})
          if (UsSymbol(code, shift) == c && code < 84) {
            Key(code, shift, c, gap);
            code = 128;
            break;
          }
    }
  }
  void Wait(std::int64_t ms) {
    now += ms;
    Take(filter.Tick(now));
  }
};

}  // namespace

TEST_CASE("A scan at any scanner's speed is whole and types nothing", "[ui][wedge]") {
  const std::int64_t gap = GENERATE(0, 1, 8, 16, 30, 34);
  Typist typist;
  typist.Type("TANGGAP:K7QF2M9DXR47", gap);
  typist.Key(kEnter, false, '\n', gap);
  REQUIRE(typist.scans.size() == 1);
  CHECK(typist.scans[0].text == "TANGGAP:K7QF2M9DXR47");
  CHECK_FALSE(typist.scans[0].foreign);
  CHECK(typist.passed.empty());
}

TEST_CASE("Lower case, hyphens and a missing Enter change nothing", "[ui][wedge]") {
  Typist typist;
  typist.Type("tanggap:k7qf-2m9d-xr47", 10);
  CHECK(typist.scans.empty());
  typist.Wait(120);
  REQUIRE(typist.scans.size() == 1);
  CHECK(typist.scans[0].text == "TANGGAP:K7QF-2M9D-XR47");
}

TEST_CASE("The scanner's second line end is swallowed, a person's later Enter is not",
          "[ui][wedge]") {
  Typist typist;
  typist.Type("TANGGAP:K7QF2M9DXR47", 10);
  typist.Key(kEnter, false, '\n', 10);
  typist.Key(kEnter, false, '\n', 10);
  CHECK(typist.passed.empty());
  typist.Key(kEnter, false, '\n', 500);
  CHECK(typist.passed == "\n");
}

TEST_CASE("What a person types arrives whole and in order", "[ui][wedge]") {
  const std::int64_t gap = GENERATE(40, 83, 120, 250);
  Typist typist;
  const std::string text = "tanggapan: terlambat, http tidak terbuka; tt hh tanggap:";
  typist.Type(text, gap);
  typist.Wait(200);
  CHECK(typist.passed == text);
  CHECK(typist.scans.empty());
}

TEST_CASE("A letter that could begin a scan waits 80 ms at most", "[ui][wedge]") {
  Typist typist;
  typist.Type("t", 100);
  CHECK(typist.passed.empty());
  CHECK(typist.filter.NextDeadline() == typist.now + 80);
  typist.Wait(80);
  CHECK(typist.passed == "t");
  typist.Type("j", 100);
  CHECK(typist.passed == "tj");
}

TEST_CASE("The office's own address is a scan, another's is named foreign", "[ui][wedge]") {
  Typist typist(WedgeRules{.prefixes = {"TANGGAP:", "HTTPS://DINAS.EXAMPLE/T/"}});
  typist.Type("https://dinas.example/t/K7QF2M9DXR47", 8);
  typist.Key(kEnter, false, '\n', 8);
  typist.Type("https://toko.example/promo", 8);
  typist.Key(kEnter, false, '\n', 500);
  REQUIRE(typist.scans.size() == 1);
  CHECK_FALSE(typist.scans[0].foreign);
  Typist other;
  other.Type("https://toko.example/promo", 8);
  other.Key(kEnter, false, '\n', 8);
  REQUIRE(other.scans.size() == 1);
  CHECK(other.scans[0].foreign);
  CHECK(other.passed.empty());
}

TEST_CASE("A torn scan presses nothing, and the next key is a person's again", "[ui][wedge]") {
  Typist typist;
  typist.Type("TANGGAP:K7QF", 8);
  SECTION("a hand's key in its midst") {
    typist.Type(" ", 8);
    typist.Type("2M9DXR47", 8);
    typist.Key(kEnter, false, '\n', 8);
  }
  SECTION("it breaks off") {
    typist.Wait(200);
  }
  CHECK(typist.passed.empty());
  CHECK(typist.scans.empty());
  typist.Type("n", 300);
  CHECK(typist.passed == "n");
}

TEST_CASE("A scan with a symbol too few is still a scan", "[ui][wedge]") {
  Typist typist;
  typist.Type("TANGGAP:K7QF2M9DXR4", 8);
  typist.Key(kEnter, false, '\n', 8);
  REQUIRE(typist.scans.size() == 1);
  CHECK(typist.scans[0].text == "TANGGAP:K7QF2M9DXR4");
  CHECK(typist.passed.empty());
}

TEST_CASE("A scan right behind a person's word is still a scan", "[ui][wedge]") {
  Typist typist;
  typist.Type("catatan ", 150);
  typist.Type("TANGGAP:K7QF2M9DXR47", 12);
  typist.Key(kEnter, false, '\n', 12);
  CHECK(typist.passed == "catatan ");
  CHECK(typist.scans.size() == 1);
}

}  // namespace tanggap::ui

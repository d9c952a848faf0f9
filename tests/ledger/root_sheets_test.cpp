#include "ledger/root_sheets.h"

#include <algorithm>
#include <set>

#include "fakes/seeded_randomness.h"
#include "support/catch.h"

namespace tanggap {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::string Typed(const RootSheet& sheet) {
  std::string text;
  for (std::size_t i = 0; i < sheet.groups.size(); ++i) {
    if (i % 4 == 0) text += std::to_string(i / 4 + 1) + ": ";
    text += sheet.groups[i];
    text += i % 4 == 3 ? '\n' : ' ';
  }
  return text;
}

struct Set {
  explicit Set(std::uint64_t seed)
      : randomness(seed), root(SigningKey::Make(randomness)), sheets(SplitRoot(root, randomness)) {}
  SeededRandomness randomness;
  SigningKey root;
  std::array<RootSheet, 3> sheets;
};

TEST_CASE("Any two of three sheets restore the root, in any order", "[ledger][root-sheets]") {
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const Set set(seed);
    for (std::size_t one = 0; one < 3; ++one) {
      for (std::size_t other = 0; other < 3; ++other) {
        const auto root = JoinRoot(set.sheets[one], set.sheets[other]);
        REQUIRE(root.Ok() == (one != other));
        if (root.Ok()) REQUIRE(root.Value().Public() == set.root.Public());
      }
    }
  }
}

TEST_CASE("One sheet tells nothing: the same one fits every root", "[ledger][root-sheets]") {
  // Two roots of one set of random bytes: sheet 1 (A+B) says the same of both but for the mark.
  SeededRandomness first(5);
  SeededRandomness second(5);
  SeededRandomness roots(9);
  const SigningKey one = SigningKey::Make(roots);
  const SigningKey other = SigningKey::Make(roots);
  const RootSheet a = SplitRoot(one, first)[0];
  const RootSheet b = SplitRoot(other, second)[0];
  constexpr std::size_t kMarkGroups = 2;
  REQUIRE(
      std::equal(a.groups.begin() + kMarkGroups, a.groups.end(), b.groups.begin() + kMarkGroups));
  REQUIRE_FALSE(JoinRoot(a, a));
}

TEST_CASE("A sheet is read as people type it, or as its QR says it", "[ledger][root-sheets]") {
  const Set set(1);
  const RootSheet& sheet = set.sheets[1];
  std::string typed = Typed(sheet);
  std::ranges::transform(typed, typed.begin(), [](char c) {
    return c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
  });
  // "l:" in front of the first line is no group.
  typed.replace(0, 2, "1:");
  for (const std::string& text : {Typed(sheet), typed, QrTextOf(sheet), QrTextOf(sheet) + "\r\n"}) {
    const auto read = ReadRootSheet(text, "sheet");
    INFO(text);
    REQUIRE(read);
    REQUIRE(read.Value().number == 2);
    REQUIRE(read.Value().groups == sheet.groups);
  }
}

TEST_CASE("Every wrong symbol of a sheet is refused, and its group is named",
          "[ledger][root-sheets][hostile]") {
  const Set set(3);
  for (const RootSheet& sheet : set.sheets) {
    for (std::size_t group = 0; group < sheet.groups.size(); ++group) {
      for (std::size_t at = 0; at < 5; ++at) {
        for (const char symbol : kSymbols) {
          if (symbol == sheet.groups[group][at]) continue;
          RootSheet changed = sheet;
          changed.groups[group][at] = symbol;
          const auto read = ReadRootSheet(Typed(changed), "sheet");
          if (read) FAIL("accepted in group " << group + 1);
          if (read.Problems().front().message.find("group " + std::to_string(group + 1)) ==
              std::string::npos)
            FAIL("not named: " << read.Problems().front().message);
        }
      }
    }
  }
}

TEST_CASE("Exchanged groups and neighbouring symbols are refused",
          "[ledger][root-sheets][hostile]") {
  const Set set(4);
  const RootSheet& sheet = set.sheets[0];
  for (std::size_t one = 0; one < kSheetGroups; ++one) {
    for (std::size_t other = one + 1; other < kSheetGroups; ++other) {
      RootSheet changed = sheet;
      std::swap(changed.groups[one], changed.groups[other]);
      if (sheet.groups[one] != sheet.groups[other] && ReadRootSheet(Typed(changed), "sheet"))
        FAIL("accepted with " << one << " and " << other << " exchanged");
    }
    for (std::size_t at = 0; at + 1 < 5; ++at) {
      RootSheet changed = sheet;
      std::swap(changed.groups[one][at], changed.groups[one][at + 1]);
      if (changed.groups[one] != sheet.groups[one] && ReadRootSheet(Typed(changed), "sheet"))
        FAIL("accepted with symbols exchanged in group " << one);
    }
  }
}

TEST_CASE("Too much, too little, and foreign signs are refused with a reason",
          "[ledger][root-sheets][hostile]") {
  const Set set(6);
  const std::string whole = Typed(set.sheets[2]);
  for (std::size_t length = 0; length + 1 < whole.size(); ++length) {
    const auto read = ReadRootSheet(whole.substr(0, length), "sheet");
    if (read) FAIL("accepted " << length << " signs");
  }
  CHECK_FALSE(ReadRootSheet(whole + "7", "sheet"));
  CHECK_FALSE(ReadRootSheet(whole + "?", "sheet"));
  CHECK_FALSE(ReadRootSheet("", "sheet"));
}

TEST_CASE("Sheets of different sets or roots don't join", "[ledger][root-sheets]") {
  Set set(7);
  const Set other(8);
  CHECK_FALSE(JoinRoot(set.sheets[0], other.sheets[1]));
  // Another printing of the same root has other shares.
  const auto again = SplitRoot(set.root, set.randomness);
  for (std::size_t one = 0; one < 3; ++one) {
    for (std::size_t two = 0; two < 3; ++two) {
      if (one != two) CHECK_FALSE(JoinRoot(set.sheets[one], again[two]));
    }
  }
}

}  // namespace
}  // namespace tanggap

// The office's root on paper: three sheets of which any two restore it and one alone tells nothing.
// The seed is the XOR of three shares A, B and C; the sheets hold A+B, B+C and A+C.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.h"
#include "ledger/keys.h"
#include "ports/randomness.h"

namespace tanggap {

// One sheet as people type it: groups of five symbols, the last of each a check symbol that also
// knows the group's place, so that a wrong, moved or exchanged one is named.
struct RootSheet {
  int number = 1;                   // 1: A+B, 2: B+C, 3: A+C
  std::vector<std::string> groups;  // kSheetGroups; the first two name the sheet and the seed
};
inline constexpr std::size_t kSheetGroups = 28;

[[nodiscard]] std::array<RootSheet, 3> SplitRoot(const SigningKey& root, Randomness& randomness);
// What the QR of a sheet says: "TANGGAP-ROOT:" and all groups.
[[nodiscard]] std::string QrTextOf(const RootSheet& sheet);
// What was typed or scanned: folds case, O to 0, I and L to 1; passes over dashes, spaces, line
// ends, and the numbers in front of lines ("3:"). `name` stands in the Problem, which says which
// group is wrong.
[[nodiscard]] Result<RootSheet> ReadRootSheet(std::string_view text, const std::string& name);

// The root from two different sheets of one set. A Problem when they are the same, of other sets,
// or don't give the seed that they name.
[[nodiscard]] Result<SigningKey> JoinRoot(const RootSheet& one, const RootSheet& other);

}  // namespace tanggap

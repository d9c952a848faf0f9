// Splitting a seed over three sheets, and putting it together again.
#include "ledger/root_sheets.h"

#include <sodium.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "ledger/hash.h"
#include "ledger/secret.h"

namespace tanggap {
namespace {

constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kQrPrefix = "TANGGAP-ROOT:";
constexpr std::size_t kDataOfGroup = 4;
constexpr std::size_t kHeadSymbols = 8;    // sheet number, and 7 of the seed's hash
constexpr std::size_t kShareSymbols = 52;  // 256 bits and 4 of zero
constexpr std::size_t kDataSymbols = kHeadSymbols + 2 * kShareSymbols;
static_assert(kDataSymbols == kSheetGroups * kDataOfGroup);

using Symbols = std::vector<std::uint8_t>;

std::uint8_t TimesA(std::uint8_t value) {
  const unsigned doubled = unsigned{value} << 1U;
  return static_cast<std::uint8_t>((doubled & 32U) != 0 ? (doubled ^ 0b100101U) : doubled);
}

// As a ticket's check symbol (GF(32), weights a^1 to a^4), and the group's place added with weight
// a^5: no other symbol, no exchange of two, and no other place gives the same.
std::uint8_t CheckOf(std::span<const std::uint8_t> group, std::size_t place) {
  auto sum = static_cast<std::uint8_t>(place & 31U);
  for (std::size_t i = group.size() + 1; i-- > 0;) {
    sum = TimesA(sum);
    if (i > 0) sum = static_cast<std::uint8_t>(sum ^ group[i - 1]);
  }
  return sum;
}

void PutBits(Symbols& symbols, ByteSpan bytes, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    std::uint8_t symbol = 0;
    for (std::size_t bit = i * 5; bit < i * 5 + 5; ++bit) {
      const bool set = bit / 8 < bytes.size() && (bytes[bit / 8] >> (7 - bit % 8) & 1U) != 0;
      symbol = static_cast<std::uint8_t>(symbol << 1U | (set ? 1U : 0U));
    }
    symbols.push_back(symbol);
  }
}

void TakeBits(std::span<const std::uint8_t> symbols, std::span<std::uint8_t> bytes) {
  std::ranges::fill(bytes, std::uint8_t{0});
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    if ((symbols[bit / 5] >> (4 - bit % 5) & 1U) != 0)
      bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] | 1U << (7 - bit % 8));
  }
}

// "the first 4 bytes of the seed's hash", as they stand on every sheet of a set.
Symbols MarkOf(const Secret& seed) {
  const Hash hash = HashOf(ByteSpan{seed.Bytes()});
  Symbols mark;
  PutBits(mark, ByteSpan{hash}.first(4), kHeadSymbols - 1);
  return mark;
}

Symbols DataOf(const RootSheet& sheet) {
  Symbols data;
  for (const std::string& group : sheet.groups) {
    for (std::size_t i = 0; i < kDataOfGroup; ++i)
      data.push_back(static_cast<std::uint8_t>(kSymbols.find(group[i])));
  }
  return data;
}

// Which shares a sheet holds: 0 A, 1 B, 2 C.
std::array<std::size_t, 2> SharesOf(int sheet) {
  if (sheet == 1) return {0, 1};
  if (sheet == 2) return {1, 2};
  return {0, 2};
}

RootSheet SheetOf(int number, const Symbols& mark, const Secret& first, const Secret& second) {
  Symbols data{static_cast<std::uint8_t>(number)};
  data.insert(data.end(), mark.begin(), mark.end());
  PutBits(data, first.Bytes(), kShareSymbols);
  PutBits(data, second.Bytes(), kShareSymbols);
  RootSheet sheet{number, {}};
  for (std::size_t place = 0; place < kSheetGroups; ++place) {
    const auto group = std::span{data}.subspan(place * kDataOfGroup, kDataOfGroup);
    std::string text;
    for (const std::uint8_t symbol : group)
      text += kSymbols[symbol];
    text += kSymbols[CheckOf(group, place)];
    sheet.groups.push_back(std::move(text));
  }
  Wipe(data);
  return sheet;
}

std::optional<char> Folded(char c) {
  char folded = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (folded == 'O') folded = '0';
  if (folded == 'I' || folded == 'L') folded = '1';
  if (kSymbols.find(folded) == std::string_view::npos) return std::nullopt;
  return folded;
}

bool IsBetween(char c) {
  return c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t';
}

// The text without the QR's prefix and without "3:" in front of lines.
std::string WithoutNumbers(std::string_view text) {
  std::string kept;
  std::size_t line = 0;
  if (const auto prefix = text.find(kQrPrefix); prefix != std::string_view::npos)
    text.remove_prefix(prefix + kQrPrefix.size());
  while (line <= text.size()) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    std::string_view words = text.substr(line, end - line);
    if (const auto colon = words.find(':'); colon != std::string_view::npos && colon <= 3)
      words.remove_prefix(colon + 1);
    kept += words;
    kept += '\n';
    line = end + 1;
  }
  return kept;
}

}  // namespace

std::array<RootSheet, 3> SplitRoot(const SigningKey& root, Randomness& randomness) {
  std::array<Secret, 3> shares;
  randomness.Fill(shares[0].Bytes());
  randomness.Fill(shares[1].Bytes());
  for (std::size_t i = 0; i < Secret::kSize; ++i) {
    shares[2].Bytes()[i] = static_cast<std::uint8_t>(root.Seed().Bytes()[i] ^ shares[0].Bytes()[i] ^
                                                     shares[1].Bytes()[i]);
  }
  const Symbols mark = MarkOf(root.Seed());
  std::array<RootSheet, 3> sheets;
  for (int number = 1; number <= 3; ++number) {
    const auto [first, second] = SharesOf(number);
    sheets[static_cast<std::size_t>(number - 1)] =
        SheetOf(number, mark, shares[first], shares[second]);
  }
  return sheets;
}

std::string QrTextOf(const RootSheet& sheet) {
  std::string text{kQrPrefix};
  for (const std::string& group : sheet.groups)
    text += group;
  return text;
}

Result<RootSheet> ReadRootSheet(std::string_view text, const std::string& name) {
  std::string symbols;
  for (const char c : WithoutNumbers(text)) {
    if (IsBetween(c)) continue;
    const auto folded = Folded(c);
    const std::size_t group = symbols.size() / (kDataOfGroup + 1) + 1;
    if (!folded) {
      return Problem{name, 0,
                     std::string{"'"} + c + "' in group " + std::to_string(group) +
                         " is no symbol of a sheet; type that group again"};
    }
    symbols += *folded;
  }
  constexpr std::size_t kAll = kSheetGroups * (kDataOfGroup + 1);
  if (symbols.size() != kAll) {
    return Problem{name, 0,
                   "has " + std::to_string(symbols.size()) + " symbols; a sheet has " +
                       std::to_string(kAll) + " (28 groups of five): look for one left out"};
  }
  RootSheet sheet;
  for (std::size_t place = 0; place < kSheetGroups; ++place) {
    std::string group = symbols.substr(place * (kDataOfGroup + 1), kDataOfGroup + 1);
    std::array<std::uint8_t, kDataOfGroup> data{};
    for (std::size_t i = 0; i < kDataOfGroup; ++i)
      data[i] = static_cast<std::uint8_t>(kSymbols.find(group[i]));
    if (group.back() != kSymbols[CheckOf(data, place)]) {
      return Problem{name, 0,
                     "group " + std::to_string(place + 1) + " (" + group +
                         ") is not what the sheet says; type that group again"};
    }
    sheet.groups.push_back(std::move(group));
  }
  const auto number = kSymbols.find(sheet.groups.front().front());
  if (number < 1 || number > 3)
    return Problem{name, 0, "group 1 doesn't begin with the number of a sheet, 1, 2 or 3"};
  sheet.number = static_cast<int>(number);
  Wipe(symbols);
  return sheet;
}

Result<SigningKey> JoinRoot(const RootSheet& one, const RootSheet& other) {
  const std::string names =
      "sheets " + std::to_string(one.number) + " and " + std::to_string(other.number);
  if (one.number == other.number)
    return Problem{names, 0, "are the same sheet; two different ones of a set are needed"};
  std::array<std::optional<Secret>, 3> shares;
  std::array<Symbols, 2> marks;
  std::size_t at = 0;
  bool same = true;
  for (const RootSheet* sheet : {&one, &other}) {
    Symbols data = DataOf(*sheet);
    marks[at++].assign(data.begin() + 1, data.begin() + kHeadSymbols);
    const auto holds = SharesOf(sheet->number);
    for (std::size_t i = 0; i < holds.size(); ++i) {
      Secret share;
      TakeBits(std::span{data}.subspan(kHeadSymbols + i * kShareSymbols, kShareSymbols),
               share.Bytes());
      std::optional<Secret>& place = shares[holds[i]];
      if (place && sodium_memcmp(place->data(), share.data(), Secret::kSize) != 0) same = false;
      place.emplace(std::move(share));
    }
    Wipe(data);
  }
  if (!same || marks[0] != marks[1])
    return Problem{names, 0, "are of different sets; take both from one printing"};
  Secret seed;
  for (const std::optional<Secret>& share : shares) {
    for (std::size_t i = 0; i < Secret::kSize; ++i)
      seed.Bytes()[i] = static_cast<std::uint8_t>(seed.Bytes()[i] ^ share->Bytes()[i]);
  }
  if (MarkOf(seed) != marks[0])
    return Problem{names, 0, "don't give the root that they name; read both again"};
  return SigningKey{std::move(seed)};
}

}  // namespace tanggap

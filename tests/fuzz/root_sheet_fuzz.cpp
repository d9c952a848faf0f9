// The root's paper sheets as somebody types them back: groups, check symbols, and two joined.
#include <array>
#include <string>

#include "fakes/seeded_randomness.h"
#include "fuzz/fuzz.h"
#include "ledger/root_sheets.h"
#include "ledger/secret.h"

using namespace tanggap;

namespace {

struct Set {
  SigningKey root;
  std::array<RootSheet, 3> sheets;
};

const Set& TheSet() {
  static const Set set = [] {
    SeededRandomness randomness(3);
    SigningKey root = SigningKey::Make(randomness);
    std::array<RootSheet, 3> sheets = SplitRoot(root, randomness);
    return Set{std::move(root), std::move(sheets)};
  }();
  return set;
}

// A sheet with symbols exchanged, as hands do: pairs of a place and a symbol.
std::string Mistyped(const RootSheet& sheet, std::string_view mistakes) {
  constexpr std::string_view kSymbols = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  std::string text;
  for (const std::string& group : sheet.groups)
    text += group;
  while (mistakes.size() >= 2) {
    const std::size_t place = static_cast<unsigned char>(mistakes[0]) % text.size();
    text[place] = kSymbols[static_cast<unsigned char>(mistakes[1]) % kSymbols.size()];
    mistakes.remove_prefix(2);
  }
  return text;
}

void Join(const RootSheet& sheet, bool genuine) {
  for (const RootSheet& other : TheSet().sheets) {
    const Result<SigningKey> joined = JoinRoot(sheet, other);
    fuzz::RequireReason(joined, "sheets");
    fuzz::Require(!genuine || sheet.number == other.number || joined.Ok(),
                  "two sheets of a set give the root");
    fuzz::Require(!joined.Ok() || joined.Value().Public() == TheSet().root.Public(),
                  "a sheet of the set gives its root or none");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  std::string_view bytes = fuzz::TextOf(data, size);
  const unsigned which = fuzz::TakeChoice(bytes, 4);
  const bool genuine = which < 3;
  std::string text(bytes);
  if (genuine) text = Mistyped(TheSet().sheets.at(which), bytes);
  const Result<RootSheet> sheet = ReadRootSheet(text, "the sheet");
  fuzz::RequireReason(sheet, "the sheet");
  if (!sheet.Ok()) return 0;
  fuzz::Require(sheet.Value().groups.size() == kSheetGroups, "a sheet is whole");
  const Result<RootSheet> again = ReadRootSheet(QrTextOf(sheet.Value()), "its QR");
  fuzz::Require(again.Ok() && again.Value().groups == sheet.Value().groups,
                "a sheet's QR says what its lines say");
  Join(sheet.Value(), genuine && sheet.Value().groups == TheSet().sheets.at(which).groups);
  return 0;
}

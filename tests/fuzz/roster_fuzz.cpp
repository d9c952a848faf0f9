// Rosters: as they come, and as lines inside a chain and a signature of the root that hold.
#include "formats/strict_json.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/hash.h"
#include "ledger/roster_text.h"

using namespace tanggap;

namespace {

std::string Signed(std::string_view text) {
  const Founding& office = fuzz::TheOffice();
  Hash link = ArrayFromHex<32>(FirstRosterLink(office.root.Public())).value();
  std::string bytes;
  std::uint32_t lines = 0;
  for (const std::string_view line : fuzz::LinesIn(text)) {
    link = NextLink(link, line);
    bytes.append(line).push_back('\n');
    ++lines;
  }
  const std::uint32_t count = lines == 0 ? 0 : lines - 1;
  const Packed message = RosterSignedBytes(link, count);
  bytes += WriteStrict({{"h", ToHex(link)},
                        {"k", "end"},
                        {"n", static_cast<std::int64_t>(count)},
                        {"sigs", Fields{{"root", ToBase64(office.root.Sign(message.View()))}}}});
  bytes += '\n';
  return bytes;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  const Founding& office = fuzz::TheOffice();
  std::string_view bytes = fuzz::TextOf(data, size);
  const bool own = fuzz::TakeChoice(bytes, 2) == 1;
  const std::string text = own ? Signed(bytes) : std::string(bytes);
  const Result<PublicKey> root = RootNamedBy(text);
  fuzz::RequireReason(root);
  if (root.Ok()) fuzz::RequireReason(ReadCarriedRoster(text, root.Value()));
  const Result<Roster> next = ReadRoster(text, office.root.Public(), &office.roster);
  fuzz::RequireReason(next);
  fuzz::Require(!next.Ok() || (next.Value().number == 2 &&
                               next.Value().nodes.size() >= office.roster.nodes.size() &&
                               next.Value().people.size() >= office.roster.people.size()),
                "the next roster takes nobody away");
  Result<Roster> read = ReadRoster(text, office.root.Public(), nullptr);
  fuzz::RequireReason(read);
  if (!read.Ok()) return 0;
  fuzz::Require(own || text == office.roster_bytes || text == fuzz::TheNextRoster(),
                "nobody else signs for the root");
  fuzz::Require(ReadCarriedRoster(text, office.root.Public()).Ok(),
                "what a reader trusts, a mirror carries");
  Roster roster = read.Value();
  const std::string written = WriteRoster(roster, office.root);
  const Result<Roster> again = ReadRoster(written, office.root.Public(), nullptr);
  fuzz::Require(again.Ok() && again.Value().people == read.Value().people &&
                    again.Value().nodes == read.Value().nodes &&
                    again.Value().keys == read.Value().keys,
                "a roster is read as written");
  return 0;
}

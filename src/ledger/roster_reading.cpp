// Reading a roster from outside: every line, their order, the chain and the signature.
#include <algorithm>
#include <charconv>
#include <set>

#include "domain/record_schema.h"
#include "formats/strict_json.h"
#include "ledger/line_reader.h"
#include "ledger/roster_text.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxRosterLines = 4096;
constexpr std::size_t kMaxRosterFile = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kTrustees = 2;  // supervisors who together may sign instead of the root

std::optional<PublicKey> KeyFrom(const Fields& fields, std::string_view name) {
  return ArrayFromHex<32>(TextOf(fields, name));
}

std::optional<ReadingKeyName> LabelFrom(std::string_view label) {
  if (label.size() < 2) return std::nullopt;
  ReadingKeyName name;
  name.body_class = static_cast<BodyClass>(label.front());
  if (std::ranges::find(kAllBodyClasses, name.body_class) == kAllBodyClasses.end())
    return std::nullopt;
  const char* end = label.data() + label.size();
  const auto read = std::from_chars(label.data() + 1, end, name.number);
  if (read.ec != std::errc{} || read.ptr != end || name.number == 0 || KeyLabel(name) != label)
    return std::nullopt;
  return name;
}

// Each returns what is wrong, or "".
std::string AddOffice(const Fields& fields, Roster& roster) {
  const auto root = KeyFrom(fields, "root");
  const auto salt = ArrayFromHex<16>(TextOf(fields, "salt"));
  const std::int64_t minutes = NumberOf(fields, "tzm", 10'000);
  if (!root || !salt || minutes < -1'440 || minutes > 1'440)
    return "the office line needs root, salt and tzm";
  roster.office = {TextOf(fields, "name"),
                   *root,
                   *salt,
                   Zone{TextOf(fields, "tz"), TextOf(fields, "tza"), std::chrono::minutes{minutes}},
                   TextOf(fields, "dec"),
                   TextOf(fields, "hash")};
  return {};
}

std::string AddKey(const Fields& fields, Roster& roster) {
  const auto key = KeyFrom(fields, "pk");
  const auto name = LabelFrom(TextOf(fields, "c") + std::to_string(NumberOf(fields, "rk")));
  if (!key || !name) return "a key line needs c, rk and pk";
  if (!roster.keys.empty() && roster.keys.back().name >= *name)
    return "key lines must be in order, each once";
  roster.keys.push_back({*name, *key});
  return {};
}

std::string AddNode(const Fields& fields, Roster& roster) {
  const auto key = KeyFrom(fields, "pk");
  if (!key) return "a node line needs pk";
  RosterNode node{NodeId{TextOf(fields, "node")}, TextOf(fields, "kind"), TextOf(fields, "name"),
                  *key, std::nullopt};
  if (node.id != NodeIdOf(*key)) return "the node's id is not that of its key";
  if (!roster.nodes.empty() && roster.nodes.back().id >= node.id)
    return "node lines must be in order, each once";
  if (const auto ends = fields.find("ends"); ends != fields.end()) {
    const auto* pin = std::get_if<Fields>(&ends->second.held);
    if (pin == nullptr || !ArrayFromHex<32>(TextOf(*pin, "h"))) return "ends needs ep, seg and h";
    node.ends = ChainPin{static_cast<std::uint32_t>(NumberOf(*pin, "ep")),
                         static_cast<std::uint32_t>(NumberOf(*pin, "seg")), TextOf(*pin, "h")};
  }
  roster.nodes.push_back(std::move(node));
  return {};
}

std::string AddPerson(const Fields& fields, Roster& roster) {
  const auto signing = KeyFrom(fields, "sign");
  const auto sealing = KeyFrom(fields, "box");
  const auto role = RoleFromName(TextOf(fields, "role"));
  if (!signing || !sealing || !role) return "a person line needs sign, box and a known role";
  RosterPerson person{PersonId{TextOf(fields, "person")},
                      TextOf(fields, "name"),
                      *role,
                      *signing,
                      *sealing,
                      FlagOf(fields, "gone"),
                      {}};
  if (person.id != PersonIdOf(*signing)) return "the person's id is not that of the signing key";
  if (!roster.people.empty() && roster.people.back().id >= person.id)
    return "person lines must be in order, each once";
  if (const auto wraps = fields.find("wrap"); wraps != fields.end()) {
    const auto* known = std::get_if<Fields>(&wraps->second.held);
    if (known == nullptr) return "wrap must map reading keys to sealed secrets";
    for (const auto& [label, value] : *known) {
      const auto name = LabelFrom(label);
      const auto* text = std::get_if<std::string>(&value.held);
      if (!name || text == nullptr || !FromBase64(*text))
        return "wrap must map reading keys to sealed secrets";
      person.wraps[*name] = *text;
    }
  }
  roster.people.push_back(std::move(person));
  return {};
}

// Lines come in the order office, key, node, person; unknown kinds of a newer program after them.
int RankOf(std::string_view kind) {
  if (kind == "office") return 0;
  if (kind == "key") return 1;
  if (kind == "node") return 2;
  if (kind == "person") return 3;
  return 4;
}

std::string AddLine(const Fields& fields, Roster& roster, int& rank) {
  const int next = RankOf(TextOf(fields, "k"));
  if (next < rank || (next == 0 && rank == 0) || (rank < 0 && next != 0))
    return "lines must come as one office, then keys, nodes and people";
  rank = next;
  switch (next) {
    case 0:
      return AddOffice(fields, roster);
    case 1:
      return AddKey(fields, roster);
    case 2:
      return AddNode(fields, roster);
    case 3:
      return AddPerson(fields, roster);
    default:
      return {};
  }
}

bool SignedByTrustees(const Fields& signatures, const Roster& before, ByteSpan message) {
  std::size_t good = 0;
  for (const auto& [who, value] : signatures) {
    const RosterPerson* person = before.Find(PersonId{who});
    const auto* text = std::get_if<std::string>(&value.held);
    if (person == nullptr || person->removed || text == nullptr) continue;
    if (person->role != Role::kSupervisor && person->role != Role::kHead) continue;
    const auto signature = FromBase64(*text);
    if (signature && Verify(person->signing, message, *signature)) ++good;
  }
  return good >= kTrustees;
}

std::string CheckEnd(const Fields& end, const Hash& link, std::uint32_t lines,
                     const PublicKey& root, const Roster* before) {
  if (TextOf(end, "h") != ToHex(link)) return "its hash is not that of the lines above";
  if (NumberOf(end, "n", -1) != static_cast<std::int64_t>(lines))
    return "its count is not that of the lines above";
  const auto found = end.find("sigs");
  const auto* signatures = found == end.end() ? nullptr : std::get_if<Fields>(&found->second.held);
  if (signatures == nullptr || end.size() != 4) return "expected h, k, n and sigs";
  const Packed message = RosterSignedBytes(link, lines);
  const auto signature = FromBase64(TextOf(*signatures, "root"));
  if (signature && signatures->size() == 1 && Verify(root, message.View(), *signature)) return {};
  if (before != nullptr && SignedByTrustees(*signatures, *before, message.View())) return {};
  return "the signature is not the office root's";
}

std::string CheckHeader(const Fields& header, const PublicKey& root, const Roster* before,
                        Roster& roster) {
  if (TextOf(header, "k") != "roster" || NumberOf(header, "v") != 1)
    return "not a roster of version 1";
  if (TextOf(header, "off") != KeyWord(root)) return "a roster of another office";
  const std::int64_t number = NumberOf(header, "n");
  const auto previous = ArrayFromHex<32>(TextOf(header, "prev"));
  if (number < 1 || number > 999'999 || !previous) return "n and prev are not as expected";
  roster.number = static_cast<std::uint32_t>(number);
  roster.at = FromMillis(NumberOf(header, "at"));
  roster.previous = ToHex(*previous);
  if (number == 1 && roster.previous != FirstRosterLink(root))
    return "the first roster must start from the office's root";
  if (before != nullptr &&
      (roster.number != before->number + 1 || roster.previous != before->hash)) {
    return "does not continue roster " + std::to_string(before->number);
  }
  return {};
}

}  // namespace

Result<Roster> ReadRoster(std::string_view bytes, const PublicKey& root, const Roster* before) {
  Roster roster;
  Hash link{};
  int rank = -1;
  std::uint32_t entries = 0;
  LineReader lines{bytes};
  if (bytes.size() > kMaxRosterFile) return Problem{"", 0, "the file is larger than 8 MiB"};
  const auto wrong = [&](std::string what) { return Problem{"", lines.Number(), std::move(what)}; };
  while (const auto line = lines.Next()) {
    if (lines.Number() > static_cast<int>(kMaxRosterLines)) return wrong("too many lines");
    const auto read = ReadStrict(*line);
    if (!read) return wrong(read.Problems().front().message);
    const Fields& fields = read.Value();
    std::string fault;
    if (lines.Number() > 1 && TextOf(fields, "k") == "end") {
      fault = CheckEnd(fields, link, entries, root, before);
      if (fault.empty() && !lines.AtEnd()) fault = "nothing may follow the end line";
      if (fault.empty() && roster.office.root != root) fault = "the office line names another root";
      if (!fault.empty()) return wrong(std::move(fault));
      roster.hash = ToHex(link);
      return roster;
    }
    if (lines.Number() == 1) {
      fault = CheckHeader(fields, root, before, roster);
      link = ArrayFromHex<32>(roster.previous).value_or(Hash{});
    } else {
      ++entries;
      fault = AddLine(fields, roster, rank);
    }
    if (!fault.empty()) return wrong(std::move(fault));
    link = NextLink(link, *line);
  }
  return wrong("incomplete: the end line is missing");
}

Result<PublicKey> RootNamedBy(std::string_view bytes) {
  LineReader lines{bytes};
  while (const auto line = lines.Next()) {
    const auto read = ReadStrict(*line);
    if (!read || lines.Number() > 2) break;
    if (TextOf(read.Value(), "k") != "office") continue;
    if (const auto root = KeyFrom(read.Value(), "root")) return *root;
  }
  return Problem{"", lines.Number(), "no office line that names a root key"};
}

}  // namespace tanggap

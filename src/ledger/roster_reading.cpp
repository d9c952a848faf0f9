// Reading a roster from outside: every line, their order, the chain and the signature.
#include <algorithm>
#include <charconv>
#include <set>
#include <span>

#include "domain/record_schema.h"
#include "formats/strict_json.h"
#include "ledger/line_reader.h"
#include "ledger/roster_text.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxRosterLines = 4096;
constexpr std::size_t kMaxRosterFile = std::size_t{8} * 1024 * 1024;
constexpr std::int64_t kMaxPlace = 99'999'999;
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

std::optional<ChainPin> PinFrom(const Fields& fields, NodeId node) {
  const auto hash = ArrayFromHex<32>(TextOf(fields, "h"));
  const std::int64_t epoch = NumberOf(fields, "ep");
  const std::int64_t segment = NumberOf(fields, "seg");
  const std::int64_t records = NumberOf(fields, "rec", 0);
  if (!hash || epoch < 1 || epoch > kMaxPlace || segment < 1 || segment > kMaxPlace || records < 0)
    return std::nullopt;
  return ChainPin{std::move(node),
                  static_cast<std::uint32_t>(epoch),
                  TextOf(fields, "nonce"),
                  static_cast<std::uint32_t>(segment),
                  ToHex(*hash),
                  static_cast<std::uint64_t>(records)};
}

// The pins of a revoked node; "" or what is wrong.
std::string AddEnds(const Fields& fields, RosterNode& node) {
  const auto ends = fields.find("ends");
  const auto chains = fields.find("chains");
  node.revoked = FlagOf(fields, "gone") || ends != fields.end();
  if (chains != fields.end()) {
    const auto* rows = std::get_if<List>(&chains->second.held);
    if (rows == nullptr || rows->empty()) return "chains must list places";
    for (const Value& row : *rows) {
      const auto* pin = std::get_if<Fields>(&row.held);
      auto place = pin == nullptr ? std::nullopt : PinFrom(*pin, node.id);
      if (!place) return "a place needs ep, h, nonce, rec and seg";
      node.ends.push_back(std::move(*place));
    }
    return {};
  }
  if (ends == fields.end()) return {};
  const auto* pin = std::get_if<Fields>(&ends->second.held);
  auto place = pin == nullptr ? std::nullopt : PinFrom(*pin, node.id);
  if (!place) return "ends needs ep, seg and h";
  node.ends.push_back(std::move(*place));
  return {};
}

std::string AddNode(const Fields& fields, Roster& roster) {
  const auto key = KeyFrom(fields, "pk");
  if (!key) return "a node line needs pk";
  RosterNode node{NodeId{TextOf(fields, "node")},
                  TextOf(fields, "kind"),
                  TextOf(fields, "name"),
                  *key,
                  false,
                  {}};
  if (node.id != NodeIdOf(*key)) return "the node's id is not that of its key";
  if (!roster.nodes.empty() && roster.nodes.back().id >= node.id)
    return "node lines must be in order, each once";
  if (std::string fault = AddEnds(fields, node); !fault.empty()) return fault;
  roster.nodes.push_back(std::move(node));
  return {};
}

std::string AddPast(const Fields& fields, RosterPerson& person) {
  const auto was = fields.find("was");
  if (was == fields.end()) return {};
  const auto* rows = std::get_if<List>(&was->second.held);
  if (rows == nullptr) return "was must list roles";
  for (const Value& value : *rows) {
    const auto* row = std::get_if<Fields>(&value.held);
    const auto role = row == nullptr ? std::nullopt : RoleFromName(TextOf(*row, "role"));
    if (!role) return "an earlier role must be a known one";
    if (person.was.empty() || person.was.back().role != *role) person.was.push_back({*role, {}});
    if (!row->contains("node")) continue;
    auto pin = PinFrom(*row, NodeId{TextOf(*row, "node")});
    if (!pin) return "a place needs ep, h, nonce, rec and seg";
    person.was.back().until.push_back(std::move(*pin));
  }
  return {};
}

std::string AddWraps(const Fields& fields, RosterPerson& person) {
  const auto wraps = fields.find("wrap");
  if (wraps == fields.end()) return {};
  const auto* known = std::get_if<Fields>(&wraps->second.held);
  if (known == nullptr) return "wrap must map reading keys to sealed secrets";
  if (person.removed) return "who was removed must hold no reading key";
  const std::set<BodyClass> may = ReadsOf(person.role);
  for (const auto& [label, value] : *known) {
    const auto name = LabelFrom(label);
    const auto* text = std::get_if<std::string>(&value.held);
    if (!name || text == nullptr || !FromBase64(*text))
      return "wrap must map reading keys to sealed secrets";
    if (!may.contains(name->body_class))
      return "the role " + std::string{NameOf(person.role)} + " must hold no reading key";
    person.wraps[*name] = *text;
  }
  return {};
}

std::string AddPerson(const Fields& fields, Roster& roster) {
  const auto signing = KeyFrom(fields, "sign");
  const auto sealing = KeyFrom(fields, "box");
  const auto role = RoleFromName(TextOf(fields, "role"));
  if (!signing || !sealing || !role) return "a person line needs sign, box and a known role";
  RosterPerson person;
  person.id = PersonId{TextOf(fields, "person")};
  person.name = TextOf(fields, "name");
  person.role = *role;
  person.signing = *signing;
  person.sealing = *sealing;
  person.removed = FlagOf(fields, "gone");
  if (person.id != PersonIdOf(*signing)) return "the person's id is not that of the signing key";
  if (!roster.people.empty() && roster.people.back().id >= person.id)
    return "person lines must be in order, each once";
  if (std::string fault = AddPast(fields, person); !fault.empty()) return fault;
  if (std::string fault = AddWraps(fields, person); !fault.empty()) return fault;
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

// `anybody`: only whether the signatures are those of people it names.
bool SignedByTwoOf(const Roster& roster, bool anybody, const Fields& signatures, ByteSpan message) {
  std::size_t good = 0;
  for (const auto& [who, value] : signatures) {
    const RosterPerson* person = roster.Find(PersonId{who});
    const auto* text = std::get_if<std::string>(&value.held);
    if (person == nullptr || text == nullptr || (!anybody && !MaySignRosters(*person))) continue;
    const auto signature = FromBase64(*text);
    if (signature && Verify(person->signing, message, *signature)) ++good;
  }
  return good >= kTrustees;
}

// Whom a roster is judged by.
struct Judges {
  const PublicKey& root;
  const Roster* before = nullptr;  // its supervisors may sign too
  bool carried = false;            // whoever it names itself
};

std::string CheckEnd(const Fields& end, const Hash& link, std::uint32_t lines, const Judges& judges,
                     const Roster& roster) {
  if (TextOf(end, "h") != ToHex(link)) return "its hash is not that of the lines above";
  if (NumberOf(end, "n", -1) != static_cast<std::int64_t>(lines))
    return "its count is not that of the lines above";
  const auto found = end.find("sigs");
  const auto* signatures = found == end.end() ? nullptr : std::get_if<Fields>(&found->second.held);
  if (signatures == nullptr || end.size() != 4) return "expected h, k, n and sigs";
  const Packed message = RosterSignedBytes(link, lines);
  const auto signature = FromBase64(TextOf(*signatures, "root"));
  if (signature && signatures->size() == 1 && Verify(judges.root, message.View(), *signature))
    return {};
  if (judges.before != nullptr && SignedByTwoOf(*judges.before, false, *signatures, message.View()))
    return {};
  if (judges.carried && SignedByTwoOf(roster, true, *signatures, message.View())) return {};
  return judges.before == nullptr
             ? "the signature is not the office root's"
             : "signed neither by the office root nor by two of its supervisors or heads";
}

// A roster adds; it never takes back. "" or what it would undo.
std::string WhatItUndoes(const Roster& now, const Roster& before) {
  if (now.office.salt != before.office.salt) return "changes the salt of the ticket codes";
  for (const RosterKey& key : before.keys) {
    if (std::ranges::find(now.keys, key) == now.keys.end())
      return "leaves out or changes reading key " + KeyLabel(key.name);
  }
  for (const RosterNode& node : before.nodes) {
    const RosterNode* still = now.Find(node.id);
    if (still == nullptr) return "leaves out node " + node.name;
    if (still->kind != node.kind) return "changes what kind of node " + node.name + " is";
    if (node.revoked && (!still->revoked || still->ends != node.ends))
      return "takes back that node " + node.name + " was revoked";
  }
  for (const RosterPerson& person : before.people) {
    const RosterPerson* still = now.Find(person.id);
    if (still == nullptr) return "leaves out " + person.name;
    if (still->sealing != person.sealing) return "changes a key of " + person.name;
    if (person.removed && !still->removed) return "takes back that " + person.name + " was removed";
    const bool kept =
        still->was.size() >= person.was.size() &&
        std::ranges::equal(person.was, std::span{still->was}.first(person.was.size()));
    if (!kept) return "changes what " + person.name + " was before";
    const bool changed = still->removed != person.removed || still->role != person.role;
    if (changed == (still->was.size() == person.was.size()))
      return "doesn't say until when " + person.name + " was " + std::string{NameOf(person.role)};
  }
  return {};
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

Result<Roster> ReadJudged(std::string_view bytes, const Judges& judges) {
  const PublicKey& root = judges.root;
  const Roster* before = judges.before;
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
      fault = CheckEnd(fields, link, entries, judges, roster);
      if (fault.empty() && !lines.AtEnd()) fault = "nothing may follow the end line";
      if (fault.empty() && roster.office.root != root) fault = "the office line names another root";
      if (fault.empty() && before != nullptr) fault = WhatItUndoes(roster, *before);
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

}  // namespace

Result<Roster> ReadRoster(std::string_view bytes, const PublicKey& root, const Roster* before) {
  return ReadJudged(bytes, {root, before, false});
}

Result<Roster> ReadCarriedRoster(std::string_view bytes, const PublicKey& root) {
  return ReadJudged(bytes, {root, nullptr, true});
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

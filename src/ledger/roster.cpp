// What a roster answers, and writing it.
#include "ledger/roster.h"

#include <algorithm>

#include "formats/strict_json.h"
#include "ledger/roster_text.h"

namespace tanggap {
namespace {

using namespace std::string_view_literals;

struct RoleName {
  Role role;
  std::string_view name;
};
constexpr std::array kRoles{
    RoleName{Role::kStaff, "petugas"}, RoleName{Role::kSupervisor, "atasan"},
    RoleName{Role::kHead, "pimpinan"}, RoleName{Role::kAuditor, "pemeriksa"},
    RoleName{Role::kOperator, "operator"}};

Fields OfficeLine(const RosterOffice& office) {
  return {{"dec", office.decree},
          {"hash", office.decree_hash},
          {"k", "office"},
          {"name", office.name},
          {"root", ToHex(office.root)},
          {"salt", ToHex(office.salt)},
          {"tz", office.zone.iana},
          {"tza", office.zone.abbreviation},
          {"tzm", static_cast<std::int64_t>(office.zone.offset.count())}};
}

Fields PinFields(const ChainPin& pin) {
  return {{"ep", static_cast<std::int64_t>(pin.epoch)},
          {"h", pin.hash},
          {"nonce", pin.nonce},
          {"rec", static_cast<std::int64_t>(pin.records)},
          {"seg", static_cast<std::int64_t>(pin.segment)}};
}

Fields NodeLine(const RosterNode& node) {
  Fields fields{{"k", "node"},
                {"kind", node.kind},
                {"name", node.name},
                {"node", node.id.value},
                {"pk", ToHex(node.public_key)}};
  if (!node.revoked) return fields;
  fields["gone"] = true;
  if (node.ends.empty()) return fields;
  const ChainPin& last = node.ends.back();
  fields["ends"] = Fields{{"ep", static_cast<std::int64_t>(last.epoch)},
                          {"h", last.hash},
                          {"seg", static_cast<std::int64_t>(last.segment)}};
  List chains;
  for (const ChainPin& pin : node.ends)
    chains.emplace_back(PinFields(pin));
  fields["chains"] = std::move(chains);
  return fields;
}

// One row a pin; a role that ended before anybody had written has a row without one.
List PastRows(const std::vector<PastRole>& past) {
  List rows;
  for (const PastRole& role : past) {
    const std::string name{NameOf(role.role)};
    if (role.until.empty()) rows.emplace_back(Fields{{"role", name}});
    for (const ChainPin& pin : role.until) {
      Fields row = PinFields(pin);
      row["node"] = pin.node.value;
      row["role"] = name;
      rows.emplace_back(std::move(row));
    }
  }
  return rows;
}

Fields PersonLine(const RosterPerson& person) {
  Fields fields{{"box", ToHex(person.sealing)},
                {"k", "person"},
                {"name", person.name},
                {"person", person.id.value},
                {"role", std::string{NameOf(person.role)}},
                {"sign", ToHex(person.signing)}};
  if (person.removed) fields["gone"] = true;
  if (!person.was.empty()) fields["was"] = PastRows(person.was);
  Fields wraps;
  for (const auto& [name, wrap] : person.wraps)
    wraps[KeyLabel(name)] = wrap;
  if (!wraps.empty()) fields["wrap"] = std::move(wraps);
  return fields;
}

// The header and one line each, in the order of the format.
std::vector<Fields> LinesOf(const Roster& roster) {
  std::vector<Fields> lines{{{"at", ToMillis(roster.at)},
                             {"k", "roster"},
                             {"n", static_cast<std::int64_t>(roster.number)},
                             {"off", roster.Id().value},
                             {"prev", roster.previous},
                             {"v", 1}},
                            OfficeLine(roster.office)};
  for (const RosterKey& key : roster.keys) {
    lines.push_back({{"c", std::string{static_cast<char>(key.name.body_class)}},
                     {"k", "key"},
                     {"pk", ToHex(key.public_key)},
                     {"rk", static_cast<std::int64_t>(key.name.number)}});
  }
  for (const RosterNode& node : roster.nodes)
    lines.push_back(NodeLine(node));
  for (const RosterPerson& person : roster.people)
    lines.push_back(PersonLine(person));
  return lines;
}

}  // namespace

const RosterNode* Roster::Find(const NodeId& node) const {
  const auto found = std::ranges::find(nodes, node, &RosterNode::id);
  return found == nodes.end() ? nullptr : &*found;
}

const RosterPerson* Roster::Find(const PersonId& person) const {
  const auto found = std::ranges::find(people, person, &RosterPerson::id);
  return found == people.end() ? nullptr : &*found;
}

const RosterKey* Roster::Current(BodyClass body_class) const {
  const RosterKey* newest = nullptr;
  for (const RosterKey& key : keys) {
    if (key.name.body_class != body_class) continue;
    if (newest == nullptr || newest->name.number < key.name.number) newest = &key;
  }
  return newest;
}

std::string_view NameOf(Role role) {
  return std::ranges::find(kRoles, role, &RoleName::role)->name;
}

std::optional<Role> RoleFromName(std::string_view name) {
  const auto found = std::ranges::find(kRoles, name, &RoleName::name);
  if (found == kRoles.end()) return std::nullopt;
  return found->role;
}

std::set<BodyClass> ReadsOf(Role role) {
  switch (role) {
    case Role::kSupervisor:
    case Role::kHead:
    case Role::kAuditor:
      return {BodyClass::kFacts, BodyClass::kContent, BodyClass::kIdentity};
    case Role::kStaff:     // opens a case with its ticket only
    case Role::kOperator:  // runs the machines
      break;
  }
  return {};
}

bool MaySignRosters(const RosterPerson& person) {
  return !person.removed && (person.role == Role::kSupervisor || person.role == Role::kHead);
}

std::string WhyNotCounted(const RosterNode& node, std::uint32_t epoch, std::string_view nonce,
                          std::uint32_t segment, std::string_view hash) {
  if (!node.revoked) return {};
  std::string why = "written after its node was revoked";
  for (const ChainPin& pin : node.ends) {
    // A pin without a nonce is of the first rosters, and of any chain of its epoch.
    if (pin.epoch != epoch || (!pin.nonce.empty() && pin.nonce != nonce)) continue;
    if (segment < pin.segment || (segment == pin.segment && hash == pin.hash)) return {};
    if (segment == pin.segment) why = "not the segment at which its node was revoked";
  }
  return why;
}

std::string WhyNotCounted(const RosterPerson& person, const NodeId& node, std::uint32_t epoch,
                          std::uint64_t sequence) {
  if (!person.removed) return {};
  for (const PastRole& past : person.was) {
    for (const ChainPin& pin : past.until) {
      if (pin.node == node && pin.epoch == epoch && sequence <= pin.records) return {};
    }
  }
  return "acted by " + person.name + " after their removal";
}

std::vector<PastTerm> PastTermsOf(const RosterPerson& person) {
  std::vector<PastTerm> terms;
  for (const PastRole& past : person.was) {
    PastTerm term{past.role, {}};
    for (const ChainPin& pin : past.until) {
      auto& last = term.until[{pin.node, pin.epoch}];
      last = std::max(last, pin.records);
    }
    terms.push_back(std::move(term));
  }
  return terms;
}

std::string KeyLabel(const ReadingKeyName& name) {
  return static_cast<char>(name.body_class) + std::to_string(name.number);
}

std::string FirstRosterLink(const PublicKey& root) {
  return ToHex(
      HashOf(Packed{}.Raw("tanggap/1/rosgen\0"sv).Prefixed(KeyWord(root)).Raw(root).View()));
}

Packed RosterSignedBytes(const Hash& link, std::uint32_t lines) {
  Packed bytes;
  bytes.Raw("tanggap/1/ros\0"sv).Raw(ByteSpan{link}).Number(lines);
  return bytes;
}

namespace {

struct Unsigned {
  std::string bytes;  // all lines but the end
  Hash link{};
  std::uint32_t count = 0;
};

Unsigned WriteLines(Roster& roster) {
  std::ranges::sort(roster.keys, {}, &RosterKey::name);
  std::ranges::sort(roster.nodes, {}, &RosterNode::id);
  std::ranges::sort(roster.people, {}, &RosterPerson::id);
  Unsigned made;
  made.link = ArrayFromHex<32>(roster.previous).value_or(Hash{});
  const auto lines = LinesOf(roster);
  for (const Fields& fields : lines) {
    const std::string line = WriteStrict(fields);
    made.link = NextLink(made.link, line);
    made.bytes += line;
    made.bytes += '\n';
  }
  made.count = static_cast<std::uint32_t>(lines.size() - 1);
  roster.hash = ToHex(made.link);
  return made;
}

std::string Ended(Unsigned made, Fields signatures) {
  made.bytes += WriteStrict({{"h", ToHex(made.link)},
                             {"k", "end"},
                             {"n", static_cast<std::int64_t>(made.count)},
                             {"sigs", std::move(signatures)}});
  made.bytes += '\n';
  return std::move(made.bytes);
}

}  // namespace

std::string WriteRoster(Roster& roster, const SigningKey& root) {
  Unsigned made = WriteLines(roster);
  const Packed message = RosterSignedBytes(made.link, made.count);
  return Ended(std::move(made), {{"root", ToBase64(root.Sign(message.View()))}});
}

std::string WriteRoster(Roster& roster, const PersonKey& one, const PersonKey& other) {
  Unsigned made = WriteLines(roster);
  const Packed message = RosterSignedBytes(made.link, made.count);
  return Ended(std::move(made), {{one.Id().value, ToBase64(one.signing.Sign(message.View()))},
                                 {other.Id().value, ToBase64(other.signing.Sign(message.View()))}});
}

}  // namespace tanggap

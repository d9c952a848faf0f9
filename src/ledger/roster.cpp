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

Fields NodeLine(const RosterNode& node) {
  Fields fields{{"k", "node"},
                {"kind", node.kind},
                {"name", node.name},
                {"node", node.id.value},
                {"pk", ToHex(node.public_key)}};
  if (node.ends) {
    fields["ends"] = Fields{{"ep", static_cast<std::int64_t>(node.ends->epoch)},
                            {"h", node.ends->hash},
                            {"seg", static_cast<std::int64_t>(node.ends->segment)}};
  }
  return fields;
}

Fields PersonLine(const RosterPerson& person) {
  Fields fields{{"box", ToHex(person.sealing)},
                {"k", "person"},
                {"name", person.name},
                {"person", person.id.value},
                {"role", std::string{NameOf(person.role)}},
                {"sign", ToHex(person.signing)}};
  if (person.removed) fields["gone"] = true;
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

bool MayRead(Role role) {
  return role == Role::kSupervisor || role == Role::kHead || role == Role::kAuditor;
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

std::string WriteRoster(Roster& roster, const SigningKey& root) {
  std::ranges::sort(roster.keys, {}, &RosterKey::name);
  std::ranges::sort(roster.nodes, {}, &RosterNode::id);
  std::ranges::sort(roster.people, {}, &RosterPerson::id);
  std::string bytes;
  Hash link = ArrayFromHex<32>(roster.previous).value_or(Hash{});
  const auto lines = LinesOf(roster);
  for (const Fields& fields : lines) {
    const std::string line = WriteStrict(fields);
    link = NextLink(link, line);
    bytes += line;
    bytes += '\n';
  }
  const auto count = static_cast<std::uint32_t>(lines.size() - 1);
  roster.hash = ToHex(link);
  const Signature signature = root.Sign(RosterSignedBytes(link, count).View());
  bytes += WriteStrict({{"h", roster.hash},
                        {"k", "end"},
                        {"n", static_cast<std::int64_t>(count)},
                        {"sigs", Fields{{"root", ToBase64(signature)}}}});
  bytes += '\n';
  return bytes;
}

}  // namespace tanggap

#include "office/membership.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "folder/rosters.h"
#include "ledger/founding.h"
#include "ledger/roster_changes.h"
#include "office/staging.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const RosterPerson* Named(const Roster& roster, const std::string& who) {
  const auto found = std::ranges::find_if(roster.people, [&](const RosterPerson& person) {
    return !person.removed && (person.name == who || person.id.value == who);
  });
  return found == roster.people.end() ? nullptr : &*found;
}

Problem Nobody(const std::string& who) {
  return {who, 0, "is not enrolled here; `tanggap person list` shows who is"};
}

// The furthest places of each chain in central/ and in the replicas here.
std::vector<ChainPin> Seen(const OfficeHome& office) {
  std::vector<fs::path> folders{office.directory / "central"};
  for (const fs::path& node : NodeDirectories(office.directory))
    folders.push_back(node / "replica");
  return SeenHeads(folders, office.roster);
}

// Signs, writes everywhere, and holds on to it.
std::optional<Problem> Adopt(OfficeHome& office, const Authority& authority, Roster roster) {
  const Result<std::string> bytes = SignRoster(office, authority, roster);
  if (!bytes.Ok()) return bytes.Problems().front();
  // What this program would refuse to read must never be published.
  if (const auto read = ReadRoster(bytes.Value(), office.root, &office.roster); !read.Ok())
    return read.Problems().front();
  PublishEverywhere(office.directory, roster, bytes.Value());
  office.roster = std::move(roster);
  return std::nullopt;
}

bool ReadsAnybody(const Roster& roster, const PersonId& but) {
  return std::ranges::any_of(roster.people, [&](const RosterPerson& person) {
    return person.id != but && !person.removed && MayRead(person.role);
  });
}

Problem NeedsReader(const std::string& name) {
  return {name, 0,
          "may read complaints, and only somebody who can read may give that: add --by NAME of a "
          "supervisor, head or auditor"};
}

// Before the roster that names them: one without a key file would look like a theft.
void WriteKeyFiles(const OfficeHome& office, const PersonKey& key, const std::string& password,
                   Randomness& randomness) {
  std::optional<fs::path> first;
  for (const fs::path& desk : DeskDirectories(office.directory)) {
    const fs::path file = desk / "people" / (key.Id().value + ".key");
    if (first) {
      fs::copy_file(*first, file);
    } else {
      WritePersonKey(file, key, password, randomness);
      first = file;
    }
  }
}

std::optional<Problem> CheckNewNode(const OfficeHome& office, const std::string& name) {
  if (!IsNodeName(name))
    return Problem{name, 0, "expected a name of small letters, digits and dashes, as kiosk-2"};
  const bool taken = std::ranges::any_of(office.roster.nodes,
                                         [&](const RosterNode& node) { return node.name == name; });
  if (taken) return Problem{name, 0, "is there already; expected another name"};
  return std::nullopt;
}

}  // namespace

Result<std::vector<PersonKey>> AddPeople(OfficeHome& office, const std::vector<PersonWish>& people,
                                         const Authority& authority, Instant at,
                                         Randomness& randomness) {
  Roster roster = NextRoster(office.roster, at);
  std::vector<PersonKey> made;
  bool reader = false;
  for (const PersonWish& wish : people) {
    if (Named(roster, wish.name) != nullptr)
      return Problem{wish.name, 0, "is enrolled already; expected another name"};
    if (MayRead(wish.role) && authority.reading.Empty()) return NeedsReader(wish.name);
    reader = reader || MayRead(wish.role);
    made.push_back(EnrolPerson(roster, {wish.name, wish.role}, authority.reading, randomness));
  }
  // Whether it will be signed is known before any key file is written.
  Roster trial = roster;
  if (const auto bytes = SignRoster(office, authority, trial); !bytes.Ok()) return bytes.Problems();
  for (std::size_t i = 0; i < made.size(); ++i)
    WriteKeyFiles(office, made[i], people[i].password, randomness);
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  if (reader && !office.first.Empty()) ForgetFirstReadingKeys(office);
  return made;
}

Result<std::vector<PersonKey>> AddPeople(OfficeHome& office, const std::vector<PersonWish>& people,
                                         Instant at, Randomness& randomness) {
  const Result<Authority> authority = OpenAuthority(office, {});
  if (!authority.Ok()) return authority.Problems();
  return AddPeople(office, people, authority.Value(), at, randomness);
}

Result<PersonId> RemovePerson(OfficeHome& office, const std::string& who,
                              const Authority& authority, Instant at, Randomness& randomness) {
  const RosterPerson* person = Named(office.roster, who);
  if (person == nullptr) return Nobody(who);
  if (MayRead(person->role) && !ReadsAnybody(office.roster, person->id)) {
    return Problem{who, 0,
                   "is the only one who can read; enrol another supervisor, head or auditor first"};
  }
  const PersonId id = person->id;
  Roster roster = NextRoster(office.roster, at);
  RemovePerson(roster, id, Seen(office), randomness);
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  for (const fs::path& desk : DeskDirectories(office.directory)) {
    for (const char* kind : {".key", ".tries"})
      fs::remove(desk / "people" / (id.value + kind));
  }
  return id;
}

Result<PersonId> ChangeRole(OfficeHome& office, const std::string& who, Role role,
                            const Authority& authority, Instant at, Randomness& randomness) {
  const RosterPerson* person = Named(office.roster, who);
  if (person == nullptr) return Nobody(who);
  if (person->role == role) return Problem{who, 0, "has that role already"};
  if (MayRead(person->role) && !MayRead(role) && !ReadsAnybody(office.roster, person->id)) {
    return Problem{who, 0,
                   "is the only one who can read; enrol another supervisor, head or auditor first"};
  }
  if (MayRead(role) && !MayRead(person->role) && authority.reading.Empty()) return NeedsReader(who);
  const PersonId id = person->id;
  Roster roster = NextRoster(office.roster, at);
  ChangeRole(roster, id, role, Seen(office), authority.reading, randomness);
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  if (MayRead(role) && !office.first.Empty()) ForgetFirstReadingKeys(office);
  return id;
}

Result<NodeId> RevokeNode(OfficeHome& office, const std::string& name, const Authority& authority,
                          Instant at) {
  const auto node = std::ranges::find_if(office.roster.nodes, [&](const RosterNode& known) {
    return !known.revoked && (known.name == name || known.id.value == name);
  });
  if (node == office.roster.nodes.end())
    return Problem{name, 0, "is no device of this office; `tanggap node list` shows them"};
  const NodeId id = node->id;
  Roster roster = NextRoster(office.roster, at);
  RevokeNode(roster, id, Seen(office));
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  return id;
}

Result<NodeId> AddNode(OfficeHome& office, const std::string& name, const std::string& kind,
                       const Authority& authority, Instant at, Randomness& randomness) {
  if (auto problem = CheckNewNode(office, name)) return *problem;
  if (fs::exists(office.directory / name))
    return Problem{name, 0, "is there already; expected another name"};
  Roster roster = NextRoster(office.roster, at);
  const NodeKey key = EnrolNode(roster, {name, kind}, randomness);
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  Staging staging(office.directory / name);
  MakeNodeDirectory(staging.Path(), key, office.file, office.roster, office.directory / "central",
                    randomness);
  staging.Finish();
  return key.Id();
}

Result<NodeId> EnrolRequest(OfficeHome& office, const NodeRequest& request,
                            const std::string& fingerprint, const Authority& authority,
                            Instant at) {
  if (auto problem = CheckNewNode(office, request.name)) return *problem;
  const NodeId id = NodeIdOf(request.key);
  if (office.roster.Find(id) != nullptr)
    return Problem{request.name, 0, "that key is enrolled already"};
  if (!IsFingerprintOf(fingerprint, request.key)) {
    return Problem{request.name, 0,
                   "the fingerprint is not that of this request: either it was mistyped, or the "
                   "request is not from that device. Read it off the device again"};
  }
  Roster roster = NextRoster(office.roster, at);
  roster.nodes.push_back({id, request.kind, request.name, request.key, false, {}});
  if (auto problem = Adopt(office, authority, std::move(roster))) return *problem;
  return id;
}

}  // namespace tanggap

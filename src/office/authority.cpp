#include "office/authority.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "ledger/password_pause.h"
#include "office/password.h"
#include "platform/system_clock.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const RosterPerson* Named(const Roster& roster, const std::string& who) {
  const auto found = std::ranges::find_if(roster.people, [&](const RosterPerson& person) {
    return !person.removed && (person.name == who || person.id.value == who);
  });
  return found == roster.people.end() ? nullptr : &*found;
}

Problem Refused(const std::string& who) {
  return {who, 0, "name and password don't belong together at this office"};
}

Result<PersonKey> OpenKeyFile(const fs::path& file, const RosterPerson& person,
                              const std::string& who, const std::string& password) {
  SystemClock clock;
  PasswordPause pause(file);
  if (const auto left = pause.Left(clock.Now()); left > std::chrono::seconds{0}) {
    return Problem{
        who, 0,
        "too many wrong passwords; try again in " + std::to_string(left.count()) + " seconds"};
  }
  pause.Trying(clock.Now());
  Result<std::optional<PersonKey>> read = ReadPersonKey(file, password);
  if (!read.Ok()) return read.Problems();
  if (!read.Value()) return Refused(who);
  pause.Right();
  if (read.Value()->signing.Public() != person.signing)
    return Problem{file.string(), 0, "is not the key that the roster names"};
  return std::move(*std::move(read).Value());
}

}  // namespace

void AddAuthorityOptions(CLI::App& command, AuthorityOptions& options) {
  command
      .add_option("--by", options.by,
                  "who stands behind this, by name; once for reading keys, twice to sign instead "
                  "of the root")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command
      .add_option("--by-password-file", options.password_files,
                  "their passwords, in the same order; else asked on the terminal")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

Result<ReadingKeys> OpenReader(const Roster& roster, const fs::path& people, const std::string& who,
                               const std::string& password) {
  const RosterPerson* person = Named(roster, who);
  if (person == nullptr) return Refused(who);
  const Result<PersonKey> key =
      OpenKeyFile(people / (person->id.value + ".key"), *person, who, password);
  if (!key.Ok()) return key.Problems();
  ReadingKeys keys = ReadingKeys::Unwrap(*person, key.Value());
  if (keys.Empty()) return Problem{who, 0, "may read nothing; take a supervisor, head or auditor"};
  return keys;
}

Result<PersonKey> OpenPerson(const OfficeHome& office, const std::string& who,
                             const std::string& password) {
  const RosterPerson* person = Named(office.roster, who);
  if (person == nullptr) return Refused(who);
  for (const fs::path& desk : DeskDirectories(office.directory)) {
    const fs::path file = desk / "people" / (person->id.value + ".key");
    if (fs::exists(file)) return OpenKeyFile(file, *person, who, password);
  }
  return Problem{who, 0, "has no key file at a desk in " + office.directory.string()};
}

Result<Authority> OpenAuthority(OfficeHome& office, const AuthorityOptions& options) {
  Authority authority;
  for (std::size_t i = 0; i < options.by.size(); ++i) {
    const std::string file = i < options.password_files.size() ? options.password_files[i] : "";
    const Result<std::string> password = KnownPassword(file, options.by[i]);
    if (!password.Ok()) return password.Problems();
    Result<PersonKey> key = OpenPerson(office, options.by[i], password.Value());
    if (!key.Ok()) return key.Problems();
    for (const PersonKey& other : authority.people) {
      if (other.Id() == key.Value().Id())
        return Problem{options.by[i], 0, "is named twice; two different people are needed"};
    }
    const RosterPerson* person = office.roster.Find(key.Value().Id());
    if (authority.reading.Empty()) authority.reading = ReadingKeys::Unwrap(*person, key.Value());
    authority.people.push_back(std::move(key).Value());
  }
  if (authority.reading.Empty()) {
    for (const auto& [name, key] : office.first.All())
      authority.reading.Add(name, SealingKey{key.Held().Copy()});
  }
  return authority;
}

Result<std::string> SignRoster(const OfficeHome& office, const Authority& authority,
                               Roster& roster) {
  if (office.root_key) return WriteRoster(roster, *office.root_key);
  std::vector<const PersonKey*> trustees;
  for (const PersonKey& key : authority.people) {
    const RosterPerson* person = office.roster.Find(key.Id());
    if (person != nullptr && MaySignRosters(*person)) trustees.push_back(&key);
  }
  if (trustees.size() < 2) {
    return Problem{RootSeedFile(office.directory).string(), 0,
                   "the root is not on this machine: give --by twice, for two supervisors or "
                   "heads, or restore it with `tanggap office root restore`"};
  }
  return WriteRoster(roster, *trustees[0], *trustees[1]);
}

}  // namespace tanggap

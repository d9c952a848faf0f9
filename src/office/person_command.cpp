#include "office/person_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/sodium_randomness.h"
#include "office/authority.h"
#include "office/command.h"
#include "office/membership.h"
#include "office/office_home.h"
#include "office/password.h"
#include "platform/system_clock.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string directory;
  std::string name;
  std::string role;
  std::string password_file;
  std::string old_password_file;
  AuthorityOptions authority;
  bool json = false;
};

const std::map<std::string, Role>& RolesByWord() {
  static const std::map<std::string, Role> roles{{"staff", Role::kStaff},
                                                 {"supervisor", Role::kSupervisor},
                                                 {"head", Role::kHead},
                                                 {"auditor", Role::kAuditor},
                                                 {"operator", Role::kOperator}};
  return roles;
}

std::string WordOf(Role role) {
  const auto& roles = RolesByWord();
  return std::ranges::find(roles, role, [](const auto& entry) { return entry.second; })->first;
}

void Say(const Options& options, const OfficeHome& office, const std::string& id,
         const std::string& role, const std::string& what) {
  if (options.json) {
    nlohmann::ordered_json json{{"person", id}, {"name", options.name}};
    if (!role.empty()) json["role"] = role;
    json["roster"] = office.roster.number;
    std::cout << json.dump() << '\n';
  } else {
    std::cout << options.name << " (" << id << ") " << what << "; roster " << office.roster.number
              << ".\n";
  }
}

int Add(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<Authority> authority = OpenAuthority(office, options.authority);
  if (!authority.Ok()) return Complain(authority.Problems(), kExitCheckFailed);
  const Result<std::string> password = NewPassword(options.password_file, options.name);
  if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
  SodiumRandomness randomness;
  const Result<std::vector<PersonKey>> added =
      AddPeople(office, {{options.name, RolesByWord().at(options.role), password.Value()}},
                authority.Value(), SystemClock().Now(), randomness);
  if (!added.Ok()) return Complain(added.Problems(), kExitUsage);
  Say(options, office, added.Value().front().Id().value, options.role,
      "is enrolled as " + options.role);
  return kExitOk;
}

int Remove(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<Authority> authority = OpenAuthority(office, options.authority);
  if (!authority.Ok()) return Complain(authority.Problems(), kExitCheckFailed);
  SodiumRandomness randomness;
  const Result<PersonId> removed =
      RemovePerson(office, options.name, authority.Value(), SystemClock().Now(), randomness);
  if (!removed.Ok()) return Complain(removed.Problems(), kExitUsage);
  const bool read = MayRead(office.roster.Find(removed.Value())->role);
  Say(options, office, removed.Value().value, "",
      std::string("is removed") + (read ? ", and the reading keys are new" : ""));
  return kExitOk;
}

int ChangeRole(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<Authority> authority = OpenAuthority(office, options.authority);
  if (!authority.Ok()) return Complain(authority.Problems(), kExitCheckFailed);
  SodiumRandomness randomness;
  const Result<PersonId> changed = ChangeRole(office, options.name, RolesByWord().at(options.role),
                                              authority.Value(), SystemClock().Now(), randomness);
  if (!changed.Ok()) return Complain(changed.Problems(), kExitUsage);
  Say(options, office, changed.Value().value, options.role, "is now " + options.role);
  return kExitOk;
}

int ChangePassword(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<std::string> old = KnownPassword(options.old_password_file, options.name);
  if (!old.Ok()) return Complain(old.Problems(), kExitUsage);
  const Result<PersonKey> key = OpenPerson(office, options.name, old.Value());
  if (!key.Ok()) return Complain(key.Problems(), kExitCheckFailed);
  const Result<std::string> password = NewPassword(options.password_file, options.name + " (new)");
  if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
  SodiumRandomness randomness;
  std::size_t desks = 0;
  for (const fs::path& desk : DeskDirectories(office.directory)) {
    const fs::path file = desk / "people" / (key.Value().Id().value + ".key");
    if (!fs::exists(file)) continue;
    ReplacePersonKey(file, key.Value(), password.Value(), randomness);
    ++desks;
  }
  // A password is no matter of the roster.
  const std::string id = key.Value().Id().value;
  if (options.json) {
    std::cout
        << nlohmann::ordered_json{{"person", id}, {"name", options.name}, {"desks", desks}}.dump()
        << '\n';
  } else {
    std::cout << options.name << " (" << id << ") has a new password at " << desks
              << " desk(s) here.\n";
  }
  return kExitOk;
}

int ListAll(const Options& options) {
  const Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const RosterPerson& person : opened.Value().roster.people) {
    std::string reads;
    for (const auto& [name, wrap] : person.wraps) {
      const char letter = static_cast<char>(name.body_class);
      if (reads.find(letter) == std::string::npos) reads += letter;
    }
    if (options.json) {
      json.push_back({{"person", person.id.value},
                      {"name", person.name},
                      {"role", WordOf(person.role)},
                      {"removed", person.removed},
                      {"reads", reads},
                      {"fingerprint", Fingerprint(person.signing)}});
    } else {
      std::cout << person.id.value << "  " << person.name << ", " << WordOf(person.role)
                << (person.removed ? ", removed" : "") << (reads.empty() ? "" : ", reads " + reads)
                << ", " << Fingerprint(person.signing) << '\n';
    }
  }
  if (options.json) std::cout << json.dump() << '\n';
  return kExitOk;
}

}  // namespace

void AddPersonCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* person = app.add_subcommand("person", "the people who work at the desks");
  person->require_subcommand(1);
  const auto command = [&](const char* name, const char* help, int (*run)(const Options&)) {
    CLI::App* made = person->add_subcommand(name, help);
    made->add_option("DIR", options->directory, "the office's directory")->required();
    made->add_flag("--json", options->json, "print JSON");
    made->callback([options, run, &exit_code] { exit_code = run(*options); });
    return made;
  };
  const auto roles = [&](CLI::App* made) {
    made->add_option("--role", options->role, "staff, supervisor, head, auditor or operator")
        ->required()
        ->check(CLI::IsMember(RolesByWord()));
  };
  const auto name = [&](CLI::App* made) {
    made->add_option("--name", options->name, "as shown at the desk")->required();
  };
  const auto password = [&](CLI::App* made) {
    made->add_option("--password-file", options->password_file,
                     "first line is the password; - reads it from standard input");
  };
  CLI::App* add = command("add", "enrol somebody: key file and a new roster", Add);
  name(add);
  roles(add);
  password(add);
  AddAuthorityOptions(*add, options->authority);
  CLI::App* remove = command(
      "remove", "somebody leaves: later acts don't count, and the reading keys are made anew",
      Remove);
  name(remove);
  AddAuthorityOptions(*remove, options->authority);
  CLI::App* role = command("role", "give somebody another role", ChangeRole);
  name(role);
  roles(role);
  AddAuthorityOptions(*role, options->authority);
  CLI::App* change =
      command("password", "a new password for somebody who knows the old one", ChangePassword);
  name(change);
  password(change);
  change->add_option("--old-password-file", options->old_password_file,
                     "the password until now; else asked");
  command("list", "who is enrolled, and what they may read", ListAll);
}

}  // namespace tanggap

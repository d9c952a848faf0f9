#include "office/person_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/sodium_randomness.h"
#include "office/command.h"
#include "office/office_home.h"
#include "office/password.h"
#include "platform/system_clock.h"

namespace tanggap {
namespace {

struct Options {
  std::string directory;
  std::string name;
  std::string role;
  std::string password_file;
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

int Run(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  const Result<std::string> password = NewPassword(options.password_file, options.name);
  if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
  SodiumRandomness randomness;
  OfficeHome& office = opened.Value();
  const Result<std::vector<PersonKey>> added =
      AddPeople(office, {{options.name, RolesByWord().at(options.role), password.Value()}},
                SystemClock().Now(), randomness);
  if (!added.Ok()) return Complain(added.Problems(), kExitUsage);
  const std::string id = added.Value().front().Id().value;
  if (options.json) {
    std::cout << nlohmann::ordered_json{{"person", id},
                                        {"name", options.name},
                                        {"role", options.role},
                                        {"roster", office.roster.number}}
                     .dump()
              << '\n';
  } else {
    std::cout << options.name << " (" << id << ") is enrolled as " << options.role << "; roster "
              << office.roster.number << ".\n";
  }
  return kExitOk;
}

}  // namespace

void AddPersonCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* person = app.add_subcommand("person", "the people who work at the desks");
  person->require_subcommand(1);
  CLI::App* add = person->add_subcommand("add", "enrol somebody: key file and a new roster");
  add->add_option("DIR", options->directory, "the office's directory")->required();
  add->add_option("--name", options->name, "as shown at the desk")->required();
  add->add_option("--role", options->role, "staff, supervisor, head, auditor or operator")
      ->required()
      ->check(CLI::IsMember(RolesByWord()));
  add->add_option("--password-file", options->password_file,
                  "first line is the password; - reads it from standard input");
  add->add_flag("--json", options->json, "print JSON");
  add->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap

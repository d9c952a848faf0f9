#include "office/office_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/sodium_randomness.h"
#include "office/command.h"
#include "office/office_home.h"
#include "office/root_command.h"
#include "platform/system_clock.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string directory;
  std::string name;
  std::string decree;
  std::string template_toml;
  bool json = false;
};

int Run(const Options& options) {
  // Said here, so that a typing mistake is told from a wrong file inside.
  const fs::path directory(options.directory);
  if (fs::exists(directory) && !(fs::is_directory(directory) && fs::is_empty(directory))) {
    return Complain({{options.directory, 0,
                      "is there already; expected a directory that doesn't exist or is empty"}},
                    kExitInputOutput);
  }
  OfficeWish wish;
  wish.directory = directory;
  wish.name = options.name;
  wish.decree = options.decree;
  wish.template_toml = options.template_toml;
  wish.at = SystemClock().Now();
  SodiumRandomness randomness;
  const Result<OfficeHome> made = MakeOffice(wish, randomness);
  if (!made.Ok()) return Complain(made.Problems(), kExitConfiguration);

  const OfficeHome& office = made.Value();
  const std::string fingerprint = Fingerprint(office.root);
  if (options.json) {
    nlohmann::ordered_json json;
    json["directory"] = office.directory.string();
    json["office"] = office.roster.Id().value;
    json["root"] = fingerprint;
    json["decree"] = office.roster.office.decree;
    for (const RosterNode& node : office.roster.nodes)
      json["nodes"].push_back({{"name", node.name}, {"kind", node.kind}, {"id", node.id.value}});
    std::cout << json.dump() << '\n';
    return kExitOk;
  }
  std::cout
      << office.roster.office.name << " (" << office.roster.Id().value << ") made in "
      << office.directory.string() << '\n'
      << "fingerprint of the root: " << fingerprint << '\n'
      << "Next: tanggap person add " << options.directory << " --name NAME --role supervisor\n"
      << "at once: until somebody who may read is enrolled, the reading keys lie in private/.\n"
      << "Then tanggap office root sheets " << options.directory
      << " --to DIR puts the root on paper; whoever\n"
      << "holds it can enrol anybody, but reads nothing.\n";
  return kExitOk;
}

}  // namespace

void AddOfficeCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* office = app.add_subcommand("office", "set up an office");
  office->require_subcommand(1);
  CLI::App* init = office->add_subcommand(
      "init", "make an office's directory: keys, first roster, one kiosk, one desk");
  init->add_option("DIR", options->directory, "where; must not exist, or be empty")->required();
  init->add_option("--name", options->name, "the office's name, as printed")->required();
  init->add_option("--decree", options->decree, "its decree file")->required();
  init->add_option("--template", options->template_toml,
                   "a complete office file to start from; default: the example with this decree");
  init->add_flag("--json", options->json, "print JSON");
  init->callback([options, &exit_code] { exit_code = Run(*options); });
  AddRootCommand(*office, exit_code);
}

}  // namespace tanggap

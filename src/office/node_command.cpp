#include "office/node_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "ledger/sodium_randomness.h"
#include "office/command.h"
#include "office/office_home.h"
#include "platform/system_clock.h"

namespace tanggap {
namespace {

struct Options {
  std::string directory;
  std::string name;
  std::string kind;
  bool json = false;
};

int Run(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  SodiumRandomness randomness;
  const Result<NodeId> added =
      AddNode(office, options.name, options.kind, SystemClock().Now(), randomness);
  if (!added.Ok()) return Complain(added.Problems(), kExitUsage);
  const std::filesystem::path directory = office.directory / options.name;
  if (options.json) {
    std::cout << nlohmann::ordered_json{{"node", added.Value().value},
                                        {"name", options.name},
                                        {"kind", options.kind},
                                        {"directory", directory.string()},
                                        {"roster", office.roster.number}}
                     .dump()
              << '\n';
  } else {
    std::cout << options.name << " (" << added.Value().value << ") is enrolled; start it with\n"
              << "tanggap-" << options.kind << " --data " << directory.string() << '\n';
  }
  return kExitOk;
}

}  // namespace

void AddNodeCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* node = app.add_subcommand("node", "the office's devices");
  node->require_subcommand(1);
  CLI::App* enrol = node->add_subcommand("enrol", "make a device's key and directory");
  enrol->add_option("DIR", options->directory, "the office's directory")->required();
  enrol->add_option("--name", options->name, "as kiosk-2")->required();
  enrol->add_option("--kind", options->kind, "kiosk or desk")
      ->required()
      ->check(CLI::IsMember({"kiosk", "desk"}));
  enrol->add_flag("--json", options->json, "print JSON");
  enrol->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap

#include "office/node_command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "folder/publish.h"
#include "ledger/secret.h"
#include "ledger/sodium_randomness.h"
#include "ledger/staff_desk.h"
#include "office/authority.h"
#include "office/command.h"
#include "office/membership.h"
#include "office/node_joining.h"
#include "office/office_home.h"
#include "office/password.h"
#include "platform/system_clock.h"
#include "ticket/qr.h"

namespace tanggap {
namespace {

struct Options {
  std::string directory;
  std::string name;
  std::string kind;
  std::string request;
  std::string fingerprint;
  std::string folder;
  AuthorityOptions authority;
  bool json = false;
};

// A QR of dots as text: two rows a line, for a terminal with a light or a dark ground.
void PrintQr(const std::string& text) {
  const ticket::Bitmap modules = ticket::QrPicture(text, 1);
  for (int y = 0; y < modules.Height(); y += 2) {
    std::string line;
    for (int x = 0; x < modules.Width(); ++x) {
      const bool upper = modules.Black(x, y);
      const bool lower = modules.Black(x, y + 1);
      line += upper ? (lower ? " " : "▄") : (lower ? "▀" : "█");
    }
    std::cout << line << '\n';
  }
}

std::string Upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

int New(const Options& options) {
  SodiumRandomness randomness;
  StartLedger();
  const auto made = MakeNewNode(options.directory, options.name, options.kind, randomness);
  if (!made.Ok()) return Complain(made.Problems(), kExitUsage);
  const PublicKey& key = made.Value().signing.Public();
  const std::string request = options.directory + "/enrol.request";
  if (options.json) {
    std::cout << nlohmann::ordered_json{{"node", NodeIdOf(key).value},
                                        {"name", options.name},
                                        {"kind", options.kind},
                                        {"fingerprint", Fingerprint(key)},
                                        {"request", request}}
                     .dump()
              << '\n';
    return kExitOk;
  }
  PrintQr("TANGGAP-NODE:" + Upper(Fingerprint(key)));
  std::cout << "fingerprint of " << options.name << ": " << Fingerprint(key) << '\n'
            << "Carry " << request << " to the office; there, somebody types this fingerprint:\n"
            << "tanggap node enrol OFFICE --request enrol.request --fingerprint …\n";
  return kExitOk;
}

int EnrolFromRequest(const Options& options, OfficeHome& office, const Authority& authority) {
  std::string why;
  const auto bytes = ReadWhole(options.request, 4096, &why);
  if (!bytes) return Complain({{options.request, 0, why}}, kExitInputOutput);
  const Result<NodeRequest> request = ReadNodeRequest(*bytes, options.request);
  if (!request.Ok()) return Complain(request.Problems(), kExitCheckFailed);
  std::string typed = options.fingerprint;
  if (typed.empty()) {
    std::cerr << "Fingerprint that " << request.Value().name << " shows: " << std::flush;
    std::getline(std::cin, typed);
  }
  const Result<NodeId> added =
      EnrolRequest(office, request.Value(), typed, authority, SystemClock().Now());
  if (!added.Ok()) return Complain(added.Problems(), kExitCheckFailed);
  if (options.json) {
    std::cout << nlohmann::ordered_json{{"node", added.Value().value},
                                        {"name", request.Value().name},
                                        {"kind", request.Value().kind},
                                        {"roster", office.roster.number}}
                     .dump()
              << '\n';
  } else {
    std::cout << request.Value().name << " (" << added.Value().value << ") is enrolled; roster "
              << office.roster.number << ".\nOn the device, with the office's files one level up:\n"
              << "tanggap node join DATA --folder CENTRAL --root " << Fingerprint(office.root)
              << '\n';
  }
  return kExitOk;
}

int Enrol(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<Authority> authority = OpenAuthority(office, options.authority);
  if (!authority.Ok()) return Complain(authority.Problems(), kExitCheckFailed);
  if (!options.request.empty()) return EnrolFromRequest(options, office, authority.Value());
  if (options.name.empty() || options.kind.empty()) {
    return Complain(
        "node enrol: give --request for a device that has its own key, or --name and "
        "--kind for one on this machine",
        kExitUsage);
  }
  SodiumRandomness randomness;
  const Result<NodeId> added = AddNode(office, options.name, options.kind, authority.Value(),
                                       SystemClock().Now(), randomness);
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

int Join(const Options& options) {
  const Result<OfficeFile> office = OfficeFileBeside(options.directory);
  if (!office.Ok()) return Complain(office.Problems(), kExitConfiguration);
  SodiumRandomness randomness;
  StartLedger();
  const auto joined = JoinOffice(options.directory, office.Value(), options.folder,
                                 options.fingerprint, randomness);
  if (!joined.Ok()) return Complain(joined.Problems(), kExitCheckFailed);
  std::cout << joined.Value().name << " belongs to office " << joined.Value().Office().value
            << "; start it with\ntanggap-" << joined.Value().kind << " --data " << options.directory
            << '\n';
  return kExitOk;
}

int Revoke(const Options& options) {
  Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  OfficeHome& office = opened.Value();
  const Result<Authority> authority = OpenAuthority(office, options.authority);
  if (!authority.Ok()) return Complain(authority.Problems(), kExitCheckFailed);
  const Result<NodeId> revoked =
      RevokeNode(office, options.name, authority.Value(), SystemClock().Now());
  if (!revoked.Ok()) return Complain(revoked.Problems(), kExitUsage);
  const RosterNode& node = *office.roster.Find(revoked.Value());
  if (options.json) {
    nlohmann::ordered_json json{{"node", node.id.value}, {"name", node.name}};
    json["ends"] = nlohmann::ordered_json::array();
    for (const ChainPin& pin : node.ends)
      json["ends"].push_back({{"epoch", pin.epoch}, {"segment", pin.segment}, {"hash", pin.hash}});
    json["roster"] = office.roster.number;
    std::cout << json.dump() << '\n';
    return kExitOk;
  }
  std::cout << node.name << " is revoked; what it writes from now on counts nowhere.\n";
  for (const ChainPin& pin : node.ends)
    std::cout << "its last segment: epoch " << pin.epoch << ", number " << pin.segment << '\n';
  return kExitOk;
}

int ListAll(const Options& options) {
  const Result<OfficeHome> opened = OpenOffice(options.directory);
  if (!opened.Ok()) return Complain(opened.Problems(), kExitConfiguration);
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const RosterNode& node : opened.Value().roster.nodes) {
    if (options.json) {
      json.push_back({{"node", node.id.value},
                      {"name", node.name},
                      {"kind", node.kind},
                      {"revoked", node.revoked},
                      {"fingerprint", Fingerprint(node.public_key)}});
    } else {
      std::cout << node.id.value << "  " << node.name << ", " << node.kind
                << (node.revoked ? ", revoked" : "") << ", " << Fingerprint(node.public_key)
                << '\n';
    }
  }
  if (options.json) std::cout << json.dump() << '\n';
  return kExitOk;
}

// The PIN of the kiosk's staff menu, from standard input: an argument would stay in the shell's
// history.
int SetPin(const Options& options) {
  namespace fs = std::filesystem;
  const fs::path directory = fs::path(options.directory) / options.name;
  std::error_code ignored;
  if (!fs::exists(directory / "node.key", ignored))
    return Complain({Problem{directory.string(), 0, "no device of this office"}}, kExitUsage);
  const Result<std::string> pin = NewPin(options.name);
  if (!pin.Ok()) return Complain(pin.Problems(), kExitUsage);
  const fs::path file = directory / "staff.pin";
  if (const auto problem = WriteStaffPin(file, pin.Value()))
    return Complain({*problem}, kExitUsage);
  std::cout << file.string() << " holds the staff PIN; start the kiosk again\n";
  return kExitOk;
}

}  // namespace

void AddNodeCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* node = app.add_subcommand("node", "the office's devices");
  node->require_subcommand(1);
  const auto command = [&](const char* name, const char* help, const char* directory,
                           int (*run)(const Options&)) {
    CLI::App* made = node->add_subcommand(name, help);
    made->add_option("DIR", options->directory, directory)->required();
    made->add_flag("--json", options->json, "print JSON");
    made->callback([options, run, &exit_code] { exit_code = run(*options); });
    return made;
  };
  const auto kind = [&](CLI::App* made) {
    return made->add_option("--kind", options->kind, "kiosk or desk")
        ->check(CLI::IsMember({"kiosk", "desk"}));
  };
  CLI::App* made = command("new", "on the device: make its key and show its fingerprint",
                           "the device's directory", New);
  made->add_option("--name", options->name, "as kiosk-2")->required();
  kind(made)->required();
  CLI::App* enrol = command("enrol", "take a device into the roster, by its fingerprint",
                            "the office's directory", Enrol);
  enrol->add_option("--request", options->request, "enrol.request of a device with its own key");
  enrol->add_option("--fingerprint", options->fingerprint,
                    "what that device shows, typed or scanned; else asked");
  enrol->add_option("--name", options->name, "without a request: a new device on this machine");
  kind(enrol);
  AddAuthorityOptions(*enrol, options->authority);
  CLI::App* join = command("join", "on the device, once enrolled: become the office's",
                           "the device's directory", Join);
  join->add_option("--folder", options->folder, "the central folder, or a stick with it")
      ->required();
  join->add_option("--root", options->fingerprint,
                   "the office's fingerprint, as its people read it")
      ->required();
  CLI::App* revoke = command("revoke", "a device is lost or leaves: nothing later counts",
                             "the office's directory", Revoke);
  revoke->add_option("--name", options->name, "as kiosk-2")->required();
  AddAuthorityOptions(*revoke, options->authority);
  command("list", "the devices and their fingerprints", "the office's directory", ListAll);
  CLI::App* pin = command("pin", "set the six digits of a kiosk's staff menu",
                          "the office's directory", SetPin);
  pin->add_option("--name", options->name, "as kiosk-1")->required();
}

}  // namespace tanggap

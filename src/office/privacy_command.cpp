#include "office/privacy_command.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "office/command.h"
#include "office/desk_at_hand.h"

namespace tanggap {
namespace {

struct Options {
  RecordType type = RecordType::kErased;
  std::string desk;
  std::string code;
  std::string person;
  std::string password_file;
  std::string reason;
  std::string classes = "ci";
  bool lift = false;
  bool json = false;
};

int WriteAct(const Options& options, DeskAtHand& desk) {
  const std::optional<RecordId> id = desk.Find(options.code);
  if (!id) return Complain(options.code + ": no case of that code or id here", kExitUsage);
  if (const std::string why = desk.WhyNotWrite(*id, options.type); !why.empty())
    return Complain("this person may not do that with this case (" + why + ")", kExitCheckFailed);
  Draft draft;
  if (options.type == RecordType::kErased) {
    const std::vector<Record> records = desk.RecordsOf(*id);
    const Holds holds = HoldsOf(records);
    if (holds.on) return Complain("a legal hold is on this case: lift it first", kExitCheckFailed);
    List bodies = BodiesToErase(KeptBodiesOf(records), options.classes);
    if (bodies.empty()) return Complain("nothing of these classes is left", kExitCheckFailed);
    draft = ErasureOf(holds, std::move(bodies));
  } else {
    draft = DataOrder(options.type, *id, !options.lift);
  }
  draft.id = desk.NewId();
  if (!options.reason.empty()) draft.content = {{"reason", options.reason}};
  desk.Write({draft});
  if (options.json) {
    std::cout
        << nlohmann::ordered_json{{"record", ToHex(draft.id)}, {"erased", desk.Erased()}}.dump()
        << '\n';
  } else {
    std::cout << "recorded " << ToHex(draft.id);
    if (options.type == RecordType::kErased)
      std::cout << "; " << desk.Erased() << " bodies erased here, elsewhere with the next sync";
    std::cout << '\n';
  }
  return kExitOk;
}

int Run(const Options& options) {
  return AtDesk({options.desk, options.person, options.password_file},
                [&](DeskAtHand& desk) { return WriteAct(options, desk); });
}

void AddOne(CLI::App& app, int& exit_code, RecordType type, const char* name, const char* help) {
  const auto options = std::make_shared<Options>();
  options->type = type;
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("DESK", options->desk, "a desk's directory; its program must be closed")
      ->required();
  command->add_option("--case", options->code, "ticket code, or the case's record id")->required();
  command->add_option("--as", options->person, "the supervisor or head who answers for it")
      ->required();
  command->add_option("--password-file", options->password_file,
                      "first line is the password; - reads it from standard input");
  command->add_option("--reason", options->reason, "sealed with the record");
  if (type == RecordType::kErased) {
    command->add_option("--classes", options->classes, "c content, i identity, f facts")
        ->check(CLI::IsMember({"c", "i", "ci", "f", "cf", "fi", "cfi"}));
    command->footer(
        "The chain and all counts stay. Copies that never sync again (a stick in a drawer, a\n"
        "backup) keep their ciphertext. A legal hold comes before.");
  } else {
    command->add_flag("--lift", options->lift, "ends it");
  }
  command->add_flag("--json", options->json, "print JSON");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace

void AddPrivacyCommands(CLI::App& app, int& exit_code) {
  AddOne(app, exit_code, RecordType::kErased, "erase", "erase a case's content and identity");
  AddOne(app, exit_code, RecordType::kRestricted, "restrict", "restrict the use of a case's data");
  AddOne(app, exit_code, RecordType::kLegalHold, "hold", "a legal hold: nothing may be erased");
}

}  // namespace tanggap

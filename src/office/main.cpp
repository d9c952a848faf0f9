// The command line `tanggap`: every command is added here and lives in a file of its own.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <string>

#include "office/assess_command.h"
#include "office/backup_command.h"
#include "office/code_command.h"
#include "office/command.h"
#include "office/demo_command.h"
#include "office/node_command.h"
#include "office/office_command.h"
#include "office/person_command.h"
#include "office/privacy_command.h"
#include "office/retention_command.h"
#include "office/sync_command.h"
#include "office/ticket_command.h"
#include "office/verify_command.h"

namespace {

int Run(int argc, char** argv) {
  CLI::App app{"Tanggap: complaints and compensation of a public office", "tanggap"};
  app.require_subcommand(0, 1);
  app.footer(
      "Exit codes: 0 done; 1 a check didn't hold; 2 wrong usage; 74 a file or folder couldn't be\n"
      "used; 78 a decree, office or text file is wrong.");
  int exit_code = tanggap::kExitOk;
  tanggap::AddAssessCommand(app, exit_code);
  tanggap::AddBackupCommand(app, exit_code);
  tanggap::AddCodeCommand(app, exit_code);
  tanggap::AddDemoCommand(app, exit_code);
  tanggap::AddNodeCommand(app, exit_code);
  tanggap::AddOfficeCommand(app, exit_code);
  tanggap::AddPersonCommand(app, exit_code);
  tanggap::AddPrivacyCommands(app, exit_code);
  tanggap::AddRetentionCommand(app, exit_code);
  tanggap::AddSyncCommand(app, exit_code);
  tanggap::AddTicketCommand(app, exit_code);
  tanggap::AddVerifyCommand(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return app.exit(asked_for_help);
  } catch (const CLI::ParseError& error) {
    return tanggap::Complain(std::string(error.what()) + " (see tanggap --help)",
                             tanggap::kExitUsage);
  }
  if (app.get_subcommands().empty()) {
    std::cerr << app.help();
    return tanggap::kExitUsage;
  }
  return exit_code;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const std::filesystem::filesystem_error& error) {
    return tanggap::Complain(error);
  }
}

#include "office/sync_command.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "folder/mirror.h"
#include "office/command.h"

namespace tanggap {
namespace {

struct Options {
  std::string replica;
  std::string remote;
  int watch_s = 0;
  bool json = false;
};

nlohmann::ordered_json ToJson(const MirrorRound& round) {
  nlohmann::ordered_json problems = nlohmann::ordered_json::array();
  for (const Problem& problem : round.problems) {
    problems.push_back(
        {{"file", problem.file}, {"line", problem.line}, {"reason", problem.message}});
  }
  return {{"sent", round.sent},
          {"received", round.received},
          {"sent_bytes", round.sent_bytes},
          {"received_bytes", round.received_bytes},
          {"present", round.present},
          {"waiting", round.waiting},
          {"ignored", round.junk},
          {"problems", std::move(problems)}};
}

void Print(const MirrorRound& round, bool json) {
  if (json) {
    std::cout << ToJson(round).dump() << std::endl;
    return;
  }
  std::cout << "sent " << round.sent << ", received " << round.received << ", already there "
            << round.present;
  if (round.waiting > 0) std::cout << ", not whole yet " << round.waiting;
  if (round.junk > 0) std::cout << ", ignored " << round.junk;
  std::cout << std::endl;
}

int RunOnce(const Options& options) {
  try {
    const MirrorRound round = Mirror(options.replica, options.remote);
    Print(round, options.json);
    if (!round.problems.empty()) return Complain(round.problems, kExitCheckFailed);
    return kExitOk;
  } catch (const std::filesystem::filesystem_error& error) {
    const std::string reason = error.code() == std::errc::invalid_argument
                                   ? std::string(error.what())
                                   : error.code().message();
    return Complain(error.path1().string() + ": " + reason, kExitInputOutput);
  }
}

// Rounds until SIGTERM or SIGINT. A share that is gone is said once a round, and tried again.
int Watch(const Options& options) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  const timespec pause{options.watch_s, 0};
  while (true) {
    RunOnce(options);
    if (sigtimedwait(&ending, nullptr, &pause) > 0) return kExitOk;
  }
}

int Run(const Options& options) {
  // A missing folder at the start is a mistake in the command; later it is a share that went away.
  for (const std::string& folder : {options.replica, options.remote}) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
      return Complain(folder + ": no such folder (expected the directory that holds tanggap/)",
                      kExitInputOutput);
    }
  }
  return options.watch_s > 0 ? Watch(options) : RunOnce(options);
}

}  // namespace

void AddSyncCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      app.add_subcommand("sync", "Bring a replica and the central folder to the same files");
  command->add_option("replica", options->replica, "This node's replica, as kiosk-1/replica")
      ->required();
  command->add_option("remote", options->remote, "The central folder, share or USB stick")
      ->required();
  command->add_option("--watch", options->watch_s, "Repeat every so many seconds, until ended")
      ->check(CLI::Range(1, 86'400));
  command->add_flag("--json", options->json, "One line of JSON a round");
  command->footer(
      "Copies what is absent, checks what it copies, never deletes. REPLICA/node says whose "
      "replica\n"
      "it is: a kiosk receives rosters and desks' segments only. Without that file both sides are\n"
      "made equal (a stick, a second folder). Needs no key and no database.\n"
      "Exit code 1: some file is damaged; it is named, and left where it is.");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap

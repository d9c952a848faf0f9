#include "office/sync_command.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <iostream>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <thread>
#include <utility>

#include "folder/mirror.h"
#include "folder/sync_notes.h"
#include "office/command.h"

namespace tanggap {
namespace {

struct Options {
  std::string replica;
  std::string remote;
  int watch_s = 0;
  int patience_s = 120;
  bool check = false;
  bool removable = false;
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
          {"packed", round.packed},
          {"packs", round.packs},
          {"covered", round.covered},
          {"ignored", round.junk},
          {"checked", round.checked},
          {"restored", round.restored},
          {"erased", round.erased},
          {"alarms", round.alarms},
          {"problems", std::move(problems)}};
}

void Print(const MirrorRound& round, const Options& options) {
  if (options.json) {
    nlohmann::ordered_json json = ToJson(round);
    if (options.removable) json["safe_to_remove"] = IsSafeToRemove(round);
    std::cout << json.dump() << std::endl;
    return;
  }
  std::cout << "sent " << round.sent << ", received " << round.received << ", already there "
            << round.present;
  if (round.waiting > 0) std::cout << ", not whole yet " << round.waiting;
  if (round.junk > 0) std::cout << ", ignored " << round.junk;
  if (round.restored > 0) std::cout << ", restored " << round.restored;
  if (round.packs > 0) std::cout << ", packed " << round.packs << " months";
  if (round.erased > 0) std::cout << ", erased in " << round.erased;
  if (options.removable) {
    std::cout << '\n'
              << (IsSafeToRemove(round)
                      ? "read back " + std::to_string(round.checked) + " files: safe to remove"
                      : std::string("NOT safe to remove: run it again with the stick in place"));
  }
  for (const std::string& alarm : round.alarms)
    std::cout << "\nALARM " << alarm;
  std::cout << std::endl;
}

Instant Now() {
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::system_clock::now().time_since_epoch())};
}

// A stick that is not there is no share that is gone.
void NoteRound(const Options& options, const MirrorRound& round) {
  if (!options.removable) {
    NoteReached(options.replica, true, Now());
  } else if (IsSafeToRemove(round)) {
    NoteCarried(options.replica, options.remote, Now());
  }
  NoteAltered(options.replica, round, Now());
}
void NoteLost(const Options& options) {
  if (!options.removable) NoteReached(options.replica, false, Now());
}

// Says when a share has not answered for so long: the call itself may never come back. One thread
// beside the rounds; the folder that it writes to is the replica, on a local disk.
class Patience {
 public:
  // `once`: ends the process then, for nobody starts another round.
  Patience(const TreeMirror& mirror, const Options& options, bool once)
      : mirror_(mirror), options_(options), once_(once), thread_([this] { Watch(); }) {}
  ~Patience() {
    {
      const std::lock_guard lock(mutex_);
      done_ = true;
    }
    wake_.notify_all();
    thread_.join();
  }
  Patience(const Patience&) = delete;
  Patience& operator=(const Patience&) = delete;

 private:
  void Watch() {
    std::unique_lock lock(mutex_);
    std::uint64_t steps = mirror_.Steps();
    while (
        !wake_.wait_for(lock, std::chrono::seconds{options_.patience_s}, [&] { return done_; })) {
      const std::uint64_t now = mirror_.Steps();
      if (now != steps) {
        steps = now;
        continue;
      }
      NoteLost(options_);
      Complain(options_.remote + ": has not answered for " + std::to_string(options_.patience_s) +
                   " s; what was copied until then is whole, and the next round goes on",
               kExitInputOutput);
      // Not exit(): the thread that waits for the share would be waited for.
      if (once_) ::_exit(kExitInputOutput);
    }
  }

  const TreeMirror& mirror_;
  const Options& options_;
  bool once_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool done_ = false;
  std::thread thread_;
};

int RunOnce(TreeMirror& mirror, const Options& options) {
  MirrorCheck check = MirrorCheck::kOneOld;
  if (options.check) check = MirrorCheck::kAll;
  if (options.removable) check = MirrorCheck::kReadBack;
  try {
    const MirrorRound round = mirror.Round(check);
    NoteRound(options, round);
    Print(round, options);
    if (!round.problems.empty()) return Complain(round.problems, kExitCheckFailed);
    return options.removable && !IsSafeToRemove(round) ? kExitCheckFailed : kExitOk;
  } catch (const std::filesystem::filesystem_error& error) {
    NoteLost(options);
    const std::string reason = error.code() == std::errc::invalid_argument
                                   ? std::string(error.what())
                                   : error.code().message();
    if (options.removable) std::cout << "NOT safe to remove" << std::endl;
    return Complain(error.path1().string() + ": " + reason, kExitInputOutput);
  }
}

// Rounds until SIGTERM or SIGINT. A share that is gone is said once a round, and tried again.
int Watch(TreeMirror& mirror, const Options& options) {
  sigset_t ending;
  sigemptyset(&ending);
  sigaddset(&ending, SIGTERM);
  sigaddset(&ending, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ending, nullptr);
  const timespec pause{options.watch_s, 0};
  while (true) {
    {
      const Patience patience(mirror, options, false);
      RunOnce(mirror, options);
    }
    if (sigtimedwait(&ending, nullptr, &pause) > 0) return kExitOk;
  }
}

int Run(const Options& options) {
  TreeMirror mirror(options.replica, options.remote);
  std::optional<Patience> patience(std::in_place, mirror, options, options.watch_s == 0);
  // A missing folder at the start is a mistake in the command; later it is a share that went away.
  for (const std::string& folder : {options.replica, options.remote}) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(folder, error);
    const bool away = error && status.type() != std::filesystem::file_type::not_found;
    if (!std::filesystem::is_directory(status) && !(away && options.watch_s > 0)) {
      return Complain(folder + ": no such folder (expected the directory that holds tanggap/)",
                      kExitInputOutput);
    }
  }
  if (options.watch_s == 0) return RunOnce(mirror, options);
  patience.reset();
  return Watch(mirror, options);
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
  command
      ->add_option("--patience", options->patience_s,
                   "Say so when the share hasn't answered for so many seconds, and without --watch "
                   "give up (120)")
      ->check(CLI::Range(1, 86'400));
  command->add_flag("--check", options->check,
                    "Compare every file byte by byte; an altered one is restored from the other "
                    "side");
  command->add_flag("--removable", options->removable,
                    "For a stick: write, sync, read everything back, then say that it is safe to "
                    "remove");
  command->add_flag("--json", options->json, "One line of JSON a round");
  command->footer(
      "Copies what is absent and checks what it copies; each round also compares one older file\n"
      "byte by byte. Deletes nothing but bodies that an `erased` record names. REPLICA/node says\n"
      "whose replica it is: a kiosk receives rosters, desks' segments and its own lost files.\n"
      "Without that file both sides are made equal (a stick, a second folder). Needs no secret "
      "and\n"
      "no database.\n"
      "Exit code 1: some file is damaged; it is named. One that is whole on the other side was\n"
      "restored, any other is left where it is.");
  command->callback([options, &exit_code] { exit_code = Run(*options); });
}

}  // namespace tanggap

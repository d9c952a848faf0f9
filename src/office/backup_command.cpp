#include "office/backup_command.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "ledger/bytes.h"
#include "ledger/secret.h"
#include "ledger/sodium_randomness.h"
#include "office/backup.h"
#include "office/backup_drill.h"
#include "office/command.h"
#include "office/password.h"
#include "platform/system_clock.h"
#include "ports/store_error.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string data;
  std::string backup;
  std::string to;
  std::string who;
  std::string password_file;
  int wait_s = 60;
  bool json = false;
};

// A private directory that goes with whatever is in it.
class Aside {
 public:
  explicit Aside(Randomness& randomness) {
    std::array<std::uint8_t, 8> random{};
    randomness.Fill(random);
    path_ = fs::temp_directory_path() / ("tanggap-drill-" + ToHex(random));
    fs::create_directory(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~Aside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Aside(const Aside&) = delete;
  Aside& operator=(const Aside&) = delete;
  [[nodiscard]] const fs::path& Path() const { return path_; }

 private:
  fs::path path_;
};

int Make(const Options& options) {
  SodiumRandomness randomness;
  const Result<BackupMade> made = MakeBackup(options.data, options.to, SystemClock().Now(),
                                             randomness, std::chrono::seconds{options.wait_s});
  if (!made.Ok()) return Complain(made.Problems(), kExitConfiguration);
  const std::string directory = made.Value().directory.string();
  if (options.json) {
    std::cout << nlohmann::ordered_json{{"backup", directory},
                                        {"files", made.Value().files},
                                        {"by_running_program", made.Value().asked}}
                     .dump()
              << '\n';
  } else {
    std::cout << directory << ": " << made.Value().files << " files\nIt holds this device's key: "
              << "keep it locked away. Prove that it can be read:\ntanggap backup drill "
              << directory << " --as NAME\n";
  }
  return kExitOk;
}

// Nothing: it can be looked into.
std::optional<Problem> WhyNoBackup(const Options& options) {
  std::error_code error;
  if (fs::is_directory(options.backup, error)) return std::nullopt;
  return Problem{options.backup, 0, "no such directory; give one that `tanggap backup make` made"};
}

int Drill(const Options& options) {
  if (const auto problem = WhyNoBackup(options)) return Complain({*problem}, kExitInputOutput);
  std::optional<DrillReader> reader;
  if (!options.who.empty()) {
    const Result<std::string> password = KnownPassword(options.password_file, options.who);
    if (!password.Ok()) return Complain(password.Problems(), kExitUsage);
    reader = DrillReader{options.who, password.Value()};
  }
  SodiumRandomness randomness;
  const Aside aside(randomness);
  const DrillReport report = DrillBackup(options.backup, aside.Path(), reader, randomness);
  if (options.json) {
    nlohmann::ordered_json json{
        {"ok", report.problems.empty()}, {"segments", report.segments},
        {"records", report.records},     {"waiting", report.waiting},
        {"bodies", report.bodies},       {"dropped", report.dropped},
        {"opened", report.opened},       {"problems", nlohmann::ordered_json::array()}};
    for (const Problem& problem : report.problems)
      json["problems"].push_back(Describe(problem));
    std::cout << json.dump() << '\n';
  } else if (report.problems.empty()) {
    std::cout << "restored and read: " << report.segments << " segments, " << report.records
              << " records (" << report.waiting << " in none yet), " << report.bodies << " bodies";
    if (reader) {
      std::cout << ", " << report.opened << " opened by " << options.who << '\n';
    } else {
      std::cout << ", none opened: give --as NAME to prove that people can read it\n";
    }
  }
  if (report.problems.empty()) return kExitOk;
  return Complain(report.problems, kExitCheckFailed);
}

int Restore(const Options& options) {
  if (const auto problem = WhyNoBackup(options)) return Complain({*problem}, kExitInputOutput);
  SodiumRandomness randomness;
  const Result<std::size_t> restored = RestoreBackup(options.backup, options.data, randomness);
  if (!restored.Ok()) return Complain(restored.Problems(), kExitCheckFailed);
  std::cout << restored.Value() << " files restored to " << options.data
            << ". The device goes on in a new epoch.\nRun `tanggap sync " << options.data
            << "/replica CENTRAL` before its program: what it wrote after the backup comes back.\n";
  return kExitOk;
}

int Guarded(int (*run)(const Options&), const Options& options) {
  try {
    StartLedger();
    return run(options);
  } catch (const StoreError& error) {
    return Complain(error.what(), kExitInputOutput);
  }
}

}  // namespace

void AddBackupCommand(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<Options>();
  CLI::App* backup = app.add_subcommand("backup", "back a device up, and prove that it worked");
  backup->require_subcommand(1);
  CLI::App* make = backup->add_subcommand(
      "make", "copy a device's journal, keys and rosters; also while its program runs");
  make->add_option("DATA", options->data, "the device's directory, as DIR/desk-1")->required();
  make->add_option("--to", options->to, "where; a directory of its own is made there")->required();
  make->add_option("--wait", options->wait_s, "seconds to wait for a running program (60)")
      ->check(CLI::Range(1, 3600));
  make->add_flag("--json", options->json, "print JSON");
  make->callback([options, &exit_code] { exit_code = Guarded(Make, *options); });
  CLI::App* drill = backup->add_subcommand(
      "drill", "restore a backup aside, check every byte of it, and read it; leaves nothing");
  drill->add_option("BACKUP", options->backup, "a directory made by backup make")->required();
  drill->add_option("--as", options->who, "somebody who may read, to open what is sealed");
  drill->add_option("--password-file", options->password_file,
                    "that person's password; else asked");
  drill->add_flag("--json", options->json, "print JSON");
  drill->callback([options, &exit_code] { exit_code = Guarded(Drill, *options); });
  CLI::App* restore = app.add_subcommand("restore", "put a device back from its backup");
  restore->add_option("BACKUP", options->backup, "a directory made by backup make")->required();
  restore->add_option("DATA", options->data, "the device's directory; must hold no journal")
      ->required();
  restore->callback([options, &exit_code] { exit_code = Guarded(Restore, *options); });
}

}  // namespace tanggap

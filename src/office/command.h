// What every command of `tanggap` shares: exit codes, how problems are printed, how it is added.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/result.h"

namespace CLI {
class App;
}

namespace tanggap {

// Exit codes of every program; 78 and 74 are those of sysexits.h, which systemd knows.
inline constexpr int kExitOk = 0;
inline constexpr int kExitCheckFailed = 1;     // a check was made and didn't hold
inline constexpr int kExitUsage = 2;           // unknown option, id or value
inline constexpr int kExitInputOutput = 74;    // a file, folder or database couldn't be used
inline constexpr int kExitConfiguration = 78;  // a decree, office or text file is wrong

// One line a problem on stderr ("file:12: message"); returns `exit_code` for `return`.
int Complain(const std::vector<Problem>& problems, int exit_code);
int Complain(const std::string& message, int exit_code);
// "/usr/x: cannot create directories: Permission denied"; returns kExitInputOutput.
int Complain(const std::filesystem::filesystem_error& error);

// A command lives in src/office/<name>_command.h/.cpp as
//   void Add<Name>Command(CLI::App& app, int& exit_code);
// which adds a subcommand whose callback sets exit_code; main() adds them in one list.

}  // namespace tanggap

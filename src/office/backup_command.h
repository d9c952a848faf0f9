// `tanggap backup make`, `tanggap backup drill` and `tanggap restore`.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddBackupCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

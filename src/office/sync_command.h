// `tanggap sync`: mirrors a replica and a central folder.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddSyncCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

// `tanggap erase`, `restrict` and `hold`: what a person's rights over their data need at a desk.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddPrivacyCommands(CLI::App& app, int& exit_code);

}  // namespace tanggap

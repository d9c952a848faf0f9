// `tanggap verify FOLDER`: checks every byte of a central folder or replica.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddVerifyCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

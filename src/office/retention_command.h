// `tanggap retention`: what the office's retention schedule says must go, and erasing it.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddRetentionCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

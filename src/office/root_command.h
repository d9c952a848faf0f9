// `tanggap office root`: the office's root key on three sheets of paper, and back.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddRootCommand(CLI::App& office, int& exit_code);

}  // namespace tanggap

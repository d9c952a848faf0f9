// `tanggap office init`: makes the directory of a new office, with its keys.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddOfficeCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

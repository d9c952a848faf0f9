// `tanggap node enrol`: one more kiosk or desk.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddNodeCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

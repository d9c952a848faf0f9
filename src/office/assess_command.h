// `tanggap assess`: what a decree says about one finding.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddAssessCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

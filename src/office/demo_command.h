// `tanggap demo`: fills an office with made-up complaints, ratings and cases.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddDemoCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

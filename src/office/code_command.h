// `tanggap code CODE`: is this a well-formed ticket code?
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

// Exits 0 for a well-formed code, 1 otherwise. Says nothing of whether such a ticket exists.
void AddCodeCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

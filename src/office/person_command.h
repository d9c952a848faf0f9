// `tanggap person add`: enrols somebody who works at the desks.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

void AddPersonCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

// Reads script lines.
#include "ui/driver_script.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "ui/stage.h"

namespace tanggap::ui {

Driver::Source::Source(const std::filesystem::path& script) : input_(script == "-") {
  if (input_) return;
  std::ifstream file(script);
  if (!file) throw UiError(script.string() + ": the script can't be read");
  for (std::string line; std::getline(file, line);)
    lines_.push_back(line);
}

void Driver::Source::ReadInput() {
  pollfd ready{STDIN_FILENO, POLLIN, 0};
  while (!ended && poll(&ready, 1, 0) > 0) {
    std::array<char, 4096> bytes{};
    const ssize_t count = read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0) {
      if (!partial_.empty()) lines_.push_back(std::move(partial_));
      partial_.clear();
      input_ = false;
      return;
    }
    for (ssize_t i = 0; i < count; ++i) {
      const char c = bytes[static_cast<std::size_t>(i)];
      if (c == '\n') {
        lines_.push_back(std::move(partial_));
        partial_.clear();
      } else {
        partial_ += c;
      }
    }
  }
}

std::optional<std::string> Driver::Source::Next() {
  if (lines_.empty() && input_) ReadInput();
  if (lines_.empty()) {
    ended = !input_;
    return std::nullopt;
  }
  std::string line = std::move(lines_.front());
  lines_.pop_front();
  return line;
}

}  // namespace tanggap::ui

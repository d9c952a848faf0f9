// Where a driver's lines come from: a file read at once, or standard input without blocking.
#pragma once

#include <deque>
#include <filesystem>
#include <optional>
#include <string>

#include "ui/driver.h"

namespace tanggap::ui {

struct Driver::Source {
  explicit Source(const std::filesystem::path& script);
  // A line; nothing when there is none now. `ended` when there will be none.
  std::optional<std::string> Next();
  bool ended = false;

 private:
  void ReadInput();
  bool input_ = false;
  std::string partial_;
  std::deque<std::string> lines_;
};

}  // namespace tanggap::ui

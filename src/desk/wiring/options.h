// The desk's command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ui/geometry.h"

namespace tanggap::desk {

struct Options {
  std::filesystem::path data;                 // DIR/desk-1
  std::optional<ui::Size> window;             // nothing: the whole display
  std::filesystem::path drive;                // script of keys and taps; empty: a person
  std::filesystem::path layout;               // rewritten after every change; empty: none
  std::filesystem::path measures;             // times measured in this run; empty: none
  std::vector<std::filesystem::path> sticks;  // folders that count as sticks when they are there
  std::string language = "id";
  float scale = 1;
  bool dark = false;
};
struct Leave {  // --help, --version or a usage error, already said
  int status = 0;
};
[[nodiscard]] std::variant<Options, Leave> ReadOptions(int argc, char** argv);

}  // namespace tanggap::desk

// The kiosk's command line.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

#include "ui/geometry.h"

namespace tanggap::kiosk {

struct Options {
  std::filesystem::path data;        // DIR/kiosk-1
  std::optional<ui::Size> window;    // nothing: the whole display
  std::filesystem::path drive;       // script of taps; empty: a person's fingers
  std::filesystem::path layout;      // rewritten after every change; empty: none
  std::filesystem::path measures;    // written at the end; empty: none
  std::optional<ui::Size> panel_mm;  // instead of the office's
  std::string language;              // first language instead of the office's; empty: the office's
};
struct Leave {  // --help, --version or a usage error, already said
  int status = 0;
};
[[nodiscard]] std::variant<Options, Leave> ReadOptions(int argc, char** argv);

}  // namespace tanggap::kiosk

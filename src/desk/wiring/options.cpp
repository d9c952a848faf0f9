#include "desk/wiring/options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "ui/host.h"

namespace tanggap::desk {

std::variant<Options, Leave> ReadOptions(int argc, char** argv) {
  constexpr int kUsage = 2;
  Options options;
  std::string window;
  std::string theme = "light";
  CLI::App app{"The desk of an office: supervisors, head and counter staff.", "tanggap-desk"};
  app.add_option("--data", options.data, "directory of this desk, made by `tanggap office init`")
      ->required();
  app.add_option("--window", window, "WxH in pixels instead of the whole display");
  app.add_option("--drive", options.drive, "script of keys and taps (\"-\": standard input)");
  app.add_option("--layout", options.layout, "file that always holds what can be pressed");
  app.add_option("--measures", options.measures, "file for times measured in this run");
  app.add_option("--language", options.language, "id or en")->check(CLI::IsMember({"id", "en"}));
  app.add_option("--scale", options.scale, "size of everything, 1 to 2")
      ->check(CLI::Range(1.0F, 2.0F));
  app.add_option("--theme", theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return Leave{app.exit(error) == 0 ? 0 : kUsage};
  }
  options.dark = theme == "dark";
  if (!window.empty()) {
    options.window = ui::ParseSize(window);
    if (!options.window) {
      std::cerr << "tanggap-desk: --window must be WIDTHxHEIGHT\n";
      return Leave{kUsage};
    }
  }
  return options;
}

}  // namespace tanggap::desk

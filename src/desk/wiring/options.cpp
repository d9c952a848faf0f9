#include "desk/wiring/options.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "ui/host.h"

namespace tanggap::desk {
namespace {

// One line that names the option and the next step.
Leave Complain(const std::string& what) {
  constexpr int kUsage = 2;
  std::cerr << "tanggap-desk: " << what << " (see tanggap-desk --help)\n";
  return Leave{kUsage};
}

}  // namespace

std::variant<Options, Leave> ReadOptions(int argc, char** argv) {
  Options options;
  std::string window;
  std::string theme = "light";
  CLI::App app{"The desk of an office: supervisors, head and counter staff.", "tanggap-desk"};
  app.add_option("--data", options.data, "directory of this desk, made by `tanggap office init`");
  app.add_option("--window", window, "WxH in pixels instead of the whole display");
  app.add_option("--drive", options.drive, "script of keys and taps (\"-\": standard input)");
  app.add_option("--layout", options.layout, "file that always holds what can be pressed");
  app.add_option("--measures", options.measures, "file for times measured in this run");
  app.add_option("--stick", options.sticks,
                 "folder that is offered as a USB stick while it is there (what a desktop mounts "
                 "below /media always is)");
  app.add_option("--language", options.language, "id or en")->check(CLI::IsMember({"id", "en"}));
  app.add_option("--scale", options.scale, "size of everything, 1 to 2")
      ->check(CLI::Range(1.0F, 2.0F));
  app.add_option("--theme", theme, "light or dark")->check(CLI::IsMember({"light", "dark"}));
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return Leave{app.exit(asked_for_help)};
  } catch (const CLI::ParseError& error) {
    return Complain(error.what());
  }
  // Not left to the library: it would ask for --data first, whatever else is wrong.
  if (options.data.empty()) return Complain("--data DIR is required");
  options.dark = theme == "dark";
  if (!window.empty()) {
    options.window = ui::ParseSize(window);
    if (!options.window) return Complain("--window must be WIDTHxHEIGHT");
  }
  return options;
}

}  // namespace tanggap::desk

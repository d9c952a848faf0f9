#include "kiosk/wiring/options.h"

#include <CLI/CLI.hpp>
#include <charconv>
#include <iostream>

#include "ui/host.h"

namespace tanggap::kiosk {

namespace {

// "194x345"; any size: what is too small is the office file's check to say.
std::optional<ui::Size> Millimetres(const std::string& text) {
  const std::size_t cross = text.find('x');
  if (cross == std::string::npos) return std::nullopt;
  ui::Size size;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  const auto width = std::from_chars(begin, begin + cross, size.width);
  const auto height = std::from_chars(begin + cross + 1, end, size.height);
  const bool whole = width.ptr == begin + cross && height.ptr == end;
  if (!whole || size.width <= 0 || size.height <= 0) return std::nullopt;
  return size;
}

// One line that names the option and the next step.
Leave Complain(const std::string& what) {
  constexpr int kUsage = 2;
  std::cerr << "tanggap-kiosk: " << what << " (see tanggap-kiosk --help)\n";
  return Leave{kUsage};
}

}  // namespace

std::variant<Options, Leave> ReadOptions(int argc, char** argv) {
  Options options;
  std::string window;
  std::string panel;
  CLI::App app{"The visitor's terminal of an office.", "tanggap-kiosk"};
  app.add_option("--data", options.data, "directory of this kiosk, made by `tanggap office init`");
  app.add_option("--window", window, "WxH in pixels instead of the whole display");
  app.add_option("--drive", options.drive, "script of taps (\"-\": standard input)");
  app.add_option("--layout", options.layout, "file that always holds what can be touched");
  app.add_option("--measures", options.measures, "file for times measured in this run");
  app.add_option("--panel-mm", panel, "WxH of the glass in millimetres instead of office.toml's");
  app.add_option("--language", options.language, "language to begin with: id, en");
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& asked_for_help) {
    return Leave{app.exit(asked_for_help)};
  } catch (const CLI::ParseError& error) {
    return Complain(error.what());
  }
  // Not left to the library: it would ask for --data first, whatever else is wrong.
  if (options.data.empty()) return Complain("--data DIR is required");
  if (!window.empty() && !(options.window = ui::ParseSize(window)))
    return Complain("--window must be WIDTHxHEIGHT");
  if (!panel.empty() && !(options.panel_mm = Millimetres(panel)))
    return Complain("--panel-mm must be WIDTHxHEIGHT");
  return options;
}

}  // namespace tanggap::kiosk

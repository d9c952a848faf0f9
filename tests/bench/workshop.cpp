#include "bench/workshop.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "bench/bench.h"
#include "support/places.h"

namespace tanggap::bench {
namespace {

namespace fs = std::filesystem;

const fs::path kBinaries = BinaryDir();
const fs::path kSource = SourceDir();

}  // namespace

const fs::path& Workshop::Office() {
  if (!office_.empty()) return office_;
  const fs::path office = directory_ / "office";
  const fs::path binary = kBinaries / "tanggap";
  const fs::path example = kSource / "kiosk-config/offices/lembata.toml";
  Child demo({binary.string(), "demo", office.string(), "--complaints", std::to_string(kComplaints),
              "--seed", "7", "--template", example.string()},
             {}, directory_ / "demo.log");
  demo.Wait(Seconds{120});
  office_seconds_ = (MillisecondsNow() - demo.StartedAt()) / 1000;
  office_ = office;
  return office_;
}

double Workshop::SecondsForOffice() {
  Office();
  return office_seconds_;
}

bool Workshop::HasXvfb() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (access((fs::path(folder) / "Xvfb").c_str(), X_OK) == 0) return true;
  return false;
}

void Workshop::OpenDisplay() {
  if (!display_name_.empty()) return;
  if (!HasXvfb()) {
    display_ = {{"SDL_VIDEODRIVER", "offscreen"}, {"SDL_AUDIODRIVER", "dummy"}};
    display_name_ = "offscreen";
    return;
  }
  // The number of the display that it found free comes on its standard output.
  const fs::path number = directory_ / "display";
  auto xvfb = std::make_unique<Child>(
      std::vector<std::string>{"Xvfb", "-displayfd", "1", "-screen", "0", "1080x1920x24",
                               "-nolisten", "tcp", "-noreset"},
      Environment{}, number);
  std::string display;
  const double end = MillisecondsNow() + 10'000;
  while (display.empty()) {
    if (MillisecondsNow() > end) throw std::runtime_error("Xvfb doesn't start");
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    std::ifstream file(number);
    for (std::string line; std::getline(file, line) && !file.eof();)
      if (line.find_first_not_of("0123456789") == std::string::npos) display = line;
  }
  display_ = {{"SDL_VIDEODRIVER", "x11"}, {"SDL_AUDIODRIVER", "dummy"}, {"DISPLAY", ":" + display}};
  xvfb_ = std::move(xvfb);
  display_name_ = "Xvfb";
}

const std::string& Workshop::DisplayName() {
  OpenDisplay();
  return display_name_;
}

std::unique_ptr<Child> Workshop::StartKiosk(const std::string& script) {
  OpenDisplay();
  const fs::path kiosk = Office() / "kiosk-1";
  const fs::path drive = directory_ / "script";
  const fs::path binary = kBinaries / "tanggap-kiosk";
  std::ofstream(drive) << script;
  fs::remove(directory_ / "measures.json");
  return std::make_unique<Child>(
      std::vector<std::string>{binary.string(), "--data", kiosk.string(), "--window", "1080x1920",
                               "--drive", drive.string(), "--measures",
                               (directory_ / "measures.json").string()},
      display_, directory_ / "kiosk.log");
}

Measures Workshop::ReadMeasures() const {
  std::ifstream file(directory_ / "measures.json");
  if (!file) throw std::runtime_error("the kiosk left no measures");
  const nlohmann::json json = nlohmann::json::parse(file);
  Measures measures;
  for (const auto& us : json.at("tap_to_shown_us"))
    measures.tap_to_shown_ms.push_back(us.get<double>() / 1000);
  for (const auto& us : json.at("frame_us"))
    measures.frame_ms.push_back(us.get<double>() / 1000);
  for (const auto& screen : json.at("screens"))
    measures.screens.push_back({screen.at("name").get<std::string>(),
                                screen.at("at_us").get<double>() / 1000,
                                screen.at("since_tap_us").get<double>() / 1000});
  return measures;
}

}  // namespace tanggap::bench

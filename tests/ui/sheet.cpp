// Writes the component sheets as PNG files: ui-sheet DIR.
#include "sheet.h"

#include <cstdio>
#include <string>

#include "support/ui_harness.h"

namespace tanggap::ui {
namespace {

void Save(const std::string& folder, const std::string& name, Size size, Look look,
          const std::function<void(Frame&)>& draw) {
  UiHarness harness(size, look);
  harness.Draw(draw);
  harness.Pass(1000);
  harness.Draw(draw);
  harness.SavePng(folder + "/" + name + ".png");
}

int WriteSheets(const std::string& folder) {
  const Size wide{1920, 1080};
  const Size tall{1080, 1920};
  Look kiosk = KioskLook(tall, 194, 345);
  Look contrast = kiosk;
  contrast.theme = HighContrastTheme();
  Look large = contrast;
  large.large = true;
  Look desk = DeskLook(1);
  Look dark = desk;
  dark.desk_theme = DarkDeskTheme();
  for (const auto& [suffix, look] :
       {std::pair<std::string, Look>{"", kiosk}, {"-contrast", contrast}, {"-large", large}}) {
    Save(folder, "kiosk-components" + suffix, wide, look, DrawFacesAndStates);
    Save(folder, "kiosk-tiles" + suffix, tall, look, DrawKioskTiles);
    Save(folder, "kiosk-typing" + suffix, tall, look, DrawKioskTyping);
    Save(folder, "kiosk-cards" + suffix, tall, look, DrawKioskCards);
  }
  for (const auto& [suffix, look] : {std::pair<std::string, Look>{"", desk}, {"-dark", dark}}) {
    Save(folder, "desk-components" + suffix, wide, look, DrawDeskSheet);
    Save(folder, "desk-matrix" + suffix, wide, look, DrawDeskMatrix);
  }
  return 0;
}

}  // namespace
}  // namespace tanggap::ui

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: ui-sheet DIR\n");
    return 2;
  }
  return tanggap::ui::WriteSheets(argv[1]);
}

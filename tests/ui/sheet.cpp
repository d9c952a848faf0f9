// Writes the component sheets as DIR/{kiosk,desk}/THEME/NAME.png: ui-sheet DIR.
#include "sheet.h"

#include <cstdio>
#include <filesystem>
#include <string>

#include "support/ui_harness.h"

namespace tanggap::ui {
namespace {

void Save(const std::filesystem::path& file, Size size, const Look& look,
          const std::function<void(Frame&)>& draw) {
  UiHarness harness(size, look);
  harness.Rest(draw);
  harness.SavePng(file.string());
}

int WriteSheets(const std::filesystem::path& folder) {
  const Size wide{1920, 1080};
  const Size tall{1080, 1920};
  const Look kiosk = KioskLook(tall, 194, 345);
  Look contrast = kiosk;
  contrast.theme = HighContrastTheme();
  contrast.large = true;
  for (const auto& [theme, look] :
       {std::pair<std::string, Look>{"light", kiosk}, {"contrast", contrast}}) {
    const auto at = folder / "kiosk" / theme;
    Save(at / "01-components.png", wide, look, DrawFacesAndStates);
    Save(at / "02-buttons.png", tall, look, DrawKioskButtons);
    Save(at / "03-tiles.png", tall, look, DrawKioskTiles);
    Save(at / "04-typing.png", tall, look, DrawKioskTyping);
    Save(at / "05-codes.png", tall, look, DrawKioskCodes);
    Save(at / "06-cards.png", tall, look, DrawKioskCards);
    Save(at / "07-paths.png", tall, look, DrawKioskPaths);
    Save(at / "08-ring.png", tall, look, DrawKioskRing);
    Save(at / "09-rows.png", tall, look, DrawKioskRows);
    Save(at / "10-pictograms.png", wide, look, DrawPictograms);
  }
  const Look desk = DeskLook(1);
  Look dark = desk;
  dark.desk_theme = DarkDeskTheme();
  for (const auto& [theme, look] : {std::pair<std::string, Look>{"light", desk}, {"dark", dark}}) {
    Save(folder / "desk" / theme / "01-components.png", wide, look, DrawDeskSheet);
    Save(folder / "desk" / theme / "02-matrix.png", wide, look, DrawDeskMatrix);
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

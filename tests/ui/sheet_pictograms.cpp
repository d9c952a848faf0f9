// Every pictogram that the program is shipped with, at the sizes of a tile and of a button.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "sheet.h"
#include "support/places.h"
#include "ui/text.h"

namespace tanggap::ui {

void DrawPictograms(Frame& frame) {
  SheetGround(frame, "pictograms");
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(SourceDir() / "assets" / "icons"))
    names.push_back(file.path().stem().string());
  std::ranges::sort(names);
  constexpr std::size_t kColumns = 10;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const float x = 43 + (186 * static_cast<float>(i % kColumns));
    const float y = 30 + (150 * static_cast<float>(i / kColumns));
    frame.Icon(names[i], frame.Area(x, y, 100, 100));
    frame.Icon(names[i], frame.Area(x + 110, y + 36, 64, 64));
  }
}

}  // namespace tanggap::ui

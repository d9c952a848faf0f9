// The one line over the inbox that says what is wrong with the folder: a device on two disks, files
// that were altered, segments that have not arrived.
#pragma once

#include <optional>
#include <string>

#include "desk/screens/scene.h"
#include "ui/desk_kit.h"

namespace tanggap::desk {

struct NoticeLine {
  std::string words;
  ui::Tone tone = ui::Tone::kAmber;
};
// The gravest; nothing: all is well.
[[nodiscard]] std::optional<NoticeLine> FolderNotice(const Scene& scene);
// "Lobi 1 terdengar …", a line each kiosk, the longest silent first; each begins with a line break.
[[nodiscard]] std::string HeardWords(const Scene& scene);

}  // namespace tanggap::desk

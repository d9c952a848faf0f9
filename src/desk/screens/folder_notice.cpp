#include "desk/screens/folder_notice.h"

#include <algorithm>

#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {

std::string HeardWords(const Scene& scene) {
  std::vector<Device> kiosks = scene.state.folder.devices;
  std::erase_if(kiosks, [](const Device& device) {
    return !device.kiosk || device.revoked || !device.heard;
  });
  std::ranges::sort(kiosks, {}, &Device::heard);
  std::string words;
  for (const Device& kiosk : kiosks)
    words += "\n" + scene.texts.Format(TextId::kDeskScanHeardLast,
                                       {{"kiosk", KioskName(scene, kiosk.node)},
                                        {"t", DayAndTime(scene, *kiosk.heard)}});
  return words;
}

std::optional<NoticeLine> FolderNotice(const Scene& scene) {
  const FolderState& folder = scene.state.folder;
  const auto more = [&](std::string line, std::size_t all) {
    if (all < 2) return line;
    return scene.texts.Format(TextId::kDeskGapMore,
                              {{"line", line}, {"n", std::to_string(all - 1)}});
  };
  if (!folder.lives.empty()) {
    const std::string kiosk = KioskName(scene, folder.lives.front());
    return NoticeLine{scene.texts.Format(TextId::kDeskAlarmLife, {{"kiosk", kiosk}}),
                      ui::Tone::kRed};
  }
  if (!folder.altered.empty()) {
    const FolderState::Altered& altered = folder.altered.front();
    return NoticeLine{
        scene.texts.Format(TextId::kDeskAlarmAltered, {{"kiosk", KioskName(scene, altered.node)},
                                                       {"n", std::to_string(altered.files)}}),
        ui::Tone::kRed};
  }
  if (folder.tampered) {
    const FolderState::Tampered& found = *folder.tampered;
    const std::string at = ClockTime(found.at, scene.OfficeZone(), scene.texts);
    if (found.left > 0)
      return NoticeLine{scene.texts.Format(TextId::kDeskAlarmLeft,
                                           {{"n", std::to_string(found.left)}, {"t", at}}),
                        ui::Tone::kRed};
    return NoticeLine{scene.texts.Format(TextId::kDeskAlarmRestored,
                                         {{"n", std::to_string(found.restored)}, {"t", at}})};
  }
  if (folder.gaps.empty()) return std::nullopt;
  const FolderState::Gap& gap = folder.gaps.front();
  return NoticeLine{
      more(scene.texts.Format(TextId::kDeskGapLine, {{"kiosk", KioskName(scene, gap.node)},
                                                     {"n", std::to_string(gap.segment)}}),
           folder.gaps.size())};
}

}  // namespace tanggap::desk

// The room of devices: what is heard from each kiosk and desk, what is missing, the way to the
// central folder.
#include <algorithm>
#include <string>
#include <vector>

#include "desk/screens/device_words.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Health;
using ui::Rect;
using ui::TextStyle;
using ui::Tone;

struct Columns {
  float mark = 0;
  float name = 0;
  float heard = 0;
  float read = 0;
  float disk = 0;
  float epoch = 0;
  float end = 0;
};

Columns ColumnsOf(const Scene& scene, const Rect& list) {
  const auto at = [&](float share) { return list.x + (list.w * share); };
  return {
      list.x + scene.U(26),      list.x + scene.U(46), at(0.34F), at(0.56F), at(0.74F), at(0.88F),
      list.Right() - scene.U(20)};
}

std::string HeardCell(const Scene& scene, const Device& device) {
  if (device.revoked) return scene.Say(TextId::kDeskDevicesRevoked);
  if (!device.heard) return scene.Say(TextId::kDeskDevicesNever);
  const auto ago =
      std::chrono::duration_cast<std::chrono::minutes>(scene.state.now - *device.heard).count();
  if (ago < 1) return scene.Say(TextId::kDeskDevicesJustNow);
  return scene.texts.Format(TextId::kDeskDevicesAgo, {{"t", Duration(scene, ago)}});
}

ui::Color InkOf(const Scene& scene, Health health) {
  if (health == Health::kBroken) return scene.Colors().red;
  return health == Health::kCare ? scene.Colors().amber : scene.Colors().ink;
}

float DrawTableHead(Scene& scene, const Rect& list, const Columns& c, float y, TextId what,
                    bool first) {
  const float h = scene.U(30);
  scene.frame.Fill({list.x, y, list.w, h}, scene.Colors().sunken);
  ui::Rule(scene.frame, list.x, y, list.w);
  ui::Rule(scene.frame, list.x, y + h, list.w);
  const auto head = [&](float from, float to, TextId word) {
    ui::ColumnHead(scene.frame, {from, y, to - from - scene.U(8), h}, scene.Say(word));
  };
  head(c.name, c.heard, what);
  if (first) {
    head(c.heard, c.read, TextId::kDeskDevicesHeard);
    head(c.read, c.disk, TextId::kDeskDevicesRead);
    head(c.disk, c.epoch, TextId::kDeskDevicesDisk);
    head(c.epoch, c.end, TextId::kDeskDevicesEpoch);
  }
  return y + h + 1;
}

void DrawDeviceRow(Scene& scene, const Columns& c, const Rect& row, const Device& device) {
  const Health health = HealthOf(scene, device);
  ui::HealthSign(scene.frame, {c.mark, row.Center().y}, health);
  const std::string place = KioskName(scene, device.node);
  const std::string second = device.here            ? scene.Say(TextId::kDeskDevicesHere)
                             : place == device.name ? ""
                                                    : device.name;
  const float line = scene.U(20);
  const float top = row.y + ((row.h - (second.empty() ? line : 2 * line)) / 2);
  Words(scene, {c.name, top, c.heard - c.name - scene.U(8), line}, place,
        TextStyle::kDeskTextStrong, device.revoked ? scene.Colors().ink3 : scene.Colors().ink);
  if (!second.empty())
    Words(scene, {c.name, top + line, c.heard - c.name - scene.U(8), line}, second,
          TextStyle::kDeskCaption, scene.Colors().ink3);
  const auto findings = FindingsOf(scene.state.folder, device, scene.state.now);
  const auto ink = [&](std::initializer_list<DeviceFault> faults) {
    for (const DeviceFinding& finding : findings) {
      if (std::ranges::find(faults, finding.fault) != faults.end())
        return InkOf(scene, finding.grave ? Health::kBroken : Health::kCare);
    }
    return device.revoked ? scene.Colors().ink3 : scene.Colors().ink;
  };
  const auto cell = [&](float from, float to, std::string_view words, ui::Color color) {
    const bool plain = color == scene.Colors().ink || color == scene.Colors().ink3;
    Words(scene, {from, row.y, to - from - scene.U(8), row.h}, words,
          plain ? TextStyle::kDeskText : TextStyle::kDeskTextStrong, color);
  };
  using enum DeviceFault;
  cell(c.heard, c.read, HeardCell(scene, device), ink({kSilent, kNeverHeard}));
  const std::string& dash = scene.Say(TextId::kDeskCommonDash);
  const bool behind = device.beat && device.beat->segment > device.read;
  const std::string read = Number(device.read, scene.texts);
  cell(c.read, c.disk,
       device.epoch == 0 ? dash
       : behind
           ? scene.texts.Format(TextId::kDeskDevicesReadOf,
                                {{"n", read}, {"m", Number(device.beat->segment, scene.texts)}})
           : read,
       ink({kAltered, kGap, kBehind, kBodiesLack}));
  cell(c.disk, c.epoch, device.beat ? DiskWords(scene, device.beat->free_mib) : dash,
       ink({kDiskLow}));
  cell(c.epoch, c.end, device.epoch == 0 ? dash : Number(device.epoch, scene.texts),
       ink({kTwoLives}));
}

void DrawFolderRow(Scene& scene, const Columns& c, const Rect& row) {
  const FolderState& folder = scene.state.folder;
  const Health health = FolderHealth(folder);
  ui::HealthSign(scene.frame, {c.mark, row.Center().y}, health);
  const float line = scene.U(20);
  const float top = row.y + ((row.h - (2 * line)) / 2);
  Words(scene, {c.name, top, c.heard - c.name, line}, scene.Say(TextId::kDeskDevicesFolder),
        TextStyle::kDeskTextStrong, scene.Colors().ink);
  Words(scene, {c.name, top + line, c.heard - c.name, line},
        scene.Say(TextId::kDeskDevicesFolderWay), TextStyle::kDeskCaption, scene.Colors().ink3);
  Words(scene, {c.heard, row.y, c.disk - c.heard - scene.U(8), row.h}, WayWords(scene),
        folder.offline_since ? TextStyle::kDeskTextStrong : TextStyle::kDeskText,
        folder.offline_since ? scene.Colors().amber : scene.Colors().ink);
  const bool waiting = folder.waiting > 0;
  Words(scene, {c.disk, row.y, c.end - c.disk, row.h},
        scene.texts.Format(
            waiting ? TextId::kDeskDevicesWaiting : TextId::kDeskDevicesGaps,
            {{"n", Number(static_cast<std::int64_t>(waiting ? folder.waiting : folder.gaps.size()),
                          scene.texts)}}),
        TextStyle::kDeskText,
        folder.gaps.empty() || waiting ? scene.Colors().ink2 : scene.Colors().amber,
        ui::Align::kRight);
}

}  // namespace

std::pair<std::size_t, bool> TroubledDevices(const Scene& scene) {
  std::size_t count = 0;
  bool grave = false;
  for (const Device& device : scene.state.folder.devices) {
    const Health health = HealthOf(scene, device);
    if (health == Health::kCare || health == Health::kBroken) ++count;
    grave = grave || health == Health::kBroken;
  }
  const Health folder = FolderHealth(scene.state.folder);
  if (folder == Health::kCare || folder == Health::kBroken) ++count;
  return {count, grave || folder == Health::kBroken};
}

void DrawDevicesRoom(Scene& scene, const Plan& plan, const Room& room) {
  const std::vector<Device>& devices = scene.state.folder.devices;
  const Rect& list = plan.list;
  const Columns c = ColumnsOf(scene, list);
  const auto kiosks = std::ranges::count(devices, true, &Device::kiosk);
  ui::PaneTitle(scene.frame, {list.x + scene.U(20), list.y + scene.U(15)},
                scene.Say(TextId::kDeskRoomDevices),
                scene.texts.Format(TextId::kDeskDevicesCount,
                                   {{"k", Number(kiosks, scene.texts)},
                                    {"m", Number(std::ssize(devices) - kiosks, scene.texts)}}));
  const Rect pane{list.x, list.y + scene.U(52), list.w, list.h - scene.U(52)};
  ScrollArea area(scene, Pane::kList, pane);
  float y = area.Top();
  const auto row_at = [&](std::size_t index) {
    const Rect row{pane.x, y, pane.w, scene.U(50)};
    if (index == room.row) area.Follow(row);
    const std::string id = "device." + std::to_string(index);
    if (row.Bottom() > pane.y && row.y < pane.Bottom() &&
        ui::ListRow(scene.frame, id.c_str(), row, index == room.row))
      scene.Want(SelectRow{index});
    y = row.Bottom();
    return row;
  };
  for (std::size_t i = 0; i < devices.size(); ++i) {
    const bool first = i == 0 || devices[i].kiosk != devices[i - 1].kiosk;
    if (first && i > 0) y += scene.U(18);
    if (first)
      y = DrawTableHead(scene, list, c, y,
                        devices[i].kiosk ? TextId::kDeskDevicesKiosk : TextId::kDeskDevicesDesk,
                        true);
    DrawDeviceRow(scene, c, row_at(i), devices[i]);
  }
  y = DrawTableHead(scene, list, c, y + scene.U(18), TextId::kDeskDevicesFolder, false);
  DrawFolderRow(scene, c, row_at(devices.size()));
  y = DrawTableHead(scene, list, c, y + scene.U(18), TextId::kDeskStickSection, false);
  const std::vector<Stick>& sticks = scene.state.sticks;
  const StickColumns stick_columns{c.mark, c.name, c.heard, c.end};
  for (std::size_t i = 0; i < std::max<std::size_t>(1, sticks.size()); ++i)
    DrawStickRow(scene, stick_columns, row_at(devices.size() + 1 + i),
                 sticks.empty() ? nullptr : &sticks[i]);
  area.End(y);
  if (room.row < devices.size()) {
    DrawDevicePanel(scene, plan.preview, devices[room.row]);
  } else if (room.row == devices.size()) {
    DrawFolderPanel(scene, plan.preview);
  } else {
    DrawStickPanel(scene, plan.preview);
  }
}

}  // namespace tanggap::desk

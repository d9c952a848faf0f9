// The room of devices: what is heard from each kiosk and desk, what is missing, the way to the
// central folder; beside it why, and what to do.
#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "desk/screens/room_panel.h"
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

std::string DiskWords(const Scene& scene, std::int64_t mib) {
  constexpr std::int64_t kGib = 1024;
  if (mib < kGib)
    return scene.texts.Format(TextId::kDeskDevicesMb, {{"n", Number(mib, scene.texts)}});
  return scene.texts.Format(TextId::kDeskDevicesGb, {{"n", Number(mib / kGib, scene.texts)}});
}

std::string Duration(const Scene& scene, std::int64_t minutes) {
  if (minutes < 120)
    return scene.texts.Format(TextId::kDeskFormatMinutes, {{"n", Number(minutes, scene.texts)}});
  if (minutes < 48 * 60)
    return scene.texts.Format(TextId::kDeskFormatHours, {{"h", Number(minutes / 60, scene.texts)}});
  return Days(scene, Number(minutes / 1440, scene.texts));
}

std::string HeardCell(const Scene& scene, const Device& device) {
  if (device.revoked) return scene.Say(TextId::kDeskDevicesRevoked);
  if (!device.heard) return scene.Say(TextId::kDeskDevicesNever);
  const auto ago =
      std::chrono::duration_cast<std::chrono::minutes>(scene.state.now - *device.heard).count();
  if (ago < 1) return scene.Say(TextId::kDeskDevicesJustNow);
  return scene.texts.Format(TextId::kDeskDevicesAgo, {{"t", Duration(scene, ago)}});
}

Health HealthOf(const Scene& scene, const Device& device) {
  if (device.revoked) return Health::kUnknown;
  const auto findings = FindingsOf(scene.state.folder, device, scene.state.now);
  if (std::ranges::any_of(findings, &DeviceFinding::grave)) return Health::kBroken;
  if (!findings.empty()) return Health::kCare;
  // A desk that is off tells nothing either way.
  const bool silent = !device.heard || scene.state.now - *device.heard >= kSilentCare;
  return silent && !device.here ? Health::kUnknown : Health::kGood;
}

Health FolderHealth(const FolderState& folder) {
  if (folder.tampered && folder.tampered->left > 0) return Health::kBroken;
  if (folder.offline_since || folder.tampered || !folder.gaps.empty()) return Health::kCare;
  return folder.reached ? Health::kGood : Health::kUnknown;
}

std::string FaultWords(const Scene& scene, const DeviceFinding& finding) {
  const std::string n = Number(finding.n, scene.texts);
  const auto with = [&](TextId id, const std::string& name, const std::string& value) {
    return scene.texts.Format(id, {{name, value}});
  };
  switch (finding.fault) {
    case DeviceFault::kTwoLives:
      return scene.Say(TextId::kDeskDevicesFaultLives);
    case DeviceFault::kAltered:
      return with(TextId::kDeskDevicesFaultAltered, "n", n);
    case DeviceFault::kGap:
      return with(TextId::kDeskDevicesFaultGap, "n", n);
    case DeviceFault::kBehind:
      return with(TextId::kDeskDevicesFaultBehind, "n", n);
    case DeviceFault::kBodiesLack:
      return scene.Say(TextId::kDeskDevicesFaultBodies);
    case DeviceFault::kSilent:
      return with(TextId::kDeskDevicesFaultSilent, "t", Duration(scene, finding.n));
    case DeviceFault::kNeverHeard:
      return scene.Say(TextId::kDeskDevicesFaultNever);
    case DeviceFault::kDiskLow:
      return with(TextId::kDeskDevicesFaultDisk, "t", DiskWords(scene, finding.n));
  }
  return "";
}

std::vector<TextId> Remedies(const DeviceFinding& finding) {
  switch (finding.fault) {
    case DeviceFault::kTwoLives:
      return {TextId::kDeskDevicesDoLives};
    case DeviceFault::kAltered:
      return {TextId::kDeskDevicesDoAltered};
    case DeviceFault::kGap:
      return {TextId::kDeskDevicesDoGap};
    case DeviceFault::kBehind:
    case DeviceFault::kBodiesLack:
      return {TextId::kDeskDevicesDoBehind};
    case DeviceFault::kSilent:
      return {TextId::kDeskDevicesDoSilent, TextId::kDeskDevicesDoSilentLong};
    case DeviceFault::kNeverHeard:
      return {TextId::kDeskDevicesDoNever};
    case DeviceFault::kDiskLow:
      return {TextId::kDeskDevicesDoDisk};
  }
  return {};
}

ui::Color InkOf(const Scene& scene, Health health) {
  if (health == Health::kBroken) return scene.Colors().red;
  return health == Health::kCare ? scene.Colors().amber : scene.Colors().ink;
}

// "Segmen 41 belum tiba" with its sign before it; returns the y below.
float FindingLine(Scene& scene, const Column& at, float y, const std::string& words, bool grave) {
  ui::HealthSign(scene.frame, {at.x + scene.U(6), y + scene.U(10)},
                 grave ? Health::kBroken : Health::kCare);
  const float indent = scene.U(24);
  return y +
         std::max(scene.U(20), Paragraph(scene, {at.x + indent, y, at.width - indent, 0}, words,
                                         TextStyle::kDeskTextMedium, scene.Colors().ink)) +
         scene.U(6);
}

float NumberedLine(Scene& scene, const Column& at, float y, std::size_t number,
                   std::string_view words) {
  const float indent = scene.U(24);
  Words(scene, {at.x, y, indent, scene.U(20)}, std::to_string(number), TextStyle::kDeskTextStrong,
        scene.Colors().ink);
  return y +
         Paragraph(scene, {at.x + indent, y, at.width - indent, 0}, words, TextStyle::kDeskText,
                   scene.Colors().ink2) +
         scene.U(8);
}

float DrawTodo(Scene& scene, const Column& at, float y, const std::vector<TextId>& steps) {
  if (steps.empty()) return y;
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesTodo));
  for (std::size_t i = 0; i < steps.size(); ++i)
    y = NumberedLine(scene, at, y, i + 1, scene.Say(steps[i]));
  return y + scene.U(8);
}

float DrawUsb(Scene& scene, const Column& at, float y) {
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesUsb));
  y = PanelText(scene, at, y, scene.Say(TextId::kDeskDevicesUsbHow)) + scene.U(8);
  return CommandLine(
      scene, at, y, "",
      "tanggap sync --removable " + scene.premises.directory + "/replica /media/USB");
}

// What colours mean, so that nobody has to ask.
float DrawRules(Scene& scene, const Column& at, float y) {
  struct Rule {
    TextId what;
    std::string care;
    std::string grave;
  };
  const auto over = [&](std::chrono::minutes minutes) {
    return scene.texts.Format(TextId::kDeskDevicesRuleHeardCare,
                              {{"n", Number(minutes.count(), scene.texts)}});
  };
  const auto below = [&](std::int64_t mib) {
    return scene.texts.Format(TextId::kDeskDevicesRuleDiskCare, {{"t", DiskWords(scene, mib)}});
  };
  const std::array<Rule, 3> rules{
      {{TextId::kDeskDevicesRuleHeard, over(kSilentCare), over(kSilentGrave)},
       {TextId::kDeskDevicesRuleFiles, scene.Say(TextId::kDeskDevicesRuleFilesCare),
        scene.Say(TextId::kDeskDevicesRuleFilesGrave)},
       {TextId::kDeskDevicesRuleDisk, below(kDiskCareMib), below(kDiskGraveMib)}}};
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesRules));
  const float care = at.x + (at.width * 0.26F);
  const float grave = at.x + (at.width * 0.60F);
  const auto line = [&](std::string_view what, std::string_view a, std::string_view b,
                        float indent) {
    const float h = scene.U(26);
    const auto style = TextStyle::kDeskCaption;
    Words(scene, {at.x, y, care - at.x - scene.U(6), h}, what, style, scene.Colors().ink2);
    Words(scene, {care + indent, y, grave - care - indent - scene.U(6), h}, a, style,
          scene.Colors().ink2);
    Words(scene, {grave + indent, y, at.x + at.width - grave - indent, h}, b, style,
          scene.Colors().ink2);
    y += h;
    ui::Rule(scene.frame, at.x, y, at.width);
  };
  ui::HealthSign(scene.frame, {care + scene.U(6), y + scene.U(13)}, Health::kCare);
  ui::HealthSign(scene.frame, {grave + scene.U(6), y + scene.U(13)}, Health::kBroken);
  line("", scene.Say(TextId::kDeskDevicesRuleCare), scene.Say(TextId::kDeskDevicesRuleGrave),
       scene.U(18));
  for (const Rule& rule : rules)
    line(scene.Say(rule.what), rule.care, rule.grave, 0);
  return y + scene.U(16);
}

float DrawKnown(Scene& scene, const Column& at, float y, const Device& device) {
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesKnown));
  const auto pair = [&](TextId label, const std::string& value) {
    y = Pair(scene, {at.x, y, at.width, 0}, scene.U(120), scene.Say(label), value);
  };
  pair(TextId::kDeskDevicesKnownName, device.name);
  pair(TextId::kDeskDevicesRuleHeard,
       device.heard ? DayAndTime(scene, *device.heard) : scene.Say(TextId::kDeskDevicesNever));
  if (device.beat) {
    pair(TextId::kDeskDevicesKnownBeat,
         scene.texts.Format(TextId::kDeskDevicesKnownBeatAt,
                            {{"t", DayAndTime(scene, device.beat->at)},
                             {"n", Number(device.beat->segment, scene.texts)}}));
  }
  if (device.epoch > 1) {
    pair(TextId::kDeskDevicesKnownEpoch,
         scene.texts.Format(TextId::kDeskDevicesKnownEpochMore,
                            {{"n", Number(device.epoch, scene.texts)}}));
  }
  pair(TextId::kDeskDevicesKnownId, device.node.value);
  pair(TextId::kDeskDevicesKnownPrint, device.fingerprint);
  return y + scene.U(12);
}

void DrawDevicePanel(Scene& scene, const Rect& panel, const Device& device) {
  const Column at = OpenPanel(scene, panel);
  ScrollArea area(scene, Pane::kPreview, panel);
  float y = area.Top() + scene.U(18);
  ui::HealthSign(scene.frame, {at.x + scene.U(6), y + scene.U(13)}, HealthOf(scene, device));
  Words(scene, {at.x + scene.U(24), y, at.width - scene.U(24), scene.U(26)},
        KioskName(scene, device.node), TextStyle::kDeskTitle, scene.Colors().ink);
  y = PanelHeading(scene, at, y + scene.U(40), scene.Say(TextId::kDeskDevicesWhy));
  const auto findings = FindingsOf(scene.state.folder, device, scene.state.now);
  std::vector<TextId> steps;
  for (const DeviceFinding& finding : findings) {
    y = FindingLine(scene, at, y, FaultWords(scene, finding), finding.grave);
    for (const TextId step : Remedies(finding)) {
      if (std::ranges::find(steps, step) == steps.end()) steps.push_back(step);
    }
  }
  if (findings.empty()) {
    const TextId well = device.revoked ? TextId::kDeskDevicesWellRevoked
                        : HealthOf(scene, device) == Health::kUnknown ? TextId::kDeskDevicesWellOff
                                                                      : TextId::kDeskDevicesWell;
    y = PanelText(scene, at, y, scene.Say(well)) + scene.U(6);
  }
  y = DrawTodo(scene, at, y + scene.U(10), steps);
  y = DrawKnown(scene, at, y, device);
  if (!findings.empty() && device.kiosk) y = DrawUsb(scene, at, y) + scene.U(6);
  if (!device.revoked) {
    y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesRevoke));
    y = PanelText(scene, at, y, ChangeNeeds(scene)) + scene.U(8);
    y = CommandLine(scene, at, y, "",
                    "tanggap node revoke " + OfficePath(scene) + " --name " + device.name +
                        SignerArguments(scene, {})) +
        scene.U(6);
  }
  y = DrawRules(scene, at, y);
  area.End(y + scene.U(10));
}

std::string WayWords(const Scene& scene) {
  const FolderState& folder = scene.state.folder;
  if (folder.offline_since)
    return scene.texts.Format(TextId::kDeskDevicesLost,
                              {{"t", DayAndTime(scene, *folder.offline_since)}});
  if (!folder.reached) return scene.Say(TextId::kDeskDevicesNeverSynced);
  return scene.texts.Format(TextId::kDeskDevicesReached,
                            {{"t", DayAndTime(scene, *folder.reached)}});
}

// What the last sync found altered, as the notice over the list says it.
std::string TamperedWords(const Scene& scene, const FolderState::Tampered& found) {
  const std::string at = ClockTime(found.at, scene.OfficeZone(), scene.texts);
  const std::size_t n = found.left > 0 ? found.left : found.restored;
  return scene.texts.Format(found.left > 0 ? TextId::kDeskAlarmLeft : TextId::kDeskAlarmRestored,
                            {{"n", std::to_string(n)}, {"t", at}});
}

void DrawFolderPanel(Scene& scene, const Rect& panel) {
  const FolderState& folder = scene.state.folder;
  const Column at = OpenPanel(scene, panel);
  ScrollArea area(scene, Pane::kPreview, panel);
  float y = area.Top() + scene.U(18);
  const Health health = FolderHealth(folder);
  ui::HealthSign(scene.frame, {at.x + scene.U(6), y + scene.U(13)}, health);
  Words(scene, {at.x + scene.U(24), y, at.width - scene.U(24), scene.U(26)},
        scene.Say(TextId::kDeskDevicesFolder), TextStyle::kDeskTitle, scene.Colors().ink);
  y = PanelHeading(scene, at, y + scene.U(40), scene.Say(TextId::kDeskDevicesWhy));
  std::vector<TextId> steps;
  if (folder.offline_since || !folder.reached) {
    y = FindingLine(scene, at, y, Capital(WayWords(scene)), false);
    steps.push_back(folder.offline_since ? TextId::kDeskDevicesDoLost
                                         : TextId::kDeskDevicesDoUnsynced);
  }
  if (folder.tampered) {
    y = FindingLine(scene, at, y, TamperedWords(scene, *folder.tampered),
                    folder.tampered->left > 0);
    steps.push_back(TextId::kDeskDevicesDoTampered);
  }
  for (const FolderState::Gap& gap : folder.gaps)
    y = FindingLine(
        scene, at, y,
        scene.texts.Format(TextId::kDeskGapLine, {{"kiosk", KioskName(scene, gap.node)},
                                                  {"n", Number(gap.segment, scene.texts)}}),
        false);
  if (!folder.gaps.empty()) steps.push_back(TextId::kDeskDevicesDoGap);
  if (health == Health::kGood)
    y = PanelText(scene, at, y, scene.Say(TextId::kDeskDevicesWell)) + scene.U(6);
  y = DrawTodo(scene, at, y + scene.U(10), steps);
  if (!folder.reached && !folder.offline_since)
    y = CommandLine(scene, at, y, "",
                    "tanggap sync " + scene.premises.directory + "/replica " +
                        scene.Say(TextId::kDeskPeopleArgFolder) + " --watch 60") +
        scene.U(6);
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesCheck));
  y = PanelText(scene, at, y, scene.Say(TextId::kDeskDevicesCheckHow)) + scene.U(8);
  y = CommandLine(scene, at, y, "",
                  "tanggap verify " + scene.premises.directory + "/replica --root " + folder.root) +
      scene.U(6);
  y = DrawUsb(scene, at, y);
  area.End(y + scene.U(10));
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
  area.End(y);
  if (room.row < devices.size()) {
    DrawDevicePanel(scene, plan.preview, devices[room.row]);
  } else {
    DrawFolderPanel(scene, plan.preview);
  }
}

}  // namespace tanggap::desk

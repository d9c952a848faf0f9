// Beside the table of devices: why one is as it is, what to do in order, and what is known of it.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "desk/screens/device_words.h"
#include "desk/screens/room_panel.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Health;
using ui::Rect;
using ui::TextStyle;

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
  return PanelText(scene, at, y, scene.Say(TextId::kDeskDevicesUsbHow)) + scene.U(8);
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
  if (device.read > 0) {
    pair(TextId::kDeskDevicesWitness,
         scene.texts.Format(device.witnessed < device.read ? TextId::kDeskDevicesWitnessTo
                                                           : TextId::kDeskDevicesWitnessAll,
                            {{"n", Number(device.witnessed, scene.texts)}}));
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

// What the last sync found altered, as the notice over the list says it.
std::string TamperedWords(const Scene& scene, const FolderState::Tampered& found) {
  const std::string at = ClockTime(found.at, scene.OfficeZone(), scene.texts);
  const std::size_t n = found.left > 0 ? found.left : found.restored;
  return scene.texts.Format(found.left > 0 ? TextId::kDeskAlarmLeft : TextId::kDeskAlarmRestored,
                            {{"n", std::to_string(n)}, {"t", at}});
}

}  // namespace

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
  return folder.reached || folder.carried ? Health::kGood : Health::kUnknown;
}

std::string WayWords(const Scene& scene) {
  const FolderState& folder = scene.state.folder;
  if (folder.offline_since)
    return scene.texts.Format(TextId::kDeskDevicesLost,
                              {{"t", DayAndTime(scene, *folder.offline_since)}});
  // An office without a network: the stick is the way.
  if (!folder.reached && folder.carried)
    return scene.texts.Format(TextId::kDeskStickCarried,
                              {{"t", DayAndTime(scene, *folder.carried)}});
  if (!folder.reached) return scene.Say(TextId::kDeskDevicesNeverSynced);
  return scene.texts.Format(TextId::kDeskDevicesReached,
                            {{"t", DayAndTime(scene, *folder.reached)}});
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
  const bool never = !folder.reached && !folder.carried && !folder.offline_since;
  if (folder.offline_since || never) {
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
  if (never)
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
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesEnrol));
  y = PanelText(scene, at, y, scene.Say(TextId::kDeskDevicesEnrolHow)) + scene.U(8);
  area.End(y + scene.U(10));
}

}  // namespace tanggap::desk

// The lines of USB sticks in the room of devices, and the panel that carries everything to one.
#include <string>

#include "desk/rooms.h"
#include "desk/screens/device_words.h"
#include "desk/screens/room_panel.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Health;
using ui::Rect;
using ui::TextStyle;
using Stage = Carriage::Stage;

TextId FaultWord(StickFault fault) {
  switch (fault) {
    case StickFault::kGone:
      return TextId::kDeskStickGone;
    case StickFault::kFull:
      return TextId::kDeskStickFull;
    case StickFault::kReadOnly:
      return TextId::kDeskStickReadOnly;
    case StickFault::kDamaged:
      return TextId::kDeskStickDamaged;
    case StickFault::kUnread:
      return TextId::kDeskStickUnread;
    case StickFault::kNone:
    case StickFault::kOther:
      break;
  }
  return TextId::kDeskStickOther;
}

std::string Count(const Scene& scene, std::size_t number) {
  return Number(static_cast<std::int64_t>(number), scene.texts);
}

std::string StageWords(const Scene& scene, const Carriage& carriage) {
  if (carriage.stage == Stage::kSafe) return scene.Say(TextId::kDeskStickSafe);
  if (carriage.stage == Stage::kUnsafe) return scene.Say(TextId::kDeskStickUnsafe);
  if (carriage.total == 0) return scene.Say(TextId::kDeskStickLooking);
  return scene.texts.Format(
      carriage.stage == Stage::kCopying ? TextId::kDeskStickCopying : TextId::kDeskStickReading,
      {{"n", Count(scene, carriage.done)}, {"m", Count(scene, carriage.total)}});
}

Health StageHealth(const Carriage* carriage) {
  if (carriage == nullptr) return Health::kUnknown;
  if (carriage->stage == Stage::kSafe) return Health::kGood;
  return carriage->stage == Stage::kUnsafe ? Health::kBroken : Health::kCare;
}

std::string LastCarried(const Scene& scene) {
  const auto& carried = scene.state.folder.carried;
  return carried
             ? scene.texts.Format(TextId::kDeskStickCarried, {{"t", DayAndTime(scene, *carried)}})
             : scene.Say(TextId::kDeskStickNever);
}

// The part that is done, in the accent; reading back comes after copying and begins anew.
float DrawBar(Scene& scene, const Column& at, float y, const Carriage& carriage) {
  const Rect bar{at.x, y, at.width, scene.U(8)};
  scene.frame.Fill(bar, scene.Colors().line, scene.U(4));
  const float share = carriage.total == 0
                          ? 0
                          : static_cast<float>(carriage.done) / static_cast<float>(carriage.total);
  if (share > 0)
    scene.frame.Fill({bar.x, bar.y, std::max(bar.h, bar.w * share), bar.h}, scene.Colors().accent,
                     scene.U(4));
  return bar.Bottom() + scene.U(10);
}

// Where the carrying stands, and what is to be done with the stick now.
float DrawCarriage(Scene& scene, const Column& at, float y, const Carriage& carriage) {
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesWhy));
  const float indent = scene.U(24);
  ui::HealthSign(scene.frame, {at.x + scene.U(6), y + scene.U(12)}, StageHealth(&carriage));
  Words(scene, {at.x + indent, y, at.width - indent, scene.U(24)}, StageWords(scene, carriage),
        TextStyle::kDeskReadingStrong,
        carriage.stage == Stage::kSafe     ? scene.Colors().green
        : carriage.stage == Stage::kUnsafe ? scene.Colors().red
                                           : scene.Colors().ink);
  y += scene.U(32);
  if (carriage.UnderWay()) {
    y = DrawBar(scene, at, y, carriage);
    return PanelText(scene, at, y, scene.Say(TextId::kDeskStickKeepIn)) + scene.U(12);
  }
  if (carriage.stage == Stage::kSafe) {
    const std::string words =
        scene.texts.Format(TextId::kDeskStickSafeDetail,
                           {{"n", Count(scene, carriage.checked)},
                            {"t", ClockTime(carriage.at, scene.OfficeZone(), scene.texts)},
                            {"a", Count(scene, carriage.sent)},
                            {"b", Count(scene, carriage.received)}});
    return PanelText(scene, at, y, words) + scene.U(12);
  }
  y = PanelText(scene, at, y, scene.Say(FaultWord(carriage.fault))) + scene.U(6);
  if (!carriage.detail.empty())
    y += Paragraph(scene, {at.x, y, at.width, 0}, carriage.detail, TextStyle::kDeskCaption,
                   scene.Colors().ink3) +
         scene.U(6);
  return y + scene.U(6);
}

}  // namespace

void DrawStickRow(Scene& scene, const StickColumns& c, const Rect& row, const Stick* stick) {
  const Carriage* carriage = stick == nullptr ? nullptr : CarriageOf(scene.state, *stick);
  ui::HealthSign(scene.frame, {c.mark, row.Center().y}, StageHealth(carriage));
  const float line = scene.U(20);
  const float top = row.y + ((row.h - (2 * line)) / 2);
  Words(scene, {c.name, top, c.state - c.name - scene.U(8), line},
        stick == nullptr ? scene.Say(TextId::kDeskStickNone) : stick->name,
        TextStyle::kDeskTextStrong, scene.Colors().ink);
  Words(scene, {c.name, top + line, c.state - c.name - scene.U(8), line},
        stick == nullptr ? scene.Say(TextId::kDeskStickNoneHint) : stick->place,
        TextStyle::kDeskCaption, scene.Colors().ink3);
  const std::string state = carriage != nullptr ? StageWords(scene, *carriage)
                            : stick != nullptr  ? scene.Say(TextId::kDeskStickReady)
                                                : LastCarried(scene);
  const float last = stick == nullptr ? 0 : scene.U(250);
  Words(scene, {c.state, row.y, c.end - c.state - last, row.h}, state,
        carriage == nullptr ? TextStyle::kDeskText : TextStyle::kDeskTextMedium,
        scene.Colors().ink);
  if (stick != nullptr)
    Words(scene, {c.end - last, row.y, last, row.h}, LastCarried(scene), TextStyle::kDeskText,
          scene.Colors().ink2, ui::Align::kRight);
}

void DrawStickPanel(Scene& scene, const Rect& panel) {
  const Stick* stick = ChosenStick(scene.state);
  const Carriage* carriage = stick == nullptr ? nullptr : CarriageOf(scene.state, *stick);
  // One that was pulled out midway has no line any more, but its word stands.
  if (stick == nullptr && scene.state.carriage) carriage = &*scene.state.carriage;
  const Column at = OpenPanel(scene, panel);
  ScrollArea area(scene, Pane::kPreview, panel);
  float y = area.Top() + scene.U(18);
  Words(scene, {at.x, y, at.width, scene.U(26)},
        stick == nullptr ? scene.Say(TextId::kDeskStickSection) : stick->name,
        TextStyle::kDeskTitle, scene.Colors().ink);
  y += scene.U(40);
  if (carriage != nullptr) y = DrawCarriage(scene, at, y, *carriage);
  y = PanelHeading(scene, at, y, scene.Say(TextId::kDeskDevicesUsb));
  y = PanelText(scene, at, y, scene.Say(TextId::kDeskStickHow)) + scene.U(12);
  if (stick != nullptr) {
    ui::DeskButtonLook look;
    look.word = scene.Say(TextId::kDeskStickCarry);
    look.keys = "Ctrl Enter";
    look.primary = true;
    look.enabled = MayCarry(scene.state);
    if (ui::DeskButton(scene.frame, "carry", {at.x, y, at.width, scene.U(40)}, look) &&
        look.enabled)
      scene.Want(CarryIt{});
    y += scene.U(56);
    y = Pair(scene, {at.x, y, at.width, 0}, scene.U(120), scene.Say(TextId::kDeskStickPlace),
             stick->place) +
        scene.U(4);
  }
  y = PanelHeading(scene, at, y + scene.U(8), scene.Say(TextId::kDeskStickAtKiosk));
  y = PanelText(scene, at, y, scene.Say(TextId::kDeskStickAtKioskHow)) + scene.U(8);
  y = CommandLine(scene, at, y, "",
                  "tanggap sync --removable " + OfficePath(scene) + "/kiosk-1/replica " +
                      (stick == nullptr ? "/media/USB" : stick->place));
  area.End(y + scene.U(10));
}

}  // namespace tanggap::desk

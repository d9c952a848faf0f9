// The boxes of the rooms: which room to enter, and one's own password.
#include <algorithm>
#include <array>
#include <string>

#include "desk/rooms.h"
#include "desk/screens/box.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

}  // namespace

void DrawRoomsBox(Scene& scene) {
  struct Line {
    const char* id;
    const char* key;
    TextId word;
    RoomKind kind;
  };
  constexpr std::array<Line, 2> kLines{
      {{"room.p", "P", TextId::kDeskRoomDevices, RoomKind::kDevices},
       {"room.o", "O", TextId::kDeskRoomPeople, RoomKind::kPeople}}};
  Box box = OpenBox(scene, scene.Say(TextId::kDeskRoomsTitle), "", 86);
  for (const Line& line : kLines) {
    const Rect row{box.at.x, box.y, box.at.width, scene.U(36)};
    if (ui::PlainRow(scene.frame, line.id, row, false, true)) scene.Want(EnterRoom{line.kind});
    ui::KeyCap(scene.frame, {row.x + scene.U(8), row.Center().y}, line.key);
    Words(scene, {row.x + scene.U(44), row.y, row.w - scene.U(52), row.h}, scene.Say(line.word),
          TextStyle::kDeskText, scene.Colors().ink);
    box.y += scene.U(40);
  }
  ui::DeskButtonLook close;
  close.word = scene.Say(TextId::kDeskCommonClose);
  close.keys = "Esc";
  const float width = ui::DeskButtonWidth(scene.frame, close);
  if (ui::DeskButton(scene.frame, "close", {box.at.x, box.foot, width, scene.U(36)}, close))
    scene.Want(GoBack{});
}

void DrawPasswordBox(Scene& scene, const PasswordBox& state) {
  using Stage = PasswordBox::Stage;
  const std::string least = std::to_string(kLeastPasswordBytes);
  if (state.stage == Stage::kDone) {
    const Box box = OpenBox(scene, scene.Say(TextId::kDeskPasswordTitle), "", 60);
    Paragraph(scene, {box.at.x, box.y, box.at.width, 0}, scene.Say(TextId::kDeskPasswordDone),
              TextStyle::kDeskReading, scene.Colors().ink);
    ui::DeskButtonLook close;
    close.word = scene.Say(TextId::kDeskCommonClose);
    close.keys = "Enter";
    close.primary = true;
    const float width = ui::DeskButtonWidth(scene.frame, close);
    if (ui::DeskButton(scene.frame, "close", {box.at.x, box.foot, width, scene.U(36)}, close))
      scene.Want(GoBack{});
    return;
  }
  Box box = OpenBox(scene, scene.Say(TextId::kDeskPasswordTitle),
                    scene.texts.Format(TextId::kDeskPasswordHint, {{"n", least}}), 230);
  constexpr std::array kLabels{TextId::kDeskPasswordNow, TextId::kDeskPasswordFresh,
                               TextId::kDeskPasswordAgain};
  constexpr std::array kIds{"password.0", "password.1", "password.2"};
  for (std::size_t i = 0; i < kLabels.size(); ++i) {
    Words(scene, {box.at.x, box.y, box.at.width, scene.U(20)}, scene.Say(kLabels[i]),
          TextStyle::kDeskCaptionMedium, scene.Colors().ink2);
    ui::InputLook field;
    field.secret = true;
    TextField(scene, kIds[i], {box.at.x, box.y + scene.U(22), box.at.width, scene.U(38)},
              Field::kOwnPassword, i, state.words[i], field);
    box.y += scene.U(68);
  }
  const bool typed = std::ranges::find(state.words, "") == state.words.end();
  const std::optional<TextId> why = typed ? WhyNotChange(state) : std::nullopt;
  std::string line;
  if (why) line = scene.texts.Format(*why, {{"n", least}});
  if (state.stage == Stage::kRefused)
    line = state.wait_s == 0 ? scene.Say(TextId::kDeskSigninRefused)
                             : scene.texts.Format(TextId::kDeskSigninWait,
                                                  {{"n", Number(state.wait_s, scene.texts)}});
  if (!line.empty())
    Words(scene, {box.at.x, box.y, box.at.width, scene.U(20)}, line, TextStyle::kDeskCaption,
          scene.Colors().red);
  const bool changing = state.stage == Stage::kChanging;
  Foot(scene, box, changing ? TextId::kDeskPasswordChanging : TextId::kDeskPasswordSubmit, "Enter",
       typed && !why && !changing);
}

}  // namespace tanggap::desk

// The palette: one field, and every command below it with its key.
#include "desk/palette.h"

#include <algorithm>
#include <optional>
#include <string>

#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 660;
constexpr float kMostHeight = 560;
constexpr float kField = 54;
constexpr float kLine = 38;

TextId GroupWord(CommandGroup group) {
  if (group == CommandGroup::kCase) return TextId::kDeskPaletteCase;
  return group == CommandGroup::kGo ? TextId::kDeskPaletteGo : TextId::kDeskPaletteRecent;
}

void DrawLine(Scene& scene, const Rect& row, const Command& command) {
  const float x = row.x + scene.U(18);
  float right = row.Right() - scene.U(18);
  if (!command.keys.empty()) {
    const float width = ui::KeyCapWidth(scene.frame, command.keys);
    ui::KeyCap(scene.frame, {right - width, row.y + (row.h / 2)}, command.keys);
    right -= width + scene.U(12);
  }
  if (!command.side.empty()) {
    Words(scene, {x, row.y, right - x, row.h}, command.side, TextStyle::kDeskCaption,
          scene.Colors().ink2, ui::Align::kRight);
    right -= ui::TextWidth(scene.frame, command.side, TextStyle::kDeskCaption) + scene.U(12);
  }
  const bool off = !command.why.empty();
  const float width =
      std::min(right - x, ui::TextWidth(scene.frame, command.name, TextStyle::kDeskText) + 2);
  Words(scene, {x, row.y, width, row.h}, command.name, TextStyle::kDeskText,
        off ? scene.Colors().ink3 : scene.Colors().ink);
  if (!off) return;
  const float from = x + width + scene.U(8);
  Words(scene, {from, row.y, right - from, row.h}, command.why, TextStyle::kDeskCaption,
        scene.Colors().ink3);
}

}  // namespace

void DrawPalette(Scene& scene, const Palette& palette) {
  State below = scene.state;
  below.overlay.reset();
  const std::vector<Command> commands = CommandsFor(scene.premises, below, palette.typed);
  const float height = std::min(kMostHeight, scene.frame.Height() - 140);
  const Rect sheet = scene.frame.Area((scene.frame.Width() - kWidth) / 2, 96, kWidth, height);
  ui::Sheet(scene.frame, sheet);
  const Rect field{sheet.x + scene.U(8), sheet.y + scene.U(8), sheet.w - scene.U(16),
                   scene.U(kField - 14)};
  ui::InputLook look;
  look.placeholder = scene.Say(TextId::kDeskPaletteHint);
  look.icon = "cari";
  TextField(scene, "command", field, Field::kCommand, 0, palette.typed, look);
  const Rect pane{sheet.x + 1, sheet.y + scene.U(kField), sheet.w - 2,
                  sheet.h - scene.U(kField) - scene.U(8)};
  ui::Rule(scene.frame, sheet.x + 1, pane.y - 1, sheet.w - 2);
  if (commands.empty()) {
    Words(scene, {pane.x + scene.U(18), pane.y + scene.U(8), pane.w - scene.U(36), scene.U(30)},
          scene.Say(TextId::kDeskPaletteNone), TextStyle::kDeskText, scene.Colors().ink2);
    return;
  }
  ScrollArea area(scene, Pane::kOverlay, pane);
  float y = area.Top() + scene.U(4);
  std::optional<CommandGroup> before;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    const Command& command = commands[i];
    if (command.group != before) {
      before = command.group;
      Words(scene, {pane.x + scene.U(18), y + scene.U(8), pane.w - scene.U(36), scene.U(20)},
            scene.Say(GroupWord(command.group)), TextStyle::kDeskCaptionStrong,
            scene.Colors().ink2);
      y += scene.U(32);
    }
    const Rect row{pane.x, y, pane.w, scene.U(kLine)};
    if (i == palette.row) area.Follow(row);
    if (row.Bottom() > pane.y && row.y < pane.Bottom()) {
      const std::string id = "command." + std::to_string(i);
      if (ui::PlainRow(scene.frame, id.c_str(), row, i == palette.row, command.why.empty()))
        scene.Want(RunCommand{i});
      DrawLine(scene, row, command);
    }
    y = row.Bottom();
  }
  area.End(y + scene.U(8));
}

}  // namespace tanggap::desk

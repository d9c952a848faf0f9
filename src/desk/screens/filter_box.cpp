// The filter's box over the list: four parts, the choices of one, narrowed by typing.
#include <algorithm>
#include <array>
#include <string>

#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "desk/search.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr float kWidth = 520;
constexpr float kMostHeight = 520;
constexpr float kRow = 34;

}  // namespace

void DrawFilterBox(Scene& scene, const Plan& plan, const Inbox& inbox, const FilterBox& box) {
  constexpr std::array<TextId, kFilterParts> kParts{
      TextId::kDeskFilterService, TextId::kDeskFilterGrade, TextId::kDeskFilterSource,
      TextId::kDeskFilterHolder};
  const std::vector<FilterChoice> choices =
      ChoicesOf(scene.premises, scene.state, box.part, box.typed);
  const float rows = std::max(1.0F, static_cast<float>(choices.size()));
  const float height =
      std::min({kMostHeight, 112 + (rows * kRow) + 12, scene.frame.Height() - 160});
  const float unit = scene.U(1);
  const Rect sheet =
      scene.frame.Area((plan.list.x / unit) + 20, (plan.list.y / unit) + 52, kWidth, height);
  ui::Sheet(scene.frame, sheet);
  // The parts as tabs, what they are set to below their name.
  const float tab = (sheet.w - scene.U(16)) / static_cast<float>(kFilterParts);
  for (std::size_t i = 0; i < kFilterParts; ++i) {
    const Rect rect{sheet.x + scene.U(8) + (tab * static_cast<float>(i)), sheet.y + scene.U(6), tab,
                    scene.U(38)};
    const std::string id = "part." + std::to_string(i);
    const auto part = static_cast<FilterPart>(i);
    if (ui::Tab(scene.frame, id.c_str(), rect, scene.Say(kParts[i]), part == box.part))
      scene.Want(OpenFilter{part});
    if (HasPart(inbox.filter, part))
      scene.frame.Disc({rect.Right() - scene.U(10), rect.y + scene.U(12)}, scene.U(3),
                       scene.Colors().accent);
  }
  ui::Rule(scene.frame, sheet.x + 1, sheet.y + scene.U(46), sheet.w - 2);
  ui::InputLook look;
  look.placeholder = scene.Say(TextId::kDeskFilterHint);
  look.icon = "cari";
  TextField(scene, "filter-words",
            {sheet.x + scene.U(12), sheet.y + scene.U(56), sheet.w - scene.U(24), scene.U(36)},
            Field::kFilterWords, 0, box.typed, look);
  const Rect pane{sheet.x + 1, sheet.y + scene.U(102), sheet.w - 2, sheet.h - scene.U(110)};
  if (choices.empty()) {
    Words(scene, {pane.x + scene.U(18), pane.y, pane.w - scene.U(36), scene.U(kRow)},
          scene.Say(TextId::kDeskFilterNoChoice), TextStyle::kDeskText, scene.Colors().ink2);
    return;
  }
  Filter only;
  SetPart(only, box.part, inbox.filter);
  ScrollArea area(scene, Pane::kOverlay, pane);
  float y = area.Top();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect row{pane.x, y, pane.w, scene.U(kRow)};
    if (i == box.choice) area.Follow(row);
    if (row.Bottom() > pane.y && row.y < pane.Bottom()) {
      const std::string id = "set." + std::to_string(i);
      if (ui::PlainRow(scene.frame, id.c_str(), row, i == box.choice, true))
        scene.Want(SetFilter{i});
      const bool held = choices[i].set == only;
      if (held)
        ui::MarkSign(scene.frame, {row.x + scene.U(22), row.y + (row.h / 2)}, ui::Mark::kTick);
      Words(scene, {row.x + scene.U(42), row.y, row.w - scene.U(60), row.h}, choices[i].label,
            held ? TextStyle::kDeskTextStrong : TextStyle::kDeskText, scene.Colors().ink);
    }
    y = row.Bottom();
  }
  area.End(y);
}

}  // namespace tanggap::desk

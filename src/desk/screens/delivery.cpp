// Recording what was handed over: which remedy, by whom, in what way, and what proves it.
#include <array>
#include <string>

#include "desk/drafts.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// How it was handed over, each way with its digit; without a safe one only in person.
float DrawWays(Scene& scene, const Column& at, float y, const OpenCase& open,
               const DeliverDraft& draft) {
  constexpr std::array<TextId, kWays.size()> kWords{
      TextId::kDeskDeliverInPerson, TextId::kDeskDeliverPost, TextId::kDeskDeliverPhone,
      TextId::kDeskDeliverEmail};
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDeliverWay));
  const float gap = scene.U(8);
  const float width = (at.width - (gap * 3)) / 4;
  for (std::size_t i = 0; i < kWays.size(); ++i) {
    const std::string key = std::to_string(i + 1);
    ui::ChoiceLook look;
    look.word = scene.Say(kWords[i]);
    look.key = key;
    look.chosen = WayOf(open.file, draft) == i;
    look.enabled = i == 0 || open.file.contactable;
    const std::string id = "way." + key;
    const Rect rect{at.x + (static_cast<float>(i) * (width + gap)), y, width, scene.U(36)};
    if (ui::Choice(scene.frame, id.c_str(), rect, look) && look.enabled) scene.Want(ChooseInBox{i});
  }
  return y + scene.U(48);
}

}  // namespace

float DrawDelivery(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DeliverDraft& draft) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskDeliverTitle));
  y += scene.U(36);
  if (!open.file.contactable) {
    ui::Notice(scene.frame, {at.x, y, at.width, scene.U(34)},
               scene.Say(TextId::kDeskIdentitySafeNone), ui::Tone::kRed);
    y += scene.U(44);
  }
  std::size_t index = 0;
  for (const RemedyItem& item : ToDeliver(open.file)) {
    if (WasHandedOver(open.file, item.id)) continue;
    const std::string name = RemedyName(scene, item.id);
    ui::ChoiceLook look;
    look.word = name;
    look.second = item.cite;
    look.chosen = index == draft.row;
    const std::string id = "deliver." + std::to_string(index);
    if (ui::Choice(scene.frame, id.c_str(), {at.x, y, at.width, scene.U(38)}, look))
      scene.Want(SelectLine{index});
    y += scene.U(42);
    ++index;
  }
  if (scene.state.person)
    Words(scene, {at.x, y + scene.U(4), at.width, scene.U(20)},
          scene.texts.Format(TextId::kDeskDeliverGiver,
                             {{"who", scene.state.person->name},
                              {"t", ClockTime(scene.state.now, scene.OfficeZone(), scene.texts)}}),
          TextStyle::kDeskText, scene.Colors().ink2);
  y += scene.U(28);
  y = DrawWays(scene, at, y + scene.U(10), open, draft);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDeliverEvidence));
  ui::InputLook field;
  TextField(scene, "evidence", {at.x, y, at.width, scene.U(36)}, Field::kEvidence, 0,
            draft.evidence, field);
  y += scene.U(48);
  return DrawOutcome(scene, at, y + scene.U(8), open);
}

}  // namespace tanggap::desk

// What was proposed or decided, by whom, what became of it, and what the visitor was answered.
#include <algorithm>
#include <string>
#include <vector>

#include "desk/screens/remedy_groups.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

// Who, when, and which record says it: "oleh Yohanes B. Prakoso, 20 Nov 10.24, catatan 3f2a91c0".
std::string DecidedBy(const Scene& scene, const CaseFile& file, bool decided) {
  const PersonId& by = decided ? file.decider : file.proposer;
  const std::optional<Instant> at = decided ? file.decided_at : file.proposed_at;
  std::string words = scene.texts.Format(TextId::kDeskRemediesBy, {{"who", PersonName(scene, by)}});
  if (at) words += ", " + DayAndTime(scene, *at);
  const RecordType type = decided ? RecordType::kDecided : RecordType::kProposed;
  for (auto act = file.acts.rbegin(); act != file.acts.rend(); ++act) {
    if (act->type != type || act->refused) continue;
    constexpr std::size_t kShort = 8;
    return words + ", " +
           scene.texts.Format(TextId::kDeskProofRecord,
                              {{"id", ToHex(act->record).substr(0, kShort)}});
  }
  return words;
}

// What was answered to each thing that the visitor asked for.
float DrawGivenAnswers(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const std::size_t count = std::min(open.file.wishes.size(), open.answers.size());
  if (count == 0) return y;
  y = DrawGroupBand(scene, at, y, scene.Say(TextId::kDeskDecideAnswers)) + scene.U(8);
  for (std::size_t i = 0; i < count; ++i)
    y = Pair(scene, {at.x + scene.U(8), y, at.width - scene.U(16), 0},
             std::min(scene.U(240), at.width * 0.3F), WishWord(scene, open.file.wishes[i]),
             open.answers[i]);
  return y + scene.U(4);
}

}  // namespace

TextId GroupTitle(Beneficiary beneficiary, bool empty) {
  switch (beneficiary) {
    case Beneficiary::kComplainant:
      return empty ? TextId::kDeskRemediesNoneComplainant : TextId::kDeskRemediesToComplainant;
    case Beneficiary::kOfficer:
      return empty ? TextId::kDeskRemediesNoneOfficer : TextId::kDeskRemediesToOfficer;
    case Beneficiary::kUnit:
      break;
  }
  return empty ? TextId::kDeskRemediesNoneUnit : TextId::kDeskRemediesToUnit;
}

float DrawGroupBand(Scene& scene, const Column& at, float y, std::string_view words) {
  const Rect band{at.x, y, at.width, scene.U(28)};
  scene.frame.Fill(band, scene.Colors().sunken);
  Words(scene, band.Inset(scene.U(8), 0), words, TextStyle::kDeskCaptionStrong,
        scene.Colors().ink2);
  return y + scene.U(28);
}

float DrawOutcome(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const CaseFile& file = open.file;
  const bool decided = !file.decision.empty() || file.decided_at;
  const std::vector<RemedyItem>& items = decided ? file.decision : file.proposal;
  if (items.empty() && !decided && !file.proposed_at) return y;
  ui::PaneTitle(scene.frame, {at.x, y},
                scene.Say(decided ? TextId::kDeskDidDecided : TextId::kDeskRemediesTitle),
                DecidedBy(scene, file, decided));
  y += scene.U(34);
  for (const Beneficiary beneficiary : kBeneficiaries) {
    const auto count = std::ranges::count(items, beneficiary, &RemedyItem::beneficiary);
    if (count == 0 && beneficiary != Beneficiary::kComplainant) continue;
    y = DrawGroupBand(scene, at, y, scene.Say(GroupTitle(beneficiary, count == 0)));
    for (const RemedyItem& item : items) {
      if (item.beneficiary != beneficiary) continue;
      const float h = scene.U(44);
      const float name_w = at.width * 0.56F;
      std::string state = item.granted ? "" : item.reason;
      if (decided && item.granted && beneficiary != Beneficiary::kOfficer) {
        const auto delivery = std::ranges::find(file.deliveries, item.id, &Delivery::remedy);
        state += state.empty() ? "" : " · ";
        state += delivery == file.deliveries.end()
                     ? scene.Say(TextId::kDeskDeliverDue)
                     : scene.texts.Format(TextId::kDeskDeliverDone,
                                          {{"t", DayAndTime(scene, delivery->at)},
                                           {"who", PersonName(scene, delivery->by)}});
        if (delivery != file.deliveries.end() && !open.notes.contains(delivery->record))
          state += " · " + scene.Say(TextId::kDeskDeliverNoProof);
      }
      // Alone it stands in the middle of its line, as its citation does.
      const Rect name{at.x + scene.U(8), y + scene.U(state.empty() ? 12 : 4), name_w, scene.U(20)};
      Words(scene, name, RemedyName(scene, item.id), TextStyle::kDeskTextMedium,
            scene.Colors().ink);
      Words(scene, {at.x + scene.U(8), y + scene.U(23), name_w, scene.U(18)}, state,
            TextStyle::kDeskCaption, scene.Colors().ink3);
      const float cite_x = at.x + scene.U(16) + name_w;
      ui::TextLook cite;
      cite.style = TextStyle::kDeskCaptionMedium;
      cite.color = scene.Colors().accent;
      cite.valign = ui::VAlign::kMiddle;
      ui::DrawText(scene.frame,
                   item.outside_matrix ? scene.Say(TextId::kDeskRemediesOutside) : item.cite,
                   {cite_x, y, at.x + at.width - scene.U(90) - cite_x, h}, cite);
      if (decided)
        ui::Chip(scene.frame, {at.x + at.width - scene.U(80), y + (h / 2)},
                 scene.Say(item.granted ? TextId::kDeskDecideGranted : TextId::kDeskDecideRefused),
                 item.granted ? ui::Tone::kGreen : ui::Tone::kSlate);
      ui::Rule(scene.frame, at.x, y + h, at.width);
      y += h + 1;
    }
  }
  if (decided) y = DrawGivenAnswers(scene, at, y, open);
  return y + scene.U(16);
}

}  // namespace tanggap::desk

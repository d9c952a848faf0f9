// Deciding line by line, grouped by who receives it; and recording what was handed over.
#include <algorithm>
#include <array>
#include <string>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr std::array kBeneficiaries{Beneficiary::kComplainant, Beneficiary::kOfficer,
                                    Beneficiary::kUnit};

TextId GroupTitle(Beneficiary beneficiary, bool empty) {
  switch (beneficiary) {
    case Beneficiary::kComplainant:
      return empty ? TextId::kDeskRemediesNoneComplainant : TextId::kDeskRemediesToComplainant;
    case Beneficiary::kOfficer:
      return TextId::kDeskRemediesToOfficer;
    case Beneficiary::kUnit:
      return TextId::kDeskRemediesToUnit;
  }
  return TextId::kDeskRemediesToUnit;
}

constexpr std::array<TextId, 5> kRefusalWords{
    TextId::kDeskRefusalNotProven, TextId::kDeskRefusalToStandard, TextId::kDeskRefusalOutOfScope,
    TextId::kDeskRefusalWithdrawn, TextId::kDeskRefusalDeviates};

float DrawGroupBand(Scene& scene, const Column& at, float y, std::string_view words) {
  const Rect band{at.x, y, at.width, scene.U(28)};
  scene.frame.Fill(band, scene.Colors().sunken);
  Words(scene, band.Inset(scene.U(8), 0), words, TextStyle::kDeskCaptionStrong,
        scene.Colors().ink2);
  return y + scene.U(28);
}

float DrawLineOf(Scene& scene, const Column& at, float y, std::size_t index, const RemedyItem& item,
                 bool selected) {
  const float h = scene.U(54);
  const Rect row{at.x, y, at.width, h};
  if (selected) {
    scene.frame.Fill(row, scene.Colors().select);
    scene.frame.Fill({row.x, row.y, scene.U(3), h}, scene.Colors().accent);
  }
  const bool officer = item.beneficiary == Beneficiary::kOfficer;
  const float choice_w = scene.U(164);
  const float cite_w = std::min(scene.U(280), at.width * 0.3F);
  const float name_w = at.width - choice_w - cite_w - scene.U(64);
  Words(scene, {at.x + scene.U(8), y, scene.U(22), h}, std::to_string(index + 1),
        TextStyle::kDeskCaption, scene.Colors().ink3);
  const float x = at.x + scene.U(34);
  const std::string second = item.outside_matrix ? scene.Say(TextId::kDeskRemediesOutside)
                             : officer           ? scene.Say(TextId::kDeskRemediesRestricted)
                                                 : "";
  Words(scene, {x, y + scene.U(second.empty() ? 16 : 7), name_w, scene.U(22)},
        RemedyName(scene, item.id), TextStyle::kDeskTextStrong,
        officer ? scene.Colors().violet : scene.Colors().ink);
  if (!second.empty())
    Words(scene, {x, y + scene.U(28), name_w, scene.U(18)}, second, TextStyle::kDeskCaption,
          officer ? scene.Colors().violet : scene.Colors().ink3);
  Paragraph(scene, {x + name_w + scene.U(8), y + scene.U(10), cite_w, 0}, item.cite,
            TextStyle::kDeskCaptionMedium, scene.Colors().accent, 2);
  const float cx = at.x + at.width - choice_w;
  const std::string grant = "grant." + std::to_string(index);
  const std::string refuse = "refuse." + std::to_string(index);
  if (ui::Tab(scene.frame, grant.c_str(), {cx, y + scene.U(10), scene.U(78), scene.U(34)},
              scene.Say(TextId::kDeskDecideGrant), item.granted))
    scene.Want(ToggleGrant{index, true});
  if (ui::Tab(scene.frame, refuse.c_str(),
              {cx + scene.U(82), y + scene.U(10), scene.U(78), scene.U(34)},
              scene.Say(TextId::kDeskDecideRefuse), !item.granted))
    scene.Want(ToggleGrant{index, false});
  ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

float DrawRefusal(Scene& scene, const Column& at, float y, const DecideDraft& draft) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideCodes));
  for (std::size_t i = 0; i < kRefusals.size(); ++i) {
    const bool second = kRefusals[i] == "deviates";
    const std::string key = std::to_string(i + 1);
    ui::ChoiceLook look;
    look.word = scene.Say(kRefusalWords[i]);
    if (second) look.second = scene.Say(TextId::kDeskDecideNeedsSecond);
    look.key = key;
    look.chosen = draft.code == kRefusals[i];
    look.enabled = !second;
    const std::string id = "code." + std::string(kRefusals[i]);
    if (ui::Choice(scene.frame, id.c_str(), {at.x, y, at.width, scene.U(32)}, look) && !second)
      scene.Want(ChooseRefusal{std::string(kRefusals[i])});
    y += scene.U(36);
  }
  return y + scene.U(8);
}

float DrawTwoPeople(Scene& scene, const Column& at, float y, const OpenCase& open) {
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideTwoPeople));
  const float label = scene.U(124);
  y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(TextId::kDeskDecideProposer),
           PersonName(scene, open.file.proposer) + "  " + open.file.proposer.value);
  if (!scene.state.person) return y;
  y = Pair(scene, {at.x, y, at.width, 0}, label, scene.Say(TextId::kDeskDecideDecider),
           scene.state.person->name + "  " + scene.state.person->id.value, true);
  const bool same =
      std::ranges::find(open.file.proposers, scene.state.person->id) != open.file.proposers.end();
  ui::MarkSign(scene.frame, {at.x + scene.U(8), y + scene.U(10)},
               same ? ui::Mark::kWarning : ui::Mark::kTick);
  Words(scene, {at.x + scene.U(24), y, at.width - scene.U(24), scene.U(20)},
        scene.Say(same ? TextId::kDeskDecideSame : TextId::kDeskDecideDifferent),
        TextStyle::kDeskText, same ? scene.Colors().amber : scene.Colors().green);
  return y + scene.U(34);
}

}  // namespace

float DrawDecision(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DecideDraft& draft) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskRemediesTitle),
                scene.texts.Format(TextId::kDeskRemediesBy,
                                   {{"who", PersonName(scene, open.file.proposer)}}));
  y += scene.U(36);
  if (draft.lines.empty()) {
    Words(scene, {at.x, y, at.width, scene.U(22)}, scene.Say(TextId::kDeskRemediesNone),
          TextStyle::kDeskText, scene.Colors().ink2);
    y += scene.U(34);
  }
  for (const Beneficiary beneficiary : kBeneficiaries) {
    const auto count = std::ranges::count(draft.lines, beneficiary, &RemedyItem::beneficiary);
    if (count == 0 && beneficiary != Beneficiary::kComplainant) continue;
    y = DrawGroupBand(scene, at, y, scene.Say(GroupTitle(beneficiary, count == 0)));
    for (std::size_t i = 0; i < draft.lines.size(); ++i) {
      if (draft.lines[i].beneficiary == beneficiary)
        y = DrawLineOf(scene, at, y, i, draft.lines[i], i == draft.row && !scene.state.focus);
    }
  }
  y += scene.U(18);
  const bool refuses =
      std::ranges::any_of(draft.lines, [](const RemedyItem& item) { return !item.granted; });
  const float gap = scene.U(28);
  const float half = (at.width - gap) / 2;
  const float left = DrawTwoPeople(scene, {at.x, half}, y, open);
  float right = y;
  if (refuses) right = DrawRefusal(scene, {at.x + half + gap, half}, y, draft);
  y = std::max(left, right);
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskDecideReason),
              scene.Say(TextId::kDeskDecideReasonNeed));
  ui::InputLook field;
  field.placeholder = scene.Say(TextId::kDeskDecideReasonHint);
  field.multi_line = true;
  TextField(scene, "decision-reason", {at.x, y, at.width, scene.U(82)}, Field::kDecision, 0,
            draft.reason, field);
  y += scene.U(92);
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskDecidePermanent),
                 TextStyle::kDeskCaption, scene.Colors().ink3);
  return y + scene.U(16);
}

float DrawOutcome(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const CaseFile& file = open.file;
  const bool decided = !file.decision.empty() || file.decided_at;
  const std::vector<RemedyItem>& items = decided ? file.decision : file.proposal;
  if (items.empty() && !decided && !file.proposed_at) return y;
  const PersonId& by = decided ? file.decider : file.proposer;
  ui::PaneTitle(scene.frame, {at.x, y},
                scene.Say(decided ? TextId::kDeskDidDecided : TextId::kDeskRemediesTitle),
                scene.texts.Format(TextId::kDeskRemediesBy, {{"who", PersonName(scene, by)}}));
  y += scene.U(34);
  for (const Beneficiary beneficiary : kBeneficiaries) {
    const auto count = std::ranges::count(items, beneficiary, &RemedyItem::beneficiary);
    if (count == 0 && beneficiary != Beneficiary::kComplainant) continue;
    y = DrawGroupBand(scene, at, y, scene.Say(GroupTitle(beneficiary, count == 0)));
    for (const RemedyItem& item : items) {
      if (item.beneficiary != beneficiary) continue;
      const float h = scene.U(44);
      Words(scene, {at.x + scene.U(8), y + scene.U(4), at.width * 0.6F, scene.U(20)},
            RemedyName(scene, item.id), TextStyle::kDeskTextMedium, scene.Colors().ink);
      std::string state = item.cite;
      if (decided && item.granted && beneficiary != Beneficiary::kOfficer) {
        const auto delivery = std::ranges::find(file.deliveries, item.id, &Delivery::remedy);
        state = delivery == file.deliveries.end()
                    ? scene.Say(TextId::kDeskDeliverDue)
                    : scene.texts.Format(TextId::kDeskDeliverDone,
                                         {{"t", DayAndTime(scene, delivery->at)},
                                          {"who", PersonName(scene, delivery->by)}});
      }
      Words(scene, {at.x + scene.U(8), y + scene.U(23), at.width * 0.7F, scene.U(18)}, state,
            TextStyle::kDeskCaption, scene.Colors().ink3);
      if (decided)
        ui::Chip(scene.frame, {at.x + at.width - scene.U(80), y + (h / 2)},
                 scene.Say(item.granted ? TextId::kDeskDecideGrant : TextId::kDeskDecideRefuse),
                 item.granted ? ui::Tone::kGreen : ui::Tone::kSlate);
      ui::Rule(scene.frame, at.x, y + h, at.width);
      y += h + 1;
    }
  }
  return y + scene.U(16);
}

float DrawDelivery(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const DeliverDraft& draft) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskDeliverTitle));
  y += scene.U(36);
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
  y = Heading(scene, at.x, y + scene.U(10), at.width, scene.Say(TextId::kDeskDeliverEvidence));
  ui::InputLook field;
  TextField(scene, "evidence", {at.x, y, at.width, scene.U(36)}, Field::kEvidence, 0,
            draft.evidence, field);
  y += scene.U(48);
  return DrawOutcome(scene, at, y + scene.U(8), open);
}

}  // namespace tanggap::desk

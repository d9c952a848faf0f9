// Findings under a person's hand: grade, facts and reason of each, and what they would give.
#include <algorithm>
#include <array>
#include <string>

#include "desk/assess_fields.h"
#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

std::string FactNames(const Scene& scene, const std::vector<FactId>& facts) {
  std::string names;
  for (const FactId& id : facts) {
    const DecreeFact* fact = scene.premises.decree.Find(id);
    if (!names.empty()) names += "; ";
    names += fact == nullptr ? id.value : std::string(fact->label.In(scene.Language()));
  }
  return names;
}

void DrawGradeOf(Scene& scene, const Rect& rect, const DraftFinding& finding) {
  if (scene.premises.decree.severities.empty()) return;
  const bool solid = finding.touched || !finding.from_engine;
  const ui::Point left{rect.x, rect.y + (rect.h / 2)};
  if (finding.severity) {
    ui::SeverityBars(scene.frame, left, GradeLevel(scene, finding.severity), solid);
  } else {
    ui::SeverityHatch(scene.frame, left);
  }
  const float used = ui::SeverityBarsWidth(scene.frame) + scene.U(7);
  Words(scene, {rect.x + used, rect.y, rect.w - used, rect.h},
        finding.severity ? GradeName(scene, finding.severity)
                         : scene.Say(TextId::kDeskGradeUnregulated),
        TextStyle::kDeskText, solid ? scene.Colors().ink : scene.Colors().ink3);
}

// A finding on conduct: was the officer heard apart, or why not.
float DrawHeard(Scene& scene, const Rect& row, std::size_t index, const DraftFinding& finding) {
  const float half = row.w / 2;
  ui::ChoiceLook look;
  look.word = scene.Say(TextId::kDeskFindingsHeard);
  look.chosen = finding.heard;
  look.single = false;
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  const CaseDrafts& drafts = CurrentDrafts(scene.state);
  if (work != nullptr && drafts.assess && ConductToTick(scene.premises, *drafts.assess) == index)
    look.key = "Space";
  const std::string heard = "heard." + std::to_string(index);
  if (ui::Choice(scene.frame, heard.c_str(), {row.x, row.y, half - scene.U(8), scene.U(32)}, look))
    scene.Want(ToggleHeard{index});
  ui::InputLook field;
  field.placeholder = scene.Say(TextId::kDeskFindingsHeardWhy);
  field.enabled = !finding.heard;
  const std::string why = "not-heard." + std::to_string(index);
  TextField(scene, why.c_str(), {row.x + half, row.y, half, scene.U(32)}, Field::kNotHeard, index,
            finding.not_heard_why, field);
  return row.y + scene.U(40);
}

float DrawOne(Scene& scene, const Column& at, float y, std::size_t index, const OpenCase& open,
              const DraftFinding& finding, ScrollArea& area) {
  const std::optional<Focus>& focus = scene.state.focus;
  const bool here = focus && focus->index == index;
  const bool active = here && focus->field == Field::kReason;
  const bool beside = here && (focus->field == Field::kProof || focus->field == Field::kNotHeard);
  const float top = y;
  const float line = scene.U(30);
  const Assessment judged = Judge(scene.premises, open, finding, scene.state.now);
  Words(scene, {at.x, y, scene.U(22), line}, std::to_string(index + 1), TextStyle::kDeskCaption,
        scene.Colors().ink3);
  const float aspect_w = scene.U(210);
  Words(scene, {at.x + scene.U(26), y, aspect_w, line}, AspectTitle(scene, finding.aspect),
        TextStyle::kDeskTextMedium, scene.Colors().ink);
  float x = at.x + scene.U(26) + aspect_w;
  if (!scene.premises.decree.severities.empty()) {
    DrawGradeOf(scene, {x, y, scene.U(120), line}, finding);
    x += scene.U(128);
  }
  const bool grades = !scene.premises.decree.severities.empty();
  const float cite_w = grades ? std::min(scene.U(360), at.width * 0.34F) : at.width * 0.55F;
  const float facts_w = std::max(0.0F, at.x + at.width - x - cite_w - scene.U(8));
  Words(scene, {x, y, facts_w, line}, FactNames(scene, finding.facts), TextStyle::kDeskCaption,
        scene.Colors().ink2);
  // Where the cell's words stand; what it gives is cited with the compensation below.
  const DecreeCell* cell =
      judged.severity ? scene.premises.decree.Cell(finding.aspect, *judged.severity) : nullptr;
  const std::string cite = cell == nullptr ? (judged.ground == Ground::kNothingProved ||
                                                      judged.ground == Ground::kConforming
                                                  ? std::string()
                                                  : judged.cite)
                                           : scene.premises.decree.ConditionCite(*cell);
  ui::TextLook cite_look;
  cite_look.style = TextStyle::kDeskCaptionMedium;
  cite_look.color = scene.Colors().accent;
  cite_look.align = ui::Align::kRight;
  cite_look.valign = ui::VAlign::kMiddle;
  const float cite_h = std::max(
      line, ui::MeasureText(scene.frame, cite, TextStyle::kDeskCaptionMedium, cite_w).height);
  if (!cite.empty())
    ui::DrawText(scene.frame, cite, {at.x + at.width - cite_w, y, cite_w, cite_h}, cite_look);
  y += cite_h + scene.U(2);
  const Rect field{at.x + scene.U(26), y, at.width - scene.U(26), scene.U(active ? 82 : 58)};
  ui::InputLook look;
  look.placeholder = scene.Say(TextId::kDeskFindingsReasonHint);
  look.multi_line = true;
  const std::string id = "reason." + std::to_string(index);
  TextField(scene, id.c_str(), field, Field::kReason, index, finding.reason, look);
  y = field.Bottom() + scene.U(6);
  ui::InputLook proof;
  proof.placeholder = scene.Say(TextId::kDeskFindingsProofHint);
  const std::string proof_id = "proof." + std::to_string(index);
  TextField(scene, proof_id.c_str(), {field.x, y, field.w, scene.U(32)}, Field::kProof, index,
            finding.proof, proof);
  y += scene.U(40);
  if (AboutConduct(scene.premises, finding.aspect))
    y = DrawHeard(scene, {field.x, y, field.w, 0}, index, finding);
  if (active || beside) area.Follow({at.x, top, at.width, y - top});
  ui::Rule(scene.frame, at.x, y, at.width);
  return y + scene.U(8);
}

// Who is accused must be said before a finding on conduct stands: a counter, or nobody named.
float DrawConcerned(Scene& scene, const Column& at, float y, const OpenCase& open,
                    const AssessDraft& draft) {
  const bool conduct = std::ranges::any_of(draft.findings, [&](const DraftFinding& finding) {
    return AboutConduct(scene.premises, finding.aspect);
  });
  if (!conduct || open.file.officer_concerned || !open.file.counter_concerned.empty()) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskFindingsConcerned),
              draft.concerned ? "" : scene.Say(TextId::kDeskFindingsConcernedUnset));
  float x = at.x;
  std::size_t number = 0;
  const auto choice = [&](const std::string& counter, std::string_view word) {
    const std::string key = std::to_string(++number);
    ui::ChoiceLook look;
    look.word = word;
    if (number < 10) look.key = key;
    look.chosen = draft.concerned && *draft.concerned == counter;
    const float width = ui::TextWidth(scene.frame, word, TextStyle::kDeskText) + scene.U(72);
    if (x + width > at.x + at.width) {
      x = at.x;
      y += scene.U(38);
    }
    const std::string id = "concerned." + counter;
    if (ui::Choice(scene.frame, id.c_str(), {x, y, width, scene.U(32)}, look))
      scene.Want(SetConcerned{counter});
    x += width + scene.U(8);
  };
  choice("", scene.Say(TextId::kDeskFindingsConcernedNone));
  for (const Counter& counter : scene.premises.office.counters)
    choice(counter.id, counter.label.In(scene.Language()));
  return y + scene.U(46);
}

}  // namespace

float DrawFindings(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const AssessDraft& draft, ScrollArea& area) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskFindingsTitle),
                std::to_string(draft.findings.size()));
  Words(scene, {at.x + (at.width / 3), y + scene.U(2), at.width * 2 / 3, scene.U(20)},
        scene.Say(TextId::kDeskFindingsHint), TextStyle::kDeskCaption, scene.Colors().ink3,
        ui::Align::kRight);
  y += scene.U(34);
  ui::Rule(scene.frame, at.x, y, at.width);
  y += scene.U(6);
  if (draft.findings.empty()) {
    const bool graded = !scene.premises.decree.severities.empty();
    Words(scene, {at.x, y, at.width, scene.U(22)},
          scene.Say(graded ? TextId::kDeskFindingsNone : TextId::kDeskFindingsNoneTriggers),
          TextStyle::kDeskText, scene.Colors().ink3);
    return y + scene.U(36);
  }
  for (std::size_t i = 0; i < draft.findings.size(); ++i)
    y = DrawOne(scene, at, y, i, open, draft.findings[i], area);
  return DrawConcerned(scene, at, y + scene.U(4), open, draft);
}

float DrawProposedRemedies(Scene& scene, const Column& at, float y, const OpenCase& open,
                           const AssessDraft& draft, ScrollArea& area) {
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskRemediesTitle));
  y += scene.U(34);
  AssessDraft with = draft;
  with.add_apology = true;
  const std::vector<RemedyItem> offered = RemediesOf(scene.premises, open, with, scene.state.now);
  constexpr std::array<std::pair<Beneficiary, TextId>, 3> kGroups{{
      {Beneficiary::kComplainant, TextId::kDeskRemediesToComplainant},
      {Beneficiary::kOfficer, TextId::kDeskRemediesToOfficer},
      {Beneficiary::kUnit, TextId::kDeskRemediesToUnit},
  }};
  for (const auto& [beneficiary, title] : kGroups) {
    std::vector<RemedyItem> group;
    std::ranges::copy_if(offered, std::back_inserter(group),
                         [&](const RemedyItem& item) { return item.beneficiary == beneficiary; });
    if (group.empty() && beneficiary != Beneficiary::kComplainant) continue;
    const Rect band{at.x, y, at.width, scene.U(26)};
    scene.frame.Fill(band, scene.Colors().sunken);
    Words(scene, band.Inset(scene.U(8), 0),
          scene.Say(group.empty() ? TextId::kDeskRemediesNoneComplainant : title),
          TextStyle::kDeskCaptionStrong, scene.Colors().ink2);
    y += scene.U(30);
    for (const RemedyItem& item : group) {
      const ui::Color ink =
          beneficiary == Beneficiary::kOfficer ? scene.Colors().violet : scene.Colors().ink;
      if (item.outside_matrix) {
        ui::ChoiceLook look;
        const std::string name = RemedyName(scene, item.id);
        look.word = name;
        look.second = scene.Say(TextId::kDeskRemediesOutside);
        look.chosen = draft.add_apology;
        look.single = false;
        look.key = "+";
        if (ui::Choice(scene.frame, "apology-outside",
                       {at.x, y, at.width - scene.U(4), scene.U(34)}, look))
          scene.Want(ToggleApology{});
        y += scene.U(38);
        if (draft.add_apology) continue;
        ui::InputLook why;
        why.placeholder = scene.Say(TextId::kDeskRemediesNoApologyWhy);
        const Rect field{at.x + scene.U(26), y, at.width - scene.U(30), scene.U(32)};
        TextField(scene, "no-apology", field, Field::kNoApology, 0, draft.no_apology_why, why);
        if (scene.state.focus && scene.state.focus->field == Field::kNoApology) area.Follow(field);
        y += scene.U(40);
        continue;
      }
      Words(scene, {at.x + scene.U(8), y, at.width - scene.U(258), scene.U(24)},
            RemedyName(scene, item.id), TextStyle::kDeskTextMedium, ink);
      Words(scene, {at.x + at.width - scene.U(250), y, scene.U(250), scene.U(24)}, item.cite,
            TextStyle::kDeskCaptionMedium, scene.Colors().accent, ui::Align::kRight);
      y += scene.U(28);
    }
  }
  return y + scene.U(16);
}

}  // namespace tanggap::desk

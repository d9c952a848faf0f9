// The findings that stand, each with what proves it: the assessor's words, the sum's last line, the
// decree's own words and where they stand.
#include <algorithm>
#include <string>

#include "desk/judgement.h"
#include "desk/screens/sum.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

std::string FactsOf(const Scene& scene, const std::vector<FactId>& facts) {
  std::string names;
  for (const FactId& id : facts) {
    const DecreeFact* fact = scene.premises.decree.Find(id);
    if (!names.empty()) names += "; ";
    names += fact == nullptr ? id.value : std::string(fact->label.In(scene.Language()));
  }
  return names;
}

std::string GradeWord(const Scene& scene, const std::optional<SeverityId>& severity) {
  return severity ? GradeName(scene, severity) : scene.Say(TextId::kDeskGradeUnregulated);
}

float GradeWidth(const Scene& scene, const std::optional<SeverityId>& severity) {
  const float word =
      ui::TextWidth(scene.frame, GradeWord(scene, severity), TextStyle::kDeskText) + 2;
  return std::max(scene.U(104), ui::SeverityBarsWidth(scene.frame) + scene.U(7) + word);
}

void DrawGradeAt(Scene& scene, const Rect& rect, const std::optional<SeverityId>& severity) {
  const std::string word = GradeWord(scene, severity);
  const ui::Point left{rect.x, rect.y + (rect.h / 2)};
  if (severity) {
    ui::SeverityBars(scene.frame, left, GradeLevel(scene, severity), true);
  } else {
    ui::SeverityHatch(scene.frame, left);
  }
  const float used = ui::SeverityBarsWidth(scene.frame) + scene.U(7);
  Words(scene, {rect.x + used, rect.y, rect.w - used, rect.h}, word, TextStyle::kDeskText,
        scene.Colors().ink);
}

// Where this finding's evidence is kept, among the assessments that stand; "" for none.
std::string ProofOf(const OpenCase& open, const Finding& finding) {
  for (const Classification& side : open.file.standing) {
    const auto proofs = open.proofs.find(side.record);
    if (proofs == open.proofs.end()) continue;
    for (std::size_t i = 0; i < side.findings.size() && i < proofs->second.size(); ++i) {
      if (side.findings[i].aspect == finding.aspect && !proofs->second[i].empty())
        return proofs->second[i];
    }
  }
  return "";
}

// The decree's words that the finding rests on, each above its citation.
float DrawDecreeWords(Scene& scene, const Column& at, float y, const OpenCase& open,
                      const Finding& finding) {
  const Decree& decree = scene.premises.decree;
  const auto quote = [&](const std::string& words, const std::string& cite) {
    if (!words.empty())
      y += Paragraph(scene, {at.x, y, at.width, 0},
                     scene.texts.Format(TextId::kDeskRemediesVerbatim, {{"words", words}}),
                     TextStyle::kDeskCaption, scene.Colors().ink2);
    y += Paragraph(scene, {at.x, y, at.width, 0}, cite, TextStyle::kDeskCaptionMedium,
                   scene.Colors().accent) +
         scene.U(2);
  };
  if (!decree.severities.empty()) {
    const DecreeCell* cell =
        finding.severity ? decree.Cell(finding.aspect, *finding.severity) : nullptr;
    if (cell != nullptr) quote(cell->condition, decree.ConditionCite(*cell));
    return y;
  }
  const Assessment judged = JudgeHeld(scene.premises, open, finding, scene.state.now);
  for (const std::string& id : judged.triggers) {
    const auto found = std::ranges::find(decree.triggers, id, &DecreeTrigger::id);
    if (found != decree.triggers.end()) quote(found->condition, found->cite);
  }
  if (judged.triggers.empty()) {
    const DecreeAspect* aspect = decree.Find(finding.aspect);
    if (aspect != nullptr) quote("", aspect->cite);
  }
  return y;
}

float DrawOneHeld(Scene& scene, const Column& at, float y, const OpenCase& open,
                  const std::optional<CaseSum>& sum, std::size_t number) {
  const Finding& finding = open.file.findings[number - 1];
  const DecreeAspect* aspect = scene.premises.decree.Find(finding.aspect);
  const bool grades = !scene.premises.decree.severities.empty();
  const float indent = scene.U(22);
  const Column in{at.x + indent, at.width - indent};
  ui::Rule(scene.frame, at.x, y, at.width);
  y += scene.U(6);
  Words(scene, {at.x, y, indent, scene.U(24)}, std::to_string(number), TextStyle::kDeskCaption,
        scene.Colors().ink3);
  const float grade_w = grades ? GradeWidth(scene, finding.severity) : 0;
  Words(scene, {in.x, y, in.width - grade_w, scene.U(24)}, AspectTitle(scene, finding.aspect),
        TextStyle::kDeskTextMedium, scene.Colors().ink);
  if (grades)
    DrawGradeAt(scene, {in.x + in.width - grade_w, y, grade_w, scene.U(24)}, finding.severity);
  y += scene.U(26);
  const std::string facts = FactsOf(scene, finding.facts);
  if (!facts.empty())
    y += Paragraph(scene, {in.x, y, in.width, 0}, facts, TextStyle::kDeskCaption,
                   scene.Colors().ink3) +
         scene.U(2);
  if (!finding.reason.empty())
    y += Paragraph(scene, {in.x, y, in.width, 0}, finding.reason, TextStyle::kDeskText,
                   scene.Colors().ink2) +
         scene.U(4);
  if (aspect != nullptr && aspect->time) {
    const SumStand stand = StandOf(scene.premises.decree, scene.premises.office.policies,
                                   finding.aspect, finding.severity, sum);
    const bool doubtful = stand == SumStand::kDiffers || stand == SumStand::kCannotTell;
    y += Paragraph(scene, {in.x, y, in.width, 0},
                   sum ? SumLine(scene, *sum) : scene.Say(TextId::kDeskSumCannot),
                   TextStyle::kDeskTextMedium,
                   doubtful ? scene.Colors().amber : scene.Colors().ink) +
         scene.U(4);
  }
  y = DrawDecreeWords(scene, in, y, open, finding);
  if (!open.by_ticket) {
    const std::string proof = ProofOf(open, finding);
    y += Paragraph(
        scene, {in.x, y, in.width, 0},
        proof.empty() ? scene.Say(TextId::kDeskFindingsUnproven)
                      : scene.texts.Format(TextId::kDeskFindingsProof, {{"words", proof}}),
        TextStyle::kDeskCaption, proof.empty() ? scene.Colors().amber : scene.Colors().ink2);
  }
  return y + scene.U(6);
}

}  // namespace

float DrawHeldFindings(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (open.file.findings.empty()) return y;
  std::string by;
  if (open.file.standing.size() > 1) {
    // Nobody's findings alone: of each aspect the gravest of all who judged.
    std::string names;
    for (const Classification& side : open.file.standing) {
      if (!names.empty()) names += " " + scene.Say(TextId::kDeskProofAnd) + " ";
      names += PersonName(scene, side.by);
    }
    by = scene.texts.Format(TextId::kDeskProofFindingsApart, {{"who", names}});
  } else if (!open.file.standing.empty()) {
    const Classification& judged = open.file.standing.back();
    by = scene.texts.Format(TextId::kDeskProofFindingsBy, {{"who", PersonName(scene, judged.by)},
                                                           {"t", DayAndTime(scene, judged.at)}});
  }
  if (at.width < scene.U(500)) {
    y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskFindingsTitle), by);
  } else {
    ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskFindingsTitle), by);
    y += scene.U(34);
  }
  const auto sum = HeldSum(scene.premises, open, scene.state.now);
  for (std::size_t i = 0; i < open.file.findings.size(); ++i)
    y = DrawOneHeld(scene, at, y, open, sum, i + 1);
  const auto* work = std::get_if<CaseWork>(&scene.state.screen);
  if (work != nullptr && work->mode == CaseMode::kDecide) {
    ui::DeskButtonLook look;
    look.word = scene.Say(TextId::kDeskCaseSumsAndMatrix);
    look.keys = "N";
    if (ui::DeskButton(scene.frame, "basis",
                       {at.x, y, ui::DeskButtonWidth(scene.frame, look), scene.U(34)}, look))
      scene.Want(ShowBasis{});
    y += scene.U(42);
  }
  return y + scene.U(8);
}

}  // namespace tanggap::desk

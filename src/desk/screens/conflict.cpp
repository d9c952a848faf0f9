#include "desk/screens/conflict.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

struct Row {
  std::string label;
  std::array<std::string, 2> sides;
  bool decisive = false;  // tinted where the two differ
};

void Append(std::string& words, const std::string& more) {
  if (more.empty()) return;
  if (!words.empty()) words += "; ";
  words += more;
}

std::vector<RemedyItem> Gives(const Scene& scene, const OpenCase& open,
                              const Classification& side) {
  AssessDraft held;
  for (const Finding& finding : side.findings) {
    DraftFinding one;
    one.aspect = finding.aspect;
    one.severity = finding.severity;
    one.facts = finding.facts;
    held.findings.push_back(std::move(one));
  }
  return RemediesOf(scene.premises, open, held, scene.state.now);
}

std::string GivenTo(const Scene& scene, const std::vector<RemedyItem>& items,
                    Beneficiary beneficiary) {
  std::vector<RemedyItem> theirs;
  std::ranges::copy_if(items, std::back_inserter(theirs), [&](const RemedyItem& item) {
    return item.beneficiary == beneficiary && !item.outside_matrix;
  });
  return RemedyNames(scene, theirs);
}

std::vector<Row> RowsOf(const Scene& scene, const OpenCase& open) {
  const Decree& decree = scene.premises.decree;
  std::vector<Row> rows{{scene.Say(TextId::kDeskConflictAspect), {}, true},
                        {scene.Say(TextId::kDeskConflictGrade), {}, true},
                        {scene.Say(TextId::kDeskConflictWords), {}, false},
                        {scene.Say(TextId::kDeskConflictReason), {}, false},
                        {scene.Say(TextId::kDeskRemediesToComplainant), {}, true},
                        {scene.Say(TextId::kDeskRemediesToOfficer), {}, false}};
  for (std::size_t i = 0; i < 2; ++i) {
    const Classification& side = open.file.standing[i];
    for (const Finding& finding : side.findings) {
      Append(rows[0].sides[i], AspectTitle(scene, finding.aspect));
      Append(rows[1].sides[i], finding.severity ? GradeName(scene, finding.severity)
                                                : scene.Say(TextId::kDeskGradeUnregulated));
      const DecreeCell* cell =
          finding.severity ? decree.Cell(finding.aspect, *finding.severity) : nullptr;
      Append(rows[2].sides[i], cell == nullptr ? "" : cell->condition);
      Append(rows[3].sides[i], finding.reason);
    }
    const std::vector<RemedyItem> items = Gives(scene, open, side);
    rows[4].sides[i] = GivenTo(scene, items, Beneficiary::kComplainant);
    rows[5].sides[i] = GivenTo(scene, items, Beneficiary::kOfficer);
  }
  return rows;
}

float DrawRow(Scene& scene, const Column& at, float y, const Row& row) {
  const bool differs = row.sides[0] != row.sides[1];
  const float label_w = scene.U(178);
  const float side_w = (at.width - label_w - scene.U(24)) / 2;
  float h = scene.U(34);
  for (const std::string& side : row.sides) {
    if (!side.empty())
      h = std::max(
          h, ui::MeasureText(scene.frame, side, TextStyle::kDeskText, side_w).height + scene.U(16));
  }
  if (differs && row.decisive) scene.frame.Fill({at.x, y, at.width, h}, scene.Colors().amber_soft);
  Words(scene, {at.x + scene.U(8), y + scene.U(7), label_w - scene.U(34), scene.U(20)}, row.label,
        TextStyle::kDeskCaption, scene.Colors().ink2);
  Words(scene, {at.x + label_w - scene.U(22), y + scene.U(7), scene.U(18), scene.U(20)},
        differs ? "≠" : "=", TextStyle::kDeskTextStrong,
        differs ? scene.Colors().amber : scene.Colors().ink3);
  for (std::size_t i = 0; i < row.sides.size(); ++i) {
    const float x = at.x + label_w + (static_cast<float>(i) * (side_w + scene.U(16)));
    Paragraph(scene, {x, y + scene.U(8), side_w, 0}, row.sides[i], TextStyle::kDeskText,
              differs ? scene.Colors().ink : scene.Colors().ink2);
  }
  ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

}  // namespace

float DrawConflict(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (open.file.side != TicketSide::kConflict || open.file.standing.size() < 2) return y;
  ui::Notice(scene.frame, {at.x, y, at.width, scene.U(34)}, scene.Say(TextId::kDeskConflictTitle),
             ui::Tone::kAmber);
  y += scene.U(44);
  y += Paragraph(scene, {at.x, y, at.width, 0}, scene.Say(TextId::kDeskConflictUntil),
                 TextStyle::kDeskText, scene.Colors().ink2) +
       scene.U(10);
  const std::vector<Row> rows = RowsOf(scene, open);
  std::string differing;
  for (const Row& row : rows) {
    if (row.sides[0] == row.sides[1]) continue;
    if (!differing.empty()) differing += ", ";
    differing += row.label;
  }
  y += Paragraph(scene, {at.x, y, at.width, 0},
                 scene.texts.Format(TextId::kDeskConflictDiffers, {{"what", differing}}),
                 TextStyle::kDeskReading, scene.Colors().ink) +
       scene.U(12);
  const float label_w = scene.U(178);
  const float side_w = (at.width - label_w - scene.U(24)) / 2;
  for (std::size_t i = 0; i < 2; ++i) {
    const Classification& side = open.file.standing[i];
    const float x = at.x + label_w + (static_cast<float>(i) * (side_w + scene.U(16)));
    Words(scene, {x, y, side_w, scene.U(22)},
          std::string(i == 0 ? "A  " : "B  ") + PersonName(scene, side.by),
          TextStyle::kDeskTextStrong, scene.Colors().ink);
    Words(scene, {x, y + scene.U(22), side_w, scene.U(18)}, DayAndTime(scene, side.at),
          TextStyle::kDeskCaption, scene.Colors().ink3);
  }
  y += scene.U(48);
  ui::Rule(scene.frame, at.x, y, at.width);
  for (const Row& row : rows)
    y = DrawRow(scene, at, y + 1, row);
  return y + scene.U(24);
}

}  // namespace tanggap::desk

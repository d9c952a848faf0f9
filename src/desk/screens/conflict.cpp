#include "desk/screens/conflict.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

constexpr std::size_t kMostSides = 3;  // beside each other; more are rarer than rare

struct Side {
  std::string words;
  int grade = -1;  // bars before the words
};
struct Row {
  std::string label;
  std::vector<Side> sides;
  bool decisive = false;  // tinted where they differ
  bool cite = false;
  [[nodiscard]] bool Differs() const {
    return std::ranges::any_of(sides,
                               [&](const Side& side) { return side.words != sides.front().words; });
  }
};

void Append(std::string& words, const std::string& more) {
  if (more.empty()) return;
  if (!words.empty()) words += "; ";
  words += more;
}

std::string GivenTo(const Scene& scene, const std::vector<RemedyItem>& items,
                    Beneficiary beneficiary) {
  std::vector<RemedyItem> theirs;
  std::ranges::copy_if(items, std::back_inserter(theirs), [&](const RemedyItem& item) {
    return item.beneficiary == beneficiary && !item.outside_matrix;
  });
  return theirs.empty() ? scene.Say(TextId::kDeskConflictNone) : RemedyNames(scene, theirs);
}

std::string ProofOf(const Scene& scene, const OpenCase& open, const RecordId& record) {
  std::string words;
  const auto proofs = open.proofs.find(record);
  if (proofs != open.proofs.end()) {
    for (const std::string& proof : proofs->second)
      Append(words, proof);
  }
  return words.empty() ? scene.Say(TextId::kDeskConflictNone) : words;
}

enum Rows : std::size_t { kAspect, kGrade, kWords, kReason, kProof, kCite, kVisitor, kOfficer };

std::vector<Row> RowsOf(const Scene& scene, const OpenCase& open, std::size_t sides) {
  std::vector<Row> rows{{scene.Say(TextId::kDeskConflictAspect), {}, true, false},
                        {scene.Say(TextId::kDeskConflictGrade), {}, true, false},
                        {scene.Say(TextId::kDeskConflictWords), {}, false, false},
                        {scene.Say(TextId::kDeskConflictReason), {}, false, false},
                        {scene.Say(TextId::kDeskConflictProof), {}, true, false},
                        {scene.Say(TextId::kDeskConflictCite), {}, false, true},
                        {scene.Say(TextId::kDeskRemediesToComplainant), {}, true, false},
                        {scene.Say(TextId::kDeskRemediesToOfficer), {}, false, false}};
  for (Row& row : rows)
    row.sides.resize(sides);
  for (std::size_t i = 0; i < sides; ++i) {
    const Classification& side = open.file.standing[i];
    for (const Finding& finding : side.findings) {
      Append(rows[kAspect].sides[i].words, AspectTitle(scene, finding.aspect));
      Append(rows[kGrade].sides[i].words, finding.severity
                                              ? GradeName(scene, finding.severity)
                                              : scene.Say(TextId::kDeskGradeUnregulated));
      rows[kGrade].sides[i].grade =
          std::max(rows[kGrade].sides[i].grade, GradeLevel(scene, finding.severity));
      const DecreeCell* cell = finding.severity
                                   ? scene.premises.decree.Cell(finding.aspect, *finding.severity)
                                   : nullptr;
      if (cell != nullptr) {
        Append(rows[kWords].sides[i].words, cell->condition);
        Append(rows[kCite].sides[i].words, scene.premises.decree.ConditionCite(*cell));
      }
      Append(rows[kReason].sides[i].words, finding.reason);
    }
    rows[kProof].sides[i].words = ProofOf(scene, open, side.record);
    const std::vector<RemedyItem> items = GivenBy(scene.premises, open, i, scene.state.now);
    rows[kVisitor].sides[i].words = GivenTo(scene, items, Beneficiary::kComplainant);
    rows[kOfficer].sides[i].words = GivenTo(scene, items, Beneficiary::kOfficer);
  }
  if (scene.premises.decree.severities.empty()) rows.erase(rows.begin() + kGrade);
  return rows;
}

struct Grid {
  float label = 0;
  float side = 0;
  float gap = 0;
  [[nodiscard]] float X(float left, std::size_t index) const {
    return left + label + (static_cast<float>(index) * (side + gap));
  }
};
Grid GridFor(const Scene& scene, float width, std::size_t sides) {
  Grid grid;
  grid.label = scene.U(178);
  grid.gap = scene.U(20);
  const auto count = static_cast<float>(sides);
  grid.side = (width - grid.label - (grid.gap * (count - 1))) / count;
  return grid;
}

float DrawRow(Scene& scene, const Column& at, float y, const Row& row) {
  const bool differs = row.Differs();
  const Grid grid = GridFor(scene, at.width, row.sides.size());
  float h = scene.U(36);
  for (const Side& side : row.sides) {
    const float height =
        ui::MeasureText(scene.frame, side.words, TextStyle::kDeskText, grid.side).height;
    h = std::max(h, std::ceil(height) + scene.U(18));
  }
  if (differs && row.decisive) scene.frame.Fill({at.x, y, at.width, h}, scene.Colors().amber_soft);
  Paragraph(scene, {at.x + scene.U(8), y + scene.U(9), grid.label - scene.U(44), 0}, row.label,
            TextStyle::kDeskCaption, scene.Colors().ink2);
  Words(scene, {at.x + grid.label - scene.U(30), y + scene.U(8), scene.U(18), scene.U(20)},
        differs ? "≠" : "=", TextStyle::kDeskTextStrong,
        differs ? scene.Colors().amber : scene.Colors().ink3);
  for (std::size_t i = 0; i < row.sides.size(); ++i) {
    float x = grid.X(at.x, i);
    float width = grid.side;
    if (row.sides[i].grade >= 0) {
      ui::SeverityBars(scene.frame, {x, y + scene.U(18)}, row.sides[i].grade, true);
      const float used = ui::SeverityBarsWidth(scene.frame) + scene.U(8);
      x += used;
      width -= used;
    }
    const ui::Color ink = row.cite  ? scene.Colors().accent
                          : differs ? scene.Colors().ink
                                    : scene.Colors().ink2;
    Paragraph(scene, {x, y + scene.U(9), width, 0}, row.sides[i].words,
              differs && row.decisive ? TextStyle::kDeskTextMedium : TextStyle::kDeskText, ink);
  }
  ui::Rule(scene.frame, at.x, y + h, at.width);
  return y + h + 1;
}

float DrawBanner(Scene& scene, const Column& at, float y, const OpenCase& open) {
  const bool judged = SidesOf(open.file) > 0;
  std::string holds = scene.Say(TextId::kDeskConflictUntilActs);
  if (judged) {
    std::optional<SeverityId> highest;
    int level = -1;
    for (const Finding& finding : open.file.findings) {
      if (GradeLevel(scene, finding.severity) <= level) continue;
      level = GradeLevel(scene, finding.severity);
      highest = finding.severity;
    }
    holds = highest ? scene.texts.Format(TextId::kDeskConflictHolds,
                                         {{"grade", GradeName(scene, highest)}})
                    : scene.Say(TextId::kDeskConflictHoldsPlain);
  }
  const float text_x = at.x + scene.U(34);
  const float width = at.width - scene.U(42);
  const float below = ui::MeasureText(scene.frame, holds, TextStyle::kDeskText, width).height;
  const Rect band{at.x - scene.U(20), y - scene.U(18), at.width + scene.U(40),
                  std::ceil(below) + scene.U(48)};
  scene.frame.Fill(band, scene.Colors().amber_soft);
  ui::MarkSign(scene.frame, {at.x + scene.U(12), band.y + scene.U(24)}, ui::Mark::kWarning);
  Words(scene, {text_x, band.y + scene.U(12), width, scene.U(22)},
        scene.Say(judged ? TextId::kDeskConflictTitle : TextId::kDeskConflictTitleActs),
        TextStyle::kDeskTextStrong, scene.Colors().ink);
  Paragraph(scene, {text_x, band.y + scene.U(36), width, 0}, holds, TextStyle::kDeskText,
            scene.Colors().ink2);
  return band.Bottom() + scene.U(16);
}

// The decisive rows that differ, in words.
std::string WhatDiffers(const Scene& scene, const std::vector<Row>& rows) {
  std::string words;
  for (const Row& row : rows) {
    if (!row.decisive || !row.Differs() || row.sides.size() < 2) continue;
    if (!words.empty()) words += ". ";
    words += scene.texts.Format(
        TextId::kDeskConflictDiffersOne,
        {{"label", row.label}, {"a", row.sides[0].words}, {"b", row.sides[1].words}});
    if (words.size() > 160) break;
  }
  return words.empty() ? scene.Say(TextId::kDeskConflictSame) : words + ".";
}

std::string NothingFor(const Scene& scene, const OpenCase& open, std::size_t sides) {
  for (std::size_t i = 0; i < sides; ++i) {
    for (const Finding& finding : open.file.standing[i].findings) {
      const DecreeCell* cell = finding.severity
                                   ? scene.premises.decree.Cell(finding.aspect, *finding.severity)
                                   : nullptr;
      if (cell == nullptr) continue;
      const auto items = GivenBy(scene.premises, open, i, scene.state.now);
      const bool any = std::ranges::any_of(items, [](const RemedyItem& item) {
        return item.beneficiary == Beneficiary::kComplainant && !item.outside_matrix;
      });
      if (!any)
        return scene.texts.Format(TextId::kDeskConflictNothingFor,
                                  {{"grade", GradeName(scene, finding.severity)}});
    }
  }
  return "";
}

// What people said since the sides were written.
float DrawSince(Scene& scene, const Column& at, float y, const OpenCase& open) {
  Instant from{};
  for (const Classification& side : open.file.standing)
    from = std::max(from, side.at);
  std::vector<const Act*> said;
  for (const Act& act : open.file.acts) {
    if (act.type == RecordType::kNote && act.at >= from && open.notes.contains(act.record))
      said.push_back(&act);
  }
  if (said.empty()) return y;
  y = Heading(scene, at.x, y, at.width, scene.Say(TextId::kDeskConflictSince));
  for (const Act* act : said) {
    const std::string when = DayAndTime(scene, act->at);
    const std::string who = PersonName(scene, act->by);
    ui::TimelineLook look;
    look.when = when;
    look.what = who;
    look.detail = open.notes.at(act->record);
    look.dot = ui::Dot::kPerson;
    look.last = act == said.back();
    y += ui::TimelineEntry(scene.frame, {at.x, y}, at.width, look);
  }
  return y + scene.U(8);
}

}  // namespace

float DrawConflict(Scene& scene, const Column& at, float y, const OpenCase& open) {
  if (open.file.side != TicketSide::kConflict) return y;
  y = DrawBanner(scene, at, y, open);
  const std::size_t sides = std::min(SidesOf(open.file), kMostSides);
  if (sides == 0) return y;
  const std::vector<Row> rows = RowsOf(scene, open, sides);
  y += Paragraph(
           scene, {at.x, y, at.width, 0},
           scene.texts.Format(TextId::kDeskConflictDiffers, {{"what", WhatDiffers(scene, rows)}}),
           TextStyle::kDeskReadingStrong, scene.Colors().ink) +
       scene.U(16);
  const Grid grid = GridFor(scene, at.width, sides);
  for (std::size_t i = 0; i < sides; ++i) {
    const Classification& side = open.file.standing[i];
    const float x = grid.X(at.x, i);
    Words(scene, {x, y, grid.side, scene.U(22)}, SideName(i) + "  " + PersonName(scene, side.by),
          TextStyle::kDeskTextStrong, scene.Colors().ink);
    const auto act = std::ranges::find(open.file.acts, side.record, &Act::record);
    const std::string where = act == open.file.acts.end() ? "" : KioskName(scene, act->node) + ", ";
    Words(scene, {x, y + scene.U(22), grid.side, scene.U(18)}, where + DayAndTime(scene, side.at),
          TextStyle::kDeskCaption, scene.Colors().ink3);
  }
  y += scene.U(48);
  ui::Rule(scene.frame, at.x, y, at.width);
  for (const Row& row : rows)
    y = DrawRow(scene, at, y + 1, row);
  y += scene.U(12);
  const std::string nothing = NothingFor(scene, open, sides);
  if (!nothing.empty()) {
    const float icon = scene.U(16);
    scene.frame.Icon("bendera", {at.x + scene.U(8), y + scene.U(2), icon, icon},
                     scene.Colors().accent, ui::kTransparent, ui::kTransparent);
    y += Paragraph(scene, {at.x + scene.U(34), y, at.width - scene.U(34), 0}, nothing,
                   TextStyle::kDeskText, scene.Colors().ink2) +
         scene.U(14);
  }
  return DrawSince(scene, at, y, open) + scene.U(12);
}

}  // namespace tanggap::desk

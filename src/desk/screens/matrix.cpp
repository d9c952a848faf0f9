// The decree's own matrix, verbatim: hollow is the engine's, solid a person's, hatched unregulated;
// for a decree without grades its triggers and items as a checklist.
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "desk/judgement.h"
#include "desk/screens/screens.h"
#include "desk/screens/wording.h"

namespace tanggap::desk {
namespace {

using ui::Rect;
using ui::TextStyle;

const DraftFinding* FindingIn(const AssessDraft* draft, const AspectId& aspect, std::size_t row) {
  if (draft == nullptr) return nullptr;
  const auto found = std::ranges::find_if(draft->findings, [&](const DraftFinding& finding) {
    return finding.aspect == aspect && finding.row == row;
  });
  return found == draft->findings.end() ? nullptr : &*found;
}

std::string RemedyWords(const Scene& scene, const DecreeCell& cell) {
  std::string words;
  for (const GrantedRemedy& given : cell.remedies) {
    if (!words.empty()) words += "; ";
    words += RemedyName(scene, given.id);
  }
  return words;
}

struct CellAt {
  std::size_t column = 0;
  std::size_t row = 0;
};

// What one cell shows now. `held` are the findings that stand, when nobody is assessing.
ui::MatrixCellLook LookOf(const Scene& scene, const OpenCase& open, const AssessDraft* draft,
                          CellAt at, const std::vector<Assessment>& proposal, std::string& badge) {
  const Decree& decree = scene.premises.decree;
  const AspectId& aspect = decree.aspects[at.column].id;
  const SeverityId& severity = decree.severities[at.row].id;
  const DecreeCell* cell = decree.Cell(aspect, severity);
  ui::MatrixCellLook look;
  look.hatch_words = scene.Say(TextId::kDeskMatrixUnregulated);
  look.state = cell == nullptr ? ui::CellState::kNotRegulated : ui::CellState::kPlain;
  look.focused =
      draft != nullptr && draft->column == at.column && draft->row == at.row && !scene.state.focus;
  const bool proposed = std::ranges::any_of(proposal, [&](const Assessment& one) {
    return one.aspect == aspect && one.severity == severity;
  });
  if (const DraftFinding* finding = FindingIn(draft, aspect, at.row)) {
    const auto number = static_cast<std::size_t>(finding - draft->findings.data()) + 1;
    const bool hollow = finding->from_engine && !finding->touched;
    look.state = hollow ? ui::CellState::kProposed : ui::CellState::kChosen;
    const TextId word = hollow                 ? TextId::kDeskMatrixMachine
                        : finding->from_engine ? TextId::kDeskMatrixAccepted
                                               : TextId::kDeskMatrixPerson;
    badge = scene.texts.Format(word, {{"n", std::to_string(number)}});
  } else if (draft == nullptr) {
    const auto& held = open.file.findings;
    const auto stands = std::ranges::find_if(held, [&](const Finding& finding_held) {
      return finding_held.aspect == aspect && finding_held.severity == severity;
    });
    if (stands != held.end()) {
      look.state = ui::CellState::kChosen;
      badge = scene.texts.Format(TextId::kDeskMatrixPerson,
                                 {{"n", std::to_string((stands - held.begin()) + 1)}});
    } else if (proposed && held.empty() && cell != nullptr) {
      look.state = ui::CellState::kProposed;
      badge = scene.Say(TextId::kDeskMatrixMachineOnly);
    }
  } else if (proposed && cell != nullptr) {
    look.state = ui::CellState::kProposed;
    badge = scene.Say(TextId::kDeskMatrixMachineOnly);
  }
  return look;
}

// As high as its fullest cell, the line that says whose it is counted where it stands.
float RowHeight(Scene& scene, const OpenCase& open, const AssessDraft* draft,
                const std::vector<Assessment>& proposal, std::size_t row, float cell_width) {
  const Decree& decree = scene.premises.decree;
  float height = scene.U(64);
  const float inner = cell_width - scene.U(16);
  const float line = ui::LineHeight(scene.frame, TextStyle::kDeskCaption);
  for (std::size_t column = 0; column < decree.aspects.size(); ++column) {
    const DecreeCell* cell = decree.Cell(decree.aspects[column].id, decree.severities[row].id);
    if (cell == nullptr) continue;
    std::string badge;
    (void)LookOf(scene, open, draft, {column, row}, proposal, badge);
    const ui::TextFit words =
        ui::MeasureText(scene.frame, cell->condition, TextStyle::kDeskCaption, inner);
    const ui::TextFit remedy = ui::MeasureText(scene.frame, "→ " + RemedyWords(scene, *cell),
                                               TextStyle::kDeskCaptionStrong, inner);
    height =
        std::max(height, words.height + remedy.height + (badge.empty() ? 0 : line) + scene.U(20));
  }
  return std::ceil(height);
}

void DrawGradeHead(Scene& scene, const Rect& rect, std::size_t row) {
  const DecreeSeverity& severity = scene.premises.decree.severities[row];
  scene.frame.Fill(rect, scene.Colors().sunken);
  const ui::Point middle{rect.x + scene.U(8), rect.y + scene.U(22)};
  ui::SeverityBars(scene.frame, middle, static_cast<int>(row) + 1, true);
  const float x = middle.x + ui::SeverityBarsWidth(scene.frame) + scene.U(6);
  Words(scene, {x, rect.y + scene.U(12), rect.Right() - x, scene.U(20)},
        severity.label.In(scene.Language()), TextStyle::kDeskTextMedium, scene.Colors().ink);
}

void DrawOneCell(Scene& scene, const Rect& rect, const OpenCase& open, const AssessDraft* draft,
                 CellAt at, const std::vector<Assessment>& proposal) {
  const Decree& decree = scene.premises.decree;
  std::string badge;
  ui::MatrixCellLook look = LookOf(scene, open, draft, at, proposal, badge);
  look.badge = badge;
  const DecreeCell* cell = decree.Cell(decree.aspects[at.column].id, decree.severities[at.row].id);
  const std::string remedy = cell == nullptr ? "" : RemedyWords(scene, *cell);
  if (cell != nullptr) look.condition = cell->condition;
  look.remedy = remedy;
  const std::string id = "cell." + std::to_string(at.column) + "." + std::to_string(at.row);
  if (ui::MatrixCell(scene.frame, id.c_str(), rect, look) && draft != nullptr)
    scene.Want(ToggleCellAt{at.column, at.row});
}

}  // namespace

float DrawMatrix(Scene& scene, const Column& at, float y, const OpenCase& open,
                 const AssessDraft* draft, ScrollArea& area) {
  const Decree& decree = scene.premises.decree;
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskMatrixTitle),
                scene.Say(TextId::kDeskMatrixSubtitle));
  Words(scene, {at.x + (at.width / 2), y + scene.U(2), at.width / 2, scene.U(20)},
        scene.Say(TextId::kDeskMatrixHatch), TextStyle::kDeskCaption, scene.Colors().ink3,
        ui::Align::kRight);
  y += scene.U(34);
  const float head_w = scene.U(100);
  const auto columns = static_cast<float>(decree.aspects.size());
  const float cell_w = std::floor((at.width - head_w) / columns);
  float head_h = scene.U(44);
  for (const DecreeAspect& aspect : decree.aspects)
    head_h = std::max(head_h, ui::MeasureText(scene.frame, AspectTitle(scene, aspect.id),
                                              TextStyle::kDeskCaptionStrong, cell_w - scene.U(14))
                                      .height +
                                  scene.U(12));
  scene.frame.Fill({at.x, y, head_w + (cell_w * columns), head_h}, scene.Colors().sunken);
  for (std::size_t c = 0; c < decree.aspects.size(); ++c) {
    const float x = at.x + head_w + (cell_w * static_cast<float>(c));
    ui::TextLook look;
    look.style = TextStyle::kDeskCaptionStrong;
    look.color = scene.Colors().ink;
    look.valign = ui::VAlign::kMiddle;
    ui::DrawText(scene.frame, AspectTitle(scene, decree.aspects[c].id),
                 {x + scene.U(8), y, cell_w - scene.U(14), head_h}, look);
    ui::RuleDown(scene.frame, x, y, head_h);
  }
  y += head_h;
  const std::vector<Assessment> proposal = Proposal(scene.premises, open, scene.state.now);
  std::optional<std::pair<CellAt, Rect>> ringed;
  for (std::size_t r = 0; r < decree.severities.size(); ++r) {
    const float height = RowHeight(scene, open, draft, proposal, r, cell_w);
    ui::Rule(scene.frame, at.x, y, head_w + (cell_w * columns));
    DrawGradeHead(scene, {at.x, y + 1, head_w, height - 1}, r);
    for (std::size_t c = 0; c < decree.aspects.size(); ++c) {
      const Rect rect{at.x + head_w + (cell_w * static_cast<float>(c)), y + 1, cell_w, height - 1};
      // The ring around the keyboard's cell reaches beyond it, so that one is drawn last.
      if (draft != nullptr && draft->column == c && draft->row == r) {
        ringed = {{c, r}, rect};
      } else {
        DrawOneCell(scene, rect, open, draft, {c, r}, proposal);
      }
    }
    y += height;
  }
  ui::Rule(scene.frame, at.x, y, head_w + (cell_w * columns));
  if (ringed) {
    DrawOneCell(scene, ringed->second, open, draft, ringed->first, proposal);
    if (!scene.state.focus) area.Follow(ringed->second);
  }
  y += scene.U(8);
  if (draft != nullptr) {
    const bool levy = std::ranges::any_of(draft->findings, [&](const DraftFinding& finding) {
      return !finding.severity && !decree.HasCell(finding.aspect);
    });
    const bool blank = std::ranges::any_of(
        draft->findings, [](const DraftFinding& finding) { return !finding.severity; });
    if (blank) {
      ui::Notice(scene.frame, {at.x, y, at.width, scene.U(34)},
                 scene.Say(levy ? TextId::kDeskMatrixFlagLevy : TextId::kDeskMatrixFlagHead),
                 ui::Tone::kAmber);
      y += scene.U(42);
    }
  }
  return y + scene.U(10);
}

float DrawTriggers(Scene& scene, const Column& at, float y, const OpenCase& open,
                   const AssessDraft* draft) {
  const Decree& decree = scene.premises.decree;
  ui::PaneTitle(scene.frame, {at.x, y}, scene.Say(TextId::kDeskTriggerTitle),
                scene.Say(TextId::kDeskTriggerSubtitle));
  y += scene.U(36);
  // Aspects: what the complaint is about; the visitor's own are chosen already.
  const float half = (at.width - scene.U(20)) / 2;
  for (std::size_t i = 0; i < decree.aspects.size(); ++i) {
    const AspectId& aspect = decree.aspects[i].id;
    const bool drafted = FindingIn(draft, aspect, 0) != nullptr;
    const bool held =
        draft == nullptr && std::ranges::any_of(open.file.findings, [&](const Finding& finding) {
          return finding.aspect == aspect;
        });
    const std::string word = AspectTitle(scene, aspect);
    ui::ChoiceLook look;
    look.word = word;
    look.chosen = drafted || held;
    look.focused = draft != nullptr && draft->column == i && !scene.state.focus;
    look.single = false;
    look.enabled = draft != nullptr;
    const Rect rect{at.x + (i % 2 == 0 ? 0 : half + scene.U(20)),
                    y + (static_cast<float>(i / 2) * scene.U(38)), half, scene.U(34)};
    const std::string id = "aspect." + std::to_string(i);
    if (ui::Choice(scene.frame, id.c_str(), rect, look) && draft != nullptr)
      scene.Want(ToggleCellAt{i, 0});
  }
  y += (static_cast<float>((decree.aspects.size() + 1) / 2) * scene.U(38)) + scene.U(12);
  const auto case_sum = draft != nullptr ? RunningSum(scene.premises, open, scene.state.now)
                                         : HeldSum(scene.premises, open, scene.state.now);
  const Lateness* sum = case_sum ? &case_sum->lateness : nullptr;
  for (const DecreeTrigger& trigger : decree.triggers) {
    ui::Rule(scene.frame, at.x, y, at.width);
    y += scene.U(10);
    bool met = false;
    if (trigger.lateness && sum != nullptr)
      met = MeasureFor(decree, *sum) > trigger.lateness->over &&
            (draft == nullptr || std::ranges::any_of(draft->findings, [&](const DraftFinding& f) {
               return trigger.aspects.empty() ||
                      std::ranges::find(trigger.aspects, f.aspect) != trigger.aspects.end();
             }));
    const auto holds = [&](const FactId& fact) {
      if (draft != nullptr)
        return std::ranges::any_of(draft->findings, [&](const DraftFinding& finding) {
          return std::ranges::find(finding.facts, fact) != finding.facts.end();
        });
      return std::ranges::any_of(open.file.findings, [&](const Finding& finding) {
        return std::ranges::find(finding.facts, fact) != finding.facts.end();
      });
    };
    met = met || std::ranges::any_of(trigger.facts, holds);
    ui::Chip(scene.frame, {at.x, y + scene.U(11)},
             scene.Say(met ? TextId::kDeskTriggerMet : TextId::kDeskTriggerNotMet),
             met ? ui::Tone::kAccent : ui::Tone::kSlate);
    const float x = at.x + scene.U(132);
    const float text_h = Paragraph(scene, {x, y, at.width - scene.U(132) - scene.U(200), 0},
                                   trigger.condition, TextStyle::kDeskText, scene.Colors().ink);
    const float cite_h =
        Paragraph(scene, {at.x + at.width - scene.U(180), y, scene.U(180), 0}, trigger.cite,
                  TextStyle::kDeskCaptionMedium, scene.Colors().accent);
    y += std::max({text_h, cite_h, scene.U(22)}) + scene.U(8);
    // What the trigger adds, as a list: it is given together or not at all.
    for (const GrantedRemedy& given : trigger.remedies) {
      ui::MarkSign(scene.frame, {x + scene.U(8), y + scene.U(11)},
                   met ? ui::Mark::kTick : ui::Mark::kOpen);
      Words(scene, {x + scene.U(26), y, at.width - scene.U(132 + 26 + 196), scene.U(22)},
            RemedyName(scene, given.id), TextStyle::kDeskText,
            met ? scene.Colors().ink : scene.Colors().ink3);
      const float item_h =
          Paragraph(scene, {at.x + at.width - scene.U(180), y + scene.U(2), scene.U(180), 0},
                    given.cite, TextStyle::kDeskCaptionMedium, scene.Colors().accent);
      y += std::max(scene.U(26), item_h + scene.U(6));
    }
    for (const FactId& id : trigger.facts) {
      const DecreeFact* fact = decree.Find(id);
      if (fact == nullptr) continue;
      ui::ChoiceLook look;
      look.word = fact->label.In(scene.Language());
      look.chosen = holds(id);
      look.single = false;
      look.enabled = draft != nullptr && !draft->findings.empty();
      const std::string target = "fact." + id.value;
      if (ui::Choice(scene.frame, target.c_str(), {x, y, at.width - scene.U(132), scene.U(32)},
                     look) &&
          look.enabled)
        scene.Want(ToggleFact{id});
      y += scene.U(36);
    }
  }
  return y + scene.U(12);
}

}  // namespace tanggap::desk

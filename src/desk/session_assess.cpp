// Assessing: cells of the matrix or aspects and triggers, findings with their reasons, proposing.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

AssessDraft* TheDraft(Turn& turn) {
  CaseWork* work = turn.TheCase();
  if (work == nullptr || work->mode != CaseMode::kAssess) return nullptr;
  CaseDrafts& drafts = turn.Drafts(work->open.file.id);
  return drafts.assess ? &*drafts.assess : nullptr;
}

// A decree with grades has a row for each; one without has one row.
std::size_t Rows(const Premises& premises) {
  return std::max<std::size_t>(1, premises.decree.severities.size());
}

// The facts that prove a cell alone: those the visitor's words suggest, else the cell's only one.
std::vector<FactId> FactsFor(const Turn& turn, const OpenCase& open, const AspectId& aspect,
                             const std::optional<SeverityId>& severity) {
  if (!severity) return {};
  const DecreeCell* cell = turn.premises.decree.Cell(aspect, *severity);
  if (cell == nullptr) return {};
  std::vector<FactId> facts = SuggestedFacts(turn.premises, open.file, aspect);
  std::erase_if(facts, [&](const FactId& fact) {
    return std::ranges::find(cell->facts, fact) == cell->facts.end();
  });
  if (facts.empty() && cell->facts.size() == 1) facts = cell->facts;
  return facts;
}

void ToggleAt(Turn& turn, AssessDraft& draft, std::size_t column, std::size_t row) {
  const Decree& decree = turn.premises.decree;
  if (column >= decree.aspects.size() || row >= Rows(turn.premises)) return;
  draft.column = column;
  draft.row = row;
  const AspectId aspect = decree.aspects[column].id;
  const auto same = std::ranges::find_if(draft.findings, [&](const DraftFinding& finding) {
    return finding.aspect == aspect && finding.row == row;
  });
  if (same != draft.findings.end()) {
    draft.findings.erase(same);
    turn.state.focus.reset();
    return;
  }
  DraftFinding finding;
  finding.aspect = aspect;
  finding.row = row;
  finding.touched = true;
  if (!decree.severities.empty() && decree.Cell(aspect, decree.severities[row].id) != nullptr)
    finding.severity = decree.severities[row].id;
  const CaseWork* work = turn.TheCase();
  finding.facts = FactsFor(turn, work->open, aspect, finding.severity);
  // One finding a column: another grade replaces the one before and keeps its words.
  const auto column_has = std::ranges::find(draft.findings, aspect, &DraftFinding::aspect);
  if (column_has != draft.findings.end()) {
    if (column_has->touched || !column_has->from_engine) finding.reason = column_has->reason;
    finding.heard = column_has->heard;
    finding.not_heard_why = column_has->not_heard_why;
    *column_has = finding;
    return;
  }
  draft.findings.push_back(std::move(finding));
}

void Save(Turn& turn, AssessDraft& draft, bool propose) {
  CaseWork& work = *turn.TheCase();
  if (turn.Saving() || Missing(turn.premises, work.open, draft, turn.state.now)) return;
  if (!WhyNotSaveAssessment(turn.premises, turn.state, work.open, draft).empty()) return;
  std::vector<Draft> records =
      AssessmentDrafts(turn.premises, work.open, draft, propose, turn.state, turn.state.fresh_ids);
  if (SettlesLower(turn.premises, turn.state, work.open, draft)) {
    AskSecond(turn, std::move(records),
              WhoMaySecond(turn.state, work.open.file, RecordType::kResolvedConflict));
  } else {
    turn.Write(std::move(records));
  }
}

// A fact of a trigger belongs to the case: the first finding carries it.
void ToggleTriggerFact(AssessDraft& draft, const FactId& fact) {
  if (draft.findings.empty()) return;
  for (DraftFinding& finding : draft.findings) {
    const auto held = std::ranges::find(finding.facts, fact);
    if (held == finding.facts.end()) continue;
    finding.facts.erase(held);
    finding.touched = true;
    return;
  }
  draft.findings.front().facts.push_back(fact);
  draft.findings.front().touched = true;
}

bool OnDraft(Turn& turn, AssessDraft& draft, const Intent& intent) {
  if (const auto* move = std::get_if<MoveCell>(&intent)) {
    const auto step = [](std::size_t at, int by, std::size_t count) {
      const auto to = static_cast<std::ptrdiff_t>(at) + by;
      return static_cast<std::size_t>(
          std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(count) - 1));
    };
    draft.column = step(draft.column, move->right, turn.premises.decree.aspects.size());
    draft.row = step(draft.row, move->down, Rows(turn.premises));
    return true;
  }
  if (std::holds_alternative<ToggleCell>(intent)) {
    ToggleAt(turn, draft, draft.column, draft.row);
    return true;
  }
  if (const auto* at = std::get_if<ToggleCellAt>(&intent)) {
    ToggleAt(turn, draft, at->column, at->row);
    return true;
  }
  if (const auto* fact = std::get_if<ToggleFact>(&intent)) {
    ToggleTriggerFact(draft, fact->fact);
    return true;
  }
  if (const auto* heard = std::get_if<ToggleHeard>(&intent)) {
    if (heard->finding < draft.findings.size())
      draft.findings[heard->finding].heard = !draft.findings[heard->finding].heard;
    return true;
  }
  if (std::holds_alternative<ToggleApology>(intent)) {
    draft.add_apology = !draft.add_apology;
    if (draft.add_apology) {
      turn.state.focus.reset();
    } else {
      turn.Focus(Focus{Field::kNoApology, 0, draft.no_apology_why.size()});
    }
    return true;
  }
  if (const auto* concerned = std::get_if<SetConcerned>(&intent)) {
    draft.concerned = concerned->counter;
    return true;
  }
  if (const auto* save = std::get_if<SaveAssessment>(&intent)) {
    Save(turn, draft, save->propose);
    return true;
  }
  return false;
}

}  // namespace

bool OnAssess(Turn& turn, const Intent& intent) {
  CaseWork* work = turn.TheCase();
  if (work == nullptr) return false;
  if (const auto* begin = std::get_if<Begin>(&intent)) {
    BeginDuty(turn, begin->duty);
    return true;
  }
  if (std::holds_alternative<SwitchColumn>(intent)) {
    work->facts_column = !work->facts_column;
    return true;
  }
  if (std::holds_alternative<ProposeNow>(intent)) {
    // The second press of the key that saved the assessment is no decision to propose it.
    const bool just_saved =
        turn.state.saved_at && turn.state.now - *turn.state.saved_at < std::chrono::seconds{1};
    if (turn.Saving() || just_saved) return true;
    if (WhyNotNow(turn.state, work->open, RecordType::kProposed).empty())
      turn.Write(ProposalDrafts(turn.premises, work->open, turn.state.now, turn.state.fresh_ids));
    return true;
  }
  AssessDraft* draft = TheDraft(turn);
  return draft != nullptr && OnDraft(turn, *draft, intent);
}

}  // namespace tanggap::desk

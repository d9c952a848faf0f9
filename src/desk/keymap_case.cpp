// The keys of an open case: reading, assessing, deciding, delivering, settling a conflict.
#include <algorithm>

#include "desk/assess_fields.h"
#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/keys_table.h"
#include "desk/resolving.h"
#include "desk/session.h"

namespace tanggap::desk {

using ui::Key;

void AddDuty(KeyTable& table, const State& state, const OpenCase& open, Key key, Duty duty,
             std::string caps, TextId hint) {
  if (WhyNotBegin(state, open, duty).empty()) table.Bare(key, Begin{duty}, std::move(caps), hint);
}

// The letters that mean the same wherever a case is selected.
void CaseLetters(KeyTable& table, const State& state, const OpenCase& open) {
  AddDuty(table, state, open, Key::kN, Duty::kAssess, "N", TextId::kDeskActAssess);
  AddDuty(table, state, open, Key::kP, Duty::kDecide, "P", TextId::kDeskActDecide);
  AddDuty(table, state, open, Key::kS, Duty::kDeliver, "S", TextId::kDeskActDeliver);
  AddDuty(table, state, open, Key::kD, Duty::kAskData, "D", TextId::kDeskActData);
  AddDuty(table, state, open, Key::kI, Duty::kIdentity, "I", TextId::kDeskActIdentity);
  AddDuty(table, state, open, Key::kW, Duty::kRespond, "W", TextId::kDeskActRespond);
  AddDuty(table, state, open, Key::kC, Duty::kNote, "C", TextId::kDeskActNote);
  AddDuty(table, state, open, Key::kA, Duty::kTake, "A", TextId::kDeskActTake);
  AddDuty(table, state, open, Key::kE, Duty::kClose, "E", TextId::kDeskActClose);
  AddDuty(table, state, open, Key::kR, Duty::kRefer, "R", TextId::kDeskActRefer);
  AddDuty(table, state, open, Key::kV, Duty::kWithdraw, "V", TextId::kDeskActWithdraw);
  AddDuty(table, state, open, Key::kO, Duty::kReopen, "O", TextId::kDeskActReopen);
  AddDuty(table, state, open, Key::kZ, Duty::kCorrect, "Z", TextId::kDeskActCorrect);
}

namespace {

// Choices, reason and the one filled button of a conflict that this person may settle.
void ResolveKeys(KeyTable& table, const Premises& premises, const State& state,
                 const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  const ResolveDraft draft = drafts.resolve.value_or(StartResolving(premises, work.open));
  const std::size_t sides = SidesOf(work.open.file);
  for (std::size_t i = 0; sides > 0 && i <= std::min(sides, kDigits.size() - 1); ++i)
    table.Bare(kDigits[i], ChooseSide{i}, i == 0 ? "1 2 3" : "",
               i == 0 ? std::optional(TextId::kDeskKeyChoose) : std::nullopt);
  table.Bare(Key::kTab, FocusField{Field::kResolve, 0, std::nullopt}, "Tab",
             TextId::kDeskKeyReason);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  if (!MissingToResolve(premises, state, work.open, draft))
    table.Ctrl(Key::kEnter, SaveResolution{}, "Ctrl Enter", TextId::kDeskConflictSettle);
  AddDuty(table, state, work.open, Key::kC, Duty::kNote, "C", TextId::kDeskActNote);
  AddDuty(table, state, work.open, Key::kD, Duty::kAskData, "D", TextId::kDeskActData);
  AddDuty(table, state, work.open, Key::kI, Duty::kIdentity, "I", TextId::kDeskActIdentity);
  AddDuty(table, state, work.open, Key::kA, Duty::kTake, "A", TextId::kDeskActTake);
}

// Through the records of the case, and one of them as it stands in the folder.
void HistoryKeys(KeyTable& table, const CaseWork& work) {
  table.UpDown(MoveAct{1}, MoveAct{-1}, "J K", TextId::kDeskKeyHistory);
  if (work.act) table.Bare(Key::kEnter, ShowAct{}, "Enter", TextId::kDeskKeyRecord);
}

void ReadKeys(KeyTable& table, const Premises& premises, const State& state, const CaseWork& work) {
  if (Resolving(state, work)) {
    ResolveKeys(table, premises, state, work);
    HistoryKeys(table, work);
    table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
    return;
  }
  CaseLetters(table, state, work.open);
  if (work.open.file.stage == CaseStage::kAssessed &&
      WhyNotNow(state, work.open, RecordType::kProposed).empty())
    table.Ctrl(Key::kEnter, ProposeNow{}, "Ctrl Enter", TextId::kDeskActPropose);
  const auto& proposers = work.open.file.proposers;
  const bool own =
      state.person && std::ranges::find(proposers, state.person->id) != proposers.end();
  AddDuty(table, state, work.open, Key::kU, Duty::kReturn, "U",
          own ? TextId::kDeskActDrawBack : TextId::kDeskActReturn);
  AddDuty(table, state, work.open, Key::kF, Duty::kTimes, "F", TextId::kDeskActTimes);
  table.Bare(Key::kTab, SwitchColumn{});
  table.ForSheet("Tab", TextId::kDeskCaseTabFacts);
  HistoryKeys(table, work);
  table.Bare(Key::kG, AskRooms{});
  table.ForSheet("G", TextId::kDeskKeyRooms);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
  ViewKeys(table);
}

// What an assessment asks for beside the matrix: what is typed, and what is ticked.
void FillingKeys(KeyTable& table, const Premises& premises, const State& state,
                 const OpenCase& open, const AssessDraft& draft) {
  if (const auto next = NextAssessField(premises, open, draft, state.focus, state.now))
    table.Bare(Key::kTab, FocusField{next->field, next->index, std::nullopt}, "Tab",
               TextId::kDeskKeyReason);
  if (const auto conduct = ConductToTick(premises, draft)) {
    table.Bare(Key::kSpace, ToggleHeard{*conduct});
    table.ForSheet("Space", TextId::kDeskFindingsHeard);
  }
  const std::vector<std::string> concerned = ConcernedChoices(premises, open, draft);
  for (std::size_t i = 0; i < std::min(concerned.size(), kDigits.size() - 1); ++i) {
    table.Bare(kDigits[i], SetConcerned{concerned[i]});
    if (i == 0) table.ForSheet(DigitCaps(concerned.size()), TextId::kDeskFindingsConcerned);
  }
  if (ApologyOffered(premises, open, draft, state.now)) {
    table.Bare(Key::kEquals, ToggleApology{});
    table.ForSheet("+", TextId::kDeskRemediesAdd);
    table.Shift(Key::kEquals, ToggleApology{});
  }
}

void AssessKeys(KeyTable& table, const Premises& premises, const State& state,
                const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  if (!drafts.assess) return;
  table.Bare(Key::kRight, MoveCell{1, 0}, "← ↑ ↓ →",
             premises.decree.severities.empty() ? TextId::kDeskKeyChoose : TextId::kDeskKeyCell);
  table.Bare(Key::kLeft, MoveCell{-1, 0});
  table.Bare(Key::kDown, MoveCell{0, 1});
  table.Bare(Key::kUp, MoveCell{0, -1});
  table.Bare(Key::kEnter, ToggleCell{}, "Enter", TextId::kDeskKeyAdd);
  FillingKeys(table, premises, state, work.open, *drafts.assess);
  if (!Missing(premises, work.open, *drafts.assess, state.now) &&
      WhyNotSaveAssessment(premises, state, work.open, *drafts.assess).empty()) {
    const bool settles = SidesOf(work.open.file) > 0;
    // Where only a leader assesses, proposing would bar them from deciding.
    const bool alone = work.open.file.leader_assesses;
    table.Ctrl(Key::kEnter, SaveAssessment{settles || !alone}, "Ctrl Enter",
               settles ? TextId::kDeskConflictSettle
               : alone ? TextId::kDeskActSaveOnly
                       : TextId::kDeskActSavePropose);
    if (!settles)
      table.Ctrl(Key::kS, SaveAssessment{alone}, "Ctrl S",
                 alone ? TextId::kDeskActSavePropose : TextId::kDeskActSaveOnly);
  }
  AddDuty(table, state, work.open, Key::kI, Duty::kIdentity, "I", TextId::kDeskActIdentity);
  AddDuty(table, state, work.open, Key::kD, Duty::kAskData, "D", TextId::kDeskActData);
  AddDuty(table, state, work.open, Key::kC, Duty::kNote, "C", TextId::kDeskActNote);
  AddDuty(table, state, work.open, Key::kF, Duty::kTimes, "F", TextId::kDeskActTimes);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCaseQuickClose);
}

void DecideKeys(KeyTable& table, const Premises& premises, const State& state,
                const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  if (!drafts.decide) return;
  const DecideDraft& draft = *drafts.decide;
  const std::size_t answers = draft.answers.size();
  const bool answering = state.focus && state.focus->field == Field::kAnswer;
  // Through what is typed, in the order in which it stands, and round again.
  FocusField next{Field::kDecision, 0, std::nullopt};
  if (answering && state.focus->index + 1 < answers) {
    next = {Field::kAnswer, state.focus->index + 1, std::nullopt};
  } else if (!answering && answers > 0) {
    next = {Field::kAnswer, 0, std::nullopt};
  }
  if (answering) {
    table.Bare(Key::kDown, ReadyAnswer{state.focus->index, 1}, "↓ ↑", TextId::kDeskKeyReady);
    table.Bare(Key::kUp, ReadyAnswer{state.focus->index, -1});
    table.Bare(Key::kEnter, next);
  }
  table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyRow);
  if (draft.row < draft.lines.size())
    table.Bare(Key::kSpace, ToggleGrant{draft.row, !draft.lines[draft.row].granted}, "Space",
               TextId::kDeskKeyToggle);
  for (std::size_t i = 0; i < kRefusals.size(); ++i)
    table.Bare(kDigits[i], ChooseRefusal{std::string(kRefusals[i])});
  table.ForSheet(DigitCaps(kRefusals.size()), TextId::kDeskDecideCodes);
  table.Shift(Key::kX, RefuseAll{}, "Shift X", TextId::kDeskActRefuseAll);
  if (Addition(premises, draft.lines) || draft.lines.size() > work.open.file.proposal.size()) {
    table.Bare(Key::kEquals, AddOutside{}, "+", TextId::kDeskRemediesAdd);
    table.Shift(Key::kEquals, AddOutside{});
  }
  table.Bare(Key::kN, ShowBasis{}, "N", TextId::kDeskCaseSumsAndMatrix);
  AddDuty(table, state, work.open, Key::kU, Duty::kReturn, "U", TextId::kDeskActReturn);
  table.Bare(Key::kTab, next, "Tab",
             answers > 0 ? TextId::kDeskKeyAnswers : TextId::kDeskDecideReason);
  if (!Missing(draft) && WhyNotSaveDecision(state, work.open, draft).empty())
    table.Ctrl(Key::kEnter, SaveDecision{}, "Ctrl Enter", TextId::kDeskActSaveDecision);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCaseQuickClose);
}

void DeliverKeys(KeyTable& table, const State& state, const CaseWork& work) {
  table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyRow);
  if (WhyNotNow(state, work.open, RecordType::kRemedyDelivered).empty()) {
    table.Ctrl(Key::kEnter, SaveDelivery{}, "Ctrl Enter", TextId::kDeskActDeliver);
    table.Bare(Key::kEnter, SaveDelivery{});
  }
  for (std::size_t i = 0; work.open.file.contactable && i < kWays.size(); ++i)
    table.Bare(kDigits[i], ChooseInBox{i}, i == 0 ? DigitCaps(kWays.size()) : "",
               i == 0 ? std::optional(TextId::kDeskDeliverWay) : std::nullopt);
  table.Bare(Key::kTab, FocusField{Field::kEvidence, 0, std::nullopt}, "Tab",
             TextId::kDeskDeliverProof);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCaseQuickClose);
}

}  // namespace

void CaseKeys(KeyTable& table, const Premises& premises, const State& state, const CaseWork& work) {
  switch (work.mode) {
    case CaseMode::kRead:
      return ReadKeys(table, premises, state, work);
    case CaseMode::kAssess:
      return AssessKeys(table, premises, state, work);
    case CaseMode::kDecide:
      return DecideKeys(table, premises, state, work);
    case CaseMode::kDeliver:
      return DeliverKeys(table, state, work);
  }
}

}  // namespace tanggap::desk

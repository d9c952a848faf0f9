#include "desk/keymap.h"

#include <algorithm>
#include <array>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/resolving.h"
#include "desk/session.h"
#include "ui/text_edit.h"

namespace tanggap::desk {
namespace {

using ui::Key;

class Table {
 public:
  void Bare(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back(
        {key, false, false, std::move(intent), std::move(caps), hint, false, false});
  }
  void Ctrl(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, true, false, std::move(intent), std::move(caps), hint, false, false});
  }
  void Shift(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, false, true, std::move(intent), std::move(caps), hint, false, false});
  }
  void CtrlShift(Key key, Intent intent) {
    bindings_.push_back({key, true, true, std::move(intent), "", {}, false, false});
  }
  // What the hint bar has no room for; the key sheet shows it.
  void ForSheet(std::string caps, TextId hint, bool anywhere = false) {
    bindings_.back().caps = std::move(caps);
    bindings_.back().hint = hint;
    bindings_.back().only_sheet = true;
    bindings_.back().anywhere = anywhere;
  }
  // J and K, down and up; shown as one pair.
  void UpDown(Intent down, Intent up, std::string caps, TextId hint) {
    Bare(Key::kJ, down, std::move(caps), hint);
    Bare(Key::kK, up);
    Bare(Key::kDown, std::move(down));
    Bare(Key::kUp, std::move(up));
  }
  [[nodiscard]] const std::vector<Binding>& Bindings() const { return bindings_; }
  [[nodiscard]] std::vector<Binding> Take() { return std::move(bindings_); }

 private:
  std::vector<Binding> bindings_;
};

constexpr std::array kDigits{Key::k1, Key::k2, Key::k3, Key::k4, Key::k5,
                             Key::k6, Key::k7, Key::k8, Key::k9, Key::k0};

std::string DigitCaps(std::size_t count) {
  return "1–" + std::to_string(count);
}

void Views(Table& table) {
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    table.Bare(kDigits[i], ShowView{static_cast<CaseView>(i)});
  table.ForSheet("0–9", TextId::kDeskKeyViews);
}

void AddDuty(Table& table, const State& state, const OpenCase& open, Key key, Duty duty,
             std::string caps, TextId hint) {
  if (WhyNotBegin(state, open, duty).empty()) table.Bare(key, Begin{duty}, std::move(caps), hint);
}

// The letters that mean the same wherever a case is selected.
void CaseLetters(Table& table, const State& state, const OpenCase& open) {
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

void SignInKeys(Table& table, const SignIn& sign_in) {
  table.Bare(Key::kEnter, SubmitPassword{}, "Enter", TextId::kDeskSigninSubmit);
  table.Bare(Key::kDown, MoveRow{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveRow{-1});
  table.Bare(Key::kTab,
             FocusField{Field::kPassword, 0, std::nullopt});  // back from the name's letters
  if (sign_in.people.size() > 1)
    table.Shift(Key::kTab, FocusField{Field::kFilter, 0, std::nullopt});
}

void InboxKeys(Table& table, const State& state, const Inbox& inbox) {
  // Counter staff hold no list: a ticket opens their cases.
  if (state.person && state.person->role == Role::kStaff) {
    table.Bare(Key::kSlash, FocusField{Field::kSearch, 0, std::nullopt}, "/",
               TextId::kDeskKeyTypeCode);
    table.Bare(Key::kEscape, GoBack{});
    return;
  }
  if (!inbox.rows.empty()) {
    table.UpDown(MoveRow{1}, MoveRow{-1}, "J K", TextId::kDeskKeyMove);
    table.Bare(Key::kPageDown, MoveRow{10});
    table.Bare(Key::kPageUp, MoveRow{-10});
    table.ForSheet("PgUp PgDn", TextId::kDeskKeyPage);
    table.Bare(Key::kEnter, OpenSelected{}, "Enter", TextId::kDeskKeyOpen);
    table.Bare(Key::kSpace, TogglePreview{}, "Space", TextId::kDeskKeyPreview);
  }
  table.Bare(Key::kSlash, FocusField{Field::kSearch, 0, std::nullopt}, "/", TextId::kDeskKeySearch);
  table.Bare(Key::kF, OpenFilter{}, "F", TextId::kDeskKeyFilter);
  if (inbox.filter.Any()) {
    table.Bare(Key::kBackspace, ClearFilter{});
    table.ForSheet("Backspace", TextId::kDeskKeyClearLast);
  }
  table.Shift(Key::kD, ChangeRows{});
  table.ForSheet("Shift D", TextId::kDeskKeyRows);
  table.Bare(Key::kEscape, GoBack{});
  table.ForSheet("Esc", TextId::kDeskKeyBack);
  if (inbox.previewed) CaseLetters(table, state, *inbox.previewed);
  Views(table);
}

// Choices, reason and the one filled button of a conflict that this person may settle.
void ResolveKeys(Table& table, const Premises& premises, const State& state, const CaseWork& work) {
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
void HistoryKeys(Table& table, const CaseWork& work) {
  table.UpDown(MoveAct{1}, MoveAct{-1}, "J K", TextId::kDeskKeyHistory);
  if (work.act) table.Bare(Key::kEnter, ShowAct{}, "Enter", TextId::kDeskKeyRecord);
}

void ReadKeys(Table& table, const Premises& premises, const State& state, const CaseWork& work) {
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
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
  Views(table);
}

void AssessKeys(Table& table, const Premises& premises, const State& state, const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  if (!drafts.assess) return;
  table.Bare(Key::kRight, MoveCell{1, 0}, "← ↑ ↓ →",
             premises.decree.severities.empty() ? TextId::kDeskKeyChoose : TextId::kDeskKeyCell);
  table.Bare(Key::kLeft, MoveCell{-1, 0});
  table.Bare(Key::kDown, MoveCell{0, 1});
  table.Bare(Key::kUp, MoveCell{0, -1});
  table.Bare(Key::kEnter, ToggleCell{}, "Enter", TextId::kDeskKeyAdd);
  if (!drafts.assess->findings.empty()) {
    const std::size_t last = drafts.assess->findings.size() - 1;
    const std::size_t next = state.focus && state.focus->field == Field::kReason
                                 ? (state.focus->index + 1) % (last + 1)
                                 : last;
    table.Bare(Key::kTab, FocusField{Field::kReason, next, std::nullopt}, "Tab",
               TextId::kDeskKeyReason);
  }
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

void DecideKeys(Table& table, const Premises& premises, const State& state, const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  if (!drafts.decide) return;
  const DecideDraft& draft = *drafts.decide;
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
  table.Bare(Key::kTab, FocusField{Field::kDecision, 0, std::nullopt}, "Tab",
             TextId::kDeskDecideReason);
  if (!Missing(draft) && WhyNotSaveDecision(state, work.open, draft).empty())
    table.Ctrl(Key::kEnter, SaveDecision{}, "Ctrl Enter", TextId::kDeskActSaveDecision);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCaseQuickClose);
}

void DeliverKeys(Table& table, const State& state, const CaseWork& work) {
  table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyRow);
  if (WhyNotNow(state, work.open, RecordType::kRemedyDelivered).empty()) {
    table.Ctrl(Key::kEnter, SaveDelivery{}, "Ctrl Enter", TextId::kDeskActDeliver);
    table.Bare(Key::kEnter, SaveDelivery{});
  }
  for (std::size_t i = 0; work.open.file.contactable && i < kWays.size(); ++i)
    table.Bare(kDigits[i], ChooseInBox{i}, i == 0 ? DigitCaps(kWays.size()) : "",
               i == 0 ? std::optional(TextId::kDeskDeliverWay) : std::nullopt);
  table.Bare(Key::kTab, FocusField{Field::kEvidence, 0, std::nullopt}, "Tab",
             TextId::kDeskDeliverEvidence);
  table.Shift(Key::kTab, SwitchColumn{});
  table.ForSheet("Shift Tab", TextId::kDeskCaseTabFacts);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCaseQuickClose);
}

void SheetKeys(Table& table, const Premises& premises, const State& state, const ScanSheet& sheet) {
  if (sheet.open && sheet.outcome == ScanOutcome::kFound) {
    const ShortWayAnswer answer =
        ShortWayFor(premises, *sheet.open, *state.person, sheet.typed, state.now);
    if (sheet.step == ScanStep::kApology && answer.way != ShortWay::kNone) {
      const std::vector<Person> others = OtherOfficers(state);
      for (std::size_t i = 0; sheet.other && i < others.size(); ++i)
        table.Bare(kDigits[i], AnotherApologised{others[i].id});
      if (!sheet.other) table.Bare(Key::kEnter, Apologised{}, "Enter", TextId::kDeskScanApologised);
      if (!others.empty()) table.Bare(Key::kO, AnotherApologised{}, "O", TextId::kDeskScanOther);
    }
    if (sheet.step == ScanStep::kAccept && sheet.may_close) {
      table.Bare(Key::kEnter, AcceptAndClose{}, "Enter", TextId::kDeskScanYesClose);
      table.Bare(Key::kW, GoWritten{}, "W", TextId::kDeskKeyWritten);
    }
    AddDuty(table, state, *sheet.open, Key::kS, Duty::kDeliver, "S", TextId::kDeskActDeliver);
  }
  if (sheet.open) {
    // Where the sheet asks nothing, Enter goes on to the complaint.
    const bool asks = std::ranges::any_of(
        table.Bindings(), [](const Binding& binding) { return binding.key == Key::kEnter; });
    if (!asks && sheet.step != ScanStep::kDone)
      table.Bare(Key::kEnter, OpenScanned{}, "Enter", TextId::kDeskScanOpenFull);
    const bool shown = asks || sheet.step == ScanStep::kDone;
    table.Bare(Key::kSpace, OpenScanned{}, shown ? "Space" : "",
               shown ? std::optional(TextId::kDeskScanOpenFull) : std::nullopt);
  }
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void FilterKeys(Table& table, const FilterBox& box) {
  table.Bare(Key::kDown, MoveChoice{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveChoice{-1});
  table.Bare(Key::kEnter, SetFilter{}, "Enter", TextId::kDeskKeySet);
  table.Bare(Key::kTab, MoveFilterPart{1}, "Tab", TextId::kDeskKeyFilterPart);
  table.Shift(Key::kTab, MoveFilterPart{-1});
  if (box.typed.empty())
    table.Bare(Key::kBackspace, ClearFilter{}, "Backspace", TextId::kDeskKeyClearLast);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void PaletteKeys(Table& table) {
  table.Bare(Key::kDown, MoveChoice{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveChoice{-1});
  table.Bare(Key::kEnter, RunCommand{}, "Enter", TextId::kDeskKeyRun);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void SecondKeys(Table& table) {
  table.Bare(Key::kEnter, ConfirmSecond{}, "Enter", TextId::kDeskSecondSubmit);
  table.Bare(Key::kDown, MoveLine{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveLine{-1});
  table.Bare(Key::kTab, FocusField{Field::kSecond, 0, std::nullopt});
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonCancel);
}

// As the box's own button says it.
TextId SubmitWord(const Overlay& overlay) {
  if (std::holds_alternative<IdentityBox>(overlay)) return TextId::kDeskIdentitySubmit;
  if (std::holds_alternative<NoteBox>(overlay)) return TextId::kDeskNoteSubmit;
  if (std::holds_alternative<DataBox>(overlay)) return TextId::kDeskDataSubmit;
  if (std::holds_alternative<RespondBox>(overlay)) return TextId::kDeskRespondSubmit;
  if (std::holds_alternative<CloseBox>(overlay)) return TextId::kDeskCloseSubmit;
  return TextId::kDeskCommonOk;
}

// How many lines a box lets one choose between.
std::size_t ChoicesOf(const Overlay& overlay) {
  if (std::holds_alternative<IdentityBox>(overlay)) return kPurposes.size() + 1;
  if (std::holds_alternative<DataBox>(overlay)) return kDataItems;
  if (std::holds_alternative<RespondBox>(overlay)) return 3;
  if (const auto* close = std::get_if<CloseBox>(&overlay)) return close->outcomes.size();
  if (const auto* deed = std::get_if<DeedBox>(&overlay)) return ShapeOf(deed->duty).choices;
  return 0;
}

void BoxKeys(Table& table, const Overlay& overlay, const std::optional<Focus>& focus) {
  if (std::holds_alternative<SecondBox>(overlay)) return SecondKeys(table);
  if (std::holds_alternative<RecordBox>(overlay)) {
    table.UpDown(MoveAct{1}, MoveAct{-1}, "J K", TextId::kDeskKeyHistory);
    table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
    return;
  }
  if (const auto* filter = std::get_if<FilterBox>(&overlay)) return FilterKeys(table, *filter);
  if (std::holds_alternative<Palette>(overlay)) return PaletteKeys(table);
  if (!std::holds_alternative<KeySheet>(overlay)) {
    const bool identity = std::holds_alternative<IdentityBox>(overlay);
    table.Ctrl(Key::kEnter, SubmitBox{}, identity ? "" : "Ctrl Enter", SubmitWord(overlay));
    if (const auto* deed = std::get_if<DeedBox>(&overlay)) {
      const std::size_t words = ShapeOf(deed->duty).words;
      const std::size_t next =
          focus && focus->field == Field::kDeed ? (focus->index + 1) % words : 0;
      table.Bare(Key::kTab, FocusField{Field::kDeed, next, std::nullopt}, words > 1 ? "Tab" : "",
                 TextId::kDeskKeyNextField);
    }
    if (!std::holds_alternative<NoteBox>(overlay)) {
      table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyMove);
      const std::size_t choices = ChoicesOf(overlay);
      for (std::size_t i = 0; i < std::min<std::size_t>(9, choices); ++i)
        table.Bare(kDigits[i], ChooseInBox{i}, i == 0 && choices > 1 ? DigitCaps(choices) : "",
                   i == 0 && choices > 1 ? std::optional(TextId::kDeskKeyChoose) : std::nullopt);
      if (const auto* data = std::get_if<DataBox>(&overlay)) {
        table.Bare(Key::kSpace, TickInBox{data->row}, "Space", TextId::kDeskKeyTick);
      } else if (std::holds_alternative<IdentityBox>(overlay)) {
        table.Bare(Key::kEnter, SubmitBox{}, "Enter", TextId::kDeskIdentitySubmit);
      }
    }
  }
  const bool sheet = std::holds_alternative<KeySheet>(overlay);
  table.Bare(Key::kEscape, GoBack{}, "Esc",
             sheet ? TextId::kDeskCommonClose : TextId::kDeskCommonCancel);
}

void ScreenKeys(Table& table, const Premises& premises, const State& state) {
  if (const auto* sign_in = std::get_if<SignIn>(&state.screen)) SignInKeys(table, *sign_in);
  if (const auto* inbox = std::get_if<Inbox>(&state.screen)) InboxKeys(table, state, *inbox);
  const auto* work = std::get_if<CaseWork>(&state.screen);
  if (work == nullptr) return;
  switch (work->mode) {
    case CaseMode::kRead:
      return ReadKeys(table, premises, state, *work);
    case CaseMode::kAssess:
      return AssessKeys(table, premises, state, *work);
    case CaseMode::kDecide:
      return DecideKeys(table, premises, state, *work);
    case CaseMode::kDeliver:
      return DeliverKeys(table, state, *work);
  }
}

bool TheSheetOf(const State& state) {
  return state.overlay && std::holds_alternative<ScanSheet>(*state.overlay);
}

// While a field has the caret only these go past it.
bool PassesField(const State& state, const Binding& binding) {
  if (binding.ctrl || binding.key == Key::kEscape || binding.key == Key::kTab) return true;
  const bool one_line =
      state.focus->field == Field::kPassword || state.focus->field == Field::kFilter ||
      state.focus->field == Field::kSearch || state.focus->field == Field::kFilterWords ||
      state.focus->field == Field::kCommand || state.focus->field == Field::kSecond;
  if (binding.key == Key::kBackspace) return state.focus->field == Field::kFilterWords;
  if (binding.key == Key::kEnter)
    return one_line || state.focus->field == Field::kEvidence ||
           state.focus->field == Field::kOwnReason;
  return one_line && (binding.key == Key::kDown || binding.key == Key::kUp);
}

}  // namespace

std::vector<Binding> BindingsFor(const Premises& premises, const State& state) {
  Table table;
  if (state.focus && state.focus->field == Field::kSearch)
    table.Bare(Key::kEnter, SubmitSearch{}, "Enter", TextId::kDeskKeySearch);
  if (state.overlay) {
    if (const auto* sheet = std::get_if<ScanSheet>(&*state.overlay)) {
      SheetKeys(table, premises, state, *sheet);
    } else {
      BoxKeys(table, *state.overlay, state.focus);
    }
  } else {
    ScreenKeys(table, premises, state);
  }
  if (state.person) {
    table.Ctrl(Key::kL, Lock{});
    table.ForSheet("Ctrl L", TextId::kDeskActLock, true);
  }
  if (state.person && !state.unsaved.empty()) table.Ctrl(Key::kR, TryAgain{});
  if (state.person && !TheSheetOf(state))
    table.Ctrl(Key::kK, OpenPalette{}, "Ctrl K", TextId::kDeskKeyPalette);
  table.Ctrl(Key::kEquals, ChangeScale{true});
  table.CtrlShift(Key::kEquals, ChangeScale{true});
  table.Ctrl(Key::kMinus, ChangeScale{false});
  table.ForSheet("Ctrl + −", TextId::kDeskKeySize, true);
  table.Ctrl(Key::kG, ChangeTheme{});
  table.ForSheet("Ctrl G", TextId::kDeskKeyTheme, true);
  table.Ctrl(Key::kB, ChangeLanguage{});
  table.ForSheet("Ctrl B", TextId::kDeskKeyLanguage, true);
  if (state.person) {
    table.Shift(Key::kSlash, ShowKeys{});
    table.ForSheet("?", TextId::kDeskKeyAll, true);
  }
  std::vector<Binding> bindings = table.Take();
  if (state.focus)
    std::erase_if(bindings, [&](const Binding& binding) { return !PassesField(state, binding); });
  return bindings;
}

std::optional<Intent> IntentFor(const Premises& premises, const State& state,
                                const ui::KeyEvent& key) {
  for (const Binding& binding : BindingsFor(premises, state)) {
    if (binding.key == key.key && binding.ctrl == key.ctrl && binding.shift == key.shift &&
        !key.alt)
      return binding.intent;
  }
  // A field's caret stops a Tab or Escape that has no other meaning here.
  if (state.focus && (key.key == Key::kEscape || key.key == Key::kTab)) return Intent{LeaveField{}};
  if (state.focus && !key.ctrl) return Intent{EditText{key}};
  return std::nullopt;
}

}  // namespace tanggap::desk

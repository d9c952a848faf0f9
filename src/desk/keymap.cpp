#include "desk/keymap.h"

#include <array>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/session.h"
#include "ui/text_edit.h"

namespace tanggap::desk {
namespace {

using ui::Key;

class Table {
 public:
  void Bare(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, false, false, std::move(intent), std::move(caps), hint});
  }
  void Ctrl(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, true, false, std::move(intent), std::move(caps), hint});
  }
  void Shift(Key key, Intent intent, std::string caps = "", std::optional<TextId> hint = {}) {
    bindings_.push_back({key, false, true, std::move(intent), std::move(caps), hint});
  }
  void CtrlShift(Key key, Intent intent) {
    bindings_.push_back({key, true, true, std::move(intent), "", {}});
  }
  // J and K, down and up; shown as one pair.
  void UpDown(Intent down, Intent up, std::string caps, TextId hint) {
    Bare(Key::kJ, down, std::move(caps), hint);
    Bare(Key::kK, up);
    Bare(Key::kDown, std::move(down));
    Bare(Key::kUp, std::move(up));
  }
  [[nodiscard]] std::vector<Binding> Take() { return std::move(bindings_); }

 private:
  std::vector<Binding> bindings_;
};

constexpr std::array kDigits{Key::k1, Key::k2, Key::k3, Key::k4, Key::k5,
                             Key::k6, Key::k7, Key::k8, Key::k9, Key::k0};

void Views(Table& table) {
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    table.Bare(kDigits[i], ShowView{static_cast<CaseView>(i)});
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
  table.UpDown(MoveRow{1}, MoveRow{-1}, "J K", TextId::kDeskKeyMove);
  table.Bare(Key::kPageDown, MoveRow{10});
  table.Bare(Key::kPageUp, MoveRow{-10});
  table.Bare(Key::kEnter, OpenSelected{}, "Enter", TextId::kDeskKeyOpen);
  table.Bare(Key::kSpace, TogglePreview{}, "Space", TextId::kDeskKeyPreview);
  table.Bare(Key::kSlash, FocusField{Field::kSearch, 0, std::nullopt}, "/", TextId::kDeskKeySearch);
  table.Bare(Key::kF, OpenFilter{}, "F", TextId::kDeskKeyFilter);
  if (inbox.filter.Any()) table.Bare(Key::kBackspace, ClearFilter{});
  table.Shift(Key::kD, ChangeRows{});
  table.Bare(Key::kEscape, GoBack{});
  if (inbox.previewed) CaseLetters(table, state, *inbox.previewed);
  Views(table);
}

void ReadKeys(Table& table, const State& state, const CaseWork& work) {
  CaseLetters(table, state, work.open);
  if (work.open.file.stage == CaseStage::kAssessed &&
      WhyNotNow(state, work.open, RecordType::kProposed).empty())
    table.Bare(Key::kU, ProposeNow{}, "U", TextId::kDeskActPropose);
  AddDuty(table, state, work.open, Key::kU, Duty::kReturn, "U", TextId::kDeskActReturn);
  AddDuty(table, state, work.open, Key::kF, Duty::kTimes, "F", TextId::kDeskActTimes);
  table.Bare(Key::kTab, SwitchColumn{});
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
  Views(table);
}

void AssessKeys(Table& table, const Premises& premises, const State& state, const CaseWork& work) {
  const CaseDrafts& drafts = CurrentDrafts(state);
  if (!drafts.assess) return;
  table.Bare(Key::kRight, MoveCell{1, 0}, "← ↑ ↓ →", TextId::kDeskKeyCell);
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
      WhyNotNow(state, work.open, RecordType::kClassified).empty()) {
    table.Ctrl(Key::kEnter, SaveAssessment{true}, "Ctrl Enter", TextId::kDeskActSavePropose);
    table.Ctrl(Key::kS, SaveAssessment{false}, "Ctrl S", TextId::kDeskActSaveOnly);
  }
  AddDuty(table, state, work.open, Key::kI, Duty::kIdentity, "I", TextId::kDeskActIdentity);
  AddDuty(table, state, work.open, Key::kD, Duty::kAskData, "D", TextId::kDeskActData);
  AddDuty(table, state, work.open, Key::kC, Duty::kNote, "C", TextId::kDeskActNote);
  AddDuty(table, state, work.open, Key::kF, Duty::kTimes, "F", TextId::kDeskActTimes);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
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
  table.Shift(Key::kX, RefuseAll{}, "Shift X", TextId::kDeskActRefuseAll);
  if (Addition(premises, draft.lines) || draft.lines.size() > work.open.file.proposal.size()) {
    table.Bare(Key::kEquals, AddOutside{}, "+", TextId::kDeskRemediesAdd);
    table.Shift(Key::kEquals, AddOutside{});
  }
  table.Bare(Key::kN, ShowBasis{}, "N", TextId::kDeskCaseSumsAndMatrix);
  AddDuty(table, state, work.open, Key::kU, Duty::kReturn, "U", TextId::kDeskActReturn);
  table.Bare(Key::kTab, FocusField{Field::kDecision, 0, std::nullopt}, "Tab",
             TextId::kDeskDecideReason);
  if (!Missing(draft) && WhyNotNow(state, work.open, RecordType::kDecided).empty())
    table.Ctrl(Key::kEnter, SaveDecision{}, "Ctrl Enter", TextId::kDeskActSaveDecision);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
}

void DeliverKeys(Table& table, const State& state, const CaseWork& work) {
  table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyRow);
  if (WhyNotNow(state, work.open, RecordType::kRemedyDelivered).empty()) {
    table.Ctrl(Key::kEnter, SaveDelivery{}, "Ctrl Enter", TextId::kDeskKeySave);
    table.Bare(Key::kEnter, SaveDelivery{});
  }
  table.Bare(Key::kTab, FocusField{Field::kEvidence, 0, std::nullopt}, "Tab",
             TextId::kDeskDeliverEvidence);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
}

void SheetKeys(Table& table, const Premises& premises, const State& state, const ScanSheet& sheet) {
  if (sheet.open && sheet.outcome == ScanOutcome::kFound) {
    const ShortWayAnswer answer =
        ShortWayFor(premises, *sheet.open, *state.person, sheet.typed, state.now);
    if (sheet.step == ScanStep::kApology && answer.way != ShortWay::kNone)
      table.Bare(Key::kEnter, Apologised{}, "Enter", TextId::kDeskScanApologised);
    if (sheet.step == ScanStep::kAccept && sheet.may_close) {
      table.Bare(Key::kEnter, AcceptAndClose{}, "Enter", TextId::kDeskScanYesClose);
      table.Bare(Key::kW, GoWritten{}, "W", TextId::kDeskKeyWritten);
    }
    AddDuty(table, state, *sheet.open, Key::kS, Duty::kDeliver, "S", TextId::kDeskActDeliver);
  }
  if (sheet.open) table.Bare(Key::kSpace, OpenScanned{}, "Space", TextId::kDeskScanOpenFull);
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

void BoxKeys(Table& table, const Overlay& overlay, const std::optional<Focus>& focus) {
  if (const auto* filter = std::get_if<FilterBox>(&overlay)) return FilterKeys(table, *filter);
  if (std::holds_alternative<Palette>(overlay)) return PaletteKeys(table);
  if (!std::holds_alternative<KeySheet>(overlay)) {
    table.Ctrl(Key::kEnter, SubmitBox{}, "Ctrl Enter", TextId::kDeskKeySave);
    if (const auto* deed = std::get_if<DeedBox>(&overlay)) {
      const std::size_t next = focus && focus->field == Field::kDeed
                                   ? (focus->index + 1) % ShapeOf(deed->duty).words
                                   : 0;
      table.Bare(Key::kTab, FocusField{Field::kDeed, next, std::nullopt}, "Tab",
                 TextId::kDeskKeyReason);
    }
    if (!std::holds_alternative<NoteBox>(overlay)) {
      table.UpDown(MoveLine{1}, MoveLine{-1}, "J K", TextId::kDeskKeyMove);
      for (std::size_t i = 0; i < 9; ++i)
        table.Bare(kDigits[i], ChooseInBox{i});
      if (const auto* data = std::get_if<DataBox>(&overlay)) {
        table.Bare(Key::kSpace, TickInBox{data->row}, "Space", TextId::kDeskKeyTick);
      } else if (std::holds_alternative<IdentityBox>(overlay)) {
        table.Bare(Key::kEnter, SubmitBox{}, "Enter", TextId::kDeskIdentitySubmit);
      }
    }
  }
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void ScreenKeys(Table& table, const Premises& premises, const State& state) {
  if (const auto* sign_in = std::get_if<SignIn>(&state.screen)) SignInKeys(table, *sign_in);
  if (const auto* inbox = std::get_if<Inbox>(&state.screen)) InboxKeys(table, state, *inbox);
  const auto* work = std::get_if<CaseWork>(&state.screen);
  if (work == nullptr) return;
  switch (work->mode) {
    case CaseMode::kRead:
      return ReadKeys(table, state, *work);
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
      state.focus->field == Field::kCommand;
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
  if (state.person) table.Ctrl(Key::kL, Lock{});
  if (state.person && !state.unsaved.empty()) table.Ctrl(Key::kR, TryAgain{});
  if (state.person && !TheSheetOf(state))
    table.Ctrl(Key::kK, OpenPalette{}, "Ctrl K", TextId::kDeskKeyPalette);
  table.Ctrl(Key::kEquals, ChangeScale{true});
  table.CtrlShift(Key::kEquals, ChangeScale{true});
  table.Ctrl(Key::kMinus, ChangeScale{false});
  table.Ctrl(Key::kG, ChangeTheme{});
  table.Ctrl(Key::kB, ChangeLanguage{});
  if (state.person) table.Shift(Key::kSlash, ShowKeys{});
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

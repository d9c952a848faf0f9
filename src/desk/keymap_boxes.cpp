// The keys of what covers a screen: the sheet of a scan, and the small boxes.
#include <algorithm>

#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/keys_table.h"
#include "desk/session.h"

namespace tanggap::desk {

using ui::Key;

void SheetKeys(KeyTable& table, const Premises& premises, const State& state,
               const ScanSheet& sheet) {
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

namespace {

void FilterKeys(KeyTable& table, const FilterBox& box) {
  table.Bare(Key::kDown, MoveChoice{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveChoice{-1});
  table.Bare(Key::kEnter, SetFilter{}, "Enter", TextId::kDeskKeySet);
  table.Bare(Key::kTab, MoveFilterPart{1}, "Tab", TextId::kDeskKeyFilterPart);
  table.Shift(Key::kTab, MoveFilterPart{-1});
  if (box.typed.empty())
    table.Bare(Key::kBackspace, ClearFilter{}, "Backspace", TextId::kDeskKeyClearLast);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void PaletteKeys(KeyTable& table) {
  table.Bare(Key::kDown, MoveChoice{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveChoice{-1});
  table.Bare(Key::kEnter, RunCommand{}, "Enter", TextId::kDeskKeyRun);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void SecondKeys(KeyTable& table) {
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
  const auto* deed = std::get_if<DeedBox>(&overlay);
  if (deed != nullptr && deed->duty == Duty::kErase) return TextId::kDeskActErase;
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

// A letter a room, as after G.
void RoomsKeys(KeyTable& table) {
  table.Bare(Key::kP, EnterRoom{RoomKind::kDevices}, "P", TextId::kDeskRoomDevices);
  table.Bare(Key::kO, EnterRoom{RoomKind::kPeople}, "O", TextId::kDeskRoomPeople);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
}

void PasswordKeys(KeyTable& table, const PasswordBox& box, const std::optional<Focus>& focus) {
  if (box.stage == PasswordBox::Stage::kDone) {
    table.Bare(Key::kEnter, GoBack{}, "Enter", TextId::kDeskCommonClose);
  } else {
    const std::size_t at = focus ? focus->index : 0;
    const std::size_t count = box.words.size();
    table.Bare(Key::kEnter, SubmitBox{}, "Enter", TextId::kDeskPasswordSubmit);
    table.Bare(Key::kTab, FocusField{Field::kOwnPassword, (at + 1) % count, std::nullopt}, "Tab",
               TextId::kDeskKeyNextField);
    table.Shift(Key::kTab, FocusField{Field::kOwnPassword, (at + count - 1) % count, std::nullopt});
  }
  if (box.stage == PasswordBox::Stage::kDone) {
    table.Bare(Key::kEscape, GoBack{});
  } else {
    table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonCancel);
  }
}

}  // namespace

void BoxKeys(KeyTable& table, const Overlay& overlay, const std::optional<Focus>& focus) {
  if (std::holds_alternative<SecondBox>(overlay)) return SecondKeys(table);
  if (std::holds_alternative<RecordBox>(overlay)) {
    table.UpDown(MoveAct{1}, MoveAct{-1}, "J K", TextId::kDeskKeyHistory);
    table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskCommonClose);
    return;
  }
  if (const auto* filter = std::get_if<FilterBox>(&overlay)) return FilterKeys(table, *filter);
  if (std::holds_alternative<Palette>(overlay)) return PaletteKeys(table);
  if (std::holds_alternative<RoomsBox>(overlay)) return RoomsKeys(table);
  if (const auto* password = std::get_if<PasswordBox>(&overlay))
    return PasswordKeys(table, *password, focus);
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

}  // namespace tanggap::desk

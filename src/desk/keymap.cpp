#include "desk/keymap.h"

#include <algorithm>

#include "desk/keys_table.h"
#include "desk/rooms.h"
#include "desk/session.h"
#include "ui/text_edit.h"

namespace tanggap::desk {

using ui::Key;

std::string DigitCaps(std::size_t count) {
  return "1–" + std::to_string(count);
}

void ViewKeys(KeyTable& table) {
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    table.Bare(kDigits[i], ShowView{static_cast<CaseView>(i)});
  table.ForSheet("0–9", TextId::kDeskKeyViews);
}

namespace {

void SignInKeys(KeyTable& table, const SignIn& sign_in) {
  table.Bare(Key::kEnter, SubmitPassword{}, "Enter", TextId::kDeskSigninSubmit);
  table.Bare(Key::kDown, MoveRow{1}, "↓ ↑", TextId::kDeskKeyChoose);
  table.Bare(Key::kUp, MoveRow{-1});
  table.Bare(Key::kTab,
             FocusField{Field::kPassword, 0, std::nullopt});  // back from the name's letters
  if (sign_in.people.size() > 1)
    table.Shift(Key::kTab, FocusField{Field::kFilter, 0, std::nullopt});
}

void InboxKeys(KeyTable& table, const State& state, const Inbox& inbox) {
  // Counter staff hold no list: a ticket opens their cases.
  if (state.person && state.person->role == Role::kStaff) {
    table.Bare(Key::kSlash, FocusField{Field::kSearch, 0, std::nullopt}, "/",
               TextId::kDeskKeyTypeCode);
    table.Bare(Key::kG, AskRooms{}, "G", TextId::kDeskKeyRooms);
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
  table.Bare(Key::kG, AskRooms{});
  table.ForSheet("G", TextId::kDeskKeyRooms);
  table.Shift(Key::kD, ChangeRows{});
  table.ForSheet("Shift D", TextId::kDeskKeyRows);
  table.Bare(Key::kEscape, GoBack{});
  table.ForSheet("Esc", TextId::kDeskKeyBack);
  if (inbox.previewed) CaseLetters(table, state, *inbox.previewed);
  ViewKeys(table);
}

// A room's table; what can be done weekly has its letter, what needs more is said in the room.
void RoomKeys(KeyTable& table, const State& state, const Room& room) {
  table.UpDown(MoveRow{1}, MoveRow{-1}, "J K", TextId::kDeskKeyMove);
  const RoomKind other = room.kind == RoomKind::kDevices ? RoomKind::kPeople : RoomKind::kDevices;
  table.Bare(Key::kTab, EnterRoom{other}, "Tab", TextId::kDeskKeyOtherRoom);
  if (MayCarry(state)) table.Ctrl(Key::kEnter, CarryIt{}, "Ctrl Enter", TextId::kDeskStickCarry);
  table.Bare(Key::kU, OpenPassword{}, "U", TextId::kDeskPasswordTitle);
  table.Bare(Key::kG, AskRooms{});
  table.ForSheet("G", TextId::kDeskKeyRooms);
  table.Bare(Key::kEscape, GoBack{}, "Esc", TextId::kDeskKeyBack);
  if (state.person && state.person->role != Role::kStaff) ViewKeys(table);
}

void ScreenKeys(KeyTable& table, const Premises& premises, const State& state) {
  if (const auto* sign_in = std::get_if<SignIn>(&state.screen)) SignInKeys(table, *sign_in);
  if (const auto* inbox = std::get_if<Inbox>(&state.screen)) InboxKeys(table, state, *inbox);
  if (const auto* work = std::get_if<CaseWork>(&state.screen))
    CaseKeys(table, premises, state, *work);
  if (const auto* room = std::get_if<Room>(&state.screen)) RoomKeys(table, state, *room);
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
      state.focus->field == Field::kCommand || state.focus->field == Field::kSecond ||
      state.focus->field == Field::kOwnPassword || state.focus->field == Field::kAnswer;
  if (binding.key == Key::kBackspace) return state.focus->field == Field::kFilterWords;
  if (binding.key == Key::kEnter)
    return one_line || state.focus->field == Field::kEvidence ||
           state.focus->field == Field::kOwnReason;
  return one_line && (binding.key == Key::kDown || binding.key == Key::kUp);
}

}  // namespace

std::vector<Binding> BindingsFor(const Premises& premises, const State& state) {
  KeyTable table;
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

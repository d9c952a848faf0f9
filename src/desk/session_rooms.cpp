// The rooms beside the work: entering one, moving in its table, and changing one's own password.
#include <algorithm>

#include "desk/rooms.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

// The box may lie under the sheet of a scan when the answer comes.
PasswordBox* ThePasswordBox(State& state) {
  for (std::optional<Overlay>* overlay : {&state.overlay, &state.covered.overlay}) {
    auto* box = *overlay ? std::get_if<PasswordBox>(&**overlay) : nullptr;
    if (box != nullptr) return box;
  }
  return nullptr;
}

void Enter(Turn& turn, RoomKind kind) {
  State& state = turn.state;
  KeepNote(turn);
  Room room;
  room.kind = kind;
  if (const Inbox* inbox = turn.TheInbox()) {
    room.back = *inbox;
    room.back->previewed.reset();
  } else if (const CaseWork* work = turn.TheCase()) {
    room.back = work->back;
  } else if (const auto* other = std::get_if<Room>(&state.screen)) {
    room.back = other->back;
  }
  if (kind == RoomKind::kPeople) room.row = RowOf(state.folder, *state.person);
  state.screen = std::move(room);
  state.scroll = {};
  state.overlay.reset();
  state.focus.reset();
}

void Submit(Turn& turn, PasswordBox& box) {
  using Stage = PasswordBox::Stage;
  if (box.stage == Stage::kChanging || box.stage == Stage::kDone) return;
  const auto empty = std::ranges::find(box.words, "");
  if (empty != box.words.end()) {
    turn.Focus(Focus{Field::kOwnPassword, static_cast<std::size_t>(empty - box.words.begin()), 0});
    return;
  }
  if (WhyNotChange(box)) return;
  turn.Ask(ChangePassword{turn.state.person->id, box.words[0], box.words[1]});
  box.words = {};
  box.stage = Stage::kChanging;
  turn.state.focus.reset();
}

}  // namespace

std::size_t RowsOf(const State& state, RoomKind kind) {
  if (kind == RoomKind::kPeople) return state.folder.people.size();
  return state.folder.devices.size() + 1 + std::max<std::size_t>(1, state.sticks.size());
}

bool OnSticks(const State& state) {
  const auto* room = std::get_if<Room>(&state.screen);
  return room != nullptr && room->kind == RoomKind::kDevices &&
         room->row > state.folder.devices.size();
}

const Stick* ChosenStick(const State& state) {
  if (!OnSticks(state)) return nullptr;
  const std::size_t index = std::get<Room>(state.screen).row - state.folder.devices.size() - 1;
  return index < state.sticks.size() ? &state.sticks[index] : nullptr;
}

const Carriage* CarriageOf(const State& state, const Stick& stick) {
  return state.carriage && state.carriage->stick == stick ? &*state.carriage : nullptr;
}

bool MayCarry(const State& state) {
  return ChosenStick(state) != nullptr && (!state.carriage || !state.carriage->UnderWay());
}

std::size_t RowOf(const FolderState& folder, const Person& person) {
  const auto found = std::ranges::find(folder.people, person.id, &Enrolled::id);
  return found == folder.people.end() ? 0 : static_cast<std::size_t>(found - folder.people.begin());
}

std::optional<TextId> WhyNotChange(const PasswordBox& box) {
  if (box.words[1].size() < kLeastPasswordBytes) return TextId::kDeskPasswordShort;
  if (box.words[1] == box.words[0]) return TextId::kDeskPasswordSame;
  if (box.words[1] != box.words[2]) return TextId::kDeskPasswordDiffer;
  return std::nullopt;
}

bool OnRooms(Turn& turn, const Intent& intent) {
  State& state = turn.state;
  if (std::holds_alternative<AskRooms>(intent)) {
    if (!state.overlay) state.overlay = RoomsBox{};
    return true;
  }
  if (const auto* enter = std::get_if<EnterRoom>(&intent)) {
    if (turn.TheSheet() == nullptr) Enter(turn, enter->kind);
    return true;
  }
  if (std::holds_alternative<OpenPassword>(intent)) {
    if (state.overlay) return true;
    state.overlay = PasswordBox{};
    turn.Focus(Focus{Field::kOwnPassword, 0, 0});
    return true;
  }
  if (PasswordBox* box = ThePasswordBox(state); box != nullptr && turn.TheSheet() == nullptr) {
    if (std::holds_alternative<SubmitBox>(intent)) Submit(turn, *box);
    return true;
  }
  auto* room = std::get_if<Room>(&state.screen);
  if (room == nullptr || state.overlay) return false;
  if (std::holds_alternative<CarryIt>(intent)) {
    if (!MayCarry(state)) return true;
    const Stick stick = *ChosenStick(state);
    state.carriage = Carriage{};
    state.carriage->stick = stick;
    turn.Ask(CarryToStick{stick});
    return true;
  }
  const std::size_t rows = RowsOf(state, room->kind);
  if (const auto* move = std::get_if<MoveRow>(&intent)) {
    const auto to = static_cast<std::ptrdiff_t>(room->row) + move->by;
    if (rows > 0)
      room->row = static_cast<std::size_t>(
          std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(rows) - 1));
    return true;
  }
  if (const auto* select = std::get_if<SelectRow>(&intent)) {
    if (select->index < rows) room->row = select->index;
    return true;
  }
  return false;
}

void ApplySticks(Turn& turn, const SticksSeen& event) {
  State& state = turn.state;
  const Stick* chosen = ChosenStick(state);
  const std::optional<Stick> before = chosen == nullptr ? std::nullopt : std::optional(*chosen);
  const bool on = OnSticks(state);
  state.sticks = event.sticks;
  // What was said of a stick that has been taken out is over; a failure stays to be read.
  if (state.carriage && state.carriage->stage == Carriage::Stage::kSafe &&
      std::ranges::find(state.sticks, state.carriage->stick) == state.sticks.end())
    state.carriage.reset();
  auto* room = std::get_if<Room>(&state.screen);
  if (room == nullptr || !on) return;
  // The line stays on its stick, whatever is plugged in beside it.
  const auto again = before ? std::ranges::find(state.sticks, *before) : state.sticks.end();
  const std::size_t index =
      again == state.sticks.end() ? 0 : static_cast<std::size_t>(again - state.sticks.begin());
  room->row = state.folder.devices.size() + 1 + index;
}

void LeaveRoom(Turn& turn, const Room& room) {
  const std::optional<Inbox> back = room.back;
  if (!back) return turn.GoHome();
  turn.state.screen = *back;
  turn.state.scroll = {};
  turn.AskPage();
}

void ApplyPasswordChanged(Turn& turn) {
  PasswordBox* box = ThePasswordBox(turn.state);
  if (box != nullptr && box->stage == PasswordBox::Stage::kChanging)
    box->stage = PasswordBox::Stage::kDone;
}

void ApplyPasswordRefused(Turn& turn, std::chrono::seconds wait) {
  PasswordBox* box = ThePasswordBox(turn.state);
  if (box == nullptr || box->stage != PasswordBox::Stage::kChanging) return;
  box->stage = PasswordBox::Stage::kRefused;
  box->wait_s = wait.count();
  if (turn.TheSheet() == nullptr) turn.Focus(Focus{Field::kOwnPassword, 0, 0});
}

}  // namespace tanggap::desk

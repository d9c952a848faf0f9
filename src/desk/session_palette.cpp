// The palette: opening it, moving in it, running what is highlighted; and cases found from it.
#include <algorithm>

#include "desk/palette.h"
#include "desk/search.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

Palette* ThePalette(Turn& turn) {
  return turn.state.overlay ? std::get_if<Palette>(&*turn.state.overlay) : nullptr;
}

void Close(Turn& turn) {
  turn.state.overlay.reset();
  turn.state.focus.reset();
}

// Another case is opened from a list; the drafts of this one stay.
void LeaveCase(Turn& turn) {
  const CaseWork* work = turn.TheCase();
  if (work == nullptr) return;
  const Inbox back = work->back.value_or(Inbox{});
  turn.state.screen = back;
  turn.AskPage();
}

void Run(Turn& turn, const Palette& palette, std::size_t row) {
  const std::vector<Command> commands = CommandsFor(turn.premises, turn.state, palette.typed);
  if (row >= commands.size() || !commands[row].why.empty()) return;
  const Intent intent = commands[row].intent;
  Close(turn);
  Act(turn, intent);
}

bool OnPlaces(Turn& turn, const Intent& intent) {
  if (const auto* recent = std::get_if<OpenRecent>(&intent)) {
    LeaveCase(turn);
    turn.Ask(LoadCase{recent->id, LoadFor::kOpen, ""});
    return true;
  }
  if (const auto* find = std::get_if<FindTyped>(&intent)) {
    LeaveCase(turn);
    (void)FindAsCode(turn, find->code);
    return true;
  }
  if (const auto* service = std::get_if<ShowService>(&intent)) {
    Inbox inbox;
    inbox.filter.service = service->service;
    turn.state.screen = inbox;
    turn.state.scroll = {};
    turn.AskPage();
    return true;
  }
  return false;
}

}  // namespace

bool OnPalette(Turn& turn, const Intent& intent) {
  if (std::holds_alternative<OpenPalette>(intent)) {
    if (turn.TheSheet() != nullptr) return true;
    KeepNote(turn);
    turn.state.overlay = Palette{};
    turn.state.scroll[static_cast<std::size_t>(Pane::kOverlay)] = 0;
    turn.Focus(Focus{Field::kCommand, 0, 0});
    return true;
  }
  Palette* palette = ThePalette(turn);
  if (palette == nullptr) return !turn.state.overlay && OnPlaces(turn, intent);
  if (const auto* move = std::get_if<MoveChoice>(&intent)) {
    const auto count =
        static_cast<std::ptrdiff_t>(CommandsFor(turn.premises, turn.state, palette->typed).size());
    if (count > 0)
      palette->row = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
          static_cast<std::ptrdiff_t>(palette->row) + move->by, 0, count - 1));
    return true;
  }
  if (const auto* run = std::get_if<RunCommand>(&intent)) {
    const Palette shown = *palette;
    Run(turn, shown, run->row.value_or(shown.row));
    return true;
  }
  return false;
}

}  // namespace tanggap::desk

// Narrowing the list: the filter's box, its choices, and clearing what narrows.
#include <algorithm>

#include "desk/search.h"
#include "desk/turn.h"

namespace tanggap::desk {
namespace {

FilterBox* TheBox(Turn& turn) {
  return turn.state.overlay ? std::get_if<FilterBox>(&*turn.state.overlay) : nullptr;
}

// Other rows are asked for; the selection starts anew.
void Narrow(Turn& turn, const Filter& filter) {
  Inbox* inbox = turn.TheInbox();
  if (inbox == nullptr || inbox->filter == filter) return;
  inbox->filter = filter;
  inbox->loaded = false;
  turn.state.scroll = {};
  turn.AskPage();
}

// The choice that holds now is the one under the keyboard.
void ShowPart(Turn& turn, FilterPart part) {
  FilterBox box;
  box.part = part;
  const std::vector<FilterChoice> choices = ChoicesOf(turn.premises, turn.state, part, "");
  Filter only;
  SetPart(only, part, turn.TheInbox()->filter);
  const auto held = std::ranges::find(choices, only, &FilterChoice::set);
  if (held != choices.end()) box.choice = static_cast<std::size_t>(held - choices.begin());
  turn.state.overlay = box;
  turn.state.scroll[static_cast<std::size_t>(Pane::kOverlay)] = 0;
  turn.Focus(Focus{Field::kFilterWords, 0, 0});
}

void Clear(Turn& turn, bool all) {
  Filter filter = turn.TheInbox()->filter;
  if (all) {
    filter = Filter{};
  } else {
    for (std::size_t i = kFilterParts; i-- > 0;) {
      const auto part = static_cast<FilterPart>(i);
      if (!HasPart(filter, part)) continue;
      SetPart(filter, part, Filter{});
      break;
    }
  }
  Narrow(turn, filter);
}

void Set(Turn& turn, FilterBox& box, std::size_t choice) {
  const std::vector<FilterChoice> choices =
      ChoicesOf(turn.premises, turn.state, box.part, box.typed);
  if (choice >= choices.size()) return;
  Filter filter = turn.TheInbox()->filter;
  SetPart(filter, box.part, choices[choice].set);
  Narrow(turn, filter);
  // What narrows is seen at once, so the box goes.
  turn.state.overlay.reset();
  turn.state.focus.reset();
}

}  // namespace

bool OnFilter(Turn& turn, const Intent& intent) {
  if (turn.TheInbox() == nullptr || turn.state.person->role == Role::kStaff) return false;
  if (const auto* open = std::get_if<OpenFilter>(&intent)) {
    if (!turn.state.overlay || TheBox(turn) != nullptr) ShowPart(turn, open->part);
    return true;
  }
  if (const auto* clear = std::get_if<ClearFilter>(&intent)) {
    Clear(turn, clear->all);
    return true;
  }
  FilterBox* box = TheBox(turn);
  if (box == nullptr) return false;
  if (const auto* part = std::get_if<MoveFilterPart>(&intent)) {
    const auto now = static_cast<std::ptrdiff_t>(box->part);
    const auto count = static_cast<std::ptrdiff_t>(kFilterParts);
    ShowPart(turn, static_cast<FilterPart>((now + part->by + count) % count));
    return true;
  }
  if (const auto* move = std::get_if<MoveChoice>(&intent)) {
    const auto count = static_cast<std::ptrdiff_t>(
        ChoicesOf(turn.premises, turn.state, box->part, box->typed).size());
    if (count > 0)
      box->choice = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
          static_cast<std::ptrdiff_t>(box->choice) + move->by, 0, count - 1));
    return true;
  }
  if (const auto* set = std::get_if<SetFilter>(&intent)) {
    Set(turn, *box, set->choice.value_or(box->choice));
    return true;
  }
  return false;
}

}  // namespace tanggap::desk

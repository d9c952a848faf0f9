// The history of a case: stepping through its records and looking at one.
#include <algorithm>

#include "desk/turn.h"

namespace tanggap::desk {

bool OnHistory(Turn& turn, const Intent& intent) {
  CaseWork* work = turn.TheCase();
  State& state = turn.state;
  RecordBox* box = state.overlay ? std::get_if<RecordBox>(&*state.overlay) : nullptr;
  if (work == nullptr || (state.overlay && box == nullptr)) return false;
  const std::size_t count = work->open.file.acts.size();
  if (count == 0) return false;
  if (const auto* move = std::get_if<MoveAct>(&intent)) {
    // The first step lands on the newest record.
    const auto from = static_cast<std::ptrdiff_t>(work->act.value_or(count));
    const auto to = std::clamp<std::ptrdiff_t>(from + (work->act ? move->by : -1), 0,
                                               static_cast<std::ptrdiff_t>(count) - 1);
    work->act = static_cast<std::size_t>(to);
    work->facts_column = true;
    if (box != nullptr) box->act = *work->act;
    return true;
  }
  if (const auto* show = std::get_if<ShowAct>(&intent)) {
    const std::size_t act = show->index.value_or(work->act.value_or(count));
    if (act >= count) return true;
    work->act = act;
    state.overlay = RecordBox{act};
    state.focus.reset();
    return true;
  }
  return false;
}

}  // namespace tanggap::desk

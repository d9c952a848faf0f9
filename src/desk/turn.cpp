// What every part of Update needs of the state: the open case, its drafts, home and lock.
#include "desk/turn.h"

#include <algorithm>
#include <utility>

#include "desk/judgement.h"

namespace tanggap::desk {

void Turn::Write(std::vector<Draft> drafts) {
  if (Saving() || drafts.empty()) return;
  state.saving = desk::Saving::kSaving;
  Ask(WriteRecords{std::move(drafts)});
}

ScanSheet* Turn::TheSheet() {
  return state.overlay ? std::get_if<ScanSheet>(&*state.overlay) : nullptr;
}

CaseDrafts& Turn::Drafts(const RecordId& id) {
  return state.drafts[{state.person ? state.person->id : PersonId{}, id}];
}

void Turn::GoHome() {
  state.screen = Inbox{};
  state.scroll = {};
  state.overlay.reset();
  state.covered = {};
  state.focus.reset();
  AskPage();
}

void Turn::AskPage() {
  const Inbox* inbox = TheInbox();
  if (inbox == nullptr) {
    Ask(LoadPage{});
  } else {
    Ask(LoadPage{inbox->view, inbox->shown_query, inbox->filter});
  }
}

void KeepTasteOf(Turn& turn) {
  State& state = turn.state;
  if (auto* sign_in = std::get_if<SignIn>(&state.screen)) sign_in->taste_chosen = true;
  if (!state.person) return;
  const Taste taste{state.language, state.dark, state.dense, state.scale};
  state.tastes[state.person->id] = taste;
  turn.Ask(KeepTaste{state.person->id, taste});
}

void KeepNote(Turn& turn) {
  const CaseWork* work = turn.TheCase();
  if (work == nullptr || !turn.state.overlay) return;
  if (const auto* note = std::get_if<NoteBox>(&*turn.state.overlay))
    turn.Drafts(work->open.file.id).note = *note;
}

void LockDesk(Turn& turn) {
  KeepChangedDrafts(turn);
  // Drafts stay; everything that was read goes with the screen.
  SignIn sign_in;
  sign_in.people = turn.state.people;
  sign_in.locked = true;
  for (std::size_t i = 0; i < sign_in.people.size(); ++i) {
    if (turn.state.person && sign_in.people[i].id == turn.state.person->id) sign_in.chosen = i;
  }
  turn.state.screen = sign_in;
  turn.state.overlay.reset();
  turn.state.person.reset();
  turn.state.covered = {};
  turn.state.scans.clear();
  turn.state.recent.clear();
  turn.state.saved_at.reset();
  if (turn.state.carriage && !turn.state.carriage->UnderWay()) turn.state.carriage.reset();
  turn.Focus(Focus{Field::kPassword, 0, 0});
  turn.Ask(SignOut{});
}

const Texts& WordsOf(const Premises& premises, const State& state) {
  const auto found = std::ranges::find(premises.languages, state.language, &Texts::Language);
  return found == premises.languages.end() ? premises.languages.front() : *found;
}

const OpenCase* CurrentCase(const State& state) {
  if (state.overlay) {
    if (const auto* sheet = std::get_if<ScanSheet>(&*state.overlay))
      return sheet->open ? &*sheet->open : nullptr;
  }
  if (const auto* work = std::get_if<CaseWork>(&state.screen)) return &work->open;
  if (const auto* inbox = std::get_if<Inbox>(&state.screen))
    return inbox->previewed ? &*inbox->previewed : nullptr;
  return nullptr;
}

const CaseDrafts& CurrentDrafts(const State& state) {
  static const CaseDrafts none;
  const auto* work = std::get_if<CaseWork>(&state.screen);
  if (work == nullptr || !state.person) return none;
  const auto found = state.drafts.find({state.person->id, work->open.file.id});
  return found == state.drafts.end() ? none : found->second;
}

std::string WhyNotNow(const State& state, const OpenCase& open, RecordType type) {
  if (!state.person) return "refused.signed_out";
  return WhyNot(open.file, type, state.person->id, state.person->role, state.now);
}

}  // namespace tanggap::desk

// The desk's mind: what was there, what happened, what is there now and what must be asked of the
// world. Pure: no clock, no storage, no window.
#pragma once

#include <vector>

#include "desk/events.h"
#include "desk/state.h"

namespace tanggap::desk {

struct Step {
  State state;
  std::vector<Effect> effects;
};

[[nodiscard]] Step Start(State state);
[[nodiscard]] Step Update(const Premises& premises, State state, const Event& event);

// When Update wants a Ticked at the latest; monotonic. Nothing: only when something happens.
[[nodiscard]] std::optional<std::chrono::milliseconds> NextDeadline(const State& state);

// The sentences of the language that is shown.
[[nodiscard]] const Texts& WordsOf(const Premises& premises, const State& state);
// The text that has the caret, for screens and keys; nullptr when none has.
[[nodiscard]] const std::string* FocusedText(const State& state);
// The case that keys act on: the open one, the scanned one, or the selected row's preview.
[[nodiscard]] const OpenCase* CurrentCase(const State& state);
// Half-done work of the signed-in person on the open case; an empty one where there is none.
[[nodiscard]] const CaseDrafts& CurrentDrafts(const State& state);
// What lies on this desk's disk of their work on a case; nullptr: nothing.
[[nodiscard]] const KeptDrafts* KeptDraftsOf(const State& state, const RecordId& id);
// Why the signed-in person may not write this now: "" or a text key of the reason.
[[nodiscard]] std::string WhyNotNow(const State& state, const OpenCase& open, RecordType type);
[[nodiscard]] std::string WhyNotBegin(const State& state, const OpenCase& open, Duty duty);
// Who else may have apologised at the counter, each with a digit: at most nine.
[[nodiscard]] std::vector<Person> OtherOfficers(const State& state);
// A row that is counted but not read: an urgent case in the auditor's list.
[[nodiscard]] bool IsFlagged(const CaseRow& row);
// The people who match the letters typed at sign-in, as indices.
[[nodiscard]] std::vector<std::size_t> MatchingPeople(const SignIn& sign_in);

}  // namespace tanggap::desk

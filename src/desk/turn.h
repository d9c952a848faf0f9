// One turn of Update, in parts: each takes the intents that it knows.
#pragma once

#include <utility>
#include <vector>

#include "desk/events.h"
#include "desk/session.h"
#include "desk/state.h"

namespace tanggap::desk {

struct Turn {
  const Premises& premises;
  State& state;
  std::vector<Effect>& effects;

  void Ask(Effect effect) { effects.push_back(std::move(effect)); }
  // Writes and tops up the ids; one write at a time, so that a second press writes nothing.
  void Write(std::vector<Draft> drafts);
  [[nodiscard]] bool Saving() const { return state.saving == Saving::kSaving; }
  [[nodiscard]] Inbox* TheInbox() { return std::get_if<Inbox>(&state.screen); }
  [[nodiscard]] CaseWork* TheCase() { return std::get_if<CaseWork>(&state.screen); }
  [[nodiscard]] ScanSheet* TheSheet();
  [[nodiscard]] CaseDrafts& Drafts(const RecordId& id);
  void Focus(std::optional<desk::Focus> focus) { state.focus = focus; }
  void GoHome();  // the list of all open complaints
  // Asks for what the shown list holds; behind a case only the counts matter.
  void AskPage();
};

// The text behind the focus, to be edited; nullptr when it is gone.
[[nodiscard]] std::string* TextOfFocus(State& state, const Focus& focus);

// How many ids are asked for, so that a deed never waits for them.
inline constexpr std::size_t kIdsKept = 24;

// Everything but a person's own acts.
void Hear(Turn& turn, const Event& event);

// True: the intent was theirs.
bool OnSignIn(Turn& turn, const Intent& intent);
bool OnField(Turn& turn, const Intent& intent);
bool OnInbox(Turn& turn, const Intent& intent);
bool OnFilter(Turn& turn, const Intent& intent);
bool OnPalette(Turn& turn, const Intent& intent);
bool OnBox(Turn& turn, const Intent& intent);
bool OnScanSheet(Turn& turn, const Intent& intent);
bool OnAssess(Turn& turn, const Intent& intent);
bool OnDecide(Turn& turn, const Intent& intent);

void BeginDuty(Turn& turn, Duty duty);
// Opens the box of a deed of a few words: with the record it is about, or the words it corrects.
void BeginDeed(Turn& turn, const OpenCase& open, Duty duty);
// What keeps a deed from being begun beside the rules of its record; "" or a text key.
[[nodiscard]] std::string WhyNotDeed(const State& state, const OpenCase& open, Duty duty);
void OpenTheCase(Turn& turn, const OpenCase& open);
void TakeScan(Turn& turn, const std::string& text, bool typed);
void ScanLoaded(Turn& turn, const std::optional<OpenCase>& open);
void ScanNotFound(Turn& turn, const std::string& code);
// A code as typed, whole or its beginning; false: it is none.
bool FindAsCode(Turn& turn, const std::string& typed);
void LockDesk(Turn& turn);
// Language, light, rows and scale follow the person, not the machine.
void KeepTasteOf(Turn& turn);
// Does what a person wants, as if they had pressed it.
void Act(Turn& turn, const Intent& intent);
// Asks who else agrees, and writes the drafts when they do.
void AskSecond(Turn& turn, std::vector<Draft> drafts, std::vector<Person> may);
void ApplySecond(Turn& turn, const PersonId& person);
void ApplySecondRefused(Turn& turn, std::chrono::seconds wait);
bool OnSecond(Turn& turn, const Intent& intent);
bool OnRooms(Turn& turn, const Intent& intent);
void ApplySticks(Turn& turn, const SticksSeen& event);
// Back to the list that the room was entered from.
void LeaveRoom(Turn& turn, const Room& room);
void ApplyPasswordChanged(Turn& turn);
void ApplyPasswordRefused(Turn& turn, std::chrono::seconds wait);
bool OnHistory(Turn& turn, const Intent& intent);
bool OnResolve(Turn& turn, const Intent& intent);
// A conflict that the signed-in person may settle has its reason's field at once.
void PrepareResolving(Turn& turn);
// Drafts that differ from the disk are kept a second later, or now.
void NoticeDrafts(Turn& turn);
void KeepChangedDrafts(Turn& turn);
void ApplyDraftsRead(Turn& turn, const DraftsRead& event);
void ApplyDraftsKept(Turn& turn, const DraftsKept& event);
// A note that is half written stays, whatever covers it.
void KeepNote(Turn& turn);

}  // namespace tanggap::desk

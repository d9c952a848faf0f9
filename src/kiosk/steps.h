// The parts of Update, one for each part of the way. Each takes the state by reference, changes it
// and appends effects; only session.cpp calls them.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/session.h"

namespace tanggap::kiosk {

// What every part needs while one event is handled.
struct Turn {
  const Context& context;
  const Stamp& stamp;
  State& state;
  std::vector<Effect>& effects;

  void Do(Effect effect) { effects.push_back(std::move(effect)); }
  // Shows another screen; taps within the deaf time after it do nothing.
  void Show(Screen screen);
  // Ends the visit: the entry is overwritten and dropped, language and comfort go back.
  void GoHome();
  [[nodiscard]] Day Today() const;
};

// Each returns true when the intent was its own.
bool OnRatingIntent(Turn& turn, const Intent& intent);
bool OnComplaintIntent(Turn& turn, const Intent& intent);
bool OnAnswerIntent(Turn& turn, const Intent& intent);  // tiles and fields of the complaint
bool OnTicketIntent(Turn& turn, const Intent& intent);
bool OnComfortIntent(Turn& turn, const Intent& intent);  // help bar, cancel sheet, idle warning
bool OnSayIntent(Turn& turn, const Intent& intent);      // what a ticket's holder tells the office
bool OnStaffIntent(Turn& turn, const Intent& intent);    // PIN and staff menu

void OnTick(Turn& turn);
void OnRatingStored(Turn& turn, const RatingStored& event);
void OnComplaintStored(Turn& turn, const ComplaintStored& event);
void OnStorageFailed(Turn& turn, const StorageFailed& event);
void OnPrintFinished(Turn& turn, const PrintFinished& event);
void OnStateFound(Turn& turn, const StateFound& event);
void OnScanned(Turn& turn, const Scanned& event);
void OnSaidStored(Turn& turn, const SaidStored& event);
void OnPinChecked(Turn& turn, const PinChecked& event);
void OnTestPrinted(Turn& turn, const TestPrinted& event);
void OnCountsRead(Turn& turn, const CountsRead& event);

// Starts a complaint at its first question, or the next open one.
void ShowStation(Turn& turn, Station station);
// Leaves thanks: what was tapped meanwhile is noted.
void EndThanks(Turn& turn);

// What "Dengar" reads: the question, then the choices in order. Never what somebody typed.
[[nodiscard]] std::string SpokenWords(const Context& context, const State& state);
// Begins to speak; the idle clock stands until it is over.
void StartSpeech(Turn& turn, const std::string& words);
// The code, one symbol a breath; only on "Bacakan keras".
[[nodiscard]] std::string SpokenCode(const TicketCode& code);
// About how long a sentence takes; speech has no end that the kiosk hears of.
[[nodiscard]] Steady SpeakingTime(const std::string& text);
void StopSpeech(Turn& turn);

}  // namespace tanggap::kiosk

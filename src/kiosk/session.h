// One visit after another, as a pure function: Update(state, event) -> {state, effects}.
// Standard library, domain and texts only: no clock, no storage, no drawing.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/complaint.h"
#include "kiosk/intent.h"
#include "kiosk/screen.h"

namespace tanggap::kiosk {

// What the outside adds to every event: the time, and one fresh record id that Update may use, so
// that a record has its id before it is stored and a second tap can't make a second record.
struct Stamp {
  Steady steady{};
  Instant utc{};
  RecordId fresh;
};

// --- Events ---
struct Tick {};
struct TouchedAnywhere {};  // a finger came down, on a control or not
struct Scanned {            // by the one scanner, through the wedge filter
  std::string text;
};
struct RatingStored {
  RecordId id;
};
struct ComplaintStored {
  RecordId id;
  Ticket ticket;
};
struct StorageFailed {
  RecordId id;  // what could not be stored
  Trouble trouble = Trouble::kBroken;
};
struct StorageWell {};  // after trouble: records can be written again
struct PrintFinished {
  RecordId complaint;
  PrintState outcome = PrintState::kUnavailable;
  bool receipt_missing = false;  // the ticket came, the formal receipt didn't
};
struct StateFound {
  TicketCode code;
  std::optional<TicketState> ticket;
};
struct SaidStored {
  RecordId id;
};
struct PinChecked {
  bool opens = false;
};
struct TestPrinted {
  PrintState outcome = PrintState::kUnavailable;
};
struct CountsRead {
  NodeCounts counts;
};
struct StatesArrived {};  // a desk published something new
using Event = std::variant<Tick, TouchedAnywhere, Intent, Scanned, RatingStored, ComplaintStored,
                           StorageFailed, StorageWell, PrintFinished, StateFound, SaidStored,
                           PinChecked, TestPrinted, CountsRead, StatesArrived>;

// --- Effects ---
struct StoreRating {
  RecordId id;
  int score = 0;
  std::vector<std::string> flags;  // "cepat", "sering": kept, counted apart
  std::string language;
};
struct WithdrawRating {
  RecordId id;
  RecordId rating;
};
struct FlagSession {  // taps that came while the thanks stood
  RecordId id;
  RecordId rating;
  int extra_taps = 0;
};
struct FlagTickets {};  // more wanted in a short time than the office's ticket_limit
struct StoreSurvey {
  RecordId id;
  std::array<int, kSurveyQuestions> answers{};
  RecordId after;
  std::string language;
};
struct StoreComplaint {
  RecordId id;
  Complaint complaint;
  std::string language;
};
// What the formal receipt says of a complaint with a name, in words; the ticket says the rest.
struct ReceiptWords {
  std::string name;
  std::string address;
  std::string phone;
  std::string service;
  std::string story;
  std::string loss;
  std::string wish;
};
struct PrintTicket {
  Ticket ticket;
  ServiceId service;
  std::vector<AspectId> aspects;
  ComplaintKind kind = ComplaintKind::kComplaint;
  std::optional<ReceiptWords> receipt;  // set: a second slip, after the ticket
  std::string language;
};
struct StoreTicketOutcome {
  RecordId id;
  RecordId complaint;
  PrintState outcome = PrintState::kUnavailable;
};
struct FindState {
  TicketCode code;
};
struct StoreStatusSeen {
  RecordId id;
  TicketCode code;
  TicketState ticket;
};
struct StoreSaid {
  RecordId id;
  TicketCode code;
  Say what = Say::kAdd;
  std::string words;
  std::optional<bool> pressed;  // of a withdrawal: somebody told them to
  std::string language;
};
struct StoreHandling {
  RecordId id;
  TicketCode code;
  int score = 0;
};
struct CheckPin {
  std::string digits;
};
struct TestPrint {};
struct ReadCounts {};
struct StoreStaffAction {
  RecordId id;
  std::string action;   // "menu", "print-test", …
  std::string outcome;  // "ok", "wrong-pin", …
};
struct CallHelp {
  RecordId id;
};
struct Speak {
  std::string text;
  std::string language;
};
struct StopSpeaking {};
struct ProbeStorage {};
using Effect =
    std::variant<StoreRating, WithdrawRating, FlagSession, FlagTickets, StoreSurvey, StoreComplaint,
                 PrintTicket, StoreTicketOutcome, FindState, StoreStatusSeen, StoreSaid,
                 StoreHandling, CheckPin, TestPrint, ReadCounts, StoreStaffAction, CallHelp, Speak,
                 StopSpeaking, ProbeStorage>;

// --- State ---
// Of one visitor; dropped and made anew when the visit ends.
struct Visit {
  std::string language;
  bool clearer = false;
  bool lower = false;
  bool aided = false;      // used an aid: gets more time
  bool covered = false;    // after the idle warning: identity, story and review stay hidden
  bool returning = false;  // a row of the review is being changed
  std::set<Station> seen;
  Complaint complaint;
  std::string message;  // what a ticket's holder is writing
  bool operator==(const Visit&) const = default;
};
// Of the kiosk; outlives visits and holds no word of any visitor.
struct Kept {
  std::vector<Steady> rated_at;   // the last few, for the flags
  std::vector<Steady> missed_at;  // look-ups that found nothing, of the last kMissesCount
  Steady look_paused_until{};
  std::vector<Steady> tickets_at;  // of the last complaints stored
  int pin_misses = 0;
  Steady pin_locked_until{};
  bool stopped = false;  // by staff
  std::optional<Trouble> trouble;
  Steady probe_at{};
  bool night = false;         // the office is closed: the first screen is dimmed
  bool other_ground = false;  // of the night's two grounds, one an hour
  Steady night_check_at{};
  bool operator==(const Kept&) const = default;
};
struct State {
  Screen screen = Attract{};
  std::optional<Overlay> overlay;
  Visit visit;
  Kept kept;
  Steady shown_at{};    // when this screen came
  Steady deaf_until{};  // a second tap of a double tap falls into this
  Steady touched_at{};  // the idle clock
  Steady speaking_since{};
  Steady speaking_until{};
  bool operator==(const State&) const = default;
};

struct Next {
  State state;
  std::vector<Effect> effects;
};

inline constexpr Steady kDeafTime{400};
inline constexpr int kMaxSaveAttempts = 3;
// Five misses within the half hour, whoever made them and whatever was found between: then a pause.
inline constexpr std::size_t kMaxMisses = 5;
inline constexpr Steady kMissesCount{30 * 60 * 1000};
inline constexpr Steady kLookPause{5 * 60 * 1000};
inline constexpr int kPinTries = 4;
inline constexpr Steady kPinLock{5 * 60 * 1000};
inline constexpr Steady kSaveRetry{2000};
inline constexpr Steady kProbeEvery{10000};
// Office hours begin and end on such minutes; a clock that was put right is noticed as soon.
inline constexpr int kNightCheckMinutes = 5;

// The state in which the program starts: attract, in the first language.
[[nodiscard]] State Opening(const Context& context);

[[nodiscard]] Next Update(const Context& context, State state, const Event& event,
                          const Stamp& stamp);

// The nearest moment at which a Tick would change something visible; nullopt: nothing is due.
[[nodiscard]] std::optional<Steady> NextDeadline(const Context& context, const State& state);

// How long the screen waits for its visitor before the warning; nullopt: it doesn't wait (attract,
// saving, screens with their own ring).
[[nodiscard]] std::optional<Steady> IdleLimit(const Context& context, const State& state);
// From when on the first screen is dimmed; nullopt: it isn't. A touch lights it for as long as a
// choice may take.
[[nodiscard]] std::optional<Steady> DimmedFrom(const Context& context, const State& state);
// How long a screen with its own ring stands; nullopt: it has none.
[[nodiscard]] std::optional<Steady> StandsFor(const Context& context, const State& state);

[[nodiscard]] std::optional<Station> StationOf(const Screen& screen);

// What the holder of this ticket may say now, in the order of the page.
[[nodiscard]] std::vector<Say> SayableAbout(const TicketState& ticket);
// The handling is rated once there is something to rate.
[[nodiscard]] bool HandlingIsRated(const TicketState& ticket);

// What is read aloud, in order; `id` is the control that the focus ring stands on meanwhile ("":
// none).
struct SpokenPart {
  std::string id;
  std::string words;
  bool operator==(const SpokenPart&) const = default;
};
[[nodiscard]] std::vector<SpokenPart> SpokenParts(const Context& context, const State& state);
// The control that is being read at `now`, and when the next one is; nothing while it is silent.
struct SpokenNow {
  std::string id;
  Steady until{};
};
[[nodiscard]] std::optional<SpokenNow> SpokenAt(const Context& context, const State& state,
                                                Steady now);
// Little room: large words or low reach; long pages are split.
[[nodiscard]] inline bool Cramped(const Visit& visit) {
  return visit.clearer || visit.lower;
}

}  // namespace tanggap::kiosk

// The kiosk's screens, each a type: what it shows beyond the complaint itself, and nothing else.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/ids.h"
#include "domain/ticket_code.h"
#include "domain/ticket_state.h"
#include "domain/time.h"
#include "kiosk/complaint.h"

namespace tanggap::kiosk {

using Steady = std::chrono::milliseconds;  // of Clock::Monotonic

enum class Trouble { kFull, kBroken, kStaff };  // of storage, or put out of service by staff
enum class PrintState { kPrinting, kPrinted, kUnknown, kUnavailable, kNoPaperWanted };

// A ticket as the visitor sees it, and as it is printed.
struct Ticket {
  RecordId complaint;
  TicketCode code;
  int qr_side = 0;            // modules; the symbol is made once, when the complaint is stored
  std::vector<bool> qr_dark;  // row by row
  Instant received{};
  Day due{};
  bool due_is_estimate = false;
  bool operator==(const Ticket&) const = default;
};

struct Attract {
  bool operator==(const Attract&) const = default;
};
// The same after every face: nobody behind the visitor reads what was touched.
struct Thanks {
  RecordId rating;  // empty after a ticket or a survey
  bool stored = false;
  bool withdrawn = false;
  bool offers_survey = true;
  int extra_taps = 0;
  bool operator==(const Thanks&) const = default;
};
struct TalkInPrivate {
  bool operator==(const TalkInPrivate&) const = default;
};
struct About {
  int page = 0;
  bool operator==(const About&) const = default;
};
struct ChooseKind {
  bool operator==(const ChooseKind&) const = default;
};
struct ChooseService {
  int page = 0;
  bool operator==(const ChooseService&) const = default;
};
struct ChooseAspect {
  bool operator==(const ChooseAspect&) const = default;
};
struct ChooseDetail {
  bool operator==(const ChooseDetail&) const = default;
};
struct ChooseCounter {
  int page = 0;
  bool operator==(const ChooseCounter&) const = default;
};
struct ChooseWhen {
  WhenQuestion question = WhenQuestion::kHappened;
  int page = 0;
  Day today{};  // the office's date when the question was asked
  bool operator==(const ChooseWhen&) const = default;
};
enum class KeyLayer {
  kLetters,  // capitals come by themselves
  kLower,    // for one letter, by the shift key
  kUpper,    // likewise
  kDigits,
};
struct TellWhat {
  int page = 0;         // of the ready sentences
  bool typing = false;  // the keyboard opens on touching the field, never by itself
  KeyLayer layer = KeyLayer::kLetters;
  // Sensitive offices: what was typed before this byte is veiled, so that nobody beside reads it.
  std::size_t veil = 0;
  bool operator==(const TellWhat&) const = default;
};
struct AskFor {
  bool operator==(const AskFor&) const = default;
};
struct AskLoss {
  bool operator==(const AskLoss&) const = default;
};
// One question a page where words are large or reach is low; else the fields stand under the
// choice.
// kSafe, kSafeTime: how and when a call does no harm, in sensitive offices only; the hours stand
// under the ways where there is room.
enum class IdentityPart { kMode, kFields, kSafe, kSafeTime, kPermissions };
struct Identify {
  IdentityPart part = IdentityPart::kMode;
  bool operator==(const Identify&) const = default;
};
struct TypeField {
  IdentityField field = IdentityField::kName;
  KeyLayer layer = KeyLayer::kLetters;
  bool wrong = false;  // the phone has too few digits
  bool operator==(const TypeField&) const = default;
};
struct ReadNotice {
  int page = 0;
  bool operator==(const ReadNotice&) const = default;
};
struct Review {
  int page = 0;
  bool operator==(const Review&) const = default;
};
struct UrgentAdvice {  // "Ini perlu petugas sekarang, bukan surat."
  bool operator==(const UrgentAdvice&) const = default;
};
// Left only by an outcome: no touch, no idle clock.
struct Saving {
  RecordId id;
  int attempts = 1;
  std::optional<Steady> again_at;  // after a failure: when it is tried again
  bool operator==(const Saving&) const = default;
};
// What a ticket's holder may tell the office about the case.
enum class Say { kAdd, kObject, kAccept, kWithdraw, kUndo };
// The ticket that is spoken about; every page of it goes back to its state.
struct HeldTicket {
  TicketCode code;
  TicketState ticket;
  bool operator==(const HeldTicket&) const = default;
};
// What the holder sends, kept until it is stored; the words themselves are in Visit::message.
struct Told {
  HeldTicket held;
  std::optional<Say> what = {};      // nothing: the handling was rated
  std::optional<bool> pressed = {};  // of a withdrawal
  int score = 0;                     // of the handling, 4 sangat puas … 1 tidak puas
  bool operator==(const Told&) const = default;
};
struct SaveFailed {  // everything typed is still here
  RecordId id;
  Trouble trouble = Trouble::kBroken;
  std::optional<Told> told = {};  // nothing: it was a complaint
  bool operator==(const SaveFailed&) const = default;
};
struct ShowTicket {
  Ticket ticket;
  PrintState print = PrintState::kPrinting;
  bool asks_if_out = false;  // the printer can't say whether the paper came
  bool receipt_missing = false;
  bool operator==(const ShowTicket&) const = default;
};
struct LookUp {
  std::string typed;               // symbols, at most 12
  std::optional<CodeFault> fault;  // of the last check
  bool operator==(const LookUp&) const = default;
};
struct Looking {
  TicketCode code;
  bool operator==(const Looking&) const = default;
};
struct ShowState {
  TicketCode code;
  TicketState ticket;
  bool operator==(const ShowState&) const = default;
};
struct ChooseSay {
  HeldTicket held;
  bool operator==(const ChooseSay&) const = default;
};
struct SayWords {  // the words themselves are in Visit::message
  HeldTicket held;
  Say what = Say::kAdd;
  KeyLayer layer = KeyLayer::kLetters;
  std::size_t veil = 0;  // as of TellWhat
  bool operator==(const SayWords&) const = default;
};
struct AskPressed {  // "Ada yang menyuruh Anda mencabut?"
  HeldTicket held;
  bool operator==(const AskPressed&) const = default;
};
struct ConfirmSay {
  HeldTicket held;
  Say what = Say::kAccept;
  std::optional<bool> pressed;  // of a withdrawal
  bool operator==(const ConfirmSay&) const = default;
};
struct RateHandling {
  HeldTicket held;
  bool operator==(const RateHandling&) const = default;
};
struct SaidThanks {
  RecordId id;
  Told told;
  bool stored = false;
  bool operator==(const SaidThanks&) const = default;
};
struct NotFound {  // unknown and not yet synced look the same
  TicketCode code;
  bool operator==(const NotFound&) const = default;
};
struct LookUpPaused {
  Steady until{};
  bool operator==(const LookUpPaused&) const = default;
};
inline constexpr int kSurveyQuestions = 9;
struct Survey {
  int question = 0;                             // 0..8
  std::array<int, kSurveyQuestions> answers{};  // 0 = skipped, 1..4
  RecordId after;                               // the rating it follows; empty after a ticket
  bool operator==(const Survey&) const = default;
};
struct TooManyTickets {  // three from this screen in a short time; staff take the next
  bool operator==(const TooManyTickets&) const = default;
};
// Staff: behind a PIN, by holding the office's name for two seconds.
inline constexpr std::size_t kPinDigits = 6;
struct EnterPin {
  std::string digits;
  bool checking = false;
  bool wrong = false;
  bool operator==(const EnterPin&) const = default;
};
struct PinLocked {
  Steady until{};
  bool operator==(const PinLocked&) const = default;
};
struct NodeCounts {
  std::uint64_t written = 0;  // records of this epoch
  std::uint64_t waiting = 0;  // of them in no published file yet
  std::uint64_t unread = 0;   // published files that no desk has acknowledged
  std::uint64_t free_mb = 0;
  bool operator==(const NodeCounts&) const = default;
};
struct StaffMenu {
  bool busy = false;
  std::optional<PrintState> test;  // of the test page
  std::optional<NodeCounts> counts;
  bool operator==(const StaffMenu&) const = default;
};
struct OutOfService {
  Trouble trouble = Trouble::kBroken;
  bool operator==(const OutOfService&) const = default;
};

using Screen =
    std::variant<Attract, Thanks, TalkInPrivate, About, ChooseKind, ChooseService, ChooseAspect,
                 ChooseDetail, ChooseCounter, ChooseWhen, TellWhat, AskFor, AskLoss, Identify,
                 TypeField, ReadNotice, Review, UrgentAdvice, Saving, SaveFailed, ShowTicket,
                 LookUp, Looking, ShowState, ChooseSay, SayWords, AskPressed, ConfirmSay,
                 RateHandling, SaidThanks, NotFound, LookUpPaused, Survey, TooManyTickets, EnterPin,
                 PinLocked, StaffMenu, OutOfService>;

// What may lie over a screen.
struct IdleWarning {
  Steady since{};
  bool operator==(const IdleWarning&) const = default;
};
struct CancelSheet {
  bool operator==(const CancelSheet&) const = default;
};
struct HelpCalled {
  Steady since{};
  bool operator==(const HelpCalled&) const = default;
};
using Overlay = std::variant<IdleWarning, CancelSheet, HelpCalled>;

}  // namespace tanggap::kiosk

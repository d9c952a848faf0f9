// The kiosk's screens, each a type: what it shows beyond the complaint itself, and nothing else.
#pragma once

#include <array>
#include <chrono>
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

enum class Trouble { kFull, kBroken };  // of storage
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
// kSafe: when and how a call does no harm, in sensitive offices only.
enum class IdentityPart { kMode, kFields, kSafe, kPermissions };
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
struct SaveFailed {  // everything typed is still here
  RecordId id;
  Trouble trouble = Trouble::kBroken;
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
struct NotFound {  // unknown and not yet synced look the same
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
struct OutOfService {
  Trouble trouble = Trouble::kBroken;
  bool operator==(const OutOfService&) const = default;
};

using Screen =
    std::variant<Attract, Thanks, TalkInPrivate, About, ChooseKind, ChooseService, ChooseAspect,
                 ChooseDetail, ChooseCounter, ChooseWhen, TellWhat, AskFor, AskLoss, Identify,
                 TypeField, ReadNotice, Review, UrgentAdvice, Saving, SaveFailed, ShowTicket,
                 LookUp, Looking, ShowState, NotFound, LookUpPaused, Survey, OutOfService>;

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

// A record: one thing that happened, never changed afterwards. A case is the fold of its records.
// Fields per type and class: domain/record_schema.h and docs/format.md.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"
#include "domain/time.h"
#include "domain/value.h"

namespace tanggap {

enum class RecordType {
  kUnknown,  // written by a newer program: kept and carried, never interpreted
  // Kiosk.
  kRated,
  kRatingWithdrawn,
  kSurveyAnswered,
  kComplaintLodged,
  kVisitorSaid,
  kStatusSeen,
  kHandlingRated,
  kTicketOutcome,
  kTicketReprinted,
  kHelpCalled,
  kSessionFlagged,
  kStaffAction,
  // Desk.
  kComplaintTaken,
  kAssigned,
  kResponded,
  kContactAttempted,
  kDataRequested,
  kDataCompleted,
  kOfficerConcerned,
  kHeard,
  kEvidence,
  kClassified,
  kResolvedConflict,
  kProposed,
  kDecided,
  kRemedyDelivered,
  kApologyGiven,
  kLetterIssued,
  kLetterDelivered,
  kObjected,
  kObjectionDecided,
  kAppealed,
  kOfficerMeasure,
  kReferred,
  kSuspended,
  kResumed,
  kWithdrawn,
  kClosed,
  kReopened,
  kMerged,
  kNote,
  kImprovement,
  kStatementWithdrawn,
  kIdentityRead,
  kAuditorNote,
  kActing,
  kKaharDeclared,
  kKaharLifted,
  kOutage,
  kVolume,
  kStatus,
  kAck,
  kRestricted,
  kLegalHold,
  kErased,
};

// "complaint_lodged"; kUnknown has no name and gives "".
[[nodiscard]] std::string_view NameOf(RecordType type);
[[nodiscard]] RecordType RecordTypeFromName(std::string_view name);
// Every known type, in the order above.
[[nodiscard]] const std::vector<RecordType>& AllRecordTypes();

// The three sealed classes (FOLDER format): f facts, c content (words), i identity.
enum class BodyClass : char { kFacts = 'f', kContent = 'c', kIdentity = 'i' };
inline constexpr std::array kAllBodyClasses{BodyClass::kContent, BodyClass::kFacts,
                                            BodyClass::kIdentity};

// kForged: opened, but the person named in it didn't sign it; nothing in it is believed.
enum class BodyState { kOpen, kSealed, kErased, kForged };

struct Body {
  BodyState state = BodyState::kOpen;
  Fields fields;  // empty unless kOpen
  PersonId by;    // empty when a kiosk wrote it
  bool operator==(const Body&) const = default;
};

struct Record {
  RecordId id;
  RecordType type = RecordType::kUnknown;
  std::string type_name;  // as written; the only name a kUnknown has
  Day day{};
  std::string decree;  // "lembata-dinas-pendidikan-2024@1", or empty
  Hlc hlc;
  NodeId node;
  std::uint32_t epoch = 0;     // with `sequence`: the place in its node's chain;
  std::uint64_t sequence = 0;  // counts from 1 within the epoch
  std::vector<RecordId> refs;  // what it answers; the first is the case where there is one
  bool critical = false;       // an unknown critical type freezes its case
  Fields clear;                // readable by anyone who sees the folder
  std::map<BodyClass, Body> bodies;

  // The fields of an open body, or none.
  [[nodiscard]] const Fields& Of(BodyClass body_class) const;
  [[nodiscard]] const Fields& Facts() const { return Of(BodyClass::kFacts); }
  [[nodiscard]] const Fields& Content() const { return Of(BodyClass::kContent); }
  [[nodiscard]] const Fields& Identity() const { return Of(BodyClass::kIdentity); }
  // The person who acted, from any open body; empty for kiosks and closed bodies.
  [[nodiscard]] PersonId By() const;
  bool operator==(const Record&) const = default;
};

}  // namespace tanggap

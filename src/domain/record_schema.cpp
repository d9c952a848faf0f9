// The table of fields per record type.
#include "domain/record_schema.h"

#include <algorithm>
#include <array>

namespace tanggap {
namespace {

constexpr bool kRequired = true;
using enum FieldKind;
using Rules = std::span<const FieldRule>;

constexpr Rules kNone{};
constexpr std::array kReason{FieldRule{"reason", kText, kRequired, {}}};
constexpr std::array kMaybeReason{FieldRule{"reason", kText, false, {}}};
constexpr std::array kTextOnly{FieldRule{"text", kText, kRequired, {}}};
constexpr std::array kMaybeText{FieldRule{"text", kText, false, {}}};

// rated: only the score is in clear.
constexpr std::array kRatedClear{FieldRule{"score", kNumber, kRequired, {}}};  // 1 unhappy … 4
constexpr std::array kRatedFacts{FieldRule{"service", kText, false, {}},
                                 FieldRule{"language", kText, false, {}}};

constexpr std::array kSurveyFacts{
    FieldRule{"instrument", kText, kRequired, {}},  // "skm-2017"
    FieldRule{"answers", kNumbers, kRequired, {}},  // in the instrument's order, 0 = not answered
    FieldRule{"after", kText, kRequired, {}},       // "face" | "ticket" | "alone"
    FieldRule{"service", kText, false, {}},
    FieldRule{"language", kText, false, {}},
    FieldRule{"age", kText, false, {}},
    FieldRule{"sex", kText, false, {}},
    FieldRule{"education", kText, false, {}},
    FieldRule{"work", kText, false, {}}};

// complaint_lodged and complaint_taken.
constexpr std::array kComplaintFacts{
    FieldRule{"kind", kText, kRequired, {}},  // "pengaduan" | "saran" | "pujian" | "pertanyaan"
    FieldRule{"service", kText, false, {}},
    FieldRule{"aspects", kTexts, false, {}},     // the visitor's own; none: "saya tidak yakin"
    FieldRule{"when", kText, false, {}},         // "hari-ini", or an ISO day
    FieldRule{"handed_in", kMoment, false, {}},  // absent: "tidak tahu"
    FieldRule{"declared_complete", kMoment, false, {}},
    FieldRule{"finished", kMoment, false, {}},
    FieldRule{"named", kFlag, false, {}},           // a name was given
    FieldRule{"reachable", kFlag, false, {}},       // a phone number was given
    FieldRule{"touches_person", kFlag, false, {}},  // aspect or phrase is about somebody's conduct
    FieldRule{"sensitive", kFlag, false, {}},       // a `peka` service
    FieldRule{"urgent", kFlag, false, {}},          // `darurat`: due today
    FieldRule{"due", kDay, false, {}},              // as printed on the ticket
    FieldRule{"paper", kFlag, false, {}},           // the visitor wanted paper
    FieldRule{"channel", kText, false, {}},         // of complaint_taken: "lisan" | "surat" | …
    FieldRule{"received", kMoment, false, {}},  // of complaint_taken: when it reached the office
    FieldRule{"language", kText, false, {}}};
constexpr std::array kComplaintContent{
    FieldRule{"code", kText, kRequired, {}},    // compact
    FieldRule{"secret", kText, kRequired, {}},  // S of the code, 64 hex digits
    FieldRule{"story", kText, false, {}},
    FieldRule{"phrases", kTexts, false, {}},
    FieldRule{"wishes", kTexts, false, {}},
    FieldRule{"losses", kTexts, false, {}},
    FieldRule{"loss_rupiah", kNumber, false, {}},
    FieldRule{"counter", kText, false, {}},      // a place, never a name
    FieldRule{"keep_apart", kFlag, false, {}}};  // "jangan pertemukan saya dengan petugas itu"
constexpr std::array kComplaintIdentity{
    FieldRule{"name", kText, false, {}},
    FieldRule{"phone", kText, false, {}},
    FieldRule{"village", kText, false, {}},
    FieldRule{"address", kText, false, {}},
    FieldRule{"proxy_for", kText, false, {}},  // acting for somebody
    FieldRule{"may_call", kFlag, false, {}},
    FieldRule{"may_whatsapp", kFlag, false, {}},
    FieldRule{"safe_way", kText, false, {}},
    FieldRule{"safe_hours", kText, false, {}},
    FieldRule{"safe_name_office", kFlag, false, {}}};

// Records of a ticket's holder: the kiosk does not know the case, so `lookup` names it, sealed.
constexpr std::array kVisitorSaidFacts{
    FieldRule{"lookup", kText, kRequired, {}},
    FieldRule{"what", kText, kRequired, {}},  // "add" | "object" | "accept" | "withdraw" | "undo"
    FieldRule{"asked_to", kText, false, {}},  // told to withdraw: "yes" | "no"
    FieldRule{"language", kText, false, {}}};
constexpr std::array kVisitorSaidContent{FieldRule{"text", kText, false, {}},
                                         FieldRule{"phrases", kTexts, false, {}}};
constexpr std::array kVisitorSaidIdentity{
    FieldRule{"name", kText, false, {}}, FieldRule{"phone", kText, false, {}},
    FieldRule{"address", kText, false, {}}, FieldRule{"may_call", kFlag, false, {}},
    FieldRule{"may_whatsapp", kFlag, false, {}}};
constexpr std::array kStatusSeenFacts{FieldRule{"lookup", kText, kRequired, {}},
                                      FieldRule{"stage", kText, false, {}},
                                      FieldRule{"sentences", kTexts, false, {}}};
constexpr std::array kHandlingFacts{FieldRule{"lookup", kText, kRequired, {}},
                                    FieldRule{"score", kNumber, kRequired, {}}};
constexpr std::array kHandlingContent{FieldRule{"text", kText, false, {}},
                                      FieldRule{"phrases", kTexts, false, {}}};
constexpr std::array kOutcomeFacts{FieldRule{"outcome", kText, kRequired, {}},
                                   FieldRule{"printer", kText, false, {}}};
constexpr std::array kFlaggedFacts{
    FieldRule{"why", kText, kRequired, {}},  // "repeat" | "extra-taps" | …
    FieldRule{"extra_taps", kNumber, false, {}}};
constexpr std::array kStaffFacts{FieldRule{"action", kText, kRequired, {}},
                                 FieldRule{"outcome", kText, false, {}}};

// Desk: the case's handling.
constexpr std::array kAssignedFacts{FieldRule{"to", kText, kRequired, {}},  // a person
                                    FieldRule{"desk", kText, false, {}}};
constexpr std::array kRespondedFacts{
    FieldRule{"answer", kText, kRequired, {}},  // "complete" | "incomplete" | "not-ours"
    FieldRule{"way", kText, false, {}}, FieldRule{"at", kMoment, false, {}},
    FieldRule{"due", kDay, false, {}},
    FieldRule{"to", kText, false, {}}};  // whose it is, when not ours
constexpr std::array kRespondedContent{FieldRule{"text", kText, false, {}},
                                       FieldRule{"missing", kTexts, false, {}}};
constexpr std::array kContactFacts{
    FieldRule{"way", kText, kRequired, {}},
    FieldRule{"outcome", kText, kRequired, {}},  // "reached" | "no-answer" | "wrong-number" | …
    FieldRule{"at", kMoment, false, {}}};
constexpr std::array kDataRequestedFacts{FieldRule{"due", kDay, false, {}},
                                         FieldRule{"days", kNumber, false, {}},
                                         FieldRule{"way", kText, false, {}}};
constexpr std::array kDataContent{FieldRule{"text", kText, false, {}},
                                  FieldRule{"missing", kTexts, false, {}}};
constexpr std::array kDataCompletedFacts{
    FieldRule{"at", kMoment, false, {}}, FieldRule{"handed_in", kMoment, false, {}},
    FieldRule{"declared_complete", kMoment, false, {}}, FieldRule{"finished", kMoment, false, {}}};
constexpr std::array kOfficerFacts{
    FieldRule{"concerns", kText, kRequired, {}},  // "person" | "counter" | "none"
    FieldRule{"person", kText, false, {}}, FieldRule{"counter", kText, false, {}},
    FieldRule{"head", kFlag, false, {}}};  // the head is concerned: goes to the superior
constexpr std::array kOfficerIdentity{FieldRule{"name", kText, false, {}}};
constexpr std::array kHeardFacts{
    FieldRule{"who", kText, kRequired, {}},   // "officer" | "complainant" | "witness"
    FieldRule{"held", kFlag, kRequired, {}},  // false: content.reason says why not
    FieldRule{"at", kMoment, false, {}}};
constexpr std::array kHeardContent{FieldRule{"text", kText, false, {}},
                                   FieldRule{"reason", kText, false, {}}};
constexpr std::array kEvidenceFacts{
    FieldRule{"kind", kText, kRequired, {}},  // "document" | "photo" | "register" | "none" | …
    FieldRule{"at", kMoment, false, {}}};
constexpr std::array kEvidenceContent{
    FieldRule{"text", kText, false, {}}, FieldRule{"place", kText, false, {}},
    FieldRule{"file_name", kText, false, {}}, FieldRule{"file_hash", kText, false, {}}};

// Findings keep their order; content.reasons[i] belongs to findings[i].
constexpr std::array kFindingRow{
    FieldRule{"aspect", kText, kRequired, {}},
    FieldRule{"severity", kText, false, {}},  // absent: not regulated, or no grades
    FieldRule{"facts", kWords, false, {}},
    FieldRule{"cite", kText, false, {}},
    FieldRule{"chosen", kFlag, false, {}},     // a person's choice, not the engine's
    FieldRule{"evidence", kWords, false, {}},  // ids of evidence records
    FieldRule{"unproven", kFlag, false, {}}};  // a finding without evidence says so
constexpr std::array kClassifiedFacts{
    FieldRule{"findings", kRows, kRequired, kFindingRow},
    FieldRule{"service", kText, false, {}},  // as established, where it differs
    FieldRule{"handed_in", kMoment, false, {}},
    FieldRule{"declared_complete", kMoment, false, {}},
    FieldRule{"finished", kMoment, false, {}},
    FieldRule{"late_s", kNumber, false, {}},  // seconds beyond the norm, may be negative
    FieldRule{"outage", kRecord, false, {}},
    FieldRule{"downgrade", kFlag, false, {}}};
constexpr std::array kClassifiedContent{FieldRule{"reasons", kTexts, false, {}},
                                        FieldRule{"reason", kText, false, {}},
                                        FieldRule{"explanation", kText, false, {}}};
constexpr std::array kResolvedFacts{
    FieldRule{"topic", kText, kRequired, {}},  // "classified" | "assigned" | "delivered" | …
    FieldRule{"findings", kRows, false, kFindingRow}, FieldRule{"keep", kRecord, false, {}},
    FieldRule{kSecondField, kText, false, {}}};  // the other person who agreed
constexpr std::array kResolvedContent{FieldRule{"reason", kText, kRequired, {}},
                                      FieldRule{"reasons", kTexts, false, {}}};

// Items keep their order; content.reasons[i] belongs to items[i].
constexpr std::array kProposedRow{
    FieldRule{"remedy", kText, kRequired, {}}, FieldRule{"beneficiary", kText, kRequired, {}},
    FieldRule{"cite", kText, false, {}}, FieldRule{"outside", kFlag, false, {}}};
constexpr std::array kDecidedRow{
    FieldRule{"remedy", kText, kRequired, {}}, FieldRule{"beneficiary", kText, kRequired, {}},
    FieldRule{"cite", kText, false, {}}, FieldRule{"outside", kFlag, false, {}},
    FieldRule{"granted", kFlag, kRequired, {}}};
constexpr std::array kProposedFacts{
    FieldRule{"items", kRows, kRequired, kProposedRow},
    FieldRule{"refuse", kText, false, {}},  // proposes a refusal with this code
    FieldRule{"unregulated", kFlag, false, {}}};
constexpr std::array kWeighedContent{FieldRule{"reason", kText, false, {}},
                                     FieldRule{"reasons", kTexts, false, {}},
                                     FieldRule{"answers", kTexts, false, {}}};  // to each wish
constexpr std::array kDecidedFacts{
    FieldRule{"outcome", kText, kRequired, {}},  // "granted" | "partly" | "refused"
    FieldRule{"items", kRows, kRequired, kDecidedRow},
    // "not-proven" | "to-standard" | "out-of-scope" | "withdrawn" | "deviates"
    FieldRule{"refusal", kText, false, {}}, FieldRule{kSecondField, kText, false, {}}};
constexpr std::array kDeliveredFacts{
    FieldRule{"remedy", kText, kRequired, {}}, FieldRule{"way", kText, false, {}},
    FieldRule{"at", kMoment, false, {}}, FieldRule{"accepted", kFlag, false, {}}};
constexpr std::array kDeliveredIdentity{FieldRule{"received_by", kText, false, {}}};
constexpr std::array kApologyFacts{
    FieldRule{"form", kText, kRequired, {}},  // "lisan" | "tertulis"
    FieldRule{"at", kMoment, false, {}}, FieldRule{"place", kText, false, {}},
    FieldRule{"accepted", kFlag, false, {}},  // the visitor signed for it
    FieldRule{"officer", kText, false, {}}};  // who said it, when not the one who records it
constexpr std::array kLetterFacts{
    FieldRule{"letter", kText, kRequired, {}},  // which letter
    FieldRule{"number", kText, false, {}},      // typed by the office; absent: KONSEP
    FieldRule{"dated", kDay, false, {}}};
constexpr std::array kLetterIdentity{FieldRule{"addressee", kText, false, {}},
                                     FieldRule{"address", kText, false, {}}};
constexpr std::array kLetterDeliveredFacts{FieldRule{"way", kText, kRequired, {}},
                                           FieldRule{"at", kMoment, false, {}},
                                           FieldRule{"outcome", kText, false, {}}};

// Desk: disputes, measures, the case's life.
constexpr std::array kObjectedFacts{FieldRule{"way", kText, kRequired, {}},
                                    FieldRule{"at", kMoment, false, {}}};
constexpr std::array kObjectionDecidedFacts{
    FieldRule{"outcome", kText, kRequired, {}},  // "upheld" | "partly" | "rejected"
    FieldRule{"items", kRows, false, kDecidedRow}};
constexpr std::array kAppealedFacts{FieldRule{"to", kText, kRequired, {}},
                                    FieldRule{"at", kMoment, false, {}}};
constexpr std::array kMeasureFacts{
    FieldRule{"measure", kText, kRequired, {}}, FieldRule{"person", kText, false, {}},
    FieldRule{"cite", kText, false, {}}, FieldRule{"at", kMoment, false, {}}};
constexpr std::array kReferredFacts{FieldRule{"to", kText, kRequired, {}},
                                    FieldRule{"fact", kText, false, {}},
                                    FieldRule{"mandatory", kFlag, false, {}}};
constexpr std::array kSuspendedFacts{
    FieldRule{"cause", kText, kRequired, {}},  // "kahar" | "data" | "court" | …
    FieldRule{"from", kDay, false, {}}, FieldRule{"kahar", kRecord, false, {}}};
constexpr std::array kResumedFacts{FieldRule{"to", kDay, false, {}}};
constexpr std::array kWithdrawnFacts{FieldRule{"way", kText, kRequired, {}},   // "code" | "letter"
                                     FieldRule{"asked_to", kText, false, {}},  // "yes" | "no"
                                     FieldRule{"undo_until", kDay, false, {}}};
constexpr std::array kClosedFacts{
    // "done" | "refused" | "withdrawn" | "lapsed" | "answered" | "light" | "referred"
    FieldRule{"outcome", kText, kRequired, {}},
    FieldRule{"accepted", kFlag, false, {}},     // the visitor signed
    FieldRule{kSecondField, kText, false, {}}};  // grave cases need a second person
constexpr std::array kReopenedFacts{FieldRule{"cause", kText, kRequired, {}}};
constexpr std::array kMergedFacts{FieldRule{"into", kRecord, kRequired, {}}};
constexpr std::array kNoteFacts{FieldRule{"topic", kText, false, {}}};
constexpr std::array kImprovementFacts{
    FieldRule{"service", kText, false, {}}, FieldRule{"aspect", kText, false, {}},
    FieldRule{"due", kDay, false, {}}, FieldRule{"done", kFlag, false, {}}};
constexpr std::array kStatementFacts{FieldRule{"record", kRecord, kRequired, {}}};
constexpr std::array kIdentityReadFacts{FieldRule{"purpose", kText, kRequired, {}}};
constexpr std::array kAuditorFacts{FieldRule{"flag", kText, false, {}}};

// Desk: the office.
constexpr std::array kActingFacts{
    FieldRule{"person", kText, kRequired, {}}, FieldRule{"for", kText, false, {}},
    FieldRule{"role", kText, kRequired, {}},   FieldRule{"title", kText, false, {}},
    FieldRule{"from", kDay, kRequired, {}},    FieldRule{"to", kDay, false, {}}};
constexpr std::array kKaharFacts{
    FieldRule{"from", kDay, kRequired, {}}, FieldRule{"cause", kText, kRequired, {}},
    FieldRule{"services", kTexts, false, {}}, FieldRule{"cite", kText, false, {}}};
constexpr std::array kKaharLiftedFacts{FieldRule{"to", kDay, kRequired, {}}};
constexpr std::array kOutageFacts{
    FieldRule{"what", kText, kRequired, {}}, FieldRule{"from", kMoment, kRequired, {}},
    FieldRule{"to", kMoment, false, {}}, FieldRule{"facts", kTexts, false, {}},
    FieldRule{"services", kTexts, false, {}}};
constexpr std::array kOutageContent{FieldRule{"text", kText, false, {}},
                                    FieldRule{"evidence", kText, false, {}}};
constexpr std::array kVolumeFacts{FieldRule{"service", kText, kRequired, {}},
                                  FieldRule{"month", kText, kRequired, {}},  // "2026-11"
                                  FieldRule{"n", kNumber, kRequired, {}}};
constexpr std::array kStatusClear{FieldRule{"s", kPairs, kRequired, {}}};  // [lookup, capsule]
constexpr std::array kAckClear{
    FieldRule{"node", kText, kRequired, {}}, FieldRule{"epoch", kNumber, kRequired, {}},
    FieldRule{"segment", kNumber, kRequired, {}}, FieldRule{"hash", kText, kRequired, {}}};
constexpr std::array kRestrictedFacts{FieldRule{"on", kFlag, kRequired, {}},
                                      FieldRule{"to", kTexts, false, {}}};
constexpr std::array kHoldFacts{FieldRule{"on", kFlag, kRequired, {}},
                                FieldRule{"until", kDay, false, {}}};
constexpr std::array kErasedClear{FieldRule{"bodies", kPairs, kRequired, {}}};  // [id, "ci"]
constexpr std::array kErasedFacts{FieldRule{"rule", kText, false, {}}};

using enum Authorship;
constexpr auto kAlone = Answers::kNothing;
constexpr auto kCase = Answers::kCase;
constexpr auto kOther = Answers::kRecord;
using Type = RecordType;

constexpr std::array kSchema{
    RecordRule{Type::kRated, kDevice, kAlone, kRatedClear, kRatedFacts, kNone, kNone},
    RecordRule{Type::kRatingWithdrawn, kDevice, kOther, kNone, kNone, kNone, kNone},
    RecordRule{Type::kSurveyAnswered, kDevice, kAlone, kNone, kSurveyFacts, kMaybeText, kNone},
    RecordRule{Type::kComplaintLodged, kDevice, kAlone, kNone, kComplaintFacts, kComplaintContent,
               kComplaintIdentity},
    RecordRule{Type::kVisitorSaid, kEither, kAlone, kNone, kVisitorSaidFacts, kVisitorSaidContent,
               kVisitorSaidIdentity},
    RecordRule{Type::kStatusSeen, kDevice, kAlone, kNone, kStatusSeenFacts, kNone, kNone},
    RecordRule{Type::kHandlingRated, kDevice, kAlone, kNone, kHandlingFacts, kHandlingContent,
               kNone},
    RecordRule{Type::kTicketOutcome, kEither, kCase, kNone, kOutcomeFacts, kNone, kNone},
    RecordRule{Type::kTicketReprinted, kEither, kCase, kNone, kOutcomeFacts, kMaybeReason, kNone},
    RecordRule{Type::kHelpCalled, kDevice, kAlone, kNone, kNone, kNone, kNone},
    RecordRule{Type::kSessionFlagged, kDevice, kAlone, kNone, kFlaggedFacts, kNone, kNone},
    RecordRule{Type::kStaffAction, kEither, kAlone, kNone, kStaffFacts, kMaybeText, kNone},
    RecordRule{Type::kComplaintTaken, kPerson, kAlone, kNone, kComplaintFacts, kComplaintContent,
               kComplaintIdentity},
    RecordRule{Type::kAssigned, kPerson, kCase, kNone, kAssignedFacts, kMaybeReason, kNone},
    RecordRule{Type::kResponded, kPerson, kCase, kNone, kRespondedFacts, kRespondedContent, kNone},
    RecordRule{Type::kContactAttempted, kPerson, kCase, kNone, kContactFacts, kMaybeText, kNone},
    RecordRule{Type::kDataRequested, kPerson, kCase, kNone, kDataRequestedFacts, kDataContent,
               kNone},
    RecordRule{Type::kDataCompleted, kPerson, kCase, kNone, kDataCompletedFacts, kDataContent,
               kNone},
    RecordRule{Type::kOfficerConcerned, kPerson, kCase, kNone, kOfficerFacts, kMaybeReason,
               kOfficerIdentity},
    RecordRule{Type::kHeard, kPerson, kCase, kNone, kHeardFacts, kHeardContent, kNone},
    RecordRule{Type::kEvidence, kPerson, kCase, kNone, kEvidenceFacts, kEvidenceContent, kNone},
    RecordRule{Type::kClassified, kPerson, kCase, kNone, kClassifiedFacts, kClassifiedContent,
               kNone},
    RecordRule{Type::kResolvedConflict, kPerson, kCase, kNone, kResolvedFacts, kResolvedContent,
               kNone},
    RecordRule{Type::kProposed, kPerson, kCase, kNone, kProposedFacts, kWeighedContent, kNone},
    RecordRule{Type::kDecided, kPerson, kCase, kNone, kDecidedFacts, kWeighedContent, kNone},
    RecordRule{Type::kRemedyDelivered, kPerson, kCase, kNone, kDeliveredFacts, kMaybeText,
               kDeliveredIdentity},
    RecordRule{Type::kApologyGiven, kPerson, kCase, kNone, kApologyFacts, kMaybeText, kNone},
    RecordRule{Type::kLetterIssued, kPerson, kCase, kNone, kLetterFacts, kMaybeText,
               kLetterIdentity},
    RecordRule{Type::kLetterDelivered, kPerson, kCase, kNone, kLetterDeliveredFacts, kMaybeText,
               kDeliveredIdentity},
    RecordRule{Type::kObjected, kPerson, kCase, kNone, kObjectedFacts, kTextOnly, kNone},
    RecordRule{Type::kObjectionDecided, kPerson, kCase, kNone, kObjectionDecidedFacts,
               kWeighedContent, kNone},
    RecordRule{Type::kAppealed, kPerson, kCase, kNone, kAppealedFacts, kMaybeText, kNone},
    RecordRule{Type::kOfficerMeasure, kPerson, kCase, kNone, kMeasureFacts, kMaybeReason,
               kOfficerIdentity},
    RecordRule{Type::kReferred, kPerson, kCase, kNone, kReferredFacts, kMaybeReason, kNone},
    RecordRule{Type::kSuspended, kPerson, kCase, kNone, kSuspendedFacts, kMaybeReason, kNone},
    RecordRule{Type::kResumed, kPerson, kCase, kNone, kResumedFacts, kMaybeReason, kNone},
    RecordRule{Type::kWithdrawn, kPerson, kCase, kNone, kWithdrawnFacts, kMaybeReason, kNone},
    RecordRule{Type::kClosed, kPerson, kCase, kNone, kClosedFacts, kMaybeReason, kNone},
    RecordRule{Type::kReopened, kPerson, kCase, kNone, kReopenedFacts, kMaybeReason, kNone},
    RecordRule{Type::kMerged, kPerson, kCase, kNone, kMergedFacts, kMaybeReason, kNone},
    RecordRule{Type::kNote, kPerson, kCase, kNone, kNoteFacts, kTextOnly, kNone},
    RecordRule{Type::kImprovement, kPerson, kAlone, kNone, kImprovementFacts, kTextOnly, kNone},
    RecordRule{Type::kStatementWithdrawn, kPerson, kCase, kNone, kStatementFacts, kReason, kNone},
    RecordRule{Type::kIdentityRead, kPerson, kCase, kNone, kIdentityReadFacts, kMaybeReason, kNone},
    RecordRule{Type::kAuditorNote, kPerson, kAlone, kNone, kAuditorFacts, kTextOnly, kNone},
    RecordRule{Type::kActing, kPerson, kAlone, kNone, kActingFacts, kMaybeReason, kNone},
    RecordRule{Type::kKaharDeclared, kPerson, kAlone, kNone, kKaharFacts, kMaybeText, kNone},
    RecordRule{Type::kKaharLifted, kPerson, kOther, kNone, kKaharLiftedFacts, kMaybeText, kNone},
    RecordRule{Type::kOutage, kPerson, kAlone, kNone, kOutageFacts, kOutageContent, kNone},
    RecordRule{Type::kVolume, kPerson, kAlone, kNone, kVolumeFacts, kNone, kNone},
    RecordRule{Type::kStatus, kDevice, kAlone, kStatusClear, kNone, kNone, kNone},
    RecordRule{Type::kAck, kDevice, kAlone, kAckClear, kNone, kNone, kNone},
    RecordRule{Type::kRestricted, kPerson, kCase, kNone, kRestrictedFacts, kMaybeReason, kNone},
    RecordRule{Type::kLegalHold, kPerson, kCase, kNone, kHoldFacts, kMaybeReason, kNone},
    RecordRule{Type::kErased, kPerson, kAlone, kErasedClear, kErasedFacts, kMaybeReason, kNone},
};

}  // namespace

std::span<const FieldRule> RecordRule::Of(BodyClass body_class) const {
  switch (body_class) {
    case BodyClass::kFacts:
      return facts;
    case BodyClass::kContent:
      return content;
    case BodyClass::kIdentity:
      return identity;
  }
  return {};
}

std::span<const RecordRule> RecordSchema() {
  return kSchema;
}

bool NamesSecond(const RecordRule& rule) {
  return std::ranges::find(rule.facts, kSecondField, &FieldRule::name) != rule.facts.end();
}

const RecordRule* RuleOf(RecordType type) {
  const auto found = std::ranges::find(kSchema, type, &RecordRule::type);
  return found == kSchema.end() ? nullptr : &*found;
}

}  // namespace tanggap

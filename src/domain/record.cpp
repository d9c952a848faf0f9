#include "domain/record.h"

#include <algorithm>
#include <utility>

namespace tanggap {
namespace {

struct Named {
  RecordType type;
  std::string_view name;
};

constexpr std::array kNames{
    Named{RecordType::kRated, "rated"},
    Named{RecordType::kRatingWithdrawn, "rating_withdrawn"},
    Named{RecordType::kSurveyAnswered, "survey_answered"},
    Named{RecordType::kComplaintLodged, "complaint_lodged"},
    Named{RecordType::kVisitorSaid, "visitor_said"},
    Named{RecordType::kStatusSeen, "status_seen"},
    Named{RecordType::kHandlingRated, "handling_rated"},
    Named{RecordType::kTicketOutcome, "ticket_outcome"},
    Named{RecordType::kTicketReprinted, "ticket_reprinted"},
    Named{RecordType::kHelpCalled, "help_called"},
    Named{RecordType::kSessionFlagged, "session_flagged"},
    Named{RecordType::kStaffAction, "staff_action"},
    Named{RecordType::kComplaintTaken, "complaint_taken"},
    Named{RecordType::kAssigned, "assigned"},
    Named{RecordType::kResponded, "responded"},
    Named{RecordType::kContactAttempted, "contact_attempted"},
    Named{RecordType::kDataRequested, "data_requested"},
    Named{RecordType::kDataCompleted, "data_completed"},
    Named{RecordType::kOfficerConcerned, "officer_concerned"},
    Named{RecordType::kHeard, "heard"},
    Named{RecordType::kEvidence, "evidence"},
    Named{RecordType::kClassified, "classified"},
    Named{RecordType::kResolvedConflict, "resolved_conflict"},
    Named{RecordType::kProposed, "proposed"},
    Named{RecordType::kDecided, "decided"},
    Named{RecordType::kRemedyDelivered, "remedy_delivered"},
    Named{RecordType::kApologyGiven, "apology_given"},
    Named{RecordType::kLetterIssued, "letter_issued"},
    Named{RecordType::kLetterDelivered, "letter_delivered"},
    Named{RecordType::kObjected, "objected"},
    Named{RecordType::kObjectionDecided, "objection_decided"},
    Named{RecordType::kAppealed, "appealed"},
    Named{RecordType::kOfficerMeasure, "officer_measure"},
    Named{RecordType::kReferred, "referred"},
    Named{RecordType::kSuspended, "suspended"},
    Named{RecordType::kResumed, "resumed"},
    Named{RecordType::kWithdrawn, "withdrawn"},
    Named{RecordType::kClosed, "closed"},
    Named{RecordType::kReopened, "reopened"},
    Named{RecordType::kMerged, "merged"},
    Named{RecordType::kNote, "note"},
    Named{RecordType::kImprovement, "improvement"},
    Named{RecordType::kStatementWithdrawn, "statement_withdrawn"},
    Named{RecordType::kIdentityRead, "identity_read"},
    Named{RecordType::kAuditorNote, "auditor_note"},
    Named{RecordType::kActing, "acting"},
    Named{RecordType::kKaharDeclared, "kahar_declared"},
    Named{RecordType::kKaharLifted, "kahar_lifted"},
    Named{RecordType::kOutage, "outage"},
    Named{RecordType::kVolume, "volume"},
    Named{RecordType::kStatus, "status"},
    Named{RecordType::kAck, "ack"},
    Named{RecordType::kRestricted, "restricted"},
    Named{RecordType::kLegalHold, "legal_hold"},
    Named{RecordType::kErased, "erased"},
};

}  // namespace

std::string_view NameOf(RecordType type) {
  const auto found = std::ranges::find(kNames, type, &Named::type);
  return found == kNames.end() ? std::string_view{} : found->name;
}

RecordType RecordTypeFromName(std::string_view name) {
  const auto found = std::ranges::find(kNames, name, &Named::name);
  return found == kNames.end() ? RecordType::kUnknown : found->type;
}

const std::vector<RecordType>& AllRecordTypes() {
  static const std::vector<RecordType> all = [] {
    std::vector<RecordType> types;
    for (const Named& named : kNames)
      types.push_back(named.type);
    return types;
  }();
  return all;
}

const Fields& Record::Of(BodyClass body_class) const {
  static const Fields none;
  const auto found = bodies.find(body_class);
  return found == bodies.end() ? none : found->second.fields;
}

PersonId Record::By() const {
  for (const auto& [body_class, body] : bodies) {
    if (body.state == BodyState::kOpen && !body.by.Empty()) return body.by;
  }
  return {};
}

}  // namespace tanggap

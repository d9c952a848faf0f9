// Who may write what about a case, and when: one place for the screens and for the fold.
#include <algorithm>
#include <array>

#include "domain/case_steps.h"
#include "domain/record_schema.h"

namespace tanggap {
namespace {

constexpr auto kRefusalKeys = std::to_array<std::string_view>({
    "refused.already_decided", "refused.already_delivered", "refused.bad_outcome",
    "refused.closed",          "refused.conflict",          "refused.forged",
    "refused.frozen",          "refused.leader_assesses",   "refused.left",
    "refused.needs_code",      "refused.needs_second",      "refused.no_assessment",
    "refused.no_case",         "refused.no_conflict",       "refused.no_objection",
    "refused.no_proposal",     "refused.no_safe_contact",   "refused.not_a_complaint",
    "refused.not_accepted",    "refused.not_closed",        "refused.not_decided",
    "refused.not_delivered",   "refused.not_granted",       "refused.not_light",
    "refused.not_oral",        "refused.not_suspended",     "refused.officer_concerned",
    "refused.outdated",        "refused.own_proposal",      "refused.own_side",
    "refused.person_involved", "refused.restricted",        "refused.role",
    "refused.suspended",       "refused.too_early",         "refused.urgent",
    "refused.visitor_added",   "refused.waiting",
});

using enum RecordType;

constexpr std::array kOutcomes{"done",     "refused", "withdrawn", "lapsed",
                               "answered", "light",   "referred"};

bool IsOneOf(RecordType type, std::initializer_list<RecordType> types) {
  return std::ranges::find(types, type) != types.end();
}

// What a kiosk or the ticket's holder writes: no rule of ours can refuse it.
bool IsVisitors(RecordType type) {
  return IsOneOf(type, {kComplaintLodged, kComplaintTaken, kVisitorSaid, kStatusSeen,
                        kHandlingRated, kTicketOutcome, kTicketReprinted});
}

bool RoleMay(RecordType type, Role role) {
  switch (role) {
    case Role::kHead:
      return true;
    case Role::kSupervisor:
      return !IsOneOf(type, {kDecided, kKaharDeclared, kKaharLifted, kActing});
    case Role::kStaff:
      return IsOneOf(type, {kApologyGiven, kRemedyDelivered, kContactAttempted, kNote,
                            kLetterDelivered, kDataCompleted, kClosed});
    case Role::kAuditor:
      return IsOneOf(type, {kAuditorNote, kIdentityRead});
    case Role::kOperator:
      return false;
  }
  return false;
}

bool HasVisitorItems(const CaseFile& file) {
  return std::ranges::any_of(file.decision, [](const RemedyItem& item) {
    return item.granted && item.beneficiary != Beneficiary::kOfficer;
  });
}

std::string WhyNotClassified(const CaseFile& file, std::optional<Role> role) {
  if (file.kind != ComplaintKind::kComplaint) return "refused.not_a_complaint";
  if (file.leader_assesses && role && *role != Role::kHead) return "refused.leader_assesses";
  const bool decided = file.stage == CaseStage::kGranted || file.stage == CaseStage::kRefused ||
                       file.stage == CaseStage::kDelivered;
  const bool reopened =
      file.reopened_at && (!file.decided_at || *file.reopened_at > *file.decided_at);
  if (decided && file.decided_at && !reopened) return "refused.already_decided";
  return "";
}

std::string WhyNotProposed(const CaseFile& file) {
  if (file.kind != ComplaintKind::kComplaint) return "refused.not_a_complaint";
  if (file.side == TicketSide::kConflict) return "refused.conflict";
  if (file.standing.empty()) return "refused.no_assessment";
  if (file.stage != CaseStage::kAssessed && file.stage != CaseStage::kProposed)
    return "refused.already_decided";
  return "";
}

std::string WhyNotDecided(const CaseFile& file, const PersonId& person) {
  if (file.side == TicketSide::kConflict) return "refused.conflict";
  if (file.stage == CaseStage::kReceived) return "refused.no_assessment";
  if (file.stage == CaseStage::kAssessed) return "refused.no_proposal";
  if (file.stage != CaseStage::kProposed) return "refused.already_decided";
  if (file.side == TicketSide::kSuspended) return "refused.suspended";
  if (file.side == TicketSide::kWaitingForData) return "refused.waiting";
  if (!person.Empty() && std::ranges::find(file.proposers, person) != file.proposers.end())
    return "refused.own_proposal";
  return "";
}

// The apology on the spot (DECISIONS 4): only where the decree knows an oral claim; before anybody
// judged the case only when there is nothing to read and nobody is accused, the officer concerned
// excepted, whose duty it is; afterwards only for a light case.
std::string WhyNotApology(const CaseFile& file, const PersonId& person) {
  if (!file.oral_claims || file.kind != ComplaintKind::kComplaint) return "refused.not_oral";
  const bool concerned = !person.Empty() && file.officer_concerned == person;
  if (file.stage == CaseStage::kReceived) {
    if (!concerned && (file.about_conduct || !file.story.empty())) return "refused.person_involved";
    return "";
  }
  if (concerned) return "";
  return file.light ? "" : "refused.not_light";
}

// How the case would end as it stands, for the reason why it can't yet.
std::string OutcomeAtHand(const CaseFile& file) {
  if (file.side == TicketSide::kWithdrawn) return "withdrawn";
  if (file.side == TicketSide::kWaitingForData) return "lapsed";
  if (file.side == TicketSide::kReferred) return "referred";
  if (file.kind != ComplaintKind::kComplaint) return "answered";
  if (file.stage == CaseStage::kRefused) return "refused";
  return file.apology_at && !file.decided_at ? "light" : "done";
}

std::string WhyNotStage(const CaseFile& file, RecordType type, const PersonId& person,
                        std::optional<Role> role, std::optional<Instant> now) {
  switch (type) {
    case kClassified:
      return WhyNotClassified(file, role);
    case kProposed:
      return WhyNotProposed(file);
    case kDecided:
      return WhyNotDecided(file, person);
    case kResolvedConflict: {
      if (file.side != TicketSide::kConflict) return "refused.no_conflict";
      const bool own = std::ranges::any_of(
          file.standing, [&](const Classification& side) { return side.by == person; });
      return own && !person.Empty() ? "refused.own_side" : "";
    }
    case kRemedyDelivered:
      if (file.stage == CaseStage::kDelivered) return "refused.already_delivered";
      return file.stage == CaseStage::kGranted ? "" : "refused.not_granted";
    case kApologyGiven:
      return WhyNotApology(file, person);
    case kObjectionDecided: {
      if (!file.objected_at || file.objection_answered) return "refused.no_objection";
      const bool own = person == file.decider ||
                       std::ranges::find(file.proposers, person) != file.proposers.end();
      return own && !person.Empty() ? "refused.own_proposal" : "";
    }
    case kResumed:
      return file.side == TicketSide::kSuspended ? "" : "refused.not_suspended";
    case kClosed: {
      const bool any = std::ranges::any_of(kOutcomes, [&](const char* outcome) {
        return WhyNotClosedAs(file, outcome, role, now, true).empty();
      });
      return any ? "" : WhyNotClosedAs(file, OutcomeAtHand(file), role, now, true);
    }
    default:
      return "";
  }
}

std::string WhyNotOpen(const CaseFile& file, RecordType type) {
  // What may still be said about a case that is over.
  if (IsOneOf(type, {kNote, kAuditorNote, kIdentityRead, kLetterIssued, kLetterDelivered,
                     kContactAttempted, kImprovement, kOfficerMeasure, kRestricted, kLegalHold,
                     kErased, kObjected, kObjectionDecided, kAppealed, kStatementWithdrawn,
                     kOfficerConcerned, kHeard, kEvidence, kResolvedConflict}))
    return "";
  const bool over = file.stage == CaseStage::kClosed || file.side == TicketSide::kWithdrawn;
  if (type == kReopened) return over ? "" : "refused.not_closed";
  if (file.stage == CaseStage::kClosed) return "refused.closed";
  if (file.side == TicketSide::kWithdrawn && type != kClosed) return "refused.closed";
  return "";
}

}  // namespace

std::span<const std::string_view> RefusalKeys() {
  return kRefusalKeys;
}

bool MaySee(const CaseFile& file, const PersonId& person, Role role) {
  if (!file.urgent || role == Role::kHead) return true;
  return std::ranges::find(file.urgent_for, person) != file.urgent_for.end();
}

std::string WhyNotAs(const CaseFile& file, RecordType type, const PersonId& person,
                     std::optional<Role> role, std::optional<Instant> now) {
  if (file.id == RecordId{}) return "refused.no_case";
  if (IsVisitors(type)) return "";
  const bool concerned = !person.Empty() && file.officer_concerned == person;
  if (concerned && type != kApologyGiven) return "refused.officer_concerned";
  if (role && !MaySee(file, person, *role)) return "refused.urgent";
  if (role && !RoleMay(type, *role)) return "refused.role";
  if (!file.contactable && IsOneOf(type, {kContactAttempted, kLetterDelivered}))
    return "refused.no_safe_contact";
  // What the data's owner had restricted is used by nobody else until it is lifted.
  if (file.restricted && role && *role != Role::kHead &&
      IsOneOf(type, {kIdentityRead, kContactAttempted, kLetterIssued, kLetterDelivered}))
    return "refused.restricted";
  if (file.frozen && !IsOneOf(type, {kNote, kAuditorNote, kIdentityRead})) return "refused.frozen";
  const bool closed_to_staff = file.about_conduct && !file.officer_concerned;
  if (role == Role::kStaff && closed_to_staff && type != kApologyGiven)
    return "refused.person_involved";
  const std::string over = WhyNotOpen(file, type);
  if (!over.empty()) return over;
  return WhyNotStage(file, type, person, role, now);
}

std::string WhyNotClosedAs(const CaseFile& file, const std::string& outcome,
                           std::optional<Role> role, std::optional<Instant> now, bool accepted) {
  if (role == Role::kStaff && outcome != "light") return "refused.role";
  if (outcome == "withdrawn")
    return file.side == TicketSide::kWithdrawn ? "" : "refused.bad_outcome";
  if (file.side == TicketSide::kWithdrawn) return "refused.bad_outcome";
  if (file.side == TicketSide::kConflict) return "refused.conflict";
  if (outcome == "light") {
    if (!file.apology_at || !(file.light || file.stage == CaseStage::kReceived))
      return "refused.not_light";
    // Closing at the counter needs the visitor; a case that touches a person or tells a story is
    // never closed there.
    const bool plain = file.light || (!file.about_conduct && file.story.empty());
    if (!plain) return "refused.person_involved";
    if (accepted || file.visitor_accepted) return "";
    const bool waited = now && file.light_open_until && *now >= *file.light_open_until;
    return waited && role != Role::kStaff ? "" : "refused.not_accepted";
  }
  if (outcome == "done") {
    if (file.stage == CaseStage::kDelivered) return "";
    if (file.stage != CaseStage::kGranted) return "refused.not_decided";
    return HasVisitorItems(file) ? "refused.not_delivered" : "";
  }
  if (outcome == "refused") return file.stage == CaseStage::kRefused ? "" : "refused.bad_outcome";
  if (outcome == "referred") return file.side == TicketSide::kReferred ? "" : "refused.bad_outcome";
  if (outcome == "lapsed") {
    if (file.side != TicketSide::kWaitingForData) return "refused.bad_outcome";
    return now && file.lapse_from && *now >= *file.lapse_from ? "" : "refused.too_early";
  }
  if (outcome == "answered") {
    const bool answered = file.responded && file.kind != ComplaintKind::kComplaint;
    return answered ? "" : "refused.bad_outcome";
  }
  return "refused.bad_outcome";
}

std::string WhyNotRecord(const CaseFile& seen, const Decree& decree, const Record& record,
                         std::optional<Role> role, bool second_may) {
  const Fields& facts = record.Facts();
  const std::string second = TextOf(facts, kSecondField);
  const bool has_second = second_may && !second.empty() && second != record.By().value;
  switch (record.type) {
    case kClosed: {
      const std::string outcome = TextOf(facts, "outcome");
      const std::string why =
          WhyNotClosedAs(seen, outcome, role, TimeOf(record), FlagOf(facts, "accepted"));
      if (!why.empty()) return why;
      // A grave case that ends without proposal and decision needs a second person.
      const bool short_way = outcome == "withdrawn" || outcome == "lapsed" || outcome == "referred";
      return (seen.grave || seen.refer) && short_way && !has_second ? "refused.needs_second" : "";
    }
    case kDecided:
      // The finding stands but the remedy is refused: never one person's word.
      if (TextOf(facts, "refusal") == "deviates" && !has_second) return "refused.needs_second";
      return "";
    case kResolvedConflict: {
      if (!Lowers(decree, ResolvedTo(record, seen), seen.findings)) return "";
      const bool wrote = std::ranges::any_of(
          seen.standing, [&](const Classification& side) { return side.by.value == second; });
      return has_second && !wrote ? "" : "refused.needs_second";
    }
    case kRemedyDelivered: {
      // Brought, sent or called: only by a safe way. Handed over where the ticket is reaches
      // nobody.
      if (!seen.contactable && TextOf(facts, "way") != "in-person")
        return "refused.no_safe_contact";
      const RemedyId remedy(TextOf(facts, "remedy"));
      if (IsDelivered(seen, remedy)) return "refused.already_delivered";
      const bool granted = std::ranges::any_of(
          seen.decision, [&](const RemedyItem& item) { return item.granted && item.id == remedy; });
      return granted ? "" : "refused.not_granted";
    }
    case kWithdrawn: {
      const std::string way = TextOf(facts, "way");
      return way == "code" || way == "letter" ? "" : "refused.needs_code";
    }
    default:
      return "";
  }
}

std::string WhyNot(const CaseFile& file, RecordType type, const PersonId& person, Role role,
                   std::optional<Instant> now) {
  return WhyNotAs(file, type, person, role, now);
}

std::vector<std::string> ClosingOutcomes(const CaseFile& file, const PersonId& person, Role role,
                                         std::optional<Instant> now) {
  std::vector<std::string> outcomes;
  if (!WhyNotAs(file, kClosed, person, role, now).empty()) return outcomes;
  for (const char* outcome : kOutcomes) {
    if (WhyNotClosedAs(file, outcome, role, now, true).empty()) outcomes.emplace_back(outcome);
  }
  return outcomes;
}

}  // namespace tanggap

// A case: the fold of its records. Pure, a function of the record set, the same on every desk.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "domain/record.h"
#include "domain/ticket_state.h"

namespace tanggap {

enum class CaseStage { kReceived, kAssessed, kProposed, kGranted, kRefused, kDelivered, kClosed };
enum class ComplaintKind { kComplaint, kSuggestion, kPraise, kQuestion };

// One finding of an assessment: an aspect with a grade, what proves it, and why.
struct Finding {
  AspectId aspect;
  std::optional<SeverityId> severity;  // none: not regulated, or a decree without grades
  std::vector<FactId> facts;
  std::string reason;
  bool operator==(const Finding&) const = default;
};

// One remedy in a proposal or decision.
struct RemedyItem {
  RemedyId id;
  Beneficiary beneficiary = Beneficiary::kComplainant;
  std::string cite;
  bool outside_matrix = false;  // "tambahan, di luar matriks"
  bool granted = true;          // in a decision: beri or tolak
  std::string reason;           // of a refusal
  bool operator==(const RemedyItem&) const = default;
};

// Who did something, for the timeline and for the checks between people.
struct Act {
  RecordId record;
  RecordType type = RecordType::kUnknown;
  Instant at{};
  PersonId by;
  NodeId node;
  bool refused = false;     // folded but without effect (wrong person, illegal step)
  std::string why_refused;  // text key
  bool operator==(const Act&) const = default;
};

struct Delivery {
  RemedyId remedy;
  RecordId record;
  PersonId by;
  Instant at{};
  bool operator==(const Delivery&) const = default;
};

struct CaseFile {
  RecordId id;  // of complaint_lodged or complaint_taken
  ComplaintKind kind = ComplaintKind::kComplaint;
  Instant received{};
  NodeId kiosk;
  std::string decree;
  ServiceId service;
  std::vector<AspectId> aspects;  // the visitor's own; empty: "saya tidak yakin"
  std::string code;               // compact; empty while the content is sealed
  std::string secret;             // S of the code, hex; for status capsules
  std::string story;
  std::vector<PhraseId> phrases;
  std::string when;  // "hari-ini", or an ISO day
  std::optional<Instant> handed_in;
  std::optional<Instant> declared_complete;
  std::optional<Instant> finished;
  std::vector<std::string> wishes;
  std::vector<std::string> losses;
  bool named = false;

  CaseStage stage = CaseStage::kReceived;
  TicketSide side = TicketSide::kNone;
  std::vector<Finding> findings;  // those that hold (higher grade where two stand)
  std::vector<RemedyItem> proposal;
  std::vector<RemedyItem> decision;
  std::vector<Delivery> deliveries;
  PersonId proposer;
  PersonId decider;
  PersonId holder;                            // of the last `assigned`
  std::optional<PersonId> officer_concerned;  // set: somebody, or "" for none
  std::optional<Instant> responded;
  std::optional<Instant> classified_at;
  std::optional<Instant> proposed_at;
  std::optional<Instant> decided_at;
  std::optional<Instant> delivered_at;
  std::optional<Instant> closed_at;
  std::optional<Instant> apology_at;
  PersonId apology_by;
  bool visitor_accepted = false;
  bool frozen = false;    // an unknown critical record: "needs an update"
  std::vector<Act> acts;  // in fold order
  bool operator==(const CaseFile&) const = default;
};

// The fold. Records may come in any order and any number of times; those of other cases are
// ignored. Records after the first complaint that break a rule stay visible as refused acts.
[[nodiscard]] CaseFile FoldCase(std::span<const Record> records, const Decree& decree);

// What must exist by when; `duty` is a text key ("duty.response").
struct DueDate {
  Day day{};
  std::string duty;
  std::string cite;
  bool estimate = false;  // counts working days beyond the known holidays
  bool operator==(const DueDate&) const = default;
};

// Every due date there is comes from here: list, agenda, ticket, letter and status.
[[nodiscard]] std::vector<DueDate> DueDates(const CaseFile& file, const Office& office);
// The date that a ticket prints for a complaint received at `received`.
[[nodiscard]] DueDate FirstResponseDue(Instant received, ComplaintKind kind, const Office& office);

// The line of a list.
struct CaseSummary {
  CaseStage stage = CaseStage::kReceived;
  TicketSide side = TicketSide::kNone;
  ComplaintKind kind = ComplaintKind::kComplaint;
  ServiceId service;
  std::vector<AspectId> aspects;
  std::optional<SeverityId> severity;  // the gravest finding
  bool assessed = false;               // false: severity is empty or only proposed
  std::optional<DueDate> due;          // the next one
  PersonId holder;
  Instant received{};
  NodeId kiosk;
  bool named = false;
  bool operator==(const CaseSummary&) const = default;
};
[[nodiscard]] CaseSummary Summarise(const CaseFile& file, const Decree& decree,
                                    const Office& office);

// What the ticket's holder may see.
[[nodiscard]] TicketState StateForVisitor(const CaseFile& file, const Decree& decree,
                                          const Office& office, Day today);

// May this person write this record now? Empty: yes. Else the text key of the reason, which the
// screen shows beside the disabled button and the fold uses to refuse ("refused.own_proposal").
enum class Role { kStaff, kSupervisor, kHead, kAuditor, kOperator };
[[nodiscard]] std::string WhyNot(const CaseFile& file, RecordType type, const PersonId& person,
                                 Role role);

}  // namespace tanggap

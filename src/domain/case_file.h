// A case: the fold of its records. Pure, a function of the record set, the same on every desk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "domain/record.h"
#include "domain/ticket_state.h"

namespace tanggap {

enum class CaseStage { kReceived, kAssessed, kProposed, kGranted, kRefused, kDelivered, kClosed };
enum class ComplaintKind { kComplaint, kSuggestion, kPraise, kQuestion };
enum class Role { kStaff, kSupervisor, kHead, kAuditor, kOperator };

// One finding of an assessment: an aspect with a grade, what proves it, and why.
struct Finding {
  AspectId aspect;
  std::optional<SeverityId> severity;  // none: not regulated, or a decree without grades
  std::vector<FactId> facts;
  std::string reason;
  bool operator==(const Finding&) const = default;
};

// Whose word a moment of the service is; no person: the visitor's own at the kiosk.
struct TimeNote {
  PersonId by;
  RecordId record;  // that says it; empty: nobody has
  bool operator==(const TimeNote&) const = default;
};

// The moments that the service's time is counted from, as far as they are known.
struct ServiceTimes {
  std::optional<Instant> handed_in;
  std::optional<Instant> declared_complete;
  std::optional<Instant> finished;
  bool operator==(const ServiceTimes&) const = default;
};

// One `classified` record that stands. More than one stands while two supervisors judged apart, or
// while a lowering waits for a second pair of eyes.
struct Classification {
  RecordId record;
  PersonId by;
  Instant at{};
  std::vector<Finding> findings;
  ServiceTimes times = {};                  // as it was judged on
  std::optional<std::int64_t> late_s = {};  // seconds beyond the norm, as it was judged
  bool operator==(const Classification&) const = default;
};

// One remedy in a proposal or decision.
struct RemedyItem {
  RemedyId id;
  Beneficiary beneficiary = Beneficiary::kComplainant;
  std::string cite;
  bool outside_matrix = false;  // "tambahan, di luar matriks"
  bool granted = true;          // in a decision: beri or tolak
  std::string reason;           // of a refusal, or why outside the matrix
  bool operator==(const RemedyItem&) const = default;
};

// Who did something, for the timeline and for the checks between people.
struct Act {
  RecordId record;
  RecordType type = RecordType::kUnknown;
  std::string type_name;  // as written; the only name an unknown type has
  Instant at{};
  PersonId by;  // empty: a kiosk, or a body that is still sealed
  NodeId node;
  bool refused = false;     // folded but without effect (wrong person, illegal step)
  std::string why_refused;  // text key: "refused.own_proposal"
  bool operator==(const Act&) const = default;
};

struct Delivery {
  RemedyId remedy;
  RecordId record;
  PersonId by;
  Instant at{};
  bool operator==(const Delivery&) const = default;
};

// What the ticket's holder added afterwards.
enum class VisitorWish { kAdds, kObjects, kAccepts, kWithdraws, kTakesBackWithdrawal };
struct VisitorWord {
  RecordId record;
  VisitorWish wish = VisitorWish::kAdds;
  std::string text;
  Instant at{};
  bool operator==(const VisitorWord&) const = default;
};

struct CaseFile {
  RecordId id;  // of complaint_lodged or complaint_taken; empty: the records hold no case
  ComplaintKind kind = ComplaintKind::kComplaint;
  Instant received{};
  NodeId kiosk;
  std::string decree;
  ServiceId service;
  std::vector<AspectId> aspects;  // the visitor's own; empty: "saya tidak yakin"
  std::string counter;            // "Di loket mana?": a place, never a name
  std::string code;               // compact; empty while the content is sealed
  std::string secret;             // S of the code, hex; for status capsules
  std::string story;
  std::vector<PhraseId> phrases;
  std::string when;  // "hari-ini", or an ISO day
  std::optional<Instant> handed_in;
  std::optional<Instant> declared_complete;
  std::optional<Instant> finished;
  TimeNote handed_in_note;
  TimeNote complete_note;
  TimeNote finished_note;
  std::vector<std::string> wishes;
  std::vector<std::string> losses;
  bool named = false;
  bool taken_orally = false;     // complaint_taken at the counter
  bool about_conduct = false;    // an aspect that touches a person: closed to counter staff
  bool urgent = false;           // `darurat`: due today, seen only by urgent_for and the head
  bool sensitive = false;        // a `peka` service
  bool contactable = true;       // false: no call, letter or delivery, for want of a safe way
  bool leader_assesses = false;  // by the decree only a leader classifies (Belitung annex 4)
  bool oral_claims = false;      // the decree knows the apology on the spot (Lembata F.2.1)
  bool content_open = false;     // false: the words are still sealed for this reader

  CaseStage stage = CaseStage::kReceived;
  TicketSide side = TicketSide::kNone;
  std::vector<Classification> standing;  // that stand; more than one: side is kConflict
  std::vector<Finding> findings;         // that hold: of each aspect the gravest
  bool unregulated = false;              // assessed, and no finding has a cell or remedy
  bool light = false;                    // every finding is apologised for at once (Lembata Ringan)
  bool grave = false;                    // some finding has the decree's highest grade
  bool refer = false;                    // a fact that must be referred (physical violence)
  std::vector<RemedyItem> proposal;
  std::vector<RemedyItem> decision;
  std::string refusal;  // code, when nothing was granted: "not-proven"
  std::vector<Delivery> deliveries;
  PersonId proposer;                 // of the last proposal
  std::vector<PersonId> proposers;   // of every proposal that stands; none of them may decide
  std::vector<PersonId> urgent_for;  // of an urgent case: who may see it beside the head
  PersonId decider;
  PersonId holder;                            // of the last `assigned`
  std::optional<PersonId> officer_concerned;  // set: somebody, or "" for none
  std::string counter_concerned;              // a counter instead of a person
  std::string response;     // of `responded`: "complete", "incomplete", "not-ours"
  std::string waiting_for;  // what the visitor still has to bring
  std::string referred_to;
  std::string suspended_by;  // the instrument of a kahar: number and date
  std::optional<Instant> responded;
  std::optional<Instant> data_requested;  // when the office wrote the request
  std::optional<Instant> data_asked;      // when the request reached the visitor
  std::optional<Instant> complete_at;     // when the file was complete
  std::optional<Instant> classified_at;
  std::optional<Instant> proposed_at;
  std::optional<Instant> decided_at;
  std::optional<Instant> delivered_at;
  std::optional<Instant> closed_at;
  std::optional<Instant> reopened_at;
  std::optional<Instant> withdrawn_at;
  std::optional<Instant> referred_at;
  std::optional<Instant> objected_at;
  std::optional<Instant> apology_at;
  PersonId apology_by;
  std::optional<Instant> light_open_until;  // from then a supervisor may close without the yes
  std::optional<Instant> lapse_from;        // from then a person may record that it lapsed
  std::optional<Instant> decision_told;     // when the decision reached the visitor
  std::optional<Instant> objection_answered;
  std::optional<RecordId> merged_into;
  std::string closed_as;  // the outcome of `closed`
  bool visitor_accepted = false;
  bool pressed_to_withdraw = false;  // "Ada yang menyuruh Anda mencabut?" yes: for the auditor
  bool frozen = false;               // an unknown critical record: "needs an update"
  Instant changed{};                 // newest record that had an effect
  Instant stage_since{};             // when the present stage or side was reached
  std::vector<VisitorWord> said;
  std::vector<Act> acts;        // in fold order
  std::vector<RecordId> heads;  // records of the case that no other one answers
  bool operator==(const CaseFile&) const = default;

  // What a new record about this case answers: the case first, then what its writer has seen.
  // Without these a later record can't be told from one written apart.
  [[nodiscard]] std::vector<RecordId> Refs() const;
};

// A role that ended. Its acts are those up to `until`: per device and epoch the last record that
// counts. A later record was written after the end, whatever its clock says.
struct PastTerm {
  Role role = Role::kStaff;
  std::map<std::pair<NodeId, std::uint32_t>, std::uint64_t> until;
  bool operator==(const PastTerm&) const = default;
};

// What the fold has to know beside the records.
struct FoldRules {
  std::map<PersonId, Role> roles;  // who works here now; empty: not checked (no roster at hand)
  // What people were before, oldest first: who left or got another role is judged by what they were
  // when they acted, and by the place of the act in its device's chain, never by a time.
  std::map<PersonId, std::vector<PastTerm>> past;
  // Of the case's ticket. A kiosk doesn't know the case, so `visitor_said` names this instead;
  // empty: every such record given here is taken for this case's, the caller has chosen them.
  std::string lookup;
  int light_open_days = 14;             // a light case without the visitor's yes stays open so long
  int completion_days = 30;             // for the visitor's missing data, before a case may lapse
  int undo_days = 3;                    // a withdrawal can be taken back for so many working days
  WorkCalendar calendar;                // without working days: Monday to Friday
  std::vector<PersonId> urgent_people;  // who beside the head may see and handle an urgent case
  bool safe_contact_only = false;       // a sensitive office: nobody is reached but by a safe way
};

// The fold. Records may come in any order and any number of times. The case is that of the first
// complaint among them (causal order); records of other cases are ignored. Records that break a
// rule stay visible as refused acts. Sealed bodies fold as far as they can be read.
[[nodiscard]] CaseFile FoldCase(std::span<const Record> records, const Decree& decree,
                                const FoldRules& rules = {});

// What must exist by when; `duty` is a text key ("duty.response").
struct DueDate {
  Day day{};
  std::string duty;
  std::string cite;
  Day law_day{};          // the law's own date, before moving off a closed day
  bool visitors = false;  // the visitor's date (moves after a closed day), else the office's
  bool estimate = false;  // counts working days beyond the known holidays
  // How `law_day` was counted: `count` days or working days since `from`, the day of what `since`
  // names (a text key: "since.received"). No `since`: not counted, due at once.
  std::string since;
  Day from{};
  int count = 0;
  bool working = false;
  bool earliest = false;  // the day it runs from may still move: at the earliest then
  bool operator==(const DueDate&) const = default;
};

// Every due date there is comes from here: list, agenda, ticket, letter and status. Earliest first;
// duties already done are not listed.
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
  bool unregulated = false;
  bool refer = false;
  std::size_t standing = 0;  // classifications; 2: "2 penilaian"
  // The office's next one; while only the visitor's missing data is waited for, that one.
  std::optional<DueDate> due;
  PersonId holder;
  Instant received{};
  NodeId kiosk;
  bool named = false;
  bool frozen = false;
  bool operator==(const CaseSummary&) const = default;
};
[[nodiscard]] CaseSummary Summarise(const CaseFile& file, const Decree& decree,
                                    const Office& office);

// What the ticket's holder may see. `today` is the day of the answer; late and estimate follow it.
[[nodiscard]] TicketState StateForVisitor(const CaseFile& file, const Decree& decree,
                                          const Office& office, Day today);

// May this person see the case at all? An urgent one (violence at home) is for the named people
// and the head alone: not in a list, not by its code, not by a search.
[[nodiscard]] bool MaySee(const CaseFile& file, const PersonId& person, Role role);

// May this person write this record now? Empty: yes. Else the text key of the reason, which the
// screen shows beside the disabled button and the fold uses to refuse ("refused.own_proposal").
// `now` matters for closing a light case without the visitor's yes; without it that is refused.
// What depends on the record's own fields (a second person for a lowering, an outcome that doesn't
// fit) only the fold can tell.
[[nodiscard]] std::string WhyNot(const CaseFile& file, RecordType type, const PersonId& person,
                                 Role role, std::optional<Instant> now = std::nullopt);
// The outcomes that `closed` may name now: "done", "refused", "withdrawn", "lapsed", "answered",
// "light", "referred"; none: WhyNot says why.
[[nodiscard]] std::vector<std::string> ClosingOutcomes(const CaseFile& file, const PersonId& person,
                                                       Role role,
                                                       std::optional<Instant> now = std::nullopt);
// Every key that WhyNot and Act::why_refused can give, so that a test can ask for their texts.
[[nodiscard]] std::span<const std::string_view> RefusalKeys();

}  // namespace tanggap

// One case as it is shown, and what a person has half done on it.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/assess.h"
#include "domain/case_file.h"
#include "domain/case_list.h"
#include "domain/data_rights.h"
#include "domain/lateness.h"
#include "domain/suspension.h"

namespace tanggap::desk {

// Another complaint about the same aspect, for the preview.
struct SimilarCase {
  CaseRow row;
  std::optional<Instant> closed_at;
  bool operator==(const SimilarCase&) const = default;
};

// Whose word a record is, as far as this desk could check it.
enum class Signed { kDevice, kPerson, kForged, kSealed };

// What was erased of a case, by whom and why.
struct Erasure {
  RecordId record;
  Instant at{};
  PersonId by;         // empty: sealed to this reader
  std::string reason;  // likewise
  bool operator==(const Erasure&) const = default;
};

// One case as it is shown: the fold, and what the engine makes of it.
struct OpenCase {
  CaseFile file;
  std::string code;                          // grouped; empty while sealed
  std::vector<DueDate> due;                  // earliest first
  std::vector<KaharPeriod> kahar;            // determined periods, for the sum
  std::map<RecordId, std::string> notes;     // words of records that the history shows
  std::map<RecordId, std::string> purposes;  // for what an identity was read; a preset, or "other"
  std::map<RecordId, RecordId> taken_back;   // a statement that was withdrawn, and by which record
  std::map<RecordId, Signed> signatures;
  // Of each assessment, in the order of its findings: where the evidence is kept, "" for none.
  std::map<RecordId, std::vector<std::string>> proofs;
  Holds holds;                       // legal holds: nothing may be erased while one is on
  std::vector<KeptBodies> kept;      // what an erasure could still name
  std::set<RecordId> ended;          // records that end a restriction or a hold
  std::vector<Erasure> erasures;     // oldest first
  std::vector<std::string> answers;  // of the decision, to each thing the visitor asked for
  bool has_identity = false;
  bool by_ticket = false;            // opened with the ticket's own key (counter staff)
  std::vector<SimilarCase> similar;  // of a preview: newest first, of the last 90 days
  bool operator==(const OpenCase&) const = default;
};

struct ShownIdentity {
  std::string name;
  std::string phone;
  std::string address;
  // Of a sensitive office: how to reach them without harm, in the visitor's words.
  std::string safe_way;
  std::string safe_hours;
  std::optional<bool> safe_name_office;  // may the office be named; nothing: not asked
  Instant until{};
  bool operator==(const ShownIdentity&) const = default;
};

// A finding under the hand of a person.
struct DraftFinding {
  AspectId aspect;
  std::optional<SeverityId> severity;
  std::vector<FactId> facts;
  std::size_t row = 0;  // where it stands in the matrix, also for an unregulated cell
  std::string reason;
  std::string proof;         // where its evidence is kept; empty: none, and the finding says so
  bool from_engine = false;  // the engine's proposal, taken over as it is
  bool touched = false;      // the person wrote or changed something in it
  bool heard = false;        // about conduct: the officer was heard apart
  std::string not_heard_why;
  bool operator==(const DraftFinding&) const = default;
};

struct AssessDraft {
  std::vector<DraftFinding> findings;
  std::size_t column = 0;  // keyboard position in the matrix, or row of the checklist
  std::size_t row = 0;
  std::optional<std::string> concerned;  // set: a counter, or "" for no particular officer
  bool add_apology = true;               // outside the matrix, when the visitor would get nothing
  std::string no_apology_why;
  bool operator==(const AssessDraft&) const = default;
};

struct DecideDraft {
  std::vector<RemedyItem> lines;  // as proposed; `granted` is the person's choice
  std::size_t row = 0;
  std::string code;  // of a refusal: "tidak-terbukti" …
  std::string reason;
  std::vector<std::string> answers;  // to each thing the visitor asked for, in that order
  bool operator==(const DecideDraft&) const = default;
};

// Two or more who judged apart: whose judgement holds, or a new one.
struct ResolveDraft {
  std::size_t choice = 0;  // of the standing sides; one more: assess anew
  std::string reason;
  bool operator==(const ResolveDraft&) const = default;
};

struct DeliverDraft {
  std::size_t row = 0;
  std::string evidence;
  std::size_t way = 0;  // of kWays
  bool operator==(const DeliverDraft&) const = default;
};

// What can be begun on the selected or open case.
enum class Duty {
  kAssess,
  kDecide,
  kDeliver,
  kApology,
  kAskData,
  kDataComplete,
  kIdentity,
  kTake,
  kNote,
  kClose,
  kRespond,
  kTimes,     // corrects the times that the sum is made of
  kRefer,     // to whoever is competent
  kReopen,    // a case that was closed
  kWithdraw,  // the visitor's signed letter
  kReturn,    // the proposal: drawn back by its author, or returned by the head
  kCorrect,   // one's own last note
  kRestrict,  // the use of the words: for the head alone; or ends that
  kHold,      // nothing may be erased, for a court or an inquiry; or ends that
  kErase,     // on request of whom the case tells of
};

}  // namespace tanggap::desk

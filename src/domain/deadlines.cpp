// What must exist by when: the one place where a due date is made.
#include <algorithm>

#include "domain/case_file.h"
#include "domain/work_calendar.h"

namespace tanggap {
namespace {

// What is counted: so many days since the day of something.
struct Counted {
  Day from{};
  int days = 0;
  const char* since = "";  // text key
};

DueDate CountedSince(const Counted& counted, bool working) {
  DueDate due;
  due.since = counted.since;
  due.from = counted.from;
  due.count = counted.days;
  due.working = working;
  return due;
}

// The office's own date never moves to its advantage: off a closed day it moves back.
DueDate OfficesDay(const WorkCalendar& calendar, const Counted& counted, std::string duty,
                   std::string cite) {
  const Day law_day = AddDays(counted.from, counted.days);
  const CountedDay moved = LastWorkingDay(calendar, law_day);
  DueDate due = CountedSince(counted, false);
  due.day = moved.day;
  due.duty = std::move(duty);
  due.cite = std::move(cite);
  due.law_day = law_day;
  due.estimate = moved.estimate;
  return due;
}

// Nor does the visitor's: off a closed day it moves on.
DueDate VisitorsDay(const WorkCalendar& calendar, const Counted& counted, std::string duty,
                    std::string cite) {
  const Day law_day = AddDays(counted.from, counted.days);
  const CountedDay moved = NextWorkingDay(calendar, law_day);
  DueDate due = CountedSince(counted, false);
  due.day = moved.day;
  due.duty = std::move(duty);
  due.cite = std::move(cite);
  due.law_day = law_day;
  due.visitors = true;
  due.estimate = moved.estimate;
  return due;
}

// Counted in working days, so it never falls on a closed one.
DueDate CountedDate(const WorkCalendar& calendar, const Counted& since, std::string duty,
                    std::string cite, bool visitors) {
  const CountedDay counted = AddWorkingDays(calendar, since.from, since.days);
  DueDate due = CountedSince(since, true);
  due.day = counted.day;
  due.duty = std::move(duty);
  due.cite = std::move(cite);
  due.law_day = counted.day;
  due.visitors = visitors;
  due.estimate = counted.estimate;
  return due;
}

// To tell the decision: days or working days, whichever ends first (UU 25/2009, UU 30/2014).
DueDate TellingDue(Day decided, std::string duty, const Office& office) {
  const Policies& policies = office.policies;
  DueDate by_days = OfficesDay(office.calendar, {decided, policies.notify_days, "since.decided"},
                               duty, "UU 25/2009 Pasal 50");
  DueDate by_working_days =
      CountedDate(office.calendar, {decided, policies.notify_working_days, "since.decided"},
                  std::move(duty), "UU 30/2014 Pasal 62 ayat (2)", false);
  return by_working_days.day < by_days.day ? by_working_days : by_days;
}

bool IsDecided(const CaseFile& file) {
  return file.decided_at && file.stage != CaseStage::kAssessed &&
         file.stage != CaseStage::kProposed && file.stage != CaseStage::kReceived;
}

void AddAnswer(const CaseFile& file, const Office& office, std::vector<DueDate>& dues) {
  const Policies& policies = office.policies;
  if (file.urgent && !file.responded && file.standing.empty()) {
    const Day day = LocalDay(file.received, office.zone);
    DueDate due;  // no closed day moves what can't wait
    due.day = due.law_day = day;
    due.duty = "duty.urgent";
    dues.push_back(due);
  }
  if (!file.responded) dues.push_back(FirstResponseDue(file.received, file.kind, office));
  const std::optional<Instant> asked = file.data_asked ? file.data_asked : file.data_requested;
  if (file.side == TicketSide::kWaitingForData && asked) {
    // The visitor's days run from when the request reached them; until that is on record, this is
    // the earliest date there can be.
    DueDate due = VisitorsDay(office.calendar,
                              {LocalDay(*asked, office.zone), policies.completion_days,
                               file.data_asked ? "since.asked" : "since.requested"},
                              "duty.completion", "UU 25/2009 Pasal 44");
    due.earliest = !file.data_asked;
    dues.push_back(std::move(due));
  }
  if (file.side == TicketSide::kReferred && file.referred_at) {
    dues.push_back(OfficesDay(
        office.calendar,
        {LocalDay(*file.referred_at, office.zone), policies.first_response_days, "since.referred"},
        "duty.news", "UU 25/2009 Pasal 44"));
  }
}

void AddDecision(const CaseFile& file, const Office& office, std::vector<DueDate>& dues) {
  const Policies& policies = office.policies;
  const bool light = file.apology_at && (file.light || file.stage == CaseStage::kReceived);
  const bool moves = file.complete_at || file.stage != CaseStage::kReceived;
  if (file.kind == ComplaintKind::kComplaint && moves && !light && !IsDecided(file) &&
      file.side != TicketSide::kWaitingForData && file.side != TicketSide::kReferred) {
    // Until somebody says when the file was complete, it counts as complete when it came.
    const Day complete = LocalDay(file.complete_at.value_or(file.received), office.zone);
    dues.push_back(OfficesDay(
        office.calendar,
        {complete, policies.decision_days, file.complete_at ? "since.complete" : "since.received"},
        "duty.decision", "UU 25/2009 Pasal 50"));
  }
  if (!IsDecided(file)) return;
  const Day decided = LocalDay(*file.decided_at, office.zone);
  if (file.stage == CaseStage::kGranted)
    dues.push_back(TellingDue(decided, "duty.delivery", office));
  if (file.stage == CaseStage::kRefused && !file.decision_told)
    dues.push_back(TellingDue(decided, "duty.notice", office));
}

void AddObjection(const CaseFile& file, const Office& office, std::vector<DueDate>& dues) {
  const Policies& policies = office.policies;
  if (file.objected_at && !file.objection_answered) {
    dues.push_back(CountedDate(office.calendar,
                               {LocalDay(*file.objected_at, office.zone),
                                policies.objection_answer_working_days, "since.objected"},
                               "duty.objection_answer", "UU 30/2014 Pasal 77", false));
  } else if (IsDecided(file) && file.stage == CaseStage::kRefused) {
    const Day told = LocalDay(file.decision_told.value_or(*file.decided_at), office.zone);
    dues.push_back(CountedDate(office.calendar,
                               {told, policies.objection_working_days,
                                file.decision_told ? "since.told" : "since.decided"},
                               "duty.objection", "UU 30/2014 Pasal 77", true));
  }
}

}  // namespace

DueDate FirstResponseDue(Instant received, ComplaintKind kind, const Office& office) {
  const Day day = LocalDay(received, office.zone);
  if (kind == ComplaintKind::kQuestion) {
    return CountedDate(office.calendar,
                       {day, office.policies.question_working_days, "since.received"},
                       "duty.answer", "", false);
  }
  return OfficesDay(office.calendar, {day, office.policies.first_response_days, "since.received"},
                    "duty.response", "UU 25/2009 Pasal 44");
}

std::vector<DueDate> DueDates(const CaseFile& file, const Office& office) {
  std::vector<DueDate> dues;
  if (file.id.Empty()) return dues;
  const bool over = file.stage == CaseStage::kClosed || file.side == TicketSide::kWithdrawn;
  if (!over) {
    AddAnswer(file, office, dues);
    AddDecision(file, office, dues);
    if (file.light_open_until && !file.visitor_accepted && !IsDecided(file)) {
      dues.push_back(VisitorsDay(office.calendar,
                                 {LocalDay(*file.light_open_until, office.zone), 0, ""},
                                 "duty.acceptance", ""));
    }
  }
  // An objection keeps its date even where the file was closed over it.
  if (file.side != TicketSide::kWithdrawn) AddObjection(file, office, dues);
  std::ranges::stable_sort(dues, {}, &DueDate::day);
  return dues;
}

}  // namespace tanggap

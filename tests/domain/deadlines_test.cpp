// Due dates: whose they are, what they count, and where a closed day moves them.
#include "domain/case_file.h"
#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

Office AnyOffice() {
  using namespace std::chrono;
  Office office;
  office.zone = {"Asia/Makassar", "WITA", hours{8}};
  office.calendar.working_days = {Monday, Tuesday, Wednesday, Thursday, Friday};
  office.calendar.closed[*DayFromIso("2026-12-24")] = "Cuti bersama Natal";
  office.calendar.closed[*DayFromIso("2026-12-25")] = "Natal";
  office.calendar.complete_until = DayFromIso("2026-12-31");
  return office;
}

Instant NoonOf(const std::string& day) {
  return FromLocal({*DayFromIso(day), 12, 0, 0}, AnyOffice().zone);
}

std::string First(const std::string& received, ComplaintKind kind = ComplaintKind::kComplaint) {
  return IsoDay(FirstResponseDue(NoonOf(received), kind, AnyOffice()).day);
}

// A complaint received at noon of `day`, ready for more records.
CaseMaker Received(const std::string& day) {
  CaseMaker maker;
  maker.records[0].hlc.ms = ToMillis(NoonOf(day));
  maker.clock = ToMillis(NoonOf(day)) - CaseMaker::kStart + 60'000;
  return maker;
}

std::string Find(const CaseFile& file, const std::string& duty) {
  for (const DueDate& due : DueDates(file, AnyOffice())) {
    if (due.duty == duty) return IsoDay(due.day);
  }
  return "none";
}

TEST_CASE("The first response is due fourteen days later, on a closed day earlier",
          "[domain][deadlines]") {
  CHECK(First("2026-11-20") == "2026-12-04");  // Friday to Friday
  CHECK(First("2026-11-21") == "2026-12-04");  // a Saturday: back to Friday
  CHECK(First("2026-11-22") == "2026-12-04");  // a Sunday
  CHECK(First("2026-12-11") == "2026-12-23");  // Christmas and its holiday: back to Wednesday
  const DueDate due =
      FirstResponseDue(NoonOf("2026-12-11"), ComplaintKind::kComplaint, AnyOffice());
  CHECK(IsoDay(due.law_day) == "2026-12-25");  // the law's own date stays visible
  CHECK_FALSE(due.visitors);
  CHECK_FALSE(due.estimate);
}

TEST_CASE("The day is the office's own, not that of Greenwich", "[domain][deadlines]") {
  // 20 November, 17:00 UTC, is 01:00 of the 21st in Lewoleba.
  const Instant late = FromLocal({*DayFromIso("2026-11-20"), 17, 0, 0}, Zone{});
  const DueDate due = FirstResponseDue(late, ComplaintKind::kComplaint, AnyOffice());
  CHECK(IsoDay(due.law_day) == "2026-12-05");
}

TEST_CASE("A question is due in working days", "[domain][deadlines]") {
  CHECK(First("2026-11-20", ComplaintKind::kQuestion) == "2026-11-27");
  CHECK(First("2026-12-21", ComplaintKind::kQuestion) == "2026-12-30");  // two holidays between
}

TEST_CASE("Working days beyond the known holidays are an estimate", "[domain][deadlines]") {
  const DueDate due = FirstResponseDue(NoonOf("2026-12-29"), ComplaintKind::kQuestion, AnyOffice());
  CHECK(due.estimate);
  CHECK_FALSE(
      FirstResponseDue(NoonOf("2026-12-01"), ComplaintKind::kQuestion, AnyOffice()).estimate);
}

TEST_CASE("After the response the decision is due sixty days from completeness",
          "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  CHECK(Find(maker.Fold(), "duty.response") == "2026-11-16");
  CHECK(Find(maker.Fold(), "duty.decision") == "none");
  maker.Add("desk-1", RecordType::kResponded, kSupervisorA, {{"answer", "complete"}});
  CHECK(Find(maker.Fold(), "duty.response") == "none");
  CHECK(Find(maker.Fold(), "duty.decision") == "2027-01-01");
}

TEST_CASE("A decision is told by the earlier of fourteen days and five working days",
          "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  CHECK(Find(maker.Fold(), "duty.delivery") == "2026-11-09");
  CHECK(Find(maker.Fold(), "duty.decision") == "none");
  Office patient = AnyOffice();
  patient.policies.notify_working_days = 20;
  bool found = false;
  for (const DueDate& due : DueDates(maker.Fold(), patient)) {
    if (due.duty == "duty.delivery") {
      found = true;
      CHECK(IsoDay(due.day) == "2026-11-16");
      CHECK(due.cite == "UU 25/2009 Pasal 50");
    }
  }
  CHECK(found);
}

TEST_CASE("A due date tells what it was counted from", "[domain][deadlines]") {
  const DueDate answer =
      FirstResponseDue(NoonOf("2026-11-22"), ComplaintKind::kComplaint, AnyOffice());
  CHECK(IsoDay(answer.day) == "2026-12-04");
  CHECK(IsoDay(answer.law_day) == "2026-12-06");  // a Sunday: moved, and the law's own day stays
  CHECK(answer.count == 14);
  CHECK_FALSE(answer.working);
  CHECK(IsoDay(answer.from) == "2026-11-22");
  CHECK(answer.since == "since.received");
  const DueDate question =
      FirstResponseDue(NoonOf("2026-11-20"), ComplaintKind::kQuestion, AnyOffice());
  CHECK(question.working);
  CHECK(question.count == 5);
}

TEST_CASE("Data that the visitor owes is due thirty days after the request, at the earliest",
          "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Add("desk-1", RecordType::kResponded, kSupervisorA, {{"answer", "incomplete"}});
  const CaseSummary waiting = Summarise(maker.Fold(), maker.decree, AnyOffice());
  REQUIRE(waiting.due);
  CHECK(waiting.due->duty == "duty.completion");
  CHECK(IsoDay(waiting.due->day) == "2026-12-02");
  CHECK(waiting.due->earliest);  // nobody wrote that the request reached the visitor
  CHECK(waiting.due->since == "since.requested");
  CHECK_FALSE(
      StateForVisitor(maker.Fold(), maker.decree, AnyOffice(), *DayFromIso("2026-11-03")).due);
}

TEST_CASE("The visitor's date moves on, off a closed day", "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-24");
  maker.Add("desk-1", RecordType::kDataRequested, kSupervisorA, {{"way", "in-person"}});
  // 24 November and 30 days: Christmas eve, closed; the 25th too; a weekend; Monday.
  CHECK(Find(maker.Fold(), "duty.completion") == "2026-12-28");
}

TEST_CASE("A refusal leaves the visitor days to object, and an objection the office fewer",
          "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}, "not-proven");
  CHECK(Find(maker.Fold(), "duty.objection") == "2026-12-01");  // 21 working days after 2 November
  CHECK(Find(maker.Fold(), "duty.notice") == "2026-11-09");
  maker.Add("desk-1", RecordType::kLetterDelivered, kSupervisorA, {{"way", "pos"}});
  CHECK(Find(maker.Fold(), "duty.notice") == "none");
  maker.Say("object");
  CHECK(Find(maker.Fold(), "duty.objection") == "none");
  CHECK(Find(maker.Fold(), "duty.objection_answer") == "2026-11-16");
}

TEST_CASE("Kahar stops the service clock, not the answer", "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  const std::string before = Find(maker.Fold(), "duty.response");
  maker.Add("desk-1", RecordType::kSuspended, kSupervisorA, {{"cause", "kahar"}});
  CHECK(Find(maker.Fold(), "duty.response") == before);
}

TEST_CASE("A closed or withdrawn case owes nothing", "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Say("withdraw");
  CHECK(DueDates(maker.Fold(), AnyOffice()).empty());
}

TEST_CASE("A list shows the office's next date before the visitor's", "[domain][deadlines]") {
  CaseMaker maker = Received("2026-11-02");
  const CaseSummary summary = Summarise(maker.Fold(), maker.decree, AnyOffice());
  REQUIRE(summary.due);
  CHECK(summary.due->duty == "duty.response");
  maker.Add("desk-1", RecordType::kResponded, kSupervisorA, {{"answer", "incomplete"}});
  maker.Add("desk-1", RecordType::kContactAttempted, kSupervisorA,
            {{"way", "telepon"}, {"outcome", "reached"}});
  const CaseSummary waiting = Summarise(maker.Fold(), maker.decree, AnyOffice());
  REQUIRE(waiting.due);
  CHECK(waiting.due->duty == "duty.completion");
  CHECK_FALSE(waiting.due->earliest);
}

// What the ticket's holder sees.
TicketState Seen(const CaseMaker& maker, const std::string& today) {
  return StateForVisitor(maker.Fold(), maker.decree, AnyOffice(), *DayFromIso(today));
}

TEST_CASE("The visitor follows a case from received to closed", "[domain][state]") {
  CaseMaker maker = Received("2026-11-02");
  TicketState state = Seen(maker, "2026-11-03");
  CHECK(state.stage == TicketStage::kReceived);
  CHECK(state.sentences.front() == "state.received");
  CHECK(state.due == DayFromIso("2026-11-16"));
  CHECK(state.since == *DayFromIso("2026-11-02"));
  maker.Classify("desk-1", kSupervisorA, "cara", "berat");
  CHECK(Seen(maker, "2026-11-03").stage == TicketStage::kExamined);
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis", "pembinaan"});
  CHECK(Seen(maker, "2026-11-03").remedies.empty());  // nothing is promised yet
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis", "pembinaan"});
  state = Seen(maker, "2026-11-03");
  CHECK(state.stage == TicketStage::kDecided);
  CHECK(state.sentences.front() == "state.granted");
  // What happens to an officer stays in the office.
  CHECK(state.remedies == std::vector<std::string>{"maaf-tertulis"});
  maker.Add("desk-1", RecordType::kOfficerConcerned, kSupervisorA, {{"concerns", "none"}});
  maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis");
  CHECK(Seen(maker, "2026-11-03").stage == TicketStage::kDelivered);
  maker.Close("desk-1", kSupervisorA, "done");
  CHECK(Seen(maker, "2026-11-03").stage == TicketStage::kDone);
}

TEST_CASE("A complaint found right whose cell gives the visitor nothing is called right",
          "[domain][state]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Classify("desk-1", kSupervisorA, "cara", "berat");
  maker.Propose("desk-1", kSupervisorA, {"pembinaan"});
  maker.Decide("desk-1", kHeadPerson, {"pembinaan"});
  const TicketState state = Seen(maker, "2026-11-03");
  CHECK(state.sentences == std::vector<std::string>{"state.right", "state.right.sorry"});
  CHECK(state.remedies.empty());
}

TEST_CASE("What isn't regulated is told so, not refused", "[domain][state]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Classify("desk-1", kSupervisorA, "biaya", "");
  CHECK(Seen(maker, "2026-11-03").sentences.front() == "state.unregulated");
}

TEST_CASE("An office that is late says so", "[domain][state]") {
  const CaseMaker maker = Received("2026-11-02");
  const auto says_late = [&](const std::string& today) {
    const auto sentences = Seen(maker, today).sentences;
    return std::find(sentences.begin(), sentences.end(), "state.late") != sentences.end();
  };
  CHECK_FALSE(says_late("2026-11-16"));
  CHECK(says_late("2026-11-17"));
}

TEST_CASE("Two opinions show as a fresh examination, without who or why", "[domain][state]") {
  CaseMaker maker = Received("2026-11-02");
  maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  const TicketState state = Seen(maker, "2026-11-03");
  CHECK(state.side == TicketSide::kConflict);
  CHECK(state.sentences.front() == "state.conflict");
}

TEST_CASE("A frozen case asks for an update and tells nothing else", "[domain][state]") {
  CaseMaker maker = Received("2026-11-02");
  Record& unknown = maker.Add("desk-1", RecordType::kUnknown, kSupervisorA, {{"x", "y"}});
  unknown.critical = true;
  CHECK(Seen(maker, "2026-11-03").sentences == std::vector<std::string>{"state.unknown"});
}

}  // namespace
}  // namespace tanggap

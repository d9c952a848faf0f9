// The life of a case as its records tell it: every legal way, and every step that isn't one.
#include "domain/case_file.h"

#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

using Stage = CaseStage;
using Side = TicketSide;

CaseMaker Decided(const std::vector<std::string>& remedies = {"maaf-tertulis"}) {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, remedies);
  maker.Decide("desk-1", kHeadPerson, remedies);
  return maker;
}

TEST_CASE("A moment that no calendar has is no moment, and every date stays a date",
          "[domain][case]") {
  for (const std::int64_t ms : {(std::int64_t{1} << 53) - 1, -(std::int64_t{1} << 53) + 1}) {
    CaseMaker maker;
    maker.Facts()["handed_in"] = ms;
    maker.Facts()["finished"] = ms;
    maker.records[0].hlc.ms = std::max<std::int64_t>(ms, 0);
    maker.Add("desk-1", RecordType::kResponded, PersonId("budi"),
              {{"answer", "complete"}, {"at", ms}});
    const CaseFile file = FoldCase(maker.records, MakerDecree());
    CHECK_FALSE(file.handed_in);
    CHECK_FALSE(file.finished);
    REQUIRE(file.complete_at);
    for (const Instant at : {file.received, *file.complete_at, file.stage_since})
      CHECK(DayFromIso(IsoDay(LocalDay(at, Zone{}))));
  }
}

TEST_CASE("A complaint that nobody touched is received, with what the visitor gave",
          "[domain][case]") {
  CaseMaker maker;
  maker.Content()["story"] = "Sudah empat hari.";
  const CaseFile file = maker.Fold();
  REQUIRE(file.stage == Stage::kReceived);
  REQUIRE(file.side == Side::kNone);
  REQUIRE(file.service.value == "legalisir");
  REQUIRE(file.aspects == std::vector{AspectId("waktu")});
  REQUIRE(file.story == "Sudah empat hari.");
  REQUIRE(ToMillis(file.received) == CaseMaker::kStart);
  REQUIRE(file.acts.size() == 1);
  REQUIRE(FoldCase({}, maker.decree).id.Empty());
}

TEST_CASE("The full way: assessed, proposed, granted, delivered, closed", "[domain][case]") {
  CaseMaker maker;
  const auto stage_after = [&] { return maker.Fold().stage; };
  maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
  REQUIRE(stage_after() == Stage::kAssessed);
  REQUIRE(maker.Fold().grave);
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis", "pemberitahuan-telepon"});
  REQUIRE(stage_after() == Stage::kProposed);
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis", "pemberitahuan-telepon"});
  REQUIRE(stage_after() == Stage::kGranted);
  maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis");
  REQUIRE(stage_after() == Stage::kGranted);  // one of two
  maker.Deliver("desk-1", kStaffPerson, "pemberitahuan-telepon");
  REQUIRE(stage_after() == Stage::kDelivered);
  maker.Close("desk-1", kSupervisorA, "done");
  const CaseFile file = maker.Fold();
  REQUIRE(file.stage == Stage::kClosed);
  REQUIRE(file.closed_as == "done");
  REQUIRE(file.decider == kHeadPerson);
  REQUIRE(file.deliveries.size() == 2);
  for (const Act& act : file.acts)
    CHECK_FALSE(act.refused);
}

TEST_CASE("A refusal keeps its code and can be closed", "[domain][case]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}, "not-proven");
  REQUIRE(maker.Fold().stage == Stage::kRefused);
  REQUIRE(maker.Fold().refusal == "not-proven");
  maker.Close("desk-1", kSupervisorA, "refused");
  REQUIRE(maker.Fold().stage == Stage::kClosed);
}

TEST_CASE("What no cell regulates is unregulated, and never refused by that", "[domain][case]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "biaya", "");
  REQUIRE(maker.Fold().unregulated);
  REQUIRE(maker.Fold().stage == Stage::kAssessed);
  maker.Propose("desk-1", kSupervisorA, {});
  maker.Decide("desk-1", kHeadPerson, {});
  REQUIRE(maker.Fold().stage == Stage::kGranted);
  maker.Close("desk-1", kSupervisorA, "done");
  REQUIRE(maker.Fold().stage == Stage::kClosed);
}

TEST_CASE("Late but below the matrix is regulated, only without a grade", "[domain][case]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "");
  REQUIRE_FALSE(maker.Fold().unregulated);
}

TEST_CASE("An apology on the spot stays open until the visitor accepts", "[domain][case][light]") {
  CaseMaker maker;
  maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}});
  REQUIRE(maker.Fold().apology_by == kStaffPerson);
  REQUIRE(maker.Fold().stage == Stage::kReceived);
  SECTION("the officer alone can't close it") {
    const RecordId close = maker.Close("desk-1", kStaffPerson, "light").id;
    REQUIRE(maker.WhyRefused(close) == "refused.not_accepted");
    REQUIRE(maker.Fold().stage == Stage::kReceived);
  }
  SECTION("the visitor's yes at the kiosk lets the officer close it") {
    maker.Say("accept");
    maker.Close("desk-1", kStaffPerson, "light");
    REQUIRE(maker.Fold().stage == Stage::kClosed);
  }
  SECTION("the visitor's signature at the desk does too") {
    maker.Add("desk-1", RecordType::kClosed, kStaffPerson,
              {{"outcome", "light"}, {"accepted", true}});
    REQUIRE(maker.Fold().stage == Stage::kClosed);
  }
  SECTION("after fourteen days a supervisor may close it, the officer still not") {
    maker.Wait(std::chrono::hours{24 * 14});
    const RecordId officer = maker.Close("desk-1", kStaffPerson, "light").id;
    REQUIRE(maker.WhyRefused(officer) == "refused.not_accepted");
    maker.Close("desk-1", kSupervisorA, "light");
    REQUIRE(maker.Fold().stage == Stage::kClosed);
  }
}

TEST_CASE("A light grade is delivered by the apology, without proposal and decision",
          "[domain][case][light]") {
  CaseMaker maker;
  const bool apology_first = GENERATE(true, false);
  if (apology_first)
    maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}});
  maker.Classify("desk-1", kSupervisorA, "waktu", "ringan");
  if (!apology_first)
    maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}});
  const CaseFile file = maker.Fold();
  REQUIRE(file.light);
  REQUIRE(file.stage == Stage::kDelivered);
  REQUIRE(file.deliveries.size() == 1);
  REQUIRE(file.deliveries[0].remedy.value == "maaf-lisan");
  REQUIRE(file.deliveries[0].by == kStaffPerson);
}

TEST_CASE("No apology on the spot where the visitor wrote or a person is involved",
          "[domain][case][light]") {
  CaseMaker maker;
  SECTION("a story") {
    maker.Content()["story"] = "Cerita.";
  }
  SECTION("an aspect about conduct") {
    maker.Facts()["aspects"] = ToList({"cara"});
  }
  SECTION("a phrase about conduct") {
    maker.Facts()["touches_person"] = true;
  }
  const RecordId apology =
      maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}}).id;
  REQUIRE(maker.WhyRefused(apology) == "refused.person_involved");
}

TEST_CASE("A decree without oral claims knows no apology on the spot", "[domain][case][light]") {
  CaseMaker maker;
  maker.decree.severities.clear();
  maker.decree.cells.clear();
  const RecordId apology =
      maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}}).id;
  REQUIRE(maker.WhyRefused(apology) == "refused.not_oral");
}

TEST_CASE("A medium case isn't settled by an apology at the counter", "[domain][case][light]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  const RecordId apology =
      maker.Add("desk-1", RecordType::kApologyGiven, kStaffPerson, {{"form", "lisan"}}).id;
  REQUIRE(maker.WhyRefused(apology) == "refused.not_light");
}

TEST_CASE("Steps out of their turn are refused and stay visible", "[domain][case]") {
  CaseMaker maker;
  const auto refused = [&](const RecordId& id) { return maker.WhyRefused(id); };
  SECTION("a proposal before any assessment") {
    REQUIRE(refused(maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"}).id) ==
            "refused.no_assessment");
    REQUIRE(maker.Fold().stage == Stage::kReceived);
  }
  SECTION("a decision without assessment, and one without proposal") {
    REQUIRE(refused(maker.Decide("desk-1", kHeadPerson, {}).id) == "refused.no_assessment");
    maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
    REQUIRE(refused(maker.Decide("desk-1", kHeadPerson, {}).id) == "refused.no_proposal");
  }
  SECTION("a delivery of what nobody granted") {
    maker = Decided();
    REQUIRE(refused(maker.Deliver("desk-1", kStaffPerson, "pemberitahuan-telepon").id) ==
            "refused.not_granted");
  }
  SECTION("a second delivery of the same remedy") {
    maker = Decided({"maaf-tertulis", "pemberitahuan-telepon"});
    maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis");
    REQUIRE(refused(maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis").id) ==
            "refused.already_delivered");
    REQUIRE(maker.Fold().deliveries.size() == 1);
  }
  SECTION("closing before the remedy was delivered") {
    maker = Decided();
    REQUIRE(refused(maker.Close("desk-1", kSupervisorA, "done").id) == "refused.not_delivered");
  }
  SECTION("closing a case on which nothing was decided") {
    REQUIRE(refused(maker.Close("desk-1", kSupervisorA, "done").id) == "refused.not_decided");
  }
  SECTION("a new assessment after the decision") {
    maker = Decided();
    REQUIRE(refused(maker.Classify("desk-1", kSupervisorA, "waktu", "berat").id) ==
            "refused.already_decided");
  }
  SECTION("any handling of a closed case") {
    maker = Decided({});
    maker.Close("desk-1", kSupervisorA, "done");
    REQUIRE(refused(maker.Propose("desk-1", kSupervisorA, {}).id) == "refused.closed");
    REQUIRE(refused(maker.Add("desk-1", RecordType::kNote, kSupervisorA, {}, {{"text", "x"}}).id)
                .empty());
  }
  SECTION("opening a case again that is open") {
    REQUIRE(
        refused(maker.Add("desk-1", RecordType::kReopened, kSupervisorA, {{"cause", "x"}}).id) ==
        "refused.not_closed");
  }
  SECTION("resolving a conflict that isn't there") {
    REQUIRE(refused(maker
                        .Add("desk-1", RecordType::kResolvedConflict, kSupervisorC,
                             {{"topic", "classified"}}, {{"reason", "x"}})
                        .id) == "refused.no_conflict");
  }
  SECTION("classifying praise") {
    maker.Facts()["kind"] = "pujian";
    REQUIRE(refused(maker.Classify("desk-1", kSupervisorA, "waktu", "sedang").id) ==
            "refused.not_a_complaint");
  }
}

TEST_CASE("Each person does what the role allows", "[domain][case][people]") {
  CaseMaker maker;
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", kStaffPerson, "waktu", "sedang").id) ==
          "refused.role");
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", kAuditorPerson, "waktu", "sedang").id) ==
          "refused.role");
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", PersonId("orang-luar"), "waktu", "berat").id) ==
          "refused.role");
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", PersonId(), "waktu", "berat").id) ==
          "refused.role");  // a device alone
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  REQUIRE(maker.WhyRefused(maker.Decide("desk-1", kSupervisorB, {"maaf-tertulis"}).id) ==
          "refused.role");
  REQUIRE(maker.Fold().stage == Stage::kProposed);
}

TEST_CASE("Nobody decides on their own proposal", "[domain][case][people]") {
  CaseMaker maker;
  maker.Classify("desk-1", kHeadPerson, "waktu", "sedang");
  maker.Propose("desk-1", kHeadPerson, {"maaf-tertulis"});
  REQUIRE(maker.WhyRefused(maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}).id) ==
          "refused.own_proposal");
  REQUIRE(WhyNot(maker.Fold(), RecordType::kDecided, kHeadPerson, Role::kHead) ==
          "refused.own_proposal");
}

TEST_CASE("Where the leader assesses, a supervisor doesn't", "[domain][case][people]") {
  CaseMaker maker;
  maker.decree.leader_assesses = true;
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", kSupervisorA, "waktu", "sedang").id) ==
          "refused.leader_assesses");
  maker.Classify("desk-1", kHeadPerson, "waktu", "sedang");
  REQUIRE(maker.Fold().stage == Stage::kAssessed);
}

TEST_CASE("The officer concerned touches the case only to apologise", "[domain][case][people]") {
  CaseMaker maker;
  maker.Facts()["aspects"] = ToList({"cara"});
  maker.Add("desk-1", RecordType::kOfficerConcerned, kSupervisorA,
            {{"concerns", "person"}, {"person", kSupervisorB.value}});
  for (const RecordType type :
       {RecordType::kAssigned, RecordType::kClassified, RecordType::kProposed, RecordType::kDecided,
        RecordType::kClosed, RecordType::kWithdrawn, RecordType::kIdentityRead, RecordType::kNote})
    CHECK(WhyNot(maker.Fold(), type, kSupervisorB, Role::kSupervisor) ==
          "refused.officer_concerned");
  REQUIRE(maker.WhyRefused(maker.Classify("desk-1", kSupervisorB, "cara", "sedang").id) ==
          "refused.officer_concerned");
  REQUIRE(
      maker
          .WhyRefused(
              maker.Add("desk-1", RecordType::kApologyGiven, kSupervisorB, {{"form", "lisan"}}).id)
          .empty());
  // And closing over it is nobody's short way.
  maker.Say("accept");
  REQUIRE(maker.WhyRefused(maker.Close("desk-1", kStaffPerson, "light").id) ==
          "refused.person_involved");
}

TEST_CASE("The officer concerned is kept out even on a desk that didn't know yet",
          "[domain][case][people]") {
  CaseMaker maker;
  maker.Apart();
  const RecordId quick = maker.Classify("desk-2", kSupervisorB, "cara", "sedang").id;
  maker.Add("desk-1", RecordType::kOfficerConcerned, kSupervisorA,
            {{"concerns", "person"}, {"person", kSupervisorB.value}});
  REQUIRE(maker.WhyRefused(quick) == "refused.officer_concerned");
  REQUIRE(maker.Fold().stage == Stage::kReceived);
}

TEST_CASE("A case about a person is closed to counter staff until a supervisor says who",
          "[domain][case][people]") {
  CaseMaker maker;
  maker.Facts()["aspects"] = ToList({"cara"});
  REQUIRE(WhyNot(maker.Fold(), RecordType::kNote, kStaffPerson, Role::kStaff) ==
          "refused.person_involved");
  maker.Add("desk-1", RecordType::kOfficerConcerned, kSupervisorA, {{"concerns", "none"}});
  REQUIRE(WhyNot(maker.Fold(), RecordType::kNote, kStaffPerson, Role::kStaff).empty());
}

TEST_CASE("A remedy refused against its finding needs a second person", "[domain][case][people]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  REQUIRE(maker.WhyRefused(maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}, "deviates").id) ==
          "refused.needs_second");
  Record& second = maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}, "deviates");
  second.bodies[BodyClass::kFacts].fields["second"] = kSupervisorC.value;
  REQUIRE(maker.Fold().stage == Stage::kRefused);
}

TEST_CASE("A withdrawal counts only with the code or a signed letter, and can be taken back",
          "[domain][case]") {
  CaseMaker maker;
  SECTION("a desk's word alone doesn't count") {
    REQUIRE(
        maker.WhyRefused(
            maker.Add("desk-1", RecordType::kWithdrawn, kSupervisorA, {{"way", "telepon"}}).id) ==
        "refused.needs_code");
    REQUIRE(maker.Fold().side == Side::kNone);
  }
  SECTION("at the kiosk, and who was told to is remembered") {
    Record& said = maker.Say("withdraw");
    said.bodies[BodyClass::kFacts].fields["asked_to"] = "yes";
    REQUIRE(maker.Fold().side == Side::kWithdrawn);
    REQUIRE(maker.Fold().pressed_to_withdraw);
    maker.Say("undo");
    REQUIRE(maker.Fold().side == Side::kNone);
  }
  SECTION("three working days later it is too late to take it back") {
    maker.Say("withdraw");
    Record& undo = maker.Say("undo");
    undo.day = *DayFromIso("2026-11-25");  // 21 Nov 2026 is a Saturday: Mon, Tue, Wed
    REQUIRE(maker.Fold().side == Side::kNone);
    undo.day = *DayFromIso("2026-11-26");
    REQUIRE(maker.Fold().side == Side::kWithdrawn);
  }
  SECTION("a withdrawn case is closed as such") {
    maker.Add("desk-1", RecordType::kWithdrawn, kSupervisorA, {{"way", "letter"}});
    maker.Close("desk-1", kSupervisorA, "withdrawn");
    REQUIRE(maker.Fold().stage == Stage::kClosed);
  }
}

TEST_CASE("A grave case doesn't end on one person's word", "[domain][case][people]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "cara", "berat", "kekerasan-fisik");
  REQUIRE(maker.Fold().refer);
  maker.Add("desk-1", RecordType::kWithdrawn, kSupervisorA, {{"way", "letter"}});
  REQUIRE(maker.WhyRefused(maker.Close("desk-1", kSupervisorA, "withdrawn").id) ==
          "refused.needs_second");
  Record& close = maker.Close("desk-1", kSupervisorA, "withdrawn");
  close.bodies[BodyClass::kFacts].fields["second"] = kHeadPerson.value;
  REQUIRE(maker.Fold().stage == Stage::kClosed);
}

TEST_CASE("Days for missing data run from when the request reached the visitor",
          "[domain][case][waiting]") {
  CaseMaker maker;
  maker.Add("desk-1", RecordType::kResponded, kSupervisorA, {{"answer", "incomplete"}});
  REQUIRE(maker.Fold().side == Side::kWaitingForData);
  REQUIRE_FALSE(maker.Fold().data_asked);
  REQUIRE(maker.WhyRefused(maker.Close("desk-1", kSupervisorA, "lapsed").id) ==
          "refused.too_early");
  maker.Add("desk-1", RecordType::kContactAttempted, kSupervisorA,
            {{"way", "telepon"}, {"outcome", "reached"}});
  REQUIRE(maker.Fold().data_asked);
  maker.Wait(std::chrono::hours{24 * 31});
  SECTION("then a person may record that it lapsed") {
    maker.Close("desk-1", kSupervisorA, "lapsed");
    REQUIRE(maker.Fold().closed_as == "lapsed");
  }
  SECTION("data that comes ends the waiting") {
    maker.Add("desk-1", RecordType::kDataCompleted, kStaffPerson, {{"way", "loket"}});
    REQUIRE(maker.Fold().side == Side::kNone);
    REQUIRE(maker.Fold().complete_at);
  }
}

TEST_CASE("Suspended and resumed, referred and still ours", "[domain][case]") {
  CaseMaker maker;
  maker.Add("desk-1", RecordType::kSuspended, kSupervisorA, {{"cause", "kahar"}});
  REQUIRE(maker.Fold().side == Side::kSuspended);
  maker.Add("desk-1", RecordType::kResumed, kSupervisorA, {{"to", "2026-11-25"}});
  REQUIRE(maker.Fold().side == Side::kNone);
  REQUIRE(maker.WhyRefused(
              maker.Add("desk-1", RecordType::kResumed, kSupervisorA, {{"to", "2026-11-25"}}).id) ==
          "refused.not_suspended");
  maker.Add("desk-1", RecordType::kReferred, kSupervisorA,
            {{"to", "Inspektorat"}, {"mandatory", true}});
  REQUIRE(maker.Fold().side == Side::kNone);  // a mandatory report doesn't take the case away
  maker.Add("desk-1", RecordType::kReferred, kSupervisorA, {{"to", "Dinas PU"}});
  REQUIRE(maker.Fold().side == Side::kReferred);
}

TEST_CASE("A visitor who isn't content opens a closed case again", "[domain][case]") {
  CaseMaker maker = Decided();
  maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis");
  maker.Close("desk-1", kSupervisorA, "done");
  SECTION("by an objection at the kiosk") {
    maker.Say("object");
    REQUIRE(maker.Fold().objected_at);
  }
  SECTION("by a supervisor's record") {
    maker.Add("desk-1", RecordType::kReopened, kSupervisorA, {{"cause", "keberatan"}});
  }
  REQUIRE(maker.Fold().stage == Stage::kDelivered);
  REQUIRE(maker.Fold().reopened_at);
  // It may be judged anew, and what is granted then must be delivered then.
  maker.Classify("desk-1", kSupervisorB, "waktu", "berat");
  maker.Propose("desk-1", kSupervisorB, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  REQUIRE(maker.Fold().stage == Stage::kGranted);
  maker.Deliver("desk-1", kStaffPerson, "maaf-tertulis");
  REQUIRE(maker.Fold().stage == Stage::kDelivered);
}

TEST_CASE("An objection is decided by somebody else, and can turn a refusal", "[domain][case]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"}, "not-proven");
  const Fields upheld{
      {"outcome", "upheld"},
      {"items",
       List{Fields{{"remedy", "maaf-tertulis"}, {"beneficiary", "pelapor"}, {"granted", true}}}}};
  REQUIRE(maker.WhyRefused(
              maker.Add("desk-1", RecordType::kObjectionDecided, kSupervisorB, upheld).id) ==
          "refused.no_objection");
  maker.Say("object");
  for (const PersonId& own : {kSupervisorA, kHeadPerson})
    CHECK(maker.WhyRefused(maker.Add("desk-1", RecordType::kObjectionDecided, own, upheld).id) ==
          "refused.own_proposal");
  maker.Add("desk-1", RecordType::kObjectionDecided, kSupervisorB, upheld);
  REQUIRE(maker.Fold().stage == Stage::kGranted);
  REQUIRE(maker.Fold().refusal.empty());
}

TEST_CASE("An unknown critical record freezes the case, another is only kept", "[domain][case]") {
  CaseMaker maker;
  Record& unknown = maker.Add("desk-1", RecordType::kUnknown, kSupervisorA, {{"x", "y"}});
  unknown.type_name = "from_the_future";
  REQUIRE_FALSE(maker.Fold().frozen);
  REQUIRE(maker.Fold().acts.back().type_name == "from_the_future");
  unknown.critical = true;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  REQUIRE(maker.Fold().frozen);
  REQUIRE(maker.Fold().stage == Stage::kReceived);
  REQUIRE(maker.Fold().acts.size() == 3);
  REQUIRE(WhyNot(maker.Fold(), RecordType::kProposed, kSupervisorA, Role::kSupervisor) ==
          "refused.frozen");
}

TEST_CASE("While the words are sealed the state is still told", "[domain][case]") {
  CaseMaker maker = Decided();
  for (Record& record : maker.records) {
    for (auto& [body_class, body] : record.bodies) {
      if (body_class == BodyClass::kContent) body = {BodyState::kSealed, {}, {}};
    }
  }
  const CaseFile file = maker.Fold();
  REQUIRE(file.stage == Stage::kGranted);
  REQUIRE_FALSE(file.content_open);
  REQUIRE(file.code.empty());
}

TEST_CASE("Every refusal that a screen may show has a listed key", "[domain][case]") {
  const CaseFile empty;
  REQUIRE(WhyNot(empty, RecordType::kNote, kStaffPerson, Role::kStaff) == "refused.no_case");
  std::string last;
  for (const std::string_view key : RefusalKeys()) {
    CHECK(key.starts_with("refused."));
    CHECK(last < key);  // sorted, none twice
    last = key;
  }
}

}  // namespace
}  // namespace tanggap

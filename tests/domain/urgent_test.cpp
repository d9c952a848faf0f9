// Cases of a sensitive office: who may see an urgent one, and nobody reached but by a safe way.
#include "domain/case_file.h"
#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

TEST_CASE("Only the head and the named people see and handle an urgent case", "[domain][case]") {
  CaseMaker maker;
  maker.Facts()["urgent"] = true;
  maker.rules.urgent_people = {kSupervisorB};
  const CaseFile file = maker.Fold();
  CHECK(MaySee(file, kHeadPerson, Role::kHead));
  CHECK(MaySee(file, kSupervisorB, Role::kSupervisor));
  CHECK_FALSE(MaySee(file, kSupervisorA, Role::kSupervisor));
  CHECK_FALSE(MaySee(file, kStaffPerson, Role::kStaff));
  CHECK_FALSE(MaySee(file, kAuditorPerson, Role::kAuditor));
  CHECK(WhyNot(file, RecordType::kClassified, kSupervisorA, Role::kSupervisor) == "refused.urgent");
  CHECK(WhyNot(file, RecordType::kClassified, kSupervisorB, Role::kSupervisor).empty());
}

TEST_CASE("The fold refuses what somebody else wrote into an urgent case, on every desk",
          "[domain][case]") {
  CaseMaker maker;
  maker.Facts()["urgent"] = true;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  const CaseFile other = maker.Fold();
  CHECK(other.stage == CaseStage::kReceived);
  CHECK(other.acts.back().why_refused == "refused.urgent");
  maker.rules.urgent_people = {kSupervisorA};
  CHECK(maker.Fold().stage == CaseStage::kAssessed);
}

TEST_CASE("What its owner had restricted is used by the head alone, until it is lifted",
          "[domain][case]") {
  CaseMaker maker;
  maker.Add("desk-1", RecordType::kRestricted, kSupervisorA, {{"on", true}});
  const CaseFile file = maker.Fold();
  REQUIRE(file.restricted);
  for (const RecordType use : {RecordType::kIdentityRead, RecordType::kContactAttempted,
                               RecordType::kLetterIssued, RecordType::kLetterDelivered}) {
    CHECK(WhyNot(file, use, kSupervisorA, Role::kSupervisor) == "refused.restricted");
    CHECK(WhyNot(file, use, kHeadPerson, Role::kHead).empty());
  }
  CHECK(WhyNot(file, RecordType::kIdentityRead, kAuditorPerson, Role::kAuditor) ==
        "refused.restricted");
  // The case itself goes on, by its facts.
  CHECK(WhyNot(file, RecordType::kClassified, kSupervisorA, Role::kSupervisor).empty());
  maker.Add("desk-2", RecordType::kRestricted, kSupervisorB, {{"on", false}});
  CHECK_FALSE(maker.Fold().restricted);
}

TEST_CASE("A case that isn't urgent is seen by whoever works on it", "[domain][case]") {
  CaseMaker maker;
  const CaseFile file = maker.Fold();
  CHECK(MaySee(file, kSupervisorA, Role::kSupervisor));
  CHECK(MaySee(file, kStaffPerson, Role::kStaff));
}

TEST_CASE("Without a safe way a sensitive office calls nobody and sends nothing",
          "[domain][case]") {
  CaseMaker maker;
  const auto why = [&](RecordType type) {
    return WhyNot(maker.Fold(), type, kSupervisorA, Role::kSupervisor);
  };
  CHECK(why(RecordType::kContactAttempted).empty());  // another office: its own matter
  maker.rules.safe_contact_only = true;
  CHECK(why(RecordType::kContactAttempted) == "refused.no_safe_contact");
  CHECK(why(RecordType::kLetterDelivered) == "refused.no_safe_contact");
  maker.Facts()["reachable"] = true;
  CHECK(why(RecordType::kContactAttempted).empty());
}

TEST_CASE("Without a safe way a remedy counts only where it was handed over in person",
          "[domain][case]") {
  const std::string way = GENERATE("", "post", "phone", "in-person");
  CAPTURE(way);
  CaseMaker maker;
  maker.rules.safe_contact_only = true;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  Fields facts{{"remedy", "maaf-tertulis"}};
  if (!way.empty()) facts["way"] = way;
  maker.Add("desk-1", RecordType::kRemedyDelivered, kStaffPerson, facts);
  const CaseFile refused = maker.Fold();
  if (way == "in-person") {
    CHECK(refused.stage == CaseStage::kDelivered);
  } else {
    CHECK(refused.stage == CaseStage::kGranted);
    CHECK(refused.deliveries.empty());
    CHECK(refused.acts.back().why_refused == "refused.no_safe_contact");
  }
  maker.Facts()["reachable"] = true;
  CHECK(maker.Fold().stage == CaseStage::kDelivered);
  maker.Facts()["reachable"] = false;
  maker.rules.safe_contact_only = false;  // another office: its own matter
  CHECK(maker.Fold().stage == CaseStage::kDelivered);
}

}  // namespace
}  // namespace tanggap

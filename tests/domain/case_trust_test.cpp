// Whose acts count in a case: who left, who was something else before, and what nobody signed.
#include "domain/case_file.h"
#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

std::string WhyRefused(const CaseFile& file, RecordType type) {
  for (const Act& act : file.acts) {
    if (act.type == type) return act.why_refused;
  }
  return "no such act";
}

CaseMaker Decided() {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  return maker;
}

const Record& Last(const CaseMaker& maker) {
  return maker.records.back();
}

TEST_CASE("What somebody decided before they left stands, what they wrote later doesn't",
          "[domain][case][trust]") {
  CaseMaker maker = Decided();
  const Record decision = Last(maker);
  maker.rules.roles.erase(kHeadPerson);
  PastTerm term{Role::kHead, {{{decision.node, decision.epoch}, decision.sequence}}};
  maker.rules.past[kHeadPerson] = {term};
  REQUIRE(maker.Fold().stage == CaseStage::kGranted);
  REQUIRE(WhyRefused(maker.Fold(), RecordType::kDecided).empty());

  // The same record one place later in its device's chain, with the same clock: back-dated.
  term.until[{decision.node, decision.epoch}] = decision.sequence - 1;
  maker.rules.past[kHeadPerson] = {term};
  REQUIRE(maker.Fold().stage == CaseStage::kProposed);
  REQUIRE(WhyRefused(maker.Fold(), RecordType::kDecided) == "refused.left");
}

TEST_CASE("On a device that nobody had seen them use, who left counts for nothing",
          "[domain][case][trust]") {
  CaseMaker maker = Decided();
  maker.rules.roles.erase(kHeadPerson);
  maker.rules.past[kHeadPerson] = {PastTerm{Role::kHead, {{{NodeId{"desk-9"}, 1}, 1'000'000}}}};
  REQUIRE(WhyRefused(maker.Fold(), RecordType::kDecided) == "refused.left");
}

TEST_CASE("An act is judged by what its writer was when writing it", "[domain][case][trust]") {
  CaseMaker maker = Decided();
  const Record decision = Last(maker);
  // Now counter staff, head until and with this very record.
  maker.rules.roles[kHeadPerson] = Role::kStaff;
  maker.rules.past[kHeadPerson] = {
      PastTerm{Role::kHead, {{{decision.node, decision.epoch}, decision.sequence}}}};
  REQUIRE(maker.Fold().stage == CaseStage::kGranted);
  maker.rules.past[kHeadPerson].front().until.begin()->second = decision.sequence - 1;
  REQUIRE(WhyRefused(maker.Fold(), RecordType::kDecided) == "refused.role");
}

TEST_CASE("An act without its person's signature counts for nothing, and stays visible",
          "[domain][case][trust]") {
  CaseMaker maker = Decided();
  for (auto& [body_class, body] : maker.records.back().bodies)
    body = Body{BodyState::kForged, {}, {}};
  const CaseFile file = maker.Fold();
  REQUIRE(file.stage == CaseStage::kProposed);
  REQUIRE(WhyRefused(file, RecordType::kDecided) == "refused.forged");
}

TEST_CASE("Going to another desk lets nobody decide their own proposal", "[domain][case][trust]") {
  CaseMaker own;
  own.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  own.Propose("desk-1", kHeadPerson, {"maaf-tertulis"});
  own.Decide("desk-2", kHeadPerson, {"maaf-tertulis"});
  REQUIRE(own.Fold().stage == CaseStage::kProposed);
  REQUIRE(WhyRefused(own.Fold(), RecordType::kDecided) == "refused.own_proposal");
}

TEST_CASE("Who left, or whom no roster knows, names nobody as the officer concerned",
          "[domain][case][trust]") {
  for (const bool known : {true, false}) {
    CaseMaker maker;
    const PersonId namer = known ? kSupervisorB : PersonId{"siapa"};
    maker.Apart();
    maker.Add("desk-2", RecordType::kOfficerConcerned, namer, {{"person", kSupervisorA.value}});
    maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
    maker.rules.roles.erase(namer);
    if (known) maker.rules.past[namer] = {PastTerm{Role::kSupervisor, {}}};
    REQUIRE(WhyRefused(maker.Fold(), RecordType::kOfficerConcerned) ==
            (known ? "refused.left" : "refused.role"));
    REQUIRE(WhyRefused(maker.Fold(), RecordType::kClassified).empty());
  }
}

TEST_CASE("The officer concerned keeps nobody away from the case by naming them in return",
          "[domain][case][trust]") {
  CaseMaker maker;
  const auto concerned = [&](const PersonId& by, const PersonId& person) {
    maker.Add("desk-1", RecordType::kOfficerConcerned, by,
              {{"concerns", "person"}, {"person", person.value}});
  };
  concerned(kSupervisorB, kSupervisorA);
  concerned(kSupervisorA, kSupervisorB);
  maker.Classify("desk-1", kSupervisorB, "waktu", "sedang");
  REQUIRE(WhyRefused(maker.Fold(), RecordType::kClassified).empty());
  REQUIRE(maker.Fold().officer_concerned == kSupervisorA);
  // Once somebody else has taken it back, what they write counts again.
  concerned(kHeadPerson, PersonId{});
  concerned(kSupervisorA, kSupervisorB);
  REQUIRE(maker.Fold().officer_concerned == kSupervisorB);
}

}  // namespace
}  // namespace tanggap

// Two desks that were apart: nothing is lost, the better for the visitor holds, everybody folds the
// same.
#include <algorithm>
#include <random>

#include "domain/case_file.h"
#include "domain/case_maker.h"
#include "support/catch.h"

namespace tanggap {
namespace {

CaseMaker TwoOpinions() {
  CaseMaker maker;
  maker.Apart();
  maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
  maker.Classify("desk-2", kSupervisorB, "waktu", "sedang");
  maker.Together();
  return maker;
}

Record& Resolve(CaseMaker& maker, const PersonId& by, const std::string& severity,
                const std::string& second = "") {
  Fields facts{{"topic", "classified"},
               {"findings", List{Fields{{"aspect", "waktu"}, {"severity", severity}}}}};
  if (!second.empty()) facts["second"] = second;
  return maker.Add("desk-1", RecordType::kResolvedConflict, by, facts, {{"reason", "x"}});
}

TEST_CASE("Two assessments made apart are both kept and the higher grade holds",
          "[domain][case][conflict]") {
  CaseMaker maker = TwoOpinions();
  const CaseFile file = maker.Fold();
  REQUIRE(file.standing.size() == 2);
  REQUIRE(file.side == TicketSide::kConflict);
  REQUIRE(file.findings.size() == 1);
  REQUIRE(file.findings[0].severity == SeverityId("berat"));
  REQUIRE(maker.WhyRefused(maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"}).id) ==
          "refused.conflict");
}

TEST_CASE("Two who agree apart are no conflict", "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Apart();
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Classify("desk-2", kSupervisorB, "waktu", "sedang");
  REQUIRE(maker.Fold().side == TicketSide::kNone);
  REQUIRE(maker.Fold().standing.size() == 1);
}

TEST_CASE("Findings on different aspects made apart are both held", "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Apart();
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Classify("desk-2", kSupervisorB, "cara", "berat", "kekerasan-fisik");
  REQUIRE(maker.Fold().findings.size() == 2);
  REQUIRE(maker.Fold().refer);
}

TEST_CASE("A conflict is settled by a third key, never by one of its sides",
          "[domain][case][conflict]") {
  CaseMaker maker = TwoOpinions();
  for (const PersonId& side : {kSupervisorA, kSupervisorB})
    CHECK(maker.WhyRefused(Resolve(maker, side, "berat").id) == "refused.own_side");
  SECTION("for the higher grade alone") {
    Resolve(maker, kSupervisorC, "berat");
    REQUIRE(maker.Fold().side == TicketSide::kNone);
    REQUIRE(maker.Fold().standing.size() == 1);
    REQUIRE(maker.Fold().stage == CaseStage::kAssessed);
  }
  SECTION("for the lower grade only with a second person, who wrote neither side") {
    CHECK(maker.WhyRefused(Resolve(maker, kSupervisorC, "sedang").id) == "refused.needs_second");
    CHECK(maker.WhyRefused(Resolve(maker, kSupervisorC, "sedang", kSupervisorA.value).id) ==
          "refused.needs_second");
    REQUIRE(maker.Fold().findings[0].severity == SeverityId("berat"));
    Resolve(maker, kSupervisorC, "sedang", kHeadPerson.value);
    REQUIRE(maker.Fold().side == TicketSide::kNone);
    REQUIRE(maker.Fold().findings[0].severity == SeverityId("sedang"));
  }
}

TEST_CASE("A later lowering waits for a third person, a raising holds at once",
          "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  SECTION("raised") {
    maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
    REQUIRE(maker.Fold().standing.size() == 1);
    REQUIRE(maker.Fold().findings[0].severity == SeverityId("berat"));
  }
  SECTION("lowered") {
    maker.Classify("desk-1", kSupervisorA, "waktu", "ringan");
    REQUIRE(maker.Fold().side == TicketSide::kConflict);
    REQUIRE(maker.Fold().findings[0].severity == SeverityId("sedang"));
  }
  SECTION("an aspect dropped") {
    maker.Classify("desk-1", kSupervisorA, "cara", "sedang");
    REQUIRE(maker.Fold().side == TicketSide::kConflict);
    REQUIRE(maker.Fold().findings.size() == 2);
  }
}

TEST_CASE("A flagged fact isn't dropped quietly", "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "cara", "berat", "kekerasan-fisik");
  maker.Classify("desk-1", kSupervisorA, "cara", "berat");
  REQUIRE(maker.Fold().side == TicketSide::kConflict);
  REQUIRE(maker.Fold().refer);
}

TEST_CASE("A proposal on an assessment that was raised meanwhile has no effect",
          "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Apart();
  RecordId proposal;
  if (GENERATE(true, false)) {
    proposal = maker.Propose("desk-2", kSupervisorB, {"maaf-tertulis"}).id;
    maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
    REQUIRE(maker.Fold().proposal.empty());
  } else {
    maker.Classify("desk-1", kSupervisorA, "waktu", "berat");
    proposal = maker.Propose("desk-2", kSupervisorB, {"maaf-tertulis"}).id;
    REQUIRE(maker.WhyRefused(proposal) == "refused.outdated");
  }
  REQUIRE(maker.Fold().stage == CaseStage::kAssessed);
}

TEST_CASE("A graver assessment that arrives after the decision is a conflict, not lost",
          "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Apart();
  if (GENERATE(true, false)) {
    maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
    maker.Classify("desk-2", kSupervisorB, "waktu", "berat");
  } else {
    maker.Classify("desk-2", kSupervisorB, "waktu", "berat");
    maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  }
  maker.Together();
  REQUIRE(maker.Fold().side == TicketSide::kConflict);
  REQUIRE(maker.Fold().findings[0].severity == SeverityId("berat"));
  REQUIRE(maker.Fold().decided_at);
  Resolve(maker, kSupervisorC, "berat");
  REQUIRE(maker.Fold().side == TicketSide::kNone);
  REQUIRE(maker.Fold().stage == CaseStage::kAssessed);  // to be proposed and decided anew
}

TEST_CASE("A remedy delivered twice apart shows both names until it is settled",
          "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  maker.Propose("desk-1", kSupervisorA, {"maaf-tertulis"});
  maker.Decide("desk-1", kHeadPerson, {"maaf-tertulis"});
  maker.Apart();
  maker.Deliver("desk-1", kSupervisorA, "maaf-tertulis");
  maker.Deliver("desk-2", kSupervisorB, "maaf-tertulis");
  maker.Together();
  const CaseFile file = maker.Fold();
  REQUIRE(file.side == TicketSide::kConflict);
  REQUIRE(file.deliveries.size() == 2);
  REQUIRE(file.deliveries[0].by != file.deliveries[1].by);
  maker.Add("desk-1", RecordType::kResolvedConflict, kSupervisorC, {{"topic", "delivered"}},
            {{"reason", "x"}});
  REQUIRE(maker.Fold().side == TicketSide::kNone);
  REQUIRE(maker.Fold().stage == CaseStage::kDelivered);
}

TEST_CASE("Whoever closes without the visitor's last word doesn't close",
          "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "biaya", "");
  maker.Propose("desk-1", kSupervisorA, {});
  maker.Decide("desk-1", kHeadPerson, {});
  maker.Apart();
  if (GENERATE(true, false)) {
    maker.Close("desk-1", kSupervisorA, "done");
    maker.Say("add");
  } else {
    maker.Say("add");
    const RecordId close = maker.Close("desk-1", kSupervisorA, "done").id;
    REQUIRE(maker.WhyRefused(close) == "refused.visitor_added");
  }
  maker.Together();
  REQUIRE(maker.Fold().stage == CaseStage::kGranted);
  maker.Close("desk-1", kSupervisorA, "done");  // having read it
  REQUIRE(maker.Fold().stage == CaseStage::kClosed);
}

TEST_CASE("Close against reopen made apart: the case is open", "[domain][case][conflict]") {
  CaseMaker maker;
  maker.Classify("desk-1", kSupervisorA, "biaya", "");
  maker.Propose("desk-1", kSupervisorA, {});
  maker.Decide("desk-1", kHeadPerson, {});
  maker.Close("desk-1", kSupervisorA, "done");
  maker.Add("desk-1", RecordType::kReopened, kSupervisorA, {{"cause", "x"}});
  maker.Apart();
  maker.Close("desk-2", kSupervisorB, "done");
  maker.Together();
  REQUIRE(maker.Fold().stage == CaseStage::kClosed);  // it had seen the reopening
  CaseMaker other;
  other.Classify("desk-1", kSupervisorA, "biaya", "");
  other.Propose("desk-1", kSupervisorA, {});
  other.Decide("desk-1", kHeadPerson, {});
  other.Apart();
  other.Close("desk-1", kSupervisorA, "done");
  other.Add("desk-1", RecordType::kReopened, kSupervisorA, {{"cause", "x"}});
  const RecordId late = other.Close("desk-2", kSupervisorB, "done").id;
  REQUIRE(other.WhyRefused(late) == "refused.visitor_added");
  REQUIRE(other.Fold().stage == CaseStage::kGranted);
}

TEST_CASE("Records written twice under one id are both set aside", "[domain][case][conflict]") {
  CaseMaker maker;
  Record forged = maker.Classify("desk-1", kSupervisorA, "waktu", "sedang");
  forged.hlc.ms += 1;
  maker.records.push_back(forged);
  const CaseFile file = maker.Fold();
  REQUIRE(file.stage == CaseStage::kReceived);
  REQUIRE(file.acts.back().refused);
  std::ranges::reverse(maker.records);
  REQUIRE(maker.Fold() == file);
}

TEST_CASE("Refs that form a circle can't hang the fold", "[domain][case][conflict]") {
  CaseMaker maker;
  const RecordId first = maker.Classify("desk-1", kSupervisorA, "waktu", "sedang").id;
  const RecordId second = maker.Classify("desk-2", kSupervisorB, "waktu", "berat").id;
  maker.records[1].refs.push_back(second);
  maker.records[2].refs.push_back(first);
  const CaseFile file = maker.Fold();
  REQUIRE(file.acts.size() == 3);
  std::ranges::reverse(maker.records);
  REQUIRE(maker.Fold() == file);
}

// Random handling by three nodes that know of each other now and then.
CaseMaker AnyCase(std::mt19937& random) {
  CaseMaker maker;
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<PersonId> people{kSupervisorA, kSupervisorB, kSupervisorC, kHeadPerson,
                                     kStaffPerson};
  const std::vector<std::string> grades{"ringan", "sedang", "berat"};
  const std::vector<std::string> remedies{"maaf-tertulis", "pemberitahuan-telepon"};
  const std::vector<std::string> words{"add", "object", "accept", "withdraw", "undo"};
  const std::vector<std::string> outcomes{"done", "light", "refused", "withdrawn"};
  for (int step = 0; step < 25; ++step) {
    if (pick(4) == 0) maker.Apart();
    if (pick(4) == 0) maker.Together();
    const std::string desk = pick(2) == 0 ? "desk-1" : "desk-2";
    const PersonId& by = people[pick(people.size())];
    switch (pick(10)) {
      case 0:
      case 1:
        maker.Classify(desk, by, pick(3) == 0 ? "cara" : "waktu", grades[pick(3)]);
        break;
      case 2:
      case 3:
        maker.Propose(desk, by, {remedies[pick(2)]});
        break;
      case 4:
      case 5:
        maker.Decide(desk, kHeadPerson, {remedies[pick(2)]}, pick(4) == 0 ? "not-proven" : "");
        break;
      case 6:
        maker.Deliver(desk, by, remedies[pick(2)]);
        break;
      case 7:
        maker.Say(words[pick(words.size())]);
        break;
      case 8:
        maker.Close(desk, by, outcomes[pick(outcomes.size())]);
        break;
      default:
        maker.Add(desk, RecordType::kResolvedConflict, by, {{"topic", "classified"}},
                  {{"reason", "x"}});
        break;
    }
    // Concurrent desks' clocks disagree.
    maker.records.back().hlc.ms += static_cast<std::int64_t>(pick(600'000)) - 300'000;
  }
  return maker;
}

TEST_CASE("Any order and any number of copies fold to the same case", "[domain][case][property]") {
  std::mt19937 random(20261122);
  int conflicts = 0;
  int granted = 0;
  for (int round = 0; round < 300; ++round) {
    CaseMaker maker = AnyCase(random);
    const CaseFile file = maker.Fold();
    conflicts += file.side == TicketSide::kConflict ? 1 : 0;
    granted += file.decided_at ? 1 : 0;
    for (int again = 0; again < 3; ++again) {
      for (int copies = 0; copies < 5; ++copies)
        maker.records.push_back(maker.records[random() % 26]);
      std::ranges::shuffle(maker.records, random);
      REQUIRE(maker.Fold() == file);
    }
  }
  CHECK(conflicts > 20);  // else the rounds say nothing about conflicts
  CHECK(granted > 20);
}

TEST_CASE("In any history the decider never proposed, and what holds is the highest grade",
          "[domain][case][property]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    const CaseMaker maker = AnyCase(random);
    const CaseFile file = maker.Fold();
    if (file.decided_at && !file.proposers.empty() && file.decision.size() == 1)
      CHECK(std::ranges::find(file.proposers, file.decider) == file.proposers.end());
    for (const Classification& side : file.standing) {
      for (const Finding& finding : side.findings) {
        const auto held = std::ranges::find(file.findings, finding.aspect, &Finding::aspect);
        REQUIRE(held != file.findings.end());
        CHECK(maker.decree.Find(*held->severity)->rank >=
              maker.decree.Find(*finding.severity)->rank);
      }
    }
    if (file.standing.size() > 1) CHECK(file.side != TicketSide::kNone);
    CHECK(file.acts.size() == maker.records.size());
    for (const Act& act : file.acts) {
      const auto known = [&] {
        return std::ranges::find(RefusalKeys(), act.why_refused) != RefusalKeys().end();
      };
      CHECK((!act.refused || known()));
    }
  }
}

}  // namespace
}  // namespace tanggap

// Promises of the small deeds: times, notes, proposals and closed cases can be put right, and what
// was written before stays.
#include <algorithm>

#include "desk/cases.h"
#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/session.h"
#include "desk/world.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

constexpr const char* kWhy = "Dicek ulang di buku register.";

}  // namespace

TEST_CASE("A missing time is typed with its source, and then the sum can be computed",
          "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge({});
  world.SignInAs("maria");
  world.Open(code);
  REQUIRE_FALSE(SumOf(world.premises, world.Work()->open, world.state.now));
  world.Key("F");
  world.Type("02/11/2026 10.15");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kDataCompleted) == 0);  // without a source nothing is corrected
  world.Key("Tab");
  world.Key("Tab");
  world.Type("Buku register loket 2");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kDataCompleted) == 1);
  CHECK(SchemaFaults(world.written.back()).empty());
  CHECK(world.FileOf(code).declared_complete ==
        FromLocal({std::chrono::year{2026} / 11 / 2, 10, 15, 0}, world.premises.office.zone));
  CHECK(SumOf(world.premises, world.Work()->open, world.state.now));
  CHECK_FALSE(world.FileOf(code).complete_at);  // the office's own correction moves no deadline
}

TEST_CASE("A time that is no time, or still to come, corrects nothing", "[desk][session]") {
  World world(LembataPremises());
  (void)world.Lodge({});
  const std::string typed = GENERATE(as<std::string>{}, "kemarin", "31/02/2026 10.00", "02/11/2026",
                                     "02/11/2126 10.00", "2/11/2026 25.00");
  DeedBox box;
  box.duty = Duty::kTimes;
  box.words = {typed, "", "Buku register"};
  CHECK_FALSE(Complete(world.premises, box, world.state.now));
  box.words[0] = "2 11 2026 9 5";
  CHECK(Complete(world.premises, box, world.state.now));
  box.words[1] = "1/11/2026 9.00";  // finished before it was complete
  CHECK_FALSE(Complete(world.premises, box, world.state.now));
}

TEST_CASE("A proposal that is drawn back leaves the assessment standing", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = Proposed(world);
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  world.Key("U");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kStatementWithdrawn) == 0);  // not without a reason
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kStatementWithdrawn) == 1);
  CHECK(SchemaFaults(world.written.back()).empty());
  const CaseFile file = world.FileOf(code);
  CHECK(file.stage == CaseStage::kAssessed);
  CHECK(file.proposal.empty());
  CHECK_FALSE(file.findings.empty());
  CHECK(file.proposers.empty());
}

TEST_CASE("The head returns a proposal and the supervisor may propose again", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = Proposed(world);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("U");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kAssessed);
  CHECK(world.Work()->mode == CaseMode::kRead);
  world.SignInAs("maria");
  world.Open(code);
  world.Pass(std::chrono::seconds{1});
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kGranted);
}

TEST_CASE("A corrected note stays on record beside the one that replaces it", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("C");
  world.Type("Diserahkan 17 Nov");
  world.Key("Ctrl+Enter");
  world.Key("Z");
  REQUIRE(FocusedText(world.state) != nullptr);
  CHECK(*FocusedText(world.state) == "Diserahkan 17 Nov");
  world.Type(" sore");
  world.Key("Tab");
  world.Type("Salah baca register");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kNote) == 2);
  REQUIRE(world.Count(RecordType::kStatementWithdrawn) == 1);
  CHECK(SchemaFaults(world).empty());
  CHECK(world.Work()->open.taken_back.size() == 1);
  CHECK(world.Work()->open.notes.size() == 3);  // both, and why one was taken back
}

TEST_CASE("A letter of withdrawal says whether somebody pressed the visitor", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("V");
  world.Key("2");
  world.Key("Tab");
  world.Type("Surat 20 November");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kWithdrawn) == 1);
  CHECK(SchemaFaults(world.written.back()).empty());
  CHECK(world.FileOf(code).side == TicketSide::kWithdrawn);
  CHECK(world.FileOf(code).pressed_to_withdraw);
  world.Key("O");
  world.Type(kWhy);
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).side == TicketSide::kNone);
}

TEST_CASE("What is added beyond the decree is written as an addition", "[desk][session]") {
  World world(LembataPremises());
  Said chairs;
  chairs.aspects = {"sarana-prasarana"};
  chairs.phrases = {"sarana-prasarana.1"};
  const std::string code = world.Lodge(chairs);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  const std::size_t proposed = world.FileOf(code).proposal.size();
  world.Key("=");
  world.Key("Ctrl+Enter");
  const CaseFile file = world.FileOf(code);
  REQUIRE(file.decision.size() == proposed + 1);
  CHECK(file.decision.back().outside_matrix);
  CHECK(SchemaFaults(world.written.back()).empty());
}

TEST_CASE("Each thing the visitor asked for is answered before the decision is saved",
          "[desk][decide]") {
  World world(LembataPremises());
  Said said;
  said.complete_days_ago = 13;
  said.finished_days_ago = 1;
  said.wishes = {"maaf", "perbaikan"};
  const std::string code = world.Lodge(said);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kDecided) == 0);
  world.Key("Tab");
  world.Key("Down");  // the first of the ready sentences
  const std::string ready = CurrentDrafts(world.state).decide->answers.front();
  CHECK(ready == DeskTexts("id")[TextId::kDeskDecideAnswerYes]);
  world.Key("Down");
  world.Key("Up");
  CHECK(CurrentDrafts(world.state).decide->answers.front() == ready);
  world.Key("Enter");  // on to the next one
  world.Type("Mulai Senin.");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kDecided) == 1);
  CHECK(TextsOf(world.written.back().content, "answers") ==
        std::vector<std::string>{ready, "Mulai Senin."});
  CHECK(world.Work()->open.answers == std::vector<std::string>{ready, "Mulai Senin."});
}

}  // namespace tanggap::desk

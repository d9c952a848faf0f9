// Two who judged one complaint apart, and everything else that needs a second person.
#include <algorithm>

#include "desk/cases.h"
#include "desk/drafts.h"
#include "desk/resolving.h"
#include "desk/session.h"
#include "desk/world.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

// Maria found Sedang without seeing that Yohanes had found Berat.
std::string InConflict(World& world) {
  const std::string code = world.Lodge(Late());
  world.JudgeApart(code, "maria", "sedang", "Telepon 14 Agustus dicatat di buku agenda.");
  world.JudgeApart(code, "yohanes", "berat", "Tidak ada catatan tindak lanjut.");
  return code;
}

void ChooseAndGiveReason(World& world, const char* key) {
  world.Key(key);
  world.Key("Tab");
  world.Type("Telepon itu adalah tindak lanjut.");
}

}  // namespace

TEST_CASE("Whoever wrote a side of a conflict can't settle it, and reads who can",
          "[desk][session][conflict]") {
  World world(LembataPremises());
  const std::string code = InConflict(world);
  REQUIRE(world.FileOf(code).side == TicketSide::kConflict);
  world.SignInAs("maria");
  world.Open(code);
  CHECK_FALSE(Resolving(world.state, *world.Work()));
  CHECK(WhyNotResolve(world.state, world.Work()->open) == "refused.own_side");
  world.Act(ChooseSide{0});
  world.Act(SaveResolution{});
  CHECK(world.Count(RecordType::kResolvedConflict) == 0);
}

TEST_CASE("A third person settles a conflict for the higher grade alone, with a reason",
          "[desk][session][conflict]") {
  World world(LembataPremises());
  const std::string code = InConflict(world);
  world.SignInAs("petrus");
  world.Open(code);
  REQUIRE(Resolving(world.state, *world.Work()));
  // The side that takes nothing from the visitor is chosen already.
  CHECK(CurrentDrafts(world.state).resolve->choice == 1);
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kResolvedConflict) == 0);
  ChooseAndGiveReason(world, "2");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kResolvedConflict) == 1);
  const CaseFile file = world.FileOf(code);
  CHECK(file.side == TicketSide::kNone);
  REQUIRE(file.findings.size() == 1);
  CHECK(file.findings[0].severity == SeverityId{"berat"});
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("Settling for the lower grade needs the password of one who wrote neither side",
          "[desk][session][conflict]") {
  World world(LembataPremises());
  const std::string code = InConflict(world);
  world.AddPerson("lukas", "Lukas T. Making", Role::kSupervisor);
  world.SignInAs("petrus");
  world.Open(code);
  ChooseAndGiveReason(world, "1");
  world.Key("Ctrl+Enter");
  const auto* box = std::get_if<SecondBox>(&*world.state.overlay);
  REQUIRE(box != nullptr);
  REQUIRE(box->may.size() == 1);
  CHECK(box->may[0].id == World::Id("lukas"));
  CHECK(world.Count(RecordType::kResolvedConflict) == 0);
  world.Type("salah");
  world.Key("Enter");
  CHECK(world.Count(RecordType::kResolvedConflict) == 0);
  CHECK(std::get<SecondBox>(*world.state.overlay).stage == SecondBox::Stage::kRefused);
  world.Type("benar");
  world.Key("Enter");
  REQUIRE(world.Count(RecordType::kResolvedConflict) == 1);
  CHECK(TextOf(world.written.back().facts, "second") == "lukas");
  CHECK_FALSE(world.state.overlay);
  const CaseFile file = world.FileOf(code);
  CHECK(file.side == TicketSide::kNone);
  CHECK(file.findings[0].severity == SeverityId{"sedang"});
  // Whoever is signed in stays the same person.
  CHECK(world.state.person->id == World::Id("petrus"));
}

TEST_CASE("Where nobody else may agree, the lower grade can't be chosen",
          "[desk][session][conflict]") {
  World world(LembataPremises());
  const std::string code = InConflict(world);
  world.SignInAs("petrus");
  world.Open(code);
  ChooseAndGiveReason(world, "1");
  CHECK(MissingToResolve(world.premises, world.state, world.Work()->open,
                         *CurrentDrafts(world.state).resolve) == "desk.second.nobody");
  world.Key("Ctrl+Enter");
  CHECK_FALSE(world.state.overlay);
  CHECK(world.Count(RecordType::kResolvedConflict) == 0);
}

TEST_CASE("Judging anew takes the place of both sides", "[desk][session][conflict]") {
  World world(LembataPremises());
  const std::string code = InConflict(world);
  world.SignInAs("petrus");
  world.Open(code);
  world.Key("3");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Assessing() != nullptr);
  REQUIRE(world.Assessing()->findings.size() == 1);
  world.Act(FocusField{Field::kReason, 0, std::nullopt});
  world.Type(" Diperiksa ulang di buku register.");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kResolvedConflict) == 1);
  CHECK(world.Count(RecordType::kProposed) == 0);
  CHECK(world.FileOf(code).side == TicketSide::kNone);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
  // And then the way is open again.
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kProposed) == 0);  // the same press twice proposes nothing
  world.Pass(std::chrono::seconds{1});
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
}

TEST_CASE("Refusing against the finding needs a second person's password", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Shift+X");
  world.Key("5");
  world.Key("Tab");
  world.Type("Kompensasi tidak dapat diberikan tahun ini.");
  world.Key("Ctrl+Enter");
  REQUIRE(world.state.overlay);
  CHECK(world.Count(RecordType::kDecided) == 0);
  const auto& box = std::get<SecondBox>(*world.state.overlay);
  const bool me = std::ranges::any_of(
      box.may, [](const Person& person) { return person.id == World::Id("yohanes"); });
  const bool staff = std::ranges::any_of(
      box.may, [](const Person& person) { return person.role == Role::kStaff; });
  CHECK_FALSE(me);
  CHECK_FALSE(staff);
  SECTION("and with it the case is refused") {
    world.Type("benar");
    world.Key("Enter");
    REQUIRE(world.Count(RecordType::kDecided) == 1);
    CHECK(TextOf(world.written.back().facts, "refusal") == "deviates");
    CHECK_FALSE(TextOf(world.written.back().facts, "second").empty());
    CHECK(world.FileOf(code).stage == CaseStage::kRefused);
    CHECK(SchemaFaults(world) == std::vector<std::string>{});
  }
  SECTION("Esc goes back to the decision as it was typed") {
    world.Key("Escape");
    CHECK(world.Count(RecordType::kDecided) == 0);
    CHECK(CurrentDrafts(world.state).decide->reason ==
          "Kompensasi tidak dapat diberikan tahun ini.");
  }
}

}  // namespace tanggap::desk

// Half-done work outlives Esc, the lock and the program.
#include "desk/kept_drafts.h"

#include "desk/cases.h"
#include "desk/session.h"
#include "desk/world.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

using std::chrono::milliseconds;

// The same desk, switched on again: nothing but the disk is left.
void SwitchOffAndOn(World& world) {
  State fresh;
  fresh.now = world.state.now;
  fresh.monotonic = world.state.monotonic;
  world.Begin(std::move(fresh));
}

}  // namespace

TEST_CASE("A half-written assessment is on the disk after a second", "[desk][session][drafts]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Tab");
  world.Type(" Buku register dilihat.");
  CHECK(world.draft_disk.empty());
  REQUIRE(NextDeadline(world.state) <= world.state.monotonic + kKeepDrafts);
  world.Pass(kKeepDrafts);
  REQUIRE(world.draft_disk.size() == 1);
  REQUIRE(KeptDraftsOf(world.state, world.FileOf(code).id) != nullptr);
  CHECK(KeptDraftsOf(world.state, world.FileOf(code).id)->at == world.state.now);
  const std::string reason = world.Assessing()->findings[0].reason;
  SECTION("and is there again after the desk was switched off") {
    SwitchOffAndOn(world);
    world.SignInAs("maria");
    world.Open(code);
    world.Key("N");
    REQUIRE(world.Assessing() != nullptr);
    CHECK(world.Assessing()->findings[0].reason == reason);
    CHECK(world.Assessing()->findings[0].touched);
  }
  SECTION("for nobody else") {
    SwitchOffAndOn(world);
    world.SignInAs("yohanes");
    world.Open(code);
    world.Key("N");
    REQUIRE(world.Assessing() != nullptr);
    CHECK(world.Assessing()->findings[0].reason != reason);
  }
  SECTION("and is thrown away once it was saved as a record") {
    world.Key("Escape");
    world.Key("Ctrl+Enter");
    REQUIRE(world.Count(RecordType::kClassified) == 1);
    world.Pass(kKeepDrafts);
    CHECK(world.draft_disk.empty());
  }
}

TEST_CASE("Esc and the lock keep what was typed at once", "[desk][session][drafts]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("C");
  world.Type("Kunci ramp dipegang penjaga malam.");
  SECTION("Esc") {
    world.Key("Escape");
  }
  SECTION("the lock") {
    world.Key("Ctrl+L");
  }
  REQUIRE(world.draft_disk.size() == 1);
  SwitchOffAndOn(world);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("C");
  CHECK(std::get<NoteBox>(*world.state.overlay).text == "Kunci ramp dipegang penjaga malam.");
}

TEST_CASE("A disk that refuses a draft is said, and the next change tries again",
          "[desk][session][drafts]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.full_disk = true;
  world.Key("N");
  world.Pass(kKeepDrafts);
  const RecordId id = world.FileOf(code).id;
  REQUIRE(KeptDraftsOf(world.state, id) != nullptr);
  CHECK(KeptDraftsOf(world.state, id)->failed);
  world.full_disk = false;
  world.Key("Tab");
  world.Type(".");
  world.Pass(kKeepDrafts);
  CHECK_FALSE(KeptDraftsOf(world.state, id)->failed);
  CHECK(world.draft_disk.size() == 1);
}

TEST_CASE("Every part of a draft comes back from its fields", "[desk][drafts]") {
  const Premises premises = LembataPremises();
  CaseDrafts drafts;
  drafts.assess = AssessDraft{};
  DraftFinding finding;
  finding.aspect = AspectId{"waktu"};
  finding.severity = SeverityId{"sedang"};
  finding.row = 1;
  finding.reason = "Ketiga \"kali\".\nBaris dua.";
  finding.proof = "Buku register hlm. 31";
  finding.touched = true;
  finding.heard = true;
  finding.not_heard_why = "cuti";
  drafts.assess->findings.push_back(finding);
  drafts.assess->column = 2;
  drafts.assess->concerned = "loket-2";
  drafts.assess->add_apology = false;
  drafts.assess->no_apology_why = "sudah";
  drafts.decide = DecideDraft{};
  RemedyItem item;
  item.id = RemedyId{"maaf-tertulis"};
  item.cite = "Lampiran F.1";
  item.granted = false;
  drafts.decide->lines.push_back(item);
  drafts.decide->code = "to-standard";
  drafts.decide->reason = "dalam norma";
  drafts.deliver = DeliverDraft{1, "tanda terima 12"};
  drafts.resolve = ResolveDraft{1, "karena"};
  drafts.note = NoteBox{"catatan"};
  CHECK(DraftsFrom(premises, ToFields(drafts)) == drafts);
  CHECK(ToFields(CaseDrafts{}).empty());
  SECTION("except what the decree no longer knows") {
    drafts.assess->findings[0].aspect = AspectId{"aspek-lama"};
    CHECK(DraftsFrom(premises, ToFields(drafts)).assess->findings.empty());
  }
}

}  // namespace tanggap::desk

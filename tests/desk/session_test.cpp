// Promises of the desk to those who complain and to those who decide.
#include "desk/session.h"

#include <algorithm>

#include "desk/cases.h"
#include "desk/drafts.h"
#include "desk/judgement.h"
#include "desk/keymap.h"
#include "desk/world.h"
#include "domain/record_schema.h"
#include "domain/ticket_code.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

using std::chrono::milliseconds;

}  // namespace

TEST_CASE("A case goes from the list to its close through two people", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = Proposed(world);
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  REQUIRE_FALSE(world.FileOf(code).proposal.empty());
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).stage == CaseStage::kGranted);
  for (int i = 0; i < 4 && world.FileOf(code).stage == CaseStage::kGranted; ++i) {
    world.Key("S");
    world.Key("Ctrl+Enter");
  }
  REQUIRE(world.FileOf(code).stage == CaseStage::kDelivered);
  world.Key("E");
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kClosed);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("Nobody decides what they proposed themselves", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("N");
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).proposer == World::Id("yohanes"));
  world.Key("P");
  CHECK(world.Work()->mode == CaseMode::kRead);
  world.Act(Begin{Duty::kDecide});
  world.Act(SaveDecision{});
  CHECK(world.Count(RecordType::kDecided) == 0);
  CHECK(WhyNotBegin(world.state, world.Work()->open, Duty::kDecide) == "refused.own_proposal");
}

TEST_CASE("Refusing a remedy needs a reason and its ground", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = Proposed(world);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Space");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kDecided) == 0);
  world.Key("Tab");
  world.Type("Hasil diserahkan dalam norma.");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kDecided) == 0);
  world.Act(ChooseRefusal{"to-standard"});
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kDecided) == 1);
  CHECK(TextOf(world.written.back().facts, "refusal") == "to-standard");
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("A scan never lands in a field and never presses a button", "[desk][session][scan]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  const std::string other = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(other);
  world.Key("N");
  world.Key("Tab");
  world.Type(" Sudah diperiksa.");
  const std::string reason = world.Assessing()->findings[0].reason;
  world.Scan(code);
  REQUIRE(world.Sheet() != nullptr);
  world.Key("Enter");  // the scanner's own
  CHECK(world.Count(RecordType::kApologyGiven) == 0);
  CHECK(world.Count(RecordType::kClassified) == 0);
  world.Key("Escape");
  REQUIRE(world.Assessing() != nullptr);
  CHECK(world.Assessing()->findings[0].reason == reason);
}

TEST_CASE("The sheet is deaf to Enter for 400 ms, then apology and close take two",
          "[desk][session][scan]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  world.SignInAs("rina");
  world.Scan(code);
  REQUIRE(world.Sheet()->outcome == ScanOutcome::kFound);
  world.Pass(milliseconds{399});
  world.Key("Enter");
  CHECK(world.Count(RecordType::kApologyGiven) == 0);
  world.Pass(milliseconds{1});
  world.Key("Enter");
  REQUIRE(world.Count(RecordType::kApologyGiven) == 1);
  CHECK(world.FileOf(code).stage != CaseStage::kClosed);
  world.Key("Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kClosed);
  CHECK(FlagOf(world.written.back().facts, "accepted"));
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("A visitor who does not accept keeps an open case", "[desk][session][scan]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  world.SignInAs("rina");
  world.Scan(code);
  world.Pass(milliseconds{500});
  world.Key("Enter");
  world.Key("W");
  world.Key("Enter");
  CHECK(world.Count(RecordType::kClosed) == 0);
  CHECK(world.FileOf(code).stage != CaseStage::kClosed);
}

TEST_CASE("The short way is not offered where somebody must read first", "[desk][session][scan]") {
  World world(LembataPremises());
  Said story = Light();
  story.story = "Kursinya rusak dan saya jatuh.";
  Said money = Light();
  money.losses = {"uang"};
  const std::string code =
      world.Lodge(GENERATE_COPY(values({story, money, Rude(), Late(), About("biaya")})));
  world.SignInAs("rina");
  world.Scan(code);
  world.Pass(milliseconds{500});
  world.Key("Enter");
  world.Key("Enter");
  CHECK(world.Count(RecordType::kClosed) == 0);
}

TEST_CASE("A typed code records no apology", "[desk][session][scan]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  world.SignInAs("rina");
  world.Key("/");
  world.Type(code);
  world.Key("Enter");
  REQUIRE(world.Sheet() != nullptr);
  CHECK(world.Sheet()->typed);
  world.Pass(milliseconds{500});
  world.Key("Enter");
  CHECK(world.Count(RecordType::kApologyGiven) == 0);
}

TEST_CASE("Belitung's decree knows no oral claim", "[desk][session][scan]") {
  World world(BelitungPremises());
  const std::string service = world.premises.office.services.front().id.value;
  Said said = About("prosedur");
  said.service = service;
  const std::string code = world.Lodge(said);
  world.SignInAs("rina");
  world.Scan(code);
  world.Pass(milliseconds{500});
  world.Key("Enter");
  CHECK(world.Count(RecordType::kApologyGiven) == 0);
}

TEST_CASE("Every scan has its own answer", "[desk][session][scan]") {
  World world(LembataPremises());
  world.SignInAs("rina");
  SECTION("one wrong letter") {
    world.Scan("K7QF2M9DXR48");
    CHECK(world.Sheet()->outcome == ScanOutcome::kWrongCode);
  }
  SECTION("not a ticket") {
    world.Happen(Scanned{"HTTPS://EXAMPLE.COM/ABC"});
    CHECK(world.Sheet()->outcome == ScanOutcome::kNotOurs);
  }
  SECTION("not synced yet, and it opens by itself once it is") {
    std::array<std::uint8_t, 7> random{};
    random.fill(17);
    const std::string code = Compact(CodeFromRandom(random));
    world.Scan(code);
    REQUIRE(world.Sheet()->outcome == ScanOutcome::kNotSynced);
    REQUIRE(world.Lodge(Light()) == code);
    world.Happen(RecordsArrived{7, world.state.now});
    CHECK(world.Sheet()->outcome == ScanOutcome::kFound);
  }
}

TEST_CASE("A locked desk shows nothing and keeps drafts", "[desk][session][privacy]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Tab");
  world.Type(" Konsep.");
  const std::string reason = world.Assessing()->findings[0].reason;
  SECTION("after Ctrl+L") {
    world.Key("Ctrl+L");
  }
  SECTION("after five minutes without a hand") {
    world.Pass(std::chrono::minutes{5});
  }
  REQUIRE(std::holds_alternative<SignIn>(world.state.screen));
  CHECK_FALSE(world.state.person);
  CHECK(CurrentCase(world.state) == nullptr);
  world.Scan(code);
  CHECK(world.Sheet() == nullptr);
  CHECK(std::get<SignIn>(world.state.screen).scan_refused);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing() != nullptr);
  CHECK(world.Assessing()->findings[0].reason == reason);
}

TEST_CASE("Another person's drafts are their own", "[desk][session][privacy]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Tab");
  world.Type(" Konsep Maria.");
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("N");
  CHECK(world.Assessing()->findings[0].reason.find("Konsep Maria") == std::string::npos);
}

TEST_CASE("A wrong password opens nothing", "[desk][session]") {
  World world(LembataPremises());
  world.Type("salah");
  world.Key("Enter");
  CHECK_FALSE(world.state.person);
  CHECK(std::get<SignIn>(world.state.screen).stage == SignIn::Stage::kRefused);
  CHECK(std::get<SignIn>(world.state.screen).password.empty());
}

TEST_CASE("An identity is opened with a reason, recorded first, and closes by itself",
          "[desk][session][privacy]") {
  World world(LembataPremises());
  Said said = Late();
  said.named = true;
  const std::string code = world.Lodge(said);
  world.SignInAs("maria");
  world.Open(code);
  CHECK_FALSE(world.Work()->identity);
  world.Key("I");
  SECTION("own reason left empty: nothing happens") {
    world.Act(ChooseInBox{4});
    world.Key("Ctrl+Enter");
    CHECK(world.Count(RecordType::kIdentityRead) == 0);
    CHECK_FALSE(world.Work()->identity);
  }
  SECTION("with a reason") {
    world.Key("2");
    world.Key("Ctrl+Enter");
    REQUIRE(world.Work()->identity);
    CHECK(std::ranges::find(world.identity_log, RecordType::kIdentityRead) !=
          world.identity_log.end());
    world.Pass(std::chrono::minutes{4});
    world.Act(SwitchColumn{});
    world.Pass(std::chrono::minutes{1});
    CHECK_FALSE(world.Work()->identity);
    CHECK(SchemaFaults(world) == std::vector<std::string>{});
  }
}

TEST_CASE("Counter staff open no case without its ticket", "[desk][session][privacy]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Rude());
  world.SignInAs("rina");
  CHECK(world.List()->rows.empty());
  world.Key("/");
  world.Type(code.substr(0, 6));
  world.Key("Enter");
  CHECK(world.Work() == nullptr);
  world.Scan(code);
  REQUIRE(world.Sheet()->open);
  CHECK(world.Sheet()->open->file.phrases.empty());
  CHECK_FALSE(world.Sheet()->open->has_identity);
}

TEST_CASE("An assessment needs a reason for every finding", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(About("penanganan-pengaduan"));
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing()->findings.empty());
  world.Key("Ctrl+Enter");
  CHECK(world.written.empty());
  world.Act(ToggleCellAt{4, 1});
  world.Key("Ctrl+Enter");
  CHECK(world.written.empty());
  world.Key("Tab");
  world.Type("Tidak ada jawaban sampai hari ini.");
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("A finding on conduct needs the officer heard, and who is concerned", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Rude());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing()->findings.size() == 1);
  world.Key("Ctrl+Enter");
  CHECK(world.written.empty());
  world.Act(ToggleHeard{0});
  world.Key("Ctrl+Enter");
  CHECK(world.written.empty());
  world.Act(SetConcerned{""});
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kHeard) == 1);
  CHECK(world.Count(RecordType::kOfficerConcerned) == 1);
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("One fact supports one finding", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(About("penanganan-pengaduan"));
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  for (const std::size_t column : {std::size_t{3}, std::size_t{4}}) {
    world.Act(ToggleCellAt{column, 1});
    world.Act(FocusField{Field::kReason, column - 3, std::nullopt});
    world.Type("Sama saja.");
    world.Key("Escape");
  }
  REQUIRE(world.Assessing()->findings.size() == 2);
  CHECK(Missing(world.premises, world.Work()->open, *world.Assessing(), world.state.now) ==
        TextId::kDeskFindingsSameFact);
  world.Key("Ctrl+Enter");
  CHECK(world.written.empty());
}

TEST_CASE("What the decree leaves blank is found, flagged and never refused", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(About("biaya"));
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Act(ToggleCellAt{1, 2});
  REQUIRE(world.Assessing()->findings.size() == 1);
  CHECK_FALSE(world.Assessing()->findings[0].severity);
  world.Key("Tab");
  world.Type("Diminta Rp150.000 untuk formulir.");
  world.Act(ToggleHeard{0});
  world.Act(SetConcerned{""});
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).unregulated);
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
  CHECK(world.FileOf(code).refusal.empty());
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("Under Belitung a leader assesses, somebody proposes, a leader decides",
          "[desk][session]") {
  World world(BelitungPremises());
  const std::string service = world.premises.office.services.front().id.value;
  Said said;
  said.service = service;
  said.aspects = {"waktu"};
  said.complete_days_ago = 5;
  said.finished_days_ago = 1;
  const std::string code = world.Lodge(said);
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  CHECK(world.Work()->mode == CaseMode::kRead);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing() != nullptr);
  CHECK(world.Assessing()->findings.size() == 1);
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).stage == CaseStage::kAssessed);
  world.SignInAs("maria");
  world.Open(code);
  world.Pass(std::chrono::seconds{1});
  world.Key("Ctrl+Enter");
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  // Late by more than 48 hours: the three items of KETIGA besides the general ones, none twice.
  CHECK(world.FileOf(code).proposal.size() == 4);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).stage == CaseStage::kGranted);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("The sum of a late service proposes its cell with the sum as reason", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  REQUIRE(world.Assessing()->findings.size() == 1);
  CHECK(world.Assessing()->findings[0].severity == SeverityId{"berat"});
  CHECK(world.Assessing()->findings[0].from_engine);
  CHECK_FALSE(world.Assessing()->findings[0].reason.empty());
}

TEST_CASE("A full disk keeps the work, and the same records are tried again", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.full_disk = true;
  world.Key("Ctrl+Enter");
  CHECK(world.state.saving == Saving::kFull);
  REQUIRE(world.Assessing() != nullptr);
  const std::vector<Draft> unsaved = world.state.unsaved;
  REQUIRE_FALSE(unsaved.empty());
  world.full_disk = false;
  world.Act(TryAgain{});
  CHECK(world.written == unsaved);
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
}

TEST_CASE("A second press writes nothing twice", "[desk][session]") {
  World world(LembataPremises());
  world.Lodge(Late());
  world.SignInAs("maria");
  State state = world.state;
  state.saving = Saving::kSaving;
  const Step step = Update(world.premises, state, Acted{Begin{Duty::kTake}});
  CHECK(std::ranges::none_of(step.effects, [](const Effect& effect) {
    return std::holds_alternative<WriteRecords>(effect);
  }));
}

TEST_CASE("Asking for data ticks what is missing and makes the case wait", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Said{});
  world.SignInAs("maria");
  world.Open(code);
  world.Key("D");
  REQUIRE(std::holds_alternative<DataBox>(*world.state.overlay));
  CHECK(std::get<DataBox>(*world.state.overlay).wanted[0]);
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).side == TicketSide::kWaitingForData);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("The first response is its own record", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("W");
  world.Key("Ctrl+Enter");
  CHECK(world.FileOf(code).responded);
  CHECK(world.FileOf(code).stage == CaseStage::kReceived);
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

TEST_CASE("A half-written note survives Esc", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("C");
  world.Type("Kunci ramp dipegang");
  world.Key("Escape");
  CHECK_FALSE(world.state.overlay);
  world.Key("C");
  REQUIRE(world.state.overlay);
  CHECK(std::get<NoteBox>(*world.state.overlay).text == "Kunci ramp dipegang");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kNote) == 1);
}

TEST_CASE("A selection stays with its case while others arrive", "[desk][session]") {
  World world(LembataPremises());
  world.Lodge(Late());
  const std::string second = world.Lodge(Light());
  world.SignInAs("maria");
  world.Key("J");
  const RecordId chosen = world.List()->rows[world.List()->selected].id;
  world.Lodge(Rude());
  world.Happen(RecordsArrived{9, world.state.now});
  CHECK(world.List()->rows.size() == 3);
  CHECK(world.List()->rows[world.List()->selected].id == chosen);
}

TEST_CASE("The auditor reads and writes nothing", "[desk][session]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("sari");
  world.Open(code);
  REQUIRE(world.Work() != nullptr);
  for (const char* key : {"N", "P", "S", "A", "C", "D", "W", "E"})
    world.Key(key);
  CHECK(world.written.empty());
}

TEST_CASE("No screen binds what a scan begins with", "[desk][keys]") {
  World world(LembataPremises());
  const std::string code = Proposed(world);
  std::vector<State> states{world.state};
  world.Key("Escape");
  states.push_back(world.state);
  world.SignInAs("yohanes");
  states.push_back(world.state);
  world.Open(code);
  world.Key("P");
  states.push_back(world.state);
  world.Scan(code);
  states.push_back(world.state);
  for (const State& state : states) {
    for (const Binding& binding : BindingsFor(world.premises, state)) {
      const bool bare = !binding.ctrl && !binding.shift;
      CHECK_FALSE((bare && (binding.key == ui::Key::kT || binding.key == ui::Key::kH ||
                            binding.key == ui::Key::kGrave)));
      CHECK(binding.key != ui::Key::kF13);
    }
  }
}

TEST_CASE("Both languages of the desk are complete", "[desk][texts]") {
  const Texts id = DeskTexts("id");
  const Texts en = DeskTexts("en");
  for (const std::string_view key : RefusalKeys()) {
    CHECK_FALSE(id.ByKey(key).empty());
    CHECK_FALSE(en.ByKey(key).empty());
  }
  for (const RecordType type : AllRecordTypes()) {
    const RecordRule* rule = RuleOf(type);
    if (rule == nullptr || rule->answers != Answers::kCase) continue;
    CHECK_FALSE(id.ByKey("desk.did." + std::string(NameOf(type))).empty());
    CHECK_FALSE(en.ByKey("desk.did." + std::string(NameOf(type))).empty());
  }
}

TEST_CASE("A delivery says in which way, and reaches nobody at home without a safe one",
          "[desk][session]") {
  const bool safe = GENERATE(true, false);
  World world(LembataPremises());
  world.premises.office.sensitive.active = !safe;
  const std::string code = Proposed(world);
  world.SignInAs("yohanes");
  world.Open(code);
  world.Key("P");
  world.Key("Ctrl+Enter");
  world.Key("S");
  world.Key("2");  // by post
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kRemedyDelivered) == 1);
  CHECK(TextOf(world.written.back().facts, "way") == (safe ? "post" : "in-person"));
  CHECK(SchemaFaults(world) == std::vector<std::string>{});
}

}  // namespace tanggap::desk

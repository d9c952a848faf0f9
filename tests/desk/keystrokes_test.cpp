// The desk's commonest tasks by keys alone, counted; and what finds a case: search, filter,
// palette.
#include <algorithm>

#include "desk/cases.h"
#include "desk/keymap.h"
#include "desk/palette.h"
#include "desk/search.h"
#include "desk/world.h"
#include "domain/ticket_code.h"
#include "support/catch.h"

namespace tanggap::desk {
namespace {

using std::chrono::milliseconds;

// Presses the keys and says how many there were; typed letters count one each.
std::size_t Press(World& world, std::initializer_list<const char*> keys) {
  for (const char* key : keys)
    world.Key(key);
  return keys.size();
}

std::vector<std::string> CodesShown(const World& world) {
  std::vector<std::string> codes;
  for (const CaseRow& row : world.List()->rows)
    codes.push_back(Compact(*ReadCode(row.code).code));
  std::ranges::sort(codes);
  return codes;
}

std::vector<Command> Listed(const World& world, const std::string& typed = "") {
  return CommandsFor(world.premises, world.state, typed);
}

}  // namespace

TEST_CASE("A scanned light complaint is apologised for and closed with two keys",
          "[desk][keys][budget]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  world.SignInAs("rina");
  world.Scan(code);
  world.Pass(milliseconds{500});
  CHECK(Press(world, {"Enter", "Enter"}) == 2);
  CHECK(world.FileOf(code).stage == CaseStage::kClosed);
}

TEST_CASE("From the list, a right proposal is saved with two keys and granted with two",
          "[desk][keys][budget]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  CHECK(Press(world, {"N", "Ctrl+Enter"}) == 2);
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  world.SignInAs("yohanes");
  CHECK(Press(world, {"P", "Ctrl+Enter"}) == 2);
  REQUIRE(world.FileOf(code).stage == CaseStage::kGranted);
  SECTION("what is due is handed over with a scan and two keys") {
    world.Act(ShowView{CaseView::kAllOpen});
    world.Scan(code);
    world.Pass(milliseconds{500});
    CHECK(Press(world, {"S", "Enter"}) == 2);
    CHECK(world.Count(RecordType::kRemedyDelivered) == 1);
  }
}

TEST_CASE("Missing data is asked for with two keys, the gaps ticked already",
          "[desk][keys][budget]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Said{});
  world.SignInAs("maria");
  CHECK(Press(world, {"D", "Ctrl+Enter"}) == 2);
  CHECK(world.FileOf(code).side == TicketSide::kWaitingForData);
}

TEST_CASE("The next overdue complaint is taken with two keys", "[desk][keys][budget]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late(), 20 * 24 * 60);
  world.SignInAs("maria");
  CHECK(Press(world, {"3", "A"}) == 2);
  CHECK(world.FileOf(code).holder == World::Id("maria"));
  CHECK(world.List() != nullptr);
}

TEST_CASE("Four symbols of a code that no other has open its case", "[desk][keys][budget]") {
  World world(LembataPremises());
  world.Lodge(Light());
  const std::string code = world.Lodge(Late());
  REQUIRE(code.substr(0, 4).find_first_of("0123456789") != std::string::npos);
  world.SignInAs("maria");
  world.Key("/");
  world.Type(code.substr(0, 4));
  world.Key("Enter");
  REQUIRE(world.Work() != nullptr);
  CHECK(world.Work()->open.file.code == code);
}

TEST_CASE("A search understands tokens in both languages and keeps the rest as words",
          "[desk][search]") {
  const Premises premises = LembataPremises();
  const std::vector<Person> people{{PersonId{"p2"}, "Rina Oktaviani", Role::kStaff}};
  const Day today = *DayFromIso("2026-11-20");
  const auto read = [&](const char* typed) { return ReadQuery(premises, people, typed, today); };
  CHECK(read("kursi rusak").words == "kursi rusak");
  CHECK(read("tingkat:berat kursi").filter.grade == "berat");
  CHECK(read("tingkat:berat kursi").words == "kursi");
  CHECK(read("GRADE:Berat").filter.grade == "berat");
  CHECK(read("layanan:legalisir").filter.service == ServiceId{"legalisir"});
  CHECK(read("petugas:rina").filter.holder == PersonId{"p2"});
  CHECK(read("kios:lobi").filter.source == NodeId{"KIOSK00001"});
  CHECK(read("sejak:1nov").filter.since == DayFromIso("2026-11-01"));
  CHECK(read("since:2026-11-02").filter.since == DayFromIso("2026-11-02"));
  // A day that has not come yet this year was last year's.
  CHECK(read("sejak:24des").filter.since == DayFromIso("2025-12-24"));
  for (const char* none : {"tingkat:gawat", "petugas:siapa", "sejak:kapan", "sejak:31feb", "x:y",
                           "tingkat:", ":berat"}) {
    INFO(none);
    CHECK_FALSE(read(none).filter.Any());
    CHECK(read(none).words == none);
  }
}

TEST_CASE("A list is narrowed by keys, says so, and opens up again", "[desk][filter]") {
  World world(LembataPremises());
  const std::string here = world.Lodge(Late());
  Said other = Light();
  other.service = "pindah";
  const std::string there = world.Lodge(other);
  world.SignInAs("maria");
  REQUIRE(world.List()->rows.size() == 2);
  world.Key("F");
  REQUIRE(std::holds_alternative<FilterBox>(*world.state.overlay));
  const OfficeService* service = world.premises.office.Find(ServiceId{"pindah"});
  world.Type(std::string(service->label.In("id")));
  world.Key("Enter");
  CHECK_FALSE(world.state.overlay);
  CHECK(CodesShown(world) == std::vector{there});
  CHECK(world.List()->total == 1);
  SECTION("the filter stays from view to view") {
    world.Key("9");
    world.Key("0");
    CHECK(CodesShown(world) == std::vector{there});
  }
  SECTION("backspace in the list clears the last part") {
    world.Key("Backspace");
    CHECK(world.List()->rows.size() == 2);
  }
  SECTION("and so it does in the box, where nothing is typed") {
    world.Key("F");
    world.Key("Backspace");
    CHECK_FALSE(world.List()->filter.Any());
    CHECK(std::holds_alternative<FilterBox>(*world.state.overlay));
  }
}

TEST_CASE("Back from a case that was dealt with, the next one in the queue is under the keyboard",
          "[desk][keys]") {
  World world(LembataPremises());
  world.Lodge(Late(), 15 * 24 * 60);
  world.Lodge(Late(), 12 * 24 * 60);
  world.Lodge(Late(), 60);
  world.SignInAs("maria");
  const RecordId first = world.List()->rows[0].id;
  const RecordId second = world.List()->rows[1].id;
  world.Key("Enter");
  world.Key("Escape");
  CHECK(world.List()->rows[world.List()->selected].id == first);  // nothing happened to it
  world.Key("Enter");
  world.Key("W");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kResponded) == 1);
  world.Key("Escape");
  CHECK(world.List()->rows[world.List()->selected].id == second);
  REQUIRE(world.List()->previewed);
  CHECK(world.List()->previewed->file.id == second);
}

TEST_CASE("The palette runs what it names, the case's commands first", "[desk][palette]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  world.Key("Ctrl+K");
  REQUIRE(std::holds_alternative<Palette>(*world.state.overlay));
  CHECK(Listed(world).front().group == CommandGroup::kCase);
  SECTION("its first line is the next step") {
    world.Key("Enter");
    REQUIRE(world.Work() != nullptr);
    CHECK(world.Assessing() != nullptr);
  }
  SECTION("letters narrow it") {
    const std::vector<Command> locking = Listed(world, "kunc");
    REQUIRE(locking.size() == 2);
    // What begins with the letters comes before what has them in a later word.
    CHECK(std::holds_alternative<Lock>(locking.front().intent));
    CHECK(std::holds_alternative<EnterRoom>(locking.back().intent));
  }
  SECTION("a code typed into it finds its case") {
    world.Type(code.substr(0, 5));
    world.Key("Enter");
    REQUIRE(world.Work() != nullptr);
    CHECK(world.Work()->open.file.code == code);
    world.Key("Ctrl+K");
    const std::vector<Command> listed = Listed(world);
    CHECK(std::ranges::any_of(
        listed, [](const Command& command) { return command.group == CommandGroup::kRecent; }));
  }
  SECTION("Esc leaves all as it was") {
    world.Key("Escape");
    CHECK_FALSE(world.state.overlay);
    CHECK(world.List() != nullptr);
  }
}

TEST_CASE("What somebody may not do is listed with who may, and does nothing", "[desk][palette]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  Press(world, {"N", "Ctrl+Enter"});
  REQUIRE(world.FileOf(code).stage == CaseStage::kProposed);
  world.Key("Ctrl+K");
  const std::vector<Command> listed = Listed(world);
  const auto decide = std::ranges::find_if(
      listed, [](const Command& command) { return command.keys == "P" && !command.why.empty(); });
  REQUIRE(decide != listed.end());
  CHECK(decide->why.find("Yohanes B. Prakoso") != std::string::npos);
  world.Act(RunCommand{static_cast<std::size_t>(decide - listed.begin())});
  CHECK(world.state.overlay);
  CHECK(world.Work()->mode == CaseMode::kRead);
}

TEST_CASE("Light, language and rows follow the person, not the machine", "[desk][taste]") {
  World world(LembataPremises());
  world.SignInAs("maria");
  Press(world, {"Ctrl+G", "Ctrl+B", "Shift+D", "Ctrl+="});
  CHECK(world.tastes.at(World::Id("maria")) == Taste{"en", true, true, 1.1F});
  world.SignInAs("yohanes");
  CHECK_FALSE(world.state.dark);
  CHECK(world.state.language == "id");
  CHECK_FALSE(world.state.dense);
  world.SignInAs("maria");
  CHECK(world.state.dark);
  CHECK(world.state.dense);
}

TEST_CASE("What a scan covers comes back as it was", "[desk][session][scan]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Light());
  world.Lodge(Late());
  world.SignInAs("maria");
  SECTION("a half-typed search") {
    world.Key("/");
    world.Type("kurs");
    world.Scan(code);
    world.Key("Escape");
    CHECK(world.List()->query == "kurs");
    REQUIRE(world.state.focus);
    world.Type("i");
    CHECK(world.List()->query == "kursi");
  }
  SECTION("a half-written note") {
    world.Open(code);
    world.Key("C");
    world.Type("Sudah dihub");
    world.Scan(code);
    world.Key("Escape");
    REQUIRE(std::holds_alternative<NoteBox>(*world.state.overlay));
    CHECK(std::get<NoteBox>(*world.state.overlay).text == "Sudah dihub");
    CHECK(world.state.focus);
  }
}

TEST_CASE("A scan that names no ticket of this office says what it is", "[desk][session][scan]") {
  World world(LembataPremises());
  world.SignInAs("rina");
  const auto outcome = [&](const std::string& text) {
    world.Pass(milliseconds{3000});
    world.Happen(Scanned{text});
    return world.Sheet()->outcome;
  };
  std::array<std::uint8_t, 7> random{};
  random.fill(99);
  const std::string code = Compact(CodeFromRandom(random));
  CHECK(outcome("HTTPS://PENGADUAN.KANTORLAIN.GO.ID/T/" + code) == ScanOutcome::kOtherOffice);
  CHECK(outcome("HTTPS://EXAMPLE.COM/ABC") == ScanOutcome::kNotOurs);
  CHECK(outcome("8991234567890") == ScanOutcome::kNotOurs);
  CHECK(outcome("TANGGAP:" + code.substr(0, 11)) == ScanOutcome::kWrongCode);
  CHECK(outcome("TANGGAP:" + code) == ScanOutcome::kNotSynced);
  CHECK(world.state.scans.size() == 4);  // the same code twice is one line, the newer one
}

TEST_CASE("The palette's key works in the list and in a case, not on a scan's sheet",
          "[desk][keys]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Late());
  world.SignInAs("maria");
  const auto has_palette = [&] {
    return std::ranges::any_of(
        BindingsFor(world.premises, world.state), [](const Binding& binding) {
          return std::holds_alternative<OpenPalette>(binding.intent) && binding.hint;
        });
  };
  CHECK(has_palette());
  world.Open(code);
  CHECK(has_palette());
  world.Scan(code);
  CHECK_FALSE(has_palette());
}

TEST_CASE("What was saved in one case is not said of the next, nor to the next person",
          "[desk][keys]") {
  World world(LembataPremises());
  const std::string other = world.Lodge(Light());
  (void)Proposed(world);
  REQUIRE(world.state.saved_at);
  world.Open(other);
  CHECK_FALSE(world.state.saved_at);
  world.Key("A");
  REQUIRE(world.state.saved_at);
  world.Key("Ctrl+L");
  CHECK_FALSE(world.state.saved_at);
}

TEST_CASE("A finding's evidence is the next field after its reason", "[desk][keys]") {
  World world(LembataPremises());
  (void)world.Lodge(Late());
  world.SignInAs("maria");
  world.Key("N");
  world.Key("Tab");
  world.Type(" Dicek.");
  world.Key("Tab");
  world.Type("Map 12");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kEvidence) == 1);
  CHECK(TextOf(world.written.front().content, "place") == "Map 12");
}

TEST_CASE("A complaint about a person is assessed with the keyboard alone", "[desk][keys]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Rude());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Tab");
  world.Type("Petugas menjawab ketus.");
  world.Key("Escape");
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kClassified) == 0);  // nobody was heard, nobody is named
  world.Key("Space");
  world.Key("1");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kClassified) == 1);
  CHECK(world.Count(RecordType::kHeard) == 1);
  CHECK(world.Count(RecordType::kOfficerConcerned) == 1);
}

TEST_CASE("Why an officer was not heard is reached with Tab", "[desk][keys]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(Rude());
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Key("Tab");
  world.Type("Petugas menjawab ketus.");
  world.Key("Tab");
  world.Key("Tab");
  world.Type("Sedang cuti sampai Desember.");
  world.Key("Tab");
  REQUIRE(world.state.focus);
  CHECK(world.state.focus->field == Field::kReason);  // and round again
  REQUIRE(world.Assessing() != nullptr);
  CHECK(world.Assessing()->findings.front().not_heard_why == "Sedang cuti sampai Desember.");
}

TEST_CASE("The preselected apology outside the matrix is left out only with a reason",
          "[desk][keys]") {
  World world(LembataPremises());
  const std::string code = world.Lodge(About("jaminan-keamanan"));
  world.SignInAs("maria");
  world.Open(code);
  world.Key("N");
  world.Act(ToggleCellAt{5, 1});
  world.Key("Tab");
  world.Type("Dibentak di depan antrean.");
  world.Key("Escape");
  world.Key("Space");
  world.Key("1");
  REQUIRE(world.Assessing()->add_apology);
  world.Key("=");
  CHECK_FALSE(world.Assessing()->add_apology);
  world.Key("Ctrl+Enter");
  CHECK(world.Count(RecordType::kProposed) == 0);
  world.Type("Sudah dimintakan maaf di tempat.");
  world.Key("Ctrl+Enter");
  REQUIRE(world.Count(RecordType::kProposed) == 1);
  CHECK(TextOf(world.written.back().content, "reason") == "Sudah dimintakan maaf di tempat.");
  CHECK(SchemaFaults(world).empty());
}

}  // namespace tanggap::desk

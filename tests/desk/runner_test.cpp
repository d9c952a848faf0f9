// The desk's runner on real parts: a kiosk's complaint comes through the folder, and opens only for
// who may read it.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "desk/effect_runner.h"
#include "desk/wiring/draft_files.h"
#include "folder/collect.h"
#include "folder/publisher.h"
#include "folder/rosters.h"
#include "ledger/sign_in.h"
#include "storage/register.h"
#include "support/catch.h"
#include "support/example_files.h"
#include "support/founded_office.h"
#include "support/temporary_directory.h"

namespace tanggap::desk {
namespace {

constexpr const char* kPassword = "kata sandi contoh";

Premises Lembata() {
  OfficeFile file = LembataOffice();
  return {std::move(file.office), std::move(file.decree), {}, {}};
}

// A desk of a founded office, and a kiosk whose complaints reach it.
class Desk {
 public:
  Desk() : premises(Lembata()), kiosk(office), desk(office, Writes::kDesk, 9) {
    const auto bytes = office.founding.roster_bytes;
    PublishRoster(replica, office.Book(), bytes);
    std::filesystem::create_directories(people);
    for (const PersonKey& person : office.founding.people)
      WritePersonKey(people / (person.Id().value + ".key"), person, kPassword, desk.randomness);
    RegisterSettings settings;
    for (const RosterPerson& person : office.Book().people)
      rules.roles[person.id] = person.role;
    settings.roles = rules.roles;
    settings.rules_version = "1";
    settings.lookup_of = [](const std::string& secret) {
      const auto held = TicketSecret::FromHex(secret);
      return held ? held->Lookup() : std::string();
    };
    cases = std::make_unique<SqliteRegister>(directory / "register.db", premises.decree,
                                             premises.office, settings);
    sign_in = std::make_unique<LedgerSignIn>(people, office.Book(), desk.secrets, desk.signer,
                                             desk.clock, desk.randomness);
    runner =
        std::make_unique<EffectRunner>(RunnerPorts{desk.clock, *cases, desk.recorder, *sign_in},
                                       premises, rules, [this] { Carry(desk); });
    files = std::make_unique<DraftFiles>(half_done, *sign_in);
    runner->UseDrafts({[this](const PersonId& person) { return files->All(person); },
                       [this](const PersonId& person, const RecordId& id, const Fields& fields) {
                         files->Keep(person, id, fields);
                       }});
  }

  // Lodges at the kiosk as its runner does: the ticket opens facts, and words where they are plain.
  TicketCode Lodge(const std::string& phrase, bool counter_may_read,
                   const std::string& service = "legalisir") {
    Draft draft;
    draft.id = kiosk.recorder.NewId();
    draft.type = RecordType::kComplaintLodged;
    draft.facts = {{"kind", "pengaduan"},
                   {"service", service},
                   {"aspects", List{"sarana-prasarana"}},
                   {"named", true}};
    draft.content = {{"phrases", List{Value(phrase)}}};
    draft.identity = {{"name", "Maria Peni"}, {"phone", "081234567890"}};
    draft.ticket = kiosk.secrets.NewCode();
    draft.ticket_opens = {BodyClass::kFacts};
    if (counter_may_read) draft.ticket_opens.insert(BodyClass::kContent);
    kiosk.recorder.Write(std::vector{draft});
    Carry(kiosk);
    return *draft.ticket;
  }

  bool Enter(Signs who) {
    const PersonId id = office.Person(who).Id();
    const auto events = runner->Run(CheckPassword{id, kPassword});
    return std::holds_alternative<SignedIn>(events.front());
  }
  std::optional<OpenCase> Find(const TicketCode& code) {
    const auto events = runner->Run(FindCode{Compact(code)});
    const auto* loaded = std::get_if<CaseLoaded>(&events.front());
    return loaded == nullptr ? std::nullopt : loaded->open;
  }
  PageLoaded Page() {
    const auto events = runner->Run(LoadPage{});
    return std::get<PageLoaded>(events.front());
  }

  FoundedOffice office;
  TemporaryDirectory directory;
  std::filesystem::path replica = directory / "replica";
  std::filesystem::path people = directory / "people";
  std::filesystem::path half_done = directory / "drafts";
  Premises premises;
  FoldRules rules;
  WorkingNode kiosk;
  WorkingNode desk;
  std::unique_ptr<SqliteRegister> cases;
  std::unique_ptr<LedgerSignIn> sign_in;
  std::unique_ptr<EffectRunner> runner;
  std::unique_ptr<DraftFiles> files;

 private:
  void Carry(WorkingNode& node) {
    while (node.segments.CloseIfDue(true)) {
    }
    Publisher publisher(node.journal, replica, office.Book().Id(), office.Node(node.which).Id());
    publisher.Round(LocalDay(node.clock.Now(), premises.office.zone));
    DeskCollector collector(*cases, desk.journal, replica, office.Book().Id());
    const auto open = [this](const RecordId& id, const std::string& type, const SealedBody& body) {
      return sign_in->Open(id, type, body);
    };
    while (collector.Round(office.Book(), open).more) {
    }
  }
};

}  // namespace

TEST_CASE("Counter staff open a case with its ticket, and nothing without", "[desk][runner]") {
  Desk desk;
  const TicketCode code = desk.Lodge("sarana-prasarana.1", true);
  const TicketCode sealed = desk.Lodge("sarana-prasarana.5", false);
  REQUIRE(desk.Enter(Signs::kStaff));
  CHECK(desk.Page().rows.empty());
  const auto open = desk.Find(code);
  REQUIRE(open);
  CHECK(open->by_ticket);
  CHECK(open->code == Grouped(code));
  CHECK(open->file.service == ServiceId{"legalisir"});
  CHECK(open->file.phrases == std::vector<PhraseId>{PhraseId{"sarana-prasarana.1"}});
  const auto other = desk.Find(sealed);
  REQUIRE(other);
  CHECK(other->file.service == ServiceId{"legalisir"});
  CHECK(other->file.phrases.empty());
  CHECK_FALSE(desk.Find(CodeFromRandom(std::array<std::uint8_t, 7>{9, 9, 9, 9, 9, 9, 9})));
}

TEST_CASE("A supervisor's password opens words, identities only after a recorded reason",
          "[desk][runner]") {
  Desk desk;
  const TicketCode code = desk.Lodge("sarana-prasarana.1", true);
  const PersonId budi = desk.office.Person(Signs::kSupervisor).Id();
  const auto wrong = desk.runner->Run(CheckPassword{budi, "salah"});
  CHECK(std::holds_alternative<SignInRefused>(wrong.front()));
  REQUIRE(desk.Enter(Signs::kSupervisor));
  const PageLoaded page = desk.Page();
  REQUIRE(page.rows.size() == 1);
  CHECK(page.rows[0].code == Grouped(code));
  CHECK(page.rows[0].summary.severity == SeverityId{"ringan"});
  CHECK_FALSE(page.rows[0].summary.assessed);
  const auto open = desk.Find(code);
  REQUIRE(open);
  CHECK(open->has_identity);
  Draft reading;
  reading.id = desk.desk.recorder.NewId();
  reading.type = RecordType::kIdentityRead;
  reading.refs = open->file.Refs();
  reading.facts["purpose"] = "contact";
  SECTION("the name comes after the record") {
    const auto events = desk.runner->Run(OpenIdentity{open->file.id, {reading}});
    REQUIRE(events.size() == 2);
    CHECK(std::holds_alternative<RecordsWritten>(events[0]));
    const auto& opened = std::get<IdentityOpened>(events[1]);
    REQUIRE(opened.identity);
    CHECK(opened.identity->name == "Maria Peni");
    CHECK(desk.Find(code)->file.acts.size() == 2);
  }
  SECTION("no record, no name") {
    desk.desk.journal.fail = StoreFault::kFull;
    const auto events = desk.runner->Run(OpenIdentity{open->file.id, {reading}});
    REQUIRE(events.size() == 1);
    const auto& failed = std::get<WriteFailed>(events[0]);
    CHECK(failed.full);
    CHECK(failed.drafts == std::vector{reading});
  }
}

TEST_CASE("An urgent case is for the head and the people named for it, for nobody else",
          "[desk][runner][privacy]") {
  Desk desk;
  desk.premises.office.sensitive.active = true;
  Draft urgent;
  urgent.id = desk.kiosk.recorder.NewId();
  urgent.type = RecordType::kComplaintLodged;
  urgent.facts = {{"kind", "pengaduan"}, {"sensitive", true}, {"urgent", true}};
  urgent.content = {{"story", "rahasia sekali"}};
  urgent.identity = {{"name", "Maria Peni"}};
  urgent.ticket = desk.kiosk.secrets.NewCode();
  desk.kiosk.recorder.Write(std::vector{urgent});
  const TicketCode plain = desk.Lodge("sarana-prasarana.1", true);
  const auto words = [&] {
    std::string all;
    for (const PageLoaded& page :
         {desk.Page(), std::get<PageLoaded>(
                           desk.runner->Run(LoadPage{CaseView::kAllOpen, "rahasia", {}}).front())})
      for (const CaseRow& row : page.rows)
        all += row.code + " " + row.words + "\n";
    return all;
  };
  const auto sees_urgent = [&] {
    Draft reading;
    reading.id = desk.desk.recorder.NewId();
    reading.type = RecordType::kIdentityRead;
    reading.refs = {urgent.id};
    reading.facts["purpose"] = "contact";
    const auto identity = desk.runner->Run(OpenIdentity{urgent.id, {reading}});
    const bool named = std::get<IdentityOpened>(identity.back()).identity.has_value();
    const bool found = desk.Find(*urgent.ticket).has_value();
    const bool listed = words().find("rahasia") != std::string::npos;
    CHECK(named == found);
    CHECK(listed == found);
    return found;
  };
  SECTION("counter staff with the ticket in hand") {
    REQUIRE(desk.Enter(Signs::kStaff));
    CHECK_FALSE(sees_urgent());
  }
  SECTION("a supervisor who isn't named, before and after the head was here") {
    REQUIRE(desk.Enter(Signs::kSupervisor));
    CHECK_FALSE(sees_urgent());
    CHECK(desk.Find(plain));
    CHECK(desk.cases->Search("rahasia", 10).empty());  // not even opened on this machine
    REQUIRE(desk.Enter(Signs::kHead));
    CHECK(sees_urgent());
    REQUIRE(desk.Enter(Signs::kSupervisor));
    CHECK_FALSE(sees_urgent());
    REQUIRE(desk.Enter(Signs::kStaff));
    CHECK_FALSE(sees_urgent());
  }
  SECTION("the auditor neither, who counts it as flagged and reads nothing of it") {
    REQUIRE(desk.Enter(Signs::kHead));  // its words are open on this machine now
    REQUIRE(desk.Enter(Signs::kAuditor));
    CHECK_FALSE(sees_urgent());
    const PageLoaded page = desk.Page();
    CHECK(page.total == 2);
    const auto row = std::ranges::find(page.rows, urgent.id, &CaseRow::id);
    REQUIRE(row != page.rows.end());
    CHECK(row->code.empty());
    CHECK(row->words.empty());
    CHECK(row->summary.service == ServiceId{});
    CHECK(row->summary.due);
    Filter narrow;
    narrow.service = ServiceId{"ppa"};
    CHECK(std::get<PageLoaded>(desk.runner->Run(LoadPage{CaseView::kAllOpen, "", narrow}).front())
              .rows.empty());
  }
  SECTION("the head, whom it is for") {
    REQUIRE(desk.Enter(Signs::kHead));
    CHECK(sees_urgent());
  }
  SECTION("a supervisor whom the office named") {
    desk.rules.urgent_people = {desk.office.Person(Signs::kSupervisor).Id()};
    desk.runner->UseRules(desk.rules);
    REQUIRE(desk.Enter(Signs::kSupervisor));
    CHECK(sees_urgent());
  }
}

TEST_CASE("The list is narrowed by service, grade, source, holder and day of lodging",
          "[desk][runner][filter]") {
  Desk desk;
  desk.Lodge("sarana-prasarana.1", true);
  desk.Lodge("sarana-prasarana.1", true);
  const TicketCode other = desk.Lodge("sarana-prasarana.5", false, "pindah");
  REQUIRE(desk.Enter(Signs::kSupervisor));
  const PersonId budi = desk.office.Person(Signs::kSupervisor).Id();
  const auto rows = [&](const Filter& filter) {
    const auto page =
        std::get<PageLoaded>(desk.runner->Run(LoadPage{CaseView::kAllOpen, "", filter}).front());
    CHECK(page.total == page.rows.size());
    CHECK(page.filter == filter);
    return page.rows.size();
  };
  Filter filter;
  CHECK(rows(filter) == 3);
  SECTION("service") {
    filter.service = ServiceId{"pindah"};
    CHECK(rows(filter) == 1);
    filter.service = ServiceId{"pengganti"};
    CHECK(rows(filter) == 0);
  }
  SECTION("the grade that the engine foresees counts until a person assessed") {
    filter.grade = "ringan";
    const std::size_t light = rows(filter);
    CHECK(light >= 2);
    // Every case is under one grade, and under one only.
    std::size_t all = light;
    for (const std::string& other_grade :
         {std::string("sedang"), std::string("berat"), std::string(kGradeNone),
          std::string(kGradeUnregulated)}) {
      filter.grade = other_grade;
      all += rows(filter);
    }
    CHECK(all == 3);
  }
  SECTION("source") {
    filter.source = desk.office.Node(Writes::kKiosk).Id();
    CHECK(rows(filter) == 3);
    filter.source = desk.office.Node(Writes::kDesk).Id();
    CHECK(rows(filter) == 0);
  }
  SECTION("holder, and nobody") {
    const auto open = desk.Find(other);
    REQUIRE(open);
    Draft taken;
    taken.id = desk.desk.recorder.NewId();
    taken.type = RecordType::kAssigned;
    taken.refs = open->file.Refs();
    taken.facts["to"] = budi.value;
    (void)desk.runner->Run(WriteRecords{{taken}});
    filter.holder = budi;
    CHECK(rows(filter) == 1);
    filter.holder = PersonId{};
    CHECK(rows(filter) == 2);
  }
  SECTION("day") {
    const Day today = LocalDay(desk.desk.clock.Now(), desk.premises.office.zone);
    filter.since = today;
    CHECK(rows(filter) == 3);
    filter.since = Day{std::chrono::sys_days{today} + std::chrono::days{1}};
    CHECK(rows(filter) == 0);
  }
}

TEST_CASE("Half-done work lies sealed on the disk, for its own person alone",
          "[desk][runner][drafts][privacy]") {
  Desk desk;
  const TicketCode code = desk.Lodge("sarana-prasarana.1", true);
  REQUIRE(desk.Enter(Signs::kSupervisor));
  const PersonId budi = desk.office.Person(Signs::kSupervisor).Id();
  const PersonId citra = desk.office.Person(Signs::kHead).Id();
  const RecordId id = desk.Find(code)->file.id;
  CaseDrafts drafts;
  drafts.note = NoteBox{"kunci ramp dipegang penjaga malam"};
  const auto kept = desk.runner->Run(KeepDrafts{budi, id, drafts});
  CHECK(std::get<DraftsKept>(kept.front()).at == desk.desk.clock.Now());
  const auto read = [&](const PersonId& person) {
    return std::get<DraftsRead>(desk.runner->Run(ReadDrafts{person}).front()).drafts;
  };
  SECTION("their words are in no file") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.half_done)) {
      if (!entry.is_regular_file()) continue;
      ++files;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
      CHECK(bytes.find("penjaga") == std::string::npos);
    }
    CHECK(files == 1);
  }
  SECTION("they read it again") {
    REQUIRE(read(budi).contains(id));
    CHECK(read(budi).at(id).drafts == drafts);
  }
  SECTION("another person's key doesn't open it") {
    REQUIRE(desk.Enter(Signs::kHead));
    CHECK(read(budi).empty());
    CHECK(read(citra).empty());
  }
  SECTION("nothing left half done takes the file away") {
    (void)desk.runner->Run(KeepDrafts{budi, id, CaseDrafts{}});
    CHECK(read(budi).empty());
  }
  SECTION("what nobody went on with for thirty days is thrown away") {
    desk.desk.clock.now += std::chrono::days{31};
    CHECK(read(budi).empty());
    desk.desk.clock.now -= std::chrono::days{31};
    CHECK(read(budi).empty());
  }
}

TEST_CASE("A second person's password is checked, and nobody is signed in by it",
          "[desk][runner][people]") {
  Desk desk;
  REQUIRE(desk.Enter(Signs::kSupervisor));
  const PersonId citra = desk.office.Person(Signs::kHead).Id();
  const auto wrong = desk.runner->Run(CheckSecond{citra, "salah"});
  CHECK(std::holds_alternative<SecondRefused>(wrong.front()));
  desk.desk.clock.now += std::chrono::minutes{10};
  const auto right = desk.runner->Run(CheckSecond{citra, kPassword});
  CHECK(std::get<SecondAgreed>(right.front()).person == citra);
  // Records are still signed by the supervisor.
  REQUIRE(desk.desk.signer.person);
  CHECK(desk.desk.signer.person->Id() == desk.office.Person(Signs::kSupervisor).Id());
}

TEST_CASE("Restricted words and names are for the head alone, in lists and searches for nobody",
          "[desk][runner][privacy]") {
  Desk desk;
  Draft lodged;
  lodged.id = desk.kiosk.recorder.NewId();
  lodged.type = RecordType::kComplaintLodged;
  lodged.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}};
  lodged.content = {{"story", "rahasia sekali"}};
  lodged.identity = {{"name", "Maria Peni"}};
  lodged.ticket = desk.kiosk.secrets.NewCode();
  desk.kiosk.recorder.Write(std::vector{lodged});
  desk.Lodge("sarana-prasarana.1", true);  // carries both
  REQUIRE(desk.Enter(Signs::kSupervisor));
  const auto mark = [&](RecordType type, Fields facts) {
    Draft draft;
    draft.id = desk.desk.recorder.NewId();
    draft.type = type;
    draft.refs = {lodged.id};
    draft.facts = std::move(facts);
    return draft;
  };
  const auto reads = [&] {
    const auto identity = desk.runner->Run(
        OpenIdentity{lodged.id, {mark(RecordType::kIdentityRead, {{"purpose", "contact"}})}});
    const bool named = std::get<IdentityOpened>(identity.back()).identity.has_value();
    const auto open = desk.Find(*lodged.ticket);
    REQUIRE(open);
    CHECK(open->file.story.empty() == !named);
    return named;
  };
  REQUIRE(reads());
  REQUIRE(desk.cases->Search("rahasia", 10).size() == 1);
  REQUIRE(!desk.runner->Run(WriteRecords{{mark(RecordType::kRestricted, {{"on", true}})}}).empty());
  CHECK_FALSE(reads());
  CHECK(desk.cases->Search("rahasia", 10).empty());
  for (const CaseRow& row : desk.Page().rows)
    CHECK(row.words.find("rahasia") == std::string::npos);
  REQUIRE(desk.Enter(Signs::kAuditor));
  CHECK_FALSE(reads());
  REQUIRE(desk.Enter(Signs::kHead));
  CHECK(reads());
  REQUIRE(
      !desk.runner->Run(WriteRecords{{mark(RecordType::kRestricted, {{"on", false}})}}).empty());
  REQUIRE(desk.Enter(Signs::kSupervisor));
  CHECK(reads());
  CHECK(desk.cases->Search("rahasia", 10).size() == 1);
}

TEST_CASE("Force majeure stops the services it names, until it is lifted", "[desk][runner]") {
  const Zone zone{"Asia/Makassar", "WITA", std::chrono::hours{8}};
  Record declared;
  declared.id.bytes[0] = 1;
  declared.bodies[BodyClass::kFacts].fields = {{"from", "2026-11-10"},
                                               {"cause", "banjir"},
                                               {"services", List{"legalisir"}},
                                               {"cite", "SK 360/112"}};
  Record lifted;
  lifted.refs = {declared.id};
  lifted.bodies[BodyClass::kFacts].fields = {{"to", "2026-11-12"}};
  const auto open = KaharOf({declared}, {}, ServiceId{"legalisir"}, zone);
  REQUIRE(open.size() == 1);
  CHECK(open[0].instrument == "SK 360/112");
  CHECK_FALSE(open[0].to);
  CHECK(KaharOf({declared}, {lifted}, ServiceId{"legalisir"}, zone)[0].to ==
        FromLocal({*DayFromIso("2026-11-12"), 0, 0, 0}, zone));
  CHECK(KaharOf({declared}, {lifted}, ServiceId{"pindah"}, zone).empty());
}

}  // namespace tanggap::desk

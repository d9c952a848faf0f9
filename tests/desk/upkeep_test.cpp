// What the desk says of the folder, from real files through the real upkeep and runner into the
// state that the top bar shows.
#include "desk/wiring/upkeep.h"

#include <algorithm>
#include <fstream>
#include <memory>

#include "desk/session.h"
#include "desk/wiring/draft_files.h"
#include "desk/wiring/folder_watch.h"
#include "folder/publisher.h"
#include "folder/rosters.h"
#include "folder/sync_notes.h"
#include "ledger/roster_changes.h"
#include "ledger/status_drafts.h"
#include "ports/store_error.h"
#include "support/catch.h"
#include "support/example_files.h"
#include "support/founded_office.h"
#include "support/temporary_directory.h"

namespace tanggap::desk {
namespace {

constexpr const char* kPassword = "kata sandi contoh";

NodeKey CopyOf(const NodeKey& key) {
  return {SigningKey{key.signing.Seed().Copy()}, key.name, key.kind, key.root};
}

Premises LembataWithoutWords() {
  OfficeFile file = LembataOffice();
  return {std::move(file.office), std::move(file.decree), {}, {}};
}

// The desk's worker and its session, on real files but without threads or a window.
class WholeDesk {
 public:
  WholeDesk()
      : kiosk(office),
        desk(office, Writes::kDesk, 9),
        setting{LembataWithoutWords(),
                directory.Path(),
                directory / "replica",
                {},
                CopyOf(office.Node(Writes::kDesk)),
                office.Book()},
        log("test", directory / "log") {
    PublishRoster(setting.replica, office.Book(), office.founding.roster_bytes);
    std::filesystem::create_directories(directory / "people");
    for (const PersonKey& person : office.founding.people)
      WritePersonKey(directory / "people" / (person.Id().value + ".key"), person, kPassword,
                     desk.randomness);
    RegisterSettings settings;
    const FoldRules rules = RulesOf(setting.premises.office, setting.roster);
    settings.roles = rules.roles;
    settings.rules_version = "1";
    settings.lookup_of = [](const std::string&) { return std::string(); };
    cases = std::make_unique<SqliteRegister>(directory / "register.db", setting.premises.decree,
                                             setting.premises.office, settings);
    sign_in = std::make_unique<LedgerSignIn>(directory / "people", office.Book(), desk.secrets,
                                             desk.signer, desk.clock, desk.randomness);
    upkeep = std::make_unique<Upkeep>(
        setting,
        UpkeepPorts{{desk.journal, desk.clock, desk.randomness}, *cases, desk.recorder, *sign_in},
        log);
    runner =
        std::make_unique<EffectRunner>(RunnerPorts{desk.clock, *cases, desk.recorder, *sign_in},
                                       setting.premises, rules, [this] { upkeep->Flush(); });
    upkeep->Use(runner.get());
    upkeep->Tell([this](Event event) {
      if (const auto* seen = std::get_if<FolderSeen>(&event)) told.push_back(seen->folder);
      Happen(event);
    });
    upkeep->Begin();
    state.now = desk.clock.Now();
    Step step = Start(std::move(state));
    state = std::move(step.state);
    for (const Effect& effect : step.effects)
      Carry(effect);
  }

  void Happen(const Event& event) {
    Step step = Update(setting.premises, std::move(state), event);
    state = std::move(step.state);
    for (const Effect& effect : step.effects)
      Carry(effect);
  }
  void Carry(const Effect& effect) {
    for (const Event& event : runner->Run(effect))
      Happen(event);
  }
  void Round() {
    if (auto event = upkeep->Round()) Happen(*event);
  }
  // How many records of a type this desk wrote that are in no segment yet.
  [[nodiscard]] std::ptrdiff_t Written(RecordType type) {
    constexpr std::size_t kMany = 1000;
    return std::ranges::count(desk.journal.Unsegmented(kMany), type, &SealedRecord::type);
  }
  void SignInAs(Signs who) { Carry(CheckPassword{office.Person(who).Id(), kPassword}); }
  // What `tanggap sync` leaves for the desk after a round.
  void SyncSays(const std::string& word, Instant at) const {
    std::ofstream(setting.replica / "reached") << word << ' ' << ToMillis(at) << '\n';
  }
  // The kiosk's complaints, a segment each, as they lie in the replica after a long absence.
  void LodgeMany(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
      kiosk.recorder.Write(std::vector{ComplaintDraft(kiosk.recorder, "ke-" + std::to_string(i))});
      while (kiosk.segments.CloseIfDue(true)) {
      }
    }
    PublishKiosk();
  }
  void PublishKiosk() {
    while (kiosk.segments.CloseIfDue(true)) {
    }
    Publisher publisher(kiosk.journal, setting.replica, office.Book().Id(),
                        office.Node(Writes::kKiosk).Id());
    publisher.Round(LocalDay(kiosk.clock.Now(), setting.premises.office.zone));
  }
  // A newer roster arrives, and the desk looks for one as often as it does.
  void Hears(Roster roster) {
    const std::string bytes = WriteRoster(roster, office.founding.root);
    PublishRoster(setting.replica, roster, bytes);
    constexpr int kRosterRounds = 30;
    for (int i = 0; i < kRosterRounds; ++i)
      Round();
  }
  [[nodiscard]] Roster NextBook() { return NextRoster(office.Book(), desk.clock.Now()); }
  [[nodiscard]] RecordId TheCase() {
    return cases->Cases(CaseView::kAllOpen, Day{}, 0, 1).at(0).id;
  }
  [[nodiscard]] CaseFile Loaded() {
    const std::vector<Event> events = runner->Run(LoadCase{TheCase(), LoadFor::kOpen, ""});
    return std::get<CaseLoaded>(events.front()).open.value().file;
  }

  FoundedOffice office;
  TemporaryDirectory directory;
  WorkingNode kiosk;
  WorkingNode desk;
  Setting setting;
  Log log;
  std::unique_ptr<SqliteRegister> cases;
  std::unique_ptr<LedgerSignIn> sign_in;
  std::unique_ptr<Upkeep> upkeep;
  std::unique_ptr<EffectRunner> runner;
  State state;
  std::vector<FolderState> told;
};

}  // namespace

TEST_CASE("A share that is gone is said with its time and what waits for it, until it is back",
          "[desk][upkeep][offline]") {
  WholeDesk desk;
  desk.LodgeMany(1);
  desk.Round();
  desk.SignInAs(Signs::kSupervisor);
  REQUIRE(desk.state.person);
  CHECK_FALSE(desk.state.folder.offline_since);
  const Instant gone = desk.desk.clock.Now();
  desk.SyncSays("lost", gone);
  desk.Round();
  CHECK(desk.state.folder.offline_since == gone);
  CHECK(desk.state.folder.waiting == 0);
  // Work goes on: what is written counts as waiting.
  const auto* inbox = std::get_if<Inbox>(&desk.state.screen);
  REQUIRE(inbox != nullptr);
  REQUIRE(inbox->rows.size() == 1);
  desk.Happen(Acted{OpenSelected{}});
  desk.Happen(Acted{Begin{Duty::kTake}});
  CHECK(desk.state.saving == Saving::kNo);
  CHECK(desk.state.folder.waiting == 1);
  desk.Round();
  CHECK(desk.state.folder.waiting == 1);
  desk.SyncSays("at", desk.desk.clock.Now());
  desk.Round();
  CHECK_FALSE(desk.state.folder.offline_since);
  CHECK(desk.state.folder.waiting == 0);
}

TEST_CASE("A note of sync with an impossible time is no news", "[desk][upkeep]") {
  const TemporaryDirectory replica;
  const Instant now = FromMillis(1795250000000);
  std::ofstream(replica / "altered") << "1795249999000 2 1\n";
  REQUIRE(TamperedBefore(replica.Path(), now));
  for (const char* at : {"-9223372036854775808", "-1"}) {
    std::ofstream(replica / "altered") << at << " 2 1\n";
    std::ofstream(replica / "reached") << "lost " << at << '\n';
    CHECK_FALSE(TamperedBefore(replica.Path(), now));
    CHECK_FALSE(ReadReached(replica.Path()).lost);
  }
}

TEST_CASE("Devices and people are told from roster and replica, with how far each is read",
          "[desk][upkeep][rooms]") {
  WholeDesk desk;
  desk.Round();
  REQUIRE_FALSE(desk.told.empty());
  const FolderState before = desk.told.back();
  const NodeId kiosk = desk.office.Node(Writes::kKiosk).Id();
  const auto device_of = [&](const FolderState& folder) {
    return *std::ranges::find(folder.devices, kiosk, &Device::node);
  };
  CHECK(device_of(before).kiosk);
  CHECK(device_of(before).epoch == 0);
  CHECK_FALSE(device_of(before).heard);
  CHECK(std::ranges::count(before.devices, true, &Device::here) == 1);
  CHECK(before.root == Fingerprint(desk.office.Book().office.root));
  CHECK(before.roster == desk.office.Book().number);
  REQUIRE(before.people.size() == desk.office.founding.people.size());
  CHECK(std::ranges::all_of(before.people, &Enrolled::here));
  const auto reads = std::ranges::count(before.people, true, &Enrolled::reads);
  CHECK(reads == std::ranges::count_if(desk.office.Book().people, [](const RosterPerson& person) {
          return MayRead(person.role);
        }));
  desk.LodgeMany(3);
  desk.SyncSays("at", desk.desk.clock.Now());
  desk.Round();
  const FolderState after = desk.told.back();
  CHECK(device_of(after).read == 3);
  CHECK(device_of(after).epoch == 1);
  CHECK(device_of(after).heard == desk.desk.clock.Now());
  CHECK(after.reached == desk.desk.clock.Now());
}

TEST_CASE("Whoever is signed in changes their own password at this desk", "[desk][upkeep][rooms]") {
  WholeDesk desk;
  const PersonId head = desk.office.Person(Signs::kHead).Id();
  desk.SignInAs(Signs::kHead);
  const auto answer = [&](const std::string& now, const std::string& fresh) {
    return desk.runner->Run(ChangePassword{head, now, fresh}).front();
  };
  CHECK(std::holds_alternative<PasswordRefused>(answer("salah sekali", "kopi pagi hari")));
  CHECK(std::holds_alternative<PasswordChanged>(answer(kPassword, "kopi pagi hari")));
  CHECK(std::holds_alternative<SignInRefused>(
      desk.runner->Run(CheckPassword{head, kPassword}).front()));
  CHECK(std::holds_alternative<SignedIn>(
      desk.runner->Run(CheckPassword{head, "kopi pagi hari"}).front()));
}

TEST_CASE("A long reading says how far it is, and says nothing once all is read",
          "[desk][upkeep][reading]") {
  constexpr std::size_t kSegments = 300;
  WholeDesk desk;
  desk.SignInAs(Signs::kSupervisor);
  desk.LodgeMany(kSegments);
  desk.Round();
  std::size_t last = 0;
  std::size_t midway = 0;
  for (const FolderState& folder : desk.told) {
    if (folder.total == 0) continue;
    CHECK(folder.total >= kSegments);
    CHECK(folder.read <= folder.total);
    CHECK(folder.read >= last);
    last = folder.read;
    if (folder.read > 0 && folder.read < folder.total) ++midway;
  }
  CHECK(midway > 0);
  CHECK(desk.state.folder.total == 0);
  CHECK(std::get<Inbox>(desk.state.screen).total == kSegments);
}

TEST_CASE("A segment whose acknowledgement could not be written is acknowledged in a later round",
          "[desk][upkeep]") {
  WholeDesk desk;
  desk.LodgeMany(1);
  desk.desk.journal.fail = StoreFault::kFull;
  desk.Round();
  CHECK(desk.Written(RecordType::kAck) == 0);
  desk.desk.journal.fail.reset();
  desk.Round();
  CHECK(desk.Written(RecordType::kAck) == 1);
  desk.Round();
  CHECK(desk.Written(RecordType::kAck) == 1);
}

TEST_CASE("A desk whose clock is behind writes after what it has read, also after a new start",
          "[desk][upkeep][clock]") {
  WholeDesk desk;
  desk.kiosk.clock.Advance(std::chrono::minutes{5});
  desk.LodgeMany(1);
  const Hlc lodged = desk.kiosk.journal.Head().last_hlc;
  desk.Round();
  REQUIRE(desk.Written(RecordType::kAck) == 1);
  CHECK(desk.desk.journal.Head().last_hlc > lodged);

  // Read, and switched off before anything was written.
  desk.kiosk.clock.Advance(std::chrono::minutes{4});
  desk.LodgeMany(1);
  const Hlc later = desk.kiosk.journal.Head().last_hlc;
  desk.desk.journal.fail = StoreFault::kFull;
  desk.Round();
  desk.desk.journal.fail.reset();
  REQUIRE(desk.cases->Count(CaseView::kAllOpen, Day{}) == 2);
  REQUIRE(desk.desk.journal.Head().last_hlc < later);
  LedgerRecorder anew({desk.desk.journal, desk.desk.clock, desk.desk.randomness},
                      desk.office.Book(), desk.desk.secrets, desk.desk.signer);
  Upkeep upkeep(desk.setting,
                UpkeepPorts{{desk.desk.journal, desk.desk.clock, desk.desk.randomness},
                            *desk.cases,
                            anew,
                            *desk.sign_in},
                desk.log);
  upkeep.Begin();
  anew.Write(std::vector{AckDraft(
      {desk.office.Node(Writes::kKiosk).Id(), 1, 1, std::string(64, 'a')}, desk.desk.randomness)});
  CHECK(desk.desk.journal.Head().last_hlc > later);
}

TEST_CASE("A record far ahead of this desk's clock does not pull the clock along, those before do",
          "[desk][upkeep][clock]") {
  WholeDesk desk;
  desk.kiosk.clock.Advance(std::chrono::minutes{5});
  desk.LodgeMany(1);
  const Hlc near = desk.kiosk.journal.Head().last_hlc;
  desk.kiosk.clock.Advance(std::chrono::hours{1});
  desk.LodgeMany(1);
  const Hlc far = desk.kiosk.journal.Head().last_hlc;
  desk.Round();
  CHECK(desk.desk.journal.Head().last_hlc > near);
  CHECK(desk.desk.journal.Head().last_hlc < far);
}

TEST_CASE("What a newcomer signs counts also at a desk that read it before their roster came",
          "[desk][upkeep][roster]") {
  WholeDesk desk;
  desk.SignInAs(Signs::kSupervisor);
  desk.LodgeMany(1);
  desk.Round();
  Roster next = desk.NextBook();
  PersonKey eka = EnrolPerson(next, {"Eka", Role::kSupervisor},
                              desk.office.KeysOf(Signs::kSupervisor), desk.office.randomness);
  const PersonId newcomer = eka.Id();
  Draft taken;
  taken.id = desk.kiosk.recorder.NewId();
  taken.type = RecordType::kAssigned;
  taken.refs = {desk.TheCase()};
  taken.facts = {{"to", newcomer.value}};
  desk.kiosk.signer.person = std::move(eka);  // another device: which one doesn't matter here
  desk.kiosk.recorder.Write(std::vector{taken});
  desk.PublishKiosk();
  desk.Round();
  REQUIRE(desk.Loaded().holder.Empty());
  const bool signed_in = GENERATE(true, false);
  if (!signed_in) desk.Carry(SignOut{});
  desk.Hears(std::move(next));
  if (!signed_in) desk.SignInAs(Signs::kSupervisor);
  CHECK(desk.Loaded().holder == newcomer);
  CHECK(desk.cases->Row(desk.TheCase())->summary.holder == newcomer);
}

TEST_CASE("Whoever a newer roster removes is signed out, and what they did since counts no more",
          "[desk][upkeep][roster]") {
  WholeDesk desk;
  desk.LodgeMany(1);
  desk.Round();
  desk.SignInAs(Signs::kSupervisor);
  desk.Happen(Acted{OpenSelected{}});
  desk.Happen(Acted{Begin{Duty::kTake}});
  const PersonId leaver = desk.office.Person(Signs::kSupervisor).Id();
  REQUIRE(desk.Loaded().holder == leaver);
  Roster next = desk.NextBook();
  RemovePerson(next, leaver, {}, desk.office.randomness);
  desk.Hears(std::move(next));
  CHECK_FALSE(desk.state.person);
  CHECK(std::holds_alternative<SignIn>(desk.state.screen));
  CHECK(desk.cases->Row(desk.TheCase())->summary.holder.Empty());
  CHECK(desk.Loaded().acts.back().why_refused == "refused.left");
  // What the screen had asked for in that moment is not written, and ends nothing.
  const auto written = desk.Written(RecordType::kNote);
  Draft note;
  note.id = desk.desk.recorder.NewId();
  note.type = RecordType::kNote;
  note.refs = {desk.TheCase()};
  note.content = {{"text", "masih ada"}};
  const std::vector<Event> events = desk.runner->Run(WriteRecords{{note}});
  CHECK(std::holds_alternative<WriteFailed>(events.front()));
  CHECK(desk.Written(RecordType::kNote) == written);
}

TEST_CASE("What is erased at the desk is gone from its screen and its register at once",
          "[desk][upkeep][rights]") {
  WholeDesk desk;
  desk.LodgeMany(1);
  desk.Round();
  desk.SignInAs(Signs::kSupervisor);
  desk.Round();
  desk.Happen(Acted{OpenSelected{}});
  const auto* work = std::get_if<CaseWork>(&desk.state.screen);
  REQUIRE(work != nullptr);
  REQUIRE_FALSE(work->open.file.story.empty());
  desk.Happen(Acted{Begin{Duty::kErase}});
  desk.Happen(Acted{FocusField{Field::kDeed, 0, std::nullopt}});
  for (const char* letter : {"s", "u", "r", "a", "t"}) {
    ui::KeyEvent key;
    key.text = letter;
    desk.Happen(Acted{EditText{key}});
  }
  desk.Happen(Acted{SubmitBox{}});
  work = std::get_if<CaseWork>(&desk.state.screen);
  REQUIRE(work != nullptr);
  CHECK(desk.Written(RecordType::kErased) == 0);  // in a segment already
  CHECK(work->open.file.story.empty());
  REQUIRE(work->open.erasures.size() == 1);
  CHECK(work->open.erasures.front().reason == "surat");
  const std::vector<Record> records = desk.cases->RecordsOf(work->open.file.id);
  REQUIRE_FALSE(records.empty());
  CHECK(records.front().bodies.at(BodyClass::kContent).state == BodyState::kErased);
}

}  // namespace tanggap::desk

// One device, two lives: restored images, cloned disks, lost journals. Real databases, real copies.
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "folder/beats.h"
#include "folder/collect.h"
#include "folder/founded_office.h"
#include "folder/mirror.h"
#include "folder/own_chain.h"
#include "storage/journal.h"
#include "storage/journal_opening.h"
#include "storage/register.h"
#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

const Day kToday = DayFromIso("2026-11-21").value();

// A kiosk's program on a data directory, from start to end.
struct Run {
  Run(FoundedOffice& office, const fs::path& home,
      std::chrono::seconds close_after = std::chrono::seconds{0})
      : office_(office),
        opening(OpenJournal(home / "journal.db")),
        own({*opening.journal, office.clock, office.randomness}, office.Kiosk().key, 1,
            {home / "replica", office.TheRoster().office.zone, close_after}),
        secrets(office.TheRoster().office.salt, office.randomness) {
    begun = own.Begin(office.TheRoster());
    recorder.emplace(LedgerPorts{*opening.journal, office.clock, office.randomness},
                     office.TheRoster(), secrets, nobody);
  }
  RecordId Rate(int score) {
    office_.clock.now += std::chrono::seconds{1};
    Draft draft;
    draft.id = recorder->NewId();
    draft.type = RecordType::kRated;
    draft.clear = {{"score", score}};
    recorder->Write(std::vector{draft});
    return draft.id;
  }
  OwnChainRound Round() { return own.Round(office_.TheRoster(), true); }
  OwnChainRound RoundLater() {
    office_.clock.monotonic += std::chrono::minutes{2};
    return Round();
  }

  FoundedOffice& office_;
  JournalOpening opening;
  OwnChain own;
  TicketSecrets secrets;
  Signer nobody;
  std::optional<LedgerRecorder> recorder;
  OwnChainRound begun;
};

// A kiosk's data directory of its own, with the roster.
fs::path MakeHome(FoundedOffice& office, const std::string& name) {
  const fs::path home = office.directory / name;
  fs::create_directories(home / "replica");
  WriteNodeFile(home / "replica", {NodeKind::kKiosk, office.Id(), office.Kiosk().key.Id()});
  PublishRoster(home / "replica", office.founding->roster, office.founding->roster_bytes);
  return home;
}

void Copy(const fs::path& from, const fs::path& to) {
  fs::remove_all(to);
  fs::copy(from, to, fs::copy_options::recursive);
}

// What a desk makes of the central folder.
std::set<RecordId> ReadAtDesk(FoundedOffice& office, CollectRound* last = nullptr) {
  Mirror(office.Desk().replica, office.Central());
  const Decree decree;
  const Office configuration;
  SqliteRegister cases(office.directory / "lives.db", decree, configuration, {});
  DeskCollector collector(cases, office.Desk().journal, office.Desk().replica, office.Id());
  CollectRound round;
  for (int i = 0; i < 3; ++i)
    round = collector.Round(office.TheRoster(), {}, 1000);
  if (last != nullptr) *last = round;
  std::set<RecordId> ids;
  for (const Record& record : cases.OfType(RecordType::kRated, 10'000))
    ids.insert(record.id);
  return ids;
}

}  // namespace

TEST_CASE("A restored image goes on in a new epoch, and both branches are kept",
          "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  const fs::path image = office.directory / "image";
  std::set<RecordId> written;
  {
    Run run(office, home);
    CHECK(run.begun.alarms.empty());
    written.insert(run.Rate(1));
    run.Round();
    written.insert(run.Rate(2));  // in no segment yet when the image is taken
  }
  Copy(home, image);
  {
    Run run(office, home);
    CHECK(run.begun.alarms.empty());
    written.insert(run.Rate(3));
    run.Round();
    Mirror(home / "replica", office.Central());
  }
  Copy(image, home);
  const bool share_first = GENERATE(true, false);
  if (share_first) Mirror(home / "replica", office.Central());
  {
    Run run(office, home);
    CHECK(run.begun.alarms.size() == (share_first ? 1 : 0));
    CHECK(run.opening.journal->Head().epoch == (share_first ? 2U : 1U));
    written.insert(run.Rate(4));
    run.Round();
    // The share comes back only now: by then this branch has a fork of its own.
    Mirror(home / "replica", office.Central());
    const OwnChainRound later = run.RoundLater();
    CHECK(later.alarms.size() == (share_first ? 0 : 1));
    CHECK(run.opening.journal->Head().epoch == 2);
    written.insert(run.Rate(5));
    run.Round();
    Mirror(home / "replica", office.Central());
    CHECK(run.RoundLater().alarms.empty());  // said once
    CHECK(run.opening.journal->Head().epoch == 2);
  }
  CollectRound round;
  CHECK(ReadAtDesk(office, &round) == written);
  CHECK(round.gaps.empty());
  CHECK(round.bad.empty());
}

TEST_CASE("Two clones of one disk never take each other's names, and both are read",
          "[folder][lives]") {
  FoundedOffice office;
  const fs::path one = MakeHome(office, "one");
  const fs::path two = office.directory / "two";
  std::set<RecordId> written;
  {
    Run run(office, one);
    written.insert(run.Rate(1));
    run.Round();
  }
  Copy(one, two);
  Run first(office, one);
  Run second(office, two);
  for (int i = 0; i < 4; ++i) {
    written.insert(first.Rate(1 + i));
    written.insert(second.Rate(1 + i));
    first.RoundLater();
    second.RoundLater();
    Mirror(one / "replica", office.Central());
    Mirror(two / "replica", office.Central());
    Mirror(one / "replica", office.Central());
  }
  CHECK(ReadAtDesk(office) == written);
  // Each opened one new epoch when it saw the other, and no more.
  CHECK(first.opening.journal->Head().epoch == 2);
  CHECK(second.opening.journal->Head().epoch == 2);
  CHECK(first.opening.journal->Head().nonce != second.opening.journal->Head().nonce);
}

TEST_CASE("A journal that is gone or garbage at the start loses nothing that was published",
          "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  std::set<RecordId> written;
  {
    Run run(office, home);
    for (int i = 0; i < 3; ++i) {
      written.insert(run.Rate(2));
      run.Round();
    }
    Mirror(home / "replica", office.Central());
  }
  const std::string fault =
      GENERATE(as<std::string>{}, "gone", "garbage", "zeros", "cut", "replica gone too");
  const fs::path journal = home / "journal.db";
  fs::remove(journal.string() + "-wal");
  if (fault == "gone" || fault == "replica gone too") fs::remove(journal);
  if (fault == "garbage") std::ofstream(journal) << std::string(20'000, 'x');
  if (fault == "zeros") std::ofstream(journal) << std::string(20'000, '\0');
  if (fault == "cut") fs::resize_file(journal, 5000);
  if (fault == "replica gone too") fs::remove_all(NodesDirectory(home / "replica", office.Id()));
  {
    Run run(office, home);
    CHECK(run.opening.set_aside.empty() == (fault == "gone" || fault == "replica gone too"));
    if (!run.opening.set_aside.empty()) CHECK(fs::exists(run.opening.set_aside));
    if (fault != "replica gone too") {
      CHECK(run.begun.alarms.size() == 1);
      CHECK(run.opening.journal->Head().epoch == 2);
    }
    written.insert(run.Rate(4));
    run.Round();
    Mirror(home / "replica", office.Central());
    const auto alarms = run.RoundLater().alarms.size();
    CHECK(alarms == (fault == "replica gone too" ? 1 : 0));
  }
  CHECK(ReadAtDesk(office) == written);
}

TEST_CASE("A journal of a newer program or another one is never set aside", "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  { Run run(office, home); }
  fs::remove(home / "journal.db-wal");      // it holds the header, too
  const std::size_t at = GENERATE(60, 68);  // user_version, application_id
  {
    std::fstream file(home / "journal.db", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.put('\x11');
  }
  CHECK_THROWS_AS(OpenJournal(home / "journal.db"), StoreError);
  CHECK(fs::exists(home / "journal.db"));
}

TEST_CASE("The last three heartbeats are carried, and older ones go", "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  Run run(office, home);
  for (int i = 0; i < 5; ++i) {
    run.Rate(3);
    office.clock.now += std::chrono::minutes{11};
    office.clock.monotonic += std::chrono::minutes{11};
    run.Round();
    Mirror(home / "replica", office.Central());
    Mirror(office.Desk().replica, office.Central());
  }
  const auto beats = [&](const fs::path& folder) {
    std::size_t count = 0;
    for (const auto& [path, bytes] : TreeOf(folder))
      count += path.ends_with(".beat") ? 1 : 0;
    return count;
  };
  CHECK(beats(home / "replica") == 3);
  CHECK(beats(office.Central()) == 3);
  CHECK(beats(office.Desk().replica) == 3);
  const RosterNode& kiosk = *office.TheRoster().Find(office.Kiosk().key.Id());
  const auto newest = NewestBeat(office.Desk().replica, office.TheRoster(), kiosk);
  REQUIRE(newest);
  CHECK(newest->segment == run.opening.journal->Head().segments);
  CHECK(newest->hash == run.opening.journal->Head().hash);
}

TEST_CASE("A segment that was closed but never published goes out after any time",
          "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  std::set<RecordId> written;
  {
    Run run(office, home);
    written.insert(run.Rate(1));
    // The power goes right after the journal closed the segment.
    SegmentWriter segments({*run.opening.journal, office.clock, office.randomness},
                           office.Kiosk().key, 1, std::chrono::seconds{0});
    REQUIRE(segments.CloseIfDue(true));
  }
  office.clock.now += std::chrono::days{400};
  Run run(office, home);
  written.insert(run.Rate(2));
  run.Round();
  Mirror(home / "replica", office.Central());
  CollectRound last;
  CHECK(ReadAtDesk(office, &last) == written);
  CHECK(last.gaps.empty());
}

TEST_CASE("A record from before a year in a store room goes out when its segment closes",
          "[folder][lives]") {
  FoundedOffice office;
  const fs::path home = MakeHome(office, "k");
  RecordId written;
  {
    Run run(office, home);
    written = run.Rate(1);  // the power goes before any segment
  }
  office.clock.now += std::chrono::days{400};
  Run run(office, home, std::chrono::seconds{20});
  for (int i = 0; i < 2; ++i) {
    static_cast<void>(run.own.Round(office.TheRoster(), false));
    office.clock.monotonic += std::chrono::seconds{30};
  }
  CHECK(run.opening.journal->Unsegmented(1).empty());
  Mirror(home / "replica", office.Central());
  CHECK(ReadAtDesk(office) == std::set{written});
}

}  // namespace tanggap

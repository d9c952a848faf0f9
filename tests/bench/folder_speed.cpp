// The folder's speed: publishing against the least that a file system needs, a backlog of 10,000
// records to a local folder and over a loopback Samba share, a desk's first reading against the
// opening of its sealed boxes, and a round with nothing to do.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "bench/child.h"
#include "bench/workshop.h"
#include "fakes/fake_clock.h"
#include "folder/collect.h"
#include "folder/mirror.h"
#include "folder/node_file.h"
#include "folder/publish.h"
#include "folder/publisher.h"
#include "folder/rosters.h"
#include "ledger/founding.h"
#include "ledger/recorder.h"
#include "ledger/sealing.h"
#include "ledger/segment_writer.h"
#include "ledger/sodium_randomness.h"
#include "storage/journal.h"
#include "storage/register.h"
#include "support/temporary_directory.h"

namespace tanggap::bench {
namespace {

namespace fs = std::filesystem;

constexpr int kFiles = 1000;
constexpr std::size_t kFileBytes = 8192;
constexpr int kBacklog = 10'000;
constexpr int kIdleRounds = 20;

void Must(bool done, const char* what) {
  if (!done) throw std::runtime_error(what);
}

// Temporary file, fsync, rename, fsync of the directory: what nobody can do without.
void RawPublish(const fs::path& directory, const std::string& name, const std::string& bytes) {
  const fs::path aside = directory / ("." + name);
  const int file = ::open(aside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  Must(file >= 0 &&
           ::write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) &&
           ::fsync(file) == 0 && ::close(file) == 0,
       "write a raw file");
  Must(::rename(aside.c_str(), (directory / name).c_str()) == 0, "rename");
  const int opened = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  Must(opened >= 0 && ::fsync(opened) == 0 && ::close(opened) == 0, "sync the directory");
}

Row PublishRow() {
  const TemporaryDirectory directory;
  fs::create_directories(directory / "raw");
  fs::create_directories(directory / "ours");
  const std::string bytes(kFileBytes, 'x');
  // By turns, so that both meet the same disk.
  double raw = 0;
  double ours = 0;
  for (int i = 0; i < kFiles; ++i) {
    const std::string name = "file-" + std::to_string(i);
    const double start = MillisecondsNow();
    RawPublish(directory / "raw", name, bytes);
    const double middle = MillisecondsNow();
    Publish(directory / "ours", name, bytes);
    raw += middle - start;
    ours += MillisecondsNow() - middle;
  }
  return {"publish 8 KB",
          ours / kFiles,
          "ms",
          "raw",
          raw / kFiles,
          1 / 0.65,
          "temp, fsync, read back, rename, fsync directory"};
}

// A kiosk with 10,000 complaints that no folder has seen, and a desk.
class Backlog {
 public:
  Backlog() {
    FoundingWish wish;
    wish.name = "Dinas Contoh";
    wish.zone = {"Asia/Makassar", "WITA", std::chrono::hours{8}};
    wish.decree = "contoh-2024@1";
    wish.decree_hash = std::string(64, '0');
    wish.at = clock.now;
    wish.nodes = {{"kiosk-1", "kiosk"}, {"desk-1", "desk"}};
    wish.people = {{"Atasan", Role::kSupervisor}};
    founding = std::make_unique<Founding>(FoundOffice(wish, randomness));
    for (const NodeKey& key : founding->nodes) {
      const fs::path replica = directory / key.name;
      fs::create_directories(replica);
      WriteNodeFile(replica, {key.kind == "kiosk" ? NodeKind::kKiosk : NodeKind::kDesk,
                              key.Office(), key.Id()});
      PublishRoster(replica, founding->roster, founding->roster_bytes);
    }
    Fill();
  }
  [[nodiscard]] fs::path Kiosk() const { return directory / "kiosk-1"; }
  [[nodiscard]] fs::path Desk() const { return directory / "desk-1"; }

  TemporaryDirectory directory;
  FakeClock clock;
  SodiumRandomness randomness;
  std::unique_ptr<Founding> founding;

 private:
  void Fill() {
    SqliteJournal journal(directory / "journal.db");
    const NodeKey& key = founding->nodes.front();
    TicketSecrets secrets(founding->roster.office.salt, randomness);
    Signer nobody;
    SegmentWriter writer({journal, clock, randomness}, key, 1, std::chrono::seconds{0});
    writer.OpenEpochIfNeeded();
    LedgerRecorder recorder({journal, clock, randomness}, founding->roster, secrets, nobody);
    const TicketCode code = secrets.NewCode();
    std::vector<Draft> drafts;
    for (int i = 0; i < kBacklog; ++i) {
      Draft draft;
      draft.id = recorder.NewId();
      draft.type = RecordType::kComplaintLodged;
      draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}};
      draft.content = {{"story", "Antre dua jam, loket tutup lebih awal tanpa pemberitahuan."}};
      draft.ticket = code;
      drafts.push_back(std::move(draft));
      if (drafts.size() < 250) continue;
      recorder.Write(drafts);
      drafts.clear();
    }
    while (writer.CloseIfDue(true)) {
    }
    Publisher publisher(journal, Kiosk(), key.Office(), key.Id());
    publisher.Round(LocalDay(clock.now, founding->roster.office.zone));
  }
};

Row LocalRow(const Backlog& backlog) {
  const fs::path central = backlog.directory / "central";
  fs::create_directories(central);
  const double start = MillisecondsNow();
  const MirrorRound round = Mirror(backlog.Kiosk(), central);
  const double seconds = (MillisecondsNow() - start) / 1000;
  Must(round.problems.empty() && round.sent > 0, "the backlog didn't arrive");
  return {
      "10,000 records to a folder",
      seconds,
      "s",
      "",
      0,
      5.0,
      std::to_string(round.sent) + " files, " + std::to_string(round.sent_bytes >> 20U) + " MiB"};
}

bool OnPath(const char* program) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/usr/sbin" : path);
  for (std::string folder; std::getline(folders, folder, ':');)
    if (::access((fs::path(folder) / program).c_str(), X_OK) == 0) return true;
  return false;
}

// A share of our own on a loopback port, for everybody who can reach it: nobody else.
void WriteShare(const fs::path& file, const fs::path& state, const fs::path& share, int port) {
  fs::create_directories(state / "ncalrpc");
  fs::create_directories(share);
  std::ofstream conf(file);
  conf << "[global]\nserver role = standalone server\nmap to guest = Bad User\n"
       << "guest account = root\nsmb ports = " << port << "\nbind interfaces only = yes\n"
       << "interfaces = lo\ndisable netbios = yes\nload printers = no\nprinting = bsd\n"
       << "printcap name = /dev/null\n";
  for (const char* name :
       {"private dir", "lock directory", "state directory", "cache directory", "pid directory"})
    conf << name << " = " << state.string() << '\n';
  conf << "ncalrpc dir = " << (state / "ncalrpc").string() << '\n'
       << "[tanggap]\npath = " << share.string()
       << "\nguest ok = yes\nread only = no\nforce user = root\n";
}

bool Listens(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const bool open = ::connect(socket, reinterpret_cast<const sockaddr*>(&address),
                              sizeof address) == 0;  // NOLINT
  ::close(socket);
  return open;
}

// Over the wire to a real server; by rclone, since a mount needs the kernel's part, which few
// machines for tests have.
std::optional<Row> SambaRow(const Backlog& backlog) {
  if (!OnPath("smbd") || !OnPath("rclone") || ::geteuid() != 0) {
    std::fprintf(stderr, "10,000 records over SMB: not measured, needs root, smbd and rclone\n");
    return std::nullopt;
  }
  const fs::path conf = backlog.directory / "smb.conf";
  const fs::path share = backlog.directory / "share";
  const int port = 20'000 + (::getpid() % 20'000);
  WriteShare(conf, backlog.directory / "smb", share, port);
  const Child server({"smbd", "--foreground", "-s", conf.string(), "--debug-stdout"}, {},
                     backlog.directory / "smbd.log");
  const double limit = MillisecondsNow() + 20'000;
  while (!Listens(port)) {
    if (MillisecondsNow() > limit) throw std::runtime_error("smbd doesn't start");
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
  }
  Child carrier(
      {"rclone", "copy", (backlog.Kiosk() / "tanggap").string(),
       ":smb,host=127.0.0.1,port=" + std::to_string(port) + ",user=guest,pass=:tanggap/tanggap"},
      {{"RCLONE_CONFIG", (backlog.directory / "none.conf").string()}},
      backlog.directory / "rclone.log");
  carrier.Wait(Seconds{120});
  const double seconds = (MillisecondsNow() - carrier.StartedAt()) / 1000;
  const std::size_t files = ListFiles(share).files.size();
  Must(files == ListFiles(backlog.Kiosk()).files.size(), "the share lacks something");
  return Row{"10,000 records over SMB",
             seconds,
             "s",
             "",
             0,
             10.0,
             std::to_string(files) + " files, smbd on loopback, by rclone from its start"};
}

Row IdleRow(const Backlog& backlog) {
  TreeMirror mirror(backlog.Kiosk(), backlog.directory / "central");
  mirror.Round();
  std::vector<double> rounds;
  for (int i = 0; i < kIdleRounds; ++i) {
    const double start = MillisecondsNow();
    const MirrorRound round = mirror.Round();
    rounds.push_back(MillisecondsNow() - start);
    Must(round.sent + round.received == 0, "an idle round carried something");
  }
  const std::size_t files = ListFiles(backlog.Kiosk()).files.size();
  return {"idle sync round p50",
          Percentile(rounds, 0.5),
          "ms",
          "",
          0,
          50.0,
          std::to_string(files) + " files, one of them compared byte by byte"};
}

// Reading everything for the first time with somebody signed in; against opening the same boxes.
Row IngestRow(const Backlog& backlog) {
  Mirror(backlog.Desk(), backlog.directory / "central");
  const Founding& founding = *backlog.founding;
  const ReadingKeys keys =
      ReadingKeys::Unwrap(founding.roster.people.front(), founding.people.front());
  struct Box {
    RecordId id;
    std::string type;
    SealedBody body;
  };
  std::vector<Box> boxes;
  const auto open_box = [&](const RecordId& id, const std::string& type, const SealedBody& body) {
    return OpenBody(founding.roster, keys, id, type, body.line).body;
  };
  const OpenSealed open = [&](const RecordId& id, const std::string& type, const SealedBody& body) {
    boxes.push_back({id, type, body});
    return open_box(id, type, body);
  };
  const Decree decree;
  const Office office;
  SqliteRegister cases(backlog.directory / "register.db", decree, office, {});
  SqliteJournal journal(backlog.directory / "desk-journal.db");
  DeskCollector collector(cases, journal, backlog.Desk(), founding.roster.Id());
  const double start = MillisecondsNow();
  std::size_t records = 0;
  for (CollectRound round;;) {
    round = collector.Round(founding.roster, open);
    records += round.records;
    Must(round.bad.empty(), "a file didn't verify");
    if (!round.more) break;
  }
  const double whole = MillisecondsNow() - start;
  Must(records == kBacklog && boxes.size() == 2U * kBacklog, "not everything was read");
  // The same boxes on one thread with nothing beside it.
  const double begin = MillisecondsNow();
  for (const Box& box : boxes)
    Must(open_box(box.id, box.type, box.body).has_value(), "a box stays closed");
  const double opening = MillisecondsNow() - begin;
  return {"first ingest a record",
          whole / kBacklog,
          "ms",
          "opening its boxes",
          opening / kBacklog,
          1 / 0.65,
          "verify, open, fold, index, search words; opening alone on one thread"};
}

}  // namespace

std::vector<Row> FolderSpeed(Workshop&) {
  std::vector<Row> rows{PublishRow()};
  const Backlog backlog;
  rows.push_back(LocalRow(backlog));
  if (auto row = SambaRow(backlog)) rows.push_back(std::move(*row));
  rows.push_back(IdleRow(backlog));
  rows.push_back(IngestRow(backlog));
  return rows;
}

}  // namespace tanggap::bench

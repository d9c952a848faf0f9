// An office with two kiosks and a desk, on real directories, for the folder's tests.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fakes/fake_clock.h"
#include "fakes/fake_journal.h"
#include "fakes/seeded_randomness.h"
#include "folder/names.h"
#include "folder/node_file.h"
#include "folder/publish.h"
#include "folder/publisher.h"
#include "folder/rosters.h"
#include "ledger/founding.h"
#include "ledger/recorder.h"
#include "ledger/segment_writer.h"
#include "ledger/ticket_secret.h"
#include "support/temporary_directory.h"

namespace tanggap {

// One device with its journal in memory and its replica on disk.
struct Device {
  Device(const std::filesystem::path& home, const NodeKey& node_key, const Roster& roster,
         FakeClock& clock, SeededRandomness& randomness)
      : replica(home / "replica"),
        key(node_key),
        secrets(roster.office.salt, randomness),
        recorder({journal, clock, randomness}, roster, secrets, signer),
        segments({journal, clock, randomness}, key, roster.number, std::chrono::seconds{0}),
        publisher(journal, replica, key.Office(), key.Id()) {
    std::filesystem::create_directories(replica);
    WriteNodeFile(replica, {key.kind == "kiosk" ? NodeKind::kKiosk : NodeKind::kDesk, key.Office(),
                            key.Id()});
    segments.OpenEpochIfNeeded();
  }

  RecordId Rate(int score) {
    Draft draft;
    draft.id = recorder.NewId();
    draft.type = RecordType::kRated;
    draft.clear = {{"score", score}};
    recorder.Write(std::vector{draft});
    return draft.id;
  }
  RecordId Complain(const std::string& story) {
    Draft draft;
    draft.id = recorder.NewId();
    draft.type = RecordType::kComplaintLodged;
    draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}};
    draft.content = {{"story", story}};
    draft.identity = {{"name", "Maria"}};
    draft.ticket = secrets.NewCode();
    code = *draft.ticket;
    recorder.Write(std::vector{draft});
    return draft.id;
  }
  PublishRound PublishAll() {
    while (segments.CloseIfDue(true)) {
    }
    return publisher.Round(DayFromIso("2026-11-21").value());
  }

  std::filesystem::path replica;
  const NodeKey& key;
  FakeJournal journal;
  Signer signer;
  TicketSecrets secrets;
  LedgerRecorder recorder;
  SegmentWriter segments;
  Publisher publisher;
  TicketCode code;  // of the last complaint
};

struct FoundedOffice {
  FoundedOffice() {
    FoundingWish wish;
    wish.name = "Dinas Contoh";
    wish.zone = {"Asia/Makassar", "WITA", std::chrono::hours{8}};
    wish.decree = "contoh-2024@1";
    wish.decree_hash = std::string(64, '0');
    wish.at = clock.now;
    wish.nodes = {{"kiosk-1", "kiosk"}, {"kiosk-2", "kiosk"}, {"desk-1", "desk"}};
    wish.people = {{"Atasan", Role::kSupervisor}};
    founding.emplace(FoundOffice(wish, randomness));
    for (std::size_t i = 0; i < founding->nodes.size(); ++i) {
      const NodeKey& key = founding->nodes[i];
      devices.push_back(
          std::make_unique<Device>(directory / key.name, key, founding->roster, clock, randomness));
      PublishRoster(devices.back()->replica, founding->roster, founding->roster_bytes);
    }
    std::filesystem::create_directories(Central());
  }
  [[nodiscard]] std::filesystem::path Central() const { return directory / "central"; }
  [[nodiscard]] const Roster& TheRoster() const { return founding->roster; }
  Device& Kiosk() { return *devices[0]; }
  Device& OtherKiosk() { return *devices[1]; }
  Device& Desk() { return *devices[2]; }
  [[nodiscard]] OfficeId Id() const { return founding->roster.Id(); }

  TemporaryDirectory directory;
  FakeClock clock;
  SeededRandomness randomness{3};
  std::optional<Founding> founding;
  std::vector<std::unique_ptr<Device>> devices;
};

// Every file below a folder's tree with its bytes.
inline std::map<std::string, std::string> TreeOf(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  const std::filesystem::path root = TreeRoot(folder);
  if (!std::filesystem::exists(root)) return files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file() || entry.is_symlink()) continue;
    std::string why;
    files[std::filesystem::relative(entry.path(), root).string()] =
        ReadWhole(entry.path(), 1U << 24U, &why).value_or("?");
  }
  return files;
}

}  // namespace tanggap

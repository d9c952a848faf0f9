// An office with keys for tests: a kiosk, a desk, people of every role, all from one seed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "fakes/fake_clock.h"
#include "fakes/fake_journal.h"
#include "fakes/seeded_randomness.h"
#include "ledger/founding.h"
#include "ledger/recorder.h"
#include "ledger/segment_writer.h"
#include "ledger/ticket_secret.h"

namespace tanggap {

enum class Writes { kKiosk = 0, kDesk = 1 };
enum class Signs { kStaff = 0, kSupervisor = 1, kHead = 2, kAuditor = 3 };

inline FoundingWish ExampleOffice() {
  return {"Dinas Contoh",
          Zone{"Asia/Makassar", "WITA", std::chrono::hours{8}},
          "lembata-dinas-pendidikan-2024@1",
          std::string(64, 'd'),
          FromMillis(1795200000000),
          {{"kiosk-1", "kiosk"}, {"desk-1", "desk"}},
          {{"Ani", Role::kStaff},
           {"Budi", Role::kSupervisor},
           {"Citra", Role::kHead},
           {"Dewi", Role::kAuditor}}};
}

struct FoundedOffice {
  SeededRandomness randomness;
  Founding founding;

  explicit FoundedOffice(std::uint64_t seed = 1)
      : randomness(seed), founding(FoundOffice(ExampleOffice(), randomness)) {}
  FoundedOffice(std::uint64_t seed, ReadingKeys reading)
      : randomness(seed), founding(FoundOffice(ExampleOffice(), std::move(reading), randomness)) {}
  [[nodiscard]] const Roster& Book() const { return founding.roster; }
  [[nodiscard]] const NodeKey& Node(Writes which) const {
    return founding.nodes[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] PersonKey Person(Signs who) const {
    const PersonKey& key = founding.people[static_cast<std::size_t>(who)];
    return {SigningKey{key.signing.Seed().Copy()}, SealingKey{key.sealing.Held().Copy()}};
  }
  [[nodiscard]] ReadingKeys KeysOf(Signs who) const {
    const PersonKey key = Person(who);
    return ReadingKeys::Unwrap(*Book().Find(key.Id()), key);
  }
  [[nodiscard]] NodeKeys Keys() const {
    return [this](const NodeId& node) -> std::optional<PublicKey> {
      const RosterNode* known = Book().Find(node);
      if (known == nullptr) return std::nullopt;
      return known->public_key;
    };
  }
};

// One node of it, with a journal in memory.
struct WorkingNode {
  const FoundedOffice& office;
  Writes which;
  SeededRandomness randomness;
  FakeClock clock;
  FakeJournal journal;
  TicketSecrets secrets;
  Signer signer;
  SegmentWriter segments;
  LedgerRecorder recorder;

  explicit WorkingNode(const FoundedOffice& of, Writes kind = Writes::kKiosk,
                       std::uint64_t seed = 7)
      : office(of),
        which(kind),
        randomness(seed),
        secrets(of.Book().office.salt, randomness),
        segments({journal, clock, randomness}, of.Node(kind), 1, std::chrono::seconds{0}),
        recorder({journal, clock, randomness}, of.Book(), secrets, signer) {
    segments.OpenEpochIfNeeded();
  }

  struct Files {
    ClosedSegment segment;
    std::string seg;
    std::string box;
  };
  Files Close() {
    const auto closed = segments.CloseIfDue(true);
    const auto records = journal.RecordsOf(closed.value());
    return {*closed, SegmentBytes(*closed, records), BoxBytes(records)};
  }
  [[nodiscard]] SegmentReading Read(const std::string& seg) const {
    return ReadSegments(seg, office.Book().Id(), office.Keys());
  }
};

inline Draft ComplaintDraft(LedgerRecorder& recorder, const std::string& story) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = RecordType::kComplaintLodged;
  draft.facts = {{"kind", "pengaduan"}, {"service", "legalisir"}, {"aspects", List{"waktu"}}};
  draft.content = {{"code", "K7QF2M9DXR47"}, {"secret", std::string(64, 'a')}, {"story", story}};
  draft.identity = {{"name", "Maria Peni"}, {"phone", "081234567890"}};
  return draft;
}

}  // namespace tanggap

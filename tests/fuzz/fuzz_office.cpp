#include "fuzz/fuzz_office.h"

#include <sodium.h>

#include <algorithm>

#include "ledger/hash.h"
#include "ledger/secret.h"

namespace tanggap::fuzz {
namespace {

// libsodium seals boxes with randomness of its own; from now on that is the same in every run.
void UseSteadyRandomness() {
  static SeededRandomness randomness(1);
  static randombytes_implementation steady{
      [] { return "steady"; },
      [] { return static_cast<std::uint32_t>(randomness.Next()); },
      nullptr,
      nullptr,
      [](void* out, std::size_t size) {
        randomness.Fill({static_cast<std::uint8_t*>(out), size});
      },
      nullptr};
  randombytes_set_implementation(&steady);
}

}  // namespace

const Founding& TheOffice() {
  static const Founding founding = [] {
    StartLedger();
    UseSteadyRandomness();
    SeededRandomness randomness(3);
    FoundingWish wish;
    wish.name = "Dinas Contoh";
    wish.zone = {"Asia/Makassar", "WITA", std::chrono::hours{8}};
    wish.decree = "contoh-2024@1";
    wish.decree_hash = std::string(64, '0');
    wish.at = FromMillis(1795200000000);
    wish.nodes = {{"kiosk-1", "kiosk"}, {"desk-1", "desk"}};
    wish.people = {{"Atasan", Role::kSupervisor}, {"Pimpinan", Role::kHead}};
    return FoundOffice(wish, randomness);
  }();
  return founding;
}

NodeKeys TheKeys() {
  return [](const NodeId& node) -> std::optional<PublicKey> {
    const RosterNode* known = TheOffice().roster.Find(node);
    if (known == nullptr) return std::nullopt;
    return known->public_key;
  };
}

std::string FirstLink() {
  const NodeKey& kiosk = TheOffice().nodes.front();
  return ToHex(ByteSpan(Genesis(kiosk.Office(), kiosk.Id(), 1, kNonce, kiosk.signing.Public())));
}

const Beat& TheBeat() {
  static const Beat beat = [] {
    const NodeKey& kiosk = TheOffice().nodes.front();
    Beat last;
    last.office = kiosk.Office();
    last.node = kiosk.Id();
    last.at_ms = 1795250000000;
    last.epoch = 1;
    last.nonce = kNonce;
    last.segment = 3;
    last.hash = FirstLink();
    return last;
  }();
  return beat;
}
const std::string& TheBeatLine() {
  static const std::string line = WriteBeat(TheBeat(), TheOffice().nodes.front().signing);
  return line;
}
const std::string& TheNextRoster() {
  static const std::string bytes = [] {
    Roster next = NextRoster(TheOffice().roster, FromMillis(1795250000000));
    SeededRandomness randomness(6);
    static_cast<void>(EnrolNode(next, {"kiosk-2", "kiosk"}, randomness));
    return WriteRoster(next, TheOffice().root);
  }();
  return bytes;
}

std::string SegmentAround(const std::vector<SealedRecord>& records, std::uint32_t number,
                          const std::string& previous, std::string& hash) {
  const NodeKey& kiosk = TheOffice().nodes.front();
  const SegmentHeader header{1, number, kiosk.Id(), kNonce, kiosk.Office(), previous, 1, number};
  const ClosedSegment closed = CloseSegment(header, records, kiosk.signing);
  hash = closed.hash;
  return SegmentBytes(closed, records);
}

std::vector<std::string_view> LinesIn(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() < 64) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

}  // namespace tanggap::fuzz

#include "ledger/status_drafts.h"
#include "ledger/ticket_desk.h"
#include "ledger/ticket_secret.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

TicketState Granted() {
  return {TicketStage::kDecided,
          TicketSide::kNone,
          {"state.granted"},
          {"maaf-tertulis", "antar-produk"},
          DayFromIso("2026-11-20").value(),
          DayFromIso("2026-11-27"),
          DayFromIso("2026-11-21").value(),
          {DayFromIso("2026-11-10").value(), Day{}}};
}

TEST_CASE("A state published for a code is what its holder sees", "[ledger][ticket]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  WorkingNode desk(office, Writes::kDesk, 8);
  const TicketCode code = kiosk.secrets.NewCode();
  LedgerTicketDesk tickets(kiosk.journal, kiosk.secrets);
  REQUIRE_FALSE(tickets.FindState(code));
  const auto drafts = StatusDrafts(
      std::vector<StateToPublish>{{kiosk.secrets.Of(code).Hex(), Granted()}}, desk.randomness);
  REQUIRE(drafts.size() == 1);
  desk.recorder.Write(drafts);
  const auto files = desk.Close();
  const SegmentReading reading = kiosk.Read(files.seg);
  REQUIRE(reading.outcome == ReadOutcome::kWhole);
  const Record& record = reading.segments.front().records.front().line.record;
  kiosk.journal.PutStates(StatesIn(record));
  REQUIRE(tickets.FindState(code) == Granted());
  REQUIRE_FALSE(tickets.FindState(CodeFromRandom(std::array<std::uint8_t, 7>{1, 2, 3})));
  REQUIRE(files.seg.find("granted") == std::string::npos);
}

TEST_CASE("A capsule opens for its own code only, and for no changed byte", "[ledger][ticket]") {
  SeededRandomness randomness;
  const auto mine = TicketSecret::FromHex(std::string(64, 'a')).value();
  const auto other = TicketSecret::FromHex(std::string(64, 'b')).value();
  const std::string capsule = mine.SealState(Granted(), randomness);
  REQUIRE(mine.OpenState(capsule) == Granted());
  REQUIRE_FALSE(other.OpenState(capsule));
  auto bytes = FromBase64(capsule).value();
  REQUIRE(bytes.size() == 24 + 512 + 16);
  bytes[100] ^= 1U;
  REQUIRE_FALSE(mine.OpenState(ToBase64(bytes)));
  REQUIRE_FALSE(mine.OpenState(""));
}

TEST_CASE("A state that is too long keeps its stage and date", "[ledger][ticket]") {
  TicketState state = Granted();
  for (int i = 0; i < 40; ++i)
    state.sentences.push_back("state.sentence.number." + std::to_string(i));
  REQUIRE(WriteTicketState(state).size() <= 511);
  const auto read = ReadTicketState(WriteTicketState(state));
  REQUIRE(read->stage == state.stage);
  REQUIRE(read->due == state.due);
  REQUIRE(read->sentences.front() == "state.granted");
  REQUIRE(read->reached.empty());  // The path's dates go before any sentence.
}

TEST_CASE("The secret of a code follows from code and office", "[ledger][ticket]") {
  const TicketCode code = ReadCode("K7QF-2M9D-XR47").code.value();
  OfficeSalt salt{};
  const std::string hex = TicketSecret::Derive(code, salt).Hex();
  REQUIRE(hex == TicketSecret::Derive(ReadCode("k7qf2m9dxr47").code.value(), salt).Hex());
  salt[0] = 1;
  REQUIRE(hex != TicketSecret::Derive(code, salt).Hex());
}

TEST_CASE("States go out in records of at most 64, sorted by lookup", "[ledger][ticket]") {
  SeededRandomness randomness;
  std::vector<StateToPublish> states;
  for (int i = 0; i < 130; ++i) {
    Secret secret;
    randomness.Fill(secret.Bytes());
    states.push_back({ToHex(secret.Bytes()), Granted()});
  }
  states.push_back({"not a secret", Granted()});
  const auto drafts = StatusDrafts(states, randomness);
  REQUIRE(drafts.size() == 3);
  std::string before;
  for (const Draft& draft : drafts) {
    const auto pairs = PairsOf(draft.clear, "s");
    REQUIRE(pairs.size() <= 64);
    for (const auto& [lookup, capsule] : pairs) {
      REQUIRE(before < lookup);
      before = lookup;
    }
  }
}

TEST_CASE("A prepared code is given without waiting for its secret", "[ledger][ticket]") {
  const FoundedOffice office;
  SeededRandomness randomness;
  TicketSecrets secrets(office.Book().office.salt, randomness);
  REQUIRE(secrets.Prepare());
  REQUIRE_FALSE(secrets.Prepare());
  const TicketCode first = secrets.NewCode();
  REQUIRE(ReadCode(Compact(first)).code == first);
  REQUIRE(secrets.Prepare());
  REQUIRE(secrets.NewCode() != first);
}

}  // namespace
}  // namespace tanggap

// What recorder and ticket desk promise the screens, asked of the fakes and the ledger's alike.
#include <set>
#include <vector>

#include "fakes/fake_clock.h"
#include "fakes/fake_journal.h"
#include "fakes/fake_recorder.h"
#include "fakes/fake_ticket_desk.h"
#include "ledger/ticket_desk.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

struct InMemory {
  FakeClock clock;
  FakeRecorder recorder{clock};
  FakeTicketDesk desk;
  void Break() { recorder.fail = StoreFault::kFull; }
  void Mend() { recorder.fail.reset(); }
  [[nodiscard]] std::size_t Written() const { return recorder.written.size(); }
  void Publish(const TicketCode& code, const TicketState& state) { desk.states[code] = state; }
};

struct InTheLedger {
  InTheLedger() { segments.OpenEpochIfNeeded(); }
  FakeClock clock;
  FoundedOffice office;
  FakeJournal journal;
  LedgerPorts ports{journal, clock, office.randomness};
  SegmentWriter segments{ports, office.Node(Writes::kKiosk), 1, std::chrono::seconds{20}};
  TicketSecrets secrets{office.Book().office.salt, office.randomness};
  Signer nobody;
  LedgerRecorder recorder{ports, office.Book(), secrets, nobody};
  LedgerTicketDesk desk{journal, secrets};
  void Break() { journal.fail = StoreFault::kFull; }
  void Mend() { journal.fail.reset(); }
  [[nodiscard]] std::size_t Written() { return journal.Unsegmented(1000).size(); }
  void Publish(const TicketCode& code, const TicketState& state) {
    const TicketSecret& secret = secrets.Of(code);
    const PublishedState published{
        secret.Lookup(), {1, 0}, secret.SealState(state, office.randomness)};
    journal.PutStates(std::vector{published});
  }
};

Draft Rating(Recorder& recorder, int score) {
  Draft draft;
  draft.id = recorder.NewId();
  draft.type = RecordType::kRated;
  draft.clear = {{"score", score}};
  return draft;
}

}  // namespace

TEMPLATE_TEST_CASE("What was written once is one record, with a receipt", "[contract][recorder]",
                   InMemory, InTheLedger) {
  TestType subject;
  Recorder& recorder = subject.recorder;
  const std::vector<Draft> drafts{Rating(recorder, 4), Rating(recorder, 1)};
  CHECK(drafts[0].id != drafts[1].id);
  const Receipt receipt = recorder.Write(drafts);
  CHECK(receipt.id == drafts[0].id);
  CHECK(receipt.at == subject.clock.now);
  CHECK(subject.Written() == 2);
  while (recorder.Prepare()) {
  }
  CHECK(subject.Written() == 2);  // getting ready writes nothing
}

TEMPLATE_TEST_CASE("A store that refuses is heard of, and a second try is one record",
                   "[contract][recorder]", InMemory, InTheLedger) {
  TestType subject;
  Recorder& recorder = subject.recorder;
  const std::vector<Draft> drafts{Rating(recorder, 2)};
  subject.Break();
  CHECK_THROWS_AS(recorder.Write(drafts), StoreError);
  CHECK_THROWS_AS(recorder.Write(drafts), StoreError);
  CHECK(subject.Written() == 0);
  subject.Mend();
  CHECK(recorder.Write(drafts).id == drafts[0].id);
  CHECK(subject.Written() == 1);
}

TEMPLATE_TEST_CASE("Codes are fresh, prepared or not, and know nothing until a desk speaks",
                   "[contract][desk]", InMemory, InTheLedger) {
  TestType subject;
  TicketDesk& desk = subject.desk;
  std::set<TicketCode> codes;
  codes.insert(desk.NewCode());
  while (desk.Prepare()) {
  }
  CHECK_FALSE(desk.Prepare());
  const TicketCode code = desk.NewCode();
  codes.insert(code);
  codes.insert(desk.NewCode());
  CHECK(codes.size() == 3);
  for (const TicketCode& made : codes)
    CHECK_FALSE(desk.FindState(made).has_value());

  TicketState state;
  state.stage = TicketStage::kDecided;
  state.sentences = {"state.granted"};
  state.since = state.updated =
      Day{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{21}};
  subject.Publish(code, state);
  CHECK(desk.FindState(code) == state);
  CHECK_FALSE(
      desk.FindState(*codes.begin() == code ? *codes.rbegin() : *codes.begin()).has_value());
}

}  // namespace tanggap

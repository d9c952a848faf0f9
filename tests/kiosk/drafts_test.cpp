// What the kiosk writes fits the record schema, and keeps identity and words apart.
#include "kiosk/drafts.h"

#include "domain/record_schema.h"
#include "fakes/fake_clock.h"
#include "fakes/fake_printer.h"
#include "fakes/fake_recorder.h"
#include "fakes/fake_speaker.h"
#include "fakes/fake_staff_desk.h"
#include "fakes/fake_ticket_desk.h"
#include "kiosk/effect_runner.h"
#include "kiosk/sample.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

// As the recorder completes it: what only a ticket's secret gives.
std::vector<std::string> ProblemsOf(const Draft& draft) {
  Record record;
  record.id = draft.id;
  record.type = draft.type;
  record.refs = draft.refs;
  record.clear = draft.clear;
  const auto put = [&](BodyClass body_class, Fields fields) {
    if (!fields.empty()) record.bodies[body_class].fields = std::move(fields);
  };
  Fields facts = draft.facts;
  Fields content = draft.content;
  if (draft.ticket && draft.type == RecordType::kComplaintLodged) {
    content["code"] = Compact(*draft.ticket);
    content["secret"] = std::string(64, 'a');
  } else if (draft.ticket) {
    facts["lookup"] = std::string(32, 'a');
  }
  put(BodyClass::kFacts, facts);
  put(BodyClass::kContent, content);
  put(BodyClass::kIdentity, draft.identity);
  return WriteProblems(record);
}

StoreComplaint FullComplaint() {
  StoreComplaint effect;
  effect.id = IdOf(1);
  effect.language = "id";
  Complaint& entry = effect.complaint;
  entry.service = ServiceId{"legalisir"};
  entry.aspects = {AspectId{"waktu"}};
  entry.happened = AnswerOn(DayFromIso("2026-11-21").value(), DayWord::kThisWeek);
  entry.handed_in = AnswerOn(DayFromIso("2026-11-21").value(), DayWord::kDaysAgo, 3);
  entry.complete = AnswerOn(DayFromIso("2026-11-21").value(), DayWord::kNever);
  entry.phrases = {PhraseId{"waktu.1"}};
  entry.wishes = {Wish::kExplain, Wish::kKeepApart};
  entry.loss = Loss::kTime;
  entry.counter = "1";
  entry.identity.mode = IdentityMode::kNamed;
  entry.identity.name = "Nama Contoh";
  entry.identity.phone = "081234567890";
  entry.identity.village = "Desa";
  entry.identity.may_phone = true;
  return effect;
}

struct Bench {
  Context context = SampleContext();
  FakeClock clock;
  FakeRecorder recorder{clock};
  FakeTicketDesk desk;
  FakePrinter printer;
  FakeSpeaker speaker;
  FakeStaffDesk staff;
  EffectRunner runner{{clock, recorder, desk, printer, speaker, staff}, context, "kiosk-1"};
};

}  // namespace

TEST_CASE("Every record of the kiosk fits the schema", "[kiosk][runner]") {
  const Context context = SampleContext();
  const TicketCode code = SampleTicket(IdOf(1)).code;
  for (const Draft& draft : DraftsOf(StoreRating{IdOf(2), 1, {"cepat"}, "id"}, IdOf(3)))
    CHECK(ProblemsOf(draft) == std::vector<std::string>{});
  for (const Draft& draft : std::vector<Draft>{
           DraftOf(WithdrawRating{IdOf(2), IdOf(1)}), DraftOf(FlagSession{IdOf(2), IdOf(1), 12}),
           DraftOf(StoreSurvey{IdOf(2), {4, 0, 1, 2, 3, 4, 1, 2, 3}, IdOf(1), "en"}),
           DraftOf(StoreTicketOutcome{IdOf(2), IdOf(1), PrintState::kPrinted}),
           DraftOf(StoreStatusSeen{IdOf(2), code, TicketState{}}), DraftOf(CallHelp{IdOf(2)}),
           DraftOf(StoreSaid{IdOf(2), code, Say::kWithdraw, "Kata", true, "id"}),
           DraftOf(StoreHandling{IdOf(2), code, 3}),
           DraftOf(StoreStaffAction{IdOf(2), "print-test", "ok"}), DraftOf(FlagTickets{}, IdOf(2)),
           DraftOf(FullComplaint(), code, DayFromIso("2026-12-04").value(), context)})
    CHECK(ProblemsOf(draft) == std::vector<std::string>{});
}

TEST_CASE("A name lies in the identity class alone, the words in the content class alone",
          "[kiosk][runner][privacy]") {
  const Context context = SampleContext();
  StoreComplaint effect = FullComplaint();
  effect.complaint.words = "Ini kata saya";
  const Draft draft =
      DraftOf(effect, SampleTicket(IdOf(1)).code, DayFromIso("2026-12-04").value(), context);
  CHECK(TextOf(draft.identity, "name") == "Nama Contoh");
  CHECK(TextOf(draft.content, "story").find("Ini kata saya") != std::string::npos);
  CHECK(draft.clear.empty());
  for (const auto& [name, value] : draft.facts) {
    if (const auto* text = std::get_if<std::string>(&value.held)) {
      CHECK(text->find("Contoh") == std::string::npos);
      CHECK(text->find("kata") == std::string::npos);
    }
  }
}

TEST_CASE("Without a name nothing of an identity typed earlier is written",
          "[kiosk][runner][privacy]") {
  const Context context = SampleContext();
  StoreComplaint effect = FullComplaint();
  effect.complaint.identity.mode = IdentityMode::kAnonymous;
  const Draft draft =
      DraftOf(effect, SampleTicket(IdOf(1)).code, DayFromIso("2026-12-04").value(), context);
  REQUIRE(draft.identity.empty());
  REQUIRE_FALSE(FlagOf(draft.facts, "named"));
}

TEST_CASE("Counter staff may read ready sentences about time, never free words or conduct",
          "[kiosk][runner][privacy]") {
  const Context context = SampleContext();
  const TicketCode code = SampleTicket(IdOf(1)).code;
  const Day due = DayFromIso("2026-12-04").value();
  StoreComplaint effect = FullComplaint();
  REQUIRE(DraftOf(effect, code, due, context).ticket_opens.contains(BodyClass::kContent));
  effect.complaint.words = "Bebas";
  REQUIRE_FALSE(DraftOf(effect, code, due, context).ticket_opens.contains(BodyClass::kContent));
  effect.complaint.words.clear();
  effect.complaint.aspects.push_back(AspectId{"cara-pelayanan"});
  REQUIRE_FALSE(DraftOf(effect, code, due, context).ticket_opens.contains(BodyClass::kContent));
}

TEST_CASE("A complaint is stored before anything says so, and its code opens it",
          "[kiosk][runner]") {
  Bench bench;
  const auto event = bench.runner.Run(FullComplaint());
  REQUIRE(event.has_value());
  const auto& stored = std::get<ComplaintStored>(*event);
  REQUIRE(bench.recorder.written.size() == 1);
  REQUIRE(bench.recorder.written[0].ticket == stored.ticket.code);
  REQUIRE(TextOf(bench.recorder.written[0].facts, "due") == IsoDay(stored.ticket.due));
  REQUIRE(stored.ticket.qr_side >= 21);
  REQUIRE(stored.ticket.qr_dark.size() ==
          static_cast<std::size_t>(stored.ticket.qr_side * stored.ticket.qr_side));
}

TEST_CASE("A disk that fails comes back as an event and the code stays the same",
          "[kiosk][runner]") {
  Bench bench;
  bench.recorder.fail = StoreFault::kFull;
  const auto failed = bench.runner.Run(FullComplaint());
  REQUIRE(std::get<StorageFailed>(*failed).trouble == Trouble::kFull);
  REQUIRE(std::get<StorageFailed>(*failed).id == IdOf(1));
  bench.recorder.fail.reset();
  const auto stored = bench.runner.Run(FullComplaint());
  REQUIRE(std::get<ComplaintStored>(*stored).id == IdOf(1));
  REQUIRE(bench.recorder.written.size() == 1);
}

TEST_CASE("The printer's word becomes the ticket's state", "[kiosk][runner]") {
  Bench bench;
  PrintTicket job;
  job.ticket = SampleTicket(IdOf(1));
  job.aspects = {AspectId{"waktu"}};
  job.language = "id";
  const auto [outcome, state] = GENERATE(table<PrintOutcome, PrintState>({
      {PrintOutcome::kPrinted, PrintState::kPrinted},
      {PrintOutcome::kUnknown, PrintState::kUnknown},
      {PrintOutcome::kOutOfPaper, PrintState::kUnavailable},
      {PrintOutcome::kNoPrinter, PrintState::kUnavailable},
  }));
  bench.printer.next = outcome;
  const auto event = bench.runner.Run(job);
  REQUIRE(std::get<PrintFinished>(*event).outcome == state);
  if (outcome == PrintOutcome::kPrinted) REQUIRE(bench.printer.printed[0].width == 576);
}

TEST_CASE("A complaint with a name brings a second slip, the formal receipt", "[kiosk][runner]") {
  Bench bench;
  PrintTicket job;
  job.ticket = SampleTicket(IdOf(1));
  job.aspects = {AspectId{"waktu"}};
  job.language = "id";
  job.receipt = ReceiptWords{"Yohana Barek", "Waijarang", "081234567890", "Ijazah", "Lama", "", ""};
  const auto came = bench.runner.Run(job);
  REQUIRE(bench.printer.printed.size() == 2);
  CHECK_FALSE(std::get<PrintFinished>(*came).receipt_missing);

  bench.printer.next = PrintOutcome::kOutOfPaper;
  const auto missed = bench.runner.Run(job);
  CHECK(bench.printer.printed.size() == 2);
  CHECK(std::get<PrintFinished>(*missed).receipt_missing);
}

TEST_CASE("What a ticket's holder says is sealed, and only its kind and pressure are facts",
          "[kiosk][runner][privacy]") {
  Bench bench;
  const StoreSaid said{IdOf(3), SampleTicket(IdOf(1)).code, Say::kWithdraw, "Saya takut", true,
                       "id"};
  REQUIRE(std::holds_alternative<SaidStored>(*bench.runner.Run(said)));
  const Draft& draft = bench.recorder.written.at(0);
  CHECK(draft.ticket == said.code);
  CHECK(TextOf(draft.facts, "what") == "withdraw");
  CHECK(TextOf(draft.facts, "asked_to") == "yes");
  CHECK(TextOf(draft.content, "text") == "Saya takut");
  CHECK(draft.clear.empty());
}

TEST_CASE("A test page is printed as wide as the paper, and a PIN is asked of the staff desk",
          "[kiosk][runner][staff]") {
  Bench bench;
  bench.printer.next = PrintOutcome::kPrinted;
  const auto printed = bench.runner.Run(TestPrint{});
  REQUIRE(std::get<TestPrinted>(*printed).outcome == PrintState::kPrinted);
  REQUIRE(bench.printer.printed.at(0).width == bench.context.office.printer.dots_per_line);
  REQUIRE(std::get<PinChecked>(*bench.runner.Run(CheckPin{"123456"})).opens);
  REQUIRE_FALSE(std::get<PinChecked>(*bench.runner.Run(CheckPin{"654321"})).opens);
  REQUIRE(std::get<CountsRead>(*bench.runner.Run(ReadCounts{})).counts.waiting == 3);
}

TEST_CASE("A repeated rating is stored whole, and flagged beside it", "[kiosk][runner]") {
  Bench bench;
  REQUIRE(bench.runner.Run(StoreRating{IdOf(4), 2, {"cepat"}, "id"}).has_value());
  REQUIRE(bench.recorder.written.size() == 2);
  REQUIRE(bench.recorder.written[0].type == RecordType::kRated);
  REQUIRE(bench.recorder.written[1].type == RecordType::kSessionFlagged);
  REQUIRE(bench.recorder.written[1].refs == std::vector{IdOf(4)});
}

}  // namespace tanggap::kiosk

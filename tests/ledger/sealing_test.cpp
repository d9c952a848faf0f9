#include "ledger/sealing.h"

#include "ledger/status_drafts.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

// The complaint as it lies in the journal.
SealedRecord Lodged(WorkingNode& kiosk, const Draft& draft) {
  kiosk.recorder.Write(std::vector{draft});
  return kiosk.journal.Unsegmented(1000).back();
}

const SealedBody& BodyOf(const SealedRecord& record, BodyClass body_class) {
  return *std::ranges::find(record.bodies, body_class, &SealedBody::body_class);
}

TEST_CASE("No letters are no bytes, and libsodium is given no null pointer for them",
          "[ledger][base64]") {
  CHECK(FromBase64("").value().empty());
  CHECK(FromBase64("AA==").value().size() == 1);
  for (const char* cut : {"A", "AA", "AAA", "AA==A"})
    CHECK_FALSE(FromBase64(cut).has_value());
}

TEST_CASE("Supervisor, head and auditor open what a kiosk sealed, staff do not",
          "[ledger][sealing]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  const Draft draft = ComplaintDraft(kiosk.recorder, "Antre dari pukul 07.00 ☹");
  const SealedRecord record = Lodged(kiosk, draft);
  for (const Signs who : {Signs::kSupervisor, Signs::kHead, Signs::kAuditor}) {
    const auto opened = OpenBody(office.Book(), office.KeysOf(who), record.id, "complaint_lodged",
                                 BodyOf(record, BodyClass::kContent).line);
    REQUIRE(opened.body);
    REQUIRE(opened.body->fields == draft.content);
    REQUIRE(opened.body->by.Empty());
  }
  REQUIRE(office.KeysOf(Signs::kStaff).Empty());
  const auto refused = OpenBody(office.Book(), office.KeysOf(Signs::kStaff), record.id,
                                "complaint_lodged", BodyOf(record, BodyClass::kContent).line);
  REQUIRE_FALSE(refused.body);
  REQUIRE(refused.fault == OpenFault::kNoKey);
}

TEST_CASE("A body opens only as the record, class and office it was sealed for",
          "[ledger][sealing]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  const SealedRecord record = Lodged(kiosk, ComplaintDraft(kiosk.recorder, "x"));
  const ReadingKeys keys = office.KeysOf(Signs::kHead);
  BodyLine line = ReadBodyLine(BodyOf(record, BodyClass::kContent).line).Value();
  SECTION("Another record") {
    const RecordId other = kiosk.recorder.NewId();
    REQUIRE_FALSE(
        OpenBody(office.Book(), keys, other, "complaint_lodged", WriteBodyLine(line)).body);
    line.id = other;
    const auto moved =
        OpenBody(office.Book(), keys, other, "complaint_lodged", WriteBodyLine(line));
    REQUIRE_FALSE(moved.body);
    REQUIRE(moved.fault == OpenFault::kDamaged);
  }
  SECTION("Another class") {
    line.body_class = BodyClass::kFacts;
    REQUIRE_FALSE(
        OpenBody(office.Book(), keys, record.id, "complaint_lodged", WriteBodyLine(line)).body);
  }
  SECTION("Another office's keys") {
    const FoundedOffice other(5);
    REQUIRE_FALSE(OpenBody(office.Book(), other.KeysOf(Signs::kHead), record.id, "complaint_lodged",
                           WriteBodyLine(line))
                      .body);
  }
  SECTION("Any changed byte of the box") {
    auto box = FromBase64(line.box).value();
    for (std::size_t at = 0; at < box.size(); at += 7) {
      box[at] ^= 1U;
      line.box = ToBase64(box);
      REQUIRE_FALSE(
          OpenBody(office.Book(), keys, record.id, "complaint_lodged", WriteBodyLine(line)).body);
      box[at] ^= 1U;
    }
  }
}

TEST_CASE("The length of a sealed text says only its multiple of 256", "[ledger][privacy]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  const auto size = [&](std::size_t words) {
    const auto record = Lodged(kiosk, ComplaintDraft(kiosk.recorder, std::string(words, 'a')));
    return BodyOf(record, BodyClass::kContent).line.size();
  };
  REQUIRE(size(1) == size(60));
  REQUIRE(size(1) < size(400));
}

TEST_CASE("A desk's act carries its person's signature, bound to record and type",
          "[ledger][sealing]") {
  const FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  Draft note;
  note.id = desk.recorder.NewId();
  note.type = RecordType::kNote;
  note.refs = {desk.recorder.NewId()};
  note.content = {{"text", "Sudah ditelepon."}};
  REQUIRE_THROWS_AS(desk.recorder.Write(std::vector{note}), std::invalid_argument);
  desk.signer.person = office.Person(Signs::kSupervisor);
  const SealedRecord record = Lodged(desk, note);
  const ReadingKeys keys = office.KeysOf(Signs::kHead);
  const std::string& line = BodyOf(record, BodyClass::kContent).line;
  const auto opened = OpenBody(office.Book(), keys, record.id, "note", line);
  REQUIRE(opened.body);
  REQUIRE(opened.body->by == office.Person(Signs::kSupervisor).Id());
  REQUIRE(OpenBody(office.Book(), keys, record.id, "closed", line).fault == OpenFault::kSignature);
  Roster without = office.Book();
  std::erase_if(without.people, [&](const auto& p) { return p.id == opened.body->by; });
  REQUIRE(OpenBody(without, keys, record.id, "note", line).fault == OpenFault::kSignature);
}

TEST_CASE("A second person's name counts only with their own signature, for one writing",
          "[ledger][sealing]") {
  const FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  const ReadingKeys keys = office.KeysOf(Signs::kHead);
  desk.signer.person = office.Person(Signs::kSupervisor);
  const std::string head = office.Person(Signs::kHead).Id().value;
  const auto second_of = [&] {
    Draft closed;
    closed.id = desk.recorder.NewId();
    closed.type = RecordType::kClosed;
    closed.refs = {desk.recorder.NewId()};
    closed.facts = {{"outcome", "lapsed"}, {"second", head}};
    const SealedRecord record = Lodged(desk, closed);
    const Opening opening =
        OpenBody(office.Book(), keys, record.id, "closed", BodyOf(record, BodyClass::kFacts).line);
    REQUIRE(opening.body);
    const std::string second = TextOf(opening.body->fields, "second");
    REQUIRE(opening.second_unsigned == second.empty());
    return second;
  };
  CHECK(second_of().empty());
  desk.signer.second = office.Person(Signs::kAuditor);  // agreed, but isn't the one who is named
  CHECK(second_of().empty());
  desk.signer.second = office.Person(Signs::kHead);
  CHECK(second_of() == head);
  CHECK(second_of().empty());  // agreed to one writing, and to none after it
}

TEST_CASE("A second person's signature that is another's, or of another record, makes it forged",
          "[ledger][sealing]") {
  const FoundedOffice office;
  WorkingNode desk(office, Writes::kDesk);
  const PersonKey supervisor = office.Person(Signs::kSupervisor);
  const PersonKey head = office.Person(Signs::kHead);
  const RecordId id = desk.recorder.NewId();
  BodySealer sealer(office.Book(), desk.randomness);
  BodyText body;
  body.signed_as = R"({"outcome":"lapsed","second":")" + head.Id().value + R"("})";
  body.by = supervisor.Id();
  body.signature = ToBase64(supervisor.signing.Sign(ActBytes(id, "closed", body.signed_as).View()));
  const auto fault_of = [&](const std::string& second_signature) {
    body.second_signature = second_signature;
    std::string text;
    AppendBodyText(text, body);
    const SealedBody sealed = sealer.Seal(id, BodyClass::kFacts, text, nullptr);
    const Opening opening =
        OpenBody(office.Book(), office.KeysOf(Signs::kHead), id, "closed", sealed.line);
    return opening.body ? std::optional<OpenFault>() : opening.fault;
  };
  const auto signed_by = [&](const PersonKey& who, const RecordId& what) {
    return ToBase64(who.signing.Sign(SecondBytes(what, "closed", body.signed_as).View()));
  };
  CHECK(fault_of(signed_by(supervisor, id)) == OpenFault::kSignature);
  CHECK(fault_of(signed_by(head, desk.recorder.NewId())) == OpenFault::kSignature);
  CHECK(fault_of(ToBase64(head.signing.Sign(ActBytes(id, "closed", body.signed_as).View()))) ==
        OpenFault::kSignature);
  CHECK_FALSE(fault_of(signed_by(head, id)));
}

TEST_CASE("The ticket opens the classes that the kiosk gave it, and no other ticket does",
          "[ledger][ticket]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  const TicketCode code = kiosk.secrets.NewCode();
  Draft draft = ComplaintDraft(kiosk.recorder, "x");
  draft.content.erase("code");
  draft.content.erase("secret");
  draft.ticket = code;
  draft.ticket_opens = {BodyClass::kFacts};
  const SealedRecord record = Lodged(kiosk, draft);
  const TicketSecret& secret = kiosk.secrets.Of(code);
  const auto facts = OpenBodyWithTicket(office.Book(), secret.CounterKey(), record.id,
                                        "complaint_lodged", BodyOf(record, BodyClass::kFacts).line);
  REQUIRE(facts.body);
  REQUIRE(facts.body->fields == draft.facts);
  REQUIRE_FALSE(OpenBodyWithTicket(office.Book(), secret.CounterKey(), record.id,
                                   "complaint_lodged", BodyOf(record, BodyClass::kContent).line)
                    .body);
  const auto content = OpenBody(office.Book(), office.KeysOf(Signs::kHead), record.id,
                                "complaint_lodged", BodyOf(record, BodyClass::kContent).line);
  REQUIRE(TextOf(content.body->fields, "code") == Compact(code));
  REQUIRE(TextOf(content.body->fields, "secret") == secret.Hex());
  const TicketSecret other = TicketSecret::FromHex(std::string(64, '0')).value();
  REQUIRE_FALSE(OpenBodyWithTicket(office.Book(), other.CounterKey(), record.id, "complaint_lodged",
                                   BodyOf(record, BodyClass::kFacts).line)
                    .body);
}

TEST_CASE("What the schema does not know is never written", "[ledger][recorder]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  Draft draft = ComplaintDraft(kiosk.recorder, "x");
  SECTION("An unknown field") {
    draft.facts["colour"] = "red";
  }
  SECTION("A field of another kind") {
    draft.facts["named"] = "yes";
  }
  SECTION("Words in clear") {
    draft.clear["story"] = "x";
  }
  SECTION("A missing field") {
    draft.facts.erase("kind");
  }
  SECTION("No id") {
    draft.id = {};
  }
  REQUIRE_THROWS_AS(kiosk.recorder.Write(std::vector{draft}), std::invalid_argument);
  REQUIRE(kiosk.journal.Unsegmented(10).empty());
}

TEST_CASE("The clock of records never goes back, and far futures are not taken up",
          "[ledger][recorder]") {
  const FoundedOffice office;
  WorkingNode kiosk(office);
  const auto write = [&] { return Lodged(kiosk, ComplaintDraft(kiosk.recorder, "x")).hlc; };
  const Hlc first = write();
  REQUIRE(write() == Hlc{first.ms, first.counter + 1});
  kiosk.clock.now -= std::chrono::hours{1000};
  REQUIRE(write() > first);
  kiosk.recorder.Observe({first.ms + 5000, 3});
  REQUIRE(write() == Hlc{first.ms, 3});  // Our clock is far behind by now: not taken up.
  kiosk.clock.now = FromMillis(first.ms);
  kiosk.recorder.Observe({first.ms + 5000, 3});
  REQUIRE(write() == Hlc{first.ms + 5000, 4});
  kiosk.recorder.Observe({first.ms + 11 * 60 * 1000, 0});
  REQUIRE(write() == Hlc{first.ms + 5000, 5});
}

}  // namespace
}  // namespace tanggap

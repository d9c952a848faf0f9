// What is sealed: bodies and states of tickets, as they come and as a device that has the keys but
// is not what it says may have sealed them.
#include <string>

#include "formats/record_codec.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/sealing.h"
#include "ledger/ticket_secret.h"

using namespace tanggap;

namespace {

const TicketSecret& TheSecret() {
  static const TicketSecret secret = *TicketSecret::FromHex(std::string(64, 'a'));
  return secret;
}

void CheckState(const TicketState& state) {
  const std::string written = WriteTicketState(state);
  fuzz::Require(written.size() <= 511, "a state fits its capsule");
  const auto again = ReadTicketState(written);
  fuzz::Require(again && again->stage == state.stage && again->side == state.side &&
                    again->since == state.since && again->due == state.due,
                "a state is read as written");
  SeededRandomness randomness(9);
  const auto opened = TheSecret().OpenState(TheSecret().SealState(state, randomness));
  fuzz::Require(opened == again, "a capsule holds the state that was sealed");
}

void CheckOpening(const Opening& opening) {
  fuzz::Require(!opening.body || opening.body->by.Empty(),
                "nobody is believed whose signature isn't there");
}

// Whatever a kiosk seals, it is opened as it is, and never as a person's word.
void OpenSealed(std::string_view text) {
  const Founding& office = fuzz::TheOffice();
  static SeededRandomness randomness(11);
  static BodySealer sealer(office.roster, randomness);
  const RecordId id{{1, 2, 3}};
  const Secret ticket = TheSecret().CounterKey();
  const SealedBody body = sealer.Seal(id, BodyClass::kContent,
                                      text.substr(0, std::min(text.size(), kMaxBodyText)), &ticket);
  const auto line = ReadBodyLine(body.line);
  fuzz::Require(line.Ok() && WriteBodyLine(line.Value()) == body.line, "a body line has one form");
  const auto keys = ReadingKeys::Unwrap(office.roster.people.front(), office.people.front());
  const Opening opening =
      OpenBody(office.roster, office.reading, id, "complaint_lodged", body.line);
  CheckOpening(opening);
  CheckOpening(OpenBody(office.roster, keys, id, "complaint_lodged", body.line));
  const Opening with_ticket =
      OpenBodyWithTicket(office.roster, ticket, id, "complaint_lodged", body.line);
  fuzz::Require(with_ticket.body == opening.body, "the ticket opens what the reader opens");
  const auto read = ReadBodyText(text);
  fuzz::Require(opening.body.has_value() == (read.Ok() && read.Value().by.Empty()),
                "what a kiosk seals is opened when it is well formed and nobody's");
  const RecordId other{{3, 2, 1}};
  fuzz::Require(!OpenBody(office.roster, office.reading, other, "complaint_lodged", body.line).body,
                "a body belongs to one record");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  std::string_view bytes = fuzz::TextOf(data, size);
  switch (fuzz::TakeChoice(bytes, 4)) {
    case 0:
      if (const auto state = ReadTicketState(bytes)) CheckState(*state);
      break;
    case 1:
      fuzz::Require(!TheSecret().OpenState(bytes), "no capsule opens that wasn't sealed");
      break;
    case 2: {
      const Founding& office = fuzz::TheOffice();
      CheckOpening(OpenBody(office.roster, office.reading, RecordId{}, "note", bytes));
      CheckOpening(
          OpenBodyWithTicket(office.roster, TheSecret().CounterKey(), RecordId{}, "note", bytes));
      break;
    }
    default:
      OpenSealed(bytes);
      break;
  }
  return 0;
}

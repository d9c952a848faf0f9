// Check, seal in memory, one transaction; only then does anybody say "Tersimpan".
#include "ledger/recorder.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

#include "domain/record_schema.h"
#include "formats/strict_json.h"

namespace tanggap {
namespace {

bool IsComplaint(RecordType type) {
  return type == RecordType::kComplaintLodged || type == RecordType::kComplaintTaken;
}

bool IsByTicketHolder(RecordType type) {
  return type == RecordType::kVisitorSaid || type == RecordType::kStatusSeen ||
         type == RecordType::kHandlingRated;
}

// Which class of a draft, without a switch at every place.
const Fields& FieldsOf(const Record& record, BodyClass body_class) {
  return record.Of(body_class);
}

void WipeFields(Fields& fields) {
  for (auto& [name, value] : fields) {
    if (auto* text = std::get_if<std::string>(&value.held)) Wipe(*text);
  }
}

[[noreturn]] void Refuse(RecordType type, const std::string& what) {
  throw std::invalid_argument(std::string{NameOf(type)} + ": " + what);
}

}  // namespace

LedgerRecorder::LedgerRecorder(LedgerPorts ports, const Roster& roster, TicketSecrets& secrets,
                               Signer& signer)
    : ports_(ports),
      zone_(roster.office.zone),
      decree_(roster.office.decree),
      secrets_(secrets),
      signer_(signer),
      sealer_(roster, ports.randomness),
      last_(ports.journal.Head().last_hlc) {}

void LedgerRecorder::UseRoster(const Roster& roster) {
  sealer_ = BodySealer(roster, ports_.randomness);
}

RecordId LedgerRecorder::NewId() {
  RecordId id;
  ports_.randomness.Fill(id.bytes);
  return id;
}

bool LedgerRecorder::Prepare() {
  return sealer_.Prepare();
}

void LedgerRecorder::Observe(const Hlc& remote) {
  if (remote.ms > ToMillis(ports_.clock.Now() + kFarAhead)) return;
  last_ = std::max(last_, remote);
}

Hlc LedgerRecorder::NextClock(Instant now) {
  const std::int64_t ms = ToMillis(now);
  last_ = ms > last_.ms ? Hlc{ms, 0} : Hlc{last_.ms, last_.counter + 1};
  return last_;
}

Receipt LedgerRecorder::Write(std::span<const Draft> drafts) {
  if (drafts.empty()) throw std::invalid_argument("nothing to write");
  const Instant now = ports_.clock.Now();
  const Day day = LocalDay(now, zone_);
  std::vector<SealedRecord> sealed;
  sealed.reserve(drafts.size());
  for (const Draft& draft : drafts)
    sealed.push_back(SealDraft(draft, day, NextClock(now)));
  ports_.journal.Append(sealed);
  // Agreed to these records, and to none after them; a write that failed may be tried again.
  signer_.second.reset();
  return {sealed.front().id, FromMillis(sealed.front().hlc.ms)};
}

// The draft as a record, with what only the ticket's secret gives, checked against the schema.
Record LedgerRecorder::Complete(const Draft& draft) {
  Record record;
  record.id = draft.id;
  record.type = draft.type;
  record.refs = draft.refs;
  record.clear = draft.clear;
  const auto put = [&](BodyClass body_class, const Fields& fields) {
    if (!fields.empty()) record.bodies[body_class].fields = fields;
  };
  put(BodyClass::kFacts, draft.facts);
  put(BodyClass::kContent, draft.content);
  put(BodyClass::kIdentity, draft.identity);
  if (draft.ticket && IsComplaint(draft.type)) {
    Fields& content = record.bodies[BodyClass::kContent].fields;
    content["code"] = Compact(*draft.ticket);
    content["secret"] = secrets_.Of(*draft.ticket).Hex();
  }
  if (draft.ticket && IsByTicketHolder(draft.type))
    record.bodies[BodyClass::kFacts].fields["lookup"] = secrets_.Of(*draft.ticket).Lookup();
  if (draft.id.Empty()) Refuse(draft.type, "no id");
  const RecordRule* rule = RuleOf(draft.type);
  if (rule == nullptr) Refuse(draft.type, "unknown record type");
  if (const auto problems = WriteProblems(record); !problems.empty())
    Refuse(draft.type, problems.front());
  if (rule->author == Authorship::kPerson && !signer_.person)
    Refuse(draft.type, "nobody is signed in");
  // A person's act always has a body: it is what carries the name and the signature.
  if (rule->author == Authorship::kPerson && record.bodies.empty())
    record.bodies[BodyClass::kFacts];
  return record;
}

SealedBody LedgerRecorder::SealFields(const Record& record, BodyClass body_class,
                                      const Fields& fields, const Secret* ticket_key) {
  WipedText signed_as{kMaxBodyText};
  AppendStrict(signed_as.text, fields);
  // Four thirds of the longest body is still under the longest line; longer is a caller's bug.
  if (signed_as.text.size() > kMaxBodyText - 256) Refuse(record.type, "the words are too long");
  BodyText body;
  const RecordRule* rule = RuleOf(record.type);
  if (rule->author != Authorship::kDevice && signer_.person) {
    body.by = signer_.person->Id();
    body.signature = ToBase64(signer_.person->signing.Sign(
        ActBytes(record.id, NameOf(record.type), signed_as.text).View()));
  }
  if (const std::string second = TextOf(fields, kSecondField);
      body_class == BodyClass::kFacts && NamesSecond(*rule) && signer_.second &&
      signer_.second->Id().value == second) {
    body.second_signature = ToBase64(signer_.second->signing.Sign(
        SecondBytes(record.id, NameOf(record.type), signed_as.text).View()));
  }
  body.signed_as = signed_as.text;
  WipedText plain{signed_as.text.size() + 256};
  AppendBodyText(plain.text, body);
  Wipe(body.signed_as);
  return sealer_.Seal(record.id, body_class, plain.text, ticket_key);
}

SealedRecord LedgerRecorder::SealDraft(const Draft& draft, Day day, const Hlc& hlc) {
  RecordLine line;
  line.record = Complete(draft);
  Record& record = line.record;
  record.day = day;
  record.hlc = hlc;
  record.decree = decree_;
  std::optional<Secret> ticket_key;
  if (draft.ticket && !draft.ticket_opens.empty())
    ticket_key.emplace(secrets_.Of(*draft.ticket).CounterKey());
  SealedRecord sealed;
  sealed.id = record.id;
  sealed.type = record.type;
  sealed.day = day;
  sealed.hlc = hlc;
  for (const BodyClass body_class : kAllBodyClasses) {
    if (!record.bodies.contains(body_class)) continue;
    const bool ticket_opens = ticket_key && draft.ticket_opens.contains(body_class);
    sealed.bodies.push_back(SealFields(record, body_class, FieldsOf(record, body_class),
                                       ticket_opens ? &*ticket_key : nullptr));
    line.body_hashes[body_class] = HexHashOf(sealed.bodies.back().line);
  }
  sealed.line = WriteRecordLine(line);
  if (sealed.line.size() > kMaxLineBytes) Refuse(record.type, "the record line is too long");
  for (auto& [body_class, body] : record.bodies)
    WipeFields(body.fields);
  return sealed;
}

}  // namespace tanggap

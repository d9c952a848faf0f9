#include "desk/effect_runner.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "desk/annotate.h"
#include "desk/kept_drafts.h"
#include "domain/match.h"
#include "domain/ticket_code.h"
#include "ports/store_error.h"

namespace tanggap::desk {
namespace {

constexpr std::size_t kMostPending = 100'000;
constexpr std::size_t kOpenAtOnce = 256;
constexpr std::size_t kMostErased = 10'000;

// What its owner had restricted: the case goes on by its facts, its words are for the head alone.
void HideWords(OpenCase& open) {
  open.file.story.clear();
  open.file.phrases.clear();
  for (VisitorWord& word : open.file.said)
    word.text.clear();
  open.file.content_open = false;
  open.notes.clear();
  open.answers.clear();
}

}  // namespace

EffectRunner::EffectRunner(RunnerPorts ports, const Premises& premises, FoldRules rules,
                           std::function<void()> after_write)
    : ports_(ports),
      premises_(premises),
      rules_(std::move(rules)),
      after_write_(std::move(after_write)) {}

std::vector<Event> EffectRunner::Run(const Effect& effect) {
  const auto failed = [&](bool full) -> std::vector<Event> {
    if (const auto* write = std::get_if<WriteRecords>(&effect))
      return {WriteFailed{full, write->drafts}};
    if (const auto* identity = std::get_if<OpenIdentity>(&effect))
      return {WriteFailed{full, identity->drafts}};
    if (const auto* keep = std::get_if<KeepDrafts>(&effect))
      return {DraftsKept{keep->person, keep->id, std::nullopt}};
    if (std::holds_alternative<ChangePassword>(effect))
      return {PasswordRefused{}, StorageFailed{full}};
    if (std::holds_alternative<CheckSecond>(effect)) return {SecondRefused{}, StorageFailed{full}};
    return {StorageFailed{full}};
  };
  try {
    return Carry(effect);
  } catch (const StoreError& error) {
    return failed(error.Fault() == StoreFault::kFull);
  } catch (const std::filesystem::filesystem_error& error) {
    return failed(error.code() == std::errc::no_space_on_device);
  }
}

std::vector<Event> EffectRunner::Carry(const Effect& effect) {
  return std::visit(Match{
                        [&](const ListPeople&) -> std::vector<Event> { return {People()}; },
                        [&](const CheckPassword& e) -> std::vector<Event> { return {CheckIn(e)}; },
                        [&](const SignOut&) -> std::vector<Event> {
                          ports_.sign_in.SignOut();
                          signed_in_.reset();
                          return {};
                        },
                        [&](const ReadDrafts& e) -> std::vector<Event> { return {Kept(e)}; },
                        [&](const KeepDrafts& e) -> std::vector<Event> { return {Keep(e)}; },
                        [&](const CheckSecond& e) -> std::vector<Event> { return {Second(e)}; },
                        [&](const ChangePassword& e) -> std::vector<Event> {
                          if (ports_.sign_in.ChangePassword(e.now, e.fresh))
                            return {PasswordChanged{}};
                          return {PasswordRefused{ports_.sign_in.MustWait(e.person)}};
                        },
                        [&](const MakeIds& e) -> std::vector<Event> {
                          IdsMade made;
                          for (std::size_t i = 0; i < e.count; ++i)
                            made.ids.push_back(ports_.recorder.NewId());
                          return {made};
                        },
                        [&](const LoadPage& e) -> std::vector<Event> { return {Page(e)}; },
                        [&](const LoadCase& e) -> std::vector<Event> {
                          CaseLoaded loaded{e.purpose, Load(e.id, e.ticket)};
                          if (loaded.open && e.purpose == LoadFor::kPreview)
                            loaded.open->similar = SimilarTo(loaded.open->file);
                          return {std::move(loaded)};
                        },
                        [&](const KeepTaste& e) -> std::vector<Event> {
                          if (tastes_.keep) tastes_.keep(e.person, e.taste);
                          return {};
                        },
                        [&](const CarryToStick& e) -> std::vector<Event> {
                          if (carry_) carry_(e.stick);
                          return {};
                        },
                        [&](const FindCode& e) -> std::vector<Event> { return {Find(e)}; },
                        [&](const WriteRecords& e) -> std::vector<Event> { return {Write(e)}; },
                        [&](const OpenIdentity& e) -> std::vector<Event> { return Identity(e); },
                    },
                    effect);
}

void EffectRunner::UseRules(FoldRules rules) {
  rules_ = std::move(rules);
  if (!signed_in_) return;
  const PersonId id = signed_in_->id;
  signed_in_.reset();
  for (const EnrolledPerson& person : ports_.sign_in.People())
    if (person.id == id) signed_in_ = person;
}

Event EffectRunner::CheckIn(const CheckPassword& effect) {
  if (!ports_.sign_in.SignIn(effect.person, effect.password))
    return SignInRefused{ports_.sign_in.MustWait(effect.person)};
  signed_in_.reset();
  for (const EnrolledPerson& person : ports_.sign_in.People())
    if (person.id == effect.person) signed_in_ = person;
  OpenPending();
  return SignedIn{effect.person};
}

Event EffectRunner::Second(const CheckSecond& effect) {
  if (ports_.sign_in.Confirms(effect.person, effect.password)) return SecondAgreed{effect.person};
  return SecondRefused{ports_.sign_in.MustWait(effect.person)};
}

Event EffectRunner::Kept(const ReadDrafts& effect) {
  DraftsRead read{effect.person, {}};
  if (!drafts_.all) return read;
  const Instant oldest = ports_.clock.Now() - kDraftsKept;
  for (const auto& [id, fields] : drafts_.all(effect.person)) {
    const Instant at = FromMillis(NumberOf(fields, "at"));
    CaseDrafts drafts = DraftsFrom(premises_, fields);
    if (at < oldest || drafts == CaseDrafts{}) {
      drafts_.keep(effect.person, id, {});
    } else {
      read.drafts.emplace(id, KeptDrafts{std::move(drafts), at, false});
    }
  }
  return read;
}

Event EffectRunner::Keep(const KeepDrafts& effect) {
  const Instant now = ports_.clock.Now();
  if (!drafts_.keep) return DraftsKept{effect.person, effect.id, std::nullopt};
  Fields fields = ToFields(effect.drafts);
  if (!fields.empty()) fields["at"] = ToMillis(now);
  drafts_.keep(effect.person, effect.id, fields);
  return DraftsKept{effect.person, effect.id, now};
}

void EffectRunner::OpenPending() {
  for (const BodyClass body_class : {BodyClass::kFacts, BodyClass::kContent}) {
    if (!Reads(body_class)) continue;
    std::vector<std::pair<RecordId, std::pair<BodyClass, Body>>> opened;
    const auto flush = [&] {
      if (!opened.empty()) ports_.cases.Open(opened);
      opened.clear();
    };
    for (const Register::PendingBody& pending : ports_.cases.Pending(body_class, kMostPending)) {
      // The words of an urgent case stay sealed on this machine until one of its people comes.
      if (body_class == BodyClass::kContent && Hidden(pending.id)) continue;
      std::optional<Body> body = ports_.sign_in.Open(pending.id, pending.type, pending.body);
      if (!body) continue;
      opened.emplace_back(pending.id, std::pair{body_class, std::move(*body)});
      if (opened.size() == kOpenAtOnce) flush();
    }
    flush();
  }
}

bool EffectRunner::Hidden(const RecordId& id) {
  if (!premises_.office.sensitive.active) return false;
  const CaseFile file = FoldCase(ports_.cases.RecordsOf(id), premises_.decree, rules_);
  return file.urgent && (!signed_in_ || !MaySee(file, signed_in_->id, signed_in_->role));
}

bool EffectRunner::IsHead() const {
  return signed_in_ && signed_in_->role == Role::kHead;
}

bool EffectRunner::Reads(BodyClass body_class) {
  const std::set<BodyClass> reads = ports_.sign_in.Reads();
  return reads.contains(body_class);
}

Event EffectRunner::People() {
  PeopleListed listed;
  for (const EnrolledPerson& person : ports_.sign_in.People())
    listed.people.push_back({person.id, person.name, person.role});
  if (tastes_.all) listed.tastes = tastes_.all();
  return listed;
}

Event EffectRunner::Find(const FindCode& effect) {
  const bool whole = effect.code.size() == kCodeSymbols;
  const CodeReading reading = ReadCode(effect.code);
  std::optional<RecordId> id = ports_.cases.FindByCode(effect.code);
  if (!id && reading.code) id = FindByTicket(*reading.code);
  if (!id) return CodeNotFound{reading.code ? Grouped(*reading.code) : effect.code};
  const bool ticket = whole && !Reads(BodyClass::kContent);
  return CaseLoaded{whole ? LoadFor::kScan : LoadFor::kOpen, Load(*id, ticket ? effect.code : "")};
}

// Nothing in clear says which complaint a ticket belongs to: its key is tried on those still
// sealed.
std::optional<RecordId> EffectRunner::FindByTicket(const TicketCode& code) {
  for (const BodyClass body_class : {BodyClass::kFacts, BodyClass::kContent}) {
    for (const Register::PendingBody& pending : ports_.cases.Pending(body_class, kMostPending)) {
      if (RecordTypeFromName(pending.type) != RecordType::kComplaintLodged) continue;
      if (ports_.sign_in.OpenWithTicket(code, pending.id, pending.type, pending.body))
        return pending.id;
    }
  }
  return std::nullopt;
}

std::optional<OpenCase> EffectRunner::Load(const RecordId& id, const std::string& ticket) {
  std::vector<Record> records = ports_.cases.RecordsOf(id);
  if (records.empty()) return std::nullopt;
  const CodeReading code = ReadCode(ticket);
  const auto lodged = std::ranges::find(records, id, &Record::id);
  if (code.code && lodged != records.end()) {
    for (auto& [body_class, body] : lodged->bodies) {
      if (body.state != BodyState::kSealed || body_class == BodyClass::kIdentity) continue;
      const std::optional<SealedBody> sealed = ports_.cases.Sealed(id, body_class);
      if (!sealed) continue;
      std::optional<Body> opened =
          ports_.sign_in.OpenWithTicket(*code.code, id, lodged->type_name, *sealed);
      if (opened) body = std::move(*opened);
    }
  }
  OpenCase open;
  open.file = FoldCase(records, premises_.decree, rules_);
  if (open.file.id.Empty()) return std::nullopt;
  // Like a case that isn't here: whoever stands at the counter learns nothing from the difference.
  if (open.file.urgent && (!signed_in_ || !MaySee(open.file, signed_in_->id, signed_in_->role)))
    return std::nullopt;
  if (open.file.code.empty() && code.code) open.file.code = Compact(*code.code);
  const CodeReading shown = ReadCode(open.file.code);
  if (shown.code) open.code = Grouped(*shown.code);
  open.due = DueDates(open.file, premises_.office);
  open.kahar = KaharFor(open.file.service);
  Annotate(open, records);
  if (LacksErased(records))
    AnnotateErasures(open, records, ports_.cases.OfType(RecordType::kErased, kMostErased));
  open.has_identity = ports_.cases.Sealed(id, BodyClass::kIdentity).has_value();
  open.by_ticket = code.code.has_value();
  if (open.file.restricted && !IsHead()) HideWords(open);
  return open;
}

Event EffectRunner::Write(const WriteRecords& effect) {
  // Removed by a newer roster while the screen still showed their work.
  if (!signed_in_) return WriteFailed{false, effect.drafts};
  const Receipt receipt = ports_.recorder.Write(effect.drafts);
  RecordsWritten written;
  written.at = receipt.at;
  for (const Draft& draft : effect.drafts)
    written.types.push_back(draft.type);
  if (after_write_) after_write_();
  return written;
}

std::vector<Event> EffectRunner::Identity(const OpenIdentity& effect) {
  const std::vector<Record> records = ports_.cases.RecordsOf(effect.id);
  const bool restricted = FoldCase(records, premises_.decree, rules_).restricted;
  if (Hidden(effect.id) || (restricted && !IsHead())) return {IdentityOpened{}};
  // The record of the reading is durable before a letter of the identity is opened.
  std::vector<Event> events{Write(WriteRecords{effect.drafts})};
  IdentityOpened opened;
  const std::optional<SealedBody> sealed = ports_.cases.Sealed(effect.id, BodyClass::kIdentity);
  const auto lodged = std::ranges::find(records, effect.id, &Record::id);
  if (sealed && lodged != records.end()) {
    const std::optional<Body> body = ports_.sign_in.Open(effect.id, lodged->type_name, *sealed);
    if (body) {
      ShownIdentity shown;
      shown.name = TextOf(body->fields, "name");
      shown.phone = TextOf(body->fields, "phone");
      shown.address = TextOf(body->fields, "address");
      const std::string village = TextOf(body->fields, "village");
      if (!village.empty())
        shown.address = shown.address.empty() ? village : shown.address + ", " + village;
      shown.safe_way = TextOf(body->fields, "safe_way");
      shown.safe_hours = TextOf(body->fields, "safe_hours");
      if (Has(body->fields, "safe_name_office"))
        shown.safe_name_office = FlagOf(body->fields, "safe_name_office");
      opened.identity = std::move(shown);
    }
  }
  events.emplace_back(std::move(opened));
  return events;
}

}  // namespace tanggap::desk

// Passwords, and the keys they open.
#include "ledger/sign_in.h"

#include <algorithm>

#include "ledger/password_pause.h"
#include "ports/store_error.h"

namespace tanggap {
namespace {

std::filesystem::path KeyFile(const std::filesystem::path& people, const PersonId& person) {
  return people / (person.value + ".key");
}

}  // namespace

LedgerSignIn::LedgerSignIn(std::filesystem::path people, const Roster& roster,
                           TicketSecrets& secrets, Signer& signer, Clock& clock,
                           Randomness& randomness)
    : people_(std::move(people)),
      roster_(roster),
      secrets_(secrets),
      signer_(signer),
      clock_(clock),
      randomness_(randomness) {}

void LedgerSignIn::Replace(const Roster& roster) {
  roster_ = roster;
  if (!signer_.person) return;
  const RosterPerson* person = roster_.Find(signer_.person->Id());
  if (person == nullptr || person->removed) {
    SignOut();
  } else {
    keys_ = ReadingKeys::Unwrap(*person, *signer_.person);
  }
}

std::vector<EnrolledPerson> LedgerSignIn::People() {
  std::vector<EnrolledPerson> people;
  for (const RosterPerson& person : roster_.people) {
    std::error_code ignored;  // A directory that is not there holds nobody's key.
    if (!person.removed && std::filesystem::exists(KeyFile(people_, person.id), ignored))
      people.push_back({person.id, person.name, person.role});
  }
  std::ranges::sort(people, {}, &EnrolledPerson::name);
  return people;
}

std::optional<PersonKey> LedgerSignIn::Unlock(const RosterPerson& person,
                                              const std::string& password) {
  const std::filesystem::path file = KeyFile(people_, person.id);
  PasswordPause pause(file);
  try {
    if (pause.Left(clock_.Now()) > std::chrono::seconds{0}) return std::nullopt;
    pause.Trying(clock_.Now());
  } catch (const std::filesystem::filesystem_error& error) {
    throw StoreError(StoreFault::kBroken, error.what());
  }
  auto read = ReadPersonKey(file, password);
  if (!read) throw StoreError(StoreFault::kBroken, Describe(read.Problems().front()));
  if (!read.Value()) return std::nullopt;
  pause.Right();
  if (read.Value()->signing.Public() != person.signing) {
    throw StoreError(StoreFault::kForeign, file.string() + ": not the key that the roster names");
  }
  return std::move(*read.Value());
}

bool LedgerSignIn::SignIn(const PersonId& person, const std::string& password) {
  const RosterPerson* known = roster_.Find(person);
  if (known == nullptr || known->removed) return false;
  std::optional<PersonKey> key = Unlock(*known, password);
  if (!key) return false;
  SignOut();
  keys_ = ReadingKeys::Unwrap(*known, *key);
  signer_.person.emplace(std::move(*key));
  return true;
}

bool LedgerSignIn::Confirms(const PersonId& person, const std::string& password) {
  const RosterPerson* known = roster_.Find(person);
  signer_.second.reset();
  if (known == nullptr || known->removed) return false;
  signer_.second = Unlock(*known, password);
  return signer_.second.has_value();
}

bool LedgerSignIn::ChangePassword(const std::string& now, const std::string& fresh) {
  if (!signer_.person) return false;
  const RosterPerson* known = roster_.Find(signer_.person->Id());
  if (known == nullptr || known->removed) return false;
  const std::optional<PersonKey> key = Unlock(*known, now);
  if (!key) return false;
  try {
    ReplacePersonKey(KeyFile(people_, known->id), *key, fresh, randomness_);
  } catch (const std::filesystem::filesystem_error& error) {
    throw StoreError(StoreFault::kBroken, error.what());
  }
  return true;
}

std::optional<Bytes> LedgerSignIn::SealFor(const PersonId& person, std::string_view text) const {
  const RosterPerson* known = roster_.Find(person);
  if (known == nullptr) return std::nullopt;
  return SealTo(known->sealing, AsBytes(text));
}

std::optional<std::string> LedgerSignIn::OpenOwn(ByteSpan sealed) const {
  if (!signer_.person) return std::nullopt;
  const std::optional<Bytes> text = signer_.person->sealing.Open(sealed);
  if (!text) return std::nullopt;
  return std::string(text->begin(), text->end());
}

std::chrono::seconds LedgerSignIn::MustWait(const PersonId& person) {
  return PasswordPause(KeyFile(people_, person)).Left(clock_.Now());
}

void LedgerSignIn::SignOut() {
  keys_ = ReadingKeys{};
  signer_.person.reset();
  signer_.second.reset();
  secrets_.Forget();
}

std::set<BodyClass> LedgerSignIn::Reads() {
  std::set<BodyClass> classes;
  for (const BodyClass body_class : kAllBodyClasses) {
    if (keys_.Reads(body_class)) classes.insert(body_class);
  }
  return classes;
}

std::optional<Body> LedgerSignIn::Open(const RecordId& id, const std::string& type,
                                       const SealedBody& body) {
  Opening opening = OpenBody(roster_, keys_, id, type, body.line);
  // Not kept sealed as if a key were missing: the fold has to refuse it, on every desk.
  if (opening.fault == OpenFault::kSignature) return Body{BodyState::kForged, {}, {}};
  return std::move(opening.body);
}

std::optional<Body> LedgerSignIn::OpenWithTicket(const TicketCode& code, const RecordId& id,
                                                 const std::string& type, const SealedBody& body) {
  return OpenBodyWithTicket(roster_, secrets_.Of(code).CounterKey(), id, type, body.line).body;
}

}  // namespace tanggap

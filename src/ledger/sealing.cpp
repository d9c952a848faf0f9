// Bodies: XChaCha20-Poly1305 under a random key, which is sealed to the office's readers.
#include "ledger/sealing.h"

#include <sodium.h>

#include <cassert>
#include <stdexcept>
#include <utility>

#include "domain/record_schema.h"
#include "ledger/secret.h"

namespace tanggap {
namespace {

using namespace std::string_view_literals;

constexpr auto kBoxLabel = "tanggap/1/box\0"sv;
constexpr auto kActLabel = "tanggap/1/act\0"sv;
constexpr auto kSecondLabel = "tanggap/1/second\0"sv;
constexpr std::size_t kPadding = 256;
constexpr std::size_t kReadyKeys = 2;  // a complaint takes one of each class
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

// What box and tk are bound to: office, record and class.
Packed PlaceOf(const OfficeId& office, const RecordId& id, BodyClass body_class) {
  const char name = static_cast<char>(body_class);
  Packed place;
  place.Raw(kBoxLabel).Raw(office.value).Raw(ByteSpan{id.bytes}).Raw(std::string_view{&name, 1});
  return place;
}

// nonce | AEAD, as base64. `plain` is wiped by the caller.
std::string Encrypted(ByteSpan plain, ByteSpan place, const Secret& key, Randomness& randomness) {
  Bytes sealed(kNonce + plain.size() + kTag);
  randomness.Fill(std::span{sealed}.first(kNonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data() + kNonce, nullptr, plain.data(),
                                             plain.size(), place.data(), place.size(), nullptr,
                                             sealed.data(), key.data());
  return ToBase64(sealed);
}

using BodyKey = std::span<const std::uint8_t, Secret::kSize>;

// Into `plain`, which must have room; false when the key is wrong or a byte differs.
bool Decrypted(std::span<std::uint8_t> plain, ByteSpan sealed, ByteSpan place, BodyKey key) {
  return sealed.size() == kNonce + plain.size() + kTag &&
         crypto_aead_xchacha20poly1305_ietf_decrypt(
             plain.data(), nullptr, nullptr, sealed.data() + kNonce, sealed.size() - kNonce,
             place.data(), place.size(), sealed.data(), key.data()) == 0;
}

Opening Failed(OpenFault fault) {
  return {std::nullopt, fault, false};
}

bool SignedBy(const Roster& roster, const PersonId& who, const Packed& what,
              std::string_view base64) {
  const RosterPerson* person = roster.Find(who);
  const auto signature = FromBase64(base64);
  return person != nullptr && signature && Verify(person->signing, what.View(), *signature);
}

enum class Second { kNone, kHolds, kUnsigned, kForged };

// Another's name alone is only the word of the desk that wrote it.
Second SecondOf(const Roster& roster, const RecordId& id, std::string_view type,
                const RecordRule* rule, const BodyText& body) {
  const PersonId second{TextOf(body.fields, kSecondField)};
  if (rule == nullptr || !NamesSecond(*rule) || second.Empty()) return Second::kNone;
  if (body.second_signature.empty()) return Second::kUnsigned;
  const bool holds =
      SignedBy(roster, second, SecondBytes(id, type, body.signed_as), body.second_signature);
  return holds ? Second::kHolds : Second::kForged;
}

Opening Checked(const Roster& roster, const RecordId& id, std::string_view type,
                std::string_view plaintext) {
  auto text = ReadBodyText(plaintext);
  if (!text) return Failed(OpenFault::kDamaged);
  BodyText& body = text.Value();
  const RecordRule* rule = RuleOf(RecordTypeFromName(type));
  // What only people write counts for nothing without a person: a device's key is not enough.
  if (body.by.Empty() && rule != nullptr && rule->author == Authorship::kPerson)
    return Failed(OpenFault::kSignature);
  if (!body.by.Empty() &&
      !SignedBy(roster, body.by, ActBytes(id, type, body.signed_as), body.signature))
    return Failed(OpenFault::kSignature);
  const Second second = SecondOf(roster, id, type, rule, body);
  if (second == Second::kForged) return Failed(OpenFault::kSignature);
  if (second == Second::kUnsigned) body.fields.erase(std::string(kSecondField));
  Wipe(body.signed_as);
  return {Body{BodyState::kOpen, std::move(body.fields), std::move(body.by)}, OpenFault::kNoKey,
          second == Second::kUnsigned};
}

Opening Unboxed(const Roster& roster, BodyKey key, const BodyLine& line, std::string_view type) {
  const auto sealed = FromBase64(line.box);
  if (!sealed || sealed->size() < kNonce + kTag) return Failed(OpenFault::kDamaged);
  WipedText plain{sealed->size()};
  plain.text.resize(sealed->size() - kNonce - kTag);
  auto* bytes = reinterpret_cast<std::uint8_t*>(plain.text.data());  // NOLINT: same bytes.
  const std::span<std::uint8_t> room{bytes, plain.text.size()};
  std::size_t length = 0;
  if (!Decrypted(room, *sealed, PlaceOf(roster.Id(), line.id, line.body_class).View(), key) ||
      room.empty() || room.size() % kPadding != 0 ||
      sodium_unpad(&length, room.data(), room.size(), kPadding) != 0) {
    return Failed(OpenFault::kDamaged);
  }
  return Checked(roster, line.id, type, std::string_view{plain.text}.substr(0, length));
}

}  // namespace

Packed ActBytes(const RecordId& id, std::string_view type, std::string_view fields) {
  Packed act;
  act.Raw(kActLabel).Raw(ByteSpan{id.bytes}).Prefixed(type).Prefixed(fields);
  return act;
}

Packed SecondBytes(const RecordId& id, std::string_view type, std::string_view fields) {
  Packed agreed;
  agreed.Raw(kSecondLabel).Raw(ByteSpan{id.bytes}).Prefixed(type).Prefixed(fields);
  return agreed;
}

BodySealer::BodySealer(const Roster& roster, Randomness& randomness)
    : office_(roster.Id()), randomness_(&randomness) {
  StartLedger();
  for (const BodyClass body_class : kAllBodyClasses) {
    const RosterKey* key = roster.Current(body_class);
    if (key != nullptr) readers_.emplace(body_class, Reader{key->name.number, key->public_key, {}});
  }
}

BodySealer::WrappedKey BodySealer::Wrap(const Reader& reader) {
  Secret key;
  randomness_->Fill(key.Bytes());
  std::string wrapped = ToBase64(SealTo(reader.key, key.Bytes()));
  return {std::move(key), std::move(wrapped)};
}

bool BodySealer::Prepare() {
  for (auto& [body_class, reader] : readers_) {
    if (reader.ready.size() >= kReadyKeys) continue;
    reader.ready.push_back(Wrap(reader));
    return true;
  }
  return false;
}

SealedBody BodySealer::Seal(const RecordId& id, BodyClass body_class, std::string_view text,
                            const Secret* ticket_key) {
  const auto found = readers_.find(body_class);
  if (found == readers_.end() || text.size() > kMaxBodyText)
    throw std::invalid_argument("no reading key for this class, or the body is too long");
  Reader& reader = found->second;
  if (reader.ready.empty()) reader.ready.push_back(Wrap(reader));
  const WrappedKey wrapped = std::move(reader.ready.back());
  reader.ready.pop_back();

  const Packed place = PlaceOf(office_, id, body_class);
  WipedText plain{(text.size() / kPadding + 1) * kPadding};
  plain.text = text;
  plain.text += static_cast<char>(0x80);  // ISO 7816-4
  plain.text.resize((text.size() / kPadding + 1) * kPadding, '\0');
  BodyLine line;
  line.id = id;
  line.body_class = body_class;
  line.reading_key = reader.number;
  line.box = Encrypted(AsBytes(plain.text), place.View(), wrapped.key, *randomness_);
  line.key_for_readers = wrapped.wrapped;
  if (ticket_key != nullptr) {
    line.key_for_ticket = Encrypted(wrapped.key.Bytes(), place.View(), *ticket_key, *randomness_);
  }
  return {body_class, WriteBodyLine(line)};
}

ReadingKeys ReadingKeys::Unwrap(const RosterPerson& person, const PersonKey& key) {
  ReadingKeys keys;
  for (const auto& [name, wrap] : person.wraps) {
    const auto sealed = FromBase64(wrap);
    if (!sealed) continue;
    auto secret = key.sealing.Open(*sealed);
    if (!secret || secret->size() != Secret::kSize) continue;
    keys.Add(name, SealingKey{Secret{std::span<const std::uint8_t, Secret::kSize>{*secret}}});
    Wipe(*secret);
  }
  return keys;
}

void ReadingKeys::Add(const ReadingKeyName& name, SealingKey key) {
  keys_.insert_or_assign(name, std::move(key));
}

const SealingKey* ReadingKeys::Find(const ReadingKeyName& name) const {
  const auto found = keys_.find(name);
  return found == keys_.end() ? nullptr : &found->second;
}

bool ReadingKeys::Reads(BodyClass body_class) const {
  return keys_.lower_bound({body_class, 0}) != keys_.upper_bound({body_class, UINT32_MAX});
}

std::map<ReadingKeyName, std::string> ReadingKeys::WrapFor(
    const PublicKey& sealing, const std::set<BodyClass>& classes) const {
  std::map<ReadingKeyName, std::string> wraps;
  for (const auto& [name, key] : keys_) {
    if (classes.contains(name.body_class))
      wraps[name] = ToBase64(SealTo(sealing, key.Held().Bytes()));
  }
  return wraps;
}

Opening OpenBody(const Roster& roster, const ReadingKeys& keys, const RecordId& id,
                 std::string_view type, std::string_view line) {
  const auto read = ReadBodyLine(line);
  if (!read || read.Value().id != id) return Failed(OpenFault::kDamaged);
  const BodyLine& body = read.Value();
  const SealingKey* reader = keys.Find({body.body_class, body.reading_key});
  if (reader == nullptr) return Failed(OpenFault::kNoKey);
  const auto wrapped = FromBase64(body.key_for_readers);
  auto key = wrapped ? reader->Open(*wrapped) : std::nullopt;
  if (!key || key->size() != Secret::kSize) return Failed(OpenFault::kDamaged);
  // Not into locked memory: its mapping costs as much as the opening, and a first reading opens
  // hundreds of thousands. It opens this one body only, whose text isn't locked either.
  Opening opening = Unboxed(roster, BodyKey{*key}, body, type);
  Wipe(*key);
  return opening;
}

Opening OpenBodyWithTicket(const Roster& roster, const Secret& ticket_key, const RecordId& id,
                           std::string_view type, std::string_view line) {
  const auto read = ReadBodyLine(line);
  if (!read || read.Value().id != id) return Failed(OpenFault::kDamaged);
  const BodyLine& body = read.Value();
  if (body.key_for_ticket.empty()) return Failed(OpenFault::kNoKey);
  const auto wrapped = FromBase64(body.key_for_ticket);
  Secret secret;
  if (!wrapped ||
      !Decrypted(secret.Bytes(), *wrapped, PlaceOf(roster.Id(), id, body.body_class).View(),
                 ticket_key.Bytes())) {
    return Failed(OpenFault::kNoKey);  // Another ticket's: not ours to open.
  }
  return Unboxed(roster, secret.Bytes(), body, type);
}

}  // namespace tanggap

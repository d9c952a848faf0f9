// Argon2id of a code, and what is derived from it.
#include "ledger/ticket_secret.h"

#include <sodium.h>

#include <cassert>
#include <new>

#include "ledger/bytes.h"

namespace tanggap {
namespace {

constexpr unsigned long long kCodeOps = 2;
constexpr std::size_t kCodeMemory = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kStateBytes = 512;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_pwhash_SALTBYTES == std::tuple_size_v<OfficeSalt>);

void Hashed(std::span<std::uint8_t> out, const Secret& key, std::string_view what) {
  crypto_generichash_blake2b(out.data(), out.size(), AsBytes(what).data(), what.size(), key.data(),
                             Secret::kSize);
}

Secret Derived(const Secret& secret, std::string_view what) {
  Secret key;
  Hashed(key.Bytes(), secret, what);
  return key;
}

}  // namespace

TicketSecret TicketSecret::Derive(const TicketCode& code, const OfficeSalt& salt) {
  WipedText text{kCodeSymbols + 1};
  text.text = Compact(code);
  Secret secret;
  if (crypto_pwhash(secret.Bytes().data(), Secret::kSize, text.text.data(), text.text.size(),
                    salt.data(), kCodeOps, kCodeMemory, crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();  // The only way it fails: 64 MiB are not there.
  }
  return TicketSecret{std::move(secret)};
}

std::optional<TicketSecret> TicketSecret::FromHex(std::string_view hex) {
  Secret secret;
  if (!tanggap::FromHex(hex, secret.Bytes())) return std::nullopt;
  return TicketSecret{std::move(secret)};
}

std::string TicketSecret::Hex() const {
  return ToHex(secret_.Bytes());
}

std::string TicketSecret::Lookup() const {
  std::array<std::uint8_t, 16> lookup{};
  Hashed(lookup, secret_, "lookup");
  return ToHex(lookup);
}

Secret TicketSecret::CounterKey() const {
  return Derived(secret_, "counter");
}

std::string TicketSecret::SealState(const TicketState& state, Randomness& randomness) const {
  const Secret key = Derived(secret_, "capsule");
  const std::string lookup = Lookup();
  std::string text = WriteTicketState(state);
  assert(text.size() < kStateBytes);
  text += static_cast<char>(0x80);  // ISO 7816-4
  text.resize(kStateBytes, '\0');
  std::array<std::uint8_t, kNonce + kStateBytes + kTag> capsule{};
  randomness.Fill(std::span{capsule}.first(kNonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(capsule.data() + kNonce, nullptr, AsBytes(text).data(),
                                             text.size(), AsBytes(lookup).data(), lookup.size(),
                                             nullptr, capsule.data(), key.data());
  Wipe(text);
  return ToBase64(capsule);
}

std::optional<TicketState> TicketSecret::OpenState(std::string_view capsule) const {
  const auto bytes = FromBase64(capsule);
  if (!bytes || bytes->size() != kNonce + kStateBytes + kTag) return std::nullopt;
  const Secret key = Derived(secret_, "capsule");
  const std::string lookup = Lookup();
  std::array<std::uint8_t, kStateBytes> plain{};
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(
          plain.data(), nullptr, nullptr, bytes->data() + kNonce, bytes->size() - kNonce,
          AsBytes(lookup).data(), lookup.size(), bytes->data(), key.data()) != 0) {
    return std::nullopt;
  }
  std::size_t length = 0;
  if (sodium_unpad(&length, plain.data(), plain.size(), plain.size()) != 0) return std::nullopt;
  return ReadTicketState(std::string(plain.begin(), plain.begin() + static_cast<long>(length)));
}

TicketSecrets::TicketSecrets(const OfficeSalt& salt, Randomness& randomness)
    : salt_(salt), randomness_(randomness) {
  StartLedger();
}

TicketSecrets::Known TicketSecrets::Make() {
  std::array<std::uint8_t, 7> bytes{};
  randomness_.Fill(bytes);
  const TicketCode code = CodeFromRandom(bytes);
  Wipe(bytes);
  return {code, TicketSecret::Derive(code, salt_)};
}

TicketCode TicketSecrets::NewCode() {
  if (!next_) next_.emplace(Make());
  last_ = std::move(next_);
  next_.reset();
  return last_->code;
}

bool TicketSecrets::Prepare() {
  if (next_) return false;
  next_.emplace(Make());
  return true;
}

const TicketSecret& TicketSecrets::Of(const TicketCode& code) {
  if (!last_ || last_->code != code) last_.emplace(Known{code, TicketSecret::Derive(code, salt_)});
  return last_->secret;
}

void TicketSecrets::Remember(const TicketCode& code, TicketSecret secret) {
  last_.emplace(Known{code, std::move(secret)});
}

void TicketSecrets::Forget() {
  if (last_) last_->code = {};
  last_.reset();
}

}  // namespace tanggap

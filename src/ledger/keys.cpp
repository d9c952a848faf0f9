// Ed25519 and X25519 keys and what people compare of them.
#include "ledger/keys.h"

#include <sodium.h>

#include <cassert>

#include "ledger/hash.h"

namespace tanggap {
namespace {

constexpr std::size_t kIdSymbols = 10;
constexpr std::size_t kFingerprintSymbols = 20;

// Libsodium wants seed and public key together; the copy lives for one signature.
class ExpandedKey {
 public:
  explicit ExpandedKey(const Secret& seed) {
    PublicKey ignored{};
    crypto_sign_seed_keypair(ignored.data(), bytes_.data(), seed.data());
  }
  ~ExpandedKey() { Wipe(bytes_); }
  ExpandedKey(const ExpandedKey&) = delete;
  ExpandedKey& operator=(const ExpandedKey&) = delete;
  [[nodiscard]] const std::uint8_t* data() const { return bytes_.data(); }

 private:
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> bytes_{};
};

Secret RandomSecret(Randomness& randomness) {
  Secret secret;
  randomness.Fill(secret.Bytes());
  return secret;
}

}  // namespace

SigningKey::SigningKey(Secret seed) : seed_(std::move(seed)) {
  std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded{};
  crypto_sign_seed_keypair(public_.data(), expanded.data(), seed_.data());
  Wipe(expanded);
}

SigningKey SigningKey::Make(Randomness& randomness) {
  return SigningKey{RandomSecret(randomness)};
}

Signature SigningKey::Sign(ByteSpan message) const {
  const ExpandedKey key{seed_};
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), key.data());
  return signature;
}

bool Verify(const PublicKey& key, ByteSpan message, ByteSpan signature) {
  return signature.size() == crypto_sign_BYTES &&
         crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                     key.data()) == 0;
}

SealingKey::SealingKey(Secret secret) : secret_(std::move(secret)) {
  const int made = crypto_scalarmult_base(public_.data(), secret_.data());
  assert(made == 0);
  static_cast<void>(made);
}

SealingKey SealingKey::Make(Randomness& randomness) {
  return SealingKey{RandomSecret(randomness)};
}

std::optional<Bytes> SealingKey::Open(ByteSpan sealed) const {
  if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
  Bytes plaintext(sealed.size() - crypto_box_SEALBYTES);
  if (crypto_box_seal_open(plaintext.data(), sealed.data(), sealed.size(), public_.data(),
                           secret_.data()) != 0) {
    return std::nullopt;
  }
  return plaintext;
}

Bytes SealTo(const PublicKey& key, ByteSpan plaintext) {
  Bytes sealed(plaintext.size() + crypto_box_SEALBYTES);
  const int done = crypto_box_seal(sealed.data(), plaintext.data(), plaintext.size(), key.data());
  assert(done == 0 && "a public key of low order never gets into a roster");
  static_cast<void>(done);
  return sealed;
}

std::string KeyWord(const PublicKey& key) {
  return ToCrockford(HashOf(key), kIdSymbols);
}

std::string Fingerprint(const PublicKey& key) {
  std::string text = ToCrockford(HashOf(key), kFingerprintSymbols);
  for (const std::size_t at : {15U, 10U, 5U})
    text.insert(at, 1, '-');
  return text;
}

bool IsFingerprintOf(std::string_view text, const PublicKey& key) {
  std::string folded;
  for (const char c : text) {
    if (c == '-' || c == ' ') continue;
    char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == 'o') lower = '0';
    if (lower == 'i' || lower == 'l') lower = '1';
    folded += lower;
  }
  return folded == ToCrockford(HashOf(key), kFingerprintSymbols);
}

PersonKey MakePersonKey(Randomness& randomness) {
  auto signing = SigningKey::Make(randomness);
  return {std::move(signing), SealingKey::Make(randomness)};
}

}  // namespace tanggap

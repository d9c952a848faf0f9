// Signing and sealing keys: the office's root, nodes and people; their ids, fingerprints and files.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/ids.h"
#include "domain/record.h"
#include "domain/result.h"
#include "ledger/bytes.h"
#include "ledger/secret.h"
#include "ports/randomness.h"

namespace tanggap {

using PublicKey = std::array<std::uint8_t, 32>;
using Signature = std::array<std::uint8_t, 64>;

// An Ed25519 key from its 32-byte seed. Signing is deterministic.
class SigningKey {
 public:
  explicit SigningKey(Secret seed);
  [[nodiscard]] static SigningKey Make(Randomness& randomness);
  [[nodiscard]] const PublicKey& Public() const { return public_; }
  [[nodiscard]] const Secret& Seed() const { return seed_; }
  [[nodiscard]] Signature Sign(ByteSpan message) const;

 private:
  Secret seed_;
  PublicKey public_{};
};
[[nodiscard]] bool Verify(const PublicKey& key, ByteSpan message, ByteSpan signature);

// An X25519 secret for sealed boxes.
class SealingKey {
 public:
  explicit SealingKey(Secret secret);
  [[nodiscard]] static SealingKey Make(Randomness& randomness);
  [[nodiscard]] const PublicKey& Public() const { return public_; }
  [[nodiscard]] const Secret& Held() const { return secret_; }
  // Opens a sealed box; nothing when it is not for this key or was changed.
  [[nodiscard]] std::optional<Bytes> Open(ByteSpan sealed) const;

 private:
  Secret secret_;
  PublicKey public_{};
};
[[nodiscard]] Bytes SealTo(const PublicKey& key, ByteSpan plaintext);

// Ids are the first ten Crockford symbols of the hash of a public key.
[[nodiscard]] std::string KeyWord(const PublicKey& key);
[[nodiscard]] inline OfficeId OfficeIdOf(const PublicKey& root) {
  return OfficeId{KeyWord(root)};
}
[[nodiscard]] inline NodeId NodeIdOf(const PublicKey& node) {
  return NodeId{KeyWord(node)};
}
[[nodiscard]] inline PersonId PersonIdOf(const PublicKey& person) {
  return PersonId{KeyWord(person)};
}
// Four groups of five symbols, read aloud or in a QR: "k7qf2-m9dxr-47abc-def01".
[[nodiscard]] std::string Fingerprint(const PublicKey& key);
// Folds case, dashes and spaces, O to 0, I and L to 1. True if it is this key's.
[[nodiscard]] bool IsFingerprintOf(std::string_view text, const PublicKey& key);

// private/root.seed. All writers here create the file new with mode 0600, sync it, and throw
// std::filesystem::filesystem_error when it exists or can't be written.
void WriteRootSeed(const std::filesystem::path& file, const SigningKey& root);
[[nodiscard]] Result<SigningKey> ReadRootSeed(const std::filesystem::path& file);

// node.key: what a device knows about itself and whom it trusts.
struct NodeKey {
  SigningKey signing;
  std::string name;  // "kiosk-1"
  std::string kind;  // "kiosk" | "desk" | "office"
  PublicKey root{};  // the office's; the trust anchor
  [[nodiscard]] NodeId Id() const { return NodeIdOf(signing.Public()); }
  [[nodiscard]] OfficeId Office() const { return OfficeIdOf(root); }
};
void WriteNodeKey(const std::filesystem::path& file, const NodeKey& key);
[[nodiscard]] Result<NodeKey> ReadNodeKey(const std::filesystem::path& file);

// people/<person>.key: a person's two secrets under a password.
struct PersonKey {
  SigningKey signing;
  SealingKey sealing;
  [[nodiscard]] PersonId Id() const { return PersonIdOf(signing.Public()); }
};
[[nodiscard]] PersonKey MakePersonKey(Randomness& randomness);
// Blocks for about 0.2 s (Argon2id, ops 4, 64 MiB).
void WritePersonKey(const std::filesystem::path& file, const PersonKey& key,
                    std::string_view password, Randomness& randomness);
// The same in the place of the file that is there: a new password.
void ReplacePersonKey(const std::filesystem::path& file, const PersonKey& key,
                      std::string_view password, Randomness& randomness);
// A wrong password is an empty optional; a damaged file a Problem.
[[nodiscard]] Result<std::optional<PersonKey>> ReadPersonKey(const std::filesystem::path& file,
                                                             std::string_view password);

}  // namespace tanggap

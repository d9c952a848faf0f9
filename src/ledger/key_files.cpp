// Key files: one line of strict JSON each, created new with mode 0600.
#include <sodium.h>

#include <algorithm>
#include <new>

#include "formats/strict_json.h"
#include "ledger/key_file_text.h"
#include "ledger/keys.h"

namespace tanggap {
namespace {

constexpr unsigned long long kPasswordOps = 4;
constexpr std::size_t kPasswordMemory = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kTwoSecrets = 2 * Secret::kSize;

// The key under which a person's secrets lie.
Secret PasswordKey(std::string_view password, ByteSpan salt) {
  Secret key;
  if (crypto_pwhash(key.Bytes().data(), Secret::kSize, password.data(), password.size(),
                    salt.data(), kPasswordOps, kPasswordMemory,
                    crypto_pwhash_ALG_ARGON2ID13) != 0) {
    throw std::bad_alloc();
  }
  return key;
}

}  // namespace

void WriteRootSeed(const std::filesystem::path& file, const SigningKey& root) {
  Fields fields{{"k", "root-seed"},
                {"off", OfficeIdOf(root.Public()).value},
                {"seed", ToHex(root.Seed().Bytes())},
                {"v", 1}};
  WriteKeyFields(file, fields);
}

Result<SigningKey> ReadRootSeed(const std::filesystem::path& file) {
  auto fields = ReadKeyFields(file, "root-seed");
  if (!fields) return fields.Problems();
  auto seed = SecretFrom(fields.Value(), "seed");
  if (!seed) return WrongKeyFile(file, "seed must be 64 hex digits");
  SigningKey root{std::move(*seed)};
  if (OfficeIdOf(root.Public()).value != TextOf(fields.Value(), "off"))
    return WrongKeyFile(file, "the seed is not that of office " + TextOf(fields.Value(), "off"));
  return root;
}

void WriteNodeKey(const std::filesystem::path& file, const NodeKey& key) {
  Fields fields{{"k", "node-key"},
                {"kind", key.kind},
                {"name", key.name},
                {"node", key.Id().value},
                {"root", ToHex(key.root)},
                {"seed", ToHex(key.signing.Seed().Bytes())},
                {"v", 1}};
  WriteKeyFields(file, fields);
}

Result<NodeKey> ReadNodeKey(const std::filesystem::path& file) {
  auto fields = ReadKeyFields(file, "node-key");
  if (!fields) return fields.Problems();
  auto seed = SecretFrom(fields.Value(), "seed");
  const auto root = ArrayFromHex<32>(TextOf(fields.Value(), "root"));
  if (!seed || !root) return WrongKeyFile(file, "seed and root must be 64 hex digits each");
  NodeKey key{SigningKey{std::move(*seed)}, TextOf(fields.Value(), "name"),
              TextOf(fields.Value(), "kind"), *root};
  if (key.Id().value != TextOf(fields.Value(), "node"))
    return WrongKeyFile(file, "the seed is not that of node " + TextOf(fields.Value(), "node"));
  return key;
}

void ReplacePersonKey(const std::filesystem::path& file, const PersonKey& key,
                      std::string_view password, Randomness& randomness) {
  const std::filesystem::path aside = file.string() + ".new";
  std::filesystem::remove(aside);  // left by a run that ended midway
  WritePersonKey(aside, key, password, randomness);
  std::filesystem::rename(aside, file);
}

void WritePersonKey(const std::filesystem::path& file, const PersonKey& key,
                    std::string_view password, Randomness& randomness) {
  std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
  std::array<std::uint8_t, crypto_secretbox_NONCEBYTES> nonce{};
  randomness.Fill(salt);
  randomness.Fill(nonce);
  const Secret under = PasswordKey(password, salt);
  std::array<std::uint8_t, kTwoSecrets> plain{};
  std::ranges::copy(key.signing.Seed().Bytes(), plain.begin());
  std::ranges::copy(key.sealing.Held().Bytes(), plain.begin() + Secret::kSize);
  Bytes box(nonce.begin(), nonce.end());
  box.resize(nonce.size() + crypto_secretbox_MACBYTES + plain.size());
  crypto_secretbox_easy(box.data() + nonce.size(), plain.data(), plain.size(), nonce.data(),
                        under.data());
  Wipe(plain);
  Fields fields{{"box", ToBase64(box)},
                {"k", "person-key"},
                {"mem", static_cast<std::int64_t>(kPasswordMemory / 1024)},
                {"ops", static_cast<std::int64_t>(kPasswordOps)},
                {"person", key.Id().value},
                {"salt", ToHex(salt)},
                {"v", 1}};
  WriteKeyFields(file, fields);
}

Result<std::optional<PersonKey>> ReadPersonKey(const std::filesystem::path& file,
                                               std::string_view password) {
  auto read = ReadKeyFields(file, "person-key");
  if (!read) return read.Problems();
  const Fields& fields = read.Value();
  const auto salt = ArrayFromHex<crypto_pwhash_SALTBYTES>(TextOf(fields, "salt"));
  const auto box = FromBase64(TextOf(fields, "box"));
  constexpr std::size_t kBox =
      crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + kTwoSecrets;
  // The cost is fixed: a file from elsewhere must not choose how long a sign-in takes.
  if (!salt || !box || box->size() != kBox ||
      NumberOf(fields, "ops") != static_cast<std::int64_t>(kPasswordOps) ||
      NumberOf(fields, "mem") != static_cast<std::int64_t>(kPasswordMemory / 1024)) {
    return WrongKeyFile(file, "damaged: salt, box, ops or mem is not as written by this program");
  }
  const Secret under = PasswordKey(password, *salt);
  std::array<std::uint8_t, kTwoSecrets> plain{};
  if (crypto_secretbox_open_easy(plain.data(), box->data() + crypto_secretbox_NONCEBYTES,
                                 box->size() - crypto_secretbox_NONCEBYTES, box->data(),
                                 under.data()) != 0) {
    return std::optional<PersonKey>{};
  }
  const std::span<const std::uint8_t, kTwoSecrets> both{plain};
  PersonKey key{SigningKey{Secret{both.first<Secret::kSize>()}},
                SealingKey{Secret{both.last<Secret::kSize>()}}};
  Wipe(plain);
  if (key.Id().value != TextOf(fields, "person"))
    return WrongKeyFile(file, "holds the key of another person");
  return std::optional<PersonKey>{std::move(key)};
}

}  // namespace tanggap

// Key files: one line of strict JSON each, created new with mode 0600.
#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <new>
#include <system_error>

#include "formats/strict_json.h"
#include "ledger/keys.h"

namespace tanggap {
namespace {

constexpr std::size_t kMaxKeyFile = 4096;
constexpr unsigned long long kPasswordOps = 4;
constexpr std::size_t kPasswordMemory = std::size_t{64} * 1024 * 1024;
constexpr std::size_t kTwoSecrets = 2 * Secret::kSize;

void Fail(const std::filesystem::path& file, const char* what, int error) {
  throw std::filesystem::filesystem_error(what, file,
                                          std::error_code(error, std::generic_category()));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int Number() const { return number_; }

 private:
  int number_;
};

void WriteNew(const std::filesystem::path& file, const std::string& line) {
  const Descriptor out{
      open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)};
  if (out.Number() < 0) Fail(file, "can't create the key file", errno);
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t wrote = write(out.Number(), line.data() + done, line.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) Fail(file, "can't write the key file", errno);
    done += static_cast<std::size_t>(wrote);
  }
  if (fsync(out.Number()) != 0) Fail(file, "can't sync the key file", errno);
}

Problem Wrong(const std::filesystem::path& file, std::string what) {
  return Problem{file.string(), 1, std::move(what)};
}

// The fields of a key file of the expected kind.
Result<Fields> ReadKeyFile(const std::filesystem::path& file, std::string_view kind) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Problem{file.string(), 0, "can't be opened"};
  WipedText text{kMaxKeyFile + 1};
  text.text.resize(kMaxKeyFile + 1);
  in.read(text.text.data(), static_cast<std::streamsize>(text.text.size()));
  text.text.resize(static_cast<std::size_t>(in.gcount()));
  if (text.text.empty() || text.text.size() > kMaxKeyFile || text.text.back() != '\n')
    return Wrong(file, "not a key file: expected one line");
  auto fields = ReadStrict(std::string_view{text.text}.substr(0, text.text.size() - 1));
  if (!fields) return Wrong(file, fields.Problems().front().message);
  if (TextOf(fields.Value(), "k") != kind || NumberOf(fields.Value(), "v") != 1)
    return Wrong(file, "expected a file of kind " + std::string{kind} + ", version 1");
  return fields;
}

void WriteFields(const std::filesystem::path& file, Fields& fields) {
  WipedText line{kMaxKeyFile};
  AppendStrict(line.text, fields);
  line.text += '\n';
  WriteNew(file, line.text);
  for (auto& [name, value] : fields) {
    if (auto* text = std::get_if<std::string>(&value.held)) Wipe(*text);
  }
}

std::optional<Secret> SecretFrom(Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  auto* text = found == fields.end() ? nullptr : std::get_if<std::string>(&found->second.held);
  if (text == nullptr) return std::nullopt;
  Secret secret;
  const bool read = FromHex(*text, secret.Bytes());
  Wipe(*text);
  if (!read) return std::nullopt;
  return secret;
}

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
  WriteFields(file, fields);
}

Result<SigningKey> ReadRootSeed(const std::filesystem::path& file) {
  auto fields = ReadKeyFile(file, "root-seed");
  if (!fields) return fields.Problems();
  auto seed = SecretFrom(fields.Value(), "seed");
  if (!seed) return Wrong(file, "seed must be 64 hex digits");
  SigningKey root{std::move(*seed)};
  if (OfficeIdOf(root.Public()).value != TextOf(fields.Value(), "off"))
    return Wrong(file, "the seed is not that of office " + TextOf(fields.Value(), "off"));
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
  WriteFields(file, fields);
}

Result<NodeKey> ReadNodeKey(const std::filesystem::path& file) {
  auto fields = ReadKeyFile(file, "node-key");
  if (!fields) return fields.Problems();
  auto seed = SecretFrom(fields.Value(), "seed");
  const auto root = ArrayFromHex<32>(TextOf(fields.Value(), "root"));
  if (!seed || !root) return Wrong(file, "seed and root must be 64 hex digits each");
  NodeKey key{SigningKey{std::move(*seed)}, TextOf(fields.Value(), "name"),
              TextOf(fields.Value(), "kind"), *root};
  if (key.Id().value != TextOf(fields.Value(), "node"))
    return Wrong(file, "the seed is not that of node " + TextOf(fields.Value(), "node"));
  return key;
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
  WriteFields(file, fields);
}

Result<std::optional<PersonKey>> ReadPersonKey(const std::filesystem::path& file,
                                               std::string_view password) {
  auto read = ReadKeyFile(file, "person-key");
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
    return Wrong(file, "damaged: salt, box, ops or mem is not as written by this program");
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
    return Wrong(file, "holds the key of another person");
  return std::optional<PersonKey>{std::move(key)};
}

}  // namespace tanggap

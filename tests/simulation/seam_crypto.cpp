// libsodium's functions as this program has them: what takes time by design or system calls is done
// cheaply, and what gives the same for the same bytes is computed once. What is signed, sealed,
// hashed and encrypted is real, and so is every byte of it.
#include <malloc.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "simulation/real.h"

namespace {

using tanggap::simulation::Real;

std::string_view Text(const unsigned char* bytes, unsigned long long size) {
  return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size)};
}

// What a function gave, by the hash of all that it was given. Half a dozen devices check the same
// signatures and open the same boxes, round after round.
class Memory {
 public:
  explicit Memory(unsigned char which) : which_(which) {}
  // nullptr: not asked yet.
  [[nodiscard]] const std::string* Find(std::initializer_list<std::string_view> asked) {
    crypto_generichash_blake2b_state state;
    crypto_generichash_blake2b_init(&state, nullptr, 0, key_.size());
    crypto_generichash_blake2b_update(&state, &which_, 1);
    for (const std::string_view part : asked) {
      const std::size_t size = part.size();
      crypto_generichash_blake2b_update(&state, reinterpret_cast<const unsigned char*>(&size),
                                        sizeof(size));
      crypto_generichash_blake2b_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                        size);
    }
    crypto_generichash_blake2b_final(&state, reinterpret_cast<unsigned char*>(key_.data()),
                                     key_.size());
    const auto known = given_.find(key_);
    return known == given_.end() ? nullptr : &known->second;
  }
  // Of what Find() was asked last. "" stands for a failure.
  void Keep(std::string_view given) {
    constexpr std::size_t kMost = 20'000;  // of some seeds: what is asked again is asked soon
    if (given_.size() >= kMost) given_.clear();
    given_[key_] = given;
  }

 private:
  unsigned char which_;
  std::string key_ = std::string(32, '\0');
  std::unordered_map<std::string, std::string> given_;
};

int Give(std::string_view remembered, unsigned char* into) {
  if (remembered.empty()) return -1;
  std::copy(remembered.begin(), remembered.end(), into);
  return 0;
}

// As libsodium has it: from the box's own public key and the reader's.
std::array<unsigned char, crypto_box_NONCEBYTES> NonceOf(const unsigned char* of_box,
                                                         const unsigned char* of_reader) {
  std::array<unsigned char, crypto_box_NONCEBYTES> nonce;
  crypto_generichash_blake2b_state state;
  crypto_generichash_blake2b_init(&state, nullptr, 0, nonce.size());
  crypto_generichash_blake2b_update(&state, of_box, crypto_box_PUBLICKEYBYTES);
  crypto_generichash_blake2b_update(&state, of_reader, crypto_box_PUBLICKEYBYTES);
  crypto_generichash_blake2b_final(&state, nonce.data(), nonce.size());
  return nonce;
}

}  // namespace

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
extern "C" {

// Argon2id takes 50 to 200 ms by design. Here one hash stands in its place: what follows from a
// code or password is still a function of it and of the salt.
int crypto_pwhash(unsigned char* out, unsigned long long size, const char* password,
                  unsigned long long length, const unsigned char* salt, unsigned long long ops,
                  std::size_t memory, int algorithm) {
  static_cast<void>(ops);
  static_cast<void>(memory);
  static_cast<void>(algorithm);
  return crypto_generichash_blake2b_salt_personal(out, size,
                                                  reinterpret_cast<const unsigned char*>(password),
                                                  length, nullptr, 0, salt, nullptr);
}

int crypto_sign_verify_detached(const unsigned char* signature, const unsigned char* message,
                                unsigned long long length, const unsigned char* key) {
  static Memory memory('v');
  if (const auto* known = memory.Find({Text(signature, crypto_sign_BYTES), Text(message, length),
                                       Text(key, crypto_sign_PUBLICKEYBYTES)}))
    return known->empty() ? -1 : 0;
  const int result = Real<decltype(crypto_sign_verify_detached)>("crypto_sign_verify_detached")(
      signature, message, length, key);
  memory.Keep(result == 0 ? "true" : "");
  return result;
}
int crypto_sign_seed_keypair(unsigned char* public_key, unsigned char* secret_key,
                             const unsigned char* seed) {
  static Memory memory('k');
  if (const auto* known = memory.Find({Text(seed, crypto_sign_SEEDBYTES)})) {
    std::copy_n(known->begin() + crypto_sign_SEEDBYTES, crypto_sign_PUBLICKEYBYTES, public_key);
    return Give(*known, secret_key);
  }
  const int result = Real<decltype(crypto_sign_seed_keypair)>("crypto_sign_seed_keypair")(
      public_key, secret_key, seed);
  if (result == 0) memory.Keep(Text(secret_key, crypto_sign_SECRETKEYBYTES));
  return result;
}
int crypto_scalarmult_base(unsigned char* point, const unsigned char* scalar) {
  static Memory memory('b');
  if (const auto* known = memory.Find({Text(scalar, crypto_scalarmult_SCALARBYTES)}))
    return Give(*known, point);
  const int result =
      Real<decltype(crypto_scalarmult_base)>("crypto_scalarmult_base")(point, scalar);
  if (result == 0) memory.Keep(Text(point, crypto_scalarmult_BYTES));
  return result;
}
// What sealing and opening a box agree on, of some few pairs of keys.
int crypto_box_beforenm(unsigned char* shared, const unsigned char* public_key,
                        const unsigned char* secret_key) {
  static Memory memory('s');
  if (const auto* known = memory.Find({Text(public_key, crypto_box_PUBLICKEYBYTES),
                                       Text(secret_key, crypto_box_SECRETKEYBYTES)}))
    return Give(*known, shared);
  const int result =
      Real<decltype(crypto_box_beforenm)>("crypto_box_beforenm")(shared, public_key, secret_key);
  if (result == 0) memory.Keep(Text(shared, crypto_box_BEFORENMBYTES));
  return result;
}
// The bytes are those that libsodium reads and writes; only the key pair that is otherwise made
// anew for each box is one of sixteen, so that most boxes cost no multiplication on the curve.
int crypto_box_seal(unsigned char* sealed, const unsigned char* message, unsigned long long length,
                    const unsigned char* public_key) {
  unsigned char seed[crypto_box_SEEDBYTES] = {};
  seed[0] = static_cast<unsigned char>(randombytes_random() % 16);
  unsigned char pair[crypto_box_PUBLICKEYBYTES + crypto_box_SECRETKEYBYTES];
  static Memory memory('p');
  if (const auto* known = memory.Find({Text(seed, sizeof(seed))})) {
    Give(*known, pair);
  } else {
    crypto_box_seed_keypair(pair, pair + crypto_box_PUBLICKEYBYTES, seed);
    memory.Keep(Text(pair, sizeof(pair)));
  }
  unsigned char shared[crypto_box_BEFORENMBYTES];
  if (crypto_box_beforenm(shared, public_key, pair + crypto_box_PUBLICKEYBYTES) != 0) return -1;
  std::copy_n(pair, crypto_box_PUBLICKEYBYTES, sealed);
  return crypto_box_easy_afternm(sealed + crypto_box_PUBLICKEYBYTES, message, length,
                                 NonceOf(pair, public_key).data(), shared);
}
int crypto_box_seal_open(unsigned char* message, const unsigned char* sealed,
                         unsigned long long length, const unsigned char* public_key,
                         const unsigned char* secret_key) {
  if (length < crypto_box_SEALBYTES) return -1;
  unsigned char shared[crypto_box_BEFORENMBYTES];
  if (crypto_box_beforenm(shared, sealed, secret_key) != 0) return -1;
  return crypto_box_open_easy_afternm(message, sealed + crypto_box_PUBLICKEYBYTES,
                                      length - crypto_box_PUBLICKEYBYTES,
                                      NonceOf(sealed, public_key).data(), shared);
}

// Locked pages between guards cost half a dozen system calls each; what they are for isn't looked
// at here.
void* sodium_malloc(std::size_t size) {
  return std::malloc(size);
}
void sodium_free(void* memory) {
  if (memory == nullptr) return;
  sodium_memzero(memory, malloc_usable_size(memory));
  std::free(memory);
}

}  // extern "C"
// NOLINTEND(readability-inconsistent-declaration-parameter-name)

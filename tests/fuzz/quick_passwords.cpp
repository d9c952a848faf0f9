// In the place of Argon2id, which takes 0.2 s and 64 MiB by design: what is tried here is the file.
#include <sodium.h>

#include "fuzz/fuzz.h"

extern "C" int crypto_pwhash(unsigned char* out, unsigned long long size, const char* password,
                             unsigned long long length, const unsigned char* salt,
                             unsigned long long ops, std::size_t memory, int) {
  tanggap::fuzz::Require(ops <= 4 && memory <= std::size_t{64} << 20U,
                         "a file doesn't choose the cost");
  return crypto_generichash_blake2b_salt_personal(out, size,
                                                  reinterpret_cast<const unsigned char*>(password),
                                                  length, nullptr, 0, salt, nullptr);
}

// randombytes of libsodium.
#include "ledger/sodium_randomness.h"

#include <sodium.h>

#include "ledger/secret.h"

namespace tanggap {

SodiumRandomness::SodiumRandomness() {
  StartLedger();
}

void SodiumRandomness::Fill(std::span<std::uint8_t> bytes) {
  randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace tanggap

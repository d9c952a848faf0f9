// Locked and wiped memory, by libsodium.
#include "ledger/secret.h"

#include <sodium.h>

#include <algorithm>
#include <new>
#include <stdexcept>

namespace tanggap {

void StartLedger() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium can't start: no randomness");
}

void Wipe(std::span<std::uint8_t> bytes) {
  sodium_memzero(bytes.data(), bytes.size());
}

void Wipe(std::string& text) {
  text.resize(text.capacity());  // No reallocation: what lies beyond the size is wiped too.
  sodium_memzero(text.data(), text.size());
  text.clear();
}

Secret::Secret() {
  StartLedger();
  held_.reset(static_cast<std::uint8_t*>(sodium_malloc(kSize)));
  if (held_ == nullptr) throw std::bad_alloc();
  sodium_memzero(held_.get(), kSize);
}

Secret::Secret(std::span<const std::uint8_t, kSize> bytes) : Secret() {
  std::ranges::copy(bytes, held_.get());
}

void Secret::Free::operator()(std::uint8_t* bytes) const {
  sodium_free(bytes);  // Wipes.
}

}  // namespace tanggap

// Unpredictable bytes; the ledger's implementation is libsodium's, a test's is a seed.
#pragma once

#include <cstdint>
#include <span>

namespace tanggap {

// Callable from any thread. Never fails: a machine without randomness must not start.
class Randomness {
 public:
  virtual ~Randomness() = default;
  virtual void Fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace tanggap

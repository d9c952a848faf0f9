// The operating system's randomness through libsodium.
#pragma once

#include "ports/randomness.h"

namespace tanggap {

class SodiumRandomness final : public Randomness {
 public:
  SodiumRandomness();  // throws std::runtime_error on a machine without randomness
  void Fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace tanggap

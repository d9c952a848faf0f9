// Randomness that a seed determines, for tests only: the same bytes on every machine.
#pragma once

#include <cstdint>
#include <span>

#include "ports/randomness.h"

namespace tanggap {

class SeededRandomness final : public Randomness {
 public:
  explicit SeededRandomness(std::uint64_t seed = 1) : state_(seed) {}

  void Fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes)
      byte = static_cast<std::uint8_t>(Next() >> 56U);
  }
  // SplitMix64 (Steele, Lea, Flood 2014).
  std::uint64_t Next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

 private:
  std::uint64_t state_;
};

}  // namespace tanggap

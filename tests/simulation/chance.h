// The one source of every decision in a simulated run: the same seed, the same run.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tanggap::simulation {

// SplitMix64 (Steele, Lea, Flood 2014).
class Chance {
 public:
  // Mixed first: the generator of the next seed must not be this one a step later.
  explicit Chance(std::uint64_t seed) : state_(seed) { state_ = Next() ^ (seed << 32U); }

  [[nodiscard]] std::uint64_t Next() {
    std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15U);
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  // 0 <= result < `bound`, which must not be 0. The bias is far below what matters here.
  [[nodiscard]] std::size_t Below(std::size_t bound) {
    return static_cast<std::size_t>(Next() % bound);
  }
  [[nodiscard]] bool OneIn(std::size_t n) { return Below(n) == 0; }
  template <class List>
  [[nodiscard]] auto& In(List& list) {
    return list[Below(list.size())];
  }

 private:
  std::uint64_t state_;
};

}  // namespace tanggap::simulation

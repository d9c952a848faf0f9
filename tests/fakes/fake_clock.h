// A clock that a test sets and moves.
#pragma once

#include <chrono>

#include "ports/clock.h"

namespace tanggap {

struct FakeClock final : Clock {
  Instant now = FromMillis(1795250000000);  // 2026-11-21 in Indonesia
  std::chrono::milliseconds monotonic{0};

  Instant Now() override { return now; }
  std::chrono::milliseconds Monotonic() override { return monotonic; }
  // Both clocks go on together, as on a healthy machine.
  void Advance(std::chrono::milliseconds step) {
    now += step;
    monotonic += step;
  }
};

}  // namespace tanggap

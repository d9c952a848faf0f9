// Time as the programs see it, so that tests and the simulator can own it.
#pragma once

#include <chrono>

#include "domain/time.h"

namespace tanggap {

// Callable from any thread. Never throws.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant Now() = 0;  // UTC; may jump
  // Only ever grows; for intervals and deadlines on the screen.
  [[nodiscard]] virtual std::chrono::milliseconds Monotonic() = 0;
};

}  // namespace tanggap

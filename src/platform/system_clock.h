// The machine's own clock.
#pragma once

#include "ports/clock.h"

namespace tanggap {

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant Now() override;
  [[nodiscard]] std::chrono::milliseconds Monotonic() override;
};

}  // namespace tanggap

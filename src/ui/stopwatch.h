// Measures what a person waits for: the first frame, a tap until its effect shows, each frame.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "ui/host.h"

namespace tanggap::ui {

[[nodiscard]] std::int64_t MicrosNow();  // monotonic

class Stopwatch {
 public:
  void Released(std::int64_t at_us) { release_us_ = tap_us_ = at_us; }  // a finger went up
  [[nodiscard]] bool TapWaits() const { return tap_us_ != 0; }
  // A present returned. `answers_tap`: everything touched until the frame began is in it.
  void Shown(std::int64_t begin_us, const std::string& screen, bool answers_tap);

  [[nodiscard]] const Host::Timings& Measured() const { return timings_; }
  // Percentiles as JSON.
  void Write(const std::filesystem::path& file) const;

 private:
  Host::Timings timings_;
  std::int64_t tap_us_ = 0;      // when the last finger went up; 0: its effect was shown
  std::int64_t release_us_ = 0;  // when the last finger went up; 0: never
  std::string screen_;           // the one last presented
};

}  // namespace tanggap::ui

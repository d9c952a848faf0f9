// Reads the monotonic clock around presents.
#include "ui/stopwatch.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <fstream>
#include <vector>

namespace tanggap::ui {
namespace {

constexpr std::size_t kMostTimings = 20'000;

// When this process began, on the steady clock; the kernel tells it in ticks of 10 ms.
std::int64_t ProcessStartMicros() {
  std::ifstream file("/proc/self/stat");
  std::string text;
  std::getline(file, text);
  std::size_t at = text.rfind(')');
  constexpr int kFieldsToStart = 20;  // field 22, counted from the command's end
  for (int i = 0; i < kFieldsToStart && at != std::string::npos; ++i)
    at = text.find(' ', at + 1);
  if (at == std::string::npos) return MicrosNow();
  std::int64_t ticks = 0;
  const char* begin = text.data() + at + 1;
  std::from_chars(begin, text.data() + text.size(), ticks);
  timespec boot{};
  clock_gettime(CLOCK_BOOTTIME, &boot);
  const std::int64_t since_boot = (boot.tv_sec * 1'000'000) + (boot.tv_nsec / 1000);
  return MicrosNow() - (since_boot - (ticks * 1'000'000 / sysconf(_SC_CLK_TCK)));
}

std::int64_t Share(std::vector<std::int64_t> values, double part) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(static_cast<double>(values.size() - 1) * part)];
}

}  // namespace

std::int64_t MicrosNow() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

void Stopwatch::Shown(std::int64_t begin_us, const std::string& screen, bool answers_tap) {
  const std::int64_t end_us = MicrosNow();
  if (timings_.first_frame_us == 0) timings_.first_frame_us = end_us - ProcessStartMicros();
  if (timings_.frame_us.size() < kMostTimings) timings_.frame_us.push_back(end_us - begin_us);
  if (screen != screen_) {
    screen_ = screen;
    if (timings_.screens.size() < kMostTimings)
      timings_.screens.push_back({screen, end_us, release_us_ == 0 ? 0 : end_us - release_us_});
  }
  if (!answers_tap) return;
  if (timings_.tap_to_shown_us.size() < kMostTimings)
    timings_.tap_to_shown_us.push_back(end_us - tap_us_);
  tap_us_ = 0;
}

void Stopwatch::Write(const std::filesystem::path& file) const {
  std::ofstream out(file);
  const auto list = [&](const char* name, const std::vector<std::int64_t>& us) {
    out << ",\"" << name << "\":{\"n\":" << us.size() << ",\"p50_us\":" << Share(us, 0.5)
        << ",\"p95_us\":" << Share(us, 0.95) << ",\"p99_us\":" << Share(us, 0.99)
        << ",\"max_us\":" << Share(us, 1.0) << "}";
  };
  out << "{\"first_frame_us\":" << timings_.first_frame_us;
  list("tap_to_shown", timings_.tap_to_shown_us);
  list("frame", timings_.frame_us);
  out << "}\n";
}

}  // namespace tanggap::ui

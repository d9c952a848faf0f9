// Easing, travelling, blinking; the frame's clock is the only time.
#include "ui/motion.h"

#include <array>
#include <cmath>

namespace tanggap::ui {
namespace {

constexpr std::int64_t kRiseMs = 160;
constexpr std::int64_t kSlideMs = 300;
constexpr std::int64_t kCaretMs = 530;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::array<Point, 8> kOrbit{
    {{-2, -2}, {0, -2}, {2, -2}, {2, 0}, {2, 2}, {0, 2}, {-2, 2}, {-2, 0}}};

}  // namespace

float Eased(Frame& frame, std::int64_t begin_ms, std::int64_t length_ms) {
  const std::int64_t since = frame.now_ms - begin_ms;
  if (frame.still || since >= length_ms) return 1;
  frame.AnimateUntil(begin_ms + length_ms);
  const float left =
      1 - (static_cast<float>(std::max<std::int64_t>(since, 0)) / static_cast<float>(length_ms));
  return 1 - (left * left * left);
}

float ContentRise(Frame& frame) {
  const float done = Eased(frame, frame.now_ms - frame.SinceScreen(), kRiseMs);
  return std::round(frame.U(12) * (1 - done));
}

float CardSlide(Frame& frame) {
  const float done = Eased(frame, frame.now_ms - frame.SinceScreen(), kSlideMs);
  return -std::round(frame.U(40) * (1 - done));
}

float Travel(Frame& frame, std::string_view name, float to, std::int64_t length_ms) {
  Frame::Journey& journey = frame.JourneyOf(name, to);
  if (journey.to != to) {
    journey.from = journey.at;
    journey.to = to;
    journey.since = frame.now_ms;
  }
  const float done = Eased(frame, journey.since, length_ms);
  journey.at = std::round(journey.from + ((to - journey.from) * done));
  return journey.at;
}

bool CaretOn(Frame& frame) {
  const std::int64_t since = std::min(frame.SinceScreen(), frame.SinceTouch());
  const std::int64_t next = frame.now_ms + kCaretMs - (since % kCaretMs);
  frame.WakeAt(next);
  const bool on = (since / kCaretMs) % 2 == 0;
  if (!on) frame.HoldPicturesUntil(next);
  return on;
}

void ShiftPixels(Frame& frame) {
  const std::int64_t minute = frame.SinceScreen() / kMinuteMs;
  frame.WakeAt(frame.now_ms + kMinuteMs - (frame.SinceScreen() % kMinuteMs));
  if (minute > 0) frame.shift = kOrbit[static_cast<std::size_t>(minute - 1) % kOrbit.size()];
}

}  // namespace tanggap::ui

// What lasts from one frame to the next: where the finger is, which targets were shown, since when
// a screen stands. Never a screen's content.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "ui/frame.h"
#include "ui/touch.h"

namespace tanggap::ui {

struct Memory {
  Touch touch;
  PointerStep step;  // of the present frame

  std::vector<Target> shown;  // of the last frame: what the visitor saw when touching

  std::string active;  // target under the finger since it went down
  bool active_inside = false;
  TargetKind active_kind = TargetKind::kControl;
  std::int64_t active_since = 0;
  int repeats_before = 0;  // repetitions told in earlier frames
  int repeats_now = 0;

  std::string tapped;  // released inside, in this frame
  bool tapped_repeated = false;
  Point tap_point;
  std::string hovered;

  std::string flash;  // stays drawn as pressed a while after its release
  std::int64_t flash_until = 0;

  std::string last_key;  // debounce of on-screen keys
  std::int64_t last_key_at = -1'000'000;

  std::string screen;
  std::int64_t screen_since = 0;
  std::int64_t deaf_until = 0;

  std::map<std::string, Frame::Journey> journeys;  // of the last frame
  std::int64_t touched_at = 0;
  std::int64_t drawn_at = -1;  // the frame before
  Point shift;                 // of the last frame
};

// Takes one step of the pointer and decides, on the targets that were shown, what it means.
void Advance(Memory& memory, std::int64_t now_ms);

// Hit boxes from plates: 3 mm down, half the gap sideways, never into a neighbour's.
void GrowHitBoxes(std::vector<Target>& targets, const Look& look, Size canvas);

inline constexpr std::int64_t kPressedMs = 120;
inline constexpr std::int64_t kRepeatDelayMs = 700;
inline constexpr std::int64_t kRepeatEveryMs = 120;
inline constexpr std::int64_t kDebounceMs = 100;

}  // namespace tanggap::ui

// The pointer layer: one finger (or the mouse), at most one change of the button a frame. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>

#include "ui/geometry.h"
#include "ui/stage.h"

namespace tanggap::ui {

// What the pointer did up to one frame.
struct PointerStep {
  std::optional<Point> at;  // where it is; a lifted finger stays for the release frame and one more
  bool went_down = false;
  bool went_up = false;
  bool cancelled = false;  // the touch was taken away: nothing counts as released
  bool is_down = false;
  bool mouse = false;
  float wheel = 0;
  Point wheel_at;
};

// The first finger wins; others are ignored until it lifts (a palm, a second hand). Events wait in
// order, so that a quick tap whose down and up arrive together is still two frames.
class Touch {
 public:
  void Push(const PointerEvent& event) { waiting_.push_back(event); }
  // Consumes moves, and at most one button change.
  [[nodiscard]] PointerStep Next();
  [[nodiscard]] bool Pending() const { return !waiting_.empty() || linger_ > 0; }
  [[nodiscard]] bool Waiting() const { return !waiting_.empty(); }
  void Clear();

 private:
  std::deque<PointerEvent> waiting_;
  std::optional<std::int64_t> tracked_;  // the finger that is down
  std::optional<Point> at_;
  bool mouse_ = false;
  int linger_ = 0;  // frames for which a lifted finger's position is still told
};

}  // namespace tanggap::ui

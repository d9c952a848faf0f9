// One finger at a time, one button change a frame.
#include "ui/touch.h"

namespace tanggap::ui {
PointerStep Touch::Next() {
  PointerStep step;
  if (linger_ > 0 && --linger_ == 0) at_.reset();
  while (!waiting_.empty()) {
    const PointerEvent event = waiting_.front();
    if (event.kind == PointerEvent::Kind::kWheel) {
      step.wheel += event.wheel;
      step.wheel_at = event.at;
      waiting_.pop_front();
      continue;
    }
    if (tracked_.has_value() && *tracked_ != event.finger && event.finger != kAnyFinger) {
      waiting_.pop_front();  // another finger: as if it were not there
      continue;
    }
    if (event.kind == PointerEvent::Kind::kMove) {
      if (tracked_.has_value() || event.finger == kMouseFinger) {
        at_ = event.at;
        mouse_ = event.finger == kMouseFinger;
        linger_ = 0;
      }
      waiting_.pop_front();
      continue;
    }
    waiting_.pop_front();
    if (event.kind == PointerEvent::Kind::kDown) {
      if (tracked_.has_value()) continue;  // the same finger down twice: keep the first
      tracked_ = event.finger;
      mouse_ = event.finger == kMouseFinger;
      at_ = event.at;
      linger_ = 0;
      step.went_down = true;
      break;
    }
    if (!tracked_.has_value()) continue;  // an up without its down (a second finger's)
    tracked_.reset();
    if (event.kind == PointerEvent::Kind::kCancel) {
      step.cancelled = true;
    } else {
      at_ = event.at;
      step.went_up = true;
    }
    if (!mouse_) linger_ = 2;
    break;
  }
  step.at = at_;
  step.is_down = tracked_.has_value();
  step.mouse = mouse_;
  return step;
}

void Touch::Clear() {
  waiting_.clear();
  tracked_.reset();
  at_.reset();
  linger_ = 0;
}

}  // namespace tanggap::ui

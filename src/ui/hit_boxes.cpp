// What a touch means: hit boxes, press and release, repetition, debounce, deaf time.
#include <algorithm>
#include <cmath>

#include "ui/memory.h"

namespace tanggap::ui {
namespace {

constexpr float kGrowDownMm = 3.0F;
constexpr float kGrowSideMm = 2.4F;  // half of the widest usual gap (4.7 mm)

const Target* TargetAt(const std::vector<Target>& targets, Point at) {
  for (auto it = targets.rbegin(); it != targets.rend(); ++it)
    if (it->hit.Contains(at)) return &*it;
  return nullptr;
}

const Target* TargetNamed(const std::vector<Target>& targets, const std::string& id) {
  const auto it = std::ranges::find(targets, id, &Target::id);
  return it == targets.end() ? nullptr : &*it;
}

bool SharesRows(const Rect& a, const Rect& b) {
  return a.y < b.Bottom() && b.y < a.Bottom();
}

// Half the free room beside a plate, on one side.
float SideRoom(const std::vector<Target>& targets, const Target& of, bool right, float most) {
  float room = most;
  for (const Target& other : targets) {
    if (&other == &of || !SharesRows(of.plate, other.plate)) continue;
    const float gap = right ? other.plate.x - of.plate.Right() : of.plate.x - other.plate.Right();
    if (gap >= 0) room = std::min(room, std::floor(gap / 2));
  }
  return room;
}

void GoDown(Memory& memory, std::int64_t now_ms) {
  memory.active.clear();
  if (now_ms < memory.deaf_until) return;
  const Target* target = TargetAt(memory.shown, *memory.step.at);
  if (target == nullptr || !target->enabled) return;
  if (target->kind == TargetKind::kKey && target->id == memory.last_key &&
      now_ms - memory.last_key_at < kDebounceMs)
    return;  // the same key struck twice by a trembling finger
  memory.active = target->id;
  memory.active_kind = target->kind;
  memory.active_inside = true;
  memory.active_since = now_ms;
  memory.repeats_before = 0;
}

void GoUp(Memory& memory, std::int64_t now_ms) {
  if (memory.active_inside) {
    memory.tapped = memory.active;
    memory.tapped_repeated = memory.repeats_before > 0;
    memory.tap_point = *memory.step.at;
    memory.flash = memory.active;
    memory.flash_until = memory.active_since + kPressedMs;
    if (memory.active_kind == TargetKind::kKey) {
      memory.last_key = memory.active;
      memory.last_key_at = now_ms;
    }
  }
  memory.active.clear();
  memory.active_inside = false;
}

}  // namespace

void GrowHitBoxes(std::vector<Target>& targets, const Look& look, Size canvas) {
  const float most_side = std::floor(kGrowSideMm * look.px_per_mm);
  const float most_down = std::floor(kGrowDownMm * look.px_per_mm);
  for (Target& target : targets) {
    if (target.kind == TargetKind::kDesk || target.hit != target.plate) continue;
    const float left = SideRoom(targets, target, false, most_side);
    const float right = SideRoom(targets, target, true, most_side);
    target.hit.x = std::max(0.0F, target.plate.x - left);
    target.hit.w =
        std::min(static_cast<float>(canvas.width), target.plate.Right() + right) - target.hit.x;
  }
  for (Target& target : targets) {
    if (target.kind == TargetKind::kDesk || target.hit.h != target.plate.h ||
        target.kind == TargetKind::kFace)
      continue;
    float bottom = std::min(target.plate.Bottom() + most_down, static_cast<float>(canvas.height));
    for (const Target& other : targets) {
      if (&other == &target || other.hit.y < target.plate.Bottom()) continue;
      if (other.hit.x < target.hit.Right() && target.hit.x < other.hit.Right())
        bottom = std::min(bottom, other.hit.y);
    }
    target.hit.h = bottom - target.hit.y;
  }
}

void Advance(Memory& memory, std::int64_t now_ms) {
  memory.step = memory.touch.Next();
  memory.tapped.clear();
  memory.tapped_repeated = false;
  memory.repeats_now = 0;
  if (!memory.active.empty() && memory.step.at.has_value()) {
    // Slide-off cancels, sliding back on takes it up again; acts on release inside.
    const Target* target = TargetNamed(memory.shown, memory.active);
    memory.active_inside =
        target != nullptr && target->enabled && target->hit.Contains(*memory.step.at);
  }
  if (memory.step.went_down || memory.step.went_up) memory.touched_at = now_ms;
  if (memory.step.went_down) GoDown(memory, now_ms);
  if (memory.step.went_up && !memory.active.empty()) GoUp(memory, now_ms);
  if (memory.step.cancelled) memory.active.clear();
  if (!memory.active.empty() && memory.active_inside && memory.active_kind == TargetKind::kKey) {
    const std::int64_t held = now_ms - memory.active_since;
    const int due =
        held < kRepeatDelayMs ? 0 : static_cast<int>((held - kRepeatDelayMs) / kRepeatEveryMs) + 1;
    memory.repeats_now = due - memory.repeats_before;
    memory.repeats_before = due;
  }
  memory.hovered.clear();
  if (memory.step.mouse && memory.step.at.has_value() && memory.active.empty()) {
    const Target* target = TargetAt(memory.shown, *memory.step.at);
    if (target != nullptr && target->enabled) memory.hovered = target->id;
  }
}

}  // namespace tanggap::ui

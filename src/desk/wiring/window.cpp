#include "desk/wiring/window.h"

#include <memory>
#include <utility>

#include "desk/keymap.h"
#include "desk/screens/screens.h"

namespace tanggap::desk {
Window::Window(const Setting& setting, const Options& options, Clock& clock, EffectRunner& runner)
    : setting_(setting), clock_(clock), runner_(runner) {
  state_.language = options.language;
  state_.dark = options.dark;
  state_.scale = options.scale;
}

void Window::Begin(std::int64_t now_ms) {
  state_.now = clock_.Now();
  state_.monotonic = std::chrono::milliseconds{now_ms};
  Step step = Start(std::move(state_));
  state_ = std::move(step.state);
  for (Effect& effect : step.effects)
    Perform(std::move(effect));
}

void Window::Post(Event event) {
  {
    const std::lock_guard lock(mutex_);
    posted_.push_back(std::move(event));
  }
  if (hands_.wake) hands_.wake();
}

ui::Look Window::Appearance(ui::Size /*canvas*/) {
  ui::Look look = ui::DeskLook(state_.scale);
  look.desk_theme = state_.dark ? ui::DarkDeskTheme() : ui::LightDeskTheme();
  return look;
}

void Window::Draw(ui::Frame& frame) {
  intent_ = DrawDesk(frame, setting_.premises, state_, WordsOf(setting_.premises, state_));
}

void Window::Perform(Effect effect) {
  ++under_way_;
  auto job = [this, effect = std::make_shared<const Effect>(std::move(effect))] {
    for (Event& event : runner_.Run(*effect))
      Post(std::move(event));
    --under_way_;
    if (hands_.wake) hands_.wake();
  };
  if (hands_.worker && hands_.worker(std::move(job))) return;
  --under_way_;
  Post(StorageFailed{});  // a queue this long means that storage stands still
}

void Window::Apply(const Event& event, std::int64_t now_ms) {
  for (const Event& one : {Event{Ticked{clock_.Now(), std::chrono::milliseconds{now_ms}}}, event}) {
    Step step = Update(setting_.premises, std::move(state_), one);
    state_ = std::move(step.state);
    for (Effect& effect : step.effects)
      Perform(std::move(effect));
  }
  changed_ = true;
}

bool Window::Settle(std::int64_t now_ms) {
  if (intent_) Apply(Acted{*std::exchange(intent_, std::nullopt)}, now_ms);
  std::deque<Event> events;
  {
    const std::lock_guard lock(mutex_);
    events.swap(posted_);
  }
  for (const Event& event : events)
    Apply(event, now_ms);
  if (const auto due = NextDeadline(); due && *due <= now_ms)
    Apply(Ticked{clock_.Now(), std::chrono::milliseconds{now_ms}}, now_ms);
  return std::exchange(changed_, false);
}

std::optional<std::int64_t> Window::NextDeadline() {
  const auto due = desk::NextDeadline(state_);
  if (!due) return std::nullopt;
  return due->count();
}

void Window::KeyPressed(const ui::KeyEvent& event, std::int64_t now_ms) {
  if (auto intent = IntentFor(setting_.premises, state_, event))
    Apply(Acted{std::move(*intent)}, now_ms);
}

void Window::Scanned(const ui::WedgeOutcome::Scan& scan, std::int64_t now_ms) {
  Apply(desk::Scanned{scan.text}, now_ms);
}

void Window::Touched(std::int64_t now_ms) {
  // A hand on the mouse keeps the desk open; after the limit the lock comes first.
  Apply(Ticked{clock_.Now(), std::chrono::milliseconds{now_ms}}, now_ms);
  state_.last_touch = std::chrono::milliseconds{now_ms};
}

bool Window::Busy() {
  if (under_way_ > 0) return true;
  const std::lock_guard lock(mutex_);
  return !posted_.empty();
}

std::optional<std::string> Window::Value(std::string_view name) {
  if (name != "code") return std::nullopt;
  const OpenCase* open = CurrentCase(state_);
  if (open == nullptr || open->file.code.empty()) return std::nullopt;
  return open->file.code;
}

}  // namespace tanggap::desk

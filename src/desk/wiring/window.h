// The session between the window and the worker: the one place where the desk's State lives.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "desk/effect_runner.h"
#include "desk/session.h"
#include "desk/wiring/options.h"
#include "desk/wiring/setting.h"
#include "ports/clock.h"
#include "ui/host.h"

namespace tanggap::desk {

struct Hands {
  std::function<bool(std::function<void()>)> worker;  // false: its queue is full
  std::function<void()> wake;                         // the screen's loop, from any thread
};

// Calls of ui::Program on the screen's thread; Post from any.
class Window final : public ui::Program {
 public:
  Window(const Setting& setting, const Options& options, Clock& clock, EffectRunner& runner);
  void Use(Hands hands) { hands_ = std::move(hands); }
  void Begin(std::int64_t now_ms);  // asks for what the first screen needs
  void Post(Event event);

  [[nodiscard]] ui::Look Appearance(ui::Size canvas) override;
  void Draw(ui::Frame& frame) override;
  [[nodiscard]] bool Settle(std::int64_t now_ms) override;
  [[nodiscard]] std::optional<std::int64_t> NextDeadline() override;
  void KeyPressed(const ui::KeyEvent& event, std::int64_t now_ms) override;
  void Scanned(const ui::WedgeOutcome::Scan& scan, std::int64_t now_ms) override;
  void Touched(std::int64_t now_ms) override;
  [[nodiscard]] bool Busy() override;
  // "code": of the case on the screen.
  [[nodiscard]] std::optional<std::string> Value(std::string_view name) override;

 private:
  void Apply(const Event& event, std::int64_t now_ms);
  void Perform(Effect effect);

  const Setting& setting_;
  Clock& clock_;
  EffectRunner& runner_;
  Hands hands_;
  State state_;
  bool changed_ = true;
  std::optional<Intent> intent_;
  std::mutex mutex_;
  std::deque<Event> posted_;  // guarded by mutex_
  std::atomic<int> under_way_{0};
};

}  // namespace tanggap::desk

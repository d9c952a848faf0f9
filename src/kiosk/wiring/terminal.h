// The session between the window and the workers: the one place where State lives.
#pragma once

#include <atomic>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/effect_runner.h"
#include "kiosk/screens/screens.h"
#include "kiosk/session.h"
#include "platform/worker.h"
#include "ports/clock.h"
#include "ports/randomness.h"
#include "ui/host.h"

namespace tanggap::kiosk {

// Where effects go. Each returns false when its queue is full.
struct Hands {
  std::function<bool(std::function<void()>)> worker;
  std::function<bool(std::function<void()>)> printer;
  std::function<void()> wake;  // the screen's loop, from any thread
  std::function<void()> wipe;  // pictures and pointer of the last visitor
};

// Calls of ui::Program on the screen's thread; Post from any.
class Terminal final : public ui::Program {
 public:
  Terminal(const Context& context, const ui::Bitmap& logo, Clock& clock, Randomness& randomness,
           EffectRunner& runner);
  void Use(Hands hands) { hands_ = std::move(hands); }
  void Post(Event event);  // an outcome, to be applied soon

  [[nodiscard]] ui::Look Appearance(ui::Size canvas) override;
  void Draw(ui::Frame& frame) override;
  [[nodiscard]] bool Settle(std::int64_t now_ms) override;
  [[nodiscard]] std::optional<std::int64_t> NextDeadline() override;
  void Scanned(const ui::WedgeOutcome::Scan& scan, std::int64_t now_ms) override;
  void Touched(std::int64_t now_ms) override;
  [[nodiscard]] bool Busy() override;
  // "code": the ticket on the screen, "screen": its type's number.
  [[nodiscard]] std::optional<std::string> Value(std::string_view name) override;

 private:
  void Apply(const Event& event, std::int64_t now_ms);
  void Perform(Effect effect, std::int64_t now_ms);

  const Context& context_;
  const ui::Bitmap& logo_;
  Clock& clock_;
  Randomness& randomness_;
  EffectRunner& runner_;
  Hands hands_;
  State state_;
  std::optional<Intent> intent_;
  std::deque<Event> mine_;  // touches and scans of this turn
  std::mutex mutex_;
  std::deque<Event> posted_;  // guarded by mutex_
  std::atomic<int> under_way_{0};
};

}  // namespace tanggap::kiosk

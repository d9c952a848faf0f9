#include "kiosk/wiring/terminal.h"

#include <memory>
#include <utility>

namespace tanggap::kiosk {

Terminal::Terminal(const Context& context, const ui::Bitmap& logo, Clock& clock,
                   Randomness& randomness, EffectRunner& runner)
    : context_(context),
      logo_(logo),
      clock_(clock),
      randomness_(randomness),
      runner_(runner),
      state_(Opening(context)) {}

void Terminal::Post(Event event) {
  {
    const std::lock_guard lock(mutex_);
    posted_.push_back(std::move(event));
  }
  if (hands_.wake) hands_.wake();
}

ui::Look Terminal::Appearance(ui::Size canvas) {
  return LookOf(context_, state_, canvas);
}

void Terminal::Draw(ui::Frame& frame) {
  const View view{context_, state_, context_.In(state_.visit.language), logo_};
  intent_ = DrawState(frame, view);
}

void Terminal::Perform(Effect effect, std::int64_t now_ms) {
  const bool prints =
      std::holds_alternative<PrintTicket>(effect) || std::holds_alternative<TestPrint>(effect);
  const auto& hand = prints ? hands_.printer : hands_.worker;
  ++under_way_;
  auto job = [this, effect = std::make_shared<const Effect>(effect)] {
    if (auto event = runner_.Run(*effect)) Post(std::move(*event));
    --under_way_;
    if (hands_.wake) hands_.wake();
  };
  if (hand && hand(std::move(job))) return;
  --under_way_;
  // A queue this long means that storage stands still: say so, lose nothing that is on the screen.
  if (const auto* complaint = std::get_if<StoreComplaint>(&effect))
    Apply(StorageFailed{complaint->id, Trouble::kBroken}, now_ms);
  else if (const auto* ticket = std::get_if<PrintTicket>(&effect))
    Apply(PrintFinished{ticket->ticket.complaint, PrintState::kUnavailable}, now_ms);
  else if (std::holds_alternative<TestPrint>(effect))
    Apply(TestPrinted{}, now_ms);
}

void Terminal::Apply(const Event& event, std::int64_t now_ms) {
  Stamp stamp;
  stamp.steady = Steady{now_ms};
  stamp.utc = clock_.Now();
  randomness_.Fill(stamp.fresh.bytes);
  const bool away = !std::holds_alternative<Attract>(state_.screen);
  Next next = Update(context_, std::move(state_), event, stamp);
  state_ = std::move(next.state);
  if (away && std::holds_alternative<Attract>(state_.screen) && hands_.wipe) hands_.wipe();
  for (Effect& effect : next.effects)
    Perform(std::move(effect), now_ms);
}

bool Terminal::Settle(std::int64_t now_ms) {
  const State before = state_;
  std::deque<Event> events = std::exchange(mine_, {});
  if (intent_) events.push_back(*std::exchange(intent_, std::nullopt));
  {
    const std::lock_guard lock(mutex_);
    events.insert(events.end(), posted_.begin(), posted_.end());
    posted_.clear();
  }
  for (const Event& event : events)
    Apply(event, now_ms);
  const auto due = NextDeadline();
  if (due && *due <= now_ms) Apply(Tick{}, now_ms);
  return state_ != before;
}

std::optional<std::int64_t> Terminal::NextDeadline() {
  const auto due = kiosk::NextDeadline(context_, state_);
  if (!due) return std::nullopt;
  return due->count();
}

void Terminal::Scanned(const ui::WedgeOutcome::Scan& scan, std::int64_t /*now_ms*/) {
  mine_.emplace_back(kiosk::Scanned{scan.text});
}

void Terminal::Touched(std::int64_t /*now_ms*/) {
  mine_.emplace_back(TouchedAnywhere{});
}

bool Terminal::Busy() {
  if (under_way_ > 0) return true;
  const std::lock_guard lock(mutex_);
  return !posted_.empty();
}

std::optional<std::string> Terminal::Value(std::string_view name) {
  if (name == "code") {
    if (const auto* shown = std::get_if<ShowTicket>(&state_.screen))
      return Compact(shown->ticket.code);
    if (const auto* shown = std::get_if<ShowState>(&state_.screen)) return Compact(shown->code);
  }
  return std::nullopt;
}

}  // namespace tanggap::kiosk

// The kiosk without its machine: the real session and the real screens, tapped by id, with a world
// that answers at once. What journeys and random walks play on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/screens.h"
#include "kiosk/session.h"
#include "support/ui_harness.h"

namespace tanggap::kiosk {

class Play {
 public:
  // Portrait or landscape, the 15.6" panel. `context` must outlive it.
  explicit Play(const Context& context, bool landscape = false);

  // Everything that a later play can go on from.
  struct Moment {
    State state;
    std::vector<Effect> effects;  // all that the session asked for so far
    Steady now{};
  };
  [[nodiscard]] Moment Here() const;
  void GoTo(const Moment& moment);

  // False when no such enabled target is on the screen. Waits out the deaf time first.
  bool Tap(std::string_view id);
  // Twice within a tenth of a second at the same place, as impatient people tap.
  bool TapTwice(std::string_view id);
  void TapNowhere();  // a finger on the ground between the controls
  // Every sign by its own key on the screen: lower letters, digits, spaces, code symbols.
  bool Type(std::string_view text);
  void Scan(const std::string& text);
  // The clock runs, and every deadline on the way is kept.
  void Pass(Steady time);

  [[nodiscard]] const State& Now() const { return state_; }
  [[nodiscard]] const std::string& ScreenName() const;
  [[nodiscard]] std::vector<std::string> Ids() const;  // of what can be tapped
  [[nodiscard]] bool Has(std::string_view id) const;
  [[nodiscard]] bool Shows(std::string_view words) const { return harness_.Shows(words); }
  [[nodiscard]] std::string AllWords() const;  // every text on the screen
  // The screen at rest and nothing left of any visitor.
  [[nodiscard]] bool Clean() const;
  template <class Wanted>
  [[nodiscard]] std::size_t Asked() const {
    std::size_t count = 0;
    for (const Effect& effect : effects_)
      count += std::holds_alternative<Wanted>(effect) ? 1U : 0U;
    return count;
  }
  template <class Wanted>
  [[nodiscard]] const Wanted* Last() const {
    for (auto at = effects_.rbegin(); at != effects_.rend(); ++at)
      if (const auto* wanted = std::get_if<Wanted>(&*at)) return wanted;
    return nullptr;
  }

  PrintState printer = PrintState::kPrinted;  // what becomes of the next ticket
  TicketState ticket;                         // what the only known code opens

 private:
  void Draw();
  void Apply(const Event& event);
  void Answer(const Effect& effect);
  void Tick();

  const Context& context_;
  ui::UiHarness harness_;
  ui::Bitmap logo_;
  State state_;
  std::vector<Effect> effects_;
  std::optional<Intent> intent_;
  std::uint16_t next_id_ = 0;
};

// `text` in any capitals within `all`.
[[nodiscard]] bool Holds(const std::string& all, const std::string& text);

}  // namespace tanggap::kiosk

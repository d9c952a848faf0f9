// An office for the kiosk's tests: the Lembata decree, a few services and phrases, two languages.
#pragma once

#include <string>

#include "kiosk/session.h"

namespace tanggap::kiosk {

// Throws std::runtime_error when an asset can't be read: then every test here is void.
[[nodiscard]] Context SampleContext();
// The same with the Belitung decree and the sensitive office's rules on.
[[nodiscard]] Context SensitiveContext();
// Both languages, complete, from assets/text; with a sensitive office's own words.
[[nodiscard]] std::vector<Texts> BothLanguages(bool sensitive = false);

// A visitor in front of the session: every call is one event at the present moment.
class Visitor {
 public:
  explicit Visitor(const Context& context);

  Visitor& Does(const Intent& intent);  // waits out the deaf time first
  Visitor& DoesAtOnce(const Intent& intent);
  Visitor& Touches();  // somewhere that is no control
  Visitor& Happens(const Event& event);
  Visitor& Waits(Steady time);  // one tick at the end
  // Second by second, as the loop would.
  Visitor& WaitsTicking(Steady time);
  // To the review of a complaint with nothing but what is needed.
  Visitor& GoesToReview();

  template <class Wanted>
  [[nodiscard]] const Wanted* On() const {
    return std::get_if<Wanted>(&state.screen);
  }
  template <class Wanted>
  [[nodiscard]] std::vector<Wanted> Asked() const {
    std::vector<Wanted> found;
    for (const Effect& effect : effects) {
      if (const auto* wanted = std::get_if<Wanted>(&effect)) found.push_back(*wanted);
    }
    return found;
  }

  State state;
  std::vector<Effect> effects;  // all so far
  Steady now{1000};

 private:
  const Context& context_;
  std::uint8_t next_id_ = 0;
  std::uint8_t high_id_ = 1;
};

[[nodiscard]] RecordId IdOf(std::uint8_t number);
[[nodiscard]] Ticket SampleTicket(const RecordId& complaint);

}  // namespace tanggap::kiosk

// Ticket codes from a seed, and the states that a test gives them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>

#include "fakes/seeded_randomness.h"
#include "ports/ticket_desk.h"

namespace tanggap {

class FakeTicketDesk final : public TicketDesk {
 public:
  std::map<TicketCode, TicketState> states;

  TicketCode NewCode() override {
    std::array<std::uint8_t, 7> bytes{};
    random_.Fill(bytes);
    return CodeFromRandom(bytes);
  }
  std::optional<TicketState> FindState(const TicketCode& code) override {
    const auto found = states.find(code);
    if (found == states.end()) return std::nullopt;
    return found->second;
  }

 private:
  SeededRandomness random_{11};
};

}  // namespace tanggap

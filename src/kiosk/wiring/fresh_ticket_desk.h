// States as the folder has them now, not as the last round of the upkeep left them.
#pragma once

#include <functional>
#include <optional>
#include <utility>

#include "ports/ticket_desk.h"

namespace tanggap::kiosk {

// Looks into the folder before it answers: rounds are rare, and a visitor whose ticket the desk
// judged a moment ago isn't told that nothing is known. Worker thread only.
class FreshTicketDesk final : public TicketDesk {
 public:
  // `look` takes up what arrived; it doesn't throw.
  FreshTicketDesk(TicketDesk& desk, std::function<void()> look)
      : desk_(desk), look_(std::move(look)) {}

  [[nodiscard]] TicketCode NewCode() override { return desk_.NewCode(); }
  [[nodiscard]] std::optional<TicketState> FindState(const TicketCode& code) override {
    look_();
    return desk_.FindState(code);
  }
  bool Prepare() override { return desk_.Prepare(); }

 private:
  TicketDesk& desk_;
  std::function<void()> look_;
};

}  // namespace tanggap::kiosk

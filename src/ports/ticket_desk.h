// Everything that needs a ticket code's secret: making codes, finding a state, opening a state.
#pragma once

#include <optional>
#include <string>

#include "domain/ticket_code.h"
#include "domain/ticket_state.h"

namespace tanggap {

// Blocks for about 60 ms (Argon2id with 64 MiB): worker thread only.
class TicketDesk {
 public:
  virtual ~TicketDesk() = default;
  // Fresh, from the operating system's randomness; its secret is prepared at the same time.
  [[nodiscard]] virtual TicketCode NewCode() = 0;
  // What the desks last published for this code; nothing for unknown and for not yet synced alike.
  [[nodiscard]] virtual std::optional<TicketState> FindState(const TicketCode& code) = 0;
  // Called while idle: prepares the next code's secret (about 60 ms). False: it was ready.
  virtual bool Prepare() { return false; }
};

}  // namespace tanggap

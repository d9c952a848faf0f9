// The state that desks published for a code.
#include "ledger/ticket_desk.h"

namespace tanggap {

std::optional<TicketState> LedgerTicketDesk::FindState(const TicketCode& code) {
  const TicketSecret& secret = secrets_.Of(code);
  const auto published = journal_.FindState(secret.Lookup());
  if (!published) return std::nullopt;
  return secret.OpenState(published->capsule);
}

}  // namespace tanggap

// Codes and their published states, for a program with a journal.
#pragma once

#include "ledger/ticket_secret.h"
#include "ports/journal.h"
#include "ports/ticket_desk.h"

namespace tanggap {

class LedgerTicketDesk final : public TicketDesk {
 public:
  LedgerTicketDesk(Journal& journal, TicketSecrets& secrets)
      : journal_(journal), secrets_(secrets) {}
  [[nodiscard]] TicketCode NewCode() override { return secrets_.NewCode(); }
  [[nodiscard]] std::optional<TicketState> FindState(const TicketCode& code) override;
  bool Prepare() override { return secrets_.Prepare(); }

 private:
  Journal& journal_;
  TicketSecrets& secrets_;
};

}  // namespace tanggap

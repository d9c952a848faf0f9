// A printer that is spoken with: asked before a job, fed in bands, believed only when it answers.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "ports/clock.h"
#include "ports/ticket_printer.h"
#include "printing/answers.h"
#include "printing/escpos.h"
#include "printing/transport.h"

namespace tanggap::printing {

// How long to wait for what. Tests inject small ones.
struct ConversationTimes {
  Millis open{3'000};      // connecting
  Millis answer{300};      // one status answer, asked twice
  Millis printed{10'000};  // "it is on paper"
  Millis listen{3'000};    // for trouble, where a printer never says "it is on paper"
  Millis close{2'000};     // letting the last bytes out
  Millis whole_job{11'500};
  std::array<Millis, 5> backoff{Millis{1'000}, Millis{2'000}, Millis{5'000}, Millis{10'000},
                                Millis{30'000}};
};

struct PrinterProfile {
  Cutter cutter = Cutter::kPartial;
  bool answers_status = true;  // false: never asked, every ticket ends as kUnknown
  ConversationTimes times{};
};

// The transport's owner. `clock` is used for its monotonic time only and must outlive the printer.
[[nodiscard]] std::unique_ptr<TicketPrinter> MakeConversingPrinter(
    std::unique_ptr<Transport> transport, const PrinterProfile& profile, Clock& clock);

}  // namespace tanggap::printing

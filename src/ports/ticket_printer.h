// Prints one ticket. The picture is already laid out; the printer's language and the conversation
// with the device are behind this port.
#pragma once

#include "ports/raster.h"

namespace tanggap {

enum class PrintOutcome {
  kPrinted,  // the printer said so, or a file took all bytes
  kUnknown,  // sent, but the printer does not say
  kOutOfPaper,
  kCoverOpen,
  kOffline,
  kFailed,
  kNoPrinter,
};

enum class PaperLevel { kUnknown, kEnough, kNearEnd, kOut };

// What is known of the printer, for the staff strip. Unknown stays unknown: a printer without a
// near-end sensor never says kNearEnd.
struct PrinterHealth {
  bool reachable = false;
  bool answers = false;  // false: it takes data but says nothing of itself
  bool offline = false;
  bool cover_open = false;
  bool cutter_error = false;
  bool error = false;  // any other that the printer reports
  PaperLevel paper = PaperLevel::kUnknown;
  bool operator==(const PrinterHealth&) const = default;
};

// Both functions are called on the printer thread. Neither throws: a failing printer is expected.
class TicketPrinter {
 public:
  virtual ~TicketPrinter() = default;
  // Blocks at most 12 s. A job that failed midway is cleared, never printed later: the next visitor
  // would get it.
  [[nodiscard]] virtual PrintOutcome Print(const Raster& ticket) = 0;
  // Asks the device, at most 2 s (5 s for a network printer that is away). While it is missing,
  // asks again only after 1, 2, 5, 10 and then every 30 s; between these it returns what it last
  // knew.
  [[nodiscard]] virtual PrinterHealth Health() = 0;
};

}  // namespace tanggap

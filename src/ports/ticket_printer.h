// Prints one ticket. The bytes are already laid out; only the conversation with the device is here.
#pragma once

#include <string>
#include <string_view>

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

// Called on the printer thread; blocks at most 12 s. Never throws: a failing printer is expected.
// A job that failed midway is cleared, never printed later: the next visitor would get it.
class TicketPrinter {
 public:
  virtual ~TicketPrinter() = default;
  [[nodiscard]] virtual PrintOutcome Print(std::string_view job) = 0;
};

}  // namespace tanggap

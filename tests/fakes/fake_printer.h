// A printer that keeps what it was given and answers what the test wants.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ports/ticket_printer.h"

namespace tanggap {

struct FakePrinter final : TicketPrinter {
  PrintOutcome next = PrintOutcome::kPrinted;
  std::vector<std::string> printed;  // only what came out on paper
  int asked = 0;

  PrintOutcome Print(std::string_view job) override {
    ++asked;
    if (next == PrintOutcome::kPrinted || next == PrintOutcome::kUnknown) printed.emplace_back(job);
    return next;
  }
};

}  // namespace tanggap

// A printer that keeps what it was given and answers what the test wants.
#pragma once

#include <cstdint>
#include <vector>

#include "ports/ticket_printer.h"

namespace tanggap {

struct FakePrinter final : TicketPrinter {
  struct Picture {  // an own copy: the view that Print() gets ends with the call
    int width = 0;
    int rows = 0;
    std::vector<std::uint8_t> bytes;
    bool operator==(const Picture&) const = default;
  };

  PrintOutcome next = PrintOutcome::kPrinted;
  PrinterHealth health{.reachable = true, .answers = true, .paper = PaperLevel::kEnough};
  std::vector<Picture> printed;  // only what came out on paper
  int asked = 0;

  PrintOutcome Print(const Raster& ticket) override {
    ++asked;
    if (next == PrintOutcome::kPrinted || next == PrintOutcome::kUnknown) {
      printed.push_back({ticket.width, ticket.rows, {ticket.bytes.begin(), ticket.bytes.end()}});
    }
    return next;
  }
  PrinterHealth Health() override { return health; }
};

}  // namespace tanggap

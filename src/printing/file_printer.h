// A printer that writes its tickets as files: for trying out, for demonstrations, for tests.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "ports/ticket_printer.h"
#include "printing/escpos.h"

namespace tanggap::printing {

// Makes a PNG of a ticket (ticket::EncodePng); printing itself knows no picture format.
using EncodePicture = std::function<std::string(const Raster& ticket)>;

// Each ticket becomes DIR/000001.escpos, 000002.escpos, … and with `png` 000001.png beside it:
// whole and durable when Print() returns kPrinted. DIR is made if it is missing. kNoPrinter when it
// can't be, kFailed when the disk refuses.
[[nodiscard]] std::unique_ptr<TicketPrinter> MakeFilePrinter(std::filesystem::path directory,
                                                             Cutter cutter, EncodePicture png = {});
// No printer at all: every ticket is kNoPrinter.
[[nodiscard]] std::unique_ptr<TicketPrinter> MakeNoPrinter();

}  // namespace tanggap::printing

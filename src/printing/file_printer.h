// A printer that writes its tickets as files: for trying out, for demonstrations, for tests.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "ports/ticket_printer.h"
#include "printing/escpos.h"

namespace tanggap::printing {

// Writes another form of the ticket beside the job: given "…/000001" it may write "…/000001.png".
using Illustrate = std::function<void(const std::filesystem::path& stem, const Raster& ticket)>;

// Each ticket becomes DIR/000001.escpos, 000002.escpos, … : whole and durable when Print() returns
// kPrinted. DIR is made if it is missing. kNoPrinter when it can't be, kFailed when the disk
// refuses; an `illustrate` that throws std::filesystem::filesystem_error also gives kFailed.
[[nodiscard]] std::unique_ptr<TicketPrinter> MakeFilePrinter(std::filesystem::path directory,
                                                             Cutter cutter,
                                                             Illustrate illustrate = {});
// No printer at all: every ticket is kNoPrinter.
[[nodiscard]] std::unique_ptr<TicketPrinter> MakeNoPrinter();

}  // namespace tanggap::printing

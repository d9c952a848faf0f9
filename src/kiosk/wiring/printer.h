// The printer that an office file names, and small things the main needs of its wiring.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "domain/office.h"
#include "ports/clock.h"
#include "ports/ticket_printer.h"
#include "ui/host.h"

namespace tanggap::kiosk {

// Without one named, tickets become files in DATA/printed (.escpos and .png).
[[nodiscard]] std::unique_ptr<TicketPrinter> MakePrinter(const PrinterSetting& setting,
                                                         const std::filesystem::path& data,
                                                         Clock& clock);
// What a scan of the office's own address begins with, as a wedge scanner types it.
[[nodiscard]] std::string UpperUpToLastSlash(const std::string& url);
// Times of this run as JSON, for the benchmark. Throws std::filesystem::filesystem_error.
void WriteMeasures(const std::filesystem::path& file, const ui::Host::Timings& timings);

}  // namespace tanggap::kiosk

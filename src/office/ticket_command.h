// `tanggap ticket`: lays out one ticket, to see and to try a printer with.
#pragma once

namespace CLI {
class App;
}

namespace tanggap {

// Needs an office but no key, and writes no record: the code on the ticket belongs to no complaint.
void AddTicketCommand(CLI::App& app, int& exit_code);

}  // namespace tanggap

// Reads a ticket's bytes back, strictly: only the commands that a ticket may hold.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tanggap {

struct ReadTicket {
  std::size_t row_bytes = 0;
  std::vector<int> bands;  // rows of each
  std::string dots;        // of all bands
  std::string end;         // the feed or cut at the end
};

// Nothing when a byte belongs to no command, a band is cut short, or bands differ in width.
inline std::optional<ReadTicket> ReadEscPos(std::string_view job) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(job[i]); };
  if (!job.starts_with("\x1B@")) return std::nullopt;
  job.remove_prefix(2);
  ReadTicket ticket;
  while (job.starts_with("\x1Dv0")) {
    if (job.size() < 8 || at(3) != 0) return std::nullopt;
    const std::size_t row_bytes = at(4) + 256U * at(5);
    const std::size_t rows = at(6) + 256U * at(7);
    if (job.size() < 8 + row_bytes * rows || rows == 0) return std::nullopt;
    if (ticket.row_bytes != 0 && ticket.row_bytes != row_bytes) return std::nullopt;
    ticket.row_bytes = row_bytes;
    ticket.bands.push_back(static_cast<int>(rows));
    ticket.dots.append(job.substr(8, row_bytes * rows));
    job.remove_prefix(8 + row_bytes * rows);
  }
  const bool cut = job.size() == 4 && job.starts_with("\x1DV") && (at(2) == 65 || at(2) == 66);
  const bool feed = job.size() == 3 && job.starts_with(
                                           "\x1B"
                                           "d");
  if (!cut && !feed) return std::nullopt;
  ticket.end = job;
  return ticket;
}

}  // namespace tanggap

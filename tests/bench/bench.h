// A benchmark: rows of one table, each measured by a function of its own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tanggap::bench {

class Workshop;

struct Row {
  std::string name;      // "durable submit p99"
  double value = 0;      // in `unit`
  std::string unit;      // "ms", "MB", "% of a core"
  std::string against;   // what it is compared with; empty: nothing
  double reference = 0;  // in `unit`
  std::optional<double>
      most;  // the target: of value / reference where there is `against`, else of value
  std::string note;

  [[nodiscard]] double Compared() const { return against.empty() ? value : value / reference; }
  [[nodiscard]] bool Holds() const { return !most || Compared() <= *most; }
};

// Adding a measure: a function that returns its rows, listed in bench/main.cpp. What can't be
// measured is an exception that says why.
using Measure = std::function<std::vector<Row>(Workshop&)>;

// The value under which `share` (0..1) of the samples lie. Sorts them. Throws when there are none.
[[nodiscard]] double Percentile(std::vector<double>& samples, double share);

[[nodiscard]] double MillisecondsNow();  // monotonic, the same for every process of a machine

[[nodiscard]] std::vector<Row> StartToFirstFrame(Workshop& workshop);
[[nodiscard]] std::vector<Row> IdleProcessor(Workshop& workshop);
// Twenty complaints from the first tap to the ticket in one run: memory, taps, "Kirim".
[[nodiscard]] std::vector<Row> TwentyTickets(Workshop& workshop);
[[nodiscard]] std::vector<Row> TicketBytes(Workshop& workshop);
[[nodiscard]] std::vector<Row> DurableSubmit(Workshop& workshop);
[[nodiscard]] std::vector<Row> FullestScreens(Workshop& workshop);
// Publishing, a backlog of 10,000 records, an idle round, a desk's first reading.
[[nodiscard]] std::vector<Row> FolderSpeed(Workshop& workshop);
// Processor time of a simulated seed.
[[nodiscard]] std::vector<Row> Simulator(Workshop& workshop);
[[nodiscard]] std::vector<Row> DemoOffice(Workshop& workshop);
// Minutes: only when a number of records is asked for.
[[nodiscard]] std::vector<Row> LargeRegister(Workshop& workshop);

}  // namespace tanggap::bench

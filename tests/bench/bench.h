// A benchmark: rows of one table, each measured by a function of its own.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tanggap::bench {

struct Row {
  std::string name;      // "durable submit p99"
  double value = 0;      // in `unit`
  std::string unit;      // "ms", "MiB", "% of a core"
  std::string against;   // what it is compared with; empty: nothing
  double reference = 0;  // in `unit`
  std::optional<double>
      most;  // the target: of value / reference where there is `against`, else of value
  std::string note;

  [[nodiscard]] double Compared() const { return against.empty() ? value : value / reference; }
  [[nodiscard]] bool Holds() const { return !most || Compared() <= *most; }
};

// Adding a measure: a function that returns its rows, listed in bench/main.cpp.
using Measure = std::function<std::vector<Row>()>;

// The value under which `share` (0..1) of the samples lie. Sorts them.
[[nodiscard]] double Percentile(std::vector<double>& samples, double share);

[[nodiscard]] std::vector<Row> DurableSubmit();

}  // namespace tanggap::bench

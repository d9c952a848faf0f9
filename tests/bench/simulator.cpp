// How fast tanggap-simulate plays seeds: what decides how many of them a night can try.
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "bench/bench.h"
#include "bench/workshop.h"
#include "support/places.h"

namespace tanggap::bench {

std::vector<Row> Simulator(Workshop& workshop) {
  constexpr Seconds kLimit{300};
  const auto output = workshop.Directory() / "simulator.json";
  const auto program = BinaryDir() / "tests" / "tanggap-simulate";
  Child child({program.string(), "--seeds", "1..200", "--json"}, {}, output);
  if (child.Wait(kLimit) != 0) throw std::runtime_error("a seed broke a promise");
  std::ifstream in(output);
  const double rate = nlohmann::json::parse(in).at("per_s").get<double>();
  if (rate <= 0) throw std::runtime_error("no rate was measured");
  Row row;
  row.name = "simulator, one seed";
  row.value = 1000 / rate;
  row.unit = "ms";
  row.most = 25;  // 40 seeds in a second of a core
  row.note = "processor time of one thread, 200 seeds";
  return {row};
}

}  // namespace tanggap::bench

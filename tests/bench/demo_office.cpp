// How long a demonstration office takes.
#include "bench/bench.h"
#include "bench/workshop.h"

namespace tanggap::bench {

std::vector<Row> DemoOffice(Workshop& workshop) {
  return {{"demo of 200 complaints", workshop.SecondsForOffice(), "s", "", 0, 10,
           "tanggap demo --complaints 200, the whole process"}};
}

}  // namespace tanggap::bench

// tanggap-bench: measures on this machine, prints one table, and writes it as JSON.
//   tanggap-bench [--json FILE] [--only TEXT] [--records N]
// A missed target is a line of the table; the exit status is 1 only where nothing was measured.
#include <sys/utsname.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "bench/bench.h"
#include "bench/workshop.h"

namespace tanggap::bench {

double Percentile(std::vector<double>& samples, double share) {
  if (samples.empty()) throw std::runtime_error("nothing was counted");
  std::ranges::sort(samples);
  const auto last = static_cast<double>(samples.size() - 1);
  return samples[static_cast<std::size_t>(std::lround(share * last))];
}

double MillisecondsNow() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace tanggap::bench

namespace {

using tanggap::bench::Measure;
using tanggap::bench::Row;
using tanggap::bench::Workshop;

struct Named {
  const char* name;
  Measure measure;
};

std::vector<Named> AllMeasures(const Workshop& workshop) {
  std::vector<Named> measures{
      {"demo", tanggap::bench::DemoOffice},
      {"start", tanggap::bench::StartToFirstFrame},
      {"idle", tanggap::bench::IdleProcessor},
      {"tickets", tanggap::bench::TwentyTickets},
      {"ticket-bytes", tanggap::bench::TicketBytes},
      {"durable-submit", tanggap::bench::DurableSubmit},
      {"folder", tanggap::bench::FolderSpeed},
      {"screens", tanggap::bench::FullestScreens},
      {"simulator", tanggap::bench::Simulator},
  };
  if (workshop.Records() > 0) measures.push_back({"register", tanggap::bench::LargeRegister});
  return measures;
}

void Print(const Row& row) {
  std::printf("%-30s %9.3f %-12s", row.name.c_str(), row.value, row.unit.c_str());
  if (row.most)
    std::printf(" <= %-6g%s %-6s", *row.most, row.against.empty() ? "  " : " x",
                row.Holds() ? "ok" : "MISSED");
  if (!row.against.empty())
    std::printf(" %.2f x %s (%.3f)", row.Compared(), row.against.c_str(), row.reference);
  std::printf("\n");
  std::fflush(stdout);
}

nlohmann::ordered_json ToJson(const Row& row) {
  nlohmann::ordered_json json{{"name", row.name}, {"value", row.value}, {"unit", row.unit}};
  if (!row.against.empty()) {
    json["against"] = row.against;
    json["reference"] = row.reference;
    json["ratio"] = row.Compared();
  }
  if (row.most) {
    json["most"] = *row.most;
    json["holds"] = row.Holds();
  }
  json["note"] = row.note;
  return json;
}

// What the figures depend on.
nlohmann::ordered_json Machine(Workshop& workshop) {
  utsname system{};
  uname(&system);
  double load[1] = {0};
  if (getloadavg(load, 1) != 1) load[0] = -1;
  return {{"cores", std::thread::hardware_concurrency()},
          {"kernel", std::string(system.sysname) + " " + system.release + " " + system.machine},
          {"load_at_start", load[0]},
          {"display", workshop.DisplayName()}};
}

}  // namespace

int main(int argc, char** argv) {
  Workshop workshop;
  std::string json_file;
  std::string only;
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i];
    const bool known = option == "--json" || option == "--only" || option == "--records";
    if (i + 1 == argc || !known) {
      std::fprintf(stderr, "tanggap-bench [--json FILE] [--only TEXT] [--records N]\n");
      return 2;
    }
    if (option == "--records")
      workshop.FillRegisterWith(std::strtoul(argv[i + 1], nullptr, 10));
    else
      (option == "--json" ? json_file : only) = argv[i + 1];
  }
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  nlohmann::ordered_json failed = nlohmann::ordered_json::array();
  nlohmann::ordered_json machine;
  try {
    machine = Machine(workshop);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tanggap-bench: %s\n", error.what());
    return 1;
  }
  std::printf("%s\n", machine.dump().c_str());
  for (const Named& named : AllMeasures(workshop)) {
    if (std::string(named.name).find(only) == std::string::npos) continue;
    try {
      for (const Row& row : named.measure(workshop)) {
        Print(row);
        rows.push_back(ToJson(row));
      }
    } catch (const std::exception& error) {
      std::printf("%-30s NOT MEASURED: %s\n", named.name, error.what());
      failed.push_back({{"name", named.name}, {"reason", error.what()}});
    }
  }
  const nlohmann::ordered_json all{{"machine", machine}, {"rows", rows}, {"not_measured", failed}};
  if (!json_file.empty() && !(std::ofstream(json_file) << all.dump(2) << '\n')) {
    std::fprintf(stderr, "tanggap-bench: %s can't be written\n", json_file.c_str());
    return 1;
  }
  return failed.empty() ? 0 : 1;
}

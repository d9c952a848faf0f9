// tanggap-bench: measures on this machine, prints one table, and writes it as JSON.
//   tanggap-bench [--json FILE] [--only TEXT]
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "bench/bench.h"

namespace {

using tanggap::bench::Measure;
using tanggap::bench::Row;

struct Named {
  const char* name;
  Measure measure;
};

std::vector<Named> AllMeasures() {
  return {
      {"durable-submit", tanggap::bench::DurableSubmit},
  };
}

void Print(const Row& row) {
  std::printf("%-28s %9.3f %-12s", row.name.c_str(), row.value, row.unit.c_str());
  if (!row.against.empty())
    std::printf(" %5.2f x %s (%.3f)", row.Compared(), row.against.c_str(), row.reference);
  if (row.most) std::printf("  target <= %.2f: %s", *row.most, row.Holds() ? "ok" : "MISSED");
  std::printf("\n");
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

}  // namespace

int main(int argc, char** argv) {
  std::string json_file;
  std::string only;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--json") == 0) json_file = argv[i + 1];
    if (std::strcmp(argv[i], "--only") == 0) only = argv[i + 1];
  }
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  bool all_hold = true;
  for (const Named& named : AllMeasures()) {
    if (std::string(named.name).find(only) == std::string::npos) continue;
    for (const Row& row : named.measure()) {
      Print(row);
      rows.push_back(ToJson(row));
      all_hold = all_hold && row.Holds();
    }
  }
  if (!json_file.empty()) std::ofstream(json_file) << rows.dump(2) << '\n';
  return all_hold ? 0 : 1;
}

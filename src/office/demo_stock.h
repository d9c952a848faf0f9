// The demo's base stock: made-up complaints with what each decree would find in them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/case_file.h"
#include "domain/decree.h"
#include "domain/office.h"
#include "domain/result.h"

namespace tanggap {

struct DemoText {
  std::string kind;     // "pengaduan", "pertanyaan", "pujian", "rujuk" (another office's matter)
  std::string service;  // an id, or "info": the office's own tile for asking
  std::optional<int> days;  // from the complete file to its end
  std::vector<Finding> findings;
  std::string text;
};

// The rows that fit this office: its own services, and general ones. A decree without a column in
// the file gets every row, with aspects of its own and nothing found. Never throws on bad input.
[[nodiscard]] Result<std::vector<DemoText>> ReadDemoStock(const std::filesystem::path& tsv,
                                                          const Office& office,
                                                          const Decree& decree);

}  // namespace tanggap

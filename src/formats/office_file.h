// Reads one office from office.toml with everything it names: decree, phrases, holidays
// (format: docs/office-file.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "domain/result.h"

namespace tanggap {

// An office ready to use: its decree loaded, phrases and holidays filled into `office`.
struct OfficeFile {
  Office office;
  Decree decree;
  std::filesystem::path directory;                   // of office.toml
  std::filesystem::path decree_path;                 // resolved
  std::filesystem::path phrases_path;                // resolved
  std::vector<std::filesystem::path> holiday_paths;  // resolved
};

// Paths in the file are relative to its own directory. The first syntax error of a file, or every
// other error of all files at once, with file, line and what is expected. Never throws on input.
[[nodiscard]] Result<OfficeFile> ReadOfficeFile(const std::filesystem::path& office_toml);

// A new office.toml made from a complete one ("template"): the same text with name, decree,
// phrases and holiday lines replaced; a name other than the template's also changes short name,
// letterhead and ticket heads. The new text names `decree`, `phrases` and `holidays` as
// given (relative to the new file). Problems when the template can't be read or lacks one of the
// lines.
struct NewOffice {
  std::string name;
  std::string decree;
  std::string phrases;
  std::vector<std::string> holidays;
  bool at_once = false;  // demos: segments and ticket states are published without waiting
};
[[nodiscard]] Result<std::string> OfficeFromTemplate(const std::filesystem::path& template_toml,
                                                     const NewOffice& office);

}  // namespace tanggap

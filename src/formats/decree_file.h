// Reads a compensation decree from TOML (format: docs/decree-file.md).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "domain/decree.h"
#include "domain/result.h"

namespace tanggap {

// The decree, or the first syntax error alone, or every other error at once, each with `file`, its
// line and what is expected. Unknown keys are errors. Never throws, whatever the bytes.
[[nodiscard]] Result<Decree> ParseDecree(std::string_view toml, const std::string& file);

// The same of a file; a file that can't be read is a Problem of line 0.
[[nodiscard]] Result<Decree> ReadDecreeFile(const std::filesystem::path& path);

}  // namespace tanggap

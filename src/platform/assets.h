// Where the files that come with the program lie: decrees, texts, icons, phrases.
#pragma once

#include <filesystem>
#include <optional>

namespace tanggap {

// This program's own file, links resolved. Throws std::filesystem_error without /proc.
[[nodiscard]] std::filesystem::path ExecutableFile();

// The assets directory for a program at `executable`: beside its build directory, two levels up
// (test programs), the source tree it was built from, else where the package puts it. Nothing: the
// installation is incomplete, and the caller says so and ends with status 78.
[[nodiscard]] std::optional<std::filesystem::path> FindAssets(
    const std::filesystem::path& executable);

}  // namespace tanggap

// Where the files that come with the program are: beside the build, else where a package puts them.
#pragma once

#include <filesystem>
#include <optional>

namespace tanggap {

// The directory `assets` of this program: the nearest one above the executable (a build tree inside
// a checkout), else /usr/share/tanggap/assets; nullopt when neither exists. No environment.
[[nodiscard]] std::optional<std::filesystem::path> FindAssets();

// The example office files, found the same way (kiosk-config/offices).
[[nodiscard]] std::optional<std::filesystem::path> FindExampleOffices();

}  // namespace tanggap

#include "platform/assets.h"

#include <array>

namespace tanggap {

namespace fs = std::filesystem;

fs::path ExecutableFile() {
  return fs::read_symlink("/proc/self/exe");
}

std::optional<fs::path> FindAssets(const fs::path& executable) {
  const fs::path home = executable.parent_path();
  const std::array candidates{
      home.parent_path() / "assets", home.parent_path().parent_path() / "assets",
      fs::path("/usr/share/tanggap/assets"),
      fs::path(TANGGAP_SOURCE_ASSETS)};  // a build directory outside the tree
  for (const fs::path& candidate : candidates) {
    std::error_code ignored;
    // The decrees tell our assets from another program's directory of that name.
    if (fs::is_directory(candidate / "decrees", ignored)) return candidate;
  }
  return std::nullopt;
}

}  // namespace tanggap

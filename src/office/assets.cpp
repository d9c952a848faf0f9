#include "office/assets.h"

#include <system_error>

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr int kLevelsUp = 4;  // build/, build/tests/, and a packager's own build directories

// The nearest directory at or above the executable that holds `wanted`, else `installed`.
std::optional<fs::path> Find(const fs::path& wanted, const fs::path& installed) {
  std::error_code error;
  fs::path level = fs::read_symlink("/proc/self/exe", error).parent_path();
  for (int i = 0; i < kLevelsUp && level.has_relative_path(); ++i) {
    if (fs::is_directory(level / wanted, error)) return level / wanted;
    level = level.parent_path();
  }
  if (fs::is_directory(installed / wanted, error)) return installed / wanted;
  // A build directory outside of the tree that it was made from.
  const fs::path source{TANGGAP_SOURCE_TREE};
  if (fs::is_directory(source / wanted, error)) return source / wanted;
  return std::nullopt;
}

constexpr const char* kInstalled = "/usr/share/tanggap";

}  // namespace

std::optional<fs::path> FindAssets() {
  // A directory named "assets" alone could be anybody's; ours holds decrees.
  const std::optional<fs::path> decrees = Find(fs::path{"assets"} / "decrees", kInstalled);
  if (!decrees.has_value()) return std::nullopt;
  return decrees->parent_path();
}

std::optional<fs::path> FindExampleOffices() {
  return Find(fs::path{"kiosk-config"} / "offices", kInstalled);
}

}  // namespace tanggap

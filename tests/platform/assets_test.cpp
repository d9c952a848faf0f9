#include "platform/assets.h"

#include <unistd.h>

#include <filesystem>
#include <string>

#include "support/catch.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

struct Tree {
  fs::path root = fs::temp_directory_path() / ("tanggap-assets-" + std::to_string(getpid()));
  Tree() { fs::create_directories(root / "assets" / "decrees"); }
  ~Tree() { fs::remove_all(root); }
};

TEST_CASE("Assets are found beside the build directory and above a test program",
          "[platform][assets]") {
  const Tree tree;
  REQUIRE(FindAssets(tree.root / "build" / "tanggap") == tree.root / "assets");
  REQUIRE(FindAssets(tree.root / "build" / "tests" / "test_x") == tree.root / "assets");
}

TEST_CASE("A directory of that name without decrees isn't ours", "[platform][assets]") {
  const Tree tree;
  fs::remove(tree.root / "assets" / "decrees");
  REQUIRE(FindAssets(tree.root / "build" / "tanggap") != tree.root / "assets");
}

TEST_CASE("This very program finds its assets", "[platform][assets]") {
  const auto assets = FindAssets(ExecutableFile());
  REQUIRE(assets);
  REQUIRE(fs::exists(*assets / "decrees" / "lembata-dinas-pendidikan-2024.toml"));
}

}  // namespace
}  // namespace tanggap

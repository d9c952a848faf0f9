// A resting tree is known by the times of its directories alone.
#include "folder/tree_watch.h"

#include <chrono>
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// An office's tree whose last change lies an hour back.
struct Tree {
  Tree() {
    fs::create_directories(Month());
    Age(std::chrono::hours{1});
  }
  [[nodiscard]] fs::path Root() const { return directory / "office"; }
  [[nodiscard]] fs::path Month() const { return Root() / "nodes" / "jmfhj7p3rc" / "202611"; }
  void Put(const std::string& name) const { std::ofstream(Month() / name) << "x"; }
  // As if nothing had happened for this long; what is new keeps its place behind what was.
  void Age(std::chrono::minutes by) const {
    const auto then = fs::file_time_type::clock::now() - by;
    fs::last_write_time(Root(), then);
    for (const auto& entry : fs::recursive_directory_iterator(Root()))
      fs::last_write_time(entry.path(), then);
  }
  TemporaryDirectory directory;
};

}  // namespace

TEST_CASE("A tree that rests is looked at once", "[folder][watch]") {
  const Tree tree;
  TreeWatch watch(tree.Root());
  CHECK(watch.MayHaveChanged());
  CHECK(watch.MayHaveChanged());  // nobody has dealt with it
  watch.Seen();
  CHECK_FALSE(watch.MayHaveChanged());
  CHECK_FALSE(watch.MayHaveChanged());
}

TEST_CASE("A name that comes or goes anywhere in the tree is noticed", "[folder][watch]") {
  const Tree tree;
  tree.Put("first");
  tree.Age(std::chrono::hours{1});
  TreeWatch watch(tree.Root());
  CHECK(watch.MayHaveChanged());
  watch.Seen();
  REQUIRE_FALSE(watch.MayHaveChanged());
  SECTION("a file in a month") {
    tree.Put("second");
  }
  SECTION("a file that is gone") {
    fs::remove(tree.Month() / "first");
  }
  SECTION("a new month") {
    fs::create_directory(tree.Month().parent_path() / "202612");
  }
  SECTION("a new node") {
    fs::create_directories(tree.Root() / "nodes" / "0000000000" / "202611");
  }
  SECTION("the whole tree is gone") {
    fs::remove_all(tree.Root());
  }
  CHECK(watch.MayHaveChanged());
}

TEST_CASE("A change of this moment is looked at again, for another may hide in the same tick",
          "[folder][watch]") {
  const Tree tree;
  TreeWatch watch(tree.Root());
  tree.Put("first");
  CHECK(watch.MayHaveChanged());
  watch.Seen();
  CHECK(watch.MayHaveChanged());
  watch.Seen();
  tree.Age(std::chrono::minutes{1});
  CHECK(watch.MayHaveChanged());
  watch.Seen();
  CHECK_FALSE(watch.MayHaveChanged());
}

TEST_CASE("A tree that isn't there, or dates from tomorrow, is never taken as resting",
          "[folder][watch]") {
  const Tree tree;
  TreeWatch absent(tree.directory / "nowhere");
  CHECK(absent.MayHaveChanged());
  absent.Seen();
  CHECK(absent.MayHaveChanged());

  tree.Age(std::chrono::hours{-24});
  TreeWatch future(tree.Root());
  CHECK(future.MayHaveChanged());
  future.Seen();
  CHECK(future.MayHaveChanged());
}

}  // namespace tanggap

// A folder full of strangers costs a verifier neither memory nor an endless report.
#include "office/tree_listing.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {

TEST_CASE("Of many strangers some are named and the others counted", "[office][verify]") {
  const TemporaryDirectory directory;
  const std::filesystem::path root = directory / "tanggap/1";
  std::filesystem::create_directories(root);
  const std::size_t count = kMostStrangers + GENERATE(0U, 1U, 300U);
  for (std::size_t i = 0; i < count; ++i)
    std::ofstream(root / ("junk-" + std::to_string(i)));
  const auto tree = ListTree(directory.Path());
  REQUIRE(tree.size() == 1);
  const auto& files = tree.at(OfficeId{});
  CHECK(files.size() == std::min(count, kMostStrangers + 1));
  CHECK(files.front().path.starts_with("tanggap/1/junk-"));
  const std::string last = files.back().fault;
  if (count > kMostStrangers) {
    CHECK(last == "and " + std::to_string(count - kMostStrangers) +
                      " more that are no files of this format");
  } else {
    CHECK(last.empty());
  }
}

}  // namespace tanggap

// Whether a folder verifies, as one text for a test.
#pragma once

#include <filesystem>
#include <string>

#include "office/tree_listing.h"

namespace tanggap {

// "": whole; else the first problem.
inline std::string WhyNotWhole(const std::filesystem::path& folder, const OfficeId& office) {
  auto tree = ListTree(folder);
  FolderBytes bytes{folder};
  VerifyWish wish{office, std::nullopt, {}, std::nullopt};
  const VerifyReport report = VerifyOffice(wish, tree[office], bytes);
  return report.problems.empty() ? "" : Describe(report.problems.front());
}

}  // namespace tanggap

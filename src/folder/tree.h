// One copy of the tree as a mirror sees it: every file under a good name, with its size.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>

#include "folder/names.h"

namespace tanggap {

struct TreeEntry {
  TreeName name;
  std::uintmax_t size = 0;
};
// By the path below tanggap/1.
using Tree = std::map<std::string, TreeEntry>;

struct TreeListing {
  Tree files;
  std::size_t junk = 0;  // names that are not ours, links, pipes: only counted
};

// Never follows a link, never opens a file, keeps nothing of junk. Throws std::filesystem_error
// when a directory can't be read. `answered` is called for every name that was looked at.
[[nodiscard]] TreeListing ListFiles(const std::filesystem::path& folder,
                                    const std::function<void()>& answered = {});

}  // namespace tanggap

#include "folder/tree_watch.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// File systems tick as coarsely as 2 s (FAT): a directory that changed less than that ago may
// change again without its time telling. A time in the future tells nothing at all.
constexpr std::chrono::seconds kCoarsestTick{3};

}  // namespace

TreeWatch::Times TreeWatch::Walk() const {
  Times times;
  std::error_code error;
  // The time before the names: what comes in between is then a change, never overlooked.
  times[root_] = fs::last_write_time(root_, error);
  fs::recursive_directory_iterator entry(root_, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code odd;
    if (entry->is_symlink(odd) || !entry->is_directory(odd)) continue;
    times[entry->path()] = entry->last_write_time(odd);
    if (odd) return {};
  }
  if (error) return {};
  return times;
}

bool TreeWatch::StandsAs(const Times& times) const {
  return std::ranges::all_of(times, [](const auto& directory) {
    std::error_code error;
    return fs::last_write_time(directory.first, error) == directory.second && !error;
  });
}

bool TreeWatch::MayHaveChanged() {
  if (trusted_ && StandsAs(seen_)) return false;
  found_ = Walk();
  const auto old = fs::file_time_type::clock::now() - kCoarsestTick;
  settled_ = !found_.empty() && std::ranges::all_of(found_, [&](const auto& directory) {
    return directory.second < old;
  });
  return true;
}

void TreeWatch::Seen() {
  seen_ = std::exchange(found_, {});
  trusted_ = std::exchange(settled_, false);
}

}  // namespace tanggap

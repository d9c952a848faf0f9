// The mirror's second look: files that are there on both sides under one name and one size, but
// perhaps not with the same bytes any more.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <iterator>
#include <system_error>

#include "folder/mirror.h"
#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;

// Lets the next read of `file` come from the device. Where the kernel keeps the pages all the same
// nothing is lost but the proof; the copy was read back once when it was written.
void DropFromCache(const std::filesystem::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (handle < 0) return;
  ::posix_fadvise(handle, 0, 0, POSIX_FADV_DONTNEED);
  ::close(handle);
}

// Everything written to the file system of `folder` reaches its device.
void SyncAll(const std::filesystem::path& folder) {
  const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0 || ::syncfs(handle) != 0) {
    const std::error_code error(errno, std::generic_category());
    if (handle >= 0) ::close(handle);
    throw std::filesystem::filesystem_error("sync", folder, error);
  }
  ::close(handle);
}

}  // namespace

void TreeMirror::CheckOne() {
  auto next = here_.files.upper_bound(last_checked_);
  if (last_checked_.empty() && !here_.files.empty()) {
    // A sync that is started anew for each round must not look at the same file for ever.
    next = here_.files.begin();
    std::advance(next, static_cast<std::ptrdiff_t>(RandomNumber() % here_.files.size()));
  }
  for (std::size_t i = 0; i <= here_.files.size(); ++i) {
    if (next == here_.files.end()) next = here_.files.begin();
    if (next == here_.files.end()) return;
    const auto there = there_.files.find(next->first);
    if (next->second.name.kind != FileKind::kBeat && there != there_.files.end() &&
        there->second.size == next->second.size) {
      last_checked_ = next->first;
      Compare(next->first, next->second, false);
      return;
    }
    ++next;
  }
}

void TreeMirror::CheckAll(bool past_the_cache) {
  if (past_the_cache) SyncAll(there_.root);
  std::size_t done = 0;
  for (const auto& [path, entry] : here_.files) {
    Say(MirrorProgress::Part::kReadingBack, ++done, here_.files.size());
    if (entry.name.kind == FileKind::kBeat) continue;
    const auto there = there_.files.find(path);
    if (there != there_.files.end() && there->second.size == entry.size)
      Compare(path, entry, past_the_cache);
  }
}

void TreeMirror::Compare(const std::string& path, const TreeEntry& entry, bool past_the_cache) {
  ++steps_;
  ++round_.checked;
  if (past_the_cache) DropFromCache(there_.root / path);
  const std::optional<std::string> ours = ReadWhole(here_.root / path, kMostFileBytes, nullptr);
  const std::optional<std::string> theirs = ReadWhole(there_.root / path, kMostFileBytes, nullptr);
  if (ours && theirs && *ours == *theirs) return;
  const auto whole = [&](const Side& side, const std::optional<std::string>& bytes) {
    return bytes && Check(side, path, entry.name, *bytes).wholeness == Wholeness::kWhole;
  };
  // A box is judged by the segment on the same side, or the other's where that one is broken.
  const auto best_left = [&](const Side& from, const Side& to,
                             const std::optional<std::string>& bytes) {
    return bytes && entry.name.kind == FileKind::kBox && IsBestLeft(from, to, path, *bytes);
  };
  const bool ours_whole =
      whole(here_, ours) || whole(there_, ours) || best_left(here_, there_, ours);
  const bool theirs_whole =
      whole(there_, theirs) || whole(here_, theirs) || best_left(there_, here_, theirs);
  const std::filesystem::path good = (ours_whole ? here_ : there_).root / path;
  const std::filesystem::path bad = (ours_whole ? there_ : here_).root / path;
  if (ours_whole == theirs_whole) {
    round_.problems.push_back(
        {(there_.root / path).string(), 0,
         ours_whole ? "differs from the replica's, and both look whole: run verify on both"
                    : "damaged here and in the replica"});
    return;
  }
  Publish(bad.parent_path(), bad.filename().string(), ours_whole ? *ours : *theirs,
          IfBroken::kReplace);
  ++round_.restored;
  round_.problems.push_back({bad.string(), 0, "was altered; restored from " + good.string()});
}

}  // namespace tanggap

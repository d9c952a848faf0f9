// Writing and reading single files of the tree, so that a reader sees a whole file or none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tanggap {

enum class PublishOutcome {
  kPublished,
  kAlreadyThere,  // the same bytes under that name
  kOccupied,      // other bytes, or no regular file, under that name; left alone
};
enum class IfBroken { kLeave, kReplace };

// Writes `bytes` as directory/name: aside, synced, read back, renamed without replacing, directory
// synced. Creates missing directories. With kReplace a file
// there of other bytes is renamed over: only for files whose bytes are known to prove nothing.
// Throws std::filesystem_error when the folder can't take it (full, gone, read-only); nothing is
// left under the final name then, and the temporary file is removed where that works.
PublishOutcome Publish(const std::filesystem::path& directory, const std::string& name,
                       std::string_view bytes, IfBroken if_broken = IfBroken::kLeave);

// A private copy of a regular file's bytes, never followed through a symbolic link, never waiting
// on a FIFO. Nothing when it isn't there, isn't a regular file, or is over `max_bytes` (`why`
// says).
[[nodiscard]] std::optional<std::string> ReadWhole(const std::filesystem::path& file,
                                                   std::size_t max_bytes, std::string* why);

// The names in a directory that `accept` lets through, sorted; empty where there is no such
// directory. Others are only counted, so that a million junk files can't fill the memory.
struct Listing {
  std::vector<std::string> names;
  std::size_t junk = 0;
  bool cut = false;  // more than kMostNames: the rest waits
};
inline constexpr std::size_t kMostNames = 200'000;
[[nodiscard]] Listing ListNames(const std::filesystem::path& directory,
                                const std::function<bool(std::string_view)>& accept);

// From the system, for names and choices that nobody else makes in the same moment; nothing secret.
[[nodiscard]] std::uint64_t RandomNumber();

// Removes what a crash left: own temporary files older than a day. Returns how many.
std::size_t RemoveOldTemporaries(const std::filesystem::path& directory);

}  // namespace tanggap

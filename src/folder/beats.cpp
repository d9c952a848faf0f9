#include "folder/beats.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "folder/names.h"
#include "folder/publish.h"
#include "ledger/hash.h"

namespace tanggap {
namespace {

constexpr std::size_t kKept = 3;
constexpr std::size_t kMostBytes = 4096;

// "202611211430" in UTC: names sort by time in every zone.
std::string MinuteOf(std::int64_t at_ms) {
  const auto at = std::chrono::floor<std::chrono::minutes>(FromMillis(at_ms));
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const auto minutes = (at - day).count();
  std::string text(16, '\0');
  const int size =
      std::snprintf(text.data(), text.size(), "%04d%02u%02u%02d%02d", static_cast<int>(date.year()),
                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                    static_cast<int>(minutes / 60), static_cast<int>(minutes % 60));
  text.resize(static_cast<std::size_t>(std::max(size, 0)));
  return text;
}

}  // namespace

void PublishBeat(const std::filesystem::path& replica, const Beat& beat, const SigningKey& node) {
  const std::string line = WriteBeat(beat, node);
  const std::filesystem::path directory = NodeDirectory(replica, beat.office, beat.node) / "beat";
  const std::string name =
      MinuteOf(beat.at_ms) + '-' +
      HexHashOf(std::string_view(line).substr(0, line.size() - 1)).substr(0, 8) + ".beat";
  if (!IsBeatName(name)) return;  // a clock beyond the year 9999
  Publish(directory, name, line);
  std::vector<std::string> names = ListNames(directory, IsBeatName).names;
  // A clock that went back must not remove the beat that it has just written.
  std::erase(names, name);
  for (std::size_t i = 0; i + kKept - 1 < names.size(); ++i) {
    std::error_code error;
    std::filesystem::remove(directory / names[i], error);
  }
}

std::optional<Beat> NewestBeat(const std::filesystem::path& folder, const Roster& roster,
                               const RosterNode& node) {
  const std::filesystem::path directory = NodeDirectory(folder, roster.Id(), node.id) / "beat";
  const std::vector<std::string> names = ListNames(directory, IsBeatName).names;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const auto bytes = ReadWhole(directory / *name, kMostBytes, nullptr);
    if (!bytes) continue;
    Result<Beat> beat = ReadBeat(*bytes, roster.Id(), node.id, node.public_key);
    if (beat.Ok()) return std::move(beat).Value();
  }
  return std::nullopt;
}

}  // namespace tanggap

#include "folder/sync_notes.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <system_error>

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kSummed{24};

bool IsRead(const fs::path& replica) {
  std::error_code none;
  return fs::exists(replica / "node", none);
}

// Whoever reads at this moment finds the old note or the new one, whole.
void Write(const fs::path& file, const std::string& line) {
  const fs::path aside = file.string() + ".part";
  std::ofstream out(aside);
  out << line << '\n';
  out.close();
  std::error_code error;
  // On a full disk the old note is better than an empty one.
  if (out) {
    fs::rename(aside, file, error);
  } else {
    fs::remove(aside, error);
  }
}

}  // namespace

void NoteReached(const fs::path& replica, bool reached, Instant now) {
  if (!IsRead(replica)) return;
  const fs::path file = replica / "reached";
  std::string word;
  if (!reached && std::ifstream(file) >> word && word == "lost") return;
  Write(file, (reached ? "at " : "lost ") + std::to_string(ToMillis(now)));
}

Reached ReadReached(const fs::path& replica) {
  std::ifstream in(replica / "reached");
  std::string word;
  std::int64_t at = 0;
  Reached reached;
  if (!(in >> word >> at) || at < 0) return reached;
  if (word == "at") reached.at = FromMillis(at);
  if (word == "lost") reached.lost = FromMillis(at);
  return reached;
}

void NoteAltered(const fs::path& replica, const MirrorRound& round, Instant now) {
  if (round.problems.empty() || !IsRead(replica)) return;
  std::size_t restored = round.restored;
  const std::size_t left = round.problems.size() - std::min(round.restored, round.problems.size());
  if (const auto before = ReadAltered(replica, now)) restored += before->restored;
  Write(replica / "altered", std::to_string(ToMillis(now)) + ' ' + std::to_string(restored) + ' ' +
                                 std::to_string(left));
}

std::optional<FoundAltered> ReadAltered(const fs::path& replica, Instant now) {
  std::ifstream in(replica / "altered");
  std::int64_t at = 0;
  FoundAltered found;
  if (!(in >> at >> found.restored >> found.left) || at < 0) return std::nullopt;
  found.at = FromMillis(at);
  if (now - found.at > kSummed) return std::nullopt;
  return found;
}

void NoteCarried(const fs::path& replica, const fs::path& stick, Instant now) {
  if (!IsRead(replica)) return;
  Write(replica / "carried", std::to_string(ToMillis(now)) + ' ' + stick.string());
}

std::optional<Carried> ReadCarried(const fs::path& replica) {
  std::ifstream in(replica / "carried");
  std::int64_t at = 0;
  Carried carried;
  if (!(in >> at) || at < 0 || !std::getline(in >> std::ws, carried.place)) return std::nullopt;
  carried.at = FromMillis(at);
  return carried;
}

}  // namespace tanggap

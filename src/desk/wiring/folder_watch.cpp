#include "desk/wiring/folder_watch.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/names.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

// When the newest file of a device came into this replica.
std::optional<Instant> NewestFile(const fs::path& directory) {
  std::optional<Instant> newest;
  std::error_code error;
  fs::recursive_directory_iterator files(directory, error);
  for (; !error && files != fs::recursive_directory_iterator(); files.increment(error)) {
    const fs::file_time_type written = files->last_write_time(error);
    if (error) break;
    const Instant at{std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::file_clock::to_sys(written).time_since_epoch())};
    if (!newest || at > *newest) newest = at;
  }
  return newest;
}

}  // namespace

std::optional<Instant> UnreachedSince(const fs::path& replica) {
  std::ifstream in(replica / "reached");
  std::string word;
  std::int64_t at = 0;
  if (!(in >> word >> at) || word != "lost") return std::nullopt;
  return Instant{std::chrono::milliseconds{at}};
}

FolderWatch::FolderWatch(fs::path replica, OfficeId office)
    : replica_(std::move(replica)), office_(std::move(office)) {}

void FolderWatch::Hear(const RosterNode& node, const std::vector<ReadCursor>& cursors,
                       Instant now) {
  std::uint64_t read = 0;
  for (const ReadCursor& cursor : cursors) {
    if (cursor.node == node.id) read += cursor.segment;
  }
  const auto before = read_.find(node.id);
  std::optional<Instant> heard;
  if (before == read_.end()) {
    // The first look of this run: the files know when they came.
    heard = NewestFile(NodeDirectory(replica_, office_, node.id));
  } else if (before->second != read) {
    heard = now;
  }
  read_[node.id] = read;
  if (!heard) return;
  const auto known = std::ranges::find(state_.kiosks, node.id, &FolderState::Heard::node);
  if (known == state_.kiosks.end()) {
    state_.kiosks.push_back({node.id, *heard});
  } else {
    known->at = *heard;
  }
}

// How far a long reading has come: the last segment that lies there against the last one read.
void FolderWatch::Count(const Roster& roster, const std::vector<ReadCursor>& cursors) {
  state_.read = 0;
  state_.total = 0;
  for (const RosterNode& node : roster.nodes) {
    for (const auto& [key, chain] : ListChains(NodeDirectory(replica_, office_, node.id))) {
      if (chain.empty()) continue;
      std::size_t read = 0;
      for (const ReadCursor& cursor : cursors) {
        if (cursor.node == node.id && cursor.epoch == key.epoch && cursor.nonce == key.nonce)
          read = std::max<std::size_t>(read, cursor.segment);
      }
      state_.read += read;
      state_.total += std::max<std::size_t>(read, chain.rbegin()->first);
    }
  }
}

void FolderWatch::Look(const Roster& roster, const std::vector<ReadCursor>& cursors,
                       const CollectRound& round, Instant now) {
  for (const RosterNode& node : roster.nodes) {
    if (node.kind == "kiosk") Hear(node, cursors, now);
  }
  state_.gaps.clear();
  for (const Gap& gap : round.gaps)
    state_.gaps.push_back({gap.node, gap.segment});
  state_.read = 0;
  state_.total = 0;
  if (round.more) Count(roster, cursors);
}

}  // namespace tanggap::desk

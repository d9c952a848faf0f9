#include "desk/wiring/folder_watch.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <system_error>
#include <utility>

#include "folder/beats.h"
#include "folder/chain_listing.h"
#include "folder/names.h"
#include "folder/sync_notes.h"
#include "folder/tree.h"

namespace tanggap::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kLifeTold{14 * 24};
// A refused file is read again once a minute; what isn't refused then any more was replaced.
constexpr std::chrono::minutes kRefusedAgain{3};

Instant InstantOf(fs::file_time_type time) {
  return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::file_clock::to_sys(time).time_since_epoch())};
}

// When the newest file of a device came into this replica.
std::optional<Instant> NewestFile(const fs::path& directory) {
  std::optional<Instant> newest;
  std::error_code error;
  fs::recursive_directory_iterator files(directory, error);
  for (; !error && files != fs::recursive_directory_iterator(); files.increment(error)) {
    const fs::file_time_type written = files->last_write_time(error);
    if (error) break;
    const Instant at = InstantOf(written);
    if (!newest || at > *newest) newest = at;
  }
  return newest;
}

}  // namespace

std::optional<FolderState::Tampered> TamperedBefore(const fs::path& replica, Instant now) {
  const std::optional<FoundAltered> found = ReadAltered(replica, now);
  if (!found) return std::nullopt;
  return FolderState::Tampered{found->restored, found->left, found->at};
}

std::vector<Enrolled> EnrolledOf(const Roster& roster, const fs::path& keys) {
  std::vector<Enrolled> people;
  for (const RosterPerson& person : roster.people) {
    std::error_code none;
    const bool here = fs::exists(keys / (person.id.value + ".key"), none);
    people.push_back({person.id, person.name, person.role, person.removed, !person.wraps.empty(),
                      here, Fingerprint(person.signing)});
  }
  std::ranges::sort(people, [](const Enrolled& a, const Enrolled& b) {
    return std::pair(a.removed, a.name) < std::pair(b.removed, b.name);
  });
  return people;
}

FolderWatch::FolderWatch(fs::path replica, OfficeId office, NodeId here)
    : replica_(replica),
      office_(std::move(office)),
      here_(std::move(here)),
      alarms_(std::move(replica)) {}

// Devices on two disks are told for some days after their second branch came in; a file that isn't
// valid as long as it is there and is refused.
void FolderWatch::Alarm(const Roster& roster, const CollectRound& round, Instant now) {
  state_.lives.clear();
  for (const SecondLife& life : alarms_.Look(ListFiles(replica_).files, roster).lives) {
    if (now - InstantOf(life.seen) < kLifeTold) state_.lives.push_back(life.node);
  }
  for (const Problem& problem : round.bad) {
    // Without a line: it has not arrived, or not whole yet.
    const auto name = ReadTreeName(fs::path(problem.file).lexically_relative(TreeRoot(replica_)));
    if (name && problem.line > 0)
      invalid_.insert_or_assign(problem.file, std::pair(name->node, now));
  }
  std::map<NodeId, std::size_t> files;
  std::erase_if(invalid_, [&](const auto& file) {
    std::error_code error;
    return now - file.second.second > kRefusedAgain || !fs::exists(file.first, error);
  });
  for (const auto& [file, refused] : invalid_)
    ++files[refused.first];
  state_.altered.clear();
  for (const auto& [node, count] : files)
    state_.altered.push_back({node, count});
}

void FolderWatch::LookAt(Device& device, const RosterNode& node, const Roster& roster,
                         const std::vector<ReadCursor>& cursors, Instant now) {
  std::uint64_t all = 0;
  for (const ReadCursor& cursor : cursors) {
    if (cursor.node != node.id) continue;
    all += cursor.segment;
    if (cursor.epoch < device.epoch) continue;
    device.read =
        cursor.epoch == device.epoch ? std::max(device.read, cursor.segment) : cursor.segment;
    device.epoch = cursor.epoch;
  }
  std::int64_t beat_at = 0;
  if (const auto beat = NewestBeat(replica_, roster, node)) {
    beat_at = beat->at_ms;
    // Of an older epoch it tells nothing of how far this one is.
    if (beat->epoch >= device.epoch) {
      if (beat->epoch > device.epoch) device.read = 0;
      device.epoch = beat->epoch;
      device.beat = {FromMillis(beat->at_ms), beat->segment, beat->free_mib};
    }
  }
  const auto before = known_.find(node.id);
  if (before == known_.end()) {
    // The first look of this run: the files know when they came.
    device.heard = NewestFile(NodeDirectory(replica_, office_, node.id));
  } else if (before->second != std::pair(all, beat_at)) {
    device.heard = now;
  }
  known_[node.id] = {all, beat_at};
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

// Every segment speaks for those before it; for the newest one only an acknowledgement does.
void FolderWatch::Witness(const std::vector<ReadCursor>& cursors,
                          const std::set<std::string>& acknowledged) {
  for (Device& device : state_.devices) {
    device.witnessed = device.read == 0 ? 0 : device.read - 1;
    for (const ReadCursor& cursor : cursors) {
      if (cursor.node == device.node && cursor.epoch == device.epoch &&
          cursor.segment == device.read && acknowledged.contains(cursor.hash))
        device.witnessed = device.read;
    }
  }
}

void FolderWatch::Look(const Roster& roster, const std::vector<ReadCursor>& cursors,
                       const CollectRound& round, const DeskCollector& collector, Instant now) {
  std::vector<Device> devices;
  for (const RosterNode& node : roster.nodes) {
    if (node.kind != "kiosk" && node.kind != "desk") continue;
    Device device;
    device.node = node.id;
    device.name = node.name;
    device.kiosk = node.kind == "kiosk";
    device.here = node.id == here_;
    device.revoked = node.revoked;
    device.fingerprint = Fingerprint(node.public_key);
    const auto before = std::ranges::find(state_.devices, node.id, &Device::node);
    if (before != state_.devices.end()) device.heard = before->heard;
    LookAt(device, node, roster, cursors, now);
    device.lacks_bodies = device.epoch > 0 && collector.LacksBodiesOf(node.id, device.epoch);
    devices.push_back(std::move(device));
  }
  std::ranges::sort(devices, [](const Device& a, const Device& b) {
    return std::pair(!a.kiosk, a.name) < std::pair(!b.kiosk, b.name);
  });
  state_.devices = std::move(devices);
  Alarm(roster, round, now);
  state_.gaps.clear();
  for (const Gap& gap : round.gaps)
    state_.gaps.push_back({gap.node, gap.segment});
  state_.read = 0;
  state_.total = 0;
  if (round.more) Count(roster, cursors);
}

}  // namespace tanggap::desk

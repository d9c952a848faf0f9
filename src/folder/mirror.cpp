#include "folder/mirror.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "folder/names.h"
#include "folder/rosters.h"
#include "ledger/beat.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;
constexpr std::size_t kBeatsKept = 3;

void RequireFolder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    throw std::filesystem::filesystem_error(
        "no such folder", folder, std::make_error_code(std::errc::no_such_file_or_directory));
  }
}

std::string SiblingOf(const std::string& path, const std::string& name) {
  return path.substr(0, path.rfind('/') + 1) + name;
}

}  // namespace

TreeMirror::TreeMirror(std::filesystem::path replica, std::filesystem::path remote)
    : replica_(std::move(replica)), remote_(std::move(remote)) {
  here_.root = TreeRoot(replica_);
  there_.root = TreeRoot(remote_);
  here_.packer.emplace(replica_);
  there_.packer.emplace(remote_);
  there_.alarms.emplace(remote_);
}

void TreeMirror::ReadOwner() {
  const Result<std::optional<NodeFile>> node = ReadNodeFile(replica_);
  if (!node.Ok()) {
    // Without knowing whose replica this is nothing may flow: a kiosk must not receive boxes.
    throw std::filesystem::filesystem_error(node.Problems().front().message,
                                            node.Problems().front().file,
                                            std::make_error_code(std::errc::invalid_argument));
  }
  owner_ = node.Value();
}

MirrorRound TreeMirror::Round(MirrorCheck check) {
  RequireFolder(replica_);
  RequireFolder(remote_);
  ReadOwner();
  round_ = {};
  for (auto [side, folder] : {std::pair{&here_, &replica_}, std::pair{&there_, &remote_}}) {
    TreeListing listing = ListFiles(*folder, [this] { ++steps_; });
    side->files = std::move(listing.files);
    round_.junk += listing.junk;
  }
  for (const auto& [path, entry] : here_.files) {
    const auto found = there_.files.find(path);
    if (found != there_.files.end() && found->second.size == entry.size) ++round_.present;
  }
  const auto own_office = [&](const TreeName& name) {
    return !owner_ || name.office == owner_->office;
  };
  const bool kiosk = owner_ && owner_->kind == NodeKind::kKiosk;
  // Rosters first: they say whose word counts. Then what was erased, so that no body that must go
  // is carried any more.
  Carry(
      there_, here_,
      [&](const std::string&, const TreeEntry& entry, const Side&) {
        return entry.name.kind == FileKind::kRoster && own_office(entry.name);
      },
      round_.received, round_.received_bytes);
  LearnRosters();
  LearnErasures(here_);
  LearnErasures(there_);
  Erase(here_);
  Erase(there_);
  Carry(
      here_, there_, [](const std::string&, const TreeEntry&, const Side&) { return true; },
      round_.sent, round_.sent_bytes);
  const auto inward = [&](const std::string& path, const TreeEntry& entry, const Side& to) {
    return own_office(entry.name) && WantedInward(path, entry, to);
  };
  Carry(there_, here_, inward, round_.received, round_.received_bytes);
  CarryBeats(here_, there_, [&](const std::string&, const TreeEntry& entry, const Side&) {
    return !owner_ || entry.name.node == owner_->node;
  });
  if (!kiosk) {
    CarryBeats(there_, here_, [&](const std::string&, const TreeEntry& entry, const Side&) {
      return own_office(entry.name) && (!owner_ || entry.name.node != owner_->node);
    });
  }
  PackOldMonths();
  LookForAlarms();
  check == MirrorCheck::kOneOld ? CheckOne() : CheckAll(check == MirrorCheck::kReadBack);
  if (owner_) {
    for (const Side* side : {&here_, &there_}) {
      const auto nodes = side->root / owner_->office.value / "nodes" / owner_->node.value;
      for (const std::string& month : ListNames(nodes, IsMonthName).names)
        RemoveOldTemporaries(nodes / month);
    }
  }
  return round_;
}

// What a replica takes from the other side: a desk's and a relay's everything.
bool TreeMirror::WantedInward(const std::string& path, const TreeEntry& entry, const Side& to) {
  const TreeName& name = entry.name;
  if (!owner_ || owner_->kind != NodeKind::kKiosk) return true;
  if (name.kind == FileKind::kRoster) return true;
  if (name.node != owner_->node) {
    const auto roster = rosters_.find(name.office);
    const RosterNode* node = roster == rosters_.end() ? nullptr : roster->second.Find(name.node);
    return name.kind == FileKind::kSegment && node != nullptr && node->kind == "desk";
  }
  // What this device wrote and has lost, or wrote in another life. A box whose segment is here was
  // dropped on purpose, whether the segment lies here alone or over there in a pack.
  if (to.files.contains(path)) return true;  // here in another size
  const bool box = name.kind == FileKind::kBox;
  const SegmentName segment = box ? ReadBoxName(name.file)->segment : *ReadSegmentName(name.file);
  const std::string beside = SiblingOf(path, Write(segment));
  if (box && to.files.contains(beside)) return false;
  const std::vector<std::string>* links = LinksIn(beside, there_);
  if (links == nullptr) return true;
  SegmentName single = segment;
  return !std::ranges::all_of(*links, [&](const std::string& start) {
    single.start = start;
    const bool here = to.files.contains(SiblingOf(path, Write(single)));
    ++single.number;
    return here;
  });
}

void TreeMirror::Say(MirrorProgress::Part part, std::size_t done, std::size_t total) const {
  if (tell_) tell_({part, done, total});
}

bool IsSafeToRemove(const MirrorRound& round) {
  return round.problems.empty() && round.waiting == 0;
}

// Rosters, then boxes, then segments: whoever sees a segment finds its bodies beside it.
void TreeMirror::Carry(const Side& from, Side& to, const Wanted& wanted, std::size_t& files,
                       std::uint64_t& bytes) {
  std::vector<std::pair<const std::string*, const TreeEntry*>> absent;
  for (const auto& [path, entry] : from.files) {
    if (entry.name.kind == FileKind::kBeat) continue;
    const auto there = to.files.find(path);
    if (there != to.files.end() && there->second.size == entry.size) continue;
    if (wanted(path, entry, to)) absent.emplace_back(&path, &entry);
  }
  std::size_t done = 0;
  for (const FileKind kind : {FileKind::kRoster, FileKind::kBox, FileKind::kSegment}) {
    for (const auto& [path, entry] : absent) {
      if (entry->name.kind != kind) continue;
      Say(MirrorProgress::Part::kCopying, ++done, absent.size());
      if (kind != FileKind::kRoster && IsPacked(*path, *entry, to)) {
        if (kind == FileKind::kSegment) ++round_.packed;
        continue;
      }
      if (!CarryOne(from, to, *path, *entry)) continue;
      ++files;
      bytes += entry->size;
      to.files.insert_or_assign(*path, *entry);
      if (kind == FileKind::kBox) RemoveLowerBoxes(to, *path, *entry);
    }
  }
}

WholenessCheck TreeMirror::Check(const Side& side, const std::string& path, const TreeName& name,
                                 std::string_view bytes) const {
  switch (name.kind) {
    case FileKind::kSegment: {
      WholenessCheck check = CheckSegment(bytes, *ReadSegmentName(name.file));
      if (check.wholeness != Wholeness::kWhole) return check;
      // A changed signature is the one change that the hashes don't show.
      const auto roster = rosters_.find(name.office);
      const RosterNode* node = roster == rosters_.end() ? nullptr : roster->second.Find(name.node);
      if (node != nullptr && !EndsAreSigned(bytes, node->public_key))
        return {Wholeness::kDamaged, "the signature is not its node's"};
      return check;
    }
    case FileKind::kRoster:
      return CheckRoster(bytes, *ReadRosterName(name.file), name.office);
    case FileKind::kBox: {
      const BoxName box = *ReadBoxName(name.file);
      const std::optional<std::string> lines =
          ReadWhole(side.root / SiblingOf(path, Write(box.segment)), kMostFileBytes, nullptr);
      if (!lines) return {Wholeness::kIncomplete, "its segment has not arrived"};
      const WholenessCheck whole = CheckSegment(*lines, box.segment);
      if (whole.wholeness != Wholeness::kWhole)
        return {Wholeness::kIncomplete, "its segment is not whole"};
      return CheckBox(bytes, box, *lines, ErasedIn(*lines));
    }
    case FileKind::kBeat:
      break;
  }
  return {Wholeness::kDamaged, "not a file that is mirrored"};
}

bool TreeMirror::CarryOne(const Side& from, Side& to, const std::string& path,
                          const TreeEntry& entry) {
  ++steps_;
  std::string why;
  const std::optional<std::string> bytes = ReadWhole(from.root / path, kMostFileBytes, &why);
  if (!bytes) {
    // Gone since it was listed: into a pack, or with an erased body. The next round knows.
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(from.root / path, error)))
      round_.problems.push_back({(from.root / path).string(), 0, why});
    return false;
  }
  WholenessCheck check = Check(from, path, entry.name, *bytes);
  // A box's segment may be on the other side only.
  if (check.wholeness == Wholeness::kIncomplete && entry.name.kind == FileKind::kBox) {
    const WholenessCheck there = Check(to, path, entry.name, *bytes);
    if (there.wholeness == Wholeness::kWhole) check = there;
    if (check.wholeness == Wholeness::kIncomplete && IsBestLeft(from, to, path, *bytes)) check = {};
  }
  if (check.wholeness == Wholeness::kDamaged)
    round_.problems.push_back({(from.root / path).string(), 0, check.why});
  if (check.wholeness == Wholeness::kIncomplete) ++round_.waiting;
  if (check.wholeness != Wholeness::kWhole) return false;
  IfBroken if_broken = IfBroken::kLeave;
  if (to.files.contains(path)) {
    // Replaced only where the bytes there prove nothing; a whole file is never touched.
    const std::optional<std::string> there = ReadWhole(to.root / path, kMostFileBytes, nullptr);
    if (there && Check(from, path, entry.name, *there).wholeness == Wholeness::kWhole) return false;
    if_broken = IfBroken::kReplace;
  }
  const std::filesystem::path target = to.root / path;
  const PublishOutcome outcome =
      Publish(target.parent_path(), target.filename().string(), *bytes, if_broken);
  if (outcome == PublishOutcome::kOccupied)
    round_.problems.push_back({target.string(), 0, "something else stands under this name"});
  return outcome == PublishOutcome::kPublished;
}

// The newest three of each node; older ones of nodes that this side's writer speaks for go.
void TreeMirror::CarryBeats(const Side& from, Side& to, const Wanted& wanted) {
  std::map<std::string, std::vector<std::string>> beats;  // by directory, in order of time
  for (const Side* side : {&from, static_cast<const Side*>(&to)}) {
    for (const auto& [path, entry] : side->files) {
      if (entry.name.kind != FileKind::kBeat || !wanted(path, entry, to)) continue;
      std::vector<std::string>& known = beats[path.substr(0, path.rfind('/'))];
      if (std::ranges::find(known, path) == known.end()) known.push_back(path);
    }
  }
  for (auto& [directory, paths] : beats) {
    std::ranges::sort(paths);
    const std::size_t old = paths.size() - std::min(paths.size(), kBeatsKept);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const std::string& path = paths[i];
      if (i < old) {
        std::error_code error;
        if (to.files.erase(path) > 0) std::filesystem::remove(to.root / path, error);
        continue;
      }
      const auto source = from.files.find(path);
      if (source == from.files.end() || to.files.contains(path)) continue;
      const TreeName& name = source->second.name;
      const auto roster = rosters_.find(name.office);
      const RosterNode* node = roster == rosters_.end() ? nullptr : roster->second.Find(name.node);
      const auto bytes = ReadWhole(from.root / path, 4096, nullptr);
      if (node == nullptr || !bytes ||
          !ReadBeat(*bytes, name.office, name.node, node->public_key).Ok())
        continue;
      Publish((to.root / path).parent_path(), name.file, *bytes);
      to.files.insert_or_assign(path, source->second);
    }
  }
}

MirrorRound Mirror(const std::filesystem::path& replica, const std::filesystem::path& remote,
                   MirrorCheck check) {
  return TreeMirror(replica, remote).Round(check);
}

}  // namespace tanggap

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

// "<…>/202611/0001-9f2c01ab-": what all files of one chain and month begin with.
std::string ChainPrefix(const std::string& path) {
  constexpr std::size_t kEpochAndNonce = 4 + 1 + 8 + 1;
  return path.substr(0, path.rfind('/') + 1 + kEpochAndNonce);
}

std::string NumberIn(const std::string& path) {
  constexpr std::size_t kEpochAndNonce = 4 + 1 + 8 + 1;
  constexpr std::size_t kNumber = 8;
  return path.substr(path.rfind('/') + 1 + kEpochAndNonce, kNumber);
}

}  // namespace

TreeMirror::TreeMirror(std::filesystem::path replica, std::filesystem::path remote)
    : replica_(std::move(replica)), remote_(std::move(remote)) {
  here_.root = TreeRoot(replica_);
  there_.root = TreeRoot(remote_);
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
    TreeListing listing = ListFiles(*folder);
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
    const TreeName& name = entry.name;
    if (!own_office(name) || !kiosk) return own_office(name);
    if (name.node != owner_->node) {
      const auto roster = rosters_.find(name.office);
      const RosterNode* node = roster == rosters_.end() ? nullptr : roster->second.Find(name.node);
      return name.kind == FileKind::kSegment && node != nullptr && node->kind == "desk";
    }
    // What this device wrote and has lost, or wrote in another life. A box whose segment is here
    // was dropped on purpose.
    if (name.kind != FileKind::kBox) return name.kind == FileKind::kSegment;
    return to.files.contains(path) ||
           !to.files.contains(SiblingOf(path, Write(ReadBoxName(name.file)->segment)));
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
  for (const FileKind kind : {FileKind::kRoster, FileKind::kBox, FileKind::kSegment}) {
    for (const auto& [path, entry] : absent) {
      if (entry->name.kind != kind) continue;
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
    case FileKind::kSegment:
      return CheckSegment(bytes, *ReadSegmentName(name.file));
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
  std::string why;
  const std::optional<std::string> bytes = ReadWhole(from.root / path, kMostFileBytes, &why);
  if (!bytes) {
    round_.problems.push_back({(from.root / path).string(), 0, why});
    return false;
  }
  WholenessCheck check = Check(from, path, entry.name, *bytes);
  // A box's segment may be on the other side only.
  if (check.wholeness == Wholeness::kIncomplete && entry.name.kind == FileKind::kBox) {
    const WholenessCheck there = Check(to, path, entry.name, *bytes);
    if (there.wholeness == Wholeness::kWhole) check = there;
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

// A pack on the other side may hold this segment already. Which files are packs only their content
// tells, so the nearest one before is read, once.
bool TreeMirror::IsPacked(const std::string& path, const TreeEntry& entry, Side& to) {
  const std::string prefix = ChainPrefix(path);
  const SegmentName wanted = entry.name.kind == FileKind::kBox
                                 ? ReadBoxName(entry.name.file)->segment
                                 : *ReadSegmentName(entry.name.file);
  const std::string segment = SiblingOf(path, Write(wanted));
  if (to.files.contains(segment)) return false;
  // After every name with this number, whatever its hash.
  auto before = to.files.upper_bound(prefix + NumberIn(segment) + '~');
  while (before != to.files.begin()) {
    --before;
    if (!before->first.starts_with(prefix)) return false;
    if (before->second.name.kind != FileKind::kSegment) continue;
    const std::string& file = before->first;
    if (to.no_packs.contains(file)) return false;
    auto known = to.packs.find(file);
    if (known == to.packs.end()) {
      const auto bytes = ReadWhole(to.root / file, kMostFileBytes, nullptr);
      const SegmentName name = *ReadSegmentName(before->second.name.file);
      std::vector<std::string> links;
      if (bytes && CheckSegment(*bytes, name).wholeness == Wholeness::kWhole)
        links = EndsIn(*bytes);
      if (links.size() < 2) {
        to.no_packs.insert(file);
        return false;
      }
      known = to.packs.emplace(file, std::move(links)).first;
    }
    const SegmentName first = *ReadSegmentName(before->second.name.file);
    if (first.number > wanted.number) continue;
    const std::size_t at = wanted.number - first.number;
    return at < known->second.size() && known->second[at] == wanted.start;
  }
  return false;
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

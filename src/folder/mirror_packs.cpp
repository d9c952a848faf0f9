// The mirror and packs: what the other side has in a pack isn't sent again, old months of the owner
// are packed, and what a pack covers goes.
#include <chrono>
#include <string_view>
#include <utility>

#include "folder/mirror.h"
#include "folder/names.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;
constexpr std::string_view kSegmentEnding = "seg";

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

// The ends of the segments in a pack, from its first on; nothing for a single segment and for what
// isn't whole. Only the content tells, so each file is read once.
const std::vector<std::string>* TreeMirror::LinksIn(const std::string& segment, Side& side) {
  if (side.no_packs.contains(segment)) return nullptr;
  if (const auto known = side.packs.find(segment); known != side.packs.end()) return &known->second;
  const auto name = ReadSegmentName(segment.substr(segment.rfind('/') + 1));
  const auto bytes = ReadWhole(side.root / segment, kMostFileBytes, nullptr);
  std::vector<std::string> links;
  if (name && bytes && CheckSegment(*bytes, *name).wholeness == Wholeness::kWhole)
    links = EndsIn(*bytes);
  if (links.size() < 2) {
    side.no_packs.insert(segment);
    return nullptr;
  }
  return &side.packs.emplace(segment, std::move(links)).first->second;
}

// A pack on the other side may hold this segment already: the nearest file before it, whatever its
// hash. A box goes the way of its segment.
bool TreeMirror::IsPacked(const std::string& path, const TreeEntry& entry, Side& to) {
  const std::string prefix = ChainPrefix(path);
  const SegmentName wanted = entry.name.kind == FileKind::kBox
                                 ? ReadBoxName(entry.name.file)->segment
                                 : *ReadSegmentName(entry.name.file);
  const std::string segment = SiblingOf(path, Write(wanted));
  if (to.files.contains(segment)) return false;
  auto before = to.files.upper_bound(prefix + NumberIn(segment) + '~');
  while (before != to.files.begin()) {
    --before;
    if (!before->first.starts_with(prefix)) return false;
    if (before->second.name.kind != FileKind::kSegment) continue;
    const std::vector<std::string>* links = LinksIn(before->first, to);
    if (links == nullptr) return false;
    const SegmentName first = *ReadSegmentName(before->second.name.file);
    if (first.number > wanted.number) continue;
    const std::size_t at = wanted.number - first.number;
    if (at >= links->size() || (*links)[at] != wanted.start) return false;
    if (entry.name.kind == FileKind::kBox) return HoldsBodies(before->first, to);
    // Beside its bodies, which the pack had lost, it is no stranger.
    const std::string bodies = segment.substr(0, segment.size() - kSegmentEnding.size());
    const auto box = to.files.lower_bound(bodies);
    return box == to.files.end() || !box->first.starts_with(bodies);
  }
  return false;
}

// Whether a box of this pack has all that it names but for what was ever to be erased. Each is read
// once.
bool TreeMirror::HoldsBodies(const std::string& pack, Side& side) {
  const std::string stem = pack.substr(0, pack.size() - kSegmentEnding.size());
  for (auto box = side.files.lower_bound(stem);
       box != side.files.end() && box->first.starts_with(stem); ++box) {
    if (box->second.name.kind != FileKind::kBox) continue;
    const std::string seen = box->first + ':' + std::to_string(box->second.size);
    if (side.whole_boxes.contains(seen)) return true;
    const auto bodies = ReadWhole(side.root / box->first, kMostFileBytes, nullptr);
    const auto segments = ReadWhole(side.root / pack, kMostFileBytes, nullptr);
    if (!bodies || !segments) continue;
    const BoxName name = *ReadBoxName(box->second.name.file);
    const BodyHashes gone = ErasedIn(*segments, true);
    if (CheckBox(*bodies, name, *segments, gone).wholeness != Wholeness::kWhole) continue;
    side.whole_boxes.insert(seen);
    return true;
  }
  return false;
}

void TreeMirror::PackOldMonths() {
  for (const auto& [office, roster] : rosters_) {
    for (auto [side, folder] : {std::pair{&here_, &replica_}, std::pair{&there_, &remote_}}) {
      std::string loose;
      if (owner_ && owner_->office == office)
        loose = FirstLooseMonth(side->files, office, owner_->node, Packer::kLooseMonths);
      PackWish wish;
      wish.may_pack = [&](const NodeId& node, const std::string& month) {
        return owner_ && node == owner_->node && month < loose;
      };
      wish.without_bodies = [this, at_home = side == &here_](const NodeId& node) {
        return at_home && owner_->kind == NodeKind::kKiosk && node == owner_->node;
      };
      ++steps_;
      PackRound packed = side->packer->Round(side->files, roster, wish);
      round_.packs += packed.packs;
      round_.covered += packed.removed;
      for (Problem& problem : packed.problems)
        round_.problems.push_back(std::move(problem));
      if (packed.Changed()) side->files = ListFiles(*folder).files;
    }
  }
}

// What only a person can judge is said in every round of its first days.
void TreeMirror::LookForAlarms() {
  constexpr std::chrono::hours kTold{14 * 24};
  const auto now = std::filesystem::file_time_type::clock::now();
  for (const auto& [office, roster] : rosters_) {
    if (owner_ && owner_->office != office) continue;
    Alarms alarms = there_.alarms->Look(there_.files, roster);
    std::erase_if(alarms.lives, [&](const SecondLife& life) { return now - life.seen > kTold; });
    for (std::string& line : Describe(alarms, roster))
      round_.alarms.push_back(std::move(line));
  }
}

}  // namespace tanggap

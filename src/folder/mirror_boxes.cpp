// The mirror's part in erasing: boxes are written anew without what an `erased` record names, on
// both sides, and the generations before them go.
#include <algorithm>
#include <system_error>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/mirror.h"
#include "folder/names.h"
#include "folder/rosters.h"
#include "ledger/hash.h"
#include "ledger/segment.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;
constexpr int kLastGeneration = 99;

std::string SiblingOf(const std::string& path, const std::string& name) {
  return path.substr(0, path.rfind('/') + 1) + name;
}

// The 32 digits of a record line's own id, and nothing for other lines.
std::optional<RecordId> IdIn(std::string_view line) {
  constexpr std::string_view kKey = "\"id\":\"";
  constexpr std::size_t kDigits = 32;
  // Of the keys before it `clr` may hold words of anybody; the own id is the last at the top.
  const std::size_t at = line.rfind(kKey);
  if (at == std::string_view::npos || line.size() < at + kKey.size() + kDigits) return std::nullopt;
  return RecordIdFromHex(line.substr(at + kKey.size(), kDigits));
}

template <class Each>
void ForEachLine(std::string_view text, const Each& each) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return;
    each(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
}

}  // namespace

// The office's id is the hash of its root key, so the chain of rosters proves itself.
void TreeMirror::LearnRosters() {
  std::map<OfficeId, std::string> newest;
  for (const auto& [path, entry] : here_.files) {
    if (entry.name.kind == FileKind::kRoster) newest[entry.name.office] = path;
  }
  for (const auto& [office, path] : newest) {
    if (newest_roster_[office] == path) continue;
    const std::optional<std::string> bytes = ReadWhole(here_.root / path, kMostFileBytes, nullptr);
    if (!bytes) continue;
    const Result<PublicKey> root = RootNamedBy(*bytes);
    if (!root.Ok() || OfficeIdOf(root.Value()) != office) continue;
    RosterReading reading = ReadRosters(replica_, office, root.Value());
    if (!reading.newest) continue;
    rosters_.insert_or_assign(office, std::move(*reading.newest));
    newest_roster_[office] = path;
  }
}

void TreeMirror::LearnErasures(const Side& side) {
  std::map<std::pair<NodeId, ChainKey>, PinnedWay> ways;  // of revoked desks' chains, in this round
  for (const auto& [path, entry] : side.files) {
    if (entry.name.kind != FileKind::kSegment || learned_.contains(path)) continue;
    ++steps_;
    const auto roster = rosters_.find(entry.name.office);
    if (roster == rosters_.end()) continue;
    const RosterNode* node = roster->second.Find(entry.name.node);
    if (node == nullptr || node->kind != "desk") continue;
    const FoundSegment found{*ReadSegmentName(entry.name.file), side.root / path, {}, 0};
    const auto segments = ReadFound(found, entry.name.office, entry.name.node, roster->second);
    if (!segments.Ok()) continue;  // Carry names it
    const PinnedWay* way = nullptr;
    if (node->revoked) {
      const ChainKey key{found.name.epoch, found.name.nonce};
      auto known = ways.find({node->id, key});
      if (known == ways.end()) {
        auto chains = ListChains(found.file.parent_path().parent_path());
        known = ways.emplace(std::pair(node->id, key),
                             WayToPin(chains[key], key, *node, entry.name.office, roster->second))
                    .first;
      }
      way = &known->second;
    }
    bool all = true;
    for (const Segment& segment : segments.Value()) {
      // A thief who has a revoked desk's key must not erase anything.
      if (way != nullptr && !way->hashes.contains(segment.hash)) {
        all = !way->missing;
        continue;
      }
      for (const SegmentRecord& record : segment.records)
        erasures_.Take(record.line.record);
    }
    if (all) learned_.insert(path);
  }
}

BodyHashes TreeMirror::ErasedIn(std::string_view segment, bool held) const {
  BodyHashes erased;
  if (erasures_.Empty()) return erased;
  ForEachLine(segment, [&](std::string_view line) {
    const std::optional<RecordId> id = IdIn(line);
    if (!id || !erasures_.Mentions(*id)) return;
    const auto record = ReadRecordLine(line);
    if (!record.Ok()) return;
    for (const BodyClass body_class :
         held ? erasures_.NamedOf(*id) : erasures_.Of(record.Value().record)) {
      const auto hash = record.Value().body_hashes.find(body_class);
      if (hash != record.Value().body_hashes.end()) erased.insert(hash->second);
    }
  });
  return erased;
}

// A box without bodies that were erased before anybody here knew of a hold on them. It proves
// nothing where an older one lies; where none does it has all the others that its segment names,
// which nobody ever wanted gone.
bool TreeMirror::IsBestLeft(const Side& from, const Side& to, const std::string& path,
                            std::string_view bytes) const {
  const BoxName box = *ReadBoxName(path.substr(path.rfind('/') + 1));
  const std::string beside = SiblingOf(path, Write(box.segment));
  for (const Side* side : {&from, &to}) {
    const auto segment = ReadWhole(side->root / beside, kMostFileBytes, nullptr);
    if (!segment || CheckSegment(*segment, box.segment).wholeness != Wholeness::kWhole) continue;
    const BodyHashes named = ErasedIn(*segment, true);
    const auto has_the_rest = [&](std::string_view lines, const BoxName& name) {
      return CheckBox(lines, name, *segment, named).wholeness == Wholeness::kWhole;
    };
    for (int generation = 1; generation <= kLastGeneration; ++generation) {
      const BoxName other{box.segment, generation};
      const std::string file = SiblingOf(path, Write(other));
      if (!to.files.contains(file)) continue;
      const auto there = ReadWhole(to.root / file, kMostFileBytes, nullptr);
      if (there && has_the_rest(*there, other)) return false;
    }
    return !named.empty() && has_the_rest(bytes, box);
  }
  return false;
}

void TreeMirror::Erase(Side& side) {
  if (erasures_.Empty()) return;
  std::vector<std::pair<std::string, TreeEntry>> segments;
  for (const auto& [path, entry] : side.files) {
    if (entry.name.kind != FileKind::kSegment) continue;
    const auto searched = side.searched.find(path);
    if (searched != side.searched.end() && searched->second == erasures_.Version()) continue;
    segments.emplace_back(path, entry);
  }
  for (const auto& [path, entry] : segments)
    EraseIn(side, path, entry);
}

void TreeMirror::EraseIn(Side& side, const std::string& path, const TreeEntry& entry) {
  ++steps_;
  const std::optional<std::string> segment = ReadWhole(side.root / path, kMostFileBytes, nullptr);
  const SegmentName name = *ReadSegmentName(entry.name.file);
  if (!segment || CheckSegment(*segment, name).wholeness != Wholeness::kWhole) return;
  const BodyHashes erased = ErasedIn(*segment);
  if (erased.empty()) {
    side.searched[path] = erasures_.Version();
    return;
  }
  // The greatest generation that is whole; a greater one that isn't proves nothing.
  int newest = 0;
  int greatest = 0;
  std::string kept;
  bool rewrite = false;
  for (int generation = 1; generation <= kLastGeneration; ++generation) {
    const BoxName box{name, generation};
    const std::string file = SiblingOf(path, Write(box));
    if (!side.files.contains(file)) continue;
    greatest = generation;
    const std::optional<std::string> bytes = ReadWhole(side.root / file, kMostFileBytes, nullptr);
    if (!bytes || CheckBox(*bytes, box, *segment, erased).wholeness != Wholeness::kWhole) continue;
    newest = generation;
    kept.clear();
    rewrite = false;
    ForEachLine(*bytes, [&](std::string_view line) {
      if (erased.contains(HexHashOf(line))) {
        rewrite = true;
      } else {
        kept.append(line).push_back('\n');
      }
    });
  }
  if (newest == 0) return;  // nothing whole here yet: searched again when it comes
  if (rewrite) {
    const bool in_place = greatest > newest || newest == kLastGeneration;
    const BoxName box{name, in_place ? greatest : newest + 1};
    const std::filesystem::path file = side.root / SiblingOf(path, Write(box));
    const PublishOutcome outcome = Publish(file.parent_path(), file.filename().string(), kept,
                                           in_place ? IfBroken::kReplace : IfBroken::kLeave);
    if (outcome == PublishOutcome::kOccupied) {
      round_.problems.push_back({file.string(), 0, "something else stands under this name"});
      return;
    }
    ++round_.erased;
    newest = box.generation;
    TreeEntry written = entry;
    written.name.kind = FileKind::kBox;
    written.name.file = Write(box);
    written.size = kept.size();
    side.files.insert_or_assign(SiblingOf(path, written.name.file), written);
  }
  const BoxName box{name, newest};
  RemoveLowerBoxes(side, SiblingOf(path, Write(box)), side.files.at(SiblingOf(path, Write(box))));
  side.searched[path] = erasures_.Version();
}

void TreeMirror::RemoveLowerBoxes(Side& side, const std::string& path, const TreeEntry& entry) {
  const BoxName box = *ReadBoxName(entry.name.file);
  for (int generation = 1; generation < box.generation; ++generation) {
    const std::string lower = SiblingOf(path, Write(BoxName{box.segment, generation}));
    if (side.files.erase(lower) == 0) continue;
    std::error_code error;
    std::filesystem::remove(side.root / lower, error);
    if (error) round_.problems.push_back({(side.root / lower).string(), 0, error.message()});
  }
}

}  // namespace tanggap

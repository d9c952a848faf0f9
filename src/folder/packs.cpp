#include "folder/packs.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <system_error>
#include <utility>

#include "folder/chain_listing.h"
#include "folder/names.h"
#include "folder/publish.h"
#include "folder/wholeness.h"
#include "ledger/hash.h"
#include "ledger/segment.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

constexpr int kLastGeneration = 99;

// One file of a chain and what lies beside it. Of bodies only their hashes are kept in memory.
struct Piece {
  FoundSegment found;
  std::string bytes;
  std::uint32_t first = 0;  // numbers of its first and last segment
  std::uint32_t last = 0;
  std::size_t records = 0;
  std::string previous;  // what the first one continues
  std::string end;       // the hash of the last one
  std::vector<fs::path> boxes;
  int generation = 0;               // the greatest; 0: no box
  std::vector<std::string> bodies;  // hashes of what its records name, in their order
  std::set<std::string> held;       // of those, what its boxes hold
  std::size_t held_bytes = 0;
};

// Every body line of a piece's boxes, each once.
template <class Each>
void ForEachBody(const Piece& piece, const Each& each) {
  const std::set<std::string> named(piece.bodies.begin(), piece.bodies.end());
  std::set<std::string> seen;
  for (const fs::path& box : piece.boxes) {
    const auto bytes = ReadWhole(box, kMaxSegmentFile, nullptr);
    if (!bytes) continue;
    std::string_view rest = *bytes;
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(end + 1);
      const std::string hash = HexHashOf(line);
      if (named.contains(hash) && seen.insert(hash).second) each(hash, line);
    }
  }
}

void SyncDirectory(const fs::path& directory) {
  const int handle = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);  // a weak back end can't; nothing is lost by a name that comes back
  ::close(handle);
}

// One chain's files of one month.
class MonthOfChain {
 public:
  MonthOfChain(fs::path directory, OfficeId office, const RosterNode& node, const Roster& roster,
               PackRound& round)
      : directory_(std::move(directory)),
        office_(std::move(office)),
        node_(node),
        roster_(roster),
        round_(round) {}

  // False: some file can't be believed or isn't there any more, and the month stays as it is.
  bool Read(std::span<const std::string> segments, const std::vector<std::string>& boxes) {
    for (const std::string& name : segments) {
      std::optional<Piece> piece = ReadPiece(name, boxes);
      if (!piece) return false;
      pieces_.push_back(std::move(*piece));
    }
    return true;
  }

  // A pack that has lost bodies takes them back from the files beside it: a device that has its
  // months loose sends these where its pack has no bodies.
  void GiveBodiesBack() {
    for (Piece& pack : pieces_) {
      if (pack.first == pack.last || IsComplete(pack) || !HasLost(pack)) continue;
      std::vector<const Piece*> sources{&pack};
      std::set<std::string> held = pack.held;
      std::set<std::string> erased;
      for (const Piece& other : pieces_) {
        if (&other == &pack || other.first < pack.first || other.last > pack.last) continue;
        sources.push_back(&other);
        held.insert(other.held.begin(), other.held.end());
        if (other.generation > 1) erased.insert(other.bodies.begin(), other.bodies.end());
      }
      const bool others_may_come = std::ranges::any_of(pack.bodies, [&](const std::string& hash) {
        return !held.contains(hash) && !erased.contains(hash);
      });
      if (others_may_come || held.size() == pack.held.size()) continue;
      const bool complete = std::ranges::all_of(
          pack.bodies, [&](const std::string& hash) { return held.contains(hash); });
      const BoxName box{pack.found.name, std::max(pack.generation, complete ? 1 : 2)};
      const std::string name = tanggap::Write(box);
      Publish(directory_, name, BodiesOf(pack, sources), IfBroken::kReplace);
      if (pack.generation != box.generation) pack.boxes.push_back(directory_ / name);
      pack.generation = box.generation;
      pack.held.clear();
      ForEachBody(pack, [&](const std::string& hash, std::string_view) { pack.held.insert(hash); });
      ++round_.restored;
    }
  }

  // Removes every file that another one here contains whole, bodies included.
  void RemoveCovered() {
    // The last first: whatever a kill leaves begins where the pack begins, and so is seen again.
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      const bool covered = std::ranges::any_of(pieces_, [&](const Piece& other) {
        return &other != &pieces_[i] && Covers(other, pieces_[i]);
      });
      if (!covered) continue;
      Remove(pieces_[i]);
      pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  void Pack(bool without_bodies) {
    for (std::size_t i = 1; i < pieces_.size(); ++i) {
      if (pieces_[i].first <= pieces_[i - 1].last) return;  // a fork: both branches stay
    }
    std::vector<Piece> written;
    for (std::size_t from = 0; from < pieces_.size();) {
      const std::size_t to = EndOfGroup(from, without_bodies);
      if (to > from + 1) {
        if (std::optional<Piece> pack = Write(std::span(pieces_).subspan(from, to - from)))
          written.push_back(std::move(*pack));
      }
      from = to;
    }
    if (written.empty()) return;
    std::ranges::move(written, std::back_inserter(pieces_));
    RemoveCovered();
  }

 private:
  [[nodiscard]] std::optional<Piece> ReadPiece(const std::string& name,
                                               const std::vector<std::string>& boxes) const {
    Piece piece;
    piece.found = {*ReadSegmentName(name), directory_ / name, {}, 0};
    const auto bytes = ReadWhole(piece.found.file, kMaxSegmentFile, nullptr);
    const auto read = ReadFound(piece.found, office_, node_.id, roster_);
    if (!bytes || !read.Ok()) return std::nullopt;
    const std::vector<Segment>& segments = read.Value();
    // A file of which not everything counts (its device was revoked) proves nothing for others.
    if (EndsIn(*bytes).size() != segments.size()) return std::nullopt;
    piece.bytes = *bytes;
    piece.first = segments.front().header.number;
    piece.last = segments.back().header.number;
    piece.previous = segments.front().header.previous;
    piece.end = segments.back().hash;
    for (const Segment& segment : segments) {
      piece.records += segment.records.size();
      for (const SegmentRecord& record : segment.records) {
        for (const auto& [body_class, hash] : record.line.body_hashes)
          piece.bodies.push_back(hash);
      }
    }
    for (const std::string& box : boxes) {
      const BoxName read_name = *ReadBoxName(box);
      if (read_name.segment != piece.found.name) continue;
      piece.boxes.push_back(directory_ / box);
      piece.generation = std::max(piece.generation, read_name.generation);
    }
    ForEachBody(piece, [&](const std::string& hash, std::string_view line) {
      piece.held.insert(hash);
      piece.held_bytes += line.size() + 1;
    });
    return piece;
  }

  static bool Covers(const Piece& pack, const Piece& piece) {
    const bool longer = pack.last - pack.first > piece.last - piece.first;
    return longer && pack.first <= piece.first && pack.last >= piece.last &&
           pack.bytes.find(piece.bytes) != std::string::npos &&
           std::ranges::includes(pack.held, piece.held);
  }

  void Remove(const Piece& piece) {
    // The bodies first: a segment whose bodies lie in the pack is whole, bodies alone are
    // strangers.
    std::error_code error;
    for (const fs::path& box : piece.boxes)
      fs::remove(box, error);
    if (error || !fs::remove(piece.found.file, error)) {
      if (error) round_.problems.push_back({piece.found.file.string(), 0, error.message()});
      return;
    }
    ++round_.removed;
    SyncDirectory(directory_);
  }

  [[nodiscard]] static bool IsComplete(const Piece& piece) {
    return piece.held.size() == std::set(piece.bodies.begin(), piece.bodies.end()).size();
  }
  // Whether its box isn't there, or holds what no box of its holds. One that was written anew
  // without what was erased is sound.
  [[nodiscard]] static bool HasLost(const Piece& piece) {
    if (piece.generation <= 1) return true;
    const auto bytes = ReadWhole(piece.boxes.back(), kMaxSegmentFile, nullptr);
    if (!bytes || !bytes->ends_with('\n')) return true;
    std::string_view rest = *bytes;
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      if (!piece.held.contains(HexHashOf(rest.substr(0, end)))) return true;
      rest.remove_prefix(end + 1);
    }
    return false;
  }
  [[nodiscard]] static bool MayJoin(const Piece& piece, bool without_bodies) {
    if (without_bodies) return piece.boxes.empty();
    return IsComplete(piece) || piece.generation > 1;  // else they haven't arrived
  }

  // Pieces from `from` on that follow each other and fit into one file.
  [[nodiscard]] std::size_t EndOfGroup(std::size_t from, bool without_bodies) const {
    std::size_t bytes = 0;
    std::size_t box = 0;
    std::size_t records = 0;
    std::size_t to = from;
    for (; to < pieces_.size(); ++to) {
      const Piece& piece = pieces_[to];
      bytes += piece.bytes.size();
      box += piece.held_bytes;
      records += piece.records;
      const bool fits =
          bytes <= kMaxSegmentFile && box <= kMaxSegmentFile && records <= kMaxSegmentRecords;
      const bool follows = to == from || piece.previous == pieces_[to - 1].end;
      if (!MayJoin(piece, without_bodies) || !fits || !follows) break;
    }
    return std::max(to, from + 1);
  }

  std::optional<Piece> Write(std::span<const Piece> pieces) {
    Piece pack;
    pack.found.name = pieces.front().found.name;
    pack.found.name.start = pieces.back().end.substr(0, 8);
    const std::string name = tanggap::Write(pack.found.name);
    pack.found.file = directory_ / name;
    for (const Piece& piece : pieces) {
      pack.bytes += piece.bytes;
      std::ranges::copy(piece.bodies, std::back_inserter(pack.bodies));
      pack.held.insert(piece.held.begin(), piece.held.end());
    }
    if (!pack.held.empty() && !WriteBox(pack, pieces)) return std::nullopt;
    if (Publish(directory_, name, pack.bytes) == PublishOutcome::kOccupied) {
      round_.problems.push_back({pack.found.file.string(), 0, "something else is under this name"});
      return std::nullopt;
    }
    // What a reader will do with it, before anything that it covers may go.
    std::vector<std::string> boxes;
    for (const fs::path& box : pack.boxes)
      boxes.push_back(box.filename().string());
    std::optional<Piece> written = ReadPiece(name, boxes);
    if (!written || written->held != pack.held) {
      round_.problems.push_back({pack.found.file.string(), 0, "can't be read back"});
      return std::nullopt;
    }
    ++round_.packs;
    round_.packed += EndsIn(pack.bytes).size();
    return written;
  }

  // The lines of what a piece names, in its order, from the boxes of these.
  static std::string BodiesOf(const Piece& piece, std::span<const Piece* const> sources) {
    std::map<std::string, std::string> lines;
    for (const Piece* source : sources)
      ForEachBody(*source, [&](const std::string& hash, std::string_view line) {
        lines.emplace(hash, line);
      });
    std::string bytes;
    for (const std::string& hash : piece.bodies) {
      const auto line = lines.find(hash);
      if (line != lines.end()) bytes.append(line->second).push_back('\n');
    }
    return bytes;
  }

  // Where bodies were erased it must not be the first generation: that one is complete.
  bool WriteBox(Piece& pack, std::span<const Piece> pieces) {
    std::string bytes;
    for (const Piece& piece : pieces)
      bytes += BodiesOf(piece, std::array{&piece});
    for (int generation = IsComplete(pack) ? 1 : 2; generation <= kLastGeneration; ++generation) {
      const std::string name = tanggap::Write(BoxName{pack.found.name, generation});
      if (Publish(directory_, name, bytes) == PublishOutcome::kOccupied) continue;
      pack.boxes.push_back(directory_ / name);
      return true;
    }
    round_.problems.push_back({pack.found.file.string(), 0, "a hundred generations of one box"});
    return false;
  }

  fs::path directory_;
  OfficeId office_;
  const RosterNode& node_;
  const Roster& roster_;
  PackRound& round_;
  std::vector<Piece> pieces_;
};

struct Names {
  NodeId node;
  std::string month;
  std::vector<std::string> segments;
  std::vector<std::string> boxes;
};

// Names alone tell when there is nothing to do: two neighbours that follow each other are not
// packed, two files under one number may cover each other, and so may what follows a gap.
bool MayHaveWork(const Names& names, bool may_pack) {
  bool gap = false;
  for (std::size_t i = 1; i < names.segments.size(); ++i) {
    const std::uint32_t before = ReadSegmentName(names.segments[i - 1])->number;
    const std::uint32_t step = ReadSegmentName(names.segments[i])->number - before;
    if (step == 0 || (step == 1 && (may_pack || gap))) return true;
    gap = gap || step > 1;
  }
  return false;
}

}  // namespace

PackRound Packer::Round(const Tree& files, const Roster& roster, const PackWish& wish) {
  constexpr std::size_t kEpochAndNonce = 4 + 1 + 8;
  PackRound round;
  std::map<std::string, Names> chains;  // by directory and chain
  for (const auto& [path, entry] : files) {
    const bool box = entry.name.kind == FileKind::kBox;
    if (entry.name.office != roster.Id() || (!box && entry.name.kind != FileKind::kSegment))
      continue;
    const std::size_t name = path.rfind('/') + 1;
    Names& names = chains[path.substr(0, name + kEpochAndNonce)];
    names.node = entry.name.node;
    names.month = entry.name.month;
    (box ? names.boxes : names.segments).push_back(entry.name.file);
  }
  for (const auto& [key, names] : chains) {
    const RosterNode* node = roster.Find(names.node);
    const bool may_pack = node != nullptr && wish.may_pack(names.node, names.month);
    if (node == nullptr || !MayHaveWork(names, may_pack)) continue;
    std::vector<std::string>& settled = settled_[key];
    std::vector<std::string> now = names.segments;
    now.insert(now.end(), names.boxes.begin(), names.boxes.end());
    if (settled == now) continue;
    const std::size_t before = round.packs + round.removed + round.restored;
    const fs::path directory = TreeRoot(folder_) / fs::path(key).parent_path();
    MonthOfChain month(directory, roster.Id(), *node, roster, round);
    if (month.Read(names.segments, names.boxes)) {
      month.GiveBodiesBack();
      month.RemoveCovered();
      if (may_pack) month.Pack(wish.without_bodies(names.node));
    }
    if (round.packs + round.removed + round.restored == before) settled = std::move(now);
  }
  return round;
}

std::string FirstLooseMonth(const Tree& files, const OfficeId& office, const NodeId& node,
                            int loose) {
  std::string newest;
  for (const auto& [path, entry] : files) {
    if (entry.name.kind == FileKind::kSegment && entry.name.office == office &&
        entry.name.node == node)
      newest = std::max(newest, entry.name.month);
  }
  if (newest.empty()) return newest;
  constexpr int kMonths = 12;
  const int number = std::atoi(newest.substr(0, 4).c_str()) * kMonths +
                     std::atoi(newest.substr(4).c_str()) - loose;  // of the month, from 0
  std::string month(8, '\0');
  const int size = std::snprintf(month.data(), month.size(), "%04d%02d", number / kMonths,
                                 (number % kMonths) + 1);
  month.resize(static_cast<std::size_t>(std::max(size, 0)));
  return month;
}

}  // namespace tanggap

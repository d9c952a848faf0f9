#include "folder/mirror.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "folder/names.h"
#include "folder/publish.h"
#include "folder/rosters.h"
#include "folder/wholeness.h"
#include "ledger/roster.h"

namespace tanggap {
namespace {

constexpr std::size_t kMostFileBytes = std::size_t{8} * 1024 * 1024;
constexpr std::string_view kReadMe = "READ-ME.txt";

// The files of a tree by their path below tanggap/1, with their sizes.
using Tree = std::map<std::string, std::uintmax_t>;

bool IsFolder(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::is_directory(std::filesystem::symlink_status(path, error));
}

void RequireFolder(const std::filesystem::path& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    throw std::filesystem::filesystem_error(
        "no such folder", folder, std::make_error_code(std::errc::no_such_file_or_directory));
  }
}

class TreeReader {
 public:
  TreeReader(const std::filesystem::path& folder, MirrorRound& round)
      : root_(TreeRoot(folder)), round_(round) {}

  Tree Read() {
    const Listing offices =
        ListNames(root_, [](std::string_view name) { return IsKeyName(name) || name == kReadMe; });
    round_.junk += offices.junk;
    for (const std::string& office : offices.names) {
      if (office == kReadMe) continue;
      if (!Descend(office)) continue;
      const Listing parts = ListNames(root_ / office, [](std::string_view name) {
        return name == "roster" || name == "nodes";
      });
      round_.junk += parts.junk;
      TakeFiles(office + "/roster");
      ReadNodes(office + "/nodes");
    }
    return std::move(tree_);
  }

 private:
  bool Descend(const std::string& below) {
    if (IsFolder(root_ / below)) return true;
    ++round_.junk;  // a link or a file under a directory's name
    return false;
  }
  void ReadNodes(const std::string& nodes) {
    const Listing names = ListNames(root_ / nodes, IsKeyName);
    round_.junk += names.junk;
    for (const std::string& node : names.names) {
      const std::string below = nodes + '/' + node;
      if (!Descend(below)) continue;
      const Listing months = ListNames(
          root_ / below, [](std::string_view name) { return IsMonthName(name) || name == "beat"; });
      round_.junk += months.junk;
      for (const std::string& month : months.names) {
        if (month != "beat" && Descend(below + '/' + month)) TakeFiles(below + '/' + month);
      }
    }
  }
  void TakeFiles(const std::string& below) {
    const Listing names = ListNames(root_ / below, [&](std::string_view name) {
      return IsTemporaryName(name) || ReadTreeName(below + '/' + std::string(name)).has_value();
    });
    round_.junk += names.junk;
    for (const std::string& name : names.names) {
      if (IsTemporaryName(name)) continue;
      const std::string path = below + '/' + name;
      std::error_code error;
      if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(root_ / path, error))) {
        ++round_.junk;
        continue;
      }
      const std::uintmax_t size = std::filesystem::file_size(root_ / path, error);
      if (!error) tree_.emplace(path, size);
    }
  }

  std::filesystem::path root_;
  MirrorRound& round_;
  Tree tree_;
};

// One direction of a round.
class Courier {
 public:
  using Wanted = std::function<bool(const TreeName&)>;
  Courier(std::filesystem::path from, std::filesystem::path to, MirrorRound& round, Wanted wanted)
      : from_(TreeRoot(from)), to_(TreeRoot(to)), round_(round), wanted_(std::move(wanted)) {}

  // Rosters, then boxes, then segments: whoever sees a segment finds its bodies beside it.
  void Carry(const Tree& source, Tree& target, std::size_t& files, std::uint64_t& bytes) {
    for (const FileKind kind : {FileKind::kRoster, FileKind::kBox, FileKind::kSegment}) {
      for (const auto& [path, size] : source) {
        const std::optional<TreeName> name = ReadTreeName(path);
        if (!name || name->kind != kind || !wanted_(*name)) continue;
        const auto there = target.find(path);
        if (there != target.end() && there->second == size) continue;
        if (!CarryOne(path, *name, there != target.end())) continue;
        ++files;
        bytes += size;
        target[path] = size;
      }
    }
  }

 private:
  [[nodiscard]] WholenessCheck Check(const std::filesystem::path& root, const std::string& path,
                                     const TreeName& name, std::string_view bytes) const {
    switch (name.kind) {
      case FileKind::kSegment:
        return CheckSegment(bytes, *ReadSegmentName(name.file));
      case FileKind::kRoster:
        return CheckRoster(bytes, *ReadRosterName(name.file), name.office);
      case FileKind::kBox: {
        const BoxName box = *ReadBoxName(name.file);
        const std::filesystem::path segment = (root / path).parent_path() / Write(box.segment);
        const std::optional<std::string> lines = ReadWhole(segment, kMostFileBytes, nullptr);
        if (!lines) return {Wholeness::kIncomplete, "its segment has not arrived"};
        const WholenessCheck whole = CheckSegment(*lines, box.segment);
        if (whole.wholeness != Wholeness::kWhole)
          return {Wholeness::kIncomplete, "its segment is not whole"};
        return CheckBox(bytes, box, *lines);
      }
      case FileKind::kBeat:
        break;
    }
    return {Wholeness::kDamaged, "not a file that is mirrored"};
  }

  bool CarryOne(const std::string& path, const TreeName& name, bool other_size_there) {
    std::string why;
    const std::optional<std::string> bytes = ReadWhole(from_ / path, kMostFileBytes, &why);
    if (!bytes) {
      round_.problems.push_back({(from_ / path).string(), 0, why});
      return false;
    }
    const WholenessCheck check = Check(from_, path, name, *bytes);
    if (check.wholeness == Wholeness::kDamaged)
      round_.problems.push_back({(from_ / path).string(), 0, check.why});
    if (check.wholeness == Wholeness::kIncomplete) ++round_.waiting;
    if (check.wholeness != Wholeness::kWhole) return false;
    IfBroken if_broken = IfBroken::kLeave;
    if (other_size_there) {
      // Replaced only where the bytes there prove nothing; a whole file is never touched.
      const std::optional<std::string> there = ReadWhole(to_ / path, kMostFileBytes, nullptr);
      if (there && Check(from_, path, name, *there).wholeness == Wholeness::kWhole) return false;
      if_broken = IfBroken::kReplace;
    }
    const std::filesystem::path target = to_ / path;
    const PublishOutcome outcome =
        Publish(target.parent_path(), target.filename().string(), *bytes, if_broken);
    if (outcome == PublishOutcome::kOccupied)
      round_.problems.push_back({target.string(), 0, "something else stands under this name"});
    return outcome == PublishOutcome::kPublished;
  }

  std::filesystem::path from_;
  std::filesystem::path to_;
  MirrorRound& round_;
  Wanted wanted_;
};

// The desks that the newest roster here names. The office's id is the hash of its root key, so the
// chain of rosters proves itself.
std::set<NodeId> DesksOf(const std::filesystem::path& replica, const OfficeId& office) {
  std::set<NodeId> desks;
  const std::filesystem::path directory = RosterDirectory(replica, office);
  const Listing names =
      ListNames(directory, [](std::string_view name) { return ReadRosterName(name).has_value(); });
  for (const std::string& name : names.names) {
    const std::optional<std::string> bytes = ReadWhole(directory / name, kMostFileBytes, nullptr);
    if (!bytes) continue;
    const Result<PublicKey> root = RootNamedBy(*bytes);
    if (!root.Ok() || OfficeIdOf(root.Value()) != office) continue;
    const RosterReading reading = ReadRosters(replica, office, root.Value());
    if (!reading.newest) return desks;
    for (const RosterNode& node : reading.newest->nodes) {
      if (node.kind == "desk") desks.insert(node.id);
    }
    return desks;
  }
  return desks;
}

}  // namespace

MirrorRound Mirror(const std::filesystem::path& replica, const std::filesystem::path& remote) {
  RequireFolder(replica);
  RequireFolder(remote);
  const Result<std::optional<NodeFile>> node = ReadNodeFile(replica);
  if (!node.Ok()) {
    // Without knowing whose replica this is nothing may flow: a kiosk must not receive boxes.
    throw std::filesystem::filesystem_error(node.Problems().front().message,
                                            node.Problems().front().file,
                                            std::make_error_code(std::errc::invalid_argument));
  }
  const std::optional<NodeFile>& own = node.Value();
  MirrorRound round;
  Tree here = TreeReader(replica, round).Read();
  Tree there = TreeReader(remote, round).Read();
  for (const auto& [path, size] : here) {
    const auto found = there.find(path);
    if (found != there.end() && found->second == size) ++round.present;
  }
  Courier(replica, remote, round, [](const TreeName&) {
    return true;
  }).Carry(here, there, round.sent, round.sent_bytes);

  const auto own_office = [&](const TreeName& name) { return !own || name.office == own->office; };
  if (!own || own->kind != NodeKind::kKiosk) {
    Courier(remote, replica, round, own_office)
        .Carry(there, here, round.received, round.received_bytes);
    return round;
  }
  Courier(remote, replica, round, [&](const TreeName& name) {
    return own_office(name) && name.kind == FileKind::kRoster;
  }).Carry(there, here, round.received, round.received_bytes);
  const std::set<NodeId> desks = DesksOf(replica, own->office);
  Courier(remote, replica, round, [&](const TreeName& name) {
    return own_office(name) && name.kind == FileKind::kSegment && desks.contains(name.node);
  }).Carry(there, here, round.received, round.received_bytes);
  return round;
}

}  // namespace tanggap

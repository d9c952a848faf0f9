#include "office/tree_listing.h"

#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// An office's tree is five levels deep; deeper directories are strangers and not walked.
constexpr int kDeepest = 4;

void TakeName(const TreeName& name, TreeFile& file) {
  file.node = name.node;
  file.month = name.month;
  SegmentName segment;
  switch (name.kind) {
    case FileKind::kRoster: {
      const auto roster = ReadRosterName(name.file);
      file.kind = TreeFileKind::kRoster;
      file.number = roster->number;
      file.start = roster->start;
      return;
    }
    case FileKind::kBeat:
      file.kind = TreeFileKind::kBeat;
      return;
    case FileKind::kSegment:
      file.kind = TreeFileKind::kSegment;
      segment = *ReadSegmentName(name.file);
      break;
    case FileKind::kBox: {
      const auto box = ReadBoxName(name.file);
      file.kind = TreeFileKind::kBox;
      file.generation = box->generation;
      segment = box->segment;
      break;
    }
  }
  file.epoch = segment.epoch;
  file.nonce = segment.nonce;
  file.number = segment.number;
  file.start = segment.start;
}

}  // namespace

std::map<OfficeId, std::vector<TreeFile>> ListTree(const fs::path& folder) {
  std::map<OfficeId, std::vector<TreeFile>> offices;
  const fs::path root = TreeRoot(folder);
  const std::size_t below_root = root.generic_string().size() + 1;
  const std::string shown = root.lexically_relative(folder).generic_string();
  std::size_t strangers = 0;
  for (auto entry = fs::recursive_directory_iterator(root);
       entry != fs::recursive_directory_iterator(); ++entry) {
    // By text: a million strangers make a million paths.
    const std::string below = entry->path().generic_string().substr(below_root);
    const std::string office = below.substr(0, below.find('/'));
    const fs::file_status status = entry->symlink_status();
    TreeFile file;
    if (fs::is_directory(status)) {
      if (entry.depth() < kDeepest) continue;
      entry.disable_recursion_pending();
      file.fault = "a directory where none belongs";
    } else if (!fs::is_regular_file(status)) {
      file.fault = "not a regular file";
    } else if (below == "READ-ME.txt") {
      continue;
    } else if (IsTemporaryName(entry->path().filename().string())) {
      file.kind = TreeFileKind::kTemporary;
    } else if (const auto name = ReadTreeName(below)) {
      TakeName(*name, file);
    }
    if (file.kind == TreeFileKind::kForeign && ++strangers > kMostStrangers) continue;
    file.path = shown + '/' + below;
    offices[IsKeyName(office) ? OfficeId{office} : OfficeId{}].push_back(std::move(file));
  }
  if (strangers > kMostStrangers) {
    TreeFile more;
    more.path = shown;
    more.fault = "and " + std::to_string(strangers - kMostStrangers) +
                 " more that are no files of this format";
    offices[OfficeId{}].push_back(std::move(more));
  }
  return offices;
}

Result<std::string> FolderBytes::Read(const TreeFile& file, std::size_t max) {
  std::string why;
  auto bytes = ReadWhole(folder_ / file.path, max, &why);
  if (!bytes) return Problem{file.path, 1, why};
  return std::move(*bytes);
}

}  // namespace tanggap

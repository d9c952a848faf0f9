#include "folder/tree.h"

#include <sys/stat.h>

#include <optional>
#include <system_error>
#include <utility>

#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::string_view kReadMe = "READ-ME.txt";

class TreeReader {
 public:
  TreeReader(const std::filesystem::path& folder, const std::function<void()>& answered)
      : root_(TreeRoot(folder)), answered_(answered) {}

  TreeListing Read() {
    const Listing offices =
        ListNames(root_, [](std::string_view name) { return IsKeyName(name) || name == kReadMe; });
    listing_.junk += offices.junk;
    for (const std::string& office : offices.names) {
      if (office == kReadMe || !Descend(office)) continue;
      const Listing parts = ListNames(root_ / office, [](std::string_view name) {
        return name == "roster" || name == "nodes";
      });
      listing_.junk += parts.junk;
      TakeFiles(office + "/roster");
      ReadNodes(office + "/nodes");
    }
    return std::move(listing_);
  }

 private:
  bool Descend(const std::string& below) {
    if (answered_) answered_();
    struct stat status {};
    if (::lstat((root_ / below).c_str(), &status) == 0 && S_ISDIR(status.st_mode)) return true;
    ++listing_.junk;  // a link or a file under a directory's name
    return false;
  }
  void ReadNodes(const std::string& nodes) {
    const Listing names = ListNames(root_ / nodes, IsKeyName);
    listing_.junk += names.junk;
    for (const std::string& node : names.names) {
      const std::string below = nodes + '/' + node;
      if (!Descend(below)) continue;
      const Listing months = ListNames(
          root_ / below, [](std::string_view name) { return IsMonthName(name) || name == "beat"; });
      listing_.junk += months.junk;
      for (const std::string& month : months.names) {
        if (Descend(below + '/' + month)) TakeFiles(below + '/' + month);
      }
    }
  }
  void TakeFiles(const std::string& below) {
    const Listing names = ListNames(root_ / below, [&](std::string_view name) {
      return IsTemporaryName(name) || name.ends_with(".seg") || name.ends_with(".box") ||
             name.ends_with(".roster") || name.ends_with(".beat");
    });
    listing_.junk += names.junk;
    const std::string root = root_.string() + '/';  // a path of its own for each file costs more
    for (const std::string& name : names.names) {
      if (answered_) answered_();
      if (IsTemporaryName(name)) continue;
      const std::string path = below + '/' + name;
      std::optional<TreeName> read = ReadTreeName(path);
      struct stat status {};
      if (!read || ::lstat((root + path).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        ++listing_.junk;
        continue;
      }
      listing_.files.emplace(
          path, TreeEntry{std::move(*read), static_cast<std::uintmax_t>(status.st_size)});
    }
  }

  std::filesystem::path root_;
  const std::function<void()>& answered_;
  TreeListing listing_;
};

}  // namespace

TreeListing ListFiles(const std::filesystem::path& folder, const std::function<void()>& answered) {
  return TreeReader(folder, answered).Read();
}

}  // namespace tanggap

#include "office/node_joining.h"

#include <algorithm>
#include <fstream>
#include <vector>

#include "folder/names.h"
#include "folder/publish.h"
#include "folder/rosters.h"
#include "formats/office_file.h"
#include "ledger/key_file_text.h"
#include "office/office_home.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;

// The root of the office in `folder` that has this fingerprint.
Result<PublicKey> RootIn(const fs::path& folder, const std::string& fingerprint) {
  std::vector<std::string> others;
  for (const std::string& office : ListNames(TreeRoot(folder), IsKeyName).names) {
    const Result<PublicKey> root = RootOf(folder, OfficeId{office});
    if (!root.Ok()) continue;
    if (IsFingerprintOf(fingerprint, root.Value())) return root.Value();
    others.push_back(Fingerprint(root.Value()));
  }
  if (others.empty())
    return Problem{folder.string(), 0, "holds no office; give the directory that holds tanggap/"};
  return Problem{folder.string(), 0,
                 "the fingerprint given is not that of the office here (" + others.front() +
                     "): ask the office to read it out again, and trust nothing until it agrees"};
}

}  // namespace

Result<NewNodeKey> MakeNewNode(const fs::path& data, const std::string& name,
                               const std::string& kind, Randomness& randomness) {
  if (!IsNodeName(name))
    return Problem{name, 0, "expected a name of small letters, digits and dashes, as kiosk-2"};
  if (fs::exists(data / "node.key"))
    return Problem{data.string(), 0, "is a device of an office already"};
  if (fs::exists(data / "node.new")) {
    Result<NewNodeKey> made = ReadNewNodeKey(data / "node.new");
    if (!made.Ok()) return made.Problems();
    if (made.Value().name != name || made.Value().kind != kind) {
      return Problem{(data / "node.new").string(), 0,
                     "is the key of " + made.Value().name + ", a " + made.Value().kind +
                         "; remove it to begin anew"};
    }
    return made;  // asked again: the same fingerprint
  }
  fs::create_directories(data);
  fs::permissions(data, fs::perms::owner_all);
  NewNodeKey key{SigningKey::Make(randomness), name, kind};
  WriteNewNodeKey(data / "node.new", key);
  std::ofstream request(data / "enrol.request", std::ios::binary | std::ios::trunc);
  request << WriteNodeRequest(key);
  request.close();
  if (!request) {
    throw fs::filesystem_error("can't write", data / "enrol.request",
                               std::make_error_code(std::errc::io_error));
  }
  return key;
}

Result<OfficeFile> OfficeFileBeside(const fs::path& data) {
  const fs::path place = fs::absolute(data).lexically_normal();
  return ReadOfficeFile((place.has_filename() ? place : place.parent_path()).parent_path() /
                        "office.toml");
}

Result<NodeKey> JoinOffice(const fs::path& data, const OfficeFile& office, const fs::path& folder,
                           const std::string& root, Randomness& randomness) {
  Result<NewNodeKey> made = ReadNewNodeKey(data / "node.new");
  if (!made.Ok()) return made.Problems();
  const Result<PublicKey> trusted = RootIn(folder, root);
  if (!trusted.Ok()) return trusted.Problems();
  const RosterReading rosters = ReadRosters(folder, OfficeIdOf(trusted.Value()), trusted.Value());
  if (!rosters.newest) {
    if (!rosters.problems.empty()) return rosters.problems;
    return Problem{folder.string(), 0, "holds no roster of that office"};
  }
  NodeKey key{std::move(made.Value().signing), made.Value().name, made.Value().kind,
              trusted.Value()};
  const RosterNode* enrolled = rosters.newest->Find(key.Id());
  if (enrolled == nullptr || enrolled->revoked) {
    return Problem{key.name, 0,
                   "is not enrolled in roster " + std::to_string(rosters.newest->number) +
                       ": run `tanggap node enrol` at the office with enrol.request, then sync"};
  }
  key.kind = enrolled->kind;
  key.name = enrolled->name;
  MakeNodeDirectory(data, key, office, *rosters.newest, folder, randomness);
  EraseKeyFile(data / "node.new");
  fs::remove(data / "enrol.request");
  return key;
}

}  // namespace tanggap

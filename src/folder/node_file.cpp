#include "folder/node_file.h"

#include <array>
#include <sstream>

#include "folder/names.h"
#include "folder/publish.h"

namespace tanggap {
namespace {

constexpr std::string_view kFileName = "node";
constexpr std::string_view kFirstLine = "tanggap-node 1";
constexpr std::size_t kMostBytes = 1024;
constexpr std::array kKinds{NodeKind::kKiosk, NodeKind::kDesk, NodeKind::kOffice};

}  // namespace

std::string_view NameOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::kKiosk:
      return "kiosk";
    case NodeKind::kDesk:
      return "desk";
    case NodeKind::kOffice:
      return "office";
  }
  return "";
}

void WriteNodeFile(const std::filesystem::path& replica, const NodeFile& node) {
  std::ostringstream text;
  text << kFirstLine << "\nkind " << NameOf(node.kind) << "\noffice " << node.office.value
       << "\nnode " << node.node.value << '\n';
  Publish(replica, std::string(kFileName), text.str(), IfBroken::kReplace);
}

Result<std::optional<NodeFile>> ReadNodeFile(const std::filesystem::path& replica) {
  const std::filesystem::path file = replica / kFileName;
  if (!std::filesystem::exists(std::filesystem::symlink_status(file)))
    return std::optional<NodeFile>();
  std::string why;
  const std::optional<std::string> text = ReadWhole(file, kMostBytes, &why);
  if (!text) return Problem{file.string(), 0, why};
  std::istringstream lines(*text);
  std::string first;
  std::string kind_word;
  std::string kind;
  std::string office_word;
  std::string office;
  std::string node_word;
  std::string node;
  std::getline(lines, first);
  lines >> kind_word >> kind >> office_word >> office >> node_word >> node;
  NodeFile read;
  bool known = false;
  for (const NodeKind one : kKinds) {
    if (NameOf(one) != kind) continue;
    read.kind = one;
    known = true;
  }
  if (first != kFirstLine || kind_word != "kind" || office_word != "office" ||
      node_word != "node" || !known || !IsKeyName(office) || !IsKeyName(node)) {
    return Problem{file.string(), 1,
                   "expected the lines 'tanggap-node 1', 'kind kiosk|desk|office', 'office …',"
                   " 'node …'"};
  }
  read.office = OfficeId{office};
  read.node = NodeId{node};
  return std::optional(read);
}

}  // namespace tanggap

// Whose replica a directory is: REPLICA/node, four lines of text written once by `office init` or
// `node enrol`. It lies beside tanggap/, outside the tree, so no mirror carries it. Without it a
// directory is a relay (a USB stick, a second central folder), which holds everything.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "domain/ids.h"
#include "domain/result.h"

namespace tanggap {

enum class NodeKind { kKiosk, kDesk, kOffice };

struct NodeFile {
  NodeKind kind = NodeKind::kDesk;
  OfficeId office;
  NodeId node;
  bool operator==(const NodeFile&) const = default;
};

[[nodiscard]] std::string_view NameOf(NodeKind kind);  // "kiosk", "desk", "office", as in a roster

// Throws std::filesystem_error when it can't be written.
void WriteNodeFile(const std::filesystem::path& replica, const NodeFile& node);
// Nothing: there is none, a relay. A problem: there is one and it can't be understood.
[[nodiscard]] Result<std::optional<NodeFile>> ReadNodeFile(const std::filesystem::path& replica);

}  // namespace tanggap

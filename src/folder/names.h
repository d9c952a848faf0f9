// Every name in the central folder, built and parsed here and nowhere else. Readers follow a strict
// white list: what doesn't parse is junk and is left alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ids.h"

namespace tanggap {

inline constexpr std::size_t kMaxNameBytes = 48;

// <epoch4>-<nonce8>-<segment8>-<h8>.seg, or with .<g2>.box for the bodies.
struct SegmentName {
  std::uint32_t epoch = 0;   // 1..9999
  std::string nonce;         // 8 hex digits
  std::uint32_t number = 0;  // 1..99999999
  std::string start;         // first 8 digits of the segment's last hash
  bool operator==(const SegmentName&) const = default;
};
struct BoxName {
  SegmentName segment;
  int generation = 1;  // 1..99; grows when bodies are erased
  bool operator==(const BoxName&) const = default;
};
struct RosterName {
  std::uint32_t number = 0;  // 1..999999
  std::string start;         // first 8 digits of its hash
  bool operator==(const RosterName&) const = default;
};

[[nodiscard]] std::string Write(const SegmentName& name);
[[nodiscard]] std::string Write(const BoxName& name);
[[nodiscard]] std::string Write(const RosterName& name);
[[nodiscard]] std::optional<SegmentName> ReadSegmentName(std::string_view name);
[[nodiscard]] std::optional<BoxName> ReadBoxName(std::string_view name);
[[nodiscard]] std::optional<RosterName> ReadRosterName(std::string_view name);
[[nodiscard]] bool IsBeatName(std::string_view name);
// ".<16 hex digits>.tmp": being written; removed by its owner after a day.
[[nodiscard]] std::string WriteTemporaryName(std::uint64_t random);
[[nodiscard]] bool IsTemporaryName(std::string_view name);

[[nodiscard]] bool IsMonthName(std::string_view name);  // "202611"
// 10 lower-case Crockford symbols: an office or a node.
[[nodiscard]] bool IsKeyName(std::string_view name);

// Directories below the one that holds `tanggap/`.
[[nodiscard]] std::filesystem::path TreeRoot(const std::filesystem::path& folder);  // tanggap/1
[[nodiscard]] std::filesystem::path OfficeDirectory(const std::filesystem::path& folder,
                                                    const OfficeId& office);
[[nodiscard]] std::filesystem::path RosterDirectory(const std::filesystem::path& folder,
                                                    const OfficeId& office);
[[nodiscard]] std::filesystem::path NodesDirectory(const std::filesystem::path& folder,
                                                   const OfficeId& office);
[[nodiscard]] std::filesystem::path NodeDirectory(const std::filesystem::path& folder,
                                                  const OfficeId& office, const NodeId& node);

// What a path below tanggap/1 is: "<office>/nodes/<node>/202611/….seg". Nothing for junk.
enum class FileKind { kSegment, kBox, kRoster, kBeat };
struct TreeName {
  FileKind kind = FileKind::kSegment;
  OfficeId office;
  NodeId node;        // empty for rosters
  std::string month;  // of segments and boxes
  std::string file;
  bool operator==(const TreeName&) const = default;
};
[[nodiscard]] std::optional<TreeName> ReadTreeName(const std::filesystem::path& below_tree);

}  // namespace tanggap

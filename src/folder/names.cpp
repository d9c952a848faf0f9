#include "folder/names.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <vector>

namespace tanggap {
namespace {

constexpr std::string_view kSymbols = "0123456789abcdefghjkmnpqrstvwxyz";  // Crockford's

std::string Padded(std::uint64_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  assert(text.size() <= digits);
  return std::string(digits - text.size(), '0') + text;
}

bool IsDigits(std::string_view text, std::size_t size) {
  return text.size() == size &&
         std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
}

bool IsHex(std::string_view text, std::size_t size) {
  return text.size() == size && std::ranges::all_of(text, [](char sign) {
           return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
         });
}

std::optional<std::uint32_t> ReadNumber(std::string_view text, std::size_t digits) {
  if (!IsDigits(text, digits)) return std::nullopt;
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  if (number == 0) return std::nullopt;  // numbers count from 1
  return number;
}

std::optional<std::string_view> Without(std::string_view name, std::string_view ending) {
  if (!name.ends_with(ending)) return std::nullopt;
  return name.substr(0, name.size() - ending.size());
}

std::string Stem(const SegmentName& name) {
  return Padded(name.epoch, 4) + '-' + name.nonce + '-' + Padded(name.number, 8) + '-' + name.start;
}

// "0003-9f2c01ab-00000042-5ee1a0c3"
std::optional<SegmentName> ReadStem(std::string_view stem) {
  constexpr std::size_t kSize = 4 + 1 + 8 + 1 + 8 + 1 + 8;
  if (stem.size() != kSize || stem[4] != '-' || stem[13] != '-' || stem[22] != '-')
    return std::nullopt;
  const auto epoch = ReadNumber(stem.substr(0, 4), 4);
  const auto number = ReadNumber(stem.substr(14, 8), 8);
  const std::string_view nonce = stem.substr(5, 8);
  const std::string_view start = stem.substr(23, 8);
  if (!epoch || !number || !IsHex(nonce, 8) || !IsHex(start, 8)) return std::nullopt;
  return SegmentName{*epoch, std::string(nonce), *number, std::string(start)};
}

}  // namespace

std::string Write(const SegmentName& name) {
  return Stem(name) + ".seg";
}

std::string Write(const BoxName& name) {
  return Stem(name.segment) + '.' + Padded(static_cast<std::uint64_t>(name.generation), 2) + ".box";
}

std::string Write(const RosterName& name) {
  return Padded(name.number, 6) + '-' + name.start + ".roster";
}

std::optional<SegmentName> ReadSegmentName(std::string_view name) {
  const auto stem = Without(name, ".seg");
  return stem ? ReadStem(*stem) : std::nullopt;
}

std::optional<BoxName> ReadBoxName(std::string_view name) {
  const auto stem = Without(name, ".box");
  if (!stem || stem->size() < 3 || (*stem)[stem->size() - 3] != '.') return std::nullopt;
  const auto generation = ReadNumber(stem->substr(stem->size() - 2), 2);
  const auto segment = ReadStem(stem->substr(0, stem->size() - 3));
  if (!generation || !segment) return std::nullopt;
  return BoxName{*segment, static_cast<int>(*generation)};
}

std::optional<RosterName> ReadRosterName(std::string_view name) {
  const auto stem = Without(name, ".roster");
  if (!stem || stem->size() != 15 || (*stem)[6] != '-' || !IsHex(stem->substr(7), 8))
    return std::nullopt;
  const auto number = ReadNumber(stem->substr(0, 6), 6);
  if (!number) return std::nullopt;
  return RosterName{*number, std::string(stem->substr(7))};
}

bool IsBeatName(std::string_view name) {
  const auto stem = Without(name, ".beat");
  return stem && stem->size() == 21 && IsDigits(stem->substr(0, 12), 12) && (*stem)[12] == '-' &&
         IsHex(stem->substr(13), 8);
}

std::string WriteTemporaryName(std::uint64_t random) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string name = ".";
  for (int shift = 60; shift >= 0; shift -= 4)
    name += kHex[(random >> static_cast<unsigned>(shift)) & 0xfU];
  return name + ".tmp";
}

bool IsTemporaryName(std::string_view name) {
  const auto stem = Without(name, ".tmp");
  return stem && stem->starts_with('.') && IsHex(stem->substr(1), 16);
}

bool IsMonthName(std::string_view name) {
  if (!IsDigits(name, 6)) return false;
  const std::string_view month = name.substr(4);
  return month >= "01" && month <= "12";
}

bool IsKeyName(std::string_view name) {
  return name.size() == 10 && std::ranges::all_of(name, [](char sign) {
           return kSymbols.find(sign) != std::string_view::npos;
         });
}

std::filesystem::path TreeRoot(const std::filesystem::path& folder) {
  return folder / "tanggap" / "1";
}

std::filesystem::path OfficeDirectory(const std::filesystem::path& folder, const OfficeId& office) {
  return TreeRoot(folder) / office.value;
}

std::filesystem::path RosterDirectory(const std::filesystem::path& folder, const OfficeId& office) {
  return OfficeDirectory(folder, office) / "roster";
}

std::filesystem::path NodesDirectory(const std::filesystem::path& folder, const OfficeId& office) {
  return OfficeDirectory(folder, office) / "nodes";
}

std::filesystem::path NodeDirectory(const std::filesystem::path& folder, const OfficeId& office,
                                    const NodeId& node) {
  return NodesDirectory(folder, office) / node.value;
}

std::optional<TreeName> ReadTreeName(const std::filesystem::path& below_tree) {
  std::vector<std::string> parts;
  for (const std::filesystem::path& part : below_tree)
    parts.push_back(part.string());
  if (parts.size() < 3 || parts.size() > 5 || !IsKeyName(parts[0])) return std::nullopt;
  TreeName name;
  name.office = OfficeId{parts[0]};
  name.file = parts.back();
  if (parts.size() == 3 && parts[1] == "roster") {
    name.kind = FileKind::kRoster;
    return ReadRosterName(name.file) ? std::optional(name) : std::nullopt;
  }
  if (parts.size() != 5 || parts[1] != "nodes" || !IsKeyName(parts[2])) return std::nullopt;
  name.node = NodeId{parts[2]};
  if (parts[3] == "beat") {
    name.kind = FileKind::kBeat;
    return IsBeatName(name.file) ? std::optional(name) : std::nullopt;
  }
  if (!IsMonthName(parts[3])) return std::nullopt;
  name.month = parts[3];
  if (ReadSegmentName(name.file)) {
    name.kind = FileKind::kSegment;
    return name;
  }
  if (ReadBoxName(name.file)) {
    name.kind = FileKind::kBox;
    return name;
  }
  return std::nullopt;
}

}  // namespace tanggap

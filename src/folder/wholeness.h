// Whether a file of the tree is whole, told without any key: names and hashes prove each other.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "folder/names.h"

namespace tanggap {

enum class Wholeness {
  kWhole,
  kIncomplete,  // ends too early: still being copied, or cut off
  kDamaged,     // can't become whole by waiting
};
struct WholenessCheck {
  Wholeness wholeness = Wholeness::kWhole;
  std::string why;
};

// The chain of hashes through all lines, from the header's `prev` to the end line and the name.
[[nodiscard]] WholenessCheck CheckSegment(std::string_view bytes, const SegmentName& name);
// The first 8 digits of the last hash of each segment in a file that CheckSegment found whole.
[[nodiscard]] std::vector<std::string> EndsIn(std::string_view segments);
// Hashes of body lines, 64 hex digits each.
using BodyHashes = std::set<std::string, std::less<>>;
[[nodiscard]] BodyHashes BodiesNamedBy(std::string_view segment);
// Every line's hash is named by `segment` (the bytes of its .seg), and none lacks but, in later
// generations, those in `erased`. Lines of erased bodies are no damage; whoever copies drops them.
[[nodiscard]] WholenessCheck CheckBox(std::string_view bytes, const BoxName& name,
                                      std::string_view segment, const BodyHashes& erased = {});
// Text, order, chain and signature by the root that the office's id names.
[[nodiscard]] WholenessCheck CheckRoster(std::string_view bytes, const RosterName& name,
                                         const OfficeId& office);

}  // namespace tanggap

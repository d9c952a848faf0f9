// Whether a file of the tree is whole, told without any key: names and hashes prove each other.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

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
// Every line's hash is named by `segment` (the bytes of its .seg), and in generation 1 none lacks.
[[nodiscard]] WholenessCheck CheckBox(std::string_view bytes, const BoxName& name,
                                      std::string_view segment);
// Text, order, chain and signature by the root that the office's id names.
[[nodiscard]] WholenessCheck CheckRoster(std::string_view bytes, const RosterName& name,
                                         const OfficeId& office);

}  // namespace tanggap

// How well a device is, and how that is said: for the room's table and for the panel beside it.
#pragma once

#include <cstdint>
#include <string>

#include "desk/screens/scene.h"

namespace tanggap::desk {

[[nodiscard]] ui::Health HealthOf(const Scene& scene, const Device& device);
[[nodiscard]] ui::Health FolderHealth(const FolderState& folder);
// "48 MB", "40 GB".
[[nodiscard]] std::string DiskWords(const Scene& scene, std::int64_t mib);
// "86 menit", "3 jam", "4 hari".
[[nodiscard]] std::string Duration(const Scene& scene, std::int64_t minutes);
// "terjangkau 10.23": the way to the central folder.
[[nodiscard]] std::string WayWords(const Scene& scene);

}  // namespace tanggap::desk

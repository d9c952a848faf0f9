// Pictures as PNG files.
#pragma once

#include <cstdint>
#include <string>

#include "ui/bitmap.h"
#include "ui/stage.h"

namespace tanggap::ui {

// False when the file can't be written.
[[nodiscard]] bool WritePng(const std::string& path, const Pixels& pixels);
// Empty() when the file can't be read.
[[nodiscard]] Bitmap ReadPng(std::uint64_t id, const std::string& path);

}  // namespace tanggap::ui

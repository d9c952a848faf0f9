// A frame's layout as JSON, for tests that tap by id from outside.
#pragma once

#include <string>

#include "ui/frame.h"

namespace tanggap::ui {

// {"screen", "width", "height", "px_per_mm", "unit", "deaf_ms", "targets": [{"id", "x", "y", "w",
// "h", "plate": [x, y, w, h], "kind", "enabled", "filled"}], "texts": [{"text", "x", "y", "w", "h",
// "box": […], "style", "fitted"}]}
[[nodiscard]] std::string LayoutJson(const Frame& frame, std::int64_t deaf_ms);

}  // namespace tanggap::ui

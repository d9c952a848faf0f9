// The four faces, where they are what is touched: attract, and how a complaint was handled.
#pragma once

#include <optional>

#include "kiosk/screens/page.h"

namespace tanggap::kiosk {

// Two by two upright, in a row lying or in low reach. Returns the score of the face that was
// touched, 4 (sangat puas) … 1. `y` and `height` in units; only the attract screen's faces blink.
[[nodiscard]] std::optional<int> DrawFaces(Page& page, float y, float height, bool blinks,
                                           std::optional<float> width = {});

// How wide a row of them is at least, so that their words stand on one line; units.
[[nodiscard]] float FacesLeast(Page& page);

}  // namespace tanggap::kiosk

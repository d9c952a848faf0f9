// The QR symbol of a ticket code, as whole dots: no antialiasing ever touches it.
#pragma once

#include <string_view>

#include "ticket/bitmap.h"

namespace tanggap::ticket {

inline constexpr int kQuietModules = 4;  // white border that readers need (ISO 18004)

// One dot a module, without the quiet zone. Capital letters and digits are packed in alphanumeric
// mode at level Q ("TANGGAP:" and a code: version 2, 25 modules); longer texts (an office's URL)
// are at level M, the smallest version. Empty when `text` is empty or too long for a QR symbol.
[[nodiscard]] Bitmap QrModules(std::string_view text);

// Black on white with the quiet zone, `module` dots or pixels a module (>= 1).
[[nodiscard]] Bitmap QrPicture(std::string_view text, int module);

// The same, with the largest whole module so that the picture is at most `side` dots wide.
[[nodiscard]] Bitmap QrPictureWithin(std::string_view text, int side);

}  // namespace tanggap::ticket

// Lays a ticket out for thermal paper: one black-and-white picture, printed and shown alike.
#pragma once

#include <optional>

#include "domain/office.h"
#include "domain/result.h"
#include "texts/texts.h"
#include "ticket/bitmap.h"
#include "ticket/ticket_content.h"

namespace tanggap::ticket {

inline constexpr int kDots58mm = 384;  // printable dots of 58 mm paper at 203 dots an inch
inline constexpr int kDots80mm = 576;
inline constexpr int kLeastDots = 320;
inline constexpr int kMostDots = 832;

// `width` between kLeastDots and kMostDots, exactly the width of the result. Callable from any
// thread; the first ticket on a thread takes some 40 ms (fonts), later ones a few: call
// PrepareLayout() on the same thread at start.
// No two bytes of the result spell a real-time command of ESC/POS (10 04, 10 05, 10 14): the dot
// that would is white, and it is never a dot of the QR or of the code.
[[nodiscard]] Bitmap LayOutTicket(const Ticket& ticket, const Office& office, const Texts& texts,
                                  int width);

// Loads what the first ticket on this thread needs.
void PrepareLayout(const Office& office, const Texts& texts, int width);

// The fonts of paper are there? fontconfig always answers with some font: this looks at the family
// of the one it found. Without: a Problem that names the Debian package.
[[nodiscard]] std::optional<Problem> MissingFonts();

}  // namespace tanggap::ticket

// Draws a pictogram's SVG with Cairo: the few shapes that pictograms are made of, nothing else of
// that format. A whole SVG library would cost the kiosk a fifth of its memory.
#pragma once

#include <string_view>

typedef struct _cairo cairo_t;

namespace tanggap::ui {

// Known: svg with viewBox, g, path (all commands), circle, ellipse, rect, line; fill,
// stroke ("#RRGGBB" or "none"), stroke-width, round caps and joins; attributes are inherited. False
// when the text has anything else or is broken: what was drawn until then is void.
[[nodiscard]] bool DrawPictogram(cairo_t* cairo, std::string_view svg, double side);

}  // namespace tanggap::ui

// Pictograms: an office's own emblem is a drawing from outside.
#include <cairo.h>

#include "fuzz/fuzz.h"
#include "ui/pictogram.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr int kSide = 24;
  const std::string_view svg = fuzz::TextOf(data, size);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kSide, kSide);
  cairo_t* cairo = cairo_create(surface);
  const bool drawn = ui::DrawPictogram(cairo, svg, kSide);
  fuzz::Require(!drawn || cairo_status(cairo) == CAIRO_STATUS_SUCCESS,
                "what counts as drawn was drawn");
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return 0;
}

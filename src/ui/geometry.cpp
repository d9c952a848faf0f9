// WCAG 2 relative luminance and contrast.
#include "ui/geometry.h"

#include <cmath>

namespace tanggap::ui {
namespace {

double Linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double Luminance(Color c) {
  return (0.2126 * Linear(c.r)) + (0.7152 * Linear(c.g)) + (0.0722 * Linear(c.b));
}

}  // namespace

double ContrastRatio(Color a, Color b) {
  const double la = Luminance(a);
  const double lb = Luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace tanggap::ui

// The path language of SVG ("M4 43.5V34a12 12 0 0 1 24 0Z") as a Cairo path.
#pragma once

#include <optional>
#include <string_view>

typedef struct _cairo cairo_t;

namespace tanggap::ui {

// A drawing with a larger number is refused: cairo splits an arc into as many parts as its radius
// asks for.
inline constexpr double kLargestSvgNumber = 100'000;

// Numbers between blanks and commas, each as short as it can be: "10-5.5.5" are three.
class SvgNumbers {
 public:
  explicit SvgNumbers(std::string_view text) : text_(text) {}
  [[nodiscard]] bool AtEnd();
  std::optional<double> Number();
  std::optional<bool> Flag();     // an arc's: one digit, perhaps with nothing behind it
  std::optional<char> Command();  // a letter, if one is next

 private:
  void SkipBlank();
  std::string_view text_;
};

// Adds to the current path. False when `d` is broken.
[[nodiscard]] bool AddSvgPath(cairo_t* cairo, std::string_view d);

}  // namespace tanggap::ui

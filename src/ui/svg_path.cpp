#include "ui/svg_path.h"

#include <cairo.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace tanggap::ui {

void SvgNumbers::SkipBlank() {
  text_.remove_prefix(std::min(text_.find_first_not_of(" \t\r\n,"), text_.size()));
}

bool SvgNumbers::AtEnd() {
  SkipBlank();
  return text_.empty();
}

std::optional<double> SvgNumbers::Number() {
  SkipBlank();
  double value = 0;
  const auto [end, error] =
      std::from_chars(text_.data(), text_.data() + text_.size(), value, std::chars_format::fixed);
  if (error != std::errc{} || !(std::abs(value) <= kLargestSvgNumber)) return {};
  text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
  return value;
}

std::optional<bool> SvgNumbers::Flag() {
  SkipBlank();
  if (text_.empty() || (text_.front() != '0' && text_.front() != '1')) return {};
  const bool set = text_.front() == '1';
  text_.remove_prefix(1);
  return set;
}

std::optional<char> SvgNumbers::Command() {
  SkipBlank();
  if (text_.empty() ||
      std::string_view("MmLlHhVvCcSsQqTtAaZz").find(text_.front()) == std::string_view::npos)
    return {};
  const char command = text_.front();
  text_.remove_prefix(1);
  return command;
}

namespace {

struct At {
  double x = 0;
  double y = 0;
};

struct Arc {
  double rx = 0;
  double ry = 0;
  double tilt = 0;  // radians
  bool large = false;
  bool sweep = false;
};

// From the two ends to centre and angles: SVG 1.1, appendix F.6.5 and F.6.6.
void AddArc(cairo_t* cairo, At from, Arc arc, At to) {
  arc.rx = std::abs(arc.rx);
  arc.ry = std::abs(arc.ry);
  if (arc.rx == 0 || arc.ry == 0) return cairo_line_to(cairo, to.x, to.y);
  if (from.x == to.x && from.y == to.y) return;
  const double cosine = std::cos(arc.tilt);
  const double sine = std::sin(arc.tilt);
  const double dx = (from.x - to.x) / 2;
  const double dy = (from.y - to.y) / 2;
  const double x = (cosine * dx) + (sine * dy);
  const double y = (cosine * dy) - (sine * dx);
  const double stretch = ((x * x) / (arc.rx * arc.rx)) + ((y * y) / (arc.ry * arc.ry));
  if (stretch > 1) {
    arc.rx *= std::sqrt(stretch);
    arc.ry *= std::sqrt(stretch);
  }
  const double rx2 = arc.rx * arc.rx;
  const double ry2 = arc.ry * arc.ry;
  const double over = (rx2 * y * y) + (ry2 * x * x);
  double factor = std::sqrt(std::max(0.0, ((rx2 * ry2) - over) / over));
  if (arc.large == arc.sweep) factor = -factor;
  const double cx = factor * arc.rx * y / arc.ry;
  const double cy = -factor * arc.ry * x / arc.rx;
  const double begin = std::atan2((y - cy) / arc.ry, (x - cx) / arc.rx);
  const double end = std::atan2((-y - cy) / arc.ry, (-x - cx) / arc.rx);
  cairo_save(cairo);
  cairo_translate(cairo, (cosine * cx) - (sine * cy) + ((from.x + to.x) / 2),
                  (sine * cx) + (cosine * cy) + ((from.y + to.y) / 2));
  cairo_rotate(cairo, arc.tilt);
  cairo_scale(cairo, arc.rx, arc.ry);
  if (arc.sweep)
    cairo_arc(cairo, 0, 0, 1, begin, end);
  else
    cairo_arc_negative(cairo, 0, 0, 1, begin, end);
  cairo_restore(cairo);
}

class PathReader {
 public:
  PathReader(cairo_t* cairo, std::string_view d) : cairo_(cairo), numbers_(d) {}

  bool Read() {
    char command = 0;
    while (!numbers_.AtEnd()) {
      if (const auto next = numbers_.Command()) {
        command = *next;
      } else if (command == 'Z' || command == 'z' || command == 0) {
        return false;
      } else if (command == 'M' || command == 'm') {
        command = command == 'M' ? 'L' : 'l';  // further pairs are lines
      }
      const bool begins = command == 'M' || command == 'm';
      if ((!began_ && !begins) || !Do(command)) return false;
      began_ = true;
    }
    return began_;
  }

 private:
  // Numbers of one command.
  template <std::size_t kCount>
  bool Take(std::array<double, kCount>& into) {
    for (double& value : into) {
      const auto number = numbers_.Number();
      if (!number) return false;
      value = *number;
    }
    return true;
  }
  At Absolute(bool relative, double x, double y) const {
    return relative ? At{now_.x + x, now_.y + y} : At{x, y};
  }

  bool Do(char command) {
    const bool relative = command >= 'a';
    const char kind = relative ? static_cast<char>(command - 'a' + 'A') : command;
    bool good = true;
    switch (kind) {
      case 'C':
      case 'S':
        return Cubic(kind == 'S', relative);
      case 'Q':
      case 'T':
        return Quadratic(kind == 'T', relative);
      case 'A':
        good = ArcTo(relative);
        break;
      case 'Z':
        cairo_close_path(cairo_);
        now_ = start_;
        break;
      default:
        good = Straight(kind, relative);
    }
    cubic_ = quadratic_ = now_;
    return good;
  }

  bool Straight(char kind, bool relative) {
    if (kind == 'H' || kind == 'V') {
      std::array<double, 1> n{};
      if (!Take(n)) return false;
      if (kind == 'H') now_.x = relative ? now_.x + n[0] : n[0];
      if (kind == 'V') now_.y = relative ? now_.y + n[0] : n[0];
    } else {
      std::array<double, 2> n{};
      if (!Take(n)) return false;
      now_ = Absolute(relative, n[0], n[1]);
    }
    if (kind == 'M') {
      cairo_move_to(cairo_, now_.x, now_.y);
      start_ = now_;
    } else {
      cairo_line_to(cairo_, now_.x, now_.y);
    }
    return true;
  }

  bool Cubic(bool smooth, bool relative) {
    At first{(2 * now_.x) - cubic_.x, (2 * now_.y) - cubic_.y};
    if (!smooth) {
      std::array<double, 2> n{};
      if (!Take(n)) return false;
      first = Absolute(relative, n[0], n[1]);
    }
    std::array<double, 4> n{};
    if (!Take(n)) return false;
    const At second = Absolute(relative, n[0], n[1]);
    const At end = Absolute(relative, n[2], n[3]);
    cairo_curve_to(cairo_, first.x, first.y, second.x, second.y, end.x, end.y);
    now_ = quadratic_ = end;
    cubic_ = second;
    return true;
  }

  bool Quadratic(bool smooth, bool relative) {
    At handle{(2 * now_.x) - quadratic_.x, (2 * now_.y) - quadratic_.y};
    std::array<double, 2> n{};
    if (!smooth) {
      if (!Take(n)) return false;
      handle = Absolute(relative, n[0], n[1]);
    }
    if (!Take(n)) return false;
    const At end = Absolute(relative, n[0], n[1]);
    cairo_curve_to(cairo_, now_.x + (2.0 / 3 * (handle.x - now_.x)),
                   now_.y + (2.0 / 3 * (handle.y - now_.y)), end.x + (2.0 / 3 * (handle.x - end.x)),
                   end.y + (2.0 / 3 * (handle.y - end.y)), end.x, end.y);
    now_ = cubic_ = end;
    quadratic_ = handle;
    return true;
  }

  bool ArcTo(bool relative) {
    std::array<double, 3> shape{};
    if (!Take(shape)) return false;
    const auto large = numbers_.Flag();
    const auto sweep = numbers_.Flag();
    std::array<double, 2> n{};
    if (!large || !sweep || !Take(n)) return false;
    const At end = Absolute(relative, n[0], n[1]);
    AddArc(cairo_, now_, {shape[0], shape[1], shape[2] * std::numbers::pi / 180, *large, *sweep},
           end);
    now_ = end;
    return true;
  }

  cairo_t* cairo_;
  SvgNumbers numbers_;
  bool began_ = false;
  At start_;
  At now_;
  At cubic_;      // the last handle, for the smooth kinds
  At quadratic_;  // likewise
};

}  // namespace

bool AddSvgPath(cairo_t* cairo, std::string_view d) {
  return PathReader(cairo, d).Read();
}

}  // namespace tanggap::ui

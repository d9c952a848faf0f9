#include "ui/pictogram.h"

#include <cairo.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "ui/svg_path.h"

namespace tanggap::ui {
namespace {

constexpr std::string_view kBlank = " \t\r\n";
constexpr std::string_view kShapeWords[] = {"xmlns", "viewBox", "d",     "cx",    "cy", "r",
                                            "rx",    "ry",      "x",     "y",     "x1", "y1",
                                            "x2",    "y2",      "width", "height"};

struct Paint {
  std::string fill = "#000000";
  std::string stroke = "none";
  double width = 1;
  bool round_cap = false;
  bool round_join = false;
};

using Attributes = std::map<std::string, std::string, std::less<>>;

struct Tag {
  std::string name;
  Attributes attributes;
  bool closes = false;  // </g>
  bool alone = false;   // <path …/>
};

std::optional<double> NumberIn(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() ||
      !(std::abs(value) <= kLargestSvgNumber))
    return {};
  return value;
}

// Tag by tag; what stands between tags must be blank.
class TagReader {
 public:
  explicit TagReader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool AtEnd() {
    SkipBlank();
    return text_.empty();
  }
  std::optional<Tag> Next() {
    if (!Take("<")) return {};
    Tag tag;
    tag.closes = Take("/");
    tag.name = Word();
    if (tag.name.empty()) return {};
    while (true) {
      SkipBlank();
      if (Take("/>")) {
        tag.alone = true;
        return tag;
      }
      if (Take(">")) return tag;
      const std::string name = Word();
      const std::size_t end = text_.find('"', 2);
      if (name.empty() || !text_.starts_with("=\"") || end == std::string_view::npos) return {};
      tag.attributes[name] = text_.substr(2, end - 2);
      text_.remove_prefix(end + 1);
    }
  }

 private:
  void SkipBlank() { text_.remove_prefix(std::min(text_.find_first_not_of(kBlank), text_.size())); }
  bool Take(std::string_view token) {
    if (!text_.starts_with(token)) return false;
    text_.remove_prefix(token.size());
    return true;
  }
  std::string Word() {
    std::size_t length = 0;
    const auto belongs = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    };
    while (length < text_.size() && belongs(text_[length]))
      ++length;
    std::string word(text_.substr(0, length));
    text_.remove_prefix(length);
    return word;
  }

  std::string_view text_;
};

class Painter {
 public:
  Painter(cairo_t* cairo, double side) : cairo_(cairo), side_(side) {}

  bool Draw(std::string_view svg) {
    TagReader reader(svg);
    while (!reader.AtEnd()) {
      const std::optional<Tag> tag = reader.Next();
      if (!tag || !Take(*tag)) return false;
    }
    return began_ && open_.empty();
  }

 private:
  bool Take(const Tag& tag) {
    const bool group = tag.name == "svg" || tag.name == "g";
    if (tag.closes) {
      if (!group || open_.empty() || open_.back().first != tag.name) return false;
      open_.pop_back();
      return true;
    }
    const std::optional<Paint> paint = PaintOf(tag);
    if (!paint || (tag.name == "svg") == began_) return false;
    if (tag.name == "svg" && !Begin(tag)) return false;
    if (group) {
      if (!tag.alone) open_.emplace_back(tag.name, *paint);
      return true;
    }
    if (!tag.alone || open_.empty()) return false;
    cairo_new_path(cairo_);
    return Outline(tag) && Fill(*paint) && Stroke(*paint) &&
           cairo_status(cairo_) == CAIRO_STATUS_SUCCESS;
  }

  bool Begin(const Tag& tag) {
    const auto box = tag.attributes.find("viewBox");
    if (box == tag.attributes.end()) return false;
    SvgNumbers numbers(box->second);
    const auto left = numbers.Number();
    const auto top = numbers.Number();
    const auto width = numbers.Number();
    const auto height = numbers.Number();
    if (!left || !top || !width || !height || !numbers.AtEnd()) return false;
    if (*width <= 0 || *height <= 0 || std::max(*width, *height) < 1) return false;
    const double scale = side_ / std::max(*width, *height);
    cairo_translate(cairo_, (side_ - (*width * scale)) / 2, (side_ - (*height * scale)) / 2);
    cairo_scale(cairo_, scale, scale);
    cairo_translate(cairo_, -*left, -*top);
    began_ = true;
    return true;
  }

  // What the parents say, and then the tag itself; nothing for an attribute of no known meaning.
  std::optional<Paint> PaintOf(const Tag& tag) const {
    Paint paint = open_.empty() ? Paint{} : open_.back().second;
    for (const auto& [name, value] : tag.attributes) {
      if (name == "fill") {
        paint.fill = value;
      } else if (name == "stroke") {
        paint.stroke = value;
      } else if (name == "stroke-linecap") {
        paint.round_cap = value == "round";
      } else if (name == "stroke-linejoin") {
        paint.round_join = value == "round";
      } else if (name == "stroke-width") {
        const auto width = NumberIn(value);
        if (!width || *width < 0) return {};
        paint.width = *width;
      } else if (std::ranges::find(kShapeWords, name) == std::end(kShapeWords)) {
        return {};
      }
    }
    return paint;
  }

  bool Outline(const Tag& tag) {
    const auto number = [&](std::string_view name, std::optional<double> otherwise) {
      const auto found = tag.attributes.find(name);
      return found == tag.attributes.end() ? otherwise : NumberIn(found->second);
    };
    if (tag.name == "path") {
      const auto d = tag.attributes.find("d");
      return d != tag.attributes.end() && AddSvgPath(cairo_, d->second);
    }
    if (tag.name == "line") {
      const auto x1 = number("x1", 0), y1 = number("y1", 0);
      const auto x2 = number("x2", 0), y2 = number("y2", 0);
      if (!x1 || !y1 || !x2 || !y2) return false;
      cairo_move_to(cairo_, *x1, *y1);
      cairo_line_to(cairo_, *x2, *y2);
      return true;
    }
    if (tag.name == "circle" || tag.name == "ellipse") {
      const auto r = number("r", 0);
      const auto rx = number("rx", r), ry = number("ry", r);
      const auto cx = number("cx", 0), cy = number("cy", 0);
      if (!rx || !ry || !cx || !cy || *rx <= 0 || *ry <= 0) return false;
      AddBox(*cx - *rx, *cy - *ry, 2 * *rx, 2 * *ry, *rx, *ry);
      return true;
    }
    if (tag.name != "rect") return false;
    const auto x = number("x", 0), y = number("y", 0);
    const auto w = number("width", {}), h = number("height", {});
    if (!x || !y || !w || !h || *w <= 0 || *h <= 0) return false;
    const auto rx = number("rx", number("ry", 0));
    const auto ry = number("ry", rx);
    if (!rx || !ry || *rx < 0 || *ry < 0) return false;
    AddBox(*x, *y, *w, *h, std::min(*rx, *w / 2), std::min(*ry, *h / 2));
    return true;
  }

  // A rectangle whose corners are quarters of ellipses; with the greatest radii an ellipse.
  void AddBox(double x, double y, double w, double h, double rx, double ry) {
    if (rx <= 0 || ry <= 0) return cairo_rectangle(cairo_, x, y, w, h);
    const double bx = rx * kQuarterCircle;
    const double by = ry * kQuarterCircle;
    const double right = x + w;
    const double bottom = y + h;
    cairo_move_to(cairo_, x + rx, y);
    cairo_line_to(cairo_, right - rx, y);
    cairo_curve_to(cairo_, right - rx + bx, y, right, y + ry - by, right, y + ry);
    cairo_line_to(cairo_, right, bottom - ry);
    cairo_curve_to(cairo_, right, bottom - ry + by, right - rx + bx, bottom, right - rx, bottom);
    cairo_line_to(cairo_, x + rx, bottom);
    cairo_curve_to(cairo_, x + rx - bx, bottom, x, bottom - ry + by, x, bottom - ry);
    cairo_line_to(cairo_, x, y + ry);
    cairo_curve_to(cairo_, x, y + ry - by, x + rx - bx, y, x + rx, y);
    cairo_close_path(cairo_);
  }

  bool Ink(const std::string& color) {
    std::uint32_t rgb = 0;
    if (color.size() != 7 || color.front() != '#') return false;
    const auto [end, error] = std::from_chars(color.data() + 1, color.data() + 7, rgb, 16);
    if (error != std::errc{} || end != color.data() + 7) return false;
    const auto part = [rgb](unsigned shift) { return ((rgb >> shift) & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cairo_, part(16), part(8), part(0));
    return true;
  }
  bool Fill(const Paint& paint) {
    if (paint.fill == "none") return true;
    if (!Ink(paint.fill)) return false;
    cairo_fill_preserve(cairo_);
    return true;
  }
  bool Stroke(const Paint& paint) {
    if (paint.stroke == "none" || paint.width == 0) return true;
    if (!Ink(paint.stroke)) return false;
    cairo_set_line_width(cairo_, paint.width);
    cairo_set_line_cap(cairo_, paint.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cairo_, paint.round_join ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke(cairo_);
    return true;
  }

  static constexpr double kQuarterCircle = 0.5522847498;  // handles of a Bézier curve

  cairo_t* cairo_;
  double side_;
  bool began_ = false;
  std::vector<std::pair<std::string, Paint>> open_;
};

}  // namespace

bool DrawPictogram(cairo_t* cairo, std::string_view svg, double side) {
  cairo_save(cairo);
  const bool whole = Painter(cairo, side).Draw(svg);
  cairo_restore(cairo);
  return whole;
}

}  // namespace tanggap::ui

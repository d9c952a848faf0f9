#include "ticket/page.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <numbers>
#include <optional>
#include <vector>

#include "ticket/real_time_dots.h"

namespace tanggap::ticket {
namespace {

constexpr std::uint8_t kHalfInk = 128;  // text is black from 50 % on; dithered small text is ragged
constexpr int kCornerRadius = 14;
constexpr int kDotPitch = 10;
constexpr int kShifts = 16;  // places tried for kept text before giving up

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPtr = std::unique_ptr<PangoLayout, Unref>;
using ContextPtr = std::unique_ptr<PangoContext, Unref>;
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeAttributes {
  void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

enum class Ink { kBlack, kWhite };

struct PlacedText {
  LayoutPtr layout;
  int x = 0;
  int y = 0;
  Ink ink = Ink::kBlack;
  bool kept = false;
};
struct PlacedBox {
  DotArea area;
  int stroke = 0;  // 0: filled
};
struct PlacedPicture {
  Bitmap picture;
  int x = 0;
  int y = 0;
};
struct OpenedFrame {
  int top = 0;
  int padding = 0;
  int stroke = 0;
};

// Inter puts the slash into the nought and gives every digit the same width.
void Dress(PangoLayout* layout, const Style& style, bool code) {
  const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
  if (style.spacing != 0) {
    pango_attr_list_insert(
        attributes.get(),
        pango_attr_letter_spacing_new(static_cast<int>(style.spacing * style.size * PANGO_SCALE)));
  }
  if (code) pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("zero=1"));
  pango_layout_set_attributes(layout, attributes.get());
}

void RoundedBox(cairo_t* cairo, double x, double y, double width, double height, double radius) {
  constexpr double kQuarter = std::numbers::pi / 2;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, x + width - radius, y + radius, radius, -kQuarter, 0);
  cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, kQuarter);
  cairo_arc(cairo, x + radius, y + height - radius, radius, kQuarter, 2 * kQuarter);
  cairo_arc(cairo, x + radius, y + radius, radius, 2 * kQuarter, 3 * kQuarter);
  cairo_close_path(cairo);
}

}  // namespace

struct Page::Contents {
  int width = 0;
  int margin = 0;
  int y = 0;
  ContextPtr context;
  std::vector<PlacedText> texts;
  std::vector<PlacedBox> boxes;
  std::vector<PlacedPicture> pictures;
  std::optional<OpenedFrame> frame;

  [[nodiscard]] int Left() const {
    return margin + (frame.has_value() ? frame->padding + frame->stroke : 0);
  }
  [[nodiscard]] int Inner() const { return width - 2 * Left(); }

  [[nodiscard]] LayoutPtr Layout(std::string_view text, const Style& style, int wrap_width,
                                 bool code = false) const {
    LayoutPtr layout(pango_layout_new(context.get()));
    const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), style.display ? "Inter Display" : "Inter");
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    Dress(layout.get(), style, code);
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (style.leading != 1.0) {
      pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.leading));
    }
    pango_layout_set_alignment(
        layout.get(), style.align == Align::kCentre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    if (wrap_width > 0) {
      pango_layout_set_width(layout.get(), wrap_width * PANGO_SCALE);
      pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    }
    return layout;
  }

  [[nodiscard]] Bitmap Paint(int shift, std::vector<DotArea>& keep) const;
};

namespace {

int HeightOf(PangoLayout* layout) {
  int height = 0;
  pango_layout_get_pixel_size(layout, nullptr, &height);
  return height;
}

int LineWidth(PangoLayout* layout) {
  PangoRectangle ink{};
  PangoRectangle logical{};
  pango_layout_get_pixel_extents(layout, &ink, &logical);
  return std::max(logical.width, ink.x + ink.width);
}

// Makes wrapped lines about equally long, so that no line holds one lonely word. Returns the width
// that the layout has then, at most `width`, which it has when called.
int Balance(PangoLayout* layout, int width, Align align) {
  const int lines = pango_layout_get_line_count(layout);
  if (lines < 2) return width;
  PangoRectangle last{};
  pango_layout_line_get_pixel_extents(pango_layout_get_line_readonly(layout, lines - 1), nullptr,
                                      &last);
  if (align == Align::kLeft && last.width > width * 2 / 5) return width;  // no lonely word
  // Between words only: a narrower column must not begin to break words.
  pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  int least = width / lines;
  int enough = width;
  while (enough - least > 8) {
    const int middle = (least + enough) / 2;
    pango_layout_set_width(layout, middle * PANGO_SCALE);
    const bool holds = pango_layout_get_line_count(layout) <= lines && LineWidth(layout) <= middle;
    (holds ? enough : least) = middle;
  }
  pango_layout_set_width(layout, enough * PANGO_SCALE);
  if (enough == width) pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
  return enough;
}

}  // namespace

Page::Page(int width, int margin) : contents_(std::make_unique<Contents>()) {
  contents_->width = width;
  contents_->margin = margin;
  // The default map belongs to this thread and stays: its fonts are loaded once.
  PangoFontMap* map = pango_cairo_font_map_get_default();
  contents_->context.reset(pango_font_map_create_context(map));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_ON);
  pango_cairo_context_set_font_options(contents_->context.get(), options);
  cairo_font_options_destroy(options);
}

Page::~Page() = default;

int Page::ContentWidth() const {
  return contents_->Inner();
}

int Page::WidthOf(std::string_view text, const Style& style) const {
  return LineWidth(contents_->Layout(text, style, 0).get());
}

int Page::LinesOf(std::string_view text, const Style& style) const {
  return pango_layout_get_line_count(contents_->Layout(text, style, contents_->Inner()).get());
}

int Page::SizeThatFits(std::string_view text, Style style, int least) const {
  while (style.size > least && WidthOf(text, style) > ContentWidth())
    --style.size;
  return style.size;
}

void Page::Space(int dots) {
  contents_->y += dots;
}

void Page::Text(std::string_view text, const Style& style) {
  LayoutPtr layout = contents_->Layout(text, style, contents_->Inner());
  const int column = Balance(layout.get(), contents_->Inner(), style.align);
  const int height = HeightOf(layout.get());
  const int indent = style.align == Align::kCentre ? (contents_->Inner() - column) / 2 : 0;
  contents_->texts.push_back({std::move(layout), contents_->Left() + indent, contents_->y});
  contents_->y += height;
}

void Page::KeptText(std::string_view text, const Style& style) {
  LayoutPtr layout = contents_->Layout(text, style, 0, true);
  const int height = HeightOf(layout.get());
  const int x = style.align == Align::kLeft ? contents_->Left()
                                            : (contents_->width - LineWidth(layout.get())) / 2;
  contents_->texts.push_back({std::move(layout), x, contents_->y, Ink::kBlack, true});
  contents_->y += height;
}

void Page::Row(std::string_view label, const Style& label_style, std::string_view value,
               const Style& value_style, int value_x) {
  const int room = contents_->Inner() - value_x;
  const bool beside = WidthOf(label, label_style) < value_x && WidthOf(value, value_style) <= room;
  if (!beside) {
    Text(label, label_style);
    Text(value, value_style);
    return;
  }
  LayoutPtr left = contents_->Layout(label, label_style, value_x);
  LayoutPtr right = contents_->Layout(value, value_style, 0);
  const int left_base = pango_layout_get_baseline(left.get()) / PANGO_SCALE;
  const int right_base = pango_layout_get_baseline(right.get()) / PANGO_SCALE;
  const int base = std::max(left_base, right_base);
  const int height =
      base + std::max(HeightOf(left.get()) - left_base, HeightOf(right.get()) - right_base);
  const int x = contents_->Left();
  contents_->texts.push_back({std::move(left), x, contents_->y + base - left_base});
  contents_->texts.push_back({std::move(right), x + value_x, contents_->y + base - right_base});
  contents_->y += height;
}

void Page::Rule(int thickness) {
  contents_->boxes.push_back({{contents_->Left(), contents_->y, contents_->Inner(), thickness}, 0});
  contents_->y += thickness;
}

void Page::DottedRule() {
  const int dots = contents_->Inner() / kDotPitch;
  for (int i = 0; i <= dots; ++i) {  // the first and the last stand at the margins
    const int x = contents_->Left() + i * (contents_->Inner() - 3) / dots;
    contents_->boxes.push_back({{x, contents_->y, 3, 3}, 0});
  }
  contents_->y += 3;
}

void Page::Banner(std::string_view text, const Style& style, int padding) {
  LayoutPtr layout = contents_->Layout(text, style, contents_->Inner() - 2 * padding);
  const int height = HeightOf(layout.get()) + 2 * padding;
  contents_->boxes.push_back({{contents_->Left(), contents_->y, contents_->Inner(), height}, 0});
  contents_->texts.push_back(
      {std::move(layout), contents_->Left() + padding, contents_->y + padding, Ink::kWhite, false});
  contents_->y += height;
}

void Page::OpenFrame(int padding, int stroke) {
  assert(!contents_->frame.has_value());
  contents_->frame = OpenedFrame{contents_->y, padding, stroke};
  contents_->y += padding + stroke;
}

void Page::CloseFrame() {
  assert(contents_->frame.has_value());
  const OpenedFrame frame = *contents_->frame;
  contents_->frame.reset();
  contents_->y += frame.padding + frame.stroke;
  contents_->boxes.push_back(
      {{contents_->Left(), frame.top, contents_->Inner(), contents_->y - frame.top}, frame.stroke});
}

void Page::Picture(Bitmap picture) {
  const int x = (contents_->width - picture.Width()) / 2;
  const int height = picture.Height();
  contents_->pictures.push_back({std::move(picture), x, contents_->y});
  contents_->y += height;
}

Bitmap Page::Contents::Paint(int shift, std::vector<DotArea>& keep) const {
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, width, y));
  const std::unique_ptr<cairo_t, DestroyCairo> cairo(cairo_create(surface.get()));
  for (const PlacedBox& box : boxes) {
    const DotArea& area = box.area;
    if (box.stroke == 0) {
      cairo_rectangle(cairo.get(), area.x, area.y, area.width, area.height);
      cairo_fill(cairo.get());
    } else {
      const double half = box.stroke / 2.0;
      cairo_set_line_width(cairo.get(), box.stroke);
      RoundedBox(cairo.get(), area.x + half, area.y + half, area.width - box.stroke,
                 area.height - box.stroke, kCornerRadius);
      cairo_stroke(cairo.get());
    }
  }
  for (const PlacedText& text : texts) {
    const int x = text.x + (text.kept ? shift : 0);
    cairo_set_operator(cairo.get(),
                       text.ink == Ink::kBlack ? CAIRO_OPERATOR_OVER : CAIRO_OPERATOR_DEST_OUT);
    cairo_move_to(cairo.get(), x, text.y);
    pango_cairo_show_layout(cairo.get(), text.layout.get());
    if (text.kept) {
      PangoRectangle ink{};
      pango_layout_get_pixel_extents(text.layout.get(), &ink, nullptr);
      keep.push_back({x + ink.x, text.y + ink.y, ink.width, ink.height});
    }
  }
  cairo_surface_flush(surface.get());
  const unsigned char* grey = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  Bitmap paper(width, y);
  for (int row = 0; row < y; ++row) {
    const unsigned char* line = grey + static_cast<std::ptrdiff_t>(row) * stride;
    for (int x = 0; x < width; ++x) {
      if (line[x] >= kHalfInk) paper.Set(x, row, true);
    }
  }
  // Pictures are whole dots already: they bypass everything that could blur them.
  for (const PlacedPicture& placed : pictures) {
    paper.Paste(placed.picture, placed.x, placed.y);
    keep.push_back({placed.x, placed.y, placed.picture.Width(), placed.picture.Height()});
  }
  return paper;
}

Bitmap Page::Finish() {
  assert(!contents_->frame.has_value());
  Bitmap paper;
  for (int shift = 0; shift < kShifts; ++shift) {
    std::vector<DotArea> keep;
    // Right, left, right, … around the centre.
    paper = contents_->Paint(shift % 2 == 0 ? shift / 2 : -(shift + 1) / 2, keep);
    if (ClearRealTimeCommands(paper, keep)) return paper;
  }
  // Not seen in millions of codes. Rather a code with one thinner dot than a printer that stops.
  const bool clean = ClearRealTimeCommands(paper, {});
  assert(clean);
  return paper;
}

std::string FamilyFound(const char* wanted) {
  const ContextPtr context(pango_font_map_create_context(pango_cairo_font_map_get_default()));
  const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
  pango_font_description_set_family(font.get(), wanted);
  pango_font_description_set_absolute_size(font.get(), 20.0 * PANGO_SCALE);
  const std::unique_ptr<PangoFont, Unref> loaded(
      pango_context_load_font(context.get(), font.get()));
  if (loaded == nullptr) return {};
  const std::unique_ptr<PangoFontDescription, FreeFont> found(pango_font_describe(loaded.get()));
  const char* family = pango_font_description_get_family(found.get());
  return family == nullptr ? std::string{} : family;
}

}  // namespace tanggap::ticket

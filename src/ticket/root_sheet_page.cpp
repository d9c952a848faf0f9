#include "ticket/root_sheet_page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <memory>
#include <stdexcept>

#include "ticket/page.h"
#include "ticket/qr.h"

namespace tanggap::ticket {
namespace {

constexpr double kPageWidth = 595.276;  // A4 in points
constexpr double kPageHeight = 841.89;
constexpr double kMargin = 62;
constexpr double kInner = kPageWidth - 2 * kMargin;
constexpr std::size_t kGroupsInLine = 4;

struct DestroySurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct DestroyCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};

cairo_status_t Append(void* closure, const unsigned char* data, unsigned int length) {
  static_cast<std::string*>(closure)->append(
      reinterpret_cast<const char*>(data),  // NOLINT: the same bytes.
      length);
  return CAIRO_STATUS_SUCCESS;
}

struct Words {
  double size = 10;  // points
  int weight = PANGO_WEIGHT_NORMAL;
  bool fixed = false;
};

// Wrapped at `width`; returns the height.
double Text(cairo_t* cairo, double x, double y, double width, const std::string& text,
            const Words& words) {
  const std::unique_ptr<PangoLayout, Unref> layout(pango_cairo_create_layout(cairo));
  const std::unique_ptr<PangoFontDescription, FreeFont> font(pango_font_description_new());
  const std::string family = words.fixed ? "monospace" : FamilyFound("Inter");
  pango_font_description_set_family(font.get(), family.c_str());
  pango_font_description_set_absolute_size(font.get(), words.size * PANGO_SCALE);
  pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(words.weight));
  pango_layout_set_font_description(layout.get(), font.get());
  pango_layout_set_width(layout.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
  cairo_move_to(cairo, x, y);
  pango_cairo_show_layout(cairo, layout.get());
  int pixels = 0;
  pango_layout_get_pixel_size(layout.get(), nullptr, &pixels);
  return pixels;
}

void Rule(cairo_t* cairo, double y) {
  cairo_set_line_width(cairo, 0.75);
  cairo_move_to(cairo, kMargin, y);
  cairo_line_to(cairo, kMargin + kInner, y);
  cairo_stroke(cairo);
}

// Vector squares: sharp at any printer's resolution. Returns the side.
double DrawQr(cairo_t* cairo, double right, double y, double side, const std::string& text) {
  const Bitmap modules = QrModules(text);
  if (modules.Width() == 0) throw std::invalid_argument("too much for a QR symbol");
  const double module = side / modules.Width();
  const double x = right - side;
  for (int row = 0; row < modules.Height(); ++row) {
    for (int column = 0; column < modules.Width(); ++column) {
      if (modules.Black(column, row))
        cairo_rectangle(cairo, x + column * module, y + row * module, module, module);
    }
  }
  cairo_set_antialias(cairo, CAIRO_ANTIALIAS_NONE);
  cairo_fill(cairo);
  cairo_set_antialias(cairo, CAIRO_ANTIALIAS_DEFAULT);
  return side;
}

double DrawGroups(cairo_t* cairo, double y, const std::vector<std::string>& groups) {
  constexpr double kLine = 30;
  const Words symbols{19, PANGO_WEIGHT_NORMAL, true};
  for (std::size_t i = 0; i < groups.size(); i += kGroupsInLine) {
    std::string line = std::to_string(i / kGroupsInLine + 1) + ":";
    Text(cairo, kMargin, y + 6, 24, line, {10, PANGO_WEIGHT_NORMAL, true});
    std::string text;
    for (std::size_t j = i; j < std::min(i + kGroupsInLine, groups.size()); ++j)
      text += (j > i ? "  " : "") + groups[j];
    Text(cairo, kMargin + 30, y, kInner - 30, text, symbols);
    y += kLine;
  }
  return y;
}

}  // namespace

std::string RootSheetPdf(const RootSheetPage& page, const Texts& texts) {
  std::string bytes;
  const std::unique_ptr<cairo_surface_t, DestroySurface> surface(
      cairo_pdf_surface_create_for_stream(Append, &bytes, kPageWidth, kPageHeight));
  const std::unique_ptr<cairo_t, DestroyCairo> cairo(cairo_create(surface.get()));
  cairo_t* on = cairo.get();
  constexpr double kQrSide = 150;
  const double beside = kInner - kQrSide - 24;
  double y = kMargin;
  const double qr_bottom = y + DrawQr(on, kMargin + kInner, y, kQrSide, page.qr);
  y += Text(on, kMargin, y, beside, page.office, {12, PANGO_WEIGHT_SEMIBOLD, false}) + 6;
  y += Text(on, kMargin, y, beside, texts[TextId::kRootSheetTitle],
            {22, PANGO_WEIGHT_SEMIBOLD, false}) +
       2;
  y += Text(on, kMargin, y, beside,
            texts.Format(TextId::kRootSheetSheet, {{"n", std::to_string(page.number)}}),
            {16, PANGO_WEIGHT_MEDIUM, false}) +
       14;
  y += Text(on, kMargin, y, beside, texts[TextId::kRootSheetFingerprint], {9}) + 2;
  y += Text(on, kMargin, y, beside, page.fingerprint, {12, PANGO_WEIGHT_NORMAL, true}) + 8;
  y += Text(on, kMargin, y, beside, texts[TextId::kRootSheetMade] + " " + page.day, {9});
  y = std::max(y, qr_bottom) + 20;
  Rule(on, y);
  y = DrawGroups(on, y + 18, page.groups);
  y += Text(on, kMargin, y + 2, kInner, texts[TextId::kRootSheetType], {9}) + 16;
  Rule(on, y);
  y += 14;
  for (const TextId id : {TextId::kRootSheetWhat, TextId::kRootSheetKeep, TextId::kRootSheetLost,
                          TextId::kRootSheetRestore})
    y += Text(on, kMargin, y, kInner, texts[id], {11}) + 8;
  cairo_show_page(on);
  cairo_surface_finish(surface.get());
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error("Cairo can't make the page");
  return bytes;
}

}  // namespace tanggap::ticket

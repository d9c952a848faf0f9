// The pictograms' few shapes, and that everything else is refused whole.
#include "ui/pictogram.h"

#include <cairo.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "support/catch.h"
#include "support/places.h"

namespace tanggap::ui {
namespace {

constexpr int kSide = 48;

struct Drawn {
  bool whole = false;
  std::shared_ptr<cairo_surface_t> surface;
  // Premultiplied 0xAARRGGBB.
  [[nodiscard]] std::uint32_t At(int x, int y) const {
    std::uint32_t pixel = 0;
    std::memcpy(&pixel,
                cairo_image_surface_get_data(surface.get()) +
                    (y * cairo_image_surface_get_stride(surface.get())) + (x * 4),
                4);
    return pixel;
  }
};

Drawn Draw(const std::string& svg) {
  Drawn drawn;
  drawn.surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, kSide, kSide),
                      cairo_surface_destroy);
  const std::shared_ptr<cairo_t> cairo(cairo_create(drawn.surface.get()), cairo_destroy);
  drawn.whole = DrawPictogram(cairo.get(), svg, kSide);
  cairo_surface_flush(drawn.surface.get());
  return drawn;
}

Drawn DrawIn48(const std::string& shapes) {
  return Draw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" fill=\"#FF0000\">" +
              shapes + "</svg>\n");
}

constexpr std::uint32_t kRed = 0xFFFF0000;
constexpr std::uint32_t kBlue = 0xFF0000FF;

}  // namespace

TEST_CASE("Every pictogram of the drawn set is drawn whole", "[ui][pictogram]") {
  int count = 0;
  const auto folder = SourceDir() / "assets/icons";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".svg") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    CAPTURE(entry.path().string());
    CHECK(Draw({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}).whole);
    ++count;
  }
  CHECK(count > 50);
}

TEST_CASE("A number that no drawing needs is refused: cairo would take minutes over it",
          "[ui][pictogram]") {
  const std::string vast = "1" + std::string(20, '0');
  CHECK(DrawIn48("<path d=\"M4 43a12 12 0 0 1 24 0Z\"/>").whole);
  CHECK_FALSE(DrawIn48("<path d=\"M4 43a12 12 0 0 1 " + vast + " 0Z\"/>").whole);
  CHECK_FALSE(DrawIn48("<circle cx=\"24\" cy=\"24\" r=\"" + vast + "\"/>").whole);
  const std::string tiny = "0." + std::string(20, '0') + "1";
  CHECK_FALSE(Draw("<svg viewBox=\"0 0 " + tiny + " " + tiny + "\"></svg>").whole);
}

TEST_CASE("Shapes cover what their numbers say", "[ui][pictogram]") {
  const Drawn rect = DrawIn48("<rect x=\"8\" y=\"8\" width=\"32\" height=\"16\" rx=\"4\"/>");
  CHECK(rect.whole);
  CHECK(rect.At(24, 9) == kRed);
  CHECK(rect.At(8, 8) != kRed);  // the corner is round
  CHECK(rect.At(24, 25) == 0);
  const Drawn circle = DrawIn48("<circle cx=\"24\" cy=\"24\" r=\"10\"/>");
  CHECK(circle.At(24, 15) == kRed);
  CHECK(circle.At(15, 15) == 0);
  const Drawn ellipse = DrawIn48("<ellipse cx=\"24\" cy=\"24\" rx=\"20\" ry=\"5\"/>");
  CHECK(ellipse.At(6, 24) == kRed);
  CHECK(ellipse.At(24, 31) == 0);
  const Drawn line = DrawIn48(
      "<line x1=\"0\" y1=\"24\" x2=\"48\" y2=\"24\" stroke=\"#0000FF\" stroke-width=\"4\"/>");
  CHECK(line.At(24, 24) == kBlue);
  CHECK(line.At(24, 30) == 0);
}

TEST_CASE("Paths know lines, curves and arcs, absolute and relative", "[ui][pictogram]") {
  const Drawn square = DrawIn48("<path d=\"M8 8H40V40h-32z\"/>");
  CHECK(square.At(9, 39) == kRed);
  CHECK(square.At(41, 24) == 0);
  // Half a disc above y = 24, and the same below by the other sweep.
  CHECK(DrawIn48("<path d=\"M14 24A10 10 0 0 1 34 24Z\"/>").At(24, 16) == kRed);
  CHECK(DrawIn48("<path d=\"M14 24A10 10 0 0 1 34 24Z\"/>").At(24, 30) == 0);
  CHECK(DrawIn48("<path d=\"m14 24a10 10 0 0020 0z\"/>").At(24, 30) == kRed);
  // Radii that are too small grow until they reach.
  CHECK(DrawIn48("<path d=\"M4 24a1 1 0 0 1 40 0z\"/>").At(24, 6) == kRed);
  CHECK(DrawIn48("<path d=\"M4 40C4 0 44 0 44 40Z\"/>").At(24, 14) == kRed);
  CHECK(DrawIn48("<path d=\"M4 40Q24 0 44 40\"/>").At(24, 24) == kRed);
  CHECK(DrawIn48("<path d=\"M0 24c0-20 24-20 24 0s24 20 24 0z\"/>").At(36, 34) == kRed);
}

TEST_CASE("Groups hand their paint down, and a view box may begin anywhere", "[ui][pictogram]") {
  const Drawn grouped = DrawIn48(
      "<g fill=\"#0000FF\"><rect width=\"20\" height=\"20\"/></g>"
      "<rect x=\"24\" width=\"20\" height=\"20\"/>");
  CHECK(grouped.whole);
  CHECK(grouped.At(10, 10) == kBlue);
  CHECK(grouped.At(34, 10) == kRed);
  const Drawn moved =
      Draw("<svg viewBox=\"-100 -100 200 200\"><circle r=\"50\" fill=\"#0000FF\"/></svg>");
  CHECK(moved.At(24, 24) == kBlue);
  CHECK(moved.At(4, 24) == 0);
}

TEST_CASE("What is no pictogram is refused", "[ui][pictogram]") {
  for (const char* bad :
       {"<text>Halo</text>", "<path d=\"M1\"/>", "<path d=\"L1 1\"/>", "<path d=\"M0 0Z1 1\"/>",
        "<path/>", "<rect width=\"-1\" height=\"2\"/>", "<rect width=\"x\" height=\"2\"/>",
        "<circle r=\"0\"/>", "<rect width=\"1\" height=\"1\" fill=\"red\"/>",
        "<rect width=\"1\" height=\"1\" transform=\"rotate(1)\"/>", "<g><rect/></svg>", "<g>",
        "</g>", "<rect width=\"1\" height=\"1\">", "words", "<path d=\"M0 0A1 1 0 2 0 4 4\"/>",
        "<circle r=\"nan\"/>", "<circle r=\"inf\"/>"}) {
    CAPTURE(bad);
    CHECK_FALSE(DrawIn48(bad).whole);
  }
  CHECK_FALSE(Draw("").whole);
  CHECK_FALSE(Draw("<svg viewBox=\"0 0 48 48\">").whole);
  CHECK_FALSE(Draw("<svg></svg>").whole);
  CHECK_FALSE(Draw("<svg viewBox=\"0 0 0 48\"></svg>").whole);
}

}  // namespace tanggap::ui

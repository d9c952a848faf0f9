// QR symbols as whole dots.
#include "ticket/qr.h"

#include <string>

#include "support/catch.h"

namespace tanggap::ticket {

TEST_CASE("A code's QR is version 2, small enough for narrow paper", "[ticket][unit]") {
  CHECK(QrModules("TANGGAP:K7QF2M9DXR47").Width() == 25);
}

TEST_CASE("A module is the same square of dots everywhere, with four white around",
          "[ticket][unit]") {
  const int module = GENERATE(1, 6, 10);
  const Bitmap modules = QrModules("TANGGAP:K7QF2M9DXR47");
  const Bitmap picture = QrPicture("TANGGAP:K7QF2M9DXR47", module);
  REQUIRE(picture.Width() == (25 + 2 * kQuietModules) * module);
  REQUIRE(picture.Height() == picture.Width());
  bool same = true;
  for (int y = 0; y < picture.Height(); ++y) {
    for (int x = 0; x < picture.Width(); ++x)
      same &= picture.Black(x, y) ==
              modules.Black(x / module - kQuietModules, y / module - kQuietModules);
  }
  CHECK(same);
}

TEST_CASE("The largest whole module is taken for a place on the screen", "[ticket][unit]") {
  CHECK(QrPictureWithin("TANGGAP:K7QF2M9DXR47", 470).Width() == 33 * 14);
  CHECK(QrPictureWithin("TANGGAP:K7QF2M9DXR47", 5).Width() == 33);
}

TEST_CASE("What no QR holds gives an empty picture", "[ticket][unit]") {
  CHECK(QrModules("").Width() == 0);
  CHECK(QrPicture(std::string(8000, 'a'), 4).Width() == 0);
  CHECK(QrModules("https://lembata.example/tiket/K7QF2M9DXR47").Width() > 25);
}

}  // namespace tanggap::ticket

// Dots, and what screens and files make of them.
#include "ticket/bitmap.h"

#include <png.h>

#include "support/catch.h"

namespace tanggap::ticket {

TEST_CASE("The leftmost dot is the highest bit and the rest of the row stays white",
          "[ticket][unit]") {
  Bitmap picture(10, 2);
  picture.Set(0, 0, true);
  picture.Set(9, 1, true);
  picture.Set(10, 1, true);  // outside: nothing happens
  picture.Set(-1, 0, true);
  CHECK(picture.Bytes() == std::vector<std::uint8_t>{0x80, 0x00, 0x00, 0x40});
  CHECK(picture.Black(9, 1));
  CHECK_FALSE(picture.Black(10, 1));
  picture.Set(9, 1, false);
  CHECK(picture.Bytes()[3] == 0);
}

TEST_CASE("A screen sees the same dots as the printer", "[ticket][unit]") {
  Bitmap picture(3, 1);
  picture.Set(1, 0, true);
  CHECK(picture.ToGray() == std::vector<std::uint8_t>{255, 0, 255});
  CHECK(picture.ToRgba(0x102030, 0xFFEEDD) == std::vector<std::uint8_t>{0xFF, 0xEE, 0xDD, 255, 0x10,
                                                                        0x20, 0x30, 255, 0xFF, 0xEE,
                                                                        0xDD, 255});
  CHECK(picture.AsRaster().RowBytes() == 1);
}

TEST_CASE("Pasting copies white dots too", "[ticket][unit]") {
  Bitmap paper(4, 4);
  paper.Fill(0, 0, 4, 4, true);
  paper.Paste(Bitmap(2, 2), 1, 1);
  CHECK_FALSE(paper.Black(1, 1));
  CHECK_FALSE(paper.Black(2, 2));
  CHECK(paper.Black(3, 3));
  CHECK(paper.Black(0, 0));
}

TEST_CASE("A PNG read back by its own library shows every dot", "[ticket][bytes]") {
  Bitmap picture(13, 7);
  for (int i = 0; i < 7; ++i)
    picture.Set(i * 2 % 13, i, true);
  const std::string bytes = EncodePng(picture.AsRaster());
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  REQUIRE(png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0);
  CHECK(image.width == 13U);
  CHECK(image.height == 7U);
  image.format = PNG_FORMAT_GRAY;
  std::vector<std::uint8_t> gray(PNG_IMAGE_SIZE(image));
  REQUIRE(png_image_finish_read(&image, nullptr, gray.data(), 0, nullptr) != 0);
  CHECK(gray == picture.ToGray());
}

}  // namespace tanggap::ticket

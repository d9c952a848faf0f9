// No picture may speak to the printer.
#include "ticket/real_time_dots.h"

#include <array>
#include <vector>

#include "printing/escpos.h"
#include "support/catch.h"

namespace tanggap::ticket {

Bitmap FromBytes(int width, const std::vector<std::uint8_t>& bytes) {
  const int row = (width + 7) / 8;
  Bitmap picture(width, static_cast<int>(bytes.size()) / row);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      const int at = static_cast<int>(i);
      picture.Set(at % row * 8 + bit, at / row, (bytes[i] >> (7 - bit) & 1) != 0);
    }
  }
  return picture;
}

bool Speaks(const Bitmap& picture) {
  const auto& bytes = picture.Bytes();
  return printing::SpellsRealTimeCommand(
      {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

int Differences(const Bitmap& a, const Bitmap& b) {
  int count = 0;
  for (int y = 0; y < a.Height(); ++y) {
    for (int x = 0; x < a.Width(); ++x)
      count += a.Black(x, y) != b.Black(x, y) ? 1 : 0;
  }
  return count;
}

TEST_CASE("One white dot breaks each real-time command", "[ticket][unit]") {
  const int second = GENERATE(0x04, 0x05, 0x14);
  const auto byte = static_cast<std::uint8_t>(second);
  // In a row, and across the end of a row.
  for (const auto& bytes : {std::vector<std::uint8_t>{0x10, byte, 0xFF, 0x00},
                            std::vector<std::uint8_t>{0xFF, 0x10, byte, 0xFF}}) {
    const Bitmap before = FromBytes(16, bytes);
    REQUIRE(Speaks(before));
    Bitmap after = before;
    CHECK(ClearRealTimeCommands(after, {}));
    CHECK_FALSE(Speaks(after));
    CHECK(Differences(before, after) == 1);
  }
}

TEST_CASE("A kept dot stays, the other byte gives way", "[ticket][unit]") {
  Bitmap picture = FromBytes(24, {0x10, 0x14, 0x04});
  const std::array<DotArea, 1> keep{{{0, 0, 8, 1}}};
  CHECK(ClearRealTimeCommands(picture, keep));
  CHECK(picture.Black(3, 0));
  CHECK_FALSE(Speaks(picture));
}

TEST_CASE("A command made of kept dots alone is reported, not destroyed", "[ticket][unit]") {
  Bitmap picture = FromBytes(16, {0x10, 0x04});
  const Bitmap before = picture;
  const std::array<DotArea, 1> keep{{{0, 0, 16, 1}}};
  CHECK_FALSE(ClearRealTimeCommands(picture, keep));
  CHECK(picture == before);
}

TEST_CASE("Whatever the dots, none speaks afterwards", "[ticket][unit]") {
  std::uint32_t state = 12345;
  std::vector<std::uint8_t> bytes(72 * 400);
  const std::array<std::uint8_t, 6> likely{0x10, 0x04, 0x05, 0x14, 0x10, 0x10};
  for (std::uint8_t& byte : bytes) {
    state = state * 1664525U + 1013904223U;
    byte = likely[(state >> 16U) % likely.size()];
  }
  Bitmap picture = FromBytes(576, bytes);
  REQUIRE(Speaks(picture));
  CHECK(ClearRealTimeCommands(picture, {}));
  CHECK_FALSE(Speaks(picture));
}

}  // namespace tanggap::ticket

#include "ticket/real_time_dots.h"

#include <algorithm>

namespace tanggap::ticket {
namespace {

constexpr std::uint8_t kDle = 0x10;  // one black dot, the fourth of its byte
constexpr int kDleDot = 3;
constexpr int kSecondDot = 5;  // black in 04, 05 and 14 alike

}  // namespace

bool ClearRealTimeCommands(Bitmap& picture, std::span<const DotArea> keep) {
  bool clean = true;
  const auto row_bytes = picture.RowBytes();
  const auto whiten = [&](std::size_t byte, int dot) {
    const int x = static_cast<int>(byte % row_bytes) * 8 + dot;
    const int y = static_cast<int>(byte / row_bytes);
    if (std::ranges::any_of(keep, [&](const DotArea& area) { return area.Holds(x, y); }))
      return false;
    picture.Set(x, y, false);
    return true;
  };
  const std::vector<std::uint8_t>& bytes = picture.Bytes();
  // Whitening the second byte can leave 10 (of 14), which begins a new pair with the byte after it;
  // going forward sees that pair next.
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (bytes[i] != kDle) continue;
    const std::uint8_t next = bytes[i + 1];
    if (next != 0x04 && next != 0x05 && next != 0x14) continue;
    if (!whiten(i, kDleDot) && !whiten(i + 1, kSecondDot)) clean = false;
  }
  return clean;
}

}  // namespace tanggap::ticket

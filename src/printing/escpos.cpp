#include "printing/escpos.h"

#include <algorithm>
#include <cassert>

namespace tanggap::printing {
namespace {

constexpr char kEsc = 0x1B;
constexpr char kGs = 0x1D;
constexpr char kDle = 0x10;
constexpr char kEot = 0x04;
constexpr char kEnq = 0x05;
constexpr char kDc4 = 0x14;

char Low(std::size_t value) {
  return static_cast<char>(value & 0xFFU);
}
char High(std::size_t value) {
  return static_cast<char>(value >> 8U & 0xFFU);
}

}  // namespace

namespace escpos {

std::string Initialise() {
  return {kEsc, '@'};
}

std::string RasterBand(std::size_t row_bytes, int rows, std::string_view dots) {
  assert(rows >= 1 && rows <= kBandRows);
  assert(dots.size() == row_bytes * static_cast<std::size_t>(rows));
  const auto count = static_cast<std::size_t>(rows);
  std::string band{kGs, 'v', '0', 0, Low(row_bytes), High(row_bytes), Low(count), High(count)};
  return band.append(dots);
}

std::string FeedLines(std::uint8_t lines) {
  return {kEsc, 'd', static_cast<char>(lines)};
}

std::string FeedAndPartialCut(std::uint8_t dots) {
  return {kGs, 'V', char{66}, static_cast<char>(dots)};
}

std::string FeedAndFullCut(std::uint8_t dots) {
  return {kGs, 'V', char{65}, static_cast<char>(dots)};
}

std::string AskStatus(Ask what) {
  return {kDle, kEot, static_cast<char>(what)};
}

std::string ClearBuffers() {
  return {kDle, kDc4, 8, 1, 3, 20, 1, 6, 2, 8};
}

std::string RecoverAndClear() {
  return {kDle, kEnq, 2};
}

std::string ReportChanges(bool on) {
  // 02 online, 04 error, 08 paper; not 01, the drawer, which no kiosk has.
  return {kGs, 'a', static_cast<char>(on ? 0x0E : 0x00)};
}

std::string TellWhenPrinted(std::string_view four_digits) {
  assert(four_digits.size() == 4);
  return std::string{kGs, '(', 'H', 6, 0, 48, 48}.append(four_digits);
}

}  // namespace escpos

std::string EncodeTicket(const Raster& picture, Cutter cutter) {
  const std::size_t row_bytes = picture.RowBytes();
  assert(picture.bytes.size() == row_bytes * static_cast<std::size_t>(picture.rows));
  const std::string_view dots(reinterpret_cast<const char*>(picture.bytes.data()),
                              picture.bytes.size());
  assert(!SpellsRealTimeCommand(dots));
  std::string job = escpos::Initialise();
  job.reserve(dots.size() + 64 + static_cast<std::size_t>(picture.rows / kBandRows) * 8);
  for (int row = 0; row < picture.rows; row += kBandRows) {
    const int rows = std::min(kBandRows, picture.rows - row);
    job += escpos::RasterBand(row_bytes, rows,
                              dots.substr(static_cast<std::size_t>(row) * row_bytes,
                                          static_cast<std::size_t>(rows) * row_bytes));
  }
  switch (cutter) {
    case Cutter::kNone:
      return job + escpos::FeedLines(kTearFeedLines);
    case Cutter::kPartial:
      return job + escpos::FeedAndPartialCut(0);
    case Cutter::kFull:
      return job + escpos::FeedAndFullCut(0);
  }
  assert(false);
  return job;
}

bool SpellsRealTimeCommand(std::string_view bytes) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    if (bytes[i] != kDle) continue;
    if (bytes[i + 1] == kEot || bytes[i + 1] == kEnq || bytes[i + 1] == kDc4) return true;
  }
  return false;
}

}  // namespace tanggap::printing

#include "ticket/bitmap.h"

#include <png.h>

#include <cassert>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>

namespace tanggap::ticket {
namespace {

constexpr png_uint_32 kDotsPerMetre = 8000;  // 203 dots an inch

void AppendPngBytes(png_structp png, png_bytep data, png_size_t size) {
  static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), size);
}

void FlushNothing(png_structp) {}

// libpng's writer and its information block, destroyed together.
struct PngWriter {
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png == nullptr ? nullptr : png_create_info_struct(png);

  PngWriter() = default;
  PngWriter(const PngWriter&) = delete;
  PngWriter& operator=(const PngWriter&) = delete;
  ~PngWriter() { png_destroy_write_struct(&png, &info); }
};

}  // namespace

Bitmap::Bitmap(int width, int height) : width_(width), height_(height) {
  assert(width >= 0 && height >= 0);
  bytes_.resize(RowBytes() * static_cast<std::size_t>(height));
}

bool Bitmap::Black(int x, int y) const {
  if (x < 0 || y < 0 || x >= width_ || y >= height_) return false;
  const auto at = static_cast<std::size_t>(y) * RowBytes() + static_cast<std::size_t>(x) / 8;
  return (bytes_[at] >> (7 - x % 8) & 1) != 0;
}

void Bitmap::Set(int x, int y, bool black) {
  if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
  const auto at = static_cast<std::size_t>(y) * RowBytes() + static_cast<std::size_t>(x) / 8;
  const auto mask = static_cast<std::uint8_t>(0x80 >> (x % 8));
  bytes_[at] = static_cast<std::uint8_t>(black ? bytes_[at] | mask : bytes_[at] & ~mask);
}

void Bitmap::Fill(int x, int y, int width, int height, bool black) {
  for (int row = y; row < y + height; ++row) {
    for (int column = x; column < x + width; ++column)
      Set(column, row, black);
  }
}

void Bitmap::Paste(const Bitmap& source, int x, int y) {
  for (int row = 0; row < source.Height(); ++row) {
    for (int column = 0; column < source.Width(); ++column)
      Set(x + column, y + row, source.Black(column, row));
  }
}

std::vector<std::uint8_t> Bitmap::ToGray() const {
  std::vector<std::uint8_t> gray;
  gray.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  for (int y = 0; y < height_; ++y) {
    for (int x = 0; x < width_; ++x)
      gray.push_back(Black(x, y) ? 0 : 255);
  }
  return gray;
}

std::vector<std::uint8_t> Bitmap::ToRgba(std::uint32_t ink, std::uint32_t paper) const {
  std::vector<std::uint8_t> rgba;
  rgba.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_) * 4);
  for (int y = 0; y < height_; ++y) {
    for (int x = 0; x < width_; ++x) {
      const std::uint32_t colour = Black(x, y) ? ink : paper;
      rgba.push_back(static_cast<std::uint8_t>(colour >> 16U & 255U));
      rgba.push_back(static_cast<std::uint8_t>(colour >> 8U & 255U));
      rgba.push_back(static_cast<std::uint8_t>(colour & 255U));
      rgba.push_back(255);
    }
  }
  return rgba;
}

std::string EncodePng(const Raster& picture) {
  assert(picture.width > 0 && picture.rows > 0);
  std::string bytes;
  // White is 1 in a PNG, black is 1 on paper.
  std::vector<std::uint8_t> row(picture.RowBytes());
  PngWriter writer;
  if (writer.info == nullptr) throw std::bad_alloc();
  // Encoding into memory with valid sizes can fail for want of memory only; libpng then jumps here.
  if (setjmp(png_jmpbuf(writer.png)) != 0) throw std::bad_alloc();
  png_set_write_fn(writer.png, &bytes, AppendPngBytes, FlushNothing);
  png_set_compression_level(writer.png, 4);
  png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(picture.width),
               static_cast<png_uint_32>(picture.rows), 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_pHYs(writer.png, writer.info, kDotsPerMetre, kDotsPerMetre, PNG_RESOLUTION_METER);
  png_write_info(writer.png, writer.info);
  for (int y = 0; y < picture.rows; ++y) {
    const auto dots = picture.bytes.subspan(static_cast<std::size_t>(y) * row.size(), row.size());
    for (std::size_t i = 0; i < row.size(); ++i)
      row[i] = static_cast<std::uint8_t>(~dots[i]);
    png_write_row(writer.png, row.data());
  }
  png_write_end(writer.png, nullptr);
  return bytes;
}

void WritePng(const std::filesystem::path& file, const Raster& picture) {
  const std::string bytes = EncodePng(picture);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out) {
    throw std::filesystem::filesystem_error("can't write the picture", file,
                                            std::error_code(errno, std::generic_category()));
  }
}

}  // namespace tanggap::ticket

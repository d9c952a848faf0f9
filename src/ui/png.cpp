// libpng's simplified interface.
#include "ui/png.h"

#include <png.h>

namespace tanggap::ui {

bool WritePng(const std::string& path, const Pixels& pixels) {
  std::vector<std::uint8_t> rgb;
  rgb.reserve(static_cast<std::size_t>(pixels.width) * static_cast<std::size_t>(pixels.height) * 3);
  for (int y = 0; y < pixels.height; ++y) {
    const std::uint32_t* row = pixels.data + (static_cast<std::ptrdiff_t>(y) * pixels.pitch);
    for (int x = 0; x < pixels.width; ++x) {
      const std::uint32_t p = row[x];
      rgb.push_back(static_cast<std::uint8_t>(p >> 16U));
      rgb.push_back(static_cast<std::uint8_t>(p >> 8U));
      rgb.push_back(static_cast<std::uint8_t>(p));
    }
  }
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(pixels.width);
  image.height = static_cast<png_uint_32>(pixels.height);
  image.format = PNG_FORMAT_RGB;
  image.flags = PNG_IMAGE_FLAG_FAST;
  return png_image_write_to_file(&image, path.c_str(), 0, rgb.data(), 0, nullptr) != 0;
}

Bitmap ReadPng(std::uint64_t id, const std::string& path) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, path.c_str()) == 0) return {};
  constexpr png_uint_32 kMostSide = 8192;
  if (image.width > kMostSide || image.height > kMostSide) {
    png_image_free(&image);
    return {};
  }
  image.format = PNG_FORMAT_RGBA;
  auto rgba = std::make_shared<std::vector<std::uint8_t>>(PNG_IMAGE_SIZE(image));
  if (png_image_finish_read(&image, nullptr, rgba->data(), 0, nullptr) == 0) return {};
  return {id, 1, static_cast<int>(image.width), static_cast<int>(image.height), std::move(rgba)};
}

}  // namespace tanggap::ui

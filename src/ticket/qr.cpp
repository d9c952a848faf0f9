#include "ticket/qr.h"

#include <qrencode.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <string>

namespace tanggap::ticket {
namespace {

struct FreeQr {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

bool Alphanumeric(std::string_view text) {
  constexpr std::string_view kSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  return std::ranges::all_of(text,
                             [&](char c) { return kSigns.find(c) != std::string_view::npos; });
}

}  // namespace

Bitmap QrModules(std::string_view text) {
  const bool compact = Alphanumeric(text) && text.size() <= 29;  // what version 2 level Q holds
  const std::string terminated(text);
  const std::unique_ptr<QRcode, FreeQr> code(QRcode_encodeString(
      terminated.c_str(), compact ? 2 : 0, compact ? QR_ECLEVEL_Q : QR_ECLEVEL_M, QR_MODE_8, 1));
  if (code == nullptr) return {};
  Bitmap modules(code->width, code->width);
  for (int y = 0; y < code->width; ++y) {
    for (int x = 0; x < code->width; ++x)
      modules.Set(x, y, (code->data[y * code->width + x] & 1) != 0);
  }
  return modules;
}

Bitmap QrPicture(std::string_view text, int module) {
  assert(module >= 1);
  const Bitmap modules = QrModules(text);
  if (modules.Width() == 0) return {};
  const int side = (modules.Width() + 2 * kQuietModules) * module;
  Bitmap picture(side, side);
  for (int y = 0; y < modules.Height(); ++y) {
    for (int x = 0; x < modules.Width(); ++x) {
      if (modules.Black(x, y)) {
        picture.Fill((x + kQuietModules) * module, (y + kQuietModules) * module, module, module,
                     true);
      }
    }
  }
  return picture;
}

Bitmap QrPictureWithin(std::string_view text, int side) {
  const int modules = QrModules(text).Width();
  if (modules == 0) return {};
  return QrPicture(text, std::max(1, side / (modules + 2 * kQuietModules)));
}

}  // namespace tanggap::ticket

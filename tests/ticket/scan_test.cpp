// An independent reader (zbar) sees the code in what the printer gets.
#include <zbar.h>

#include <memory>
#include <string>

#include "printing/escpos.h"
#include "support/catch.h"
#include "support/escpos_reader.h"
#include "ticket/sample_ticket.h"
#include "ticket/ticket_layout.h"

namespace tanggap::ticket {

struct DestroyScanner {
  void operator()(zbar::zbar_image_scanner_t* scanner) const {
    zbar::zbar_image_scanner_destroy(scanner);
  }
};
struct DestroyImage {
  void operator()(zbar::zbar_image_t* image) const { zbar::zbar_image_destroy(image); }
};

// What zbar reads from a ticket's bytes; "" for nothing or for more than one symbol.
std::string Scan(const std::string& job) {
  const auto read = ReadEscPos(job);
  if (!read.has_value()) return "unreadable job";
  const std::size_t width = read->row_bytes * 8;
  std::string gray;
  for (const char byte : read->dots) {
    for (unsigned bit = 0; bit < 8; ++bit)
      gray += (static_cast<unsigned char>(byte) >> (7U - bit) & 1U) != 0 ? '\0' : '\xFF';
  }
  const std::unique_ptr<zbar::zbar_image_scanner_t, DestroyScanner> scanner(
      zbar::zbar_image_scanner_create());
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  zbar::zbar_image_scanner_set_config(scanner.get(), zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  const std::unique_ptr<zbar::zbar_image_t, DestroyImage> image(zbar::zbar_image_create());
  constexpr unsigned long kY800 = 0x30303859;  // eight bits of grey
  zbar::zbar_image_set_format(image.get(), kY800);
  zbar::zbar_image_set_size(image.get(), static_cast<unsigned>(width),
                            static_cast<unsigned>(gray.size() / width));
  zbar::zbar_image_set_data(image.get(), gray.data(), gray.size(), nullptr);
  if (zbar::zbar_scan_image(scanner.get(), image.get()) != 1) return {};
  return zbar::zbar_symbol_get_data(zbar::zbar_image_first_symbol(image.get()));
}

TEST_CASE("A scanner reads the code from the bytes that the printer gets", "[ticket][scan]") {
  const int width = GENERATE(384, 576);
  const bool discreet = GENERATE(false, true);
  for (const char* code :
       {"K7QF-2M9D-XR47", "0123-4567-89AK", "ZZZZ-ZZZZ-ZZZK", "7G4V-9TQH-2KM4"}) {
    Ticket ticket = SampleTicket();
    ticket.code = *ReadCode(code).code;
    ticket.discreet = discreet;
    const Bitmap picture = LayOutTicket(ticket, LembataOffice(), PaperTexts(), width);
    const std::string text =
        Scan(printing::EncodeTicket(picture.AsRaster(), printing::Cutter::kPartial));
    CHECK(text == "TANGGAP:" + Compact(ticket.code));
    CHECK(ReadScan(text, "").code == ticket.code);
  }
}

TEST_CASE("A scanner reads an office's address with the code at its end", "[ticket][scan]") {
  const int width = GENERATE(384, 576);
  Office office = LembataOffice();
  office.status_url = "https://pengaduan.lembata.example/tiket/";
  const Ticket ticket = SampleTicket();
  const Bitmap picture = LayOutTicket(ticket, office, PaperTexts(), width);
  const std::string text =
      Scan(printing::EncodeTicket(picture.AsRaster(), printing::Cutter::kPartial));
  CHECK(text == QrText(ticket.code, office.status_url));
  CHECK(ReadScan(text, office.status_url).code == ticket.code);
}

}  // namespace tanggap::ticket

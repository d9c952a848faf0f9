// The formal receipt as dots: all of it on the paper, nothing of it anywhere else.
#include "ticket/receipt_layout.h"

#include <string>

#include "support/catch.h"
#include "ticket/sample_ticket.h"
#include "ticket/ticket_layout.h"

namespace tanggap::ticket {
namespace {

Receipt SampleReceipt() {
  const Ticket ticket = SampleTicket();
  Receipt receipt;
  receipt.code = ticket.code;
  receipt.name = "Yohana Barek";
  receipt.address = "Desa Waijarang, Nubatukan";
  receipt.phone = "081234567890";
  receipt.service = "Legalisir ijazah atau rapor";
  receipt.story = "Layanan lewat 2 hari dari janji. Saya datang tiga kali.";
  receipt.loss = "waktu";
  receipt.wish = "Selesaikan layanan saya";
  receipt.place = ticket.place;
  receipt.received = ticket.received;
  receipt.due = ticket.due;
  return receipt;
}

bool MarginsAreWhite(const Bitmap& picture, int margin) {
  for (int y = 0; y < picture.Height(); ++y) {
    for (int x = 0; x < margin; ++x) {
      if (picture.Black(x, y) || picture.Black(picture.Width() - 1 - x, y)) return false;
    }
  }
  return true;
}

Bitmap Laid(const Receipt& receipt, int width = kDots80mm) {
  return LayOutReceipt(receipt, LembataOffice(), PaperTexts(), width);
}

TEST_CASE("Every receipt stays on its paper, at every width", "[ticket][receipt]") {
  const int width = GENERATE(320, 384, 512, 576, 832);
  for (const char* language : {"id", "en"}) {
    Receipt full = SampleReceipt();
    full.name = std::string(90, 'M');
    full.story = "Saya " + std::string(300, 'W');
    Receipt bare;
    bare.code = SampleCode();
    for (const Receipt& receipt : {SampleReceipt(), full, bare}) {
      for (const Office& office : {LembataOffice(), BelitungOffice()}) {
        const Bitmap picture = LayOutReceipt(receipt, office, PaperTexts(language), width);
        CHECK(picture.Width() == width);
        CHECK(MarginsAreWhite(picture, 6));
      }
    }
  }
}

TEST_CASE("Each thing that the law asks for changes the receipt", "[ticket][receipt]") {
  const Bitmap whole = Laid(SampleReceipt());
  const auto without = [&](auto change) {
    Receipt receipt = SampleReceipt();
    change(receipt);
    return Laid(receipt) == whole;
  };
  CHECK_FALSE(without([](Receipt& r) { r.name = "Yohana Bare"; }));
  CHECK_FALSE(without([](Receipt& r) { r.address = "Desa Waijarang"; }));
  CHECK_FALSE(without([](Receipt& r) { r.phone = "081234567891"; }));
  CHECK_FALSE(without([](Receipt& r) { r.story = "Layanan lewat 2 hari dari janji."; }));
  CHECK_FALSE(without([](Receipt& r) { r.place = "Lobi 2"; }));
  CHECK_FALSE(without([](Receipt& r) { r.received += std::chrono::minutes{1}; }));
  CHECK_FALSE(without([](Receipt& r) { r.due.reset(); }));
}

TEST_CASE("The middle of a telephone number is never on paper", "[ticket][receipt]") {
  Receipt other = SampleReceipt();
  other.phone = "081299997890";
  CHECK(Laid(other) == Laid(SampleReceipt()));
}

TEST_CASE("A long story is cut after three lines, at a word", "[ticket][receipt]") {
  Receipt longer = SampleReceipt();
  longer.story.clear();
  for (int i = 0; i < 40; ++i)
    longer.story += "datang lagi ";
  Receipt longest = longer;
  longest.story += longer.story;
  const int width = GENERATE(384, 576);
  CHECK(Laid(longer, width) == Laid(longest, width));
  CHECK(Laid(longer, width).Height() > Laid(SampleReceipt(), width).Height());
}

TEST_CASE("What was not said stands as a dash, so that nobody writes it in", "[ticket][receipt]") {
  Receipt empty = SampleReceipt();
  empty.address.clear();
  Receipt dashed = SampleReceipt();
  dashed.address = "-";
  CHECK(Laid(empty) == Laid(dashed));
}

}  // namespace
}  // namespace tanggap::ticket

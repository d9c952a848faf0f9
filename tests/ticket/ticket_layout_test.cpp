// A ticket as dots: nothing lost, nothing too wide, the code and the QR untouched.
#include "ticket/ticket_layout.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "printing/escpos.h"
#include "support/catch.h"
#include "support/escpos_reader.h"
#include "ticket/qr.h"
#include "ticket/sample_ticket.h"

namespace tanggap::ticket {

// Random, the same in every run.
TicketCode CodeNumber(std::uint64_t seed) {
  std::array<std::uint8_t, 7> bytes{};
  std::uint64_t state = seed * 6364136223846793005ULL + 1442695040888963407ULL;
  for (std::uint8_t& byte : bytes) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    byte = static_cast<std::uint8_t>(state >> 33U);
  }
  return CodeFromRandom(bytes);
}

// Is `part` somewhere in `whole`, dot by dot? Looks at its first row's place first.
bool Contains(const Bitmap& whole, const Bitmap& part) {
  const int x = (whole.Width() - part.Width()) / 2;  // pictures are centred
  for (int y = 0; y + part.Height() <= whole.Height(); ++y) {
    bool same = true;
    for (int row = 0; same && row < part.Height(); ++row) {
      for (int column = 0; same && column < part.Width(); ++column)
        same = whole.Black(x + column, y + row) == part.Black(column, row);
    }
    if (same) return true;
  }
  return false;
}

// Rows of text and pictures between white rows: a measure of what stands on the paper.
int LinesOf(const Bitmap& picture) {
  int lines = 0;
  bool in_line = false;
  for (int y = 0; y < picture.Height(); ++y) {
    bool black = false;
    for (int x = 0; !black && x < picture.Width(); ++x)
      black = picture.Black(x, y);
    lines += black && !in_line ? 1 : 0;
    in_line = black;
  }
  return lines;
}

bool MarginsAreWhite(const Bitmap& picture, int margin) {
  for (int y = 0; y < picture.Height(); ++y) {
    for (int x = 0; x < margin; ++x) {
      if (picture.Black(x, y) || picture.Black(picture.Width() - 1 - x, y)) return false;
    }
  }
  return true;
}

std::vector<Ticket> Variants() {
  std::vector<Ticket> variants{SampleTicket()};
  Ticket full = SampleTicket();
  full.settle_now = true;
  full.suspended = true;
  full.due_estimate = true;
  full.aspect = "Aduan lama belum selesai";
  variants.push_back(full);
  full.named = true;
  full.reprinted = full.received + std::chrono::minutes{47};
  variants.push_back(full);
  Ticket discreet = SampleTicket();
  discreet.discreet = true;
  variants.push_back(discreet);
  for (const ComplaintKind kind :
       {ComplaintKind::kSuggestion, ComplaintKind::kPraise, ComplaintKind::kQuestion}) {
    Ticket other = SampleTicket();
    other.kind = kind;
    other.aspect.clear();
    variants.push_back(other);
  }
  return variants;
}

TEST_CASE("The fonts of paper are installed", "[ticket][layout]") {
  const auto missing = MissingFonts();
  INFO((missing.has_value() ? missing->message : ""));
  CHECK_FALSE(missing.has_value());
}

TEST_CASE("Every ticket stays on its paper, at every width", "[ticket][layout]") {
  const int width = GENERATE(320, 384, 512, 576, 832);
  for (const char* language : {"id", "en"}) {
    const Texts texts = PaperTexts(language);
    for (const Office& office : {LembataOffice(), BelitungOffice()}) {
      for (const Ticket& ticket : Variants()) {
        const Bitmap picture = LayOutTicket(ticket, office, texts, width);
        CHECK(picture.Width() == width);
        CHECK(picture.Height() > 300);
        CHECK(MarginsAreWhite(picture, 6));
      }
    }
  }
}

TEST_CASE("Words longer than the paper wrap instead of being cut off", "[ticket][layout]") {
  Office office = LembataOffice();
  office.contact.title = std::string(90, 'M');
  office.channels = {std::string(120, 'W')};
  Ticket ticket = SampleTicket();
  ticket.aspect = "Pengaduan yang sangat panjang sekali sehingga tidak muat di satu baris kertas";
  ticket.place = std::string(60, 'O');
  const int width = GENERATE(384, 576);
  const Bitmap picture = LayOutTicket(ticket, office, PaperTexts(), width);
  CHECK(MarginsAreWhite(picture, 6));
  CHECK(LinesOf(picture) >
        LinesOf(LayOutTicket(SampleTicket(), LembataOffice(), PaperTexts(), width)));
}

TEST_CASE("Both widths hold the same content", "[ticket][layout]") {
  // Each thing that a ticket may say adds lines on narrow and on wide paper alike.
  const Texts texts = PaperTexts();
  for (const int width : {kDots58mm, kDots80mm}) {
    const auto lines = [&](const Ticket& ticket) {
      return LinesOf(LayOutTicket(ticket, LembataOffice(), texts, width));
    };
    const int plain = lines(SampleTicket());
    Ticket ticket = SampleTicket();
    ticket.place.clear();
    CHECK(lines(ticket) < plain);
    ticket = SampleTicket();
    ticket.aspect.clear();
    CHECK(lines(ticket) < plain);
    ticket = SampleTicket();
    ticket.due.reset();
    CHECK(lines(ticket) < plain);
    ticket = SampleTicket();
    ticket.suspended = true;
    CHECK(lines(ticket) > plain);
    ticket = SampleTicket();
    ticket.settle_now = true;
    CHECK(lines(ticket) > plain);
    ticket = SampleTicket();
    ticket.reprinted = ticket.received;
    CHECK(lines(ticket) > plain);
  }
}

TEST_CASE("The code and the QR stand on the paper dot by dot", "[ticket][layout]") {
  const Ticket ticket = SampleTicket();
  const std::string text = QrText(ticket.code, "");
  CHECK(Contains(LayOutTicket(ticket, LembataOffice(), PaperTexts(), kDots80mm),
                 QrPicture(text, 10)));
  CHECK(
      Contains(LayOutTicket(ticket, LembataOffice(), PaperTexts(), kDots58mm), QrPicture(text, 8)));
}

TEST_CASE("A long status address still has modules that faint print can show", "[ticket][layout]") {
  Office office = LembataOffice();
  office.status_url = "https://pengaduan.dinas-pendidikan.lembatakab.example/tiket/";
  const Ticket ticket = SampleTicket();
  const std::string text = QrText(ticket.code, office.status_url);
  const Bitmap picture = LayOutTicket(ticket, office, PaperTexts(), kDots58mm);
  bool found = false;
  for (int module = 6; module <= 8; ++module)
    found = found || Contains(picture, QrPicture(text, module));
  CHECK(found);
}

TEST_CASE("A discreet ticket says nothing of the office or the matter", "[ticket][layout]") {
  const Office office = BelitungOffice();
  Ticket ticket = SampleTicket();
  ticket.discreet = true;
  const Bitmap picture = LayOutTicket(ticket, office, PaperTexts(), kDots80mm);
  // Changing what must not stand there changes no dot.
  Office other = office;
  other.name = "Kantor Lain";
  other.short_name = "Lain";
  other.ticket_head_48 = {"X", "Y"};
  other.contact.title = "Siapa Saja";
  other.channels.clear();
  other.complaint_desk = "meja";
  Ticket changed = ticket;
  changed.aspect = "Kekerasan";
  changed.place = "Ruang lain";
  changed.due = std::chrono::year{2027} / 1 / 1;
  changed.received += std::chrono::hours{100};
  changed.named = true;
  changed.settle_now = true;
  CHECK(LayOutTicket(changed, other, PaperTexts(), kDots80mm) == picture);
}

TEST_CASE("The same ticket is the same dots", "[ticket][layout]") {
  const Ticket ticket = SampleTicket();
  CHECK(LayOutTicket(ticket, LembataOffice(), PaperTexts(), 576) ==
        LayOutTicket(ticket, LembataOffice(), PaperTexts(), 576));
}

TEST_CASE("No ticket of any code speaks to the printer, and its bytes are its dots",
          "[ticket][bytes]") {
  const int width = GENERATE(384, 576);
  const Office office = LembataOffice();
  const Texts texts = PaperTexts();
  Ticket ticket = SampleTicket();
  for (std::uint64_t i = 0; i < 150; ++i) {
    ticket.code = CodeNumber(i);
    ticket.received += std::chrono::minutes{61};
    ticket.due = LocalDay(ticket.received + std::chrono::days{14}, office.zone);
    const Bitmap picture = LayOutTicket(ticket, office, texts, width);
    const std::string job = printing::EncodeTicket(picture.AsRaster(), printing::Cutter::kPartial);
    REQUIRE_FALSE(printing::SpellsRealTimeCommand(job));
    const auto read = ReadEscPos(job);
    REQUIRE(read.has_value());
    REQUIRE(read->dots == std::string(picture.Bytes().begin(), picture.Bytes().end()));
  }
}

}  // namespace tanggap::ticket

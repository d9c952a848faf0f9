// ESC/POS byte by byte, against the command references.
#include "printing/escpos.h"

#include <string>

#include "printing/sample_picture.h"
#include "support/catch.h"
#include "support/escpos_reader.h"

namespace tanggap::printing {

using namespace std::string_literals;

TEST_CASE("Every command is the bytes of the command reference", "[printing][bytes]") {
  CHECK(escpos::Initialise() == "\x1B\x40"s);
  CHECK(escpos::FeedLines(6) == "\x1B\x64\x06"s);
  CHECK(escpos::FeedAndPartialCut(0) == "\x1D\x56\x42\x00"s);
  CHECK(escpos::FeedAndFullCut(0) == "\x1D\x56\x41\x00"s);
  CHECK(escpos::AskStatus(escpos::Ask::kPrinter) == "\x10\x04\x01"s);
  CHECK(escpos::AskStatus(escpos::Ask::kOffline) == "\x10\x04\x02"s);
  CHECK(escpos::AskStatus(escpos::Ask::kError) == "\x10\x04\x03"s);
  CHECK(escpos::AskStatus(escpos::Ask::kPaper) == "\x10\x04\x04"s);
  CHECK(escpos::RecoverAndClear() == "\x10\x05\x02"s);
  CHECK(escpos::ClearBuffers() == "\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"s);
  CHECK(escpos::ReportChanges(true) == "\x1D\x61\x0E"s);
  CHECK(escpos::ReportChanges(false) == "\x1D\x61\x00"s);
  CHECK(escpos::TellWhenPrinted("0042") == "\x1D\x28\x48\x06\x00\x30\x30\x30\x30\x34\x32"s);
}

TEST_CASE("A band names its bytes a row and its rows, low byte first", "[printing][bytes]") {
  CHECK(escpos::RasterBand(2, 3, "abcdef") == "\x1D\x76\x30\x00\x02\x00\x03\x00"s + "abcdef");
  const std::string dots(72 * 128, 'x');
  CHECK(escpos::RasterBand(72, 128, dots).substr(0, 8) == "\x1D\x76\x30\x00\x48\x00\x80\x00"s);
}

TEST_CASE("The bands of a ticket hold its picture exactly, none above 128 rows",
          "[printing][bytes]") {
  const int width = GENERATE(576, 384, 512, 570);
  const int rows = GENERATE(1, 127, 128, 129, 1000);
  const Picture picture = SamplePicture(width, rows);
  const auto read = ReadEscPos(EncodeTicket(picture.View(), Cutter::kPartial));
  REQUIRE(read.has_value());
  CHECK(read->row_bytes == picture.View().RowBytes());
  CHECK(read->dots == std::string(picture.bytes.begin(), picture.bytes.end()));
  int sum = 0;
  for (const int band : read->bands) {
    CHECK(band <= kBandRows);
    sum += band;
  }
  CHECK(sum == rows);
}

TEST_CASE("A ticket ends with the cut that its printer has", "[printing][bytes]") {
  const Picture picture = SamplePicture(384, 10);
  CHECK(EncodeTicket(picture.View(), Cutter::kPartial).ends_with(escpos::FeedAndPartialCut(0)));
  CHECK(EncodeTicket(picture.View(), Cutter::kFull).ends_with(escpos::FeedAndFullCut(0)));
  CHECK(EncodeTicket(picture.View(), Cutter::kNone).ends_with(escpos::FeedLines(kTearFeedLines)));
}

TEST_CASE("Real-time commands are seen wherever they stand", "[printing][bytes]") {
  CHECK(SpellsRealTimeCommand("ab\x10\x04z"s));
  CHECK(SpellsRealTimeCommand("\x10\x05"s));
  CHECK(SpellsRealTimeCommand("\x10\x10\x14"s));
  CHECK_FALSE(SpellsRealTimeCommand("\x10\x06\x04\x10"s));
  CHECK_FALSE(SpellsRealTimeCommand(""s));
}

}  // namespace tanggap::printing

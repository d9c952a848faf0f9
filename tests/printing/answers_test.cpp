// What a printer says, told apart by first bytes.
#include "printing/answers.h"

#include <string>

#include "support/catch.h"

namespace tanggap::printing {

using namespace std::string_literals;

TEST_CASE("Status, reports and confirmations are told apart in one stream", "[printing][bytes]") {
  AnswerReader reader;
  const auto answers = reader.Read("\x12\x37\x22"s + "0007\0"s + "\x18\x00\x0F\x00\x16"s);
  REQUIRE(answers.size() == 4);
  CHECK(answers[0] == Answer{StatusAnswer{0x12}});
  CHECK(answers[1] == Answer{PrintedAnswer{"0007"}});
  CHECK(answers[2] == Answer{ChangeReport{{0x18, 0x00, 0x0F, 0x00}}});
  CHECK(answers[3] == Answer{StatusAnswer{0x16}});
}

TEST_CASE("An answer that comes in pieces is one answer", "[printing][bytes]") {
  AnswerReader reader;
  CHECK(reader.Read("\x37\x22"s + "00").empty());
  CHECK(reader.Read("12").empty());
  CHECK(reader.Read("\0"s) == std::vector<Answer>{PrintedAnswer{"0012"}});
  CHECK(reader.Read("\x10"s).empty());
  CHECK(reader.Read("\0\0"s).empty());
  CHECK(reader.Read("\0"s) == std::vector<Answer>{ChangeReport{{0x10, 0, 0, 0}}});
}

TEST_CASE("Garbage, XON and XOFF are never a status", "[printing][bytes]") {
  AnswerReader reader;
  CHECK(reader.Read("\x11\x13\xFF\xA5\x81\x00\x41"s).empty());
  for (int byte = 0; byte < 256; ++byte) {
    AnswerReader fresh;
    const auto answers = fresh.Read(std::string(1, static_cast<char>(byte)));
    CHECK(answers.size() == ((byte & 0x93) == 0x12 ? 1U : 0U));
  }
}

TEST_CASE("A frame without an end is given up, what follows is heard", "[printing][bytes]") {
  AnswerReader reader;
  const auto answers = reader.Read("\x5F"s + std::string(100, 'x') + "\x12");
  CHECK(answers == std::vector<Answer>{StatusAnswer{0x12}});
}

TEST_CASE("A frame that ends too late is given up, whether it comes whole or in pieces",
          "[printing][bytes]") {
  const std::string late = "\x37"s + std::string(AnswerReader::kLongestFrame - 1, 'x') + "\x12\0"s;
  AnswerReader whole;
  AnswerReader pieces;
  std::vector<Answer> in_pieces;
  for (const char byte : late) {
    for (const Answer& answer : pieces.Read(std::string(1, byte)))
      in_pieces.push_back(answer);
  }
  CHECK(in_pieces == std::vector<Answer>{StatusAnswer{0x12}});
  CHECK(whole.Read(late) == in_pieces);
}

TEST_CASE("A broken report doesn't swallow the status behind it", "[printing][bytes]") {
  AnswerReader reader;
  CHECK(reader.Read("\x10\x12"s) == std::vector<Answer>{StatusAnswer{0x12}});
}

TEST_CASE("Bits mean what the manuals say", "[printing][bytes]") {
  CHECK(ReadPrinterBits(0x12) == Trouble{});
  CHECK(ReadPrinterBits(0x16) == Trouble{});  // a drawer pin, which no kiosk has
  CHECK(ReadPrinterBits(0x1E) == Trouble{.offline = true});
  CHECK(ReadOfflineBits(0x16) == Trouble{.cover_open = true});
  CHECK(ReadOfflineBits(0x32) == Trouble{.paper_out = true});
  CHECK(ReadOfflineBits(0x52) == Trouble{.error = true});
  CHECK(ReadErrorBits(0x1A) == Trouble{.cutter_error = true});
  CHECK(ReadErrorBits(0x32) == Trouble{.error = true});
  CHECK(ReadPaperBits(0x1E) == Trouble{.near_end = true});
  CHECK(ReadPaperBits(0x7E) == Trouble{.paper_out = true, .near_end = true});
  CHECK(ReadChanges({{0x38, 0x08, 0x0F, 0x00}}) == Trouble{.offline = true,
                                                           .cover_open = true,
                                                           .paper_out = true,
                                                           .near_end = true,
                                                           .cutter_error = true});
  CHECK(ReadChanges({{0x10, 0x00, 0x00, 0x00}}) == Trouble{});
}

}  // namespace tanggap::printing

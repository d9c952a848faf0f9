// What a printer says back: however the bytes are cut, the answers are the same. And where an
// office says that it stands.
#include "fuzz/fuzz.h"
#include "printing/answers.h"
#include "printing/transport.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::TextOf(data, size);
  if (const auto address = printing::ReadTcpAddress(bytes)) {
    fuzz::Require(address->port > 0 && !address->host.empty(), "an address can be called");
    const std::string host =
        address->host.find(':') == std::string::npos ? address->host : "[" + address->host + "]";
    fuzz::Require(printing::ReadTcpAddress(host + ":" + std::to_string(address->port)) == address,
                  "an address is read as written");
  }
  const unsigned step = 1 + fuzz::TakeChoice(bytes, 16);
  printing::AnswerReader whole;
  const std::vector<printing::Answer> at_once = whole.Read(bytes);
  printing::AnswerReader reader;
  std::vector<printing::Answer> in_parts;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    for (const printing::Answer& answer : reader.Read(bytes.substr(at, step)))
      in_parts.push_back(answer);
  }
  fuzz::Require(at_once == in_parts, "answers don't depend on how the bytes arrive");
  for (const printing::Answer& answer : at_once) {
    if (const auto* status = std::get_if<printing::StatusAnswer>(&answer)) {
      static_cast<void>(printing::ReadPrinterBits(status->bits));
      static_cast<void>(printing::ReadOfflineBits(status->bits));
      static_cast<void>(printing::ReadErrorBits(status->bits));
      static_cast<void>(printing::ReadPaperBits(status->bits));
    } else if (const auto* changes = std::get_if<printing::ChangeReport>(&answer)) {
      static_cast<void>(printing::ReadChanges(*changes));
    } else if (const auto* printed = std::get_if<printing::PrintedAnswer>(&answer)) {
      fuzz::Require(printed->digits.size() <= printing::AnswerReader::kLongestFrame,
                    "a frame is bounded");
    }
  }
  return 0;
}

// Record lines, body lines and the plaintext in them: what is accepted is written back the same.
#include "formats/record_codec.h"
#include "formats/strict_json.h"
#include "fuzz/fuzz.h"

using namespace tanggap;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text = fuzz::TextOf(data, size);
  switch (fuzz::TakeChoice(text, 4)) {
    case 0: {
      const auto line = ReadRecordLine(text);
      if (!line.Ok()) break;
      const std::string written = WriteRecordLine(line.Value());
      const auto again = ReadRecordLine(written);
      fuzz::Require(again.Ok() && again.Value() == line.Value(),
                    "a record line is read as written");
      break;
    }
    case 1: {
      const auto line = ReadBodyLine(text);
      if (!line.Ok()) break;
      const auto again = ReadBodyLine(WriteBodyLine(line.Value()));
      fuzz::Require(again.Ok() && again.Value() == line.Value(), "a body line is read as written");
      break;
    }
    case 2: {
      const auto body = ReadBodyText(text);
      if (!body.Ok()) break;
      std::string written;
      AppendBodyText(written, body.Value());
      const auto again = ReadBodyText(written);
      fuzz::Require(again.Ok() && again.Value().fields == body.Value().fields,
                    "a body's plaintext is read as written");
      break;
    }
    default: {
      const auto fields = ReadStrict(text);
      if (!fields.Ok()) break;
      fuzz::Require(WriteStrict(fields.Value()) == text, "strict text has one form");
      break;
    }
  }
  return 0;
}

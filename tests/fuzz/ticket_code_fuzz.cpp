// Ticket codes as people type them and scanners give them.
#include "domain/ticket_code.h"
#include "fuzz/fuzz.h"

using namespace tanggap;

namespace {
constexpr const char* kUrl = "https://contoh.go.id/s/";
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::TextOf(data, size);
  for (const CodeReading& reading :
       {ReadCode(text), ReadScan(text, kUrl), ReadScan(text, std::string_view())}) {
    if (!reading.code) continue;
    const auto compact = ReadCode(Compact(*reading.code));
    const auto grouped = ReadCode(Grouped(*reading.code));
    fuzz::Require(compact.code == reading.code && grouped.code == reading.code,
                  "a code is read as it is written");
    fuzz::Require(ReadScan(QrText(*reading.code, ""), "").code == reading.code &&
                      ReadScan(QrText(*reading.code, kUrl), kUrl).code == reading.code,
                  "a code is scanned as it is printed");
  }
  return 0;
}

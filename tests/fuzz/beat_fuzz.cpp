// Heartbeats, as they come and signed by the device itself.
#include <string>

#include "formats/strict_json.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/beat.h"

using namespace tanggap;

namespace {

// The line with a signature of the kiosk that holds; "" for what is no line.
std::string Signed(std::string_view line) {
  Result<Fields> fields = ReadStrict(line);
  if (!fields.Ok()) return {};
  fields.Value().erase("sig");
  Packed packed;
  packed.Raw(std::string_view("tanggap/1/beat\0", 15)).Raw(WriteStrict(fields.Value()));
  fields.Value().insert_or_assign(
      "sig", ToBase64(fuzz::TheOffice().nodes.front().signing.Sign(packed.View())));
  return WriteStrict(fields.Value()) + '\n';
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  std::string_view bytes = fuzz::TextOf(data, size);
  const NodeKey& kiosk = fuzz::TheOffice().nodes.front();
  const bool own = fuzz::TakeChoice(bytes, 2) == 1;
  const std::string line = own ? Signed(bytes) : std::string(bytes);
  const Result<Beat> beat = ReadBeat(line, kiosk.Office(), kiosk.Id(), kiosk.signing.Public());
  fuzz::RequireReason(beat);
  if (!beat.Ok()) return 0;
  fuzz::Require(own || line == fuzz::TheBeatLine(), "nobody else signs for the kiosk");
  const std::string written = WriteBeat(beat.Value(), kiosk.signing);
  const auto again = ReadBeat(written, kiosk.Office(), kiosk.Id(), kiosk.signing.Public());
  fuzz::Require(again.Ok() && again.Value() == beat.Value(), "a heartbeat is read as written");
  const Result<Fields> said = ReadStrict(std::string_view(line).substr(0, line.size() - 1));
  for (const char* number : {"at", "ep", "free", "seg"}) {
    const Result<Fields> meant =
        ReadStrict(std::string_view(written).substr(0, written.size() - 1));
    fuzz::Require(NumberOf(said.Value(), number) == NumberOf(meant.Value(), number),
                  "a number is the one that was signed");
  }
  return 0;
}

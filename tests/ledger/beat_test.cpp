#include "ledger/beat.h"

#include "formats/strict_json.h"
#include "support/catch.h"
#include "support/founded_office.h"

namespace tanggap {
namespace {

Beat BeatOf(const NodeKey& kiosk) {
  return {
      kiosk.Office(), kiosk.Id(), 1795250000000, 1, "9f2c01ab", 3, std::string(64, 'a'), 900, 1};
}

// The kiosk's own signature over a line in which one number is another.
std::string WithNumber(const Beat& beat, const NodeKey& kiosk, const char* name,
                       std::int64_t number) {
  const std::string line = WriteBeat(beat, kiosk.signing);
  Fields fields = ReadStrict(std::string_view(line).substr(0, line.size() - 1)).Value();
  fields.erase("sig");
  fields.insert_or_assign(name, number);
  Packed packed;
  packed.Raw(std::string_view("tanggap/1/beat\0", 15)).Raw(WriteStrict(fields));
  fields.insert_or_assign("sig", ToBase64(kiosk.signing.Sign(packed.View())));
  return WriteStrict(fields) + '\n';
}

TEST_CASE("A heartbeat is read as it was written", "[ledger][beat]") {
  const FoundedOffice office;
  const NodeKey& kiosk = office.Node(Writes::kKiosk);
  const Beat beat = BeatOf(kiosk);
  const auto read =
      ReadBeat(WriteBeat(beat, kiosk.signing), kiosk.Office(), kiosk.Id(), kiosk.signing.Public());
  REQUIRE(read.Ok());
  CHECK(read.Value() == beat);
}

TEST_CASE("A signed number that no chain has is refused, not taken for another one",
          "[ledger][beat]") {
  const FoundedOffice office;
  const NodeKey& kiosk = office.Node(Writes::kKiosk);
  const auto reads = [&](const char* name, std::int64_t number) {
    return ReadBeat(WithNumber(BeatOf(kiosk), kiosk, name, number), kiosk.Office(), kiosk.Id(),
                    kiosk.signing.Public())
        .Ok();
  };
  REQUIRE(reads("seg", 0));
  CHECK_FALSE(reads("seg", (std::int64_t{1} << 32) + 3));
  CHECK_FALSE(reads("seg", -1));
  CHECK_FALSE(reads("ep", 0));
  CHECK_FALSE(reads("ep", (std::int64_t{1} << 32) + 1));
  CHECK_FALSE(reads("at", -1));
}

}  // namespace
}  // namespace tanggap

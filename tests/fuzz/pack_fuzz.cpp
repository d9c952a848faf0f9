// Packs: several segments in one file, cut and joined anywhere, as readers and mirrors see them.
#include <algorithm>

#include "folder/wholeness.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/hash.h"

using namespace tanggap;

namespace {

// Three good segments that follow each other; inputs are cut from them.
const std::vector<std::string>& Parts() {
  static const std::vector<std::string> parts = [] {
    std::string hash = fuzz::FirstLink();
    std::vector<std::string> made;
    for (std::uint32_t number = 1; number <= 3; ++number) {
      RecordLine line;
      line.record.id.bytes.fill(static_cast<std::uint8_t>(number));
      line.record.type = RecordType::kRated;
      line.record.type_name = "rated";
      line.record.day = DayFromIso("2026-11-21").value();
      line.record.hlc = {1795250000000, 0};
      line.record.clear = {{"score", 3}};
      SealedRecord record;
      record.id = line.record.id;
      record.line = WriteRecordLine(line);
      made.push_back(fuzz::SegmentAround({record}, number, hash, hash));
    }
    return made;
  }();
  return parts;
}

// Each two bytes choose a part and how much of its end is missing; others are taken as they are.
std::string Joined(std::string_view recipe) {
  std::string pack;
  while (recipe.size() >= 2 && pack.size() < 64'000) {
    const unsigned choice = fuzz::TakeChoice(recipe, 8);
    const auto cut = static_cast<unsigned char>(recipe.front());
    recipe.remove_prefix(1);
    if (choice < Parts().size()) {
      const std::string& part = Parts()[choice];
      pack += part.substr(0, part.size() - std::min<std::size_t>(part.size(), cut));
    } else {
      pack += recipe.substr(0, cut);
      recipe.remove_prefix(std::min<std::size_t>(recipe.size(), cut));
    }
  }
  return pack;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  const std::string pack = Joined(fuzz::TextOf(data, size));
  const SegmentReading reading = ReadSegments(pack, fuzz::TheOffice().roster.Id(), fuzz::TheKeys());
  const std::vector<std::string> ends = EndsIn(pack);
  static_cast<void>(BodiesNamedBy(pack));
  if (reading.outcome != ReadOutcome::kWhole) return 0;
  fuzz::Require(ends.size() == reading.segments.size(), "a mirror sees the segments a reader sees");
  const SegmentHeader& first = reading.segments.front().header;
  const SegmentName name{first.epoch, first.nonce, first.number,
                         reading.segments.back().hash.substr(0, 8)};
  fuzz::Require(CheckSegment(pack, name).wholeness == Wholeness::kWhole,
                "what a reader takes, a mirror carries");
  for (std::size_t i = 1; i < reading.segments.size(); ++i) {
    fuzz::Require(reading.segments[i].header.previous == reading.segments[i - 1].hash,
                  "segments of a pack follow each other");
  }
  return 0;
}

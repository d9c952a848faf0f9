// Segments and boxes: as they come, and as lines inside a chain and a signature that hold.
#include <algorithm>

#include "folder/wholeness.h"
#include "fuzz/fuzz.h"
#include "fuzz/fuzz_office.h"
#include "ledger/hash.h"

using namespace tanggap;

namespace {

void ReadAll(std::string_view bytes, std::string_view box) {
  const SegmentReading reading =
      ReadSegments(bytes, fuzz::TheOffice().roster.Id(), fuzz::TheKeys());
  if (reading.outcome != ReadOutcome::kWhole) return;
  fuzz::Require(!reading.segments.empty(), "a whole file holds a segment");
  const SegmentName name{
      reading.segments.front().header.epoch, reading.segments.front().header.nonce,
      reading.segments.front().header.number, reading.segments.back().hash.substr(0, 8)};
  fuzz::Require(CheckSegment(bytes, name).wholeness == Wholeness::kWhole,
                "what a reader takes, a mirror carries");
  for (const Segment& segment : reading.segments) {
    for (const SegmentRecord& record : segment.records)
      fuzz::Require(WriteRecordLine(record.line).size() <= record.bytes.size() + 1024,
                    "a record line is not made of nothing");
  }
  const BoxReading read = ReadBox(box, reading.segments);
  for (const BoxBody& body : read.bodies)
    fuzz::Require(box.find(body.body.line) != std::string_view::npos, "a body is of the box");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  StartLedger();
  std::string_view bytes = fuzz::TextOf(data, size);
  if (fuzz::TakeChoice(bytes, 2) == 0) {
    const std::size_t half = std::min(bytes.find('\0'), bytes.size());
    ReadAll(bytes.substr(0, half), bytes.substr(std::min(half + 1, bytes.size())));
    return 0;
  }
  std::vector<SealedRecord> records;
  for (const std::string_view line : fuzz::LinesIn(bytes)) {
    SealedRecord record;
    record.line = line;
    records.push_back(std::move(record));
  }
  if (records.empty()) return 0;
  std::string hash;
  ReadAll(fuzz::SegmentAround(records, 1, fuzz::FirstLink(), hash), bytes);
  return 0;
}

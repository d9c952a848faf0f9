// Writing segments and boxes.
#include "ledger/segment.h"

#include <cassert>

#include "formats/strict_json.h"
#include "ledger/segment_text.h"

namespace tanggap {

using namespace std::string_view_literals;

Packed SegmentSignedBytes(const Hash& link, std::uint32_t records) {
  Packed bytes;
  bytes.Raw("tanggap/1/seg\0"sv).Raw(ByteSpan{link}).Number(records);
  return bytes;
}

std::string WriteSegmentHeader(const SegmentHeader& header) {
  return WriteStrict({{"ep", static_cast<std::int64_t>(header.epoch)},
                      {"first", static_cast<std::int64_t>(header.first)},
                      {"k", "seg"},
                      {"node", header.node.value},
                      {"nonce", header.nonce},
                      {"off", header.office.value},
                      {"prev", header.previous},
                      {"ros", static_cast<std::int64_t>(header.roster)},
                      {"seg", static_cast<std::int64_t>(header.number)},
                      {"v", 1}});
}

ClosedSegment CloseSegment(const SegmentHeader& header, std::span<const SealedRecord> records,
                           const SigningKey& node) {
  assert(!records.empty() && records.size() <= kMaxSegmentRecords);
  ClosedSegment segment;
  segment.epoch = header.epoch;
  segment.nonce = header.nonce;
  segment.number = header.number;
  segment.first = header.first;
  segment.count = static_cast<std::uint32_t>(records.size());
  segment.day = records.front().day;
  segment.header_line = WriteSegmentHeader(header);
  Hash link = ArrayFromHex<32>(header.previous).value_or(Hash{});
  link = NextLink(link, segment.header_line);
  for (const SealedRecord& record : records)
    link = NextLink(link, record.line);
  segment.hash = ToHex(link);
  const Signature signature = node.Sign(SegmentSignedBytes(link, segment.count).View());
  segment.end_line = WriteStrict({{"h", segment.hash},
                                  {"k", "end"},
                                  {"n", static_cast<std::int64_t>(segment.count)},
                                  {"sig", ToBase64(signature)}});
  return segment;
}

std::string SegmentBytes(const ClosedSegment& segment, std::span<const SealedRecord> records) {
  std::string bytes = segment.header_line + '\n';
  for (const SealedRecord& record : records) {
    bytes += record.line;
    bytes += '\n';
  }
  bytes += segment.end_line;
  bytes += '\n';
  return bytes;
}

std::string BoxBytes(std::span<const SealedRecord> records) {
  std::string bytes;
  for (const SealedRecord& record : records) {
    for (const SealedBody& body : record.bodies) {
      bytes += body.line;
      bytes += '\n';
    }
  }
  return bytes;
}

}  // namespace tanggap

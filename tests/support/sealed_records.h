// Records as the journal takes them, for tests that need no keys: the bytes stand for ciphertext.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "ports/journal.h"

namespace tanggap {

inline RecordId NumberedId(std::uint32_t n) {
  RecordId id;
  for (std::size_t i = 0; i < 4; ++i)
    id.bytes[i] = static_cast<std::uint8_t>(n >> (8 * i));
  id.bytes[15] = 0x5a;
  return id;
}

inline SealedRecord NumberedRecord(std::uint32_t n, const std::string& day = "2026-11-21") {
  SealedRecord record;
  record.id = NumberedId(n);
  record.type = RecordType::kComplaintLodged;
  record.day = DayFromIso(day).value();
  record.hlc = {1795250000000 + n, 0};
  record.line = R"({"id":")" + ToHex(record.id) + R"(","t":"complaint_lodged"})";
  record.bodies = {{BodyClass::kContent, R"({"box":"c)" + std::to_string(n) + R"("})"},
                   {BodyClass::kFacts, R"({"box":"f)" + std::to_string(n) + R"("})"}};
  return record;
}

// The next segment of `count` records; its lines stand for signed ones.
inline ClosedSegment NextSegment(const ChainHead& head, std::uint32_t count,
                                 const std::string& day = "2026-11-21") {
  ClosedSegment segment;
  segment.epoch = head.epoch;
  segment.nonce = head.nonce;
  segment.number = head.segments + 1;
  segment.first = head.records_closed + 1;
  segment.count = count;
  segment.day = DayFromIso(day).value();
  segment.header_line = R"({"k":"seg","seg":)" + std::to_string(segment.number) + "}";
  segment.end_line = R"({"k":"end","n":)" + std::to_string(count) + "}";
  segment.hash = std::string(60, 'a') + std::to_string(1000 + segment.number);
  return segment;
}

}  // namespace tanggap

// Reading segments and boxes from outside: nothing is believed before its signature holds.
#include <algorithm>
#include <utility>

#include "formats/strict_json.h"
#include "ledger/line_reader.h"
#include "ledger/segment.h"
#include "ledger/segment_text.h"

namespace tanggap {
namespace {

constexpr std::int64_t kMaxNumber = 99'999'999;

bool IsHex(std::string_view text, std::size_t digits) {
  return text.size() == digits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool InRange(std::int64_t number) {
  return number >= 1 && number <= kMaxNumber;
}

// What is wrong with a header line, or "".
std::string ReadHeader(const Fields& fields, const OfficeId& office, SegmentHeader& header) {
  if (TextOf(fields, "k") != "seg" || NumberOf(fields, "v") != 1)
    return "expected the header of a segment, version 1";
  header.node = NodeId{TextOf(fields, "node")};
  header.nonce = TextOf(fields, "nonce");
  header.office = OfficeId{TextOf(fields, "off")};
  header.previous = TextOf(fields, "prev");
  if (header.office != office) return "belongs to another office";
  if (!IsHex(header.nonce, 8) || !IsHex(header.previous, 64)) return "nonce or prev is not hex";
  for (const std::string_view name : {"ep", "first", "ros", "seg"}) {
    if (!InRange(NumberOf(fields, name))) return std::string{name} + " must count from 1";
  }
  header.epoch = static_cast<std::uint32_t>(NumberOf(fields, "ep"));
  header.first = static_cast<std::uint64_t>(NumberOf(fields, "first"));
  header.roster = static_cast<std::uint32_t>(NumberOf(fields, "ros"));
  header.number = static_cast<std::uint32_t>(NumberOf(fields, "seg"));
  return {};
}

// Reads one file; one object a file.
class SegmentReader {
 public:
  SegmentReader(std::string_view bytes, const OfficeId& office, const NodeKeys& keys)
      : lines_(bytes), office_(office), keys_(keys) {}

  SegmentReading Read() {
    do {
      if (!ReadOne()) return std::move(reading_);
    } while (!lines_.AtEnd());
    reading_.outcome = ReadOutcome::kWhole;
    return std::move(reading_);
  }

 private:
  bool Stop(ReadOutcome outcome, std::string what) {
    reading_.segments.clear();
    reading_.outcome = outcome;
    reading_.problem = Problem{"", lines_.Number(), std::move(what)};
    return false;
  }
  bool Damaged(std::string what) { return Stop(ReadOutcome::kDamaged, std::move(what)); }
  bool Incomplete() {
    return Stop(ReadOutcome::kIncomplete, "incomplete: the end line has not arrived");
  }

  bool ReadOne() {
    Segment segment;
    const auto first = lines_.Next();
    if (!first) return Incomplete();
    const auto fields = ReadStrict(*first);
    if (!fields) return Damaged(fields.Problems().front().message);
    if (std::string fault = ReadHeader(fields.Value(), office_, segment.header); !fault.empty())
      return Damaged(std::move(fault));
    if (!reading_.segments.empty() && !Continues(segment.header))
      return Damaged("does not continue the segment before it in this file");
    const auto key = keys_(segment.header.node);
    if (!key) return Stop(ReadOutcome::kUnknownNode, "written by a node that no roster names");
    link_ = NextLink(*ArrayFromHex<32>(segment.header.previous), *first);
    while (const auto line = lines_.Next()) {
      // Only end lines begin so: of their keys h is the first in byte order.
      if (line->starts_with(R"({"h":)")) return ReadEnd(*line, *key, std::move(segment));
      if (!ReadRecord(*line, segment)) return false;
    }
    return Incomplete();
  }

  bool ReadRecord(std::string_view line, Segment& segment) {
    if (++records_ > kMaxSegmentRecords) return Damaged("more than 4,096 records in one file");
    auto read = ReadRecordLine(line);
    if (!read) return Damaged(read.Problems().front().message);
    Record& record = read.Value().record;
    if (segment.records.empty()) segment.day = record.day;
    if (record.day != segment.day) return Damaged("a segment holds records of one day only");
    record.node = segment.header.node;
    record.epoch = segment.header.epoch;
    record.sequence = segment.header.first + segment.records.size();
    link_ = NextLink(link_, line);
    segment.records.push_back({std::move(read.Value()), std::string{line}});
    return true;
  }

  bool ReadEnd(std::string_view line, const PublicKey& key, Segment segment) {
    const auto read = ReadStrict(line);
    if (!read) return Damaged(read.Problems().front().message);
    const Fields& end = read.Value();
    segment.hash = ToHex(link_);
    if (TextOf(end, "k") != "end" || end.size() != 4) return Damaged("expected h, k, n and sig");
    if (TextOf(end, "h") != segment.hash)
      return Damaged("a byte was changed: the hash is not that of the lines above");
    const auto count = static_cast<std::uint32_t>(segment.records.size());
    if (count == 0) return Damaged("a segment without records");
    if (NumberOf(end, "n", -1) != static_cast<std::int64_t>(count))
      return Damaged("the count is not that of the lines above");
    const auto signature = FromBase64(TextOf(end, "sig"));
    if (!signature || !Verify(key, SegmentSignedBytes(link_, count).View(), *signature))
      return Damaged("the signature is not its node's");
    reading_.segments.push_back(std::move(segment));
    return true;
  }

  [[nodiscard]] bool Continues(const SegmentHeader& header) const {
    const Segment& before = reading_.segments.back();
    return header.node == before.header.node && header.epoch == before.header.epoch &&
           header.nonce == before.header.nonce && header.number == before.header.number + 1 &&
           header.first == before.header.first + before.records.size() &&
           header.previous == before.hash;
  }

  LineReader lines_;
  const OfficeId& office_;
  const NodeKeys& keys_;
  Hash link_{};
  std::size_t records_ = 0;
  SegmentReading reading_;
};

}  // namespace

SegmentReading ReadSegments(std::string_view bytes, const OfficeId& office, const NodeKeys& keys) {
  if (bytes.size() > kMaxSegmentFile) {
    SegmentReading reading;
    reading.problem = Problem{"", 0, "the file is larger than 8 MiB"};
    return reading;
  }
  return SegmentReader{bytes, office, keys}.Read();
}

bool EndsAreSigned(std::string_view bytes, const PublicKey& key) {
  LineReader lines{bytes};
  while (const auto line = lines.Next()) {
    // Keys stand in byte order, so no other line begins like this.
    if (!line->starts_with(R"({"h":")")) continue;
    const auto read = ReadStrict(*line);
    if (!read) return false;
    const auto link = ArrayFromHex<32>(TextOf(read.Value(), "h"));
    const auto count = static_cast<std::uint32_t>(NumberOf(read.Value(), "n"));
    const auto signature = FromBase64(TextOf(read.Value(), "sig"));
    if (!link || !signature || !Verify(key, SegmentSignedBytes(*link, count).View(), *signature))
      return false;
  }
  return true;
}

BoxReading ReadBox(std::string_view bytes, const Segment& segment) {
  return ReadBox(bytes, std::span{&segment, 1});
}

BoxReading ReadBox(std::string_view bytes, std::span<const Segment> segments) {
  BoxReading reading;
  std::vector<const SegmentRecord*> records;
  for (const Segment& segment : segments) {
    for (const SegmentRecord& record : segment.records)
      records.push_back(&record);
  }
  // What the segments name, in their order: records, then classes in byte order.
  std::vector<std::pair<std::size_t, BodyClass>> expected;
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const auto& [body_class, hash] : records[i]->line.body_hashes)
      expected.emplace_back(i, body_class);
  }
  const auto missing = [&](const std::pair<std::size_t, BodyClass>& body) {
    reading.missing.emplace_back(records[body.first]->line.record.id, body.second);
  };
  LineReader lines{bytes};
  auto next = expected.begin();
  if (bytes.size() > kMaxSegmentFile) {
    reading.problem = Problem{"", 0, "the file is larger than 8 MiB"};
    return reading;
  }
  while (const auto line = lines.Next()) {
    const auto read = ReadBodyLine(*line);
    if (!read) {
      reading.problem = Problem{"", lines.Number(), read.Problems().front().message};
      return reading;
    }
    const auto found = std::find_if(next, expected.end(), [&](const auto& body) {
      return body.second == read.Value().body_class &&
             records[body.first]->line.record.id == read.Value().id;
    });
    if (found == expected.end()) {
      reading.problem = Problem{"", lines.Number(), "a body out of order, or of no record here"};
      return reading;
    }
    if (HexHashOf(*line) != records[found->first]->line.body_hashes.at(found->second)) {
      reading.problem =
          Problem{"", lines.Number(), "a byte was changed: not the hash in the record"};
      return reading;
    }
    std::for_each(next, found, missing);
    reading.bodies.push_back({found->first, {found->second, std::string{*line}}});
    next = found + 1;
  }
  std::for_each(next, expected.end(), missing);
  reading.whole = lines.AtEnd();
  if (!reading.whole)
    reading.problem = Problem{"", lines.Number() + 1, "incomplete: the last line has no end"};
  return reading;
}

}  // namespace tanggap

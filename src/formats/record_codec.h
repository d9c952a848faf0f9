// Records as lines: the record line of a segment, the body line of a box, the plaintext in it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "domain/record.h"
#include "domain/result.h"

namespace tanggap {

// A record line. `record` has no node, epoch or sequence (the segment gives them); its bodies are
// kSealed, one for each hash.
struct RecordLine {
  Record record;
  std::map<BodyClass, std::string> body_hashes;  // 64 hex digits, of the body line without its \n
  bool operator==(const RecordLine&) const = default;
};
// An unknown type reads as kUnknown with its name kept; unknown fields are passed over (the line
// itself is what is stored and carried).
[[nodiscard]] Result<RecordLine> ReadRecordLine(std::string_view line);
[[nodiscard]] std::string WriteRecordLine(const RecordLine& line);

// A body line: ciphertexts in base64, as they stand in the line.
struct BodyLine {
  RecordId id;
  BodyClass body_class = BodyClass::kFacts;
  std::uint32_t reading_key = 0;  // `rk`, from 1
  std::string box;
  std::string key_for_readers;  // `kw`
  std::string key_for_ticket;   // `tk`; empty where the ticket does not open it
  bool operator==(const BodyLine&) const = default;
};
[[nodiscard]] Result<BodyLine> ReadBodyLine(std::string_view line);
[[nodiscard]] std::string WriteBodyLine(const BodyLine& line);

// What is sealed in a box.
struct BodyText {
  Fields fields;          // `b`
  std::string signed_as;  // the exact bytes of `b`, which `psig` covers
  PersonId by;            // empty from kiosks
  std::string signature;  // `psig`, base64; empty from kiosks
  // `psig2`, base64: of the second person whom `b` names, where the record needs one.
  std::string second_signature;
};
[[nodiscard]] Result<BodyText> ReadBodyText(std::string_view text);
// `signed_as` is what is written for `b`; `fields` is not looked at.
void AppendBodyText(std::string& out, const BodyText& text);

}  // namespace tanggap

#include "domain/data_rights.h"

#include <utility>

namespace tanggap {

Holds HoldsOf(std::span<const Record> records) {
  Holds holds;
  Hlc last;
  for (const Record& record : records) {
    if (record.type != RecordType::kLegalHold) continue;
    holds.seen.push_back(record.id);
    const auto facts = record.bodies.find(BodyClass::kFacts);
    const bool open = facts != record.bodies.end() && facts->second.state == BodyState::kOpen;
    if (last < record.hlc || !open) {
      last = record.hlc;
      holds.on = !open || FlagOf(record.Facts(), "on");
    }
  }
  return holds;
}

std::vector<KeptBodies> KeptBodiesOf(std::span<const Record> records) {
  std::vector<KeptBodies> kept;
  for (const Record& record : records) {
    std::string classes;
    for (const auto& [body_class, body] : record.bodies) {
      if (body.state != BodyState::kErased) classes += static_cast<char>(body_class);
    }
    if (!classes.empty()) kept.push_back({record.id, std::move(classes)});
  }
  return kept;
}

List BodiesToErase(const std::vector<KeptBodies>& kept, std::string_view classes) {
  List bodies;
  for (const KeptBodies& one : kept) {
    std::string letters;
    for (const char letter : one.classes) {
      if (classes.find(letter) != std::string_view::npos) letters += letter;
    }
    if (!letters.empty()) bodies.emplace_back(List{ToHex(one.record), letters});
  }
  return bodies;
}

Draft ErasureOf(const Holds& holds, List bodies) {
  Draft draft;
  draft.type = RecordType::kErased;
  draft.refs = holds.seen;
  draft.clear = {{"bodies", std::move(bodies)}};
  return draft;
}

Draft DataOrder(RecordType type, const RecordId& case_id, bool on) {
  Draft draft;
  draft.type = type;
  draft.refs = {case_id};
  draft.facts = {{"on", on}};
  return draft;
}

}  // namespace tanggap

#include "desk/annotate.h"

#include <algorithm>
#include <utility>

namespace tanggap::desk {
namespace {

// The words of a record that its line in the history shows.
std::string NoteOf(const Record& record) {
  const Fields& content = record.Content();
  for (const char* name : {"text", "reason", "place"}) {
    std::string words = TextOf(content, name);
    if (!words.empty()) return words;
  }
  std::string joined;
  for (const std::string& reason : TextsOf(content, "reasons")) {
    if (reason.empty()) continue;
    if (!joined.empty()) joined += " ";
    joined += reason;
  }
  return joined;
}

// A device signs every record in its chain; a person signs what they wrote, inside the bodies.
Signed SignedBy(const Record& record) {
  bool open = record.bodies.empty();
  bool person = false;
  for (const auto& [body_class, body] : record.bodies) {
    if (body.state == BodyState::kForged) return Signed::kForged;
    if (body.state != BodyState::kOpen) continue;
    open = true;
    person = person || !body.by.Empty();
  }
  if (!open) return Signed::kSealed;
  return person ? Signed::kPerson : Signed::kDevice;
}

std::vector<std::string> ProofsOf(const Record& record, const std::vector<Record>& records) {
  std::vector<std::string> proofs;
  for (const Fields& row : RowsOf(record.Facts(), "findings")) {
    std::string words;
    for (const std::string& hex : WordsOf(row, "evidence")) {
      const auto id = RecordIdFromHex(hex);
      const auto kept =
          std::ranges::find_if(records, [&](const Record& one) { return id && one.id == *id; });
      if (kept == records.end() || kept->type != RecordType::kEvidence) continue;
      std::string place = TextOf(kept->Content(), "place");
      if (place.empty()) place = TextOf(kept->Content(), "text");
      if (!words.empty()) words += "; ";
      words += place;
    }
    proofs.push_back(std::move(words));
  }
  return proofs;
}

bool EndsOrder(const Record& record) {
  const bool order =
      record.type == RecordType::kRestricted || record.type == RecordType::kLegalHold;
  return order && Has(record.Facts(), "on") && !FlagOf(record.Facts(), "on");
}

}  // namespace

bool LacksErased(const std::vector<Record>& records) {
  return std::ranges::any_of(records, [](const Record& record) {
    return std::ranges::any_of(
        record.bodies, [](const auto& body) { return body.second.state == BodyState::kErased; });
  });
}

void AnnotateErasures(OpenCase& open, const std::vector<Record>& records,
                      const std::vector<Record>& erased) {
  for (const Record& record : erased) {
    const auto named = PairsOf(record.clear, "bodies");
    const bool ours = std::ranges::any_of(named, [&](const auto& body) {
      const auto id = RecordIdFromHex(body.first);
      return id && std::ranges::find(records, *id, &Record::id) != records.end();
    });
    if (!ours) continue;
    // On request it has a reason, by the schedule its rule.
    std::string why = TextOf(record.Content(), "reason");
    if (why.empty()) why = TextOf(record.Facts(), "rule");
    open.erasures.push_back({record.id, FromMillis(record.hlc.ms), record.By(), std::move(why)});
  }
  std::ranges::sort(open.erasures, {}, &Erasure::at);
}

void Annotate(OpenCase& open, const std::vector<Record>& records) {
  open.holds = HoldsOf(records);
  open.kept = KeptBodiesOf(records);
  for (const Record& record : records) {
    std::string note = NoteOf(record);
    if (record.type == RecordType::kIdentityRead)
      open.purposes[record.id] = TextOf(record.Facts(), "purpose");
    if (record.id != open.file.id && !note.empty()) open.notes.emplace(record.id, std::move(note));
    open.signatures[record.id] = SignedBy(record);
    if (EndsOrder(record)) open.ended.insert(record.id);
    if (record.type == RecordType::kStatementWithdrawn) {
      if (const auto named = RecordIdFromHex(TextOf(record.Facts(), "record")))
        open.taken_back[*named] = record.id;
    }
    if (record.type == RecordType::kDecided) open.answers = TextsOf(record.Content(), "answers");
    const bool judged =
        record.type == RecordType::kClassified || record.type == RecordType::kResolvedConflict;
    if (judged) open.proofs[record.id] = ProofsOf(record, records);
  }
  // Whoever keeps one side's judgement keeps its evidence.
  for (const Record& record : records) {
    if (record.type != RecordType::kResolvedConflict) continue;
    const auto keep = RecordIdFromHex(TextOf(record.Facts(), "keep"));
    const auto side = keep ? open.proofs.find(*keep) : open.proofs.end();
    if (side == open.proofs.end()) continue;
    const std::vector<std::string> proofs = side->second;
    open.proofs[record.id] = proofs;
  }
}

}  // namespace tanggap::desk

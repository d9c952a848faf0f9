// Opens every body and asks whose signature it bears.
#include "ledger/verify_people.h"

#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "domain/record_schema.h"
#include "ledger/segment.h"

namespace tanggap {
namespace {

using Place = std::tuple<NodeId, std::uint32_t, std::string, std::uint32_t, std::string>;

Place PlaceOf(const TreeFile& file) {
  return {file.node, file.epoch, file.nonce, file.number, file.start};
}

class PeopleCheck {
 public:
  PeopleCheck(const Roster& roster, const ReadingKeys& keys, TreeBytes& bytes)
      : roster_(roster), keys_(keys), bytes_(bytes) {}

  void Check(const TreeFile& segment_file, const TreeFile& box_file) {
    const auto lines = bytes_.Read(segment_file, kMaxSegmentFile);
    const auto box_lines = bytes_.Read(box_file, kMaxSegmentFile);
    if (!lines || !box_lines) return;
    const SegmentReading reading = ReadSegments(
        lines.Value(), roster_.Id(), [this](const NodeId& id) -> std::optional<PublicKey> {
          const RosterNode* node = roster_.Find(id);
          if (node == nullptr) return std::nullopt;
          return node->public_key;
        });
    if (reading.outcome != ReadOutcome::kWhole) return;
    // A pack's box holds the bodies of all its segments.
    const BoxReading box = ReadBox(box_lines.Value(), reading.segments);
    if (!box.whole) return;
    std::vector<const Record*> records;
    for (const Segment& segment : reading.segments) {
      for (const SegmentRecord& record : segment.records)
        records.push_back(&record.line.record);
    }
    int line = 0;
    for (const BoxBody& body : box.bodies)
      CheckBody(box_file.path, ++line, *records[body.record], body.body);
  }

  PeopleReport report;

 private:
  void Wrong(const std::string& file, int line, const Record& record, const std::string& why) {
    report.problems.push_back(
        {file, line, "record " + ToHex(record.id) + " (" + record.type_name + "): " + why});
  }

  void CheckBody(const std::string& file, int line, const Record& record, const SealedBody& body) {
    const Opening opening = OpenBody(roster_, keys_, record.id, record.type_name, body.line);
    if (!opening.body) {
      if (opening.fault == OpenFault::kNoKey) ++report.unreadable;
      if (opening.fault == OpenFault::kDamaged)
        Wrong(file, line, record, "can't be opened: it was not sealed as the format says");
      if (opening.fault == OpenFault::kSignature) {
        Wrong(file, line, record,
              "not signed by the person it names, or by nobody: it counts for nothing");
      }
      return;
    }
    if (opening.second_unsigned)
      Wrong(file, line, record,
            "names a second person who did not sign it: the name counts for nothing");
    if (opening.body->by.Empty()) return;
    ++report.signatures;
    const RosterPerson* person = roster_.Find(opening.body->by);
    std::string why = WhyNotCounted(*person, record.node, record.epoch, record.sequence);
    if (!why.empty()) Wrong(file, line, record, why);
    const RosterPerson* second = roster_.Find(PersonId{TextOf(opening.body->fields, kSecondField)});
    if (second == nullptr) return;
    why = WhyNotCounted(*second, record.node, record.epoch, record.sequence);
    if (!why.empty()) Wrong(file, line, record, "its second person: " + why);
  }

  const Roster& roster_;
  const ReadingKeys& keys_;
  TreeBytes& bytes_;
};

}  // namespace

PeopleReport VerifyPeople(const Roster& roster, const ReadingKeys& keys,
                          const std::vector<TreeFile>& files, TreeBytes& bytes) {
  std::map<Place, const TreeFile*> boxes;  // of each segment the newest generation
  for (const TreeFile& file : files) {
    if (file.kind != TreeFileKind::kBox) continue;
    const TreeFile*& newest = boxes[PlaceOf(file)];
    if (newest == nullptr || newest->generation < file.generation) newest = &file;
  }
  PeopleCheck check(roster, keys, bytes);
  for (const TreeFile& file : files) {
    if (file.kind != TreeFileKind::kSegment) continue;
    const auto box = boxes.find(PlaceOf(file));
    if (box != boxes.end()) check.Check(file, *box->second);
  }
  return std::move(check.report);
}

}  // namespace tanggap

#include "simulation/deeds.h"

#include <algorithm>
#include <array>
#include <string>

#include "domain/record_schema.h"

namespace tanggap::simulation {
namespace {

constexpr std::array kDeeds{
    RecordType::kClassified,      RecordType::kClassified,      RecordType::kProposed,
    RecordType::kProposed,        RecordType::kDecided,         RecordType::kDecided,
    RecordType::kRemedyDelivered, RecordType::kRemedyDelivered, RecordType::kResolvedConflict,
    RecordType::kAssigned,        RecordType::kResponded,       RecordType::kNote,
    RecordType::kLegalHold,       RecordType::kErased,          RecordType::kOfficerConcerned};

List FindingRows(Course& course) {
  const auto& grades = course.office.decree.severities;
  Fields row{{"aspect", "waktu"}, {"unproven", true}};
  if (!grades.empty()) row["severity"] = course.chance.In(grades).id.value;
  return {row};
}

List RemedyRows(Course& course, bool decided) {
  const auto& remedies = course.office.decree.remedies;
  Fields row{{"remedy", course.chance.In(remedies).id.value}, {"beneficiary", "pelapor"}};
  if (decided) row["granted"] = true;
  return {row};
}

// The decision grants what was proposed.
List DecisionRows(const CaseFile& file) {
  List rows;
  for (const RemedyItem& item : file.proposal) {
    rows.emplace_back(Fields{
        {"remedy", item.id.value},
        {"beneficiary", item.beneficiary == Beneficiary::kComplainant ? "pelapor" : "petugas"},
        {"granted", true}});
  }
  return rows;
}

// As `tanggap erase` does: it names the holds that it sees, and is refused while one is on.
bool FillErasure(DeskMachine& desk, const RecordId& id, Draft& draft) {
  List bodies;
  Hlc last;
  bool on = false;
  draft.refs.clear();
  for (const Record& record : desk.Cases().RecordsOf(id)) {
    if (record.type == RecordType::kLegalHold) {
      draft.refs.push_back(record.id);
      const auto facts = record.bodies.find(BodyClass::kFacts);
      const bool open = facts != record.bodies.end() && facts->second.state == BodyState::kOpen;
      if (last < record.hlc || !open) {
        last = record.hlc;
        on = !open || FlagOf(record.Facts(), "on");
      }
    }
    std::string letters;
    for (const auto& [body_class, body] : record.bodies) {
      if (body_class != BodyClass::kFacts && body.state != BodyState::kErased)
        letters += static_cast<char>(body_class);
    }
    if (!letters.empty()) bodies.emplace_back(List{ToHex(record.id), letters});
  }
  if (on || bodies.empty()) return false;
  draft.clear = {{"bodies", std::move(bodies)}};
  return true;
}

bool Fill(Course& course, DeskMachine& desk, const CaseFile& file, Draft& draft) {
  Chance& chance = course.chance;
  const auto& people = course.people;
  switch (draft.type) {
    case RecordType::kClassified:
      draft.facts = {{"findings", FindingRows(course)}};
      draft.content = {{"reasons", List{"kenari menunggu lama"}}};
      return true;
    case RecordType::kResolvedConflict: {
      // Whoever is at hand, also somebody who may not: every desk has to refuse that alike.
      const PersonKey& second = chance.In(people);
      draft.facts = {{"topic", "classified"},
                     {"findings", FindingRows(course)},
                     {std::string(kSecondField), second.Id().value}};
      draft.content = {{"reason", "kenari didengar"}};
      desk.Agrees(second);
      return file.side == TicketSide::kConflict;
    }
    case RecordType::kProposed:
      draft.facts = {{"items", RemedyRows(course, false)}};
      return true;
    case RecordType::kDecided:
      draft.facts = {{"outcome", "granted"}, {"items", DecisionRows(file)}};
      return !file.proposal.empty();
    case RecordType::kRemedyDelivered:
      if (file.decision.empty()) return false;
      draft.facts = {{"remedy", chance.In(file.decision).id.value}};
      // The screen offers only what wasn't handed over yet.
      return std::ranges::none_of(file.deliveries, [&](const Delivery& delivery) {
        return delivery.remedy.value == TextOf(draft.facts, "remedy");
      });
    case RecordType::kAssigned:
      draft.facts = {{"to", chance.In(people).Id().value}};
      return true;
    case RecordType::kResponded:
      draft.facts = {{"answer", "complete"}};
      return true;
    case RecordType::kLegalHold:
      draft.facts = {{"on", chance.OneIn(2)}};
      return true;
    case RecordType::kOfficerConcerned:
      // Only beside a dishonest desk: whoever is named does nothing more about the case.
      draft.facts = {{"concerns", "person"}, {"person", chance.In(people).Id().value}};
      return course.dishonest != nullptr && chance.OneIn(2);
    case RecordType::kErased:
      return FillErasure(desk, file.id, draft);
    default:
      draft.content = {{"text", "kenari " + std::to_string(chance.Below(100))}};
      return true;
  }
}

}  // namespace

std::optional<Draft> ChooseDeed(Course& course, DeskMachine& desk, const RecordId& id) {
  if (!desk.signed_in) return std::nullopt;
  const CaseFile file = desk.Fold(id);
  if (file.id != id) return std::nullopt;
  const PersonId person = course.people[*desk.signed_in].Id();
  const RosterPerson* known = desk.TheRoster().Find(person);
  if (known == nullptr || known->removed) return std::nullopt;
  constexpr int kTries = 8;
  for (int i = 0; i < kTries; ++i) {
    Draft draft;
    draft.type = course.chance.In(kDeeds);
    draft.refs = file.Refs();
    if (!WhyNot(file, draft.type, person, known->role, desk.clock.Now()).empty()) continue;
    if (!Fill(course, desk, file, draft)) continue;
    draft.id = desk.Recorder().NewId();
    return draft;
  }
  return std::nullopt;
}

}  // namespace tanggap::simulation

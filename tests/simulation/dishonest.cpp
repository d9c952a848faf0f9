#include "simulation/dishonest.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "domain/record_schema.h"
#include "ledger/status_drafts.h"

namespace tanggap::simulation {
namespace {

enum class Kind {
  kOwnProposal,  // the head decides what they proposed themselves
  kConcerned,    // the officer concerned judges the case
  kRetaliates,   // the officer concerned names somebody else
  kLowersAlone,  // a lower grade, with a second person's name and no word of theirs
  kOwnSide,      // a conflict is settled by one of its sides
  kRole,         // something that isn't this person's to write
  kNotGranted,   // handed over, and nobody granted it
  kTwice,        // handed over again
  kUndelivered,  // closed as done, with nothing handed over
  kForged,       // in the head's name
  kNobody,       // by the device alone
};
constexpr std::array kKinds{Kind::kOwnProposal, Kind::kConcerned, Kind::kRetaliates,
                            Kind::kLowersAlone, Kind::kOwnSide,   Kind::kRole,
                            Kind::kNotGranted,  Kind::kTwice,     Kind::kUndelivered,
                            Kind::kForged,      Kind::kNobody};

constexpr std::size_t kHead = 4;  // in the office's people

// Who lies about what, as their desk sees the case.
struct Liar {
  Course& course;
  const CaseFile& file;
  PersonId self;
  Role role;

  [[nodiscard]] bool Reads() const { return MayRead(role) && role != Role::kAuditor; }
  [[nodiscard]] bool WroteASide() const {
    return std::ranges::any_of(file.standing,
                               [&](const Classification& side) { return side.by == self; });
  }
};

int RankOf(const Decree& decree, const std::optional<SeverityId>& severity) {
  const DecreeSeverity* known = severity ? decree.Find(*severity) : nullptr;
  return known == nullptr ? 0 : known->rank;
}

Fields FindingRow(const SeverityId& severity) {
  return {{"aspect", "waktu"}, {"unproven", true}, {"severity", severity.value}};
}

const DecreeSeverity& Extreme(const Decree& decree, bool gravest) {
  const auto by_rank = [](const DecreeSeverity& a, const DecreeSeverity& b) {
    return a.rank < b.rank;
  };
  return gravest ? *std::ranges::max_element(decree.severities, by_rank)
                 : *std::ranges::min_element(decree.severities, by_rank);
}

Draft Classified(const Liar& liar) {
  Draft draft;
  draft.type = RecordType::kClassified;
  const auto& grade = Extreme(liar.course.office.decree, liar.course.chance.OneIn(2));
  draft.facts = {{"findings", List{FindingRow(grade.id)}}};
  return draft;
}

Draft Decided(const Liar& liar) {
  Draft draft;
  draft.type = RecordType::kDecided;
  List rows;
  for (const RemedyItem& item : liar.file.proposal)
    rows.emplace_back(
        Fields{{"remedy", item.id.value}, {"beneficiary", "pelapor"}, {"granted", true}});
  draft.facts = {{"outcome", "granted"}, {"items", std::move(rows)}};
  return draft;
}

Draft Concerns(const Liar& liar) {
  Draft draft;
  draft.type = RecordType::kOfficerConcerned;
  draft.facts = {{"concerns", "person"},
                 {"person", liar.course.chance.In(liar.course.people).Id().value}};
  return draft;
}

std::optional<Draft> Settles(const Liar& liar, bool lowers) {
  const Decree& decree = liar.course.office.decree;
  if (liar.file.side != TicketSide::kConflict) return std::nullopt;
  int now = 0;
  for (const Finding& finding : liar.file.findings)
    now = std::max(now, RankOf(decree, finding.severity));
  const DecreeSeverity& grade = Extreme(decree, !lowers);
  if (lowers ? grade.rank >= now : !liar.WroteASide()) return std::nullopt;
  Draft draft;
  draft.type = RecordType::kResolvedConflict;
  draft.facts = {{"topic", "classified"}, {"findings", List{FindingRow(grade.id)}}};
  draft.content = {{"reason", "kenari didengar"}};
  if (liar.course.chance.OneIn(2))
    draft.facts[std::string(kSecondField)] = liar.course.chance.In(liar.course.people).Id().value;
  return draft;
}

std::optional<Draft> HandsOver(const Liar& liar, bool again) {
  Draft draft;
  draft.type = RecordType::kRemedyDelivered;
  if (again) {
    if (liar.file.deliveries.empty() || liar.file.reopened_at) return std::nullopt;
    draft.facts = {{"remedy", liar.file.deliveries.front().remedy.value}};
    return draft;
  }
  const auto& remedies = liar.course.office.decree.remedies;
  const RemedyId remedy = liar.course.chance.In(remedies).id;
  const bool granted = std::ranges::any_of(
      liar.file.decision, [&](const RemedyItem& item) { return item.id == remedy; });
  if (granted) return std::nullopt;
  draft.facts = {{"remedy", remedy.value}};
  return draft;
}

Draft Closes() {
  Draft draft;
  draft.type = RecordType::kClosed;
  draft.facts = {{"outcome", "done"}};
  return draft;
}

// Nothing: this person has no occasion for it.
std::optional<Draft> Occasion(const Liar& liar, Kind kind) {
  const CaseFile& file = liar.file;
  const bool concerned = file.officer_concerned == liar.self;
  switch (kind) {
    case Kind::kOwnProposal: {
      const bool own = std::ranges::find(file.proposers, liar.self) != file.proposers.end();
      if (!own || liar.role != Role::kHead || file.stage != CaseStage::kProposed) break;
      return Decided(liar);
    }
    case Kind::kConcerned:
      if (concerned) return Classified(liar);
      break;
    case Kind::kRetaliates:
      if (concerned) return Concerns(liar);
      break;
    case Kind::kLowersAlone:
      return Settles(liar, true);
    case Kind::kOwnSide:
      return Settles(liar, false);
    case Kind::kRole:
      if (liar.role == Role::kSupervisor) return Decided(liar);
      if (liar.role != Role::kHead) return Classified(liar);
      break;
    case Kind::kNotGranted:
      if (liar.Reads()) return HandsOver(liar, false);
      break;
    case Kind::kTwice:
      if (liar.Reads()) return HandsOver(liar, true);
      break;
    case Kind::kUndelivered:
      if (liar.Reads() && file.stage == CaseStage::kGranted && file.deliveries.empty())
        return Closes();
      break;
    case Kind::kForged:
      if (liar.role == Role::kHead) break;
      return liar.course.chance.OneIn(2) ? Decided(liar) : Classified(liar);
    case Kind::kNobody:
      return liar.course.chance.OneIn(2) ? Decided(liar) : Classified(liar);
  }
  return std::nullopt;
}

CaseFile WithoutActs(CaseFile file) {
  file.acts.clear();
  file.changed = {};
  return file;
}

}  // namespace

void AcknowledgeFalsely(Course& course, DeskMachine& desk) {
  std::vector<Draft> drafts;
  for (const ReadCursor& cursor : desk.Cases().Cursors()) {
    const RosterNode* from = desk.TheRoster().Find(cursor.node);
    if (from == nullptr || from->kind != "kiosk") continue;
    for (std::uint32_t ahead = 0; ahead < 3; ++ahead) {
      std::string hash = cursor.hash;
      hash.front() = hash.front() == '0' ? '1' : '0';
      drafts.push_back(
          AckDraft({cursor.node, cursor.epoch, cursor.segment + ahead, hash}, course.randomness));
    }
  }
  if (!drafts.empty()) desk.Recorder().Write(drafts);
}

bool TellLie(Course& course, DeskMachine& desk, const RecordId& id) {
  if (!desk.signed_in) return false;
  const CaseFile file = desk.Fold(id);
  if (file.id != id) return false;
  const PersonId self = course.people[*desk.signed_in].Id();
  const Liar liar{course, file, self, desk.TheRoster().Find(self)->role};
  constexpr int kTries = 6;
  Kind kind = Kind::kRole;
  std::optional<Draft> draft;
  for (int i = 0; i < kTries && !draft; ++i) {
    kind = course.chance.In(kKinds);
    draft = Occasion(liar, kind);
  }
  if (!draft) return false;
  draft->id = desk.Recorder().NewId();
  draft->refs = file.Refs();
  // It may hide what it has seen, where that makes nothing of it lawful.
  const bool hides = kind == Kind::kConcerned || kind == Kind::kRole || kind == Kind::kForged ||
                     kind == Kind::kNobody;
  if (hides && course.chance.OneIn(2)) draft->refs = {id};
  if (kind == Kind::kForged || kind == Kind::kNobody) {
    desk.Forge(*draft, kind == Kind::kForged ? course.people[kHead].Id() : PersonId{});
  } else {
    desk.Recorder().Write(std::vector{*draft});
  }
  if (course.world.kill.dead) return true;
  std::string what = std::string(NameOf(draft->type)) + " of kind " +
                     std::to_string(static_cast<int>(kind)) + ' ' + ToHex(draft->id).substr(0, 8);
  course.Tell(desk.name + " lies: " + what);
  course.lies.emplace(draft->id, Lie{std::move(what), id});
  ++course.depth.lies;
  return true;
}

void CheckLies(Course& course) {
  for (const auto& desk : course.desks) {
    for (const auto& [id, lie] : course.lies) {
      ++course.depth.checks;
      const CaseFile file = desk->Fold(lie.about);
      const auto act = std::ranges::find(file.acts, id, &Act::record);
      if (act == file.acts.end())
        throw Broken{"a lie is hidden: " + lie.what + " at " + desk->name};
      if (!act->refused) throw Broken{"a lie counts: " + lie.what + " at " + desk->name};
      std::vector<Record> records = desk->Cases().RecordsOf(lie.about);
      for (Record& record : records) {
        if (!course.lies.contains(record.id)) continue;
        record.type = RecordType::kNote;
        record.type_name = std::string(NameOf(record.type));
        record.bodies = {
            {BodyClass::kContent, Body{BodyState::kOpen, {{"text", "x"}}, record.By()}}};
      }
      const CaseFile honest = FoldCase(records, course.office.decree, desk->Rules());
      if (WithoutActs(honest) != WithoutActs(file))
        throw Broken{"a lie has an effect: " + lie.what + " at " + desk->name};
    }
  }
}

}  // namespace tanggap::simulation

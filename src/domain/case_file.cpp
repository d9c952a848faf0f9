// The fold of a case: order, what each writer had seen, effects, and what others wrote meanwhile.
#include "domain/case_file.h"

#include <algorithm>
#include <tuple>

#include "domain/case_order.h"
#include "domain/case_steps.h"
#include "domain/record_schema.h"

namespace tanggap {
namespace {

// Refs of one new record; a longer list of heads only makes the oldest count as unseen.
constexpr std::size_t kMostRefs = 64;

bool IsComplaint(const Record& record) {
  return record.type == RecordType::kComplaintLodged || record.type == RecordType::kComplaintTaken;
}

bool FromTicket(const Record& record) {
  return record.type == RecordType::kVisitorSaid || record.type == RecordType::kStatusSeen ||
         record.type == RecordType::kHandlingRated;
}

bool Belongs(const Record& record, const RecordId& id, const FoldRules& rules) {
  if (record.id == id) return true;
  if (!record.refs.empty()) return !IsComplaint(record) && record.refs.front() == id;
  if (!FromTicket(record)) return false;
  return rules.lookup.empty() || TextOf(record.Facts(), "lookup") == rules.lookup;
}

// The id of the first complaint; empty when there is none.
RecordId CaseOf(std::span<const Record> records) {
  const Record* first = nullptr;
  const auto key = [](const Record& record) {
    return std::tie(record.hlc, record.node, record.epoch, record.sequence, record.id);
  };
  for (const Record& record : records) {
    if (IsComplaint(record) && (first == nullptr || key(record) < key(*first))) first = &record;
  }
  return first == nullptr ? RecordId{} : first->id;
}

// An open body that names nobody, of a type that only people write.
bool NeedsPerson(const Record& record) {
  const RecordRule* rule = RuleOf(record.type);
  if (rule == nullptr || rule->author != Authorship::kPerson) return false;
  return std::ranges::any_of(record.bodies, [](const auto& entry) {
    return entry.second.state == BodyState::kOpen && entry.second.by.Empty();
  });
}

bool IsForged(const Record& record) {
  return std::ranges::any_of(
      record.bodies, [](const auto& entry) { return entry.second.state == BodyState::kForged; });
}

Act ActOf(const Record& record, std::string why) {
  Act act;
  act.record = record.id;
  act.type = record.type;
  act.type_name = record.type_name.empty() ? std::string(NameOf(record.type)) : record.type_name;
  act.at = TimeOf(record);
  act.by = record.By();
  act.node = record.node;
  act.refused = !why.empty();
  act.why_refused = std::move(why);
  return act;
}

// One pass over a case's records.
class Folding {
 public:
  Folding(const CaseOrder& order, const Decree& decree, const FoldRules& rules, const RecordId& id)
      : order_(order), decree_(decree), rules_(rules), id_(id) {}

  CaseFile Run() {
    CaseFold fold(order_, decree_, rules_, id_);
    std::vector<Act> acts;
    bool frozen = false;
    Instant changed{};
    FindRetaliations();
    for (std::size_t i = 0; i < order_.Records().size(); ++i) {
      const Record& record = order_.Records()[i];
      if (record.type == RecordType::kUnknown && record.critical) frozen = true;
      illegal_.push_back(frozen ? "" : Judge(i, fold));
      // Behind a record that this program can't read nothing is certain any more.
      std::string why = illegal_.back();
      if (!frozen && why.empty()) why = fold.Step(i);
      if (why.empty() && !frozen) changed = std::max(changed, TimeOf(record));
      acts.push_back(ActOf(record, std::move(why)));
    }
    CaseFile file = fold.File();
    for (const Record& record : order_.Quarantined())
      acts.push_back(ActOf(record, "refused.frozen"));
    for (const Record& record : order_.BeyondLimit())
      acts.push_back(ActOf(record, "refused.frozen"));
    file.frozen = frozen;
    file.changed = changed;
    file.acts = std::move(acts);
    file.heads = order_.Heads();
    return file;
  }

 private:
  // What the person was when the record was written.
  std::optional<Role> RoleOf(const PersonId& person, const Record& record) const {
    if (const auto past = rules_.past.find(person); past != rules_.past.end()) {
      for (const PastTerm& term : past->second) {
        const auto until = term.until.find({record.node, record.epoch});
        if (until != term.until.end() && record.sequence <= until->second) return term.role;
      }
    }
    const auto found = rules_.roles.find(person);
    return found == rules_.roles.end() ? std::nullopt : std::optional(found->second);
  }

  // Why the writer might not write this, by what the writer knew; "" when it was right.
  std::string Judge(std::size_t index, const CaseFold& present) {
    const Record& record = order_.Records()[index];
    const PersonId by = record.By();
    if (IsComplaint(record) || FromTicket(record) || record.type == RecordType::kUnknown) return "";
    if (NamedAsConcerned(index, by)) return "refused.officer_concerned";
    if (IsForged(record)) return "refused.forged";
    const std::optional<Role> role = RoleOf(by, record);
    if (!role && rules_.past.contains(by)) return "refused.left";
    // Somebody whom the roster doesn't know, or a device alone. A sealed body tells no name yet.
    if (!rules_.roles.empty() && !role && (!by.Empty() || NeedsPerson(record)))
      return "refused.role";
    const CaseFile seen = order_.SawAllBefore(index) ? present.File() : SeenBy(index).File();
    std::string why = WhyNotAs(seen, record.type, by, role, TimeOf(record));
    if (why.empty()) why = WhyNotRecord(seen, decree_, record, role, SecondMay(seen, record));
    return why;
  }

  // Who agrees has to be a supervisor or head at that place of the chain, and not the officer
  // concerned.
  bool SecondMay(const CaseFile& seen, const Record& record) const {
    const PersonId second{TextOf(record.Facts(), kSecondField)};
    if (second.Empty() || seen.officer_concerned == second) return false;
    if (rules_.roles.empty()) return true;
    const std::optional<Role> role = RoleOf(second, record);
    return role == Role::kSupervisor || role == Role::kHead;
  }

  CaseFold SeenBy(std::size_t index) const {
    CaseFold fold(order_, decree_, rules_, id_);
    for (std::size_t i = 0; i < index; ++i) {
      if (order_.Saw(index, i) && illegal_[i].empty()) (void)fold.Step(i);
    }
    return fold;
  }

  // Whether a supervisor named this person, and the record was written without having seen a later
  // word that took it back. What was written before the naming, and seen by it, stands.
  bool NamedAsConcerned(std::size_t index, const PersonId& by) const {
    const Record& record = order_.Records()[index];
    if (by.Empty() || record.type == RecordType::kApologyGiven) return false;
    for (std::size_t naming = 0; naming < order_.Records().size(); ++naming) {
      if (!Names(naming, by) || order_.Saw(naming, index) || naming == index) continue;
      if (!TakenBack(naming, index, by)) return true;
    }
    return false;
  }

  // Whether the writer of `index` had seen that somebody other than `by` took the naming back.
  bool TakenBack(std::size_t naming, std::size_t index, const PersonId& by) const {
    for (std::size_t later = naming + 1; later < index; ++later) {
      if (order_.Records()[later].type == RecordType::kOfficerConcerned && !Names(later, by) &&
          order_.Saw(later, naming) && order_.Saw(index, later) &&
          order_.Records()[later].By() != by)
        return true;
    }
    return false;
  }

  // Whoever has seen themselves named, names nobody in return: it would keep the other one away.
  void FindRetaliations() {
    for (std::size_t index = 0; index < order_.Records().size(); ++index) {
      const Record& record = order_.Records()[index];
      bool retaliates = false;
      for (std::size_t naming = 0; naming < index && !retaliates; ++naming) {
        retaliates = record.type == RecordType::kOfficerConcerned && order_.Saw(index, naming) &&
                     Names(naming, record.By()) && !TakenBack(naming, index, record.By());
      }
      retaliations_.push_back(retaliates);
    }
  }

  bool Names(std::size_t index, const PersonId& person) const {
    const Record& record = order_.Records()[index];
    if (record.type != RecordType::kOfficerConcerned || retaliations_[index]) return false;
    const std::optional<Role> role = RoleOf(record.By(), record);
    if (!role && !rules_.roles.empty()) return false;
    if (role && *role != Role::kSupervisor && *role != Role::kHead) return false;
    return TextOf(record.Facts(), "person") == person.value;
  }

  const CaseOrder& order_;
  const Decree& decree_;
  const FoldRules& rules_;
  RecordId id_;
  std::vector<std::string> illegal_;
  std::vector<bool> retaliations_;  // by index; found in order, so that earlier ones are known
};

}  // namespace

std::vector<RecordId> CaseFile::Refs() const {
  std::vector<RecordId> refs{id};
  for (auto head = heads.rbegin(); head != heads.rend() && refs.size() < kMostRefs; ++head) {
    if (*head != id) refs.push_back(*head);
  }
  return refs;
}

CaseFile FoldCase(std::span<const Record> records, const Decree& decree, const FoldRules& rules) {
  const RecordId id = CaseOf(records);
  if (id.Empty()) return {};
  std::vector<Record> own;
  std::ranges::copy_if(records, std::back_inserter(own),
                       [&](const Record& record) { return Belongs(record, id, rules); });
  const CaseOrder order(own);
  return Folding(order, decree, rules, id).Run();
}

CaseSummary Summarise(const CaseFile& file, const Decree& decree, const Office& office) {
  CaseSummary summary;
  summary.stage = file.stage;
  summary.side = file.side;
  summary.kind = file.kind;
  summary.service = file.service;
  summary.aspects = file.aspects;
  int highest = -1;
  for (const Finding& finding : file.findings) {
    if (!finding.severity || RankOf(decree, finding) <= highest) continue;
    highest = RankOf(decree, finding);
    summary.severity = finding.severity;
  }
  summary.assessed = !file.standing.empty();
  summary.unregulated = file.unregulated;
  summary.refer = file.refer;
  summary.standing = file.standing.size();
  const std::vector<DueDate> dues = DueDates(file, office);
  auto next = std::ranges::find(dues, false, &DueDate::visitors);
  if (next == dues.end()) next = std::ranges::find(dues, "duty.completion", &DueDate::duty);
  if (next != dues.end()) summary.due = *next;
  summary.holder = file.holder;
  summary.received = file.received;
  summary.kiosk = file.kiosk;
  summary.named = file.named;
  summary.frozen = file.frozen;
  return summary;
}

}  // namespace tanggap

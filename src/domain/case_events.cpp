// What each record does to a case: the complaint itself, the visitor's words, waiting and standing
// aside.
#include <algorithm>

#include "domain/case_steps.h"
#include "domain/record_schema.h"
#include "domain/work_calendar.h"

namespace tanggap {
namespace {

using std::chrono::days;

ComplaintKind KindOf(std::string_view word) {
  if (word == "saran") return ComplaintKind::kSuggestion;
  if (word == "pujian") return ComplaintKind::kPraise;
  if (word == "pertanyaan") return ComplaintKind::kQuestion;
  return ComplaintKind::kComplaint;
}

Instant AtOf(const Record& record) {
  return MomentOf(record.Facts(), "at").value_or(TimeOf(record));
}

template <class Id>
std::vector<Id> IdsOf(const Fields& fields, std::string_view name) {
  std::vector<Id> ids;
  for (const std::string& word : TextsOf(fields, name))
    ids.emplace_back(word);
  return ids;
}

std::string Joined(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words)
    joined += (joined.empty() ? "" : ", ") + word;
  return joined;
}

// Records whose facts say everything: while these are sealed they have no effect.
bool NeedsFacts(RecordType type) {
  return type != RecordType::kComplaintLodged && type != RecordType::kComplaintTaken &&
         RuleOf(type) != nullptr && !RuleOf(type)->facts.empty();
}

bool FactsSealed(const Record& record) {
  const auto facts = record.bodies.find(BodyClass::kFacts);
  return facts != record.bodies.end() && facts->second.state != BodyState::kOpen;
}

WorkCalendar CalendarOf(const FoldRules& rules) {
  WorkCalendar calendar = rules.calendar;
  if (calendar.working_days.empty()) {
    using namespace std::chrono;
    calendar.working_days = {Monday, Tuesday, Wednesday, Thursday, Friday};
  }
  return calendar;
}

}  // namespace

CaseFold::CaseFold(const CaseOrder& order, const Decree& decree, const FoldRules& rules,
                   RecordId id)
    : order_(order), decree_(decree), rules_(rules) {
  file_.id = id;
  file_.leader_assesses = decree.leader_assesses;
  file_.oral_claims = std::ranges::any_of(
      decree.severities, [](const DecreeSeverity& severity) { return severity.apology_at_once; });
}

void CaseFold::Lodge(const Record& record) {
  const Fields& facts = record.Facts();
  const Fields& content = record.Content();
  file_.kind = KindOf(TextOf(facts, "kind"));
  file_.taken_orally = record.type == RecordType::kComplaintTaken;
  file_.received = TimeOf(record);
  if (file_.taken_orally) file_.received = MomentOf(facts, "received").value_or(file_.received);
  file_.stage_since = file_.received;
  file_.kiosk = record.node;
  file_.decree = record.decree;
  file_.service = ServiceId(TextOf(facts, "service"));
  file_.aspects = IdsOf<AspectId>(facts, "aspects");
  file_.when = TextOf(facts, "when");
  file_.handed_in = MomentOf(facts, "handed_in");
  file_.declared_complete = MomentOf(facts, "declared_complete");
  file_.finished = MomentOf(facts, "finished");
  const TimeNote own{record.By(), record.id};  // at a kiosk nobody: the visitor
  if (file_.handed_in) file_.handed_in_note = own;
  if (file_.declared_complete) file_.complete_note = own;
  if (file_.finished) file_.finished_note = own;
  file_.named = FlagOf(facts, "named");
  file_.urgent = FlagOf(facts, "urgent");
  if (file_.urgent) file_.urgent_for = rules_.urgent_people;
  file_.sensitive = FlagOf(facts, "sensitive");
  file_.contactable = !rules_.safe_contact_only || FlagOf(facts, "reachable");
  file_.about_conduct = FlagOf(facts, "touches_person") ||
                        std::ranges::any_of(file_.aspects, [&](const AspectId& id) {
                          const DecreeAspect* aspect = decree_.Find(id);
                          return aspect != nullptr && aspect->about_conduct;
                        });
  const auto body = record.bodies.find(BodyClass::kContent);
  file_.content_open = body != record.bodies.end() && body->second.state == BodyState::kOpen;
  file_.code = TextOf(content, "code");
  file_.secret = TextOf(content, "secret");
  file_.story = TextOf(content, "story");
  file_.phrases = IdsOf<PhraseId>(content, "phrases");
  file_.wishes = TextsOf(content, "wishes");
  file_.losses = TextsOf(content, "losses");
  file_.counter = TextOf(content, "counter");
}

void CaseFold::Responded(const Record& record) {
  const std::string answer = TextOf(record.Facts(), "answer");
  const Instant at = AtOf(record);
  if (!file_.responded) file_.responded = at;
  file_.response = answer;
  if (answer == "complete") {
    file_.complete_at = at;
    asked_ = false;
  } else if (answer == "incomplete") {
    asked_ = true;
    file_.waiting_for = Joined(TextsOf(record.Content(), "missing"));
    file_.data_requested = at;
    file_.data_asked.reset();
  } else if (answer == "not-ours") {
    referred_ = true;
    file_.referred_at = at;
    file_.referred_to = TextOf(record.Facts(), "to");
  }
}

void CaseFold::Completed(const Record& record) {
  const Fields& facts = record.Facts();
  const bool times =
      Has(facts, "handed_in") || Has(facts, "declared_complete") || Has(facts, "finished");
  // Times that the office corrects while nothing was asked of the visitor move no deadline.
  if (asked_ || !times) file_.complete_at = AtOf(record);
  asked_ = false;
  file_.waiting_for.clear();
  file_.lapse_from.reset();
  const auto note = [&](std::string_view name, std::optional<Instant>& moment, TimeNote& whose) {
    const auto at = MomentOf(facts, name);
    if (!at) return;
    moment = at;
    whose = {record.By(), record.id};
  };
  note("handed_in", file_.handed_in, file_.handed_in_note);
  note("declared_complete", file_.declared_complete, file_.complete_note);
  note("finished", file_.finished, file_.finished_note);
}

// Something reached the visitor: days for missing data and for an objection run from now.
void CaseFold::Reached(Instant at) {
  if (asked_ && !file_.data_asked) {
    file_.data_asked = at;
    file_.lapse_from = at + days{rules_.completion_days};
  }
  if (file_.decided_at && !file_.decision_told) file_.decision_told = at;
}

std::string CaseFold::VisitorSaid(std::size_t index) {
  const Record& record = order_.Records()[index];
  const Instant at = TimeOf(record);
  const std::string what = TextOf(record.Facts(), "what");
  VisitorWord word{record.id, VisitorWish::kAdds, TextOf(record.Content(), "text"), at};
  std::string why;
  if (what == "accept") {
    word.wish = VisitorWish::kAccepts;
    file_.visitor_accepted = true;
  } else if (what == "withdraw") {
    word.wish = VisitorWish::kWithdraws;
    if (TextOf(record.Facts(), "asked_to") == "yes") file_.pressed_to_withdraw = true;
    if (file_.stage != CaseStage::kClosed) {
      withdrawn_ = true;
      withdrawn_day_ = record.day;
      file_.withdrawn_at = at;
    }
  } else if (what == "undo") {
    word.wish = VisitorWish::kTakesBackWithdrawal;
    const WorkCalendar calendar = CalendarOf(rules_);
    const bool in_time =
        withdrawn_day_ &&
        record.day <=
            undo_until_.value_or(AddWorkingDays(calendar, *withdrawn_day_, rules_.undo_days).day);
    if (withdrawn_ && in_time) {
      Reopen(at);
    } else {
      why = "refused.too_early";
    }
  } else {
    // An addition or an objection. Whoever closed the case hadn't read it: it is open again.
    if (what == "object") {
      word.wish = VisitorWish::kObjects;
      if (!file_.objected_at) file_.objected_at = at;
    }
    visitor_words_.push_back(index);
    if (file_.stage == CaseStage::kClosed) Reopen(at);
  }
  file_.said.push_back(std::move(word));
  return why;
}

std::string CaseFold::StepVisitor(std::size_t index) {
  const Record& record = order_.Records()[index];
  if (record.type == RecordType::kVisitorSaid) return VisitorSaid(index);
  // Whoever has read the state knows what it says.
  if (record.type == RecordType::kStatusSeen) Reached(TimeOf(record));
  return "";
}

// Sides of a case: waiting, suspended, referred, withdrawn, merged; who holds it, who is concerned.
std::string CaseFold::StepAside(std::size_t index) {
  const Record& record = order_.Records()[index];
  const Fields& facts = record.Facts();
  const Instant at = TimeOf(record);
  switch (record.type) {
    case RecordType::kAssigned:
      file_.holder = PersonId(TextOf(facts, "to"));
      break;
    case RecordType::kOfficerConcerned:
      file_.officer_concerned = PersonId(TextOf(facts, "person"));
      file_.counter_concerned = TextOf(facts, "counter");
      break;
    case RecordType::kDataRequested:
      asked_ = true;
      file_.waiting_for = Joined(TextsOf(record.Content(), "missing"));
      file_.data_requested = at;
      file_.data_asked.reset();
      if (TextOf(facts, "way") == "in-person") Reached(at);
      break;
    case RecordType::kDataCompleted:
      Completed(record);
      break;
    case RecordType::kContactAttempted:
      if (TextOf(facts, "outcome") == "reached") Reached(AtOf(record));
      break;
    case RecordType::kLetterDelivered:
      Reached(AtOf(record));
      break;
    case RecordType::kObjected:
      if (!file_.objected_at) file_.objected_at = AtOf(record);
      break;
    case RecordType::kReferred:
      // A mandatory report (violence) goes beside the case, which stays here.
      file_.referred_at = at;
      file_.referred_to = TextOf(facts, "to");
      if (!FlagOf(facts, "mandatory")) referred_ = true;
      break;
    case RecordType::kSuspended:
      suspended_ = true;
      file_.suspended_by = TextOf(record.Content(), "reason");
      break;
    case RecordType::kResumed:
      suspended_ = false;
      break;
    case RecordType::kRestricted:
      file_.restricted = FlagOf(facts, "on");
      break;
    case RecordType::kWithdrawn:
      withdrawn_ = true;
      withdrawn_day_ = record.day;
      undo_until_ = DayFromIso(TextOf(facts, "undo_until"));
      file_.withdrawn_at = at;
      if (TextOf(facts, "asked_to") == "yes") file_.pressed_to_withdraw = true;
      break;
    case RecordType::kMerged:
      file_.merged_into = RecordIdFromHex(TextOf(facts, "into"));
      stage_before_close_ = file_.stage;
      file_.closed_at = at;
      file_.closed_as = "merged";
      SetStage(CaseStage::kClosed, at);
      break;
    default:
      break;  // notes, letters, readings: seen in the timeline, no effect on the state
  }
  return "";
}

std::string CaseFold::Step(std::size_t index) {
  const Record& record = order_.Records()[index];
  if (NeedsFacts(record.type) && FactsSealed(record)) return "";
  switch (record.type) {
    case RecordType::kComplaintLodged:
    case RecordType::kComplaintTaken:
      Lodge(record);
      return "";
    case RecordType::kVisitorSaid:
    case RecordType::kStatusSeen:
      return StepVisitor(index);
    case RecordType::kResponded:
      Responded(record);
      return "";
    case RecordType::kClassified:
      return Classify(index);
    case RecordType::kResolvedConflict:
      return Resolve(index);
    case RecordType::kProposed:
      return Propose(index);
    case RecordType::kStatementWithdrawn:
      return TakeBack(index);
    case RecordType::kDecided:
      return Decide(index);
    case RecordType::kObjectionDecided:
      DecideObjection(record);
      return "";
    case RecordType::kRemedyDelivered:
      return Deliver(index, RemedyId(TextOf(record.Facts(), "remedy")));
    case RecordType::kApologyGiven:
      Apologise(index);
      return "";
    case RecordType::kClosed:
      return Close(index);
    case RecordType::kReopened:
      reopenings_.push_back(index);
      Reopen(TimeOf(record));
      return "";
    default:
      return StepAside(index);
  }
}

}  // namespace tanggap

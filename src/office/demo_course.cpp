#include "office/demo_course.h"

#include <algorithm>
#include <utility>

#include "domain/work_calendar.h"

namespace tanggap {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using enum DemoFate;

constexpr int kMorning = 8;
constexpr std::size_t kOfficeMinutes = 7 * 60;

List Rows(const std::vector<RemedyItem>& items, std::optional<bool> granted) {
  List rows;
  for (const RemedyItem& item : items) {
    Fields row{{"remedy", item.id.value},
               {"beneficiary", std::string(NameOf(item.beneficiary))},
               {"cite", item.cite}};
    if (item.outside_matrix) row["outside"] = true;
    if (granted) row["granted"] = *granted;
    rows.emplace_back(std::move(row));
  }
  return rows;
}

}  // namespace

bool KnowsOralClaims(const Decree& decree) {
  return std::ranges::any_of(decree.severities, &DecreeSeverity::apology_at_once);
}

Instant MomentOn(const Office& office, Day day, DemoDice& dice) {
  const Instant open = FromLocal({day, kMorning, 0, 0}, office.zone);
  return open + minutes{dice.Below(kOfficeMinutes)} + std::chrono::seconds{dice.Below(60)};
}

void DemoCourse::Go(const DemoText& text, bool conduct) {
  text_ = &text;
  conduct_ = conduct;
  switch (wish_.fate) {
    case kNew:
    case kDueToday:
    case kOverdue:
      return;
    case kApology:
      return KnowsOralClaims(decree_) ? Apology() : Handle();
    case kWaiting:
      return Waiting();
    case kReferred:
      return Referred();
    case kWithdrawn:
      return Withdrawn();
    case kOther:
      if (!Respond("complete")) return;
      return Close(DemoActor::kSupervisor, "answered");
    default:
      return Handle();
  }
}

bool DemoCourse::Later(int days_at_least, std::size_t more) {
  const Day day = LocalDay(at_, office_.zone);
  const int days = days_at_least + static_cast<int>(dice_.Below(more + 1));
  Instant next = days == 0
                     ? at_ + minutes{3 + dice_.Below(40)}
                     : MomentOn(office_, AddWorkingDays(office_.calendar, day, days).day, dice_);
  if (next <= at_) next = at_ + minutes{5};
  if (next >= wish_.now) return false;
  at_ = next;
  return true;
}

Draft& DemoCourse::Add(DemoActor actor, RecordType type) {
  DemoEvent event;
  event.at = at_;
  event.actor = actor;
  event.complaint = wish_.complaint;
  event.draft.id = dice_.NewId();
  event.draft.type = type;
  if (!case_.Empty()) {
    event.draft.refs = {case_};
    if (last_ != case_) event.draft.refs.push_back(last_);
  } else {
    case_ = event.draft.id;
  }
  last_ = event.draft.id;
  events_.push_back(std::move(event));
  return events_.back().draft;
}

bool DemoCourse::Respond(const std::string& answer) {
  if (!Later(1, 3)) return false;
  Draft& draft = Add(DemoActor::kSupervisor, RecordType::kResponded);
  draft.facts["answer"] = answer;
  draft.facts["way"] = "tiket";
  if (answer == "incomplete")
    draft.content["missing"] = ToList({"tanggal berkas dinyatakan lengkap"});
  if (answer == "not-ours") draft.facts["to"] = "Dinas Pekerjaan Umum";
  return true;
}

void DemoCourse::Apology() {
  if (!Later(0, 0)) return;
  Draft& draft =
      Add(dice_.OneIn(2) ? DemoActor::kStaff1 : DemoActor::kStaff2, RecordType::kApologyGiven);
  draft.facts["form"] = "lisan";
  const bool accepts = dice_.OneIn(2);
  const DemoActor officer = events_.back().actor;
  if (!accepts || !Later(0, 0)) return;
  Add(officer, RecordType::kClosed).facts = {{"outcome", "light"}, {"accepted", true}};
}

void DemoCourse::Waiting() {
  if (!Respond("incomplete") || !Later(0, 1)) return;
  Add(DemoActor::kSupervisor, RecordType::kContactAttempted).facts = {{"way", "telepon"},
                                                                      {"outcome", "reached"}};
}

void DemoCourse::Referred() {
  if (!Later(1, 2)) return;
  Add(DemoActor::kSupervisor, RecordType::kReferred).facts = {{"to", "Dinas Pekerjaan Umum"}};
}

void DemoCourse::Withdrawn() {
  if (!Respond("complete") || !Later(1, 2)) return;
  const Day until = AddWorkingDays(office_.calendar, LocalDay(at_, office_.zone), 3).day;
  Add(DemoActor::kSupervisor, RecordType::kWithdrawn).facts = {
      {"way", "letter"}, {"asked_to", "no"}, {"undo_until", IsoDay(until)}};
}

void DemoCourse::Close(DemoActor by, const std::string& outcome) {
  if (!Later(1, 3)) return;
  Add(by, RecordType::kClosed).facts = {{"outcome", outcome}};
}

// The full way, as far as the fate goes.
void DemoCourse::Handle() {
  const DemoFate fate = wish_.fate;
  if (!Respond("complete")) return;
  if (conduct_ && Later(0, 1)) {
    Add(DemoActor::kSupervisor, RecordType::kOfficerConcerned).facts = {{"concerns", "none"}};
  }
  if (fate == kSuspended) {
    if (!Later(1, 2)) return;
    Draft& draft = Add(DemoActor::kSupervisor, RecordType::kSuspended);
    draft.facts = {{"cause", "kahar"}, {"from", IsoDay(LocalDay(at_, office_.zone))}};
    draft.content["reason"] = "Contoh penetapan keadaan kahar";
    return;
  }
  if (!Later(1, 2)) return;
  const DemoActor assessor =
      decree_.leader_assesses || fate == kConflict ? DemoActor::kHead : DemoActor::kSupervisor;
  Classify(assessor, text_->findings);
  if (fate == kConflict) {
    if (Later(0, 1)) Classify(Disagreeing(), Lowered());
    return;
  }
  if (fate == kAssessed || fate == kUnregulated || !Later(1, 2)) return;
  Propose();
  if (fate == kProposed || !Later(1, 2)) return;
  const bool granted = fate != kRefused;
  Decide(granted);
  if (fate == kGranted) return;
  if (!granted) return;
  Deliver();
  if (fate == kClosed) Close(DemoActor::kSupervisor, "done");
}

DemoActor DemoCourse::Disagreeing() const {
  return decree_.leader_assesses ? DemoActor::kHead : DemoActor::kSupervisor;
}

// A softer second opinion: one grade less, or a fact less, or an aspect less.
std::vector<Finding> DemoCourse::Lowered() const {
  std::vector<Finding> lowered = text_->findings;
  Finding& first = lowered.front();
  const DecreeSeverity* grade = first.severity ? decree_.Find(*first.severity) : nullptr;
  for (const DecreeSeverity& other : decree_.severities) {
    if (grade != nullptr && other.rank == grade->rank - 1) {
      first.severity = other.id;
      first.facts.clear();
      return lowered;
    }
  }
  lowered.erase(lowered.begin());
  if (lowered.empty() && decree_.aspects.size() > 1) {
    const AspectId& was = text_->findings.front().aspect;
    const auto& aspects = decree_.aspects;
    lowered.push_back({aspects[0].id == was ? aspects[1].id : aspects[0].id, {}, {}, {}});
  }
  return lowered;
}

void DemoCourse::Classify(DemoActor by, const std::vector<Finding>& findings) {
  List rows;
  List reasons;
  for (const Finding& finding : findings) {
    Fields row{{"aspect", finding.aspect.value}};
    if (finding.severity) row["severity"] = finding.severity->value;
    std::string facts;
    for (const FactId& fact : finding.facts)
      facts += (facts.empty() ? "" : " ") + fact.value;
    if (!facts.empty()) row["facts"] = facts;
    rows.emplace_back(std::move(row));
    reasons.emplace_back("Sesuai keterangan pelapor dan catatan layanan.");
  }
  Draft& draft = Add(by, RecordType::kClassified);
  draft.facts["findings"] = std::move(rows);
  draft.content["reasons"] = std::move(reasons);
}

// What the engine proposes for the findings, as a supervisor would accept it.
std::vector<RemedyItem> DemoCourse::Remedies() const {
  std::vector<Assessment> assessments;
  for (const Finding& finding : text_->findings) {
    FindingInput input;
    input.aspect = finding.aspect;
    input.facts = finding.facts;
    input.chosen = finding.severity;
    const DecreeAspect* aspect = decree_.Find(finding.aspect);
    const bool hours_count = decree_.lateness_unit == LatenessUnit::kHours;
    if (aspect != nullptr && aspect->time && text_->days && hours_count)
      input.measure = 24.0 * *text_->days;
    const Result<Assessment> assessed = Assess(decree_, office_.policies, input);
    if (assessed.Ok()) assessments.push_back(assessed.Value());
  }
  return ProposeRemedies(decree_, assessments);
}

void DemoCourse::Propose() {
  items_ = Remedies();
  Draft& draft = Add(DemoActor::kSupervisor, RecordType::kProposed);
  draft.facts["items"] = Rows(items_, std::nullopt);
  if (items_.empty()) draft.facts["unregulated"] = true;
  draft.content["reason"] = "Menurut keputusan kompensasi.";
}

void DemoCourse::Decide(bool granted) {
  Draft& draft = Add(DemoActor::kHead, RecordType::kDecided);
  draft.facts["outcome"] = granted ? "granted" : "refused";
  draft.facts["items"] = Rows(items_, granted);
  if (!granted) draft.facts["refusal"] = "not-proven";
  draft.content["reason"] = granted ? "Setuju dengan usul." : "Catatan layanan menunjukkan sesuai.";
}

void DemoCourse::Deliver() {
  for (const RemedyItem& item : items_) {
    if (item.beneficiary == Beneficiary::kOfficer) continue;
    if (!Later(1, 1)) return;
    Draft& draft =
        Add(dice_.OneIn(2) ? DemoActor::kStaff1 : DemoActor::kStaff2, RecordType::kRemedyDelivered);
    draft.facts["remedy"] = item.id.value;
    draft.facts["way"] = "in-person";
  }
}

}  // namespace tanggap

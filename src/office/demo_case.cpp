#include "office/demo_case.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/assess.h"
#include "domain/work_calendar.h"

namespace tanggap {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using enum DemoFate;

constexpr int kMorning = 8;
constexpr std::size_t kOfficeMinutes = 7 * 60;
constexpr std::array<std::string_view, 4> kNames{"Pengunjung Contoh", "Ibu Contoh", "Bapak Contoh",
                                                 "Saudara Contoh"};

// How many days ago a case of this fate came in: at least, and up to so many more.
std::pair<int, std::size_t> AgeOf(DemoFate fate) {
  switch (fate) {
    case kNew:
      return {0, 6};
    case kDueToday:
      return {14, 1};
    case kOverdue:
      return {17, 12};
    case kWaiting:
      return {11, 6};
    case kConflict:
      return {7, 5};
    case kUnregulated:
    case kReferred:
    case kWithdrawn:
      return {9, 5};
    case kAssessed:
      return {6, 6};
    case kProposed:
      return {8, 6};
    case kGranted:
      return {10, 5};
    case kRefused:
    case kSuspended:
      return {16, 8};
    case kDelivered:
      return {18, 10};
    case kClosed:
      return {22, 50};
    case kApology:
    case kOther:
      return {2, 5};
  }
  return {0, 1};
}

bool IsLight(const Decree& decree, const DemoText& text) {
  return !text.findings.empty() && std::ranges::all_of(text.findings, [&](const Finding& finding) {
    const DecreeAspect* aspect = decree.Find(finding.aspect);
    const DecreeSeverity* grade = finding.severity ? decree.Find(*finding.severity) : nullptr;
    return grade != nullptr && grade->apology_at_once && aspect != nullptr &&
           !aspect->about_conduct;
  });
}

bool KnowsOralClaims(const Decree& decree) {
  return std::ranges::any_of(decree.severities, &DecreeSeverity::apology_at_once);
}

bool IsUnregulated(const Decree& decree, const DemoText& text) {
  return !text.findings.empty() && decree.general.empty() &&
         std::ranges::none_of(text.findings, [&](const Finding& finding) {
           return finding.severity || decree.HasCell(finding.aspect);
         });
}

bool Suits(const Decree& decree, DemoFate fate, const DemoText& text) {
  if (fate == kOther) return text.kind == "pertanyaan" || text.kind == "pujian";
  if (fate == kReferred) return text.kind == "rujuk";
  if (text.kind != "pengaduan" || text.findings.empty()) return false;
  if (fate == kApology && KnowsOralClaims(decree)) return IsLight(decree, text);
  if (fate == kUnregulated) return IsUnregulated(decree, text);
  if (fate == kConflict) return text.findings.front().severity || decree.severities.empty();
  return fate == kNew || fate == kOverdue || fate == kDueToday || !IsUnregulated(decree, text);
}

// Builds the events of one case, step after step in office hours.
class CaseBuilder {
 public:
  CaseBuilder(const Office& office, const Decree& decree, const DemoCaseWish& wish, DemoDice& dice,
              std::vector<DemoEvent>& events)
      : office_(office), decree_(decree), wish_(wish), dice_(dice), events_(events) {}

  void Build(std::span<const DemoText> stock) {
    Choose(stock);
    at_ = LodgedAt();
    Lodge();
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

 private:
  void Choose(std::span<const DemoText> stock) {
    std::vector<const DemoText*> suitable;
    for (const DemoText& text : stock) {
      if (Suits(decree_, wish_.fate, text)) suitable.push_back(&text);
    }
    text_ = suitable.empty() ? &stock[dice_.Below(stock.size())]
                             : suitable[dice_.Below(suitable.size())];
  }

  // A moment of office hours on this day, before now.
  Instant On(Day day) {
    const Instant open = FromLocal({day, kMorning, 0, 0}, office_.zone);
    return open + minutes{dice_.Below(kOfficeMinutes)} + std::chrono::seconds{dice_.Below(60)};
  }

  Instant LodgedAt() {
    const Day today = LocalDay(wish_.now, office_.zone);
    const auto [least, more] = AgeOf(wish_.fate);
    Day day = AddDays(today, -least - static_cast<int>(dice_.Below(more)));
    if (wish_.fate == kDueToday) {
      // A day whose first response is due today; on a closed day nothing of the office's is.
      for (int back = 0; back < 30; ++back) {
        const Day candidate = AddDays(today, -back);
        const Instant noon = FromLocal({candidate, 12, 0, 0}, office_.zone);
        const DueDate due = FirstResponseDue(noon, ComplaintKind::kComplaint, office_);
        if (due.day == today && IsWorkingDay(office_.calendar, candidate)) day = candidate;
      }
    }
    day = LastWorkingDay(office_.calendar, day).day;
    const Instant at = On(day);
    return at < wish_.now ? at : wish_.now - minutes{5 + dice_.Below(55)};
  }

  // The next step, a few office hours or days later. False: it lies in the future.
  bool Later(int days_at_least, std::size_t more) {
    const Day day = LocalDay(at_, office_.zone);
    const int days = days_at_least + static_cast<int>(dice_.Below(more + 1));
    Instant next = days == 0 ? at_ + minutes{3 + dice_.Below(40)}
                             : On(AddWorkingDays(office_.calendar, day, days).day);
    if (next <= at_) next = at_ + minutes{5};
    if (next >= wish_.now) return false;
    at_ = next;
    return true;
  }

  Draft& Add(DemoActor actor, RecordType type) {
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

  void Lodge() {
    Draft& draft = Add(DemoActor::kKiosk, RecordType::kComplaintLodged);
    draft.ticket = wish_.code;
    draft.ticket_opens = {BodyClass::kFacts};
    Fields& facts = draft.facts;
    const bool complaint = text_->kind == "pengaduan" || text_->kind == "rujuk";
    facts["kind"] = complaint ? "pengaduan" : text_->kind;
    const OfficeService& service = Service();
    facts["service"] = service.id.value;
    if (service.sensitive) facts["sensitive"] = true;
    facts["language"] = "id";
    const ComplaintKind kind =
        text_->kind == "pertanyaan" ? ComplaintKind::kQuestion : ComplaintKind::kComplaint;
    facts["due"] = IsoDay(FirstResponseDue(at_, kind, office_).day);
    std::vector<std::string> aspects;
    bool conduct = false;
    for (const Finding& finding : text_->findings) {
      const DecreeAspect* aspect = decree_.Find(finding.aspect);
      if (aspect == nullptr || aspects.size() == 2) continue;
      aspects.push_back(finding.aspect.value);
      conduct = conduct || aspect->about_conduct;
      if (aspect->time && text_->days) PutTimes(facts);
    }
    if (!aspects.empty()) facts["aspects"] = ToList(aspects);
    if (conduct) facts["touches_person"] = true;
    conduct_ = conduct;
    facts["when"] = IsoDay(LocalDay(at_, office_.zone));
    PutWords(draft, aspects);
    if (!dice_.OneIn(4)) return;
    facts["named"] = true;
    facts["reachable"] = true;
    draft.identity["name"] = std::string(kNames[dice_.Below(kNames.size())]);
    draft.identity["phone"] = "0812-0000-" + std::to_string(1000 + dice_.Below(9000));
    draft.identity["may_call"] = true;
  }

  void PutTimes(Fields& facts) {
    const Instant complete = at_ - hours{24 * *text_->days};
    facts["declared_complete"] = ToMillis(complete);
    if (dice_.OneIn(2)) facts["handed_in"] = ToMillis(complete - hours{2});
    if (*text_->days > 0 && dice_.OneIn(2)) facts["finished"] = ToMillis(at_ - minutes{90});
  }

  // Typed words, ready phrases, or both; only phrases where the apology on the spot is to come.
  void PutWords(Draft& draft, const std::vector<std::string>& aspects) {
    std::vector<std::string> fitting;
    for (const Phrase& phrase : office_.phrases) {
      if (std::ranges::find(aspects, phrase.aspect.value) != aspects.end())
        fitting.push_back(phrase.id.value);
    }
    const bool phrases_only = (wish_.fate == kApology && KnowsOralClaims(decree_)) ||
                              (!fitting.empty() && dice_.OneIn(3));
    if (!fitting.empty() && (phrases_only || dice_.OneIn(2)))
      draft.content["phrases"] = ToList({fitting[dice_.Below(fitting.size())]});
    // As a kiosk gives it: the ticket opens words only where they are plain ready phrases.
    const bool plain =
        phrases_only &&
        std::ranges::all_of(TextsOf(draft.content, "phrases"), [&](const std::string& id) {
          const Phrase* phrase = office_.Find(PhraseId{id});
          return phrase != nullptr && phrase->counter_may_read;
        });
    if (plain) draft.ticket_opens.insert(BodyClass::kContent);
    if (!phrases_only) {
      constexpr std::array<std::string_view, 5> kEndings{"", " Mohon ditindaklanjuti.",
                                                         " Tolong diperbaiki.", " Terima kasih.",
                                                         " Saya menunggu kabar."};
      draft.content["story"] = text_->text + std::string(kEndings[dice_.Below(kEndings.size())]);
    }
    constexpr std::array<std::string_view, 4> kWishes{"selesaikan", "penjelasan", "maaf",
                                                      "perbaikan"};
    if (text_->kind == "pengaduan")
      draft.content["wishes"] = ToList({std::string(kWishes[dice_.Below(kWishes.size())])});
    if (dice_.OneIn(5)) draft.content["losses"] = ToList({"waktu"});
    if (conduct_ && !office_.counters.empty())
      draft.content["counter"] = office_.counters[dice_.Below(office_.counters.size())].id;
  }

  const OfficeService& Service() const {
    const OfficeService* service = office_.Find(ServiceId(text_->service));
    if (service != nullptr) return *service;
    const auto info = std::ranges::find(office_.services, true, &OfficeService::information);
    return info == office_.services.end() ? office_.services.front() : *info;
  }

  bool Respond(const std::string& answer) {
    if (!Later(1, 3)) return false;
    Draft& draft = Add(DemoActor::kSupervisor, RecordType::kResponded);
    draft.facts["answer"] = answer;
    draft.facts["way"] = "tiket";
    if (answer == "incomplete")
      draft.content["missing"] = ToList({"tanggal berkas dinyatakan lengkap"});
    if (answer == "not-ours") draft.facts["to"] = "Dinas Pekerjaan Umum";
    return true;
  }

  void Apology() {
    if (!Later(0, 0)) return;
    Draft& draft =
        Add(dice_.OneIn(2) ? DemoActor::kStaff1 : DemoActor::kStaff2, RecordType::kApologyGiven);
    draft.facts["form"] = "lisan";
    const bool accepts = dice_.OneIn(2);
    const DemoActor officer = events_.back().actor;
    if (!accepts || !Later(0, 0)) return;
    Add(officer, RecordType::kClosed).facts = {{"outcome", "light"}, {"accepted", true}};
  }

  void Waiting() {
    if (!Respond("incomplete") || !Later(0, 1)) return;
    Add(DemoActor::kSupervisor, RecordType::kContactAttempted).facts = {{"way", "telepon"},
                                                                        {"outcome", "reached"}};
  }

  void Referred() {
    if (!Later(1, 2)) return;
    Add(DemoActor::kSupervisor, RecordType::kReferred).facts = {{"to", "Dinas Pekerjaan Umum"}};
  }

  void Withdrawn() {
    if (!Respond("complete") || !Later(1, 2)) return;
    const Day until = AddWorkingDays(office_.calendar, LocalDay(at_, office_.zone), 3).day;
    Add(DemoActor::kSupervisor, RecordType::kWithdrawn).facts = {
        {"way", "letter"}, {"asked_to", "no"}, {"undo_until", IsoDay(until)}};
  }

  void Close(DemoActor by, const std::string& outcome) {
    if (!Later(1, 3)) return;
    Add(by, RecordType::kClosed).facts = {{"outcome", outcome}};
  }

  // The full way, as far as the fate goes.
  void Handle() {
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

  DemoActor Disagreeing() const {
    return decree_.leader_assesses ? DemoActor::kHead : DemoActor::kSupervisor;
  }

  // A softer second opinion: one grade less, or a fact less, or an aspect less.
  std::vector<Finding> Lowered() const {
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

  void Classify(DemoActor by, const std::vector<Finding>& findings) {
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
  std::vector<RemedyItem> Remedies() const {
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

  static List Rows(const std::vector<RemedyItem>& items, std::optional<bool> granted) {
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

  void Propose() {
    items_ = Remedies();
    Draft& draft = Add(DemoActor::kSupervisor, RecordType::kProposed);
    draft.facts["items"] = Rows(items_, std::nullopt);
    if (items_.empty()) draft.facts["unregulated"] = true;
    draft.content["reason"] = "Menurut keputusan kompensasi.";
  }

  void Decide(bool granted) {
    Draft& draft = Add(DemoActor::kHead, RecordType::kDecided);
    draft.facts["outcome"] = granted ? "granted" : "refused";
    draft.facts["items"] = Rows(items_, granted);
    if (!granted) draft.facts["refusal"] = "not-proven";
    draft.content["reason"] =
        granted ? "Setuju dengan usul." : "Catatan layanan menunjukkan sesuai.";
  }

  void Deliver() {
    for (const RemedyItem& item : items_) {
      if (item.beneficiary == Beneficiary::kOfficer) continue;
      if (!Later(1, 1)) return;
      Draft& draft = Add(dice_.OneIn(2) ? DemoActor::kStaff1 : DemoActor::kStaff2,
                         RecordType::kRemedyDelivered);
      draft.facts["remedy"] = item.id.value;
      draft.facts["way"] = "langsung";
    }
  }

  const Office& office_;
  const Decree& decree_;
  const DemoCaseWish& wish_;
  DemoDice& dice_;
  std::vector<DemoEvent>& events_;
  const DemoText* text_ = nullptr;
  Instant at_{};
  RecordId case_;
  RecordId last_;
  bool conduct_ = false;
  std::vector<RemedyItem> items_;
};

}  // namespace

void PlanCase(const Office& office, const Decree& decree, std::span<const DemoText> stock,
              const DemoCaseWish& wish, DemoDice& dice, std::vector<DemoEvent>& events) {
  CaseBuilder(office, decree, wish, dice, events).Build(stock);
}

}  // namespace tanggap

#include "office/demo_case.h"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/work_calendar.h"
#include "office/demo_course.h"

namespace tanggap {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using enum DemoFate;

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

// What a visitor lodged: a text of the stock that suits the fate, with everything a kiosk adds.
class Lodging {
 public:
  Lodging(const Office& office, const Decree& decree, const DemoCaseWish& wish, DemoDice& dice,
          DemoCourse& course)
      : office_(office), decree_(decree), wish_(wish), dice_(dice), course_(course) {}

  void Begin(std::span<const DemoText> stock) {
    Choose(stock);
    at_ = LodgedAt();
    course_.BeginAt(at_);
    Lodge();
  }
  [[nodiscard]] const DemoText& Text() const { return *text_; }
  [[nodiscard]] bool TouchesConduct() const { return conduct_; }

 private:
  void Choose(std::span<const DemoText> stock) {
    std::vector<const DemoText*> suitable;
    for (const DemoText& text : stock) {
      if (Suits(decree_, wish_.fate, text)) suitable.push_back(&text);
    }
    text_ = suitable.empty() ? &stock[dice_.Below(stock.size())]
                             : suitable[dice_.Below(suitable.size())];
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
    const Instant at = MomentOn(office_, day, dice_);
    return at < wish_.now ? at : wish_.now - minutes{5 + dice_.Below(55)};
  }

  void Lodge() {
    Draft& draft = course_.Add(DemoActor::kKiosk, RecordType::kComplaintLodged);
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

  const Office& office_;
  const Decree& decree_;
  const DemoCaseWish& wish_;
  DemoDice& dice_;
  DemoCourse& course_;
  const DemoText* text_ = nullptr;
  Instant at_{};
  bool conduct_ = false;
};

}  // namespace

void PlanCase(const Office& office, const Decree& decree, std::span<const DemoText> stock,
              const DemoCaseWish& wish, DemoDice& dice, std::vector<DemoEvent>& events) {
  DemoCourse course(office, decree, wish, dice, events);
  Lodging lodging(office, decree, wish, dice, course);
  lodging.Begin(stock);
  course.Go(lodging.Text(), lodging.TouchesConduct());
}

}  // namespace tanggap

#include "desk/screens/wording.h"

#include <algorithm>
#include <cmath>

#include "domain/work_calendar.h"
#include "texts/dates.h"

namespace tanggap::desk {
namespace {

std::string WithSign(const Scene& scene, bool negative, std::string words) {
  return negative ? scene.texts.Format(TextId::kDeskFormatMinus, {{"t", words}}) : words;
}

std::string Whole(double amount) {
  return std::to_string(static_cast<long long>(std::llround(amount)));
}

// Ids as words; what a newer kiosk wrote is shown as it stands.
std::string Named(const Scene& scene, const std::string& prefix,
                  const std::vector<std::string>& ids) {
  std::string words;
  for (const std::string& id : ids) {
    const std::string& known = scene.texts.ByKey(prefix + id);
    if (!words.empty()) words += "; ";
    words += known.empty() ? id : known;
  }
  return words;
}

std::string WithoutThisYear(const Scene& scene, std::string words, Day day) {
  const Day today = LocalDay(scene.state.now, scene.OfficeZone());
  const std::string year = " " + std::to_string(static_cast<int>(day.year()));
  if (day.year() == today.year() && words.ends_with(year)) words.resize(words.size() - year.size());
  return words;
}

}  // namespace

int DaysUntil(const Scene& scene, Day due) {
  return DaysBetween(LocalDay(scene.state.now, scene.OfficeZone()), due);
}

std::string Days(const Scene& scene, const std::string& count) {
  return scene.texts.Format(count == "1" ? TextId::kDeskFormatDay : TextId::kDeskFormatDays,
                            {{"d", count}});
}

std::string DaysLeft(const Scene& scene, Day due) {
  const int days = DaysUntil(scene, due);
  if (days == 0) return scene.Say(TextId::kDeskListGroupToday);
  return WithSign(scene, days < 0, Days(scene, std::to_string(std::abs(days))));
}

std::string Amount(const Scene& scene, double amount, NormUnit unit) {
  const double size = std::abs(amount);
  const bool negative = amount < 0 && size > 1e-9;
  if (unit == NormUnit::kHours) {
    const double minutes = std::floor((size * 60) + 1e-6);
    const std::string hours = Whole(std::floor(minutes / 60));
    const double rest = minutes - (std::floor(minutes / 60) * 60);
    std::string words = scene.texts.Format(TextId::kDeskFormatHours, {{"h", hours}});
    if (rest > 0)
      words += " " + scene.texts.Format(TextId::kDeskFormatMinutes, {{"n", Whole(rest)}});
    return WithSign(scene, negative, words);
  }
  if (unit == NormUnit::kWorkingDays) return WithSign(scene, negative, Days(scene, Whole(size)));
  // Rounded down: nothing that is shown is more than what was counted.
  const double minutes = std::floor((size * 24 * 60) + 1e-6);
  const double days = std::floor(minutes / (24 * 60));
  const double hours = std::floor((minutes - (days * 24 * 60)) / 60);
  const double rest = minutes - (days * 24 * 60) - (hours * 60);
  if (rest > 0)
    return WithSign(
        scene, negative,
        scene.texts.Format(TextId::kDeskFormatDaysHoursMinutes,
                           {{"d", Whole(days)}, {"h", Whole(hours)}, {"n", Whole(rest)}}));
  return WithSign(scene, negative,
                  hours > 0 ? scene.texts.Format(TextId::kDeskFormatDaysHours,
                                                 {{"d", Whole(days)}, {"h", Whole(hours)}})
                            : Days(scene, Whole(days)));
}

std::string UnitWord(const Scene& scene, NormUnit unit) {
  return scene.Say(unit == NormUnit::kHours ? TextId::kDeskUnitHours : TextId::kDeskUnitDays);
}

std::string ServiceName(const Scene& scene, const ServiceId& service) {
  const OfficeService* found = scene.premises.office.Find(service);
  if (found == nullptr)
    return service.value.empty() ? scene.Say(TextId::kDeskCommonUnknown) : service.value;
  return std::string(found->label.In(scene.Language()));
}

std::string AspectName(const Scene& scene, const AspectId& aspect) {
  const DecreeAspect* found = scene.premises.decree.Find(aspect);
  return found == nullptr ? aspect.value : std::string(found->label.In(scene.Language()));
}

std::string AspectTitle(const Scene& scene, const AspectId& aspect) {
  const DecreeAspect* found = scene.premises.decree.Find(aspect);
  if (found == nullptr) return aspect.value;
  return found->title.empty() ? std::string(found->label.In(scene.Language())) : found->title;
}

std::string GradeName(const Scene& scene, const std::optional<SeverityId>& severity) {
  if (!severity) return scene.Say(TextId::kDeskGradeNone);
  const DecreeSeverity* found = scene.premises.decree.Find(*severity);
  return found == nullptr ? severity->value : std::string(found->label.In(scene.Language()));
}

int GradeLevel(const Scene& scene, const std::optional<SeverityId>& severity) {
  if (!severity) return 0;
  const auto& all = scene.premises.decree.severities;
  const auto found = std::ranges::find(all, *severity, &DecreeSeverity::id);
  return found == all.end() ? 0 : static_cast<int>(found - all.begin()) + 1;
}

std::string RemedyName(const Scene& scene, const RemedyId& remedy) {
  const DecreeRemedy* found = scene.premises.decree.Find(remedy);
  return found == nullptr ? remedy.value : std::string(found->label.In(scene.Language()));
}

std::string RemedyNames(const Scene& scene, const std::vector<RemedyItem>& items) {
  std::string names;
  for (const RemedyItem& item : items) {
    if (!names.empty()) names += ", ";
    names += RemedyName(scene, item.id);
  }
  return names.empty() ? scene.Say(TextId::kDeskCommonNone) : names;
}

std::string KioskName(const Scene& scene, const NodeId& node) {
  const auto found = scene.premises.devices.find(node);
  if (found != scene.premises.devices.end()) return found->second;
  // Enrolled since this desk was started.
  const auto& devices = scene.state.folder.devices;
  const auto enrolled = std::ranges::find(devices, node, &Device::node);
  return enrolled == devices.end() ? scene.Say(TextId::kDeskDeviceUnknown) : enrolled->name;
}

std::string PersonName(const Scene& scene, const PersonId& person) {
  if (person.Empty()) return scene.Say(TextId::kDeskCommonDash);
  const auto found = std::ranges::find(scene.state.people, person, &Person::id);
  if (found != scene.state.people.end()) return found->name;
  // Somebody of another desk, or who left: the roster knows them.
  const auto enrolled = std::ranges::find(scene.state.folder.people, person, &Enrolled::id);
  return enrolled == scene.state.folder.people.end() ? person.value : enrolled->name;
}

std::string Initials(const Scene& scene, const PersonId& person) {
  if (person.Empty()) return {};
  std::string initials;
  bool start = true;
  for (const char c : PersonName(scene, person)) {
    if (start && c != ' ' && initials.size() < 2) initials += c;
    start = c == ' ';
  }
  return initials;
}

std::string RoleName(const Scene& scene, Role role) {
  switch (role) {
    case Role::kStaff:
      return scene.Say(TextId::kDeskRoleStaff);
    case Role::kSupervisor:
      return scene.Say(TextId::kDeskRoleSupervisor);
    case Role::kHead:
      return scene.Say(TextId::kDeskRoleHead);
    case Role::kAuditor:
      return scene.Say(TextId::kDeskRoleAuditor);
    case Role::kOperator:
      return scene.Say(TextId::kDeskRoleOperator);
  }
  return {};
}

std::string StageName(const Scene& scene, CaseStage stage, TicketSide side) {
  switch (side) {
    case TicketSide::kNone:
      break;
    case TicketSide::kWaitingForData:
      return scene.Say(TextId::kDeskSideData);
    case TicketSide::kSuspended:
      return scene.Say(TextId::kDeskSideSuspended);
    case TicketSide::kReferred:
      return scene.Say(TextId::kDeskSideReferred);
    case TicketSide::kWithdrawn:
      return scene.Say(TextId::kDeskSideWithdrawn);
    case TicketSide::kConflict:
      return scene.Say(TextId::kDeskSideConflict);
  }
  switch (stage) {
    case CaseStage::kReceived:
      return scene.Say(TextId::kDeskStageReceived);
    case CaseStage::kAssessed:
      return scene.Say(TextId::kDeskStageAssessed);
    case CaseStage::kProposed:
      return scene.Say(TextId::kDeskStageProposed);
    case CaseStage::kGranted:
      return scene.Say(TextId::kDeskStageGranted);
    case CaseStage::kRefused:
      return scene.Say(TextId::kDeskStageRefused);
    case CaseStage::kDelivered:
      return scene.Say(TextId::kDeskStageDelivered);
    case CaseStage::kClosed:
      return scene.Say(TextId::kDeskStageClosed);
  }
  return {};
}

std::string Uncapital(std::string words) {
  if (!words.empty() && words[0] >= 'A' && words[0] <= 'Z')
    words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string Capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string DidWords(const Scene& scene, const OpenCase& open, const Act& act) {
  const CaseFile& file = open.file;
  if (act.type == RecordType::kComplaintLodged)
    return scene.texts.Format(TextId::kDeskDidComplaintLodged,
                              {{"where", KioskName(scene, file.kiosk)}});
  if (act.type == RecordType::kAssigned)
    return scene.texts.Format(TextId::kDeskDidAssigned, {{"who", PersonName(scene, act.by)}});
  std::string what = scene.texts.ByKey("desk.did." + std::string(NameOf(act.type)));
  if (what.empty()) what = scene.Say(TextId::kDeskDidUnknown);
  // A statement taken back names the one it takes back.
  for (const auto& [named, by] : open.taken_back) {
    if (by != act.record) continue;
    const auto old = std::ranges::find(file.acts, named, &Act::record);
    if (old == file.acts.end()) continue;
    what = scene.texts.Format(
        TextId::kDeskDidTakenBack,
        {{"what", scene.texts.ByKey("desk.did." + std::string(NameOf(old->type)))},
         {"t", DayAndTime(scene, old->at)}});
  }
  if (act.type == RecordType::kDecided && !act.refused && act.at == file.decided_at) {
    const auto granted = std::ranges::count(file.decision, true, &RemedyItem::granted);
    const auto refused = static_cast<std::ptrdiff_t>(file.decision.size()) - granted;
    what +=
        ": " + scene.texts.Format(TextId::kDeskProofCounts, {{"granted", std::to_string(granted)},
                                                             {"refused", std::to_string(refused)}});
  }
  if (act.by.Empty()) return what;
  return scene.texts.Format(TextId::kDeskDidBy,
                            {{"what", what}, {"who", PersonName(scene, act.by)}});
}

std::string NearDay(const Scene& scene, Day day) {
  return WithoutThisYear(scene, PlainDay(day, scene.texts), day);
}

std::string NearWeekday(const Scene& scene, Day day) {
  return WithoutThisYear(scene, ShortDay(day, scene.texts), day);
}

std::string LongDay(const Scene& scene, Day day) {
  return WithoutThisYear(scene, FullDay(day, scene.texts), day);
}

std::string DutyLeft(const Scene& scene, const DueDate& due) {
  const int days = DaysUntil(scene, due.day);
  const bool one = std::abs(days) == 1;
  const TextId form = days == 0  ? TextId::kDeskDueToday
                      : days < 0 ? (one ? TextId::kDeskDueLateOne : TextId::kDeskDueLate)
                                 : (one ? TextId::kDeskDueLeftOne : TextId::kDeskDueLeft);
  std::string words = scene.texts.Format(
      form, {{"duty", scene.texts.ByKey(due.duty)}, {"n", std::to_string(std::abs(days))}});
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  return words;
}

std::string DueBasis(const Scene& scene, const DueDate& due) {
  if (due.since.empty()) return "";
  std::string words =
      scene.texts.Format(due.working ? TextId::kDeskProofDueWorking : TextId::kDeskProofDueDays,
                         {{"n", std::to_string(due.count)},
                          {"since", scene.texts.ByKey("desk." + due.since)},
                          {"from", NearDay(scene, due.from)}});
  if (due.law_day != due.day) {
    std::string law = ShortDay(due.law_day, scene.texts);
    law = WithoutThisYear(scene, law, due.law_day);
    words = scene.texts.Format(
        due.day < due.law_day ? TextId::kDeskProofDueEarlier : TextId::kDeskProofDueLater,
        {{"count", words}, {"day", law}});
  }
  if (due.cite.empty()) words += "; " + scene.Say(TextId::kDeskProofDueOwn);
  if (due.earliest) words += "; " + scene.Say(TextId::kDeskProofDueEarliest);
  if (due.estimate) words += "; " + scene.Say(TextId::kDeskProofDueEstimate);
  return words;
}

std::string DayRanges(const Scene& scene, const std::vector<Day>& days) {
  constexpr std::size_t kMostRanges = 8;
  std::string words;
  std::size_t ranges = 0;
  std::size_t i = 0;
  while (i < days.size() && ranges < kMostRanges) {
    std::size_t last = i;
    while (last + 1 < days.size() && DaysBetween(days[last], days[last + 1]) == 1)
      ++last;
    if (!words.empty()) words += ", ";
    if (last == i) {
      words += NearDay(scene, days[i]);
    } else if (days[i].month() == days[last].month() && days[i].year() == days[last].year()) {
      words +=
          std::to_string(static_cast<unsigned>(days[i].day())) + "–" + NearDay(scene, days[last]);
    } else {
      words += NearDay(scene, days[i]) + "–" + NearDay(scene, days[last]);
    }
    ++ranges;
    i = last + 1;
  }
  if (i < days.size())
    words += ", " + scene.texts.Format(TextId::kDeskProofMoreDays,
                                       {{"n", std::to_string(days.size() - i)}});
  return words;
}

std::string Weekdays(const Scene& scene, const std::vector<Day>& days) {
  std::vector<std::pair<unsigned, std::string>> names;
  for (const Day day : days) {
    const unsigned place = std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding();
    const bool known =
        std::ranges::any_of(names, [&](const auto& one) { return one.first == place; });
    if (!known) names.emplace_back(place, WeekdayName(day, scene.texts));
  }
  std::ranges::sort(names);
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) words += i + 1 == names.size() ? " " + scene.Say(TextId::kDeskProofAnd) + " " : ", ";
    words += names[i].second;
  }
  return words;
}

std::string DayAndTime(const Scene& scene, Instant instant) {
  return NearDay(scene, LocalDay(instant, scene.OfficeZone())) + " " +
         ClockTime(instant, scene.OfficeZone(), scene.texts);
}

std::string OneLine(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  const auto first = words.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : words.substr(first);
}

bool MinuteShown(const Scene& scene, const CaseFile& file) {
  return file.named || (scene.state.person && scene.state.person->role == Role::kHead);
}

std::string HalfDay(const Scene& scene, Instant at) {
  const LocalTime local = ToLocal(at, scene.OfficeZone());
  return NearDay(scene, local.day) + " " +
         scene.Say(local.hour < 12 ? TextId::kDeskFormatMorning : TextId::kDeskFormatAfternoon);
}

std::string WhenReceived(const Scene& scene, const CaseFile& file) {
  return MinuteShown(scene, file) ? DayAndTime(scene, file.received)
                                  : HalfDay(scene, file.received);
}

std::string WhenDone(const Scene& scene, const OpenCase& open, const Act& act) {
  // What the visitor did at a kiosk: the minute would tell who stood there.
  const bool theirs = act.by.Empty() && act.type != RecordType::kComplaintTaken;
  return theirs && !MinuteShown(scene, open.file) ? HalfDay(scene, act.at)
                                                  : DayAndTime(scene, act.at);
}

std::string WishWord(const Scene& scene, const std::string& wish) {
  return scene.texts.ByKey("desk.wish." + wish);
}

std::string WishWords(const Scene& scene, const CaseFile& file) {
  return Named(scene, "desk.wish.", file.wishes);
}

std::string LossWords(const Scene& scene, const CaseFile& file) {
  return Named(scene, "desk.loss.", file.losses);
}

std::string StoryOf(const Scene& scene, const CaseFile& file) {
  std::string words;
  for (const PhraseId& id : file.phrases) {
    const Phrase* phrase = scene.premises.office.Find(id);
    if (phrase == nullptr) continue;
    if (!words.empty()) words += ' ';
    words += phrase->text.In(scene.Language());
    words += '.';
  }
  if (!file.story.empty()) {
    if (!words.empty()) words += '\n';
    words += file.story;
  }
  return words;
}

}  // namespace tanggap::desk

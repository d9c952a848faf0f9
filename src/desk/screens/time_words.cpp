// How the desk says time: due dates, amounts, dates, and how far the minute of a visit may be
// shown.
#include <algorithm>
#include <cmath>

#include "desk/screens/wording.h"
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
  return scene.texts.Format(TextId::kDeskFormatDays, {{"d", count}});
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
  const TextId form = days == 0  ? TextId::kDeskDueToday
                      : days < 0 ? TextId::kDeskDueLate
                                 : TextId::kDeskDueLeft;
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

}  // namespace tanggap::desk

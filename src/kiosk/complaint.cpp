#include "kiosk/complaint.h"

#include <algorithm>
#include <cctype>
#include <chrono>

#include "domain/work_calendar.h"

namespace tanggap::kiosk {
namespace {

Day FirstOfMonth(Day day) {
  return Day{day.year(), day.month(), std::chrono::day{1}};
}

Day LastOfMonth(Day day) {
  return Day{std::chrono::sys_days{day.year() / day.month() / std::chrono::last}};
}

Day MonthsBefore(Day day, int months) {
  const auto month = day.year() / day.month() - std::chrono::months{months};
  return Day{month.year(), month.month(), std::chrono::day{1}};
}

// Monday of the week; the Indonesian week begins there.
Day Monday(Day day) {
  const std::chrono::weekday weekday{std::chrono::sys_days{day}};
  return AddDays(day, -static_cast<int>((weekday - std::chrono::Monday).count()));
}

// Words without capitals and signs; "di pukul" counts as "dipukul", as it is often written.
std::vector<std::string> PlainWords(std::string_view text) {
  std::vector<std::string> words;
  bool in_word = false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) == 0 && byte < 0x80U) {
      in_word = false;
      continue;
    }
    if (!in_word && (words.empty() || words.back() != "di")) words.emplace_back();
    in_word = true;
    words.back() += static_cast<char>(std::tolower(byte));
  }
  return words;
}

bool HoldsSideBySide(const std::vector<std::string>& story, const std::vector<std::string>& entry) {
  if (entry.empty()) return false;
  const auto begins = [](const std::string& word, const std::string& wanted) {
    return word.starts_with(wanted);
  };
  return std::search(story.begin(), story.end(), entry.begin(), entry.end(), begins) != story.end();
}

std::string Sentence(std::string text) {
  if (!text.empty() && std::string_view{".!?"}.find(text.back()) == std::string_view::npos)
    text += '.';
  return text;
}

}  // namespace

namespace {

DayAnswer SpanOn(Day today, DayWord word, int n) {
  const Day monday = Monday(today);
  switch (word) {
    case DayWord::kToday:
      return {word, 0, today, today};
    case DayWord::kYesterday:
      return {word, 0, AddDays(today, -1), AddDays(today, -1)};
    case DayWord::kDaysAgo:
      return {word, n, AddDays(today, -n), AddDays(today, -n)};
    case DayWord::kThisWeek:
      return {word, 0, monday, today};
    case DayWord::kLastWeek:
      return {word, 0, AddDays(monday, -7), AddDays(monday, -1)};
    case DayWord::kThisMonth:
      return {word, 0, FirstOfMonth(today), today};
    case DayWord::kLastMonth:
      return {word, 0, MonthsBefore(today, 1), LastOfMonth(MonthsBefore(today, 1))};
    case DayWord::kMonth:
      return {word, 0, MonthsBefore(today, n), LastOfMonth(MonthsBefore(today, n))};
    case DayWord::kOlder:
      return {word, 0, std::nullopt, AddDays(MonthsBefore(today, n), -1)};
    case DayWord::kUnknown:
    case DayWord::kNever:
      break;
  }
  return {word, 0, std::nullopt, std::nullopt};
}

}  // namespace

DayAnswer AnswerOn(Day today, DayWord word, int n) {
  constexpr int kLongAgo = 30;  // days
  DayAnswer answer = SpanOn(today, word, n);
  answer.long_ago = answer.to && AddDays(*answer.to, kLongAgo) < today;
  return answer;
}

namespace {

std::string Identity::*PlaceOf(IdentityField field) {
  switch (field) {
    case IdentityField::kName:
      return &Identity::name;
    case IdentityField::kPhone:
      return &Identity::phone;
    case IdentityField::kVillage:
      return &Identity::village;
    case IdentityField::kProxy:
      break;
  }
  return &Identity::proxy;
}

}  // namespace

std::string& ValueOf(Identity& identity, IdentityField field) {
  return identity.*PlaceOf(field);
}

const std::string& ValueOf(const Identity& identity, IdentityField field) {
  return identity.*PlaceOf(field);
}

std::string NormalPhone(const std::string& typed) {
  std::string digits;
  for (const char c : typed) {
    if (c >= '0' && c <= '9') digits += c;
  }
  if (digits.starts_with("62")) digits = "0" + digits.substr(2);
  if (digits.size() > kPhoneDigits) digits.resize(kPhoneDigits);
  return digits;
}

void Wipe(std::string& text) {
  // Through a volatile pointer, so that the compiler may not drop the writes as dead.
  volatile char* bytes = text.data();
  for (std::size_t i = 0; i < text.size(); ++i)
    bytes[i] = '\0';
  text.clear();
}

void Wipe(Complaint& complaint) {
  Wipe(complaint.words);
  Wipe(complaint.detail);
  Wipe(complaint.counter);
  Wipe(complaint.service.value);
  for (AspectId& aspect : complaint.aspects)
    Wipe(aspect.value);
  for (PhraseId& phrase : complaint.phrases)
    Wipe(phrase.value);
  for (const IdentityField field : {IdentityField::kName, IdentityField::kPhone,
                                    IdentityField::kVillage, IdentityField::kProxy})
    Wipe(ValueOf(complaint.identity, field));
  complaint = Complaint{};
}

const Texts& Context::In(const std::string& language) const {
  for (const Texts& texts : languages) {
    if (texts.Language() == language) return texts;
  }
  return languages.front();
}

bool Reachable(const Context& context, const Identity& identity) {
  if (identity.mode == IdentityMode::kAnonymous || identity.phone.empty()) return false;
  if (!context.office.sensitive.active) return true;
  return identity.safe_way != SafeWay::kNone && identity.safe_hours.has_value();
}

bool AsksIdentity(const Context& context) {
  // Nothing is promised that isn't configured: without a retention rule no name is taken.
  return context.office.retention.identity_days > 0;
}

bool AboutConduct(const Context& context, const Complaint& complaint) {
  return std::ranges::any_of(complaint.aspects, [&](const AspectId& id) {
    const DecreeAspect* aspect = context.decree.Find(id);
    if (aspect == nullptr) return false;
    if (aspect->about_conduct) return true;
    return std::ranges::any_of(aspect->details, [&](const AspectDetail& detail) {
      return detail.id == complaint.detail && detail.about_conduct;
    });
  });
}

bool AboutTime(const Context& context, const Complaint& complaint) {
  return std::ranges::any_of(complaint.aspects, [&](const AspectId& id) {
    const DecreeAspect* aspect = context.decree.Find(id);
    return aspect != nullptr && aspect->time;
  });
}

std::vector<ServiceId> TileServices(const Context& context) {
  std::vector<ServiceId> plain;
  std::vector<ServiceId> sensitive;
  for (const OfficeService& service : context.office.services) {
    if (service.information) continue;
    if (service.sensitive && service.neutral.by_language.empty()) continue;
    (service.sensitive ? sensitive : plain).push_back(service.id);
  }
  plain.insert(plain.end(), sensitive.begin(), sensitive.end());
  return plain;
}

std::vector<std::vector<ServiceId>> ServicePages(const Context& context, std::size_t per_page) {
  std::vector<std::vector<ServiceId>> pages(1);
  for (const ServiceId& id : TileServices(context)) {
    const OfficeService* service = context.office.Find(id);
    const bool hidden = service != nullptr && service->sensitive && pages.size() == 1;
    if (hidden || pages.back().size() == per_page) pages.emplace_back();
    pages.back().push_back(id);
  }
  return pages;
}

const Labels& TileLabel(const OfficeService& service) {
  return service.sensitive ? service.neutral : service.label;
}

const Labels& TileWord(const OfficeService& service) {
  const bool shorter = !service.sensitive && !service.short_label.by_language.empty();
  return shorter ? service.short_label : TileLabel(service);
}

const Labels& TileHelp(const OfficeService& service) {
  static const Labels kNone;
  return service.sensitive ? kNone : service.help;
}

std::vector<PhraseId> OfferedPhrases(const Context& context, const Complaint& complaint) {
  if (complaint.kind != ComplaintKind::kComplaint) return {};
  std::vector<PhraseId> first;
  std::vector<PhraseId> rest;
  for (const Phrase& phrase : context.office.phrases) {
    const bool fits =
        std::ranges::find(complaint.aspects, phrase.aspect) != complaint.aspects.end();
    // Somebody unsure still finds violence, money, threats and leaks.
    if (!fits && !(complaint.unsure && phrase.always_first)) continue;
    (phrase.always_first ? first : rest).push_back(phrase.id);
  }
  first.insert(first.end(), rest.begin(), rest.end());
  return first;
}

std::string Story(const Context& context, const Complaint& complaint, const std::string& language) {
  std::string story;
  for (const PhraseId& id : complaint.phrases) {
    const Phrase* phrase = context.office.Find(id);
    if (phrase == nullptr) continue;
    if (!story.empty()) story += ' ';
    story += Sentence(std::string(phrase->text.In(language)));
  }
  if (!complaint.words.empty()) {
    if (!story.empty()) story += ' ';
    story += complaint.words;
  }
  return story;
}

bool NeedsSomebodyNow(const Context& context, const Complaint& complaint) {
  const SensitiveSetting& sensitive = context.office.sensitive;
  if (!sensitive.active) return false;
  const auto story = PlainWords(Story(context, complaint, "id"));
  return std::ranges::any_of(sensitive.urgent_words, [&](const std::string& entry) {
    return HoldsSideBySide(story, PlainWords(entry));
  });
}

std::vector<Station> StationsOf(const Context& context, const Complaint& complaint) {
  std::vector<Station> stations{Station::kService};
  const bool decree = complaint.kind == ComplaintKind::kComplaint;
  if (decree) {
    stations.push_back(Station::kAspect);
    const bool details = std::ranges::any_of(complaint.aspects, [&](const AspectId& id) {
      const DecreeAspect* aspect = context.decree.Find(id);
      return aspect != nullptr && !aspect->details.empty();
    });
    if (details) stations.push_back(Station::kDetail);
    if (AboutConduct(context, complaint) && !context.office.counters.empty())
      stations.push_back(Station::kCounter);
    stations.push_back(Station::kHappened);
    if (AboutTime(context, complaint)) {
      stations.push_back(Station::kHandedIn);
      stations.push_back(Station::kComplete);
    }
  }
  stations.push_back(Station::kWhat);
  if (decree) {
    stations.push_back(Station::kAsk);
    stations.push_back(Station::kLoss);
  }
  if (AsksIdentity(context)) stations.push_back(Station::kIdentity);
  stations.push_back(Station::kReview);
  return stations;
}

Station StepOf(Station station) {
  switch (station) {
    case Station::kDetail:
    case Station::kCounter:
      return Station::kAspect;
    case Station::kHandedIn:
    case Station::kComplete:
      return Station::kHappened;
    case Station::kLoss:
      return Station::kAsk;
    case Station::kService:
    case Station::kAspect:
    case Station::kHappened:
    case Station::kWhat:
    case Station::kAsk:
    case Station::kIdentity:
    case Station::kReview:
      break;
  }
  return station;
}

Progress ProgressAt(const Context& context, const Complaint& complaint, Station station) {
  std::vector<Station> steps;
  for (const Station s : StationsOf(context, complaint)) {
    if (steps.empty() || steps.back() != StepOf(s)) steps.push_back(StepOf(s));
  }
  const auto at = std::ranges::find(steps, StepOf(station));
  return {static_cast<int>(at - steps.begin()) + 1, static_cast<int>(steps.size())};
}

}  // namespace tanggap::kiosk

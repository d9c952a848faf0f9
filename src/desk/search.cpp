#include "desk/search.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <sstream>
#include <utility>

#include "desk/session.h"
#include "domain/ticket_code.h"

namespace tanggap::desk {
namespace {

enum class Token { kGrade, kService, kHolder, kSource, kSince };

std::optional<Token> TokenOf(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Token>, 10> kNames{{
      {"tingkat", Token::kGrade},
      {"grade", Token::kGrade},
      {"layanan", Token::kService},
      {"service", Token::kService},
      {"petugas", Token::kHolder},
      {"officer", Token::kHolder},
      {"kios", Token::kSource},
      {"kiosk", Token::kSource},
      {"sejak", Token::kSince},
      {"since", Token::kSince},
  }};
  const auto found = std::ranges::find(kNames, name, &std::pair<std::string_view, Token>::first);
  if (found == kNames.end()) return std::nullopt;
  return found->second;
}

std::optional<unsigned> MonthOf(std::string_view word) {
  constexpr std::array<std::string_view, 12> kIndonesian{"jan", "feb", "mar", "apr", "mei", "jun",
                                                         "jul", "agu", "sep", "okt", "nov", "des"};
  constexpr std::array<std::string_view, 12> kEnglish{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
  const std::string_view three = word.substr(0, 3);
  for (unsigned i = 0; i < kIndonesian.size(); ++i) {
    if (three == kIndonesian[i] || three == kEnglish[i]) return i + 1;
  }
  return std::nullopt;
}

// "1nov", "12november", "2026-11-01"; without a year the last such day there was.
std::optional<Day> DayOf(const std::string& word, Day today) {
  if (const auto iso = DayFromIso(word)) return iso;
  unsigned number = 0;
  std::size_t at = 0;
  while (at < word.size() && at < 2 && std::isdigit(static_cast<unsigned char>(word[at])) != 0)
    number = (number * 10) + static_cast<unsigned>(word[at++] - '0');
  const std::optional<unsigned> month = MonthOf(std::string_view(word).substr(at));
  if (number == 0 || !month) return std::nullopt;
  Day day{today.year(), std::chrono::month{*month}, std::chrono::day{number}};
  if (day > today) day = Day{today.year() - std::chrono::years{1}, day.month(), day.day()};
  return day.ok() ? std::optional(day) : std::nullopt;
}

// Whether a label fits what was typed in any language.
bool Fits(const Labels& labels, std::string_view typed) {
  return std::ranges::any_of(labels.by_language,
                             [&](const auto& label) { return BeginsAWord(label.second, typed); });
}

// True: the token was understood, and the filter holds it.
bool Take(const Premises& premises, std::span<const Person> people, Day today, Token token,
          const std::string& value, Filter& filter) {
  switch (token) {
    case Token::kGrade:
      for (const DecreeSeverity& severity : premises.decree.severities) {
        if (severity.id.value != value && !Fits(severity.label, value)) continue;
        filter.grade = severity.id.value;
        return true;
      }
      if (!BeginsAWord("belum ungraded", value)) return false;
      filter.grade = std::string(kGradeNone);
      return true;
    case Token::kService:
      for (const OfficeService& service : premises.office.services) {
        if (service.id.value != value && !Fits(service.label, value)) continue;
        filter.service = service.id;
        return true;
      }
      return false;
    case Token::kHolder:
      for (const Person& person : people) {
        if (!BeginsAWord(person.name, value)) continue;
        filter.holder = person.id;
        return true;
      }
      return false;
    case Token::kSource:
      for (const auto& [node, name] : premises.devices) {
        if (Folded(name).find(value) == std::string::npos) continue;
        filter.source = node;
        return true;
      }
      return false;
    case Token::kSince:
      filter.since = DayOf(value, today);
      return filter.since.has_value();
  }
  return false;
}

}  // namespace

std::string Folded(std::string_view text) {
  std::string folded;
  for (const char c : text)
    folded += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return folded;
}

bool BeginsAWord(std::string_view text, std::string_view typed) {
  const std::string where = Folded(text);
  const std::string what = Folded(typed);
  for (std::size_t at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
    if (at == 0 || std::isalnum(static_cast<unsigned char>(where[at - 1])) == 0) return true;
  }
  return false;
}

Query ReadQuery(const Premises& premises, std::span<const Person> people, const std::string& typed,
                Day today) {
  Query query;
  std::istringstream words(typed);
  for (std::string word; words >> word;) {
    const std::size_t colon = word.find(':');
    const std::string folded = Folded(word);
    const auto token = colon == std::string::npos
                           ? std::nullopt
                           : TokenOf(std::string_view(folded).substr(0, colon));
    if (token && colon + 1 < folded.size() &&
        Take(premises, people, today, *token, folded.substr(colon + 1), query.filter))
      continue;
    if (!query.words.empty()) query.words += ' ';
    query.words += word;
  }
  return query;
}

bool Passes(const Filter& filter, const CaseSummary& summary, const Zone& zone) {
  if (filter.service && summary.service != *filter.service) return false;
  if (filter.source && summary.kiosk != *filter.source) return false;
  if (filter.holder && summary.holder != *filter.holder) return false;
  if (filter.since && LocalDay(summary.received, zone) < *filter.since) return false;
  if (!filter.grade) return true;
  if (*filter.grade == kGradeUnregulated) return summary.unregulated;
  if (*filter.grade == kGradeNone) return !summary.severity && !summary.unregulated;
  return summary.severity && summary.severity->value == *filter.grade;
}

std::string AsCode(const std::string& typed) {
  std::string code;
  for (const char c : typed) {
    if (c == '-' || c == ' ') continue;
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    if (kCrockford.find(upper) == std::string_view::npos && upper != 'O' && upper != 'I' &&
        upper != 'L')
      return "";
    code += upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
  }
  return code;
}

std::vector<FilterChoice> ChoicesOf(const Premises& premises, const State& state, FilterPart part,
                                    const std::string& typed) {
  const Texts& texts = WordsOf(premises, state);
  std::vector<FilterChoice> choices;
  const auto add = [&](std::string_view label, auto member, auto value) {
    Filter set;
    set.*member = std::move(value);
    choices.push_back({std::string(label), set});
  };
  choices.push_back(
      {texts[part == FilterPart::kHolder ? TextId::kDeskFilterAnybody : TextId::kDeskFilterAll],
       {}});
  switch (part) {
    case FilterPart::kService:
      for (const OfficeService& service : premises.office.services)
        add(service.label.In(state.language), &Filter::service, service.id);
      break;
    case FilterPart::kGrade:
      for (const DecreeSeverity& severity : premises.decree.severities)
        add(severity.label.In(state.language), &Filter::grade, severity.id.value);
      add(texts[TextId::kDeskGradeUnregulated], &Filter::grade, std::string(kGradeUnregulated));
      add(texts[TextId::kDeskGradeNone], &Filter::grade, std::string(kGradeNone));
      break;
    case FilterPart::kSource:
      for (const auto& [node, name] : premises.devices)
        add(name, &Filter::source, node);
      break;
    case FilterPart::kHolder:
      add(texts[TextId::kDeskFilterNobody], &Filter::holder, PersonId{});
      for (const Person& person : state.people)
        add(person.name, &Filter::holder, person.id);
      break;
  }
  if (!typed.empty())
    std::erase_if(choices, [&](const FilterChoice& c) { return !BeginsAWord(c.label, typed); });
  return choices;
}

void SetPart(Filter& filter, FilterPart part, const Filter& from) {
  switch (part) {
    case FilterPart::kService:
      filter.service = from.service;
      return;
    case FilterPart::kGrade:
      filter.grade = from.grade;
      return;
    case FilterPart::kSource:
      filter.source = from.source;
      return;
    case FilterPart::kHolder:
      filter.holder = from.holder;
      return;
  }
}

bool HasPart(const Filter& filter, FilterPart part) {
  Filter only;
  SetPart(only, part, filter);
  return only.Any();
}

std::string LabelOf(const Premises& premises, const State& state, const Filter& filter,
                    FilterPart part) {
  Filter only;
  SetPart(only, part, filter);
  const std::vector<FilterChoice> choices = ChoicesOf(premises, state, part, "");
  const auto found = std::ranges::find(choices, only, &FilterChoice::set);
  return found == choices.end() ? choices.front().label : found->label;
}

}  // namespace tanggap::desk

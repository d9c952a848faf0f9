#include "domain/amounts.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace tanggap {
namespace {

constexpr std::string_view kIndonesian = "id";
constexpr std::string_view kEnglish = "en";

// Days and hours that aren't whole are also said in hours, minutes and seconds, because a bound is
// passed by a second.
std::string InClockTime(double days_or_hours, bool days, std::string_view language) {
  const double seconds_in_unit = days ? 86'400 : 3'600;
  const auto total =
      static_cast<std::int64_t>(std::llround(std::abs(days_or_hours) * seconds_in_unit));
  constexpr std::int64_t kMinute = 60;
  constexpr std::int64_t kHour = 60 * kMinute;
  constexpr std::int64_t kDay = 24 * kHour;
  const bool indonesian = language == kIndonesian;
  struct Part {
    std::int64_t amount;
    const char* id;
    const char* en;
  };
  const std::int64_t rest = days ? total % kDay : total;
  const std::array<Part, 4> parts{{{days ? total / kDay : 0, " hari", " d"},
                                   {rest / kHour, " jam", " h"},
                                   {rest % kHour / kMinute, " menit", " min"},
                                   {rest % kMinute, " detik", " s"}}};
  std::string text;
  for (const Part& part : parts) {
    if (part.amount == 0) continue;
    text +=
        (text.empty() ? "" : " ") + std::to_string(part.amount) + (indonesian ? part.id : part.en);
  }
  return text;
}

}  // namespace

std::string Amount(double number, std::string_view language) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.7f", number);
  std::string text = buffer.data();
  const auto point = text.find_first_of(".,");
  while (text.size() > point + 1 && text.back() == '0')
    text.pop_back();
  if (text.size() == point + 1) text.pop_back();
  if (text == "-0") text = "0";
  if (text.size() > point) text[point] = language == kIndonesian ? ',' : '.';
  if (text.front() == '-') text.replace(0, 1, "−");
  return text;
}

std::string Measured(double measure, bool days, std::string_view language) {
  const bool indonesian = language == kIndonesian;
  std::string text = Amount(measure, language);
  text += days ? (indonesian ? " hari" : " days") : (indonesian ? " jam" : " hours");
  const std::string clock = InClockTime(measure, days, language);
  if (measure != std::floor(measure) && !clock.empty()) {
    text += " (" + std::string(measure < 0 ? "−" : "") + clock + ")";
  }
  return text;
}

std::string InClockWords(double measure, bool days, std::string_view language) {
  const std::string clock = InClockTime(measure, days, language);
  if (!clock.empty()) return (measure < 0 ? "−" : "") + clock;
  const bool indonesian = language == kIndonesian;
  return days ? (indonesian ? "0 hari" : "0 d") : (indonesian ? "0 jam" : "0 h");
}

std::string Comparison(const LatenessBounds& bounds, double measure, std::string_view language) {
  std::string text = Amount(measure, language) + " > " + Amount(bounds.over, language);
  if (bounds.up_to.has_value()) {
    text += (language == kIndonesian ? " dan " : " and ") + Amount(measure, language) + " ≤ " +
            Amount(*bounds.up_to, language);
  }
  return text;
}

std::string WholeDays(const LatenessBounds& bounds, double measure, std::string_view language) {
  const bool indonesian = language == kIndonesian;
  const std::string days = Amount(std::ceil(measure), language);
  std::string range = std::to_string(bounds.whole_from);
  if (!bounds.whole_to.has_value()) {
    range += indonesian ? " atau lebih" : " or more";
  } else if (*bounds.whole_to != bounds.whole_from) {
    range += (indonesian ? " sampai " : " to ") + std::to_string(*bounds.whole_to);
  }
  return indonesian ? days + " hari terlambat yang sudah dimulai, termasuk " + range
                    : days + " begun days late, within " + range;
}

Labels ExplainSum(const Lateness& sum) {
  struct Words {
    const char* id;
    const char* en;
  };
  const bool working = sum.unit == NormUnit::kWorkingDays;
  const bool hours = sum.unit == NormUnit::kHours;
  const Words calendar =
      hours ? Words{" jam", " hours"} : Words{" hari kalender", " calendar days"};
  const Words counted = hours     ? Words{" jam terhitung", " hours counted"}
                        : working ? Words{" hari kerja terhitung", " working days counted"}
                                  : Words{" hari terhitung", " days counted"};
  const auto write = [&](std::string_view language) {
    const bool indonesian = language == kIndonesian;
    const auto amount = [&](double number) { return Amount(number, language); };
    std::string text = (indonesian ? "Hitungan: " : "The sum: ") + amount(sum.span) +
                       (indonesian ? calendar.id : calendar.en);
    if (working) {
      text += " − " + amount(sum.weekends) + (indonesian ? " akhir pekan − " : " weekend days − ") +
              amount(sum.holidays) + (indonesian ? " hari libur" : " holidays");
    }
    if (sum.kahar > 0) text += " − " + amount(sum.kahar) + " kahar";
    text += " = " + amount(sum.counted) + (indonesian ? counted.id : counted.en) + "; " +
            amount(sum.counted) + " − " + amount(sum.norm) +
            (hours        ? (indonesian ? " batas" : " bound")
             : indonesian ? " norma"
                          : " norm") +
            " = " + amount(sum.late) + ".";
    for (const std::string& instrument : sum.instruments) {
      text += (indonesian ? " Kahar: " : " Force majeure: ") + instrument + ".";
    }
    if (sum.estimate) {
      text += indonesian ? " Perkiraan: hari libur belum lengkap."
                         : " An estimate: the holidays aren't complete.";
    }
    return text;
  };
  Labels labels;
  labels.by_language.emplace(kIndonesian, write(kIndonesian));
  labels.by_language.emplace(kEnglish, write(kEnglish));
  return labels;
}

}  // namespace tanggap

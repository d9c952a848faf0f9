#include "texts/dates.h"

#include <array>
#include <cassert>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace tanggap {
namespace {

// The n-th of a list separated by commas; "" beyond its end.
std::string Entry(const std::string& list, unsigned n) {
  std::size_t begin = 0;
  for (; n > 0; --n) {
    const auto comma = list.find(',', begin);
    if (comma == std::string::npos) return {};
    begin = comma + 1;
  }
  return list.substr(begin, list.find(',', begin) - begin);
}

std::string TwoDigits(int value) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d", value);
  return text.data();
}

unsigned WeekdayOf(Day day) {
  return std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding();  // Sunday is 0
}

std::string Write(TextId form, Day day, bool long_names, const Texts& texts,
                  const std::string& clock = {}, const std::string& zone = {}) {
  const TextId weekdays = long_names ? TextId::kDateWeekdays : TextId::kDateWeekdaysShort;
  const TextId months = long_names ? TextId::kDateMonths : TextId::kDateMonthsShort;
  return texts.Format(form,
                      {{"hari", Entry(texts[weekdays], WeekdayOf(day))},
                       {"tanggal", std::to_string(static_cast<unsigned>(day.day()))},
                       {"bulan", Entry(texts[months], static_cast<unsigned>(day.month()) - 1)},
                       {"tahun", std::to_string(static_cast<int>(day.year()))},
                       {"pukul", clock},
                       {"zona", zone}});
}

std::string Grouped(std::uint64_t value, const std::string& separator) {
  const std::string digits = std::to_string(value);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += separator;
    text += digits[i];
  }
  return text;
}

std::string DigitsOf(std::string_view number) {
  std::string digits;
  for (const char c : number) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

// The digits of an Indonesian mobile number beginning with 08, else "".
std::string MobileDigits(std::string_view number) {
  for (const char c : number) {
    const bool allowed = (c >= '0' && c <= '9') || c == '+' || c == ' ' || c == '-' || c == '.';
    if (!allowed) return {};
  }
  std::string digits = DigitsOf(number);
  if (digits.starts_with("62")) digits = "0" + digits.substr(2);
  const bool mobile = digits.starts_with("08") && digits.size() >= 10 && digits.size() <= 14;
  return mobile ? digits : std::string{};
}

}  // namespace

std::string ClockTime(Instant instant, const Zone& zone, const Texts& texts) {
  const LocalTime local = ToLocal(instant, zone);
  return texts.Format(TextId::kDateClock,
                      {{"jam", TwoDigits(local.hour)}, {"menit", TwoDigits(local.minute)}});
}

std::string ClockTimeWithZone(Instant instant, const Zone& zone, const Texts& texts) {
  return ClockTime(instant, zone, texts) + " " + zone.abbreviation;
}

std::string FullDateTime(Instant instant, const Zone& zone, const Texts& texts) {
  return Write(TextId::kDateFullWithTime, LocalDay(instant, zone), true, texts,
               ClockTime(instant, zone, texts), zone.abbreviation);
}

std::string ShortDateTime(Instant instant, const Zone& zone, const Texts& texts) {
  return Write(TextId::kDateShortWithTime, LocalDay(instant, zone), false, texts,
               ClockTime(instant, zone, texts), zone.abbreviation);
}

std::string FullDay(Day day, const Texts& texts) {
  return Write(TextId::kDateFull, day, true, texts);
}

std::string ShortDay(Day day, const Texts& texts) {
  return Write(TextId::kDateShort, day, false, texts);
}

std::string PlainDay(Day day, const Texts& texts) {
  return Write(TextId::kDatePlain, day, false, texts);
}

std::string WeekdayName(Day day, const Texts& texts) {
  return Entry(texts[TextId::kDateWeekdays], WeekdayOf(day));
}

std::string MonthName(Day month, const Texts& texts) {
  return Write(TextId::kDateMonthYear, month, true, texts);
}

std::string Number(std::int64_t value, const Texts& texts) {
  // The magnitude as unsigned, because the least int64 has no positive twin.
  const auto magnitude = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                                   : static_cast<std::uint64_t>(value);
  return (value < 0 ? "-" : "") + Grouped(magnitude, texts[TextId::kNumberThousands]);
}

std::string Decimal(double value, int digits, const Texts& texts) {
  assert(digits >= 0 && digits <= 6);
  const double scale = std::pow(10.0, digits);
  const auto scaled = static_cast<std::uint64_t>(std::llround(std::abs(value) * scale));
  const auto unit = static_cast<std::uint64_t>(std::llround(scale));
  std::string text = Grouped(scaled / unit, texts[TextId::kNumberThousands]);
  if (digits > 0) {
    std::string fraction = std::to_string(scaled % unit);
    fraction.insert(0, static_cast<std::size_t>(digits) - fraction.size(), '0');
    text += texts[TextId::kNumberDecimal] + fraction;
  }
  return (value < 0 && scaled != 0 ? "-" : "") + text;
}

std::string Rupiah(std::int64_t amount, const Texts& texts) {
  return texts.Format(TextId::kNumberRupiah, {{"n", Number(amount, texts)}});
}

std::string Phone(std::string_view number) {
  const std::string digits = MobileDigits(number);
  if (!digits.empty())
    return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8);
  const auto begin = number.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return std::string(number.substr(begin, number.find_last_not_of(' ') - begin + 1));
}

std::string MaskedPhone(std::string_view number, std::string_view star) {
  std::string stars;
  for (int i = 0; i < 4; ++i)
    stars += star;
  const std::string digits = MobileDigits(number);
  if (!digits.empty()) return digits.substr(0, 4) + "-" + stars + "-" + digits.substr(8);
  // Not a number whose groups are known: only the last two digits stay readable.
  const std::string all = DigitsOf(number);
  return all.size() < 4 ? stars : stars + all.substr(all.size() - 2);
}

}  // namespace tanggap

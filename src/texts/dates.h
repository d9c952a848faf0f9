// Dates, clock times, numbers, money and telephone numbers as people read them, in a language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/time.h"
#include "texts/texts.h"

namespace tanggap {

// "Sabtu, 21 November 2026 pukul 09.15 WITA" / "Saturday, 21 November 2026, 09:15 WITA".
[[nodiscard]] std::string FullDateTime(Instant instant, const Zone& zone, const Texts& texts);
// "Sab, 21 Nov 2026 09.15 WITA".
[[nodiscard]] std::string ShortDateTime(Instant instant, const Zone& zone, const Texts& texts);
// "Senin, 7 Desember 2026": a date alone has no zone.
[[nodiscard]] std::string FullDay(Day day, const Texts& texts);
// "Sen, 7 Des 2026".
[[nodiscard]] std::string ShortDay(Day day, const Texts& texts);
// "7 Des 2026".
[[nodiscard]] std::string PlainDay(Day day, const Texts& texts);
// "Senin".
[[nodiscard]] std::string WeekdayName(Day day, const Texts& texts);
// "November 2026", for calendars. `month` is any day in it.
[[nodiscard]] std::string MonthName(Day month, const Texts& texts);
// "09.15"; with the zone "09.15 WITA".
[[nodiscard]] std::string ClockTime(Instant instant, const Zone& zone, const Texts& texts);
[[nodiscard]] std::string ClockTimeWithZone(Instant instant, const Zone& zone, const Texts& texts);

// "1.250"; negative numbers with a hyphen-minus.
[[nodiscard]] std::string Number(std::int64_t value, const Texts& texts);
// "3,47", rounded half away from zero; `digits` 0..6 behind the comma.
[[nodiscard]] std::string Decimal(double value, int digits, const Texts& texts);
// "Rp25.000".
[[nodiscard]] std::string Rupiah(std::int64_t amount, const Texts& texts);

// "0812-3456-7890" from whatever people write (+62…, 62…, spaces); a number that is no Indonesian
// mobile number is given back as it was, trimmed.
[[nodiscard]] std::string Phone(std::string_view number);
// The middle hidden: "0812-****-7890" with `star` '*'; a screen may pass another sign.
[[nodiscard]] std::string MaskedPhone(std::string_view number, std::string_view star = "*");

}  // namespace tanggap

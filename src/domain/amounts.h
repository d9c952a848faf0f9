// How days and hours are written in a sentence: numbers, clock time, comparisons, the whole sum.
#pragma once

#include <string>
#include <string_view>

#include "domain/decree.h"
#include "domain/labels.h"
#include "domain/lateness.h"

namespace tanggap {

// "1,0000116" in Indonesian, "1.0000116" in English; at most seven decimals, no trailing zeros.
// For amounts of at most some millions.
[[nodiscard]] std::string Amount(double number, std::string_view language);

// "1,0000116 hari (1 hari 1 detik)": also in clock time where it isn't whole, because a bound is
// passed by a second.
[[nodiscard]] std::string Measured(double measure, bool days, std::string_view language);

// "4 hari 4 jam" alone: days, hours, minutes and seconds that aren't zero; "0 hari" for none.
[[nodiscard]] std::string InClockWords(double measure, bool days, std::string_view language);

// "3 > 2 dan 3 ≤ 5".
[[nodiscard]] std::string Comparison(const LatenessBounds& bounds, double measure,
                                     std::string_view language);
// The same under the reading that counts begun days.
[[nodiscard]] std::string WholeDays(const LatenessBounds& bounds, double measure,
                                    std::string_view language);

// The sum as one sentence a language: "Hitungan: 9 hari kalender − 2 akhir pekan … = 4."
[[nodiscard]] Labels ExplainSum(const Lateness& sum);

}  // namespace tanggap

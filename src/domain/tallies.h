// Ratings counted honestly: what everybody tapped, and which taps are repeats.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <vector>

#include "domain/case_list.h"
#include "domain/record.h"
#include "domain/time.h"

namespace tanggap {

inline constexpr int kLowestScore = 1;
inline constexpr int kHighestScore = 4;

// Taps on one kiosk closer together than this are one burst: children, or a finger that drums.
inline constexpr std::chrono::seconds kBurstGap{5};

struct RatedTap {
  RecordId id;
  NodeId node;
  Day day{};
  Instant at{};
  int score = 0;           // 1 very unhappy … 4 very happy
  bool repeat = false;     // not the first tap of its burst
  bool counts = false;     // in the filtered counts: one tap of a burst, the one of lowest score
  bool withdrawn = false;  // "Salah sentuh"
  bool operator==(const RatedTap&) const = default;
};

// Every rating among the records, in the order of time. All but the first of a burst are flagged as
// repeats; the filtered counts take the lowest score of a burst, so that a low rating is never lost
// to a better one tapped just before it, and a hundred taps still count once. Withdrawn taps count
// nowhere. Pure; records may come in any order, and copies count once.
[[nodiscard]] std::vector<RatedTap> RatedTaps(std::span<const Record> records);

// Raw and filtered counts per kiosk and day, by kiosk.
struct RatingCount {
  NodeId node;
  Day day{};
  std::array<std::int64_t, 4> raw{};       // index 0 = score 1; withdrawn ones are not in it
  std::array<std::int64_t, 4> filtered{};  // one a burst
  std::int64_t repeats = 0;
  std::int64_t withdrawn = 0;
  bool operator==(const RatingCount&) const = default;
};
[[nodiscard]] std::vector<RatingCount> CountRatings(std::span<const Record> records);

// One day for the strip of a desk: filtered counts, and how many taps were left out of them.
[[nodiscard]] std::vector<RatingTally> TallyRatings(std::span<const Record> records, Day day);

}  // namespace tanggap

// What a desk's lists are made of: rows of cases, the views they fall into, today's ratings.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "domain/case_file.h"
#include "domain/ids.h"
#include "domain/time.h"

namespace tanggap {

// One line of the desk's list.
struct CaseRow {
  RecordId id;
  std::string code;     // grouped; empty until the content could be opened
  CaseSummary summary;  // stage, severity, due, holder
  std::string words;    // first words of the story; empty for who may not read
  bool operator==(const CaseRow&) const = default;
};

enum class CaseView {
  kNew,
  kDueToday,
  kOverdue,
  kWaitingForData,
  kSuspended,
  kToDecide,
  kToDeliver,
  kConflict,
  kClosed,
  kAllOpen,
};

struct RatingTally {
  NodeId node;
  Day day{};
  std::array<std::int64_t, 4> by_score{};  // index 0 = score 1
  std::int64_t flagged = 0;                // repeats and withdrawn ones, not in by_score
  bool operator==(const RatingTally&) const = default;
};

}  // namespace tanggap

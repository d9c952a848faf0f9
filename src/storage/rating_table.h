// Ratings of the kiosks in the register: one row each, and which of them don't count.
#pragma once

#include <vector>

#include "domain/record.h"
#include "ports/register.h"
#include "storage/database.h"

namespace tanggap {

// Worker thread only; the schema must be there. Throws StoreError.
class RatingTable {
 public:
  explicit RatingTable(Database& database);

  void Add(const Record& rated);
  // The ratings that a withdrawal or a flagged session names; also before they arrive.
  void Flag(const Record& naming);
  // Per kiosk that was rated on `day`.
  [[nodiscard]] std::vector<RatingTally> Of(Day day);

 private:
  Database& database_;
  Statement add_;
};

}  // namespace tanggap

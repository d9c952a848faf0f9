// A staff desk in memory: one PIN, counts as the test sets them.
#pragma once

#include <string>

#include "ports/staff_desk.h"

namespace tanggap {

class FakeStaffDesk final : public StaffDesk {
 public:
  [[nodiscard]] bool Opens(const std::string& pin) override { return pin == right; }
  [[nodiscard]] JournalCounts Counts() override { return counts; }

  std::string right = "123456";
  JournalCounts counts{12, 3, 1, 2048};
};

}  // namespace tanggap

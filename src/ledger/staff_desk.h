// The staff's PIN of one kiosk, kept as an Argon2id string, and what its journal holds.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "domain/result.h"
#include "ports/journal.h"
#include "ports/staff_desk.h"

namespace tanggap {

// Six digits as the line that `staff.pin` holds; nothing for anything else. Blocks for about 60 ms.
// Six digits only slow a thief of the file down: it lies beside the kiosk's key, readable by nobody
// else.
[[nodiscard]] std::optional<std::string> SealPin(const std::string& pin);

// Seals the PIN and writes the file, readable by its owner only. A Problem when it is no PIN or the
// disk refuses.
[[nodiscard]] std::optional<Problem> WriteStaffPin(const std::filesystem::path& file,
                                                   const std::string& pin);
// The line of the file; empty when there is none: the menu then stays shut. A file that holds
// anything else is a Problem.
[[nodiscard]] Result<std::string> ReadStaffPin(const std::filesystem::path& file);

class LedgerStaffDesk final : public StaffDesk {
 public:
  LedgerStaffDesk(Journal& journal, std::string sealed_pin)
      : journal_(journal), sealed_pin_(std::move(sealed_pin)) {}
  [[nodiscard]] bool Opens(const std::string& pin) override;
  [[nodiscard]] JournalCounts Counts() override;

 private:
  Journal& journal_;
  std::string sealed_pin_;
};

}  // namespace tanggap

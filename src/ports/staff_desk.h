// What staff may ask of a kiosk: does this PIN open the menu, and how much has it written.
#pragma once

#include <cstdint>
#include <string>

namespace tanggap {

struct JournalCounts {
  std::uint64_t written = 0;  // records of the present epoch
  std::uint64_t waiting = 0;  // of them in no published file yet
  std::uint64_t unread = 0;   // published files that no desk has acknowledged
  std::uint64_t free_mb = 0;
  bool operator==(const JournalCounts&) const = default;
};

// Worker thread only. Counts() may throw StoreError.
class StaffDesk {
 public:
  virtual ~StaffDesk() = default;
  // Blocks for about 60 ms (Argon2id with 64 MiB). Without a PIN nothing opens.
  [[nodiscard]] virtual bool Opens(const std::string& pin) = 0;
  [[nodiscard]] virtual JournalCounts Counts() = 0;
};

}  // namespace tanggap

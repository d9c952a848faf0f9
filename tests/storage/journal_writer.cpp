// A program for the journal's tests: appends numbered records for ever, and writes each number to
// stdout once it is durable. Ends with 2 on a full disk, 3 when the journal is in use.
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdint>
#include <string>
#include <vector>

#include "ports/store_error.h"
#include "storage/journal.h"
#include "support/sealed_records.h"

int main(int argc, char** argv) {
  if (argc != 3) return 64;
  if (const std::uint64_t limit = std::stoull(argv[2]); limit > 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit size{limit, limit};
    ::setrlimit(RLIMIT_FSIZE, &size);
  }
  try {
    tanggap::SqliteJournal journal(argv[1]);
    auto next = static_cast<std::uint32_t>(journal.Head().records_written + 1);
    while (true) {
      try {
        journal.Append(std::vector{tanggap::NumberedRecord(next)});
      } catch (const tanggap::StoreError& error) {
        if (error.Fault() != tanggap::StoreFault::kFull) throw;
        // Saying so politely needs a journal that can still be read.
        return journal.Contains(tanggap::NumberedId(next - 1)) ? 2 : 5;
      }
      if (::write(STDOUT_FILENO, &next, sizeof next) != sizeof next) return 6;
      ++next;
    }
  } catch (const tanggap::StoreError& error) {
    return error.Fault() == tanggap::StoreFault::kLocked ? 3 : 4;
  }
}

// How `tanggap backup` asks a running program for a copy of its journal, which that program holds
// locked: a file beside the journal, answered by another file beside it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "storage/journal.h"

namespace tanggap {

// Leaves a request in `data` (DIR/kiosk-1) under a name nobody can guess, and says where the answer
// will be. `token`: 16 hex digits.
std::filesystem::path RequestBackup(const std::filesystem::path& data, const std::string& token);
void WithdrawBackupRequest(const std::filesystem::path& data);

// Worker thread of kiosk and desk, now and then: copies the journal when somebody asks. What goes
// wrong comes back as a text for the log. A request can name no other place.
[[nodiscard]] std::optional<std::string> AnswerBackupRequest(const std::filesystem::path& data,
                                                             SqliteJournal& journal);

}  // namespace tanggap

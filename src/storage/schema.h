// Tables as data: every schema is a list of migrations, applied in one transaction.
#pragma once

#include <cstdint>
#include <span>

#include "storage/database.h"

namespace tanggap {

struct Schema {
  std::int32_t application_id = 0;        // in the file's header: whose file this is
  std::span<const char* const> versions;  // versions[i] leads from version i to i + 1
};

[[nodiscard]] const Schema& JournalSchema();
[[nodiscard]] const Schema& RegisterSchema();

// Brings a new or older file to the newest version, all or nothing. A file with another
// application_id, or with tables and none, and one of a later version is refused (kForeign).
void Migrate(Database& database, const Schema& schema);

}  // namespace tanggap

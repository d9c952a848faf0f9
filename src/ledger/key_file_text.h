// What key files share: one line of strict JSON, created new with mode 0600, secrets wiped on the
// way.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/result.h"
#include "domain/value.h"
#include "ledger/secret.h"

namespace tanggap {

[[nodiscard]] Problem WrongKeyFile(const std::filesystem::path& file, std::string what);
// The fields of a key file of the expected kind and version 1.
[[nodiscard]] Result<Fields> ReadKeyFields(const std::filesystem::path& file,
                                           std::string_view kind);
// Wipes the texts in `fields`. Throws std::filesystem::filesystem_error when the file exists.
void WriteKeyFields(const std::filesystem::path& file, Fields& fields);
// 32 bytes from hex; the text is wiped.
[[nodiscard]] std::optional<Secret> SecretFrom(Fields& fields, std::string_view name);
// Overwrites and removes. A disk may still hold old copies of what was there: SSDs and snapshots
// do.
void EraseKeyFile(const std::filesystem::path& file);

}  // namespace tanggap

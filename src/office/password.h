// A new password: from a file, or typed twice on the terminal without being shown.
#pragma once

#include <string>

#include "domain/result.h"

namespace tanggap {

// `file` "" asks on the terminal; "-" reads standard input. The first line counts, without its end.
[[nodiscard]] Result<std::string> NewPassword(const std::string& file, const std::string& whose);
// One that exists, asked once; of any length.
[[nodiscard]] Result<std::string> KnownPassword(const std::string& file, const std::string& whose);
// The first line of standard input; a terminal is asked twice, and doesn't show it. What makes a
// good one is the caller's to judge.
[[nodiscard]] Result<std::string> NewPin(const std::string& whose);

}  // namespace tanggap

// Reads the ready phrases of a decree's aspects from TOML (assets/phrases/<decree id>.toml).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "domain/decree.h"
#include "domain/office.h"
#include "domain/result.h"

namespace tanggap {

// The phrases in file order, checked against the decree: known aspects and facts, ids used once,
// Indonesian text present. Errors as ParseDecree.
[[nodiscard]] Result<std::vector<Phrase>> ParsePhrases(std::string_view toml,
                                                       const std::string& file,
                                                       const Decree& decree);
[[nodiscard]] Result<std::vector<Phrase>> ReadPhrasesFile(const std::filesystem::path& path,
                                                          const Decree& decree);

}  // namespace tanggap

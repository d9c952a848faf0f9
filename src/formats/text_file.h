// Reads a file of sentences (assets/text/id.toml): TOML keys with dots, one sentence each.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "domain/result.h"

namespace tanggap {

using Sentences = std::map<std::string, std::string, std::less<>>;

// "rate.title" = "…" and [rate] title = "…" are the same key. Every value is a string; anything
// else is an error with its line. Errors as ParseDecree.
[[nodiscard]] Result<Sentences> ParseTexts(std::string_view toml, const std::string& file);
[[nodiscard]] Result<Sentences> ReadTextFile(const std::filesystem::path& path);
// All sentences of one language: id.toml, desk-id.toml and ticket-id.toml of `directory`
// (assets/text) together. A key in two files is an error of the second. Hand it to Texts::Make.
[[nodiscard]] Result<Sentences> ReadLanguage(const std::filesystem::path& directory,
                                             const std::string& language);

// Puts the sentences of aman-<language>.toml in the place of the usual ones: what a sensitive
// office says instead. A key that `words` doesn't have is an error of that file.
[[nodiscard]] Result<Sentences> WithSensitiveWords(Sentences words,
                                                   const std::filesystem::path& directory,
                                                   const std::string& language);

}  // namespace tanggap

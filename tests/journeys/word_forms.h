// The forms in which programs keep a word, for the tools that look for it in files and memory.
#pragma once

#include <algorithm>
#include <cctype>
#include <string>

namespace tanggap {

[[nodiscard]] inline std::string Lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

// ASCII as UTF-16, little end first.
[[nodiscard]] inline std::string Wide(const std::string& text) {
  std::string wide;
  for (const char c : text) {
    wide += c;
    wide += '\0';
  }
  return wide;
}

}  // namespace tanggap

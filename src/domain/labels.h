// A word in every language that a file gives it: {"id": "Terlalu lama", "en": "Too slow"}.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tanggap {

struct Labels {
  std::map<std::string, std::string, std::less<>> by_language;

  // The word in `language`, else in Indonesian, else "".
  [[nodiscard]] std::string_view In(std::string_view language) const {
    auto found = by_language.find(language);
    if (found == by_language.end()) found = by_language.find("id");
    return found == by_language.end() ? std::string_view{} : std::string_view{found->second};
  }
  bool operator==(const Labels&) const = default;
};

}  // namespace tanggap

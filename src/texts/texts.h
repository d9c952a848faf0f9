// Every sentence the programs can show, by identifier, in one language.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/result.h"

namespace tanggap {

enum class TextId {
#define TANGGAP_TEXT(name, key) name,
#include "texts/desk_texts.inc"
#include "texts/ticket_texts.inc"
#include "texts/visitor_texts.inc"
#undef TANGGAP_TEXT
};

// The file key of a text: "rate.title".
[[nodiscard]] std::string_view KeyOf(TextId id);
[[nodiscard]] const std::vector<TextId>& AllTextIds();

// One language, complete. A value: copy or hand it by reference.
class Texts {
 public:
  // `words` maps file keys to sentences. Refused with one Problem a missing key, and one for every
  // key that no screen uses, so that the files of all languages stay the same.
  [[nodiscard]] static Result<Texts> Make(
      std::string language, std::string file,
      const std::map<std::string, std::string, std::less<>>& words);

  [[nodiscard]] const std::string& Language() const { return language_; }  // "id"
  [[nodiscard]] const std::string& operator[](TextId id) const;
  // With "{n}" and the like replaced; a placeholder without a value stays visible. Where a word
  // follows a number, "{n?file|files}" is the first form for "1" and the second for all else.
  [[nodiscard]] std::string Format(
      TextId id, std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
  // By file key, for sentences that records name ("state.granted"); "" for an unknown key.
  [[nodiscard]] const std::string& ByKey(std::string_view key) const;

 private:
  std::string language_;
  std::vector<std::string> sentences_;  // by TextId
};

}  // namespace tanggap

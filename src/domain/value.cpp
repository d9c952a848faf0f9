#include "domain/value.h"

#include <algorithm>
#include <utility>

namespace tanggap {
namespace {

template <class Kind>
const Kind* Find(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : std::get_if<Kind>(&found->second.held);
}

}  // namespace

Value::Value() = default;
Value::~Value() = default;
Value::Value(const Value& other) = default;
Value::Value(Value&& other) noexcept = default;
Value& Value::operator=(const Value& other) = default;
Value& Value::operator=(Value&& other) noexcept = default;

std::string TextOf(const Fields& fields, std::string_view name) {
  const auto* text = Find<std::string>(fields, name);
  return text == nullptr ? std::string{} : *text;
}

std::int64_t NumberOf(const Fields& fields, std::string_view name, std::int64_t fallback) {
  const auto* number = Find<std::int64_t>(fields, name);
  return number == nullptr ? fallback : *number;
}

bool FlagOf(const Fields& fields, std::string_view name) {
  const auto* flag = Find<bool>(fields, name);
  return flag != nullptr && *flag;
}

std::vector<std::string> TextsOf(const Fields& fields, std::string_view name) {
  std::vector<std::string> texts;
  if (const auto* list = Find<List>(fields, name)) {
    for (const Value& value : *list) {
      if (const auto* text = std::get_if<std::string>(&value.held)) texts.push_back(*text);
    }
  }
  return texts;
}

std::vector<Fields> RowsOf(const Fields& fields, std::string_view name) {
  std::vector<Fields> rows;
  if (const auto* list = Find<List>(fields, name)) {
    for (const Value& value : *list) {
      if (const auto* row = std::get_if<Fields>(&value.held)) rows.push_back(*row);
    }
  }
  return rows;
}

std::vector<std::int64_t> NumbersOf(const Fields& fields, std::string_view name) {
  std::vector<std::int64_t> numbers;
  if (const auto* list = Find<List>(fields, name)) {
    for (const Value& value : *list) {
      if (const auto* number = std::get_if<std::int64_t>(&value.held)) numbers.push_back(*number);
    }
  }
  return numbers;
}

std::vector<std::string> WordsOf(const Fields& fields, std::string_view name) {
  std::vector<std::string> words;
  const auto* text = Find<std::string>(fields, name);
  if (text == nullptr) return words;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find(' ', at), text->size());
    if (end > at) words.push_back(text->substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::pair<std::string, std::string>> PairsOf(const Fields& fields,
                                                         std::string_view name) {
  std::vector<std::pair<std::string, std::string>> pairs;
  const auto* list = Find<List>(fields, name);
  if (list == nullptr) return pairs;
  for (const Value& value : *list) {
    const auto* pair = std::get_if<List>(&value.held);
    if (pair == nullptr || pair->size() != 2) continue;
    const auto* first = std::get_if<std::string>(&(*pair)[0].held);
    const auto* second = std::get_if<std::string>(&(*pair)[1].held);
    if (first != nullptr && second != nullptr) pairs.emplace_back(*first, *second);
  }
  return pairs;
}

bool Has(const Fields& fields, std::string_view name) {
  return fields.contains(name);
}

List ToList(const std::vector<std::string>& texts) {
  return List(texts.begin(), texts.end());
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    joined += word;
  }
  return joined;
}

}  // namespace tanggap

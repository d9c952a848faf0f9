#include "domain/value.h"

#include <utility>

namespace tanggap {
namespace {

template <class Kind>
const Kind* Find(const Fields& fields, std::string_view name) {
  const auto found = fields.find(name);
  return found == fields.end() ? nullptr : std::get_if<Kind>(&found->second.held);
}

}  // namespace

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

bool Has(const Fields& fields, std::string_view name) {
  return fields.contains(name);
}

List ToList(const std::vector<std::string>& texts) {
  return List(texts.begin(), texts.end());
}

}  // namespace tanggap

#include "formats/toml_table.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace tanggap::formats {
namespace {

constexpr std::size_t kLongestIdentifier = 64;
constexpr int kMostDots = 48;  // in one line

bool IsIdentifier(std::string_view word) {
  if (word.empty() || word.size() > kLongestIdentifier) return false;
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  if (!is_plain(word.front()) || !is_plain(word.back())) return false;
  return std::ranges::all_of(
      word, [&](char c) { return is_plain(c) || c == '-' || c == '_' || c == '.'; });
}

// toml++ bounds nested brackets but not dotted keys, whose tables are freed by recursion: a line of
// a hundred thousand dots would exhaust the stack. Dots in quotes count too, because telling them
// apart means parsing; no sentence has as many. Gives the first such line, or 0.
int LineWithTooManyDots(std::string_view text) {
  int line = 1;
  int dots = 0;
  for (const char c : text) {
    if (c == '\n') {
      ++line;
      dots = 0;
    } else if (c == '.' && ++dots > kMostDots) {
      return line;
    }
  }
  return 0;
}

}  // namespace

std::vector<Problem> ProblemList::Sorted() const {
  std::vector<Problem> sorted = problems_;
  std::ranges::stable_sort(sorted, [](const Problem& a, const Problem& b) {
    return a.file == b.file && a.line < b.line;
  });
  return sorted;
}

int LineOf(const toml::node& node) {
  return static_cast<int>(node.source().begin.line);
}

Result<toml::table> ParseToml(std::string_view text, const std::string& file) {
  if (text.size() > kMostBytes) {
    return Problem{file, 0, "larger than 1 MiB; expected a TOML file of some pages"};
  }
  if (const int line = LineWithTooManyDots(text); line > 0) {
    return Problem{file, line, "more than 48 dots in one line; expected short keys and sentences"};
  }
  try {
    return toml::parse(text, std::string_view{file});
  } catch (const toml::parse_error& error) {
    return Problem{file, static_cast<int>(error.source().begin.line),
                   "not valid TOML: " + std::string(error.description())};
  }
}

Result<std::string> ReadWhole(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) {
    return Problem{path, 0, "no such file; expected a readable file"};
  }
  if (std::filesystem::file_size(path, error) > kMostBytes) {
    return Problem{path, 0, "larger than 1 MiB; expected a text file of some pages"};
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.good() && !in.eof()) return Problem{path, 0, "can't be read; expected a readable file"};
  return bytes;
}

void Table::Report(std::string_view key, const std::string& message) {
  problems_->Add(LineOfKey(key), where_ + " " + std::string(key) + ": " + message);
}

int Table::LineOfKey(std::string_view key) const {
  const toml::node* node = table_->get(key);
  return node == nullptr ? Line() : LineOf(*node);
}

const toml::node* Table::Get(std::string_view key, bool required, std::string_view expected) {
  known_.emplace(key);
  const toml::node* node = table_->get(key);
  if (node == nullptr && required) Report(key, "missing; expected " + std::string(expected));
  return node;
}

std::string Table::Text(std::string_view key) {
  const toml::node* node = Get(key, true, "a text");
  if (node == nullptr) return {};
  const auto* text = node->as_string();
  if (text == nullptr || text->get().empty()) {
    Report(key, "expected a text that isn't empty");
    return {};
  }
  return text->get();
}

std::string Table::TextOr(std::string_view key, std::string fallback) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return fallback;
  const auto* text = node->as_string();
  if (text == nullptr) {
    Report(key, "expected a text");
    return fallback;
  }
  return text->get();
}

std::int64_t Table::WholeOr(std::string_view key, std::int64_t fallback, std::int64_t least,
                            std::int64_t most) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return fallback;
  const auto* number = node->as_integer();
  if (number == nullptr || number->get() < least || number->get() > most) {
    Report(key,
           "expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return fallback;
  }
  return number->get();
}

std::int64_t Table::Whole(std::string_view key, std::int64_t least, std::int64_t most) {
  if (Get(key, true, "a whole number") == nullptr) return least;
  return WholeOr(key, least, least, most);
}

double Table::NumberOr(std::string_view key, double fallback, double least, double most) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return fallback;
  const std::optional<double> number = node->value<double>();
  if (!number.has_value() || !std::isfinite(*number) || *number < least || *number > most ||
      !node->is_number()) {
    Report(key, "expected a number from " + std::to_string(static_cast<std::int64_t>(least)) +
                    " to " + std::to_string(static_cast<std::int64_t>(most)));
    return fallback;
  }
  return *number;
}

bool Table::FlagOr(std::string_view key, bool fallback) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return fallback;
  const auto* flag = node->as_boolean();
  if (flag == nullptr) {
    Report(key, "expected true or false");
    return fallback;
  }
  return flag->get();
}

std::optional<Day> Table::DayOr(std::string_view key) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return std::nullopt;
  const auto* date = node->as_date();
  if (date == nullptr) {
    Report(key, "expected a date without quotes, as 2026-12-31");
    return std::nullopt;
  }
  const toml::date value = date->get();
  return Day{std::chrono::year{value.year}, std::chrono::month{value.month},
             std::chrono::day{value.day}};
}

Day Table::RequiredDay(std::string_view key) {
  if (Get(key, true, "a date without quotes, as 2026-12-31") == nullptr) return Day{};
  return DayOr(key).value_or(Day{});
}

std::vector<std::string> Table::TextsOr(std::string_view key) {
  const toml::node* node = Get(key, false, "");
  std::vector<std::string> texts;
  if (node == nullptr) return texts;
  const auto* list = node->as_array();
  if (list == nullptr) {
    Report(key, "expected a list of texts, as [\"a\", \"b\"]");
    return texts;
  }
  for (const toml::node& item : *list) {
    const auto* text = item.as_string();
    if (text == nullptr || text->get().empty()) {
      problems_->Add(LineOf(item), where_ + " " + std::string(key) +
                                       ": expected a text that isn't empty in this list");
      continue;
    }
    texts.push_back(text->get());
  }
  return texts;
}

std::vector<std::string> Table::Texts(std::string_view key) {
  if (Get(key, true, "a list of texts") == nullptr) return {};
  std::vector<std::string> texts = TextsOr(key);
  const auto* list = table_->get(key)->as_array();
  if (list != nullptr && list->empty()) Report(key, "expected at least one text");
  return texts;
}

Labels Table::LabelsOf(std::string_view key, const toml::table& table) {
  Labels labels;
  const std::string where = where_ + " " + std::string(key);
  for (const auto& [language, word] : table) {
    const auto* text = word.as_string();
    if (text == nullptr || text->get().empty()) {
      problems_->Add(LineOf(word), where + "." + std::string(language.str()) +
                                       ": expected a text that isn't empty");
      continue;
    }
    labels.by_language.emplace(language.str(), text->get());
  }
  if (!table.contains("id")) {
    problems_->Add(LineOf(table), where + ": expected the Indonesian words (id = \"…\")");
  }
  return labels;
}

Labels Table::LabelsOr(std::string_view key) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return {};
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    Report(key, "expected words by language, as {id = \"…\", en = \"…\"}");
    return {};
  }
  return LabelsOf(key, *table);
}

std::vector<Labels> Table::LabelsListOr(std::string_view key) {
  std::vector<Labels> list;
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return list;
  const toml::array* items = node->as_array();
  if (items == nullptr) {
    Report(key, "expected a list, as [{id = \"…\", en = \"…\"}]");
    return list;
  }
  for (const toml::node& item : *items) {
    const toml::table* table = item.as_table();
    if (table == nullptr) {
      problems_->Add(LineOf(item), where_ + " " + std::string(key) +
                                       ": expected words by language, as {id = \"…\"}");
      continue;
    }
    list.push_back(LabelsOf(key, *table));
  }
  return list;
}

std::vector<std::string> Table::Keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, value] : *table_)
    keys.emplace_back(key.str());
  return keys;
}

Labels Table::RequiredLabels(std::string_view key) {
  if (Get(key, true, "words by language, as {id = \"…\", en = \"…\"}") == nullptr) return {};
  return LabelsOr(key);
}

std::string Table::Identifier(std::string_view key) {
  const toml::node* node = Get(key, true, "an identifier, as \"cara-pelayanan\"");
  if (node == nullptr) return {};
  const auto* text = node->as_string();
  if (text == nullptr || !IsIdentifier(text->get())) {
    Report(key, "expected an identifier of a-z, 0-9, '-', '_' and '.', at most 64 long");
    return {};
  }
  return text->get();
}

std::string Table::OneOfWord(std::string_view key, const std::vector<std::string_view>& words) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return {};
  const auto* text = node->as_string();
  const bool known = text != nullptr && std::ranges::find(words, text->get()) != words.end();
  if (known) return text->get();
  std::string list;
  for (const std::string_view word : words) {
    list += (list.empty() ? "\"" : ", \"") + std::string(word) + "\"";
  }
  Report(key, "expected one of " + list);
  return {};
}

std::optional<Table> Table::Sub(std::string_view key, bool required) {
  const toml::node* node = Get(key, required, "a table");
  if (node == nullptr) return std::nullopt;
  const toml::table* table = node->as_table();
  if (table == nullptr) {
    Report(key, "expected a table, as [" + std::string(key) + "]");
    return std::nullopt;
  }
  return Table(*table, "[" + std::string(key) + "]", *problems_);
}

void Table::Each(std::string_view key, const std::function<void(Table)>& read) {
  const toml::node* node = Get(key, false, "");
  if (node == nullptr) return;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    Report(key, "expected tables, as [[" + std::string(key) + "]]");
    return;
  }
  for (const toml::node& item : *list) {
    const toml::table* table = item.as_table();
    if (table == nullptr) {
      problems_->Add(LineOf(item), "expected a table here, as [[" + std::string(key) + "]]");
      continue;
    }
    read(Table(*table, "[[" + std::string(key) + "]]", *problems_));
  }
}

void Table::Finish() {
  for (const auto& [key, value] : *table_) {
    if (known_.contains(key.str())) continue;
    problems_->Add(static_cast<int>(key.source().begin.line),
                   where_ + " " + std::string(key.str()) + ": unknown key; remove or correct it");
  }
}

}  // namespace tanggap::formats

// A TOML table read key by key: collects every problem with its line, knows which keys were used.
// Only for src/formats: it shows toml++ to those that include it.
#pragma once

#include <toml++/toml.h>

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/labels.h"
#include "domain/result.h"
#include "domain/time.h"

namespace tanggap::formats {

// What went wrong in one file, in the order found; sorted by line when handed out.
class ProblemList {
 public:
  explicit ProblemList(std::string file) : file_(std::move(file)) {}
  void Add(int line, std::string message) {
    problems_.push_back({file_, line, std::move(message)});
  }
  void Take(const std::vector<Problem>& others) {
    problems_.insert(problems_.end(), others.begin(), others.end());
  }
  [[nodiscard]] bool Empty() const { return problems_.empty(); }
  [[nodiscard]] std::vector<Problem> Sorted() const;
  [[nodiscard]] const std::string& File() const { return file_; }

 private:
  std::string file_;
  std::vector<Problem> problems_;
};

[[nodiscard]] int LineOf(const toml::node& node);

// The parsed table, or the one syntax error. Refuses more than kMostBytes and anything that isn't
// UTF-8, so that no input can exhaust the program.
inline constexpr std::size_t kMostBytes = 1U << 20U;
[[nodiscard]] Result<toml::table> ParseToml(std::string_view toml, const std::string& file);

// The bytes of a file, or a Problem of line 0.
[[nodiscard]] Result<std::string> ReadWhole(const std::string& path);

// A cursor over one table. Reading a key marks it known; Finish() reports the others. A missing or
// mistyped key reads as the fallback and is reported, so that one pass finds everything.
class Table {
 public:
  // `where` names the table in messages: "[panel]", "[[aspect]] waktu".
  Table(const toml::table& table, std::string where, ProblemList& problems)
      : table_(&table), where_(std::move(where)), problems_(&problems) {}

  [[nodiscard]] int Line() const { return LineOf(*table_); }
  [[nodiscard]] int LineOfKey(std::string_view key) const;
  [[nodiscard]] bool Has(std::string_view key) const { return table_->contains(key); }
  [[nodiscard]] const std::string& Where() const { return where_; }
  void SetWhere(std::string where) { where_ = std::move(where); }
  void Report(std::string_view key, const std::string& message);

  std::string Text(std::string_view key);  // required, not empty
  std::string TextOr(std::string_view key, std::string fallback);
  std::int64_t WholeOr(std::string_view key, std::int64_t fallback, std::int64_t least,
                       std::int64_t most);
  std::int64_t Whole(std::string_view key, std::int64_t least, std::int64_t most);  // required
  double NumberOr(std::string_view key, double fallback, double least, double most);
  bool FlagOr(std::string_view key, bool fallback);
  std::optional<Day> DayOr(std::string_view key);  // a TOML local date
  Day RequiredDay(std::string_view key);
  std::vector<std::string> TextsOr(std::string_view key);
  std::vector<std::string> Texts(std::string_view key);  // required, at least one
  // {id = "…", en = "…"}; Indonesian is required where labels are.
  Labels RequiredLabels(std::string_view key);
  Labels LabelsOr(std::string_view key);
  std::vector<Labels> LabelsListOr(std::string_view key);  // [{id = "…"}, …]
  // Every key of the table, for tables whose keys are names.
  [[nodiscard]] std::vector<std::string> Keys() const;
  // An identifier: a-z 0-9 and - _ . inside, at most 64 characters.
  std::string Identifier(std::string_view key);
  // One of a closed list, by its word; the first is the fallback where the key is absent.
  template <class T>
  T OneOf(std::string_view key, std::span<const std::pair<std::string_view, T>> words);

  // A table of its own, or nullopt (and a problem when it is required or of another kind).
  std::optional<Table> Sub(std::string_view key, bool required);
  // An array of tables ([[key]]); each is given to `read`.
  void Each(std::string_view key, const std::function<void(Table)>& read);

  // Reports every key that nothing asked for.
  void Finish();

 private:
  Labels LabelsOf(std::string_view key, const toml::table& table);
  const toml::node* Get(std::string_view key, bool required, std::string_view expected);
  std::string OneOfWord(std::string_view key, const std::vector<std::string_view>& words);

  const toml::table* table_;
  std::string where_;
  ProblemList* problems_;
  std::set<std::string, std::less<>> known_;
};

template <class T>
T Table::OneOf(std::string_view key, std::span<const std::pair<std::string_view, T>> words) {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : words)
    names.push_back(name);
  const std::string word = OneOfWord(key, names);
  for (const auto& [name, value] : words) {
    if (name == word) return value;
  }
  return words.front().second;
}

}  // namespace tanggap::formats

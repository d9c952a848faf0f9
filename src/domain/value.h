// What a field of a record may hold: text, whole number, flag, list, or named fields.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace tanggap {

struct Value;
using List = std::vector<Value>;
// Ordered by bytes, as the record format writes keys.
using Fields = std::map<std::string, Value, std::less<>>;

struct Value {
  std::variant<std::string, std::int64_t, bool, List, Fields> held;

  // Defined in value.cpp: inlined into their callers they make GCC 12 warn of uninitialised
  // alternatives that are never read.
  Value();
  ~Value();
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  Value(std::string text) : held(std::move(text)) {}    // NOLINT(google-explicit-constructor)
  Value(const char* text) : held(std::string(text)) {}  // NOLINT(google-explicit-constructor)
  Value(std::int64_t number) : held(number) {}          // NOLINT(google-explicit-constructor)
  Value(int number) : held(std::int64_t{number}) {}     // NOLINT(google-explicit-constructor)
  Value(bool flag) : held(flag) {}                      // NOLINT(google-explicit-constructor)
  Value(List list) : held(std::move(list)) {}           // NOLINT(google-explicit-constructor)
  Value(Fields fields) : held(std::move(fields)) {}     // NOLINT(google-explicit-constructor)
  bool operator==(const Value&) const = default;
};

// Readers for fields that may be absent or, in a record from elsewhere, of another kind:
// both read as the empty value, never as an error (a newer program may have written them).
[[nodiscard]] std::string TextOf(const Fields& fields, std::string_view name);
[[nodiscard]] std::int64_t NumberOf(const Fields& fields, std::string_view name,
                                    std::int64_t fallback = 0);
[[nodiscard]] bool FlagOf(const Fields& fields, std::string_view name);
[[nodiscard]] std::vector<std::string> TextsOf(const Fields& fields, std::string_view name);
// A list of named fields ("findings"); entries of another kind are passed over.
[[nodiscard]] std::vector<Fields> RowsOf(const Fields& fields, std::string_view name);
[[nodiscard]] std::vector<std::int64_t> NumbersOf(const Fields& fields, std::string_view name);
// Ids written as one text with a space between them ("a b"), as rows hold them.
[[nodiscard]] std::vector<std::string> WordsOf(const Fields& fields, std::string_view name);
// A list of [text, text]; entries of another kind are passed over.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> PairsOf(const Fields& fields,
                                                                       std::string_view name);
[[nodiscard]] bool Has(const Fields& fields, std::string_view name);

[[nodiscard]] List ToList(const std::vector<std::string>& texts);
[[nodiscard]] std::string JoinWords(const std::vector<std::string>& words);

}  // namespace tanggap

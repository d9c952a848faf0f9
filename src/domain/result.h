// Result<T>: a value, or what is wrong with something that came from outside.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace tanggap {

// One finding in a file or argument. `line` counts from 1; 0 where there is no line.
// `message` says what is wrong and what is expected, in one sentence.
struct Problem {
  std::string file;
  int line = 0;
  std::string message;

  bool operator==(const Problem&) const = default;
};

// "file:12: message", the form that every program prints.
[[nodiscard]] std::string Describe(const Problem& problem);

// Either a T or at least one Problem. Expected failures travel as values (bad input, a decree that
// says no); a broken environment (disk, database) is an exception instead.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value)
      : state_(std::move(value)) {}  // NOLINT(google-explicit-constructor): a value is a result.
  Result(Problem problem)
      : state_(std::vector<Problem>{std::move(problem)}) {}  // NOLINT(google-explicit-constructor)
  Result(std::vector<Problem> problems)
      : state_(std::move(problems)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool Ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return Ok(); }
  [[nodiscard]] const T& Value() const& { return std::get<T>(state_); }
  [[nodiscard]] T& Value() & { return std::get<T>(state_); }
  [[nodiscard]] T&& Value() && { return std::get<T>(std::move(state_)); }
  [[nodiscard]] const std::vector<Problem>& Problems() const {
    return std::get<std::vector<Problem>>(state_);
  }

 private:
  std::variant<T, std::vector<Problem>> state_;
};

}  // namespace tanggap

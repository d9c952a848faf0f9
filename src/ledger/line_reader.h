// Walks the lines of a private buffer; each line must end in one \n.
#pragma once

#include <optional>
#include <string_view>

namespace tanggap {

class LineReader {
 public:
  explicit LineReader(std::string_view bytes) : bytes_(bytes) {}

  // The next whole line without its \n; nothing at the end, or before a line without an end.
  [[nodiscard]] std::optional<std::string_view> Next() {
    const std::size_t end = bytes_.find('\n', at_);
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = bytes_.substr(at_, end - at_);
    at_ = end + 1;
    ++number_;
    return line;
  }
  [[nodiscard]] bool AtEnd() const { return at_ == bytes_.size(); }
  [[nodiscard]] int Number() const { return number_; }  // of the last line given, from 1

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  int number_ = 0;
};

}  // namespace tanggap

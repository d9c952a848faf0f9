// Wrong passwords slow down: a pause that doubles, kept in a file beside the key so that starting
// the program again doesn't end it.
#pragma once

#include <chrono>
#include <filesystem>

#include "domain/time.h"

namespace tanggap {

inline constexpr std::chrono::seconds kLongestPause{900};

// For one person's key file. Functions throw std::filesystem_error when the file can't be written:
// whoever can't count must not try.
class PasswordPause {
 public:
  // `key_file`: "<person>.key"; the count lies beside it as "<person>.tries".
  explicit PasswordPause(const std::filesystem::path& key_file);
  // How long no password is tried yet; zero: now. The first two mistakes cost nothing. A clock that
  // was set back, or a count that was spoilt, lets the whole pause begin anew.
  [[nodiscard]] std::chrono::seconds Left(Instant now);
  // Before a password is tried: counts as wrong until Right() says otherwise, so that ending the
  // program in between gains nothing.
  void Trying(Instant now);
  void Right();

 private:
  struct Count {
    int wrong = 0;
    std::int64_t last_ms = 0;
  };
  [[nodiscard]] Count Read() const;
  void Write(const Count& count);

  std::filesystem::path file_;
};

}  // namespace tanggap

#include "office/password.h"

#include <termios.h>
#include <unistd.h>

#include <fstream>
#include <iostream>
#include <optional>

#include "domain/password.h"

namespace tanggap {
namespace {

// Switches the terminal's echo off, and on again whatever happens.
class SilentTerminal {
 public:
  SilentTerminal() {
    known_ = tcgetattr(STDIN_FILENO, &before_) == 0;
    if (!known_) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  }
  ~SilentTerminal() {
    if (known_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

 private:
  termios before_{};
  bool known_ = false;
};

std::optional<std::string> FirstLine(std::istream& in) {
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::optional<std::string> Ask(const std::string& question) {
  std::cerr << question << std::flush;
  const SilentTerminal silent;
  const std::optional<std::string> answer = FirstLine(std::cin);
  std::cerr << '\n';
  return answer;
}

Result<std::string> Checked(std::optional<std::string> password, const std::string& where) {
  if (!password) return Problem{where, 0, "expected a password in its first line"};
  if (password->size() < kLeastPasswordBytes) {
    return Problem{where, 0,
                   "the password is too short; expected at least " +
                       std::to_string(kLeastPasswordBytes) + " characters"};
  }
  return std::move(*password);
}

Result<std::string> Given(std::optional<std::string> password, const std::string& where) {
  if (!password) return Problem{where, 0, "expected a password in its first line"};
  return std::move(*password);
}

}  // namespace

Result<std::string> KnownPassword(const std::string& file, const std::string& whose) {
  if (file == "-") return Given(FirstLine(std::cin), "standard input");
  if (!file.empty()) {
    std::ifstream in(file);
    if (!in) return Problem{file, 0, "can't be read"};
    return Given(FirstLine(in), file);
  }
  if (isatty(STDIN_FILENO) == 0)
    return Problem{whose, 0, "no terminal to ask for the password; give a password file"};
  return Given(Ask("Password of " + whose + ": "), "password");
}

Result<std::string> NewPassword(const std::string& file, const std::string& whose) {
  if (file == "-") return Checked(FirstLine(std::cin), "standard input");
  if (!file.empty()) {
    std::ifstream in(file);
    if (!in) return Problem{file, 0, "can't be read"};
    return Checked(FirstLine(in), file);
  }
  if (isatty(STDIN_FILENO) == 0)
    return Problem{"", 0, "no terminal to ask for a password; give --password-file"};
  const std::optional<std::string> once = Ask("Password of " + whose + ": ");
  const std::optional<std::string> again = Ask("Once more: ");
  if (once != again) return Problem{"", 0, "the two passwords differ"};
  return Checked(once, "password");
}

Result<std::string> NewPin(const std::string& whose) {
  if (isatty(STDIN_FILENO) == 0) return FirstLine(std::cin).value_or("");
  const std::string once = Ask("Staff PIN of " + whose + ", six digits: ").value_or("");
  if (once != Ask("Once more: ").value_or("")) return Problem{"", 0, "the two PINs differ"};
  return once;
}

}  // namespace tanggap

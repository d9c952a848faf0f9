#include "office/command.h"

#include <iostream>
#include <string_view>

namespace tanggap {

int Complain(const std::vector<Problem>& problems, int exit_code) {
  for (const Problem& problem : problems) {
    std::cerr << "tanggap: " << Describe(problem) << '\n';
  }
  return exit_code;
}

int Complain(const std::string& message, int exit_code) {
  std::cerr << "tanggap: " << message << '\n';
  return exit_code;
}

int Complain(const std::filesystem::filesystem_error& error) {
  // The library puts words of its own around and the paths behind.
  std::string what = error.what();
  constexpr std::string_view kFrame = "filesystem error: ";
  if (what.starts_with(kFrame)) what.erase(0, kFrame.size());
  if (const std::size_t paths = what.find(" ["); what.ends_with(']') && paths != std::string::npos)
    what.erase(paths);
  return Complain({Problem{error.path1().string(), 0, what}}, kExitInputOutput);
}

}  // namespace tanggap

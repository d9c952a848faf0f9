#include "office/command.h"

#include <iostream>

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

}  // namespace tanggap

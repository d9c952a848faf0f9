#include "domain/result.h"

namespace tanggap {

std::string Describe(const Problem& problem) {
  std::string text = problem.file;
  if (problem.line > 0) text += ":" + std::to_string(problem.line);
  if (!text.empty()) text += ": ";
  return text + problem.message;
}

}  // namespace tanggap

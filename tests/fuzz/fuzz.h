// What the fuzz targets share. libFuzzer calls LLVMFuzzerTestOneInput with bytes from outside; a
// crash, a sanitizer's finding or a broken promise ends the program with the input saved.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "domain/result.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace tanggap::fuzz {

inline std::string_view TextOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// A promise that holds whatever the bytes are.
inline void Require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

// A refusal says what is wrong, and in which file where there is one.
template <class T>
void RequireReason(const Result<T>& result, std::string_view file = {}) {
  if (result.Ok()) return;
  Require(!result.Problems().empty(), "a refusal has a reason");
  for (const Problem& problem : result.Problems()) {
    Require(!problem.message.empty(), "a refusal says what is wrong");
    Require(problem.file.find(file) != std::string::npos, "a refusal names the file");
    Require(problem.line >= 0, "a refusal's line is one of the file's");
  }
}

// Takes one byte off as a choice, so that an input also decides how it is read.
inline unsigned TakeChoice(std::string_view& bytes, unsigned choices) {
  if (bytes.empty()) return 0;
  const unsigned choice = static_cast<unsigned char>(bytes.front()) % choices;
  bytes.remove_prefix(1);
  return choice;
}

// Takes up to the next of `end` off; all of it where there is none.
inline std::string_view TakeUntil(std::string_view& bytes, char end) {
  const std::size_t size = std::min(bytes.find(end), bytes.size());
  const std::string_view part = bytes.substr(0, size);
  bytes.remove_prefix(std::min(size + 1, bytes.size()));
  return part;
}

}  // namespace tanggap::fuzz

// Runs `tanggap` as somebody at a shell would, for tests of its commands.
#pragma once

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <string>

#include "support/catch.h"
#include "support/places.h"

namespace tanggap {

struct Outcome {
  int status = -1;
  std::string output;  // stdout and stderr
  [[nodiscard]] bool Says(const std::string& words) const {
    return output.find(words) != std::string::npos;
  }
};

// `arguments` go through the shell; what isn't wanted on standard input is said there (`< file`).
inline Outcome RunTanggap(const std::string& arguments) {
  const std::string command = BinaryDir().string() + "/tanggap " + arguments + " 2>&1";
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Outcome outcome;
  std::array<char, 4096> buffer{};
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe))
    outcome.output.append(buffer.data(), n);
  outcome.status = WEXITSTATUS(::pclose(pipe));
  return outcome;
}

}  // namespace tanggap

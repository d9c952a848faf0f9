// A speaker that keeps what it was asked to say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ports/speaker.h"

namespace tanggap {

struct FakeSpeaker final : Speaker {
  std::vector<std::string> said;
  int stopped = 0;

  void Say(std::string_view text, std::string_view) override { said.emplace_back(text); }
  void Stop() override { ++stopped; }
};

}  // namespace tanggap

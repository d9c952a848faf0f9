// Speaks by espeak-ng in a process of its own, where that package is installed.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "ports/speaker.h"

namespace tanggap {

// One thread. Without the program it stays silent: every screen says all in letters too.
class EspeakSpeaker final : public Speaker {
 public:
  EspeakSpeaker();                              // looks for espeak-ng on the PATH
  explicit EspeakSpeaker(std::string program);  // "" for none
  ~EspeakSpeaker() override;
  EspeakSpeaker(const EspeakSpeaker&) = delete;
  EspeakSpeaker& operator=(const EspeakSpeaker&) = delete;

  [[nodiscard]] bool Available() const { return !program_.empty(); }
  // Stops what is being said and begins anew. The text goes through a pipe, never through the
  // arguments, which every process on the machine can read.
  void Say(std::string_view text, std::string_view language) override;
  void Stop() override;
  // True while a sentence is being spoken: the idle clock stands meanwhile.
  [[nodiscard]] bool Speaking();

 private:
  std::string program_;
  pid_t child_ = -1;
};

}  // namespace tanggap

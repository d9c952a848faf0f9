// A real program that the benchmark starts and ends; every wait has a limit.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tanggap::bench {

using Seconds = std::chrono::duration<double>;
using Environment = std::vector<std::pair<std::string, std::string>>;

class Child {
 public:
  // Starts command.front(), found on PATH; what it says goes to the file `output`. Throws
  // std::runtime_error when it can't be started.
  Child(const std::vector<std::string>& command, const Environment& more,
        const std::filesystem::path& output);
  ~Child();  // asks it to end, then kills it
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  [[nodiscard]] pid_t Id() const { return id_; }
  [[nodiscard]] double StartedAt() const { return started_at_; }  // MillisecondsNow() before fork
  // Its exit status, 128 + the signal that ended it. Throws when it goes on longer than `limit`.
  int Wait(Seconds limit);
  int End();  // asks it to end, and waits
  // Until `file` exists. Throws when that takes longer or the program ends before.
  void WaitForFile(const std::filesystem::path& file, Seconds limit);
  // Processor time of all its threads so far, in ms.
  [[nodiscard]] double ProcessorTime() const;
  // How often its threads gave up the processor of themselves so far: they slept and were woken.
  [[nodiscard]] double Wakes() const;
  // The rest of a line of /proc/PID/smaps_rollup, in kB: "Pss", "Rss".
  [[nodiscard]] double Memory(const std::string& kind) const;

 private:
  [[nodiscard]] std::optional<int> Ended();
  [[nodiscard]] std::string LastWords() const;

  std::string name_;
  std::filesystem::path output_;
  double started_at_ = 0;
  pid_t id_ = -1;
  std::optional<int> status_;
};

}  // namespace tanggap::bench

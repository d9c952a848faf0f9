// Reading and writing a file descriptor that never blocks, with limits in time.
#pragma once

#include <string_view>

#include "printing/transport.h"

namespace tanggap::printing {

// An open descriptor; closes it. -1: none.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { Reset(-1); }

  void Reset(int fd);
  [[nodiscard]] int Get() const { return fd_; }

 private:
  int fd_;
};

// Milliseconds for poll(), from now until a moment; 0 when it is past.
class Until {
 public:
  explicit Until(Millis limit) : end_(std::chrono::steady_clock::now() + limit) {}
  [[nodiscard]] int PollMillis() const;

 private:
  std::chrono::steady_clock::time_point end_;
};

[[nodiscard]] Written WriteAll(int fd, std::string_view bytes, Millis limit);
[[nodiscard]] Transport::Heard ReadSome(int fd, Millis limit);
// True when `events` (POLLIN, POLLOUT) happened; false on time out or error.
[[nodiscard]] bool WaitFor(int fd, short events, const Until& until);

}  // namespace tanggap::printing

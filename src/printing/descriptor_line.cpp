#include "printing/descriptor_line.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace tanggap::printing {
namespace {

// A socket that the other side closed must not end the program with SIGPIPE.
ssize_t Put(int fd, std::string_view bytes) {
  const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  if (sent >= 0 || errno != ENOTSOCK) return sent;
  return ::write(fd, bytes.data(), bytes.size());
}

bool Later(int error) {
  return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

}  // namespace

void Descriptor::Reset(int fd) {
  if (fd_ >= 0) ::close(fd_);
  fd_ = fd;
}

int Until::PollMillis() const {
  const auto left = std::chrono::ceil<Millis>(end_ - std::chrono::steady_clock::now()).count();
  return static_cast<int>(std::clamp<Millis::rep>(left, 0, 60'000));
}

bool WaitFor(int fd, short events, const Until& until) {
  while (true) {
    pollfd watched{fd, events, 0};
    const int ready = ::poll(&watched, 1, until.PollMillis());
    if (ready > 0) return true;  // errors too: the read or write that follows will say so
    if (ready == 0 || errno != EINTR) return false;
  }
}

Written WriteAll(int fd, std::string_view bytes, Millis limit) {
  const Until until(limit);
  Written written;
  while (written.bytes < bytes.size()) {
    const ssize_t sent = Put(fd, bytes.substr(written.bytes));
    if (sent > 0) {
      written.bytes += static_cast<std::size_t>(sent);
      continue;
    }
    if (sent < 0 && !Later(errno)) {
      written.state = LineState::kGone;
      return written;
    }
    if (!WaitFor(fd, POLLOUT, until)) {
      written.state = LineState::kTimeout;
      return written;
    }
  }
  return written;
}

Transport::Heard ReadSome(int fd, Millis limit) {
  const Until until(limit);
  std::array<char, 256> buffer{};
  while (true) {
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got > 0) return {LineState::kOk, std::string(buffer.data(), static_cast<std::size_t>(got))};
    if (got == 0 || !Later(errno)) return {LineState::kGone, {}};
    if (!WaitFor(fd, POLLIN, until)) return {LineState::kTimeout, {}};
  }
}

}  // namespace tanggap::printing

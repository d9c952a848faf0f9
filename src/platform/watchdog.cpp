#include "platform/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace tanggap {

Watchdog::Watchdog(std::string socket_path) : socket_path_(std::move(socket_path)) {}

Watchdog Watchdog::FromEnvironment() {
  const char* path = std::getenv("NOTIFY_SOCKET");
  return Watchdog(path == nullptr ? "" : path);
}

void Watchdog::Ready() const {
  Send("READY=1");
}
void Watchdog::Alive() const {
  Send("WATCHDOG=1");
}
void Watchdog::Stopping() const {
  Send("STOPPING=1");
}

void Watchdog::Send(std::string_view message) const {
  if (socket_path_.empty()) return;
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (socket_path_.size() >= sizeof(address.sun_path)) return;
  std::memcpy(address.sun_path, socket_path_.data(), socket_path_.size());
  if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_path_.size());
  const int out = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (out < 0) return;
  // A lost datagram is made good by the next one; nothing to do about it here.
  (void)sendto(out, message.data(), message.size(), MSG_NOSIGNAL,
               reinterpret_cast<const sockaddr*>(&address), length);
  close(out);
}

}  // namespace tanggap

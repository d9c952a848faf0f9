#include "platform/watchdog.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string>

#include "support/catch.h"

namespace tanggap {
namespace {

// systemd's end of the socket.
class Listener {
 public:
  explicit Listener(const std::string& name) : socket_(socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, name.data(), name.size());
    if (name.front() == '@') address.sun_path[0] = '\0';
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    bound_ = bind(socket_, reinterpret_cast<const sockaddr*>(&address), length) == 0;
  }
  ~Listener() { close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] bool Bound() const { return bound_; }
  std::string Next() {
    std::array<char, 64> message{};
    const ssize_t size = recv(socket_, message.data(), message.size(), MSG_DONTWAIT);
    return size < 0 ? "" : std::string(message.data(), static_cast<std::size_t>(size));
  }

 private:
  int socket_;
  bool bound_ = false;
};

TEST_CASE("The watchdog tells systemd ready, alive and stopping", "[platform][watchdog]") {
  const bool abstract = GENERATE(false, true);
  const std::string name = "tanggap-notify-" + std::to_string(getpid());
  const std::string path =
      abstract ? "@" + name : (std::filesystem::temp_directory_path() / name).string();
  Listener systemd(path);
  REQUIRE(systemd.Bound());
  const Watchdog watchdog(path);
  watchdog.Ready();
  watchdog.Alive();
  watchdog.Stopping();
  CHECK(systemd.Next() == "READY=1");
  CHECK(systemd.Next() == "WATCHDOG=1");
  CHECK(systemd.Next() == "STOPPING=1");
  if (!abstract) std::filesystem::remove(path);
}

TEST_CASE("Without systemd, or with one that is gone, the watchdog is quiet",
          "[platform][watchdog]") {
  const Watchdog none("");
  REQUIRE_FALSE(none.Watched());
  none.Alive();
  Watchdog("/nonexistent/socket").Alive();
  Watchdog(std::string(500, 'x')).Alive();
}

}  // namespace
}  // namespace tanggap

// A network printer on TCP 9100 ("raw" printing): one client at a time.
#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <utility>

#include "printing/descriptor_line.h"
#include "printing/transport.h"

namespace tanggap::printing {
namespace {

struct FreeAddresses {
  void operator()(addrinfo* list) const { ::freeaddrinfo(list); }
};

std::unique_ptr<addrinfo, FreeAddresses> Resolve(const TcpAddress& address) {
  addrinfo hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV;
  addrinfo* list = nullptr;
  const std::string port = std::to_string(address.port);
  if (::getaddrinfo(address.host.c_str(), port.c_str(), &hints, &list) != 0) return nullptr;
  return std::unique_ptr<addrinfo, FreeAddresses>(list);
}

class TcpTransport final : public Transport {
 public:
  explicit TcpTransport(TcpAddress address) : address_(std::move(address)) {}

  bool Open(Millis limit) override {
    fd_.Reset(-1);
    const auto found = Resolve(address_);
    if (found == nullptr) return false;
    fd_.Reset(::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (fd_.Get() < 0) return false;
    if (::connect(fd_.Get(), found->ai_addr, found->ai_addrlen) == 0) return true;
    if (errno == EINPROGRESS && WaitFor(fd_.Get(), POLLOUT, Until(limit)) && Connected())
      return true;
    fd_.Reset(-1);
    return false;
  }

  Written Write(std::string_view bytes, Millis limit) override {
    if (fd_.Get() < 0) return {LineState::kGone, 0};
    return WriteAll(fd_.Get(), bytes, limit);
  }

  Heard Read(Millis limit) override {
    if (fd_.Get() < 0) return {LineState::kGone, {}};
    return ReadSome(fd_.Get(), limit);
  }

  void Close(Millis limit) override {
    if (fd_.Get() < 0) return;
    const Until until(limit);
    if (::shutdown(fd_.Get(), SHUT_WR) == 0) {
      // What the printer still says is of no interest; its end is.
      while (ReadSome(fd_.Get(), Millis{until.PollMillis()}).state == LineState::kOk) {
      }
    }
    fd_.Reset(-1);
  }

 private:
  [[nodiscard]] bool Connected() const {
    int error = 0;
    socklen_t size = sizeof error;
    return ::getsockopt(fd_.Get(), SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
  }

  TcpAddress address_;
  Descriptor fd_;
};

}  // namespace

std::optional<TcpAddress> ReadTcpAddress(std::string_view text) {
  TcpAddress address;
  std::string_view port;
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    address.host = text.substr(1, end - 1);
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && (!rest.starts_with(':') || rest.size() == 1)) return std::nullopt;
    if (!rest.empty()) port = rest.substr(1);
  } else {
    const auto colon = text.find(':');
    address.host = text.substr(0, colon);
    if (colon != std::string_view::npos) {
      port = text.substr(colon + 1);
      if (port.empty()) return std::nullopt;
    }
  }
  if (!port.empty()) {
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (error != std::errc{} || end != port.data() + port.size() || address.port == 0)
      return std::nullopt;
  }
  if (Resolve(address) == nullptr) return std::nullopt;
  return address;
}

std::unique_ptr<Transport> MakeTcpTransport(TcpAddress address) {
  return std::make_unique<TcpTransport>(std::move(address));
}

}  // namespace tanggap::printing

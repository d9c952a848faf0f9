// A network printer on a loopback port, with the faults that real ones show.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "fakes/printer_model.h"

namespace tanggap {

// One client at a time, as the real ones. Serves until it is destroyed; `Model()` may be looked at
// at any time.
class FakePrinterTcp {
 public:
  struct Line {
    std::optional<std::size_t> disconnect_at =
        std::nullopt;                   // bytes after which it resets the connection
    int answer_delay_ms = 0;            // "late reply"
    std::size_t bytes_per_turn = 4096;  // "slow": so many bytes …
    int turn_ms = 0;                    // … in so many milliseconds
  };

  explicit FakePrinterTcp(PrinterModel::Habits habits) : FakePrinterTcp(habits, Line{}) {}
  FakePrinterTcp(PrinterModel::Habits habits, Line line) : line_(line), model_(habits) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int small = 4096;  // a printer's buffer, so that a slow one is felt
    ::setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    [[maybe_unused]] const bool listening =
        ::bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
        ::listen(listener_, 4) == 0 &&
        ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    assert(listening);
    port_ = ntohs(address.sin_port);
    server_ = std::thread([this] { Serve(); });
  }
  FakePrinterTcp(const FakePrinterTcp&) = delete;
  FakePrinterTcp& operator=(const FakePrinterTcp&) = delete;
  ~FakePrinterTcp() {
    stop_ = true;
    server_.join();
    ::close(listener_);
  }

  [[nodiscard]] std::uint16_t Port() const { return port_; }
  // A copy: the server goes on.
  [[nodiscard]] PrinterModel Model() {
    const std::scoped_lock lock(mutex_);
    return model_;
  }
  void PaperReturns() {
    const std::scoped_lock lock(mutex_);
    static_cast<void>(model_.PaperReturns());
  }

 private:
  static constexpr int kTick = 5;

  static void Wait(int ms) { ::poll(nullptr, 0, ms); }

  void Serve() {
    while (!stop_) {
      pollfd watched{listener_, POLLIN, 0};
      if (::poll(&watched, 1, kTick) <= 0) continue;
      const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (client < 0) continue;
      Talk(client);
      ::close(client);
    }
  }

  void Talk(int client) {
    std::array<char, 4096> buffer{};
    std::size_t got_in_all = 0;
    while (!stop_) {
      pollfd watched{client, POLLIN, 0};
      if (::poll(&watched, 1, kTick) <= 0) continue;
      std::size_t want = std::min(line_.bytes_per_turn, buffer.size());
      if (line_.disconnect_at.has_value()) want = std::min(want, *line_.disconnect_at - got_in_all);
      const ssize_t got = ::recv(client, buffer.data(), want, 0);
      if (got <= 0) return;
      got_in_all += static_cast<std::size_t>(got);
      std::string said;
      {
        const std::scoped_lock lock(mutex_);
        said = model_.Take({buffer.data(), static_cast<std::size_t>(got)});
      }
      if (!said.empty()) {
        if (line_.answer_delay_ms > 0) Wait(line_.answer_delay_ms);
        ::send(client, said.data(), said.size(), MSG_NOSIGNAL);
      }
      if (line_.disconnect_at.has_value() && got_in_all >= *line_.disconnect_at) {
        const linger at_once{1, 0};  // reset, as a printer that loses power
        ::setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        return;
      }
      if (line_.turn_ms > 0) Wait(line_.turn_ms);
    }
  }

  Line line_;
  PrinterModel model_;
  std::mutex mutex_;
  std::atomic<bool> stop_{false};
  int listener_ = -1;
  std::uint16_t port_ = 0;
  std::thread server_;
};

}  // namespace tanggap

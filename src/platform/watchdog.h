// Tells systemd that the program lives: plain datagrams to $NOTIFY_SOCKET, no library.
#pragma once

#include <string>
#include <string_view>

namespace tanggap {

// Send Alive() only when a frame was made and the storage answered lately: a watchdog that is fed
// by a frozen screen is worse than none. Never throws; without a socket everything does nothing.
class Watchdog {
 public:
  explicit Watchdog(std::string socket_path);       // "" for none; "@…" is an abstract socket
  [[nodiscard]] static Watchdog FromEnvironment();  // $NOTIFY_SOCKET

  [[nodiscard]] bool Watched() const { return !socket_path_.empty(); }
  void Ready() const;
  void Alive() const;
  void Stopping() const;

 private:
  void Send(std::string_view message) const;
  std::string socket_path_;
};

}  // namespace tanggap

// A line to a printer: bytes out, bytes in, with limits in time. Nothing here knows ESC/POS.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tanggap::printing {

using Millis = std::chrono::milliseconds;

enum class LineState { kOk, kTimeout, kGone };

struct Written {
  LineState state = LineState::kOk;
  std::size_t bytes = 0;  // that left this program
};

// One owner, one thread. Never throws: a missing printer is expected. Closes itself.
class Transport {
 public:
  virtual ~Transport() = default;
  // Opens or reopens; false when nothing answers within `limit`.
  [[nodiscard]] virtual bool Open(Millis limit) = 0;
  // Returns when all bytes are taken, the limit is over, or the other side is gone.
  [[nodiscard]] virtual Written Write(std::string_view bytes, Millis limit) = 0;
  // What has come in, waiting at most `limit` for the first byte; "" and kTimeout for nothing.
  struct Heard {
    LineState state = LineState::kOk;
    std::string bytes;
  };
  [[nodiscard]] virtual Heard Read(Millis limit) = 0;
  // Lets what was written go out, at most `limit`, then closes.
  virtual void Close(Millis limit) = 0;
};

// The kernel's printer device (/dev/usb/lp0), or any terminal. Opened without blocking. While it is
// open nobody else can open it, so it is open only during a job or a question.
[[nodiscard]] std::unique_ptr<Transport> MakeDeviceTransport(std::string path);

// Numbers only: a name would make a visitor's ticket wait for a name server.
struct TcpAddress {
  std::string host;  // "192.168.1.50", "fe80::1"
  std::uint16_t port = 9100;
  bool operator==(const TcpAddress&) const = default;
};
// "192.168.1.50", "192.168.1.50:9100", "[fe80::1]:9100"; nothing for anything else.
[[nodiscard]] std::optional<TcpAddress> ReadTcpAddress(std::string_view text);

// Closing half-closes and waits for the printer's end: many drop what they have not read yet when a
// connection breaks.
[[nodiscard]] std::unique_ptr<Transport> MakeTcpTransport(TcpAddress address);

}  // namespace tanggap::printing

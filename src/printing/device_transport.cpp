// The kernel's printer device, usblp: one owner, status bits by ioctl, answers by read().
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <utility>

#include "printing/descriptor_line.h"
#include "printing/transport.h"

namespace tanggap::printing {
namespace {

// linux/lp.h: without it, usblp repeats a failed write for ever.
constexpr unsigned long kLpAbort = 0x0604;

class DeviceTransport final : public Transport {
 public:
  explicit DeviceTransport(std::string path) : path_(std::move(path)) {}

  bool Open(Millis) override {
    fd_.Reset(::open(path_.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
    if (fd_.Get() < 0) return false;
    if (::isatty(fd_.Get()) == 1) {
      MakeRaw();
    } else {
      ::ioctl(fd_.Get(), kLpAbort, 1);  // refused by other kinds of devices, which is no matter
    }
    return true;
  }

  Written Write(std::string_view bytes, Millis limit) override {
    if (fd_.Get() < 0) return {LineState::kGone, 0};
    return WriteAll(fd_.Get(), bytes, limit);
  }

  Heard Read(Millis limit) override {
    if (fd_.Get() < 0) return {LineState::kGone, {}};
    const Until until(limit);
    const Heard heard = ReadSome(fd_.Get(), limit);
    // usblp says "end of file" while the printer has nothing to say; only errors mean gone.
    if (heard.state != LineState::kGone || !Present()) return heard;
    static_cast<void>(WaitFor(fd_.Get(), 0, until));
    return {LineState::kTimeout, {}};
  }

  void Close(Millis limit) override {
    if (fd_.Get() < 0) return;
    // usblp's write() returns before the transfer ends; writable again means that it has ended.
    static_cast<void>(WaitFor(fd_.Get(), POLLOUT, Until(limit)));
    fd_.Reset(-1);
  }

 private:
  [[nodiscard]] bool Present() const {
    pollfd watched{fd_.Get(), POLLIN | POLLOUT, 0};
    return ::poll(&watched, 1, 0) >= 0 && (watched.revents & (POLLERR | POLLHUP | POLLNVAL)) == 0;
  }

  void MakeRaw() const {
    termios mode{};
    if (::tcgetattr(fd_.Get(), &mode) != 0) return;
    ::cfmakeraw(&mode);
    ::tcsetattr(fd_.Get(), TCSANOW, &mode);
  }

  std::string path_;
  Descriptor fd_;
};

}  // namespace

std::unique_ptr<Transport> MakeDeviceTransport(std::string path) {
  return std::make_unique<DeviceTransport>(std::move(path));
}

}  // namespace tanggap::printing

// Tickets to a device file: a pseudo-terminal stands for /dev/usb/lp0.
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <memory>
#include <string>
#include <thread>

#include "fakes/printer_model.h"
#include "printing/conversing_printer.h"
#include "printing/sample_picture.h"
#include "support/catch.h"

namespace tanggap::printing {

using namespace std::chrono_literals;

struct DeviceClock final : Clock {
  Instant Now() override { return {}; }
  Millis Monotonic() override {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

// The printer's end of a pseudo-terminal.
class PrinterOnTerminal {
 public:
  PrinterOnTerminal() : model_(PrinterModel::Habits{}) {
    near_ = ::posix_openpt(O_RDWR | O_NOCTTY);
    REQUIRE(near_ >= 0);
    REQUIRE(::grantpt(near_) == 0);
    REQUIRE(::unlockpt(near_) == 0);
    name_ = ::ptsname(near_);
    // Kept open, so that the terminal lives on between two jobs.
    far_ = ::open(name_.c_str(), O_RDWR | O_NOCTTY);
    server_ = std::thread([this] { Serve(); });
  }
  PrinterOnTerminal(const PrinterOnTerminal&) = delete;
  PrinterOnTerminal& operator=(const PrinterOnTerminal&) = delete;
  ~PrinterOnTerminal() {
    stop_ = true;
    server_.join();
    ::close(near_);
    ::close(far_);
  }
  [[nodiscard]] const std::string& Name() const { return name_; }
  // Only after the job: the server owns the model until then.
  [[nodiscard]] const PrinterModel& Model() const { return model_; }
  void Finish() {
    stop_ = true;
    if (server_.joinable()) server_.join();
    server_ = std::thread([] {});
  }

 private:
  void Serve() {
    std::array<char, 1024> buffer{};
    while (!stop_) {
      pollfd watched{near_, POLLIN, 0};
      if (::poll(&watched, 1, 5) <= 0) continue;
      const ssize_t got = ::read(near_, buffer.data(), buffer.size());
      if (got <= 0) continue;
      const std::string said = model_.Take({buffer.data(), static_cast<std::size_t>(got)});
      if (!said.empty() && ::write(near_, said.data(), said.size()) < 0) return;
    }
  }

  PrinterModel model_;
  std::atomic<bool> stop_{false};
  int near_ = -1;
  int far_ = -1;
  std::string name_;
  std::thread server_;
};

TEST_CASE("A device takes a ticket and says that it is printed", "[printing][device]") {
  PrinterOnTerminal terminal;
  DeviceClock clock;
  const auto printer = MakeConversingPrinter(MakeDeviceTransport(terminal.Name()), {}, clock);
  const Picture picture = SamplePicture(384, 500);
  CHECK(printer->Print(picture.View()) == PrintOutcome::kPrinted);
  CHECK(printer->Health() ==
        PrinterHealth{.reachable = true, .answers = true, .paper = PaperLevel::kEnough});
  terminal.Finish();
  REQUIRE(terminal.Model().Tickets().size() == 1);
  CHECK(terminal.Model().Tickets().front().dots ==
        std::string(picture.bytes.begin(), picture.bytes.end()));
}

TEST_CASE("A device that isn't there is no printer", "[printing][device]") {
  DeviceClock clock;
  const auto printer =
      MakeConversingPrinter(MakeDeviceTransport("/dev/tanggap-no-such-printer"), {}, clock);
  CHECK(printer->Print(SamplePicture(384, 8).View()) == PrintOutcome::kNoPrinter);
}

}  // namespace tanggap::printing

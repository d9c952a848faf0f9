// What every printer of tickets promises: in memory, into files, over the network.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>

#include "fakes/fake_printer.h"
#include "fakes/fake_printer_tcp.h"
#include "platform/system_clock.h"
#include "printing/conversing_printer.h"
#include "printing/file_printer.h"
#include "printing/sample_picture.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

printing::PrinterProfile Impatient() {
  printing::PrinterProfile profile;
  profile.times = {.open = 300ms,
                   .answer = 60ms,
                   .printed = 400ms,
                   .listen = 100ms,
                   .close = 100ms,
                   .whole_job = 1'500ms,
                   .backoff = {10ms, 20ms, 30ms, 40ms, 50ms}};
  return profile;
}

// Each has a printer at work, and says how many tickets came out of it.
struct InMemory {
  FakePrinter fake;
  TicketPrinter& printer = fake;
  [[nodiscard]] std::size_t CameOut() const { return fake.printed.size(); }
};
struct IntoFiles {
  TemporaryDirectory directory;
  std::unique_ptr<TicketPrinter> made =
      printing::MakeFilePrinter(directory / "tickets", printing::Cutter::kPartial);
  TicketPrinter& printer = *made;
  [[nodiscard]] std::size_t CameOut() const {
    const fs::directory_iterator files(directory / "tickets");
    return static_cast<std::size_t>(std::distance(files, {}));
  }
};
struct OverTheNetwork {
  SystemClock clock;
  FakePrinterTcp line{{}};
  std::unique_ptr<TicketPrinter> made = printing::MakeConversingPrinter(
      printing::MakeTcpTransport({"127.0.0.1", line.Port()}), Impatient(), clock);
  TicketPrinter& printer = *made;
  [[nodiscard]] std::size_t CameOut() { return line.Model().Tickets().size(); }
};

// Each has no printer.
struct NoneInMemory {
  NoneInMemory() {
    fake.next = PrintOutcome::kNoPrinter;
    fake.health = {};
  }
  FakePrinter fake;
  TicketPrinter& printer = fake;
};
struct NoneAtAll {
  std::unique_ptr<TicketPrinter> made = printing::MakeNoPrinter();
  TicketPrinter& printer = *made;
};
struct NoPlaceForFiles {
  NoPlaceForFiles() { std::ofstream(directory / "file") << "x"; }
  TemporaryDirectory directory;
  std::unique_ptr<TicketPrinter> made =
      printing::MakeFilePrinter(directory / "file" / "tickets", printing::Cutter::kPartial);
  TicketPrinter& printer = *made;
};
struct NobodyAtTheAddress {
  static std::uint16_t FreePort() { return FakePrinterTcp({}).Port(); }
  SystemClock clock;
  std::unique_ptr<TicketPrinter> made = printing::MakeConversingPrinter(
      printing::MakeTcpTransport({"127.0.0.1", FreePort()}), Impatient(), clock);
  TicketPrinter& printer = *made;
};

}  // namespace

TEMPLATE_TEST_CASE("Each ticket comes out once, and the printer is there", "[contract][printer]",
                   InMemory, IntoFiles, OverTheNetwork) {
  TestType subject;
  const printing::Picture picture = printing::SamplePicture(576, 300);
  for (std::size_t tickets = 1; tickets <= 3; ++tickets) {
    CHECK(subject.printer.Print(picture.View()) == PrintOutcome::kPrinted);
    CHECK(subject.CameOut() == tickets);
  }
  const PrinterHealth health = subject.printer.Health();
  CHECK(health.reachable);
  CHECK_FALSE(health.offline);
  CHECK_FALSE(health.cover_open);
  CHECK(health.paper != PaperLevel::kOut);
  CHECK(subject.CameOut() == 3);  // a question prints nothing
}

TEMPLATE_TEST_CASE("Without a printer every ticket says so, and nothing throws",
                   "[contract][printer]", NoneInMemory, NoneAtAll, NoPlaceForFiles,
                   NobodyAtTheAddress) {
  TestType subject;
  const printing::Picture picture = printing::SamplePicture(384, 40);
  CHECK_FALSE(subject.printer.Health().reachable);
  CHECK(subject.printer.Print(picture.View()) == PrintOutcome::kNoPrinter);
  CHECK(subject.printer.Print(picture.View()) == PrintOutcome::kNoPrinter);
  CHECK_FALSE(subject.printer.Health().reachable);
}

}  // namespace tanggap

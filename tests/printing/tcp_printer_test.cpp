// Tickets over TCP to a printer with faults, on loopback and with short limits.
#include <algorithm>
#include <chrono>
#include <memory>
#include <string>

#include "fakes/fake_printer_tcp.h"
#include "printing/conversing_printer.h"
#include "printing/sample_picture.h"
#include "support/catch.h"

namespace tanggap::printing {

using namespace std::chrono_literals;

// Intervals of the machine: waiting on a socket takes real time. Wall time is never asked.
struct IntervalClock final : Clock {
  Instant Now() override { return {}; }
  Millis Monotonic() override {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
  }
};

constexpr ConversationTimes kShort{.open = 300ms,
                                   .answer = 60ms,
                                   .printed = 400ms,
                                   .listen = 100ms,
                                   .close = 100ms,
                                   .whole_job = 1'500ms,
                                   .backoff = {10ms, 20ms, 30ms, 40ms, 50ms}};

struct Answered {
  PrintOutcome outcome = PrintOutcome::kFailed;
  Millis took{0};
};

Answered PrintOn(TicketPrinter& printer, const Picture& picture) {
  IntervalClock clock;
  const Millis before = clock.Monotonic();
  const PrintOutcome outcome = printer.Print(picture.View());
  return {outcome, clock.Monotonic() - before};
}

std::unique_ptr<TicketPrinter> PrinterAt(std::uint16_t port, Clock& clock) {
  return MakeConversingPrinter(MakeTcpTransport({"127.0.0.1", port}), {.times = kShort}, clock);
}

TEST_CASE("Every state of a network printer gives its outcome in time", "[printing][tcp]") {
  using Line = FakePrinterTcp::Line;
  struct Case {
    const char* name;
    PrinterModel::Habits habits;
    Line line;
    PrintOutcome outcome;
    Millis within;
  };
  const Case c = GENERATE(values<Case>({
      {"ok", {}, {}, PrintOutcome::kPrinted, 700ms},
      {"near end", {.near_end = true}, {}, PrintOutcome::kPrinted, 700ms},
      {"paper out midway", {.paper_ends_at = 20'000}, {}, PrintOutcome::kOutOfPaper, 1'200ms},
      {"paper out early", {.paper_ends_at = 4}, {}, PrintOutcome::kOutOfPaper, 1'200ms},
      {"cover open", {.cover_open = true}, {}, PrintOutcome::kCoverOpen, 700ms},
      {"cutter", {.cutter_error = true}, {}, PrintOutcome::kFailed, 700ms},
      {"silent", {.answers = false}, {}, PrintOutcome::kUnknown, 700ms},
      {"garbage", {.garbage = true}, {}, PrintOutcome::kPrinted, 700ms},
      {"no confirmation", {.tells_printed = false}, {}, PrintOutcome::kUnknown, 1'700ms},
      {"late reply", {}, {.answer_delay_ms = 90}, PrintOutcome::kPrinted, 1'700ms},
      {"slow", {}, {.bytes_per_turn = 512, .turn_ms = 50}, PrintOutcome::kOffline, 1'900ms},
  }));
  INFO(c.name);
  FakePrinterTcp fake(c.habits, c.line);
  IntervalClock clock;
  const auto printer = PrinterAt(fake.Port(), clock);
  // The slow one needs more than what the kernel keeps for a connection.
  const Picture picture = SamplePicture(576, c.line.turn_ms > 0 ? 60'000 : 1'400);
  const Answered answered = PrintOn(*printer, picture);
  CHECK(answered.outcome == c.outcome);
  CHECK(answered.took <= c.within);
  if (c.outcome == PrintOutcome::kPrinted) {
    const PrinterModel model = fake.Model();
    REQUIRE(model.Tickets().size() == 1);
    CHECK(model.Tickets().front().dots == std::string(picture.bytes.begin(), picture.bytes.end()));
  }
}

TEST_CASE("A connection that breaks is never taken for a printed ticket", "[printing][tcp]") {
  const std::size_t at = GENERATE(1U, 4U, 30U, 5'000U, 60'000U);
  FakePrinterTcp fake({}, {.disconnect_at = at});
  IntervalClock clock;
  const auto printer = PrinterAt(fake.Port(), clock);
  const Answered answered = PrintOn(*printer, SamplePicture(576, 1'400));
  CHECK((answered.outcome == PrintOutcome::kFailed || answered.outcome == PrintOutcome::kUnknown));
  CHECK(answered.took <= 1'900ms);
  CHECK(fake.Model().Tickets().empty());
}

TEST_CASE("A ticket that failed for want of paper doesn't come out when paper returns",
          "[printing][tcp]") {
  FakePrinterTcp fake({.paper_ends_at = 30'000});
  IntervalClock clock;
  const auto printer = PrinterAt(fake.Port(), clock);
  CHECK(PrintOn(*printer, SamplePicture(576, 1'400)).outcome == PrintOutcome::kOutOfPaper);
  fake.PaperReturns();
  CHECK(fake.Model().Tickets().empty());
  const Picture next = SamplePicture(576, 300);
  CHECK(PrintOn(*printer, next).outcome == PrintOutcome::kPrinted);
  REQUIRE(fake.Model().Tickets().size() == 1);
  CHECK(fake.Model().Tickets().front().dots == std::string(next.bytes.begin(), next.bytes.end()));
}

TEST_CASE("Nobody at the address is no printer", "[printing][tcp]") {
  std::uint16_t port = 0;
  { port = FakePrinterTcp({}).Port(); }
  IntervalClock clock;
  const Answered answered = PrintOn(*PrinterAt(port, clock), SamplePicture(384, 10));
  CHECK(answered.outcome == PrintOutcome::kNoPrinter);
  CHECK(answered.took <= 500ms);
}

TEST_CASE("A printer's address is numbers, with its port or without", "[printing][unit]") {
  CHECK(ReadTcpAddress("192.168.1.50") == TcpAddress{"192.168.1.50", 9100});
  CHECK(ReadTcpAddress("127.0.0.1:9101") == TcpAddress{"127.0.0.1", 9101});
  CHECK(ReadTcpAddress("[::1]:9100") == TcpAddress{"::1", 9100});
  CHECK(ReadTcpAddress("[::1]") == TcpAddress{"::1", 9100});
  for (const char* wrong : {"", "printer.local", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999",
                            "127.0.0.1:12a", "[::1", "[::1]x", "[::1]:"}) {
    INFO(wrong);
    CHECK_FALSE(ReadTcpAddress(wrong).has_value());
  }
}

}  // namespace tanggap::printing

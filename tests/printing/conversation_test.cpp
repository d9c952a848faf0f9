// The conversation with a printer, without a line: model and clock in memory, no time passes.
#include <memory>
#include <string>

#include "fakes/fake_clock.h"
#include "fakes/printer_model.h"
#include "printing/conversing_printer.h"
#include "printing/sample_picture.h"
#include "support/catch.h"

namespace tanggap::printing {

using namespace std::chrono_literals;

// A line on which waiting takes the fake clock's time.
class ModelLine final : public Transport {
 public:
  ModelLine(PrinterModel& model, FakeClock& clock) : model_(model), clock_(clock) {}

  bool Open(Millis limit) override {
    ++opened;
    if (missing) clock_.Advance(limit);
    said_.clear();
    return !missing;
  }
  Written Write(std::string_view bytes, Millis limit) override {
    if (takes.has_value() && sent_ + bytes.size() > *takes) {
      const std::size_t fits = *takes - sent_;
      said_ += model_.Take(bytes.substr(0, fits));
      sent_ += fits;
      if (gone_when_full) return {LineState::kGone, fits};
      clock_.Advance(limit);
      return {LineState::kTimeout, fits};
    }
    sent_ += bytes.size();
    said_ += model_.Take(bytes);
    return {LineState::kOk, bytes.size()};
  }
  Heard Read(Millis limit) override {
    if (said_.empty()) {
      clock_.Advance(limit);
      return {LineState::kTimeout, {}};
    }
    Heard heard;
    heard.bytes.swap(said_);
    return heard;
  }
  void Close(Millis) override { ++closed; }

  bool missing = false;
  std::optional<std::size_t> takes;  // bytes until the line is full
  bool gone_when_full = false;
  int opened = 0;
  int closed = 0;

 private:
  PrinterModel& model_;
  FakeClock& clock_;
  std::string said_;
  std::size_t sent_ = 0;
};

struct Desk {
  explicit Desk(PrinterModel::Habits habits, PrinterProfile profile = {}) : model(habits) {
    auto owned = std::make_unique<ModelLine>(model, clock);
    line = owned.get();
    printer = MakeConversingPrinter(std::move(owned), profile, clock);
  }
  PrintOutcome Print() { return printer->Print(picture.View()); }
  [[nodiscard]] bool WholeTicketPrinted() const {
    return !model.Tickets().empty() &&
           model.Tickets().back().dots == std::string(picture.bytes.begin(), picture.bytes.end());
  }

  FakeClock clock;
  PrinterModel model;
  ModelLine* line = nullptr;
  std::unique_ptr<TicketPrinter> printer;
  Picture picture = SamplePicture(576, 700);
};

TEST_CASE("A printer that says so has printed the ticket, whole and cut", "[printing][unit]") {
  Desk desk{{}};
  CHECK(desk.Print() == PrintOutcome::kPrinted);
  CHECK(desk.WholeTicketPrinted());
  CHECK(desk.model.Tickets().back().cut);
  CHECK(desk.model.Unknown() == 0);
  CHECK(desk.clock.monotonic < 1s);
  CHECK(desk.line->opened == desk.line->closed);
}

TEST_CASE("An obstacle is found before a byte of the ticket is sent", "[printing][unit]") {
  const auto [habits, outcome] = GENERATE(table<PrinterModel::Habits, PrintOutcome>({
      {{.cover_open = true}, PrintOutcome::kCoverOpen},
      {{.cutter_error = true}, PrintOutcome::kFailed},
      {{.offline = true}, PrintOutcome::kOffline},
      {{.cover_open = true, .garbage = true}, PrintOutcome::kCoverOpen},
  }));
  Desk desk{habits};
  CHECK(desk.Print() == outcome);
  CHECK(desk.model.Taken() < 100);
  CHECK(desk.model.Tickets().empty());
  CHECK(desk.clock.monotonic < 3s);
}

TEST_CASE("Paper that ends midway ends the ticket, and it never comes out later",
          "[printing][unit]") {
  const std::size_t at = GENERATE(5U, 300U, 9'000U, 20'000U, 50'000U);
  Desk desk{{.paper_ends_at = at}};
  CHECK(desk.Print() == PrintOutcome::kOutOfPaper);
  CHECK(desk.printer->Health().paper == PaperLevel::kOut);
  static_cast<void>(desk.model.PaperReturns());
  CHECK(desk.model.Tickets().empty());

  SECTION("and the next visitor gets the next ticket alone") {
    desk.picture = SamplePicture(576, 90);
    CHECK(desk.Print() == PrintOutcome::kPrinted);
    REQUIRE(desk.model.Tickets().size() == 1);
    CHECK(desk.model.Unknown() == 0);
  }
}

TEST_CASE("Near the end of the paper a ticket is printed and the staff are told",
          "[printing][unit]") {
  Desk desk{{.near_end = true}};
  CHECK(desk.Print() == PrintOutcome::kPrinted);
  CHECK(desk.printer->Health().paper == PaperLevel::kNearEnd);
}

TEST_CASE("A silent printer's ticket is unknown, neither printed nor failed", "[printing][unit]") {
  Desk desk{{.answers = false}};
  CHECK(desk.Print() == PrintOutcome::kUnknown);
  CHECK(desk.WholeTicketPrinted());
  CHECK(desk.clock.monotonic <= 700ms);
  CHECK_FALSE(desk.printer->Health().answers);
  CHECK(desk.printer->Health().paper == PaperLevel::kUnknown);

  SECTION("and it isn't asked as long the next time") {
    const auto before = desk.clock.monotonic;
    CHECK(desk.Print() == PrintOutcome::kUnknown);
    CHECK(desk.clock.monotonic - before <= 300ms);
  }
}

TEST_CASE("A printer set up as mute is never asked", "[printing][unit]") {
  Desk desk{{}, {.answers_status = false}};
  CHECK(desk.Print() == PrintOutcome::kUnknown);
  CHECK(desk.WholeTicketPrinted());
  CHECK(desk.clock.monotonic == 0ms);
}

TEST_CASE("Who never says that it is printed is waited for once, then listened to",
          "[printing][unit]") {
  Desk desk{{.tells_printed = false}};
  CHECK(desk.Print() == PrintOutcome::kUnknown);
  CHECK(desk.clock.monotonic >= 10s);
  CHECK(desk.clock.monotonic <= 12s);
  const auto before = desk.clock.monotonic;
  CHECK(desk.Print() == PrintOutcome::kUnknown);
  CHECK(desk.clock.monotonic - before <= 4s);
}

TEST_CASE("Without automatic reports the question after the job still finds the paper out",
          "[printing][unit]") {
  Desk desk{{.reports = false, .paper_ends_at = 20'000}};
  CHECK(desk.Print() == PrintOutcome::kOutOfPaper);
  static_cast<void>(desk.model.PaperReturns());
  CHECK(desk.model.Tickets().empty());
}

TEST_CASE("Noise before every answer changes nothing", "[printing][unit]") {
  Desk desk{{.garbage = true}};
  CHECK(desk.Print() == PrintOutcome::kPrinted);
}

TEST_CASE("Answers that come one question late are not taken for a trouble", "[printing][unit]") {
  Desk desk{{.one_late = true}};
  const PrintOutcome outcome = desk.Print();
  CHECK((outcome == PrintOutcome::kPrinted || outcome == PrintOutcome::kUnknown));
  CHECK(desk.WholeTicketPrinted());
}

TEST_CASE("A line that stays full fails in time, and what it holds is cleared first",
          "[printing][unit]") {
  Desk desk{{}};
  desk.line->takes = 15'000;
  CHECK(desk.Print() == PrintOutcome::kOffline);
  CHECK(desk.clock.monotonic <= 12s);
  CHECK(desk.model.Tickets().empty());
  desk.line->takes.reset();
  CHECK(desk.Print() == PrintOutcome::kPrinted);
  REQUIRE(desk.model.Tickets().size() == 1);
  CHECK(desk.WholeTicketPrinted());
}

TEST_CASE("A broken-off job of a mute printer is flushed, not mixed into the next ticket",
          "[printing][unit]") {
  Desk desk{{.answers = false}, {.answers_status = false}};
  desk.line->takes = 15'000;
  desk.line->gone_when_full = true;
  CHECK(desk.Print() == PrintOutcome::kFailed);
  desk.line->takes.reset();
  desk.picture = SamplePicture(576, 50);
  CHECK(desk.Print() == PrintOutcome::kUnknown);
  REQUIRE(desk.model.Tickets().size() == 1);
  // The band that was left open is filled with white; the new ticket's rows follow untouched.
  CHECK(desk.model.Tickets().back().dots.ends_with(
      std::string(desk.picture.bytes.begin(), desk.picture.bytes.end())));
  CHECK(desk.model.Unknown() == 0);
}

TEST_CASE("A missing printer is tried for every ticket, and asked for in growing pauses",
          "[printing][unit]") {
  Desk desk{{}};
  desk.line->missing = true;
  CHECK(desk.Print() == PrintOutcome::kNoPrinter);
  CHECK(desk.clock.monotonic <= 3s);
  CHECK_FALSE(desk.printer->Health().reachable);
  CHECK(desk.line->opened == 1);  // within the first pause: not tried again
  for (const auto pause : {1s, 2s, 5s, 10s, 30s, 30s}) {
    const int before = desk.line->opened;
    desk.clock.Advance(pause - 1ms);
    static_cast<void>(desk.printer->Health());
    CHECK(desk.line->opened == before);
    desk.clock.Advance(1ms);
    static_cast<void>(desk.printer->Health());
    CHECK(desk.line->opened == before + 1);
  }
  desk.line->missing = false;
  CHECK(desk.Print() == PrintOutcome::kPrinted);
  CHECK(desk.printer->Health().reachable);
}

}  // namespace tanggap::printing

// Outside the office's hours the first screen is dimmed, and its ground changes every hour.
#include "kiosk/sample.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// Open on Saturdays until five; the visitor's clock begins on Saturday at 16:33:20.
Context OpenUntilFive() {
  Context context = SampleContext();
  context.office.hours.usual = {{std::chrono::Saturday, 8 * 60, 17 * 60}};
  return context;
}

// As the loop: a tick at every deadline until `time` has passed.
void Passes(const Context& context, Visitor& visitor, Steady time) {
  const Steady end = visitor.now + time;
  while (const auto due = NextDeadline(context, visitor.state)) {
    if (*due > end) break;
    visitor.Waits(std::max(Steady{1}, *due - visitor.now));
  }
  visitor.now = end;
}

bool Dimmed(const Context& context, const Visitor& visitor) {
  const auto from = DimmedFrom(context, visitor.state);
  return from && *from <= visitor.now;
}

}  // namespace

TEST_CASE("The first screen is dimmed from the end of the office's hours, without a touch",
          "[kiosk][night]") {
  const Context context = OpenUntilFive();
  Visitor visitor(context);
  Passes(context, visitor, minutes{26});
  CHECK_FALSE(Dimmed(context, visitor));
  Passes(context, visitor, minutes{1});
  CHECK(visitor.state.kept.night);
  CHECK(Dimmed(context, visitor));
  CHECK(visitor.effects.empty());
}

TEST_CASE("Morning lights it again", "[kiosk][night]") {
  Context context = OpenUntilFive();
  context.office.hours.usual.push_back({std::chrono::Sunday, 7 * 60, 12 * 60});
  Visitor visitor(context);
  Passes(context, visitor, std::chrono::hours{14});  // 6:33
  REQUIRE(Dimmed(context, visitor));
  Passes(context, visitor, minutes{27});
  CHECK_FALSE(Dimmed(context, visitor));
}

TEST_CASE("A holiday is a night all day", "[kiosk][night]") {
  Context context = OpenUntilFive();
  context.office.calendar.closed[DayFromIso("2026-11-21").value()] = "Libur";
  Visitor visitor(context);
  Passes(context, visitor, seconds{40});
  CHECK(Dimmed(context, visitor));
}

TEST_CASE("At night the two grounds take turns, one an hour, and by day there is one",
          "[kiosk][night]") {
  const Context context = OpenUntilFive();
  Visitor visitor(context);
  Passes(context, visitor, minutes{10});
  CHECK_FALSE(visitor.state.kept.other_ground);
  Passes(context, visitor, minutes{20});  // past five
  const bool at_five = visitor.state.kept.other_ground;
  Passes(context, visitor, std::chrono::hours{1});
  CHECK(visitor.state.kept.other_ground != at_five);
  Passes(context, visitor, std::chrono::hours{1});
  CHECK(visitor.state.kept.other_ground == at_five);
}

TEST_CASE("Whoever comes at night finds a lit screen, on every page", "[kiosk][night]") {
  const Context context = OpenUntilFive();
  Visitor visitor(context);
  Passes(context, visitor, minutes{30});
  REQUIRE(Dimmed(context, visitor));
  visitor.Touches();
  CHECK_FALSE(Dimmed(context, visitor));
  visitor.Does(MakeComplaint{});
  Passes(context, visitor, seconds{10});
  CHECK_FALSE(DimmedFrom(context, visitor.state).has_value());
}

TEST_CASE("An office that names no hours is never dimmed and wakes for nothing", "[kiosk][night]") {
  const Context context = SampleContext();
  Visitor visitor(context);
  CHECK_FALSE(NextDeadline(context, visitor.state).has_value());
  visitor.Waits(std::chrono::hours{20});
  CHECK_FALSE(Dimmed(context, visitor));
}

}  // namespace tanggap::kiosk

// What the kiosk's wiring adds to the ports it hands on.
#include "fakes/fake_ticket_desk.h"
#include "kiosk/sample.h"
#include "kiosk/wiring/fresh_ticket_desk.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

TEST_CASE("A state is looked for in the folder as it is now, not as a round left it",
          "[kiosk][unit]") {
  FakeTicketDesk inner;
  const TicketCode code = inner.NewCode();
  bool delivered = false;
  FreshTicketDesk desk(inner, [&] {
    if (delivered) inner.states[code] = TicketState{};
  });
  CHECK_FALSE(desk.FindState(code));
  delivered = true;
  CHECK(desk.FindState(code));
}

}  // namespace
}  // namespace tanggap::kiosk

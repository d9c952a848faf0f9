// A lobby of fingers: whatever is touched, scanned or awaited, in whatever order and with whatever
// outcome, the kiosk stays whole and comes home with nothing of anybody.
// TOUCHES=1000000 in the environment makes the long run (docs/checks.md).
#include <cstdlib>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "domain/match.h"
#include "kiosk/gallery.h"
#include "kiosk/walker.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

int Touches() {
  const char* asked = std::getenv("TOUCHES");
  return asked == nullptr ? 1500 : std::atoi(asked);
}

bool HasEndlessWord(const std::string& text) {
  constexpr std::size_t kEndless = 24;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == ' ' ? 0 : run + 1;
    if (run >= kEndless) return true;
  }
  return false;
}

class Crowd {
 public:
  Crowd(const Context& context, ui::UiHarness& harness, unsigned seed)
      : context_(context),
        harness_(harness),
        walker_(context, harness, Opening(context)),
        random_(seed) {}

  // One deed of somebody; what is wrong afterwards, "" when nothing is.
  std::string Deed() {
    const int kind = Upto(100);
    if (kind < 80) {
      TouchSomething();
    } else if (kind < 88) {
      TouchAnywhere();
    } else if (kind < 90) {
      Tell(Scanned{Scan()});
    } else if (kind < 97) {
      Wait(Steady{Upto(9000)});
    } else if (kind < 99) {
      Tell(StatesArrived{});
    } else {
      Wait(std::chrono::minutes{4});
    }
    if (Upto(3) != 0) DeliverOne();
    return Fault();
  }

  // Everybody leaves; outcomes that were awaited arrive.
  std::string Leave() {
    while (!pending_.empty())
      DeliverOne();
    for (int minute = 0; minute < 20; ++minute) {
      Wait(std::chrono::minutes{1});
      while (!pending_.empty())
        DeliverOne();
    }
    const State& state = walker_.visitor.state;
    if (std::holds_alternative<OutOfService>(state.screen)) return Fault();
    if (!std::holds_alternative<Attract>(state.screen) || state.overlay)
      return "nobody is there, and the screen isn't the first one";
    if (state.visit != Opening(context_).visit) return "something of the last visit is left";
    return Fault();
  }

  [[nodiscard]] const std::string& Log() const { return log_; }
  // Where the kiosk stands, in the words that the screen shows.
  [[nodiscard]] std::string Shown() const {
    std::string shown;
    for (const ui::TextRun& run : harness_.Last().texts)
      shown += run.text + " / ";
    return shown;
  }
  [[nodiscard]] int Stored() const { return stored_; }

 private:
  int Upto(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }

  void Note(const std::string& what) {
    log_ += what + "\n";
    constexpr std::size_t kKept = 2000;  // the last deeds are enough to see what happened
    if (log_.size() > 2 * kKept) log_.erase(0, log_.size() - kKept);
  }

  void Tell(const Event& event) {
    walker_.visitor.now = Steady{harness_.Now()};
    walker_.visitor.Happens(event);
    for (Effect& effect : walker_.visitor.effects)
      Await(effect);
    walker_.visitor.effects.clear();
  }

  // Most people want something: they touch what leads on, and turn back or ask for help rarely.
  void TouchSomething() {
    auto enabled = walker_.Enabled();
    if (Upto(6) != 0)
      std::erase_if(enabled, [](const std::string& id) {
        return id.starts_with("help-") || id.starts_with("face") || id == "about" || id == "back" ||
               id == "cancel" || id == "drop" || id == "close" || id == "done";
      });
    if (enabled.empty()) return;
    const std::string& id =
        enabled[static_cast<std::size_t>(Upto(static_cast<int>(enabled.size())))];
    Note(id);
    const ui::Target* target = harness_.Find(id);
    if (target == nullptr) return;
    // Some touch twice at once, most look first.
    if (Upto(4) != 0) harness_.Pass(1000);
    Press(target->hit.Center());
  }

  void TouchAnywhere() {
    const ui::Size size = harness_.GetSize();
    walker_.Look();
    Press(ui::Point{static_cast<float>(Upto(static_cast<int>(size.width))),
                    static_cast<float>(Upto(static_cast<int>(size.height)))});
  }

  void Press(ui::Point at) {
    walker_.wanted.reset();
    Tell(TouchedAnywhere{});
    harness_.TapAt(at, [&](ui::Frame& frame) { walker_.Draw(frame); });
    if (walker_.wanted) Tell(*walker_.wanted);
  }

  std::string Scan() {
    switch (Upto(4)) {
      case 0:
        return "TANGGAP:" + Compact(SampleTicket(IdOf(1)).code);
      case 1:
        return Compact(SampleTicket(IdOf(1)).code);
      case 2:
        return std::string(static_cast<std::size_t>(Upto(600)), static_cast<char>(33 + Upto(90)));
      default:
        return "https://contoh.example/promo?x=1";
    }
  }

  // Second by second near a change, as the loop would.
  void Wait(Steady time) {
    Note("waits " + std::to_string(time.count()));
    for (Steady passed{0}; passed < time; passed += Steady{1000}) {
      harness_.Pass(1000);
      Tell(Tick{});
    }
  }

  void Await(const Effect& effect) {
    const bool well = Upto(10) != 0;
    const auto failed = [&](const RecordId& id) {
      return StorageFailed{id, Upto(2) == 0 ? Trouble::kFull : Trouble::kBroken};
    };
    const auto either = [&](const RecordId& id, Event good) {
      pending_.push_back(well ? std::move(good) : Event{failed(id)});
    };
    std::visit(
        Match{
            [&](const StoreRating& e) { either(e.id, RatingStored{e.id}); },
            [&](const StoreComplaint& e) {
              ++stored_;
              const auto before = sent_.find(e.id);
              if (before != sent_.end() && !(before->second == e.complaint))
                fault_ = "one id, two complaints";
              sent_.clear();
              sent_[e.id] = e.complaint;
              either(e.id, ComplaintStored{e.id, SampleTicket(e.id)});
            },
            [&](const PrintTicket& e) {
              const PrintState came[] = {PrintState::kPrinted, PrintState::kUnknown,
                                         PrintState::kUnavailable};
              pending_.push_back(PrintFinished{e.ticket.complaint, came[Upto(3)], Upto(2) == 0});
            },
            [&](const FindState& e) {
              StateFound found{e.code, std::nullopt};
              if (Upto(3) != 0) found.ticket = TicketState{};
              pending_.push_back(found);
            },
            [&](const StoreSaid& e) { either(e.id, SaidStored{e.id}); },
            [&](const StoreHandling& e) { either(e.id, SaidStored{e.id}); },
            [&](const CheckPin&) { either(RecordId{}, PinChecked{Upto(2) == 0}); },
            [&](const TestPrint&) { pending_.push_back(TestPrinted{PrintState::kPrinted}); },
            [&](const ReadCounts&) { either(RecordId{}, CountsRead{}); },
            [&](const ProbeStorage&) {
              if (well) pending_.push_back(StorageWell{});
            },
            [](const auto&) {},
        },
        effect);
  }

  void DeliverOne() {
    if (pending_.empty()) return;
    const auto at = pending_.begin() + Upto(static_cast<int>(pending_.size()));
    const Event event = *at;
    pending_.erase(at);
    Tell(event);
  }

  std::string Fault() {
    if (!fault_.empty()) return fault_;
    const State& state = walker_.visitor.state;
    if (std::holds_alternative<Attract>(state.screen) &&
        (!(state.visit.complaint == Complaint{}) || !state.visit.message.empty()))
      return "the first screen, and somebody's words are still there";
    const ui::Frame& frame = walker_.Look();
    for (const auto& rule :
         {ui::DuplicateIds(frame), ui::OutsideCanvas(frame), ui::Overlapping(frame)})
      if (!rule.empty()) return rule.front();
    // Endless words exist only where this crowd typed them; they are broken where the line ends.
    for (const std::string& clipped : ui::ClippedTexts(frame))
      if (!HasEndlessWord(clipped)) return clipped;
    return {};
  }

  const Context& context_;
  ui::UiHarness& harness_;
  Walker walker_;
  std::mt19937 random_;
  std::vector<Event> pending_;  // outcomes on their way
  std::map<RecordId, Complaint> sent_;
  std::string fault_;
  std::string log_;
  int stored_ = 0;
};

}  // namespace

TEST_CASE("Whatever a crowd touches, the screen stays whole and comes home empty",
          "[kiosk][screens][crowd]") {
  const char* office = GENERATE("lembata", "belitung");
  const ui::Size size = GENERATE(ui::Size{1080, 1920}, ui::Size{1920, 1080});
  const Context context = ExampleContext(office);
  const bool wide = size.width > size.height;
  auto harness = ui::UiHarness::Panel(size, wide ? 345 : 194, wide ? 194 : 345);
  Crowd crowd(context, harness, wide ? 11 : 12);
  const int touches = Touches();
  constexpr int kUntilEmpty = 250;  // deeds until the lobby is empty
  for (int deed = 1; deed <= touches; ++deed) {
    std::string fault = crowd.Deed();
    if (fault.empty() && deed % kUntilEmpty == 0) fault = crowd.Leave();
    INFO(office << ", " << (wide ? "lying" : "upright") << ", deed " << deed << ": " << fault
                << "\nafter\n"
                << crowd.Log() << "\nthe screen says\n"
                << crowd.Shown());
    REQUIRE(fault.empty());
  }
  // A crowd that never lodges anything proves nothing.
  CHECK(crowd.Stored() > 0);
}

}  // namespace tanggap::kiosk

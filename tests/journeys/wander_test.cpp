// Thousands of taps without a plan, with stray scans between them: nothing crashes, nothing is a
// dead end, and whoever comes next finds nothing.
#include <array>

#include "fakes/seeded_randomness.h"
#include "journeys/play.h"
#include "kiosk/gallery.h"
#include "kiosk/sample.h"
#include "support/catch.h"

namespace tanggap::kiosk {
namespace {

constexpr int kTaps = 2000;
constexpr int kHomeWithin = 60;

class Dice {
 public:
  explicit Dice(std::uint64_t seed) : randomness_(seed) {}
  std::size_t Below(std::size_t bound) {
    std::array<std::uint8_t, 4> bytes{};
    randomness_.Fill(bytes);
    std::size_t value = 0;
    for (const std::uint8_t byte : bytes)
      value = (value << 8U) | byte;
    return value % bound;
  }

 private:
  SeededRandomness randomness_;
};

// Steers towards the door from anywhere, by taps alone.
bool FindsHome(Play& play) {
  for (int taps = 0; taps < kHomeWithin; ++taps) {
    if (play.ScreenName() == "attract" || play.ScreenName() == "out-of-service") return true;
    bool tapped = false;
    for (const char* id : {"drop", "new-person", "back", "done", "next", "cancel", "keep"}) {
      tapped = play.Has(id) && play.Tap(id);
      if (tapped) break;
    }
    if (!tapped) return false;
  }
  return false;
}

const std::array<std::string, 6> kStrayScans{
    "", "TANGGAP:K7QF2M9DXR48", "https://example.org/x", std::string(500, 'A'), "\x01\x02", "129"};

void Stray(Play& play, Dice& dice) {
  switch (dice.Below(3)) {
    case 0:
      play.Scan(kStrayScans[dice.Below(kStrayScans.size())]);
      break;
    case 1:
      play.TapNowhere();
      break;
    default:
      play.Pass(Steady{static_cast<Steady::rep>(dice.Below(9000))});
      break;
  }
}

}  // namespace

TEST_CASE("Whatever is tapped, there is a way home and nothing is left there",
          "[journeys][privacy]") {
  const std::string office = GENERATE("lembata", "belitung");
  const std::uint64_t seed = GENERATE(1, 2);
  const Context context = ExampleContext(office);
  Play play(context, seed == 2);
  Dice dice(seed);
  std::string trail;
  int homes = 0;
  bool typed = false;
  for (int tap = 0; tap < kTaps; ++tap) {
    if (dice.Below(8) == 0) Stray(play, dice);
    // Nobody meets the keyboard by chance alone.
    if (play.Has("story") && dice.Below(3) == 0) static_cast<void>(play.Tap("story"));
    if (play.Has("key-a") && dice.Below(3) == 0) static_cast<void>(play.Type("rahasia "));
    const auto ids = play.Ids();
    if (!ids.empty()) {
      const std::string id = ids[dice.Below(ids.size())];
      trail += " " + id;
      static_cast<void>(play.Tap(id));
    }
    typed = typed || Holds(play.Now().visit.complaint.words, "rahasia");
    INFO(office << " seed " << seed << " tap " << tap << " on " << play.ScreenName() << ":"
                << trail);
    if (play.ScreenName() == "attract") {
      CHECK(play.Now().visit.complaint == Complaint{});
      CHECK_FALSE(Holds(play.AllWords(), "rahasia"));
      trail.clear();
      ++homes;
    }
    if (tap % 50 == 0) {
      const auto moment = play.Here();
      REQUIRE(FindsHome(play));
      CHECK(play.Now().visit.complaint == Complaint{});
      play.GoTo(moment);
    }
  }
  CHECK(homes > 10);  // it did get about
  CHECK(typed);
}

}  // namespace tanggap::kiosk

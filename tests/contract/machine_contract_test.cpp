// What clock, randomness and speaker promise, asked of the test's own and the machine's alike.
#include <sys/stat.h>

#include <array>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "fakes/fake_clock.h"
#include "fakes/fake_speaker.h"
#include "fakes/seeded_randomness.h"
#include "ledger/sodium_randomness.h"
#include "platform/espeak_speaker.h"
#include "platform/system_clock.h"
#include "support/catch.h"
#include "support/temporary_directory.h"

namespace tanggap {
namespace {

// espeak-ng's place is taken by a program that reads its text and says nothing.
struct SpeaksByProgram {
  SpeaksByProgram() {
    std::ofstream(directory / "speak") << "#!/bin/sh\ncat > /dev/null\n";
    ::chmod((directory / "speak").c_str(), 0700);
  }
  TemporaryDirectory directory;
  EspeakSpeaker speaker{(directory / "speak").string()};
};
struct SpeaksNot {
  EspeakSpeaker speaker{""};
};
struct SpeaksInMemory {
  FakeSpeaker speaker;
};

}  // namespace

TEMPLATE_TEST_CASE("The monotonic clock never goes back", "[contract][clock]", FakeClock,
                   SystemClock) {
  TestType subject;
  Clock& clock = subject;
  std::chrono::milliseconds last = clock.Monotonic();
  for (int i = 0; i < 10'000; ++i) {
    const std::chrono::milliseconds now = clock.Monotonic();
    REQUIRE(now >= last);
    last = now;
  }
  // A moment of this program's life, not the epoch and not ticks of another unit.
  CHECK(IsoDay(LocalDay(clock.Now(), Zone{})) >= "2024-01-01");
  CHECK(IsoDay(LocalDay(clock.Now(), Zone{})) < "2200-01-01");
}

TEMPLATE_TEST_CASE("Randomness fills every byte, each time anew", "[contract][randomness]",
                   SeededRandomness, SodiumRandomness) {
  TestType subject;
  Randomness& randomness = subject;
  std::array<std::set<std::uint8_t>, 16> seen;
  std::set<std::vector<std::uint8_t>> fills;
  constexpr int kFills = 200;
  for (int i = 0; i < kFills; ++i) {
    std::vector<std::uint8_t> bytes(seen.size());
    randomness.Fill(bytes);
    fills.insert(bytes);
    for (std::size_t place = 0; place < bytes.size(); ++place)
      seen[place].insert(bytes[place]);
  }
  CHECK(fills.size() == kFills);
  for (const auto& values : seen)
    CHECK(values.size() > kFills / 4);  // 139 of 256 are to be expected
  randomness.Fill({});
}

TEMPLATE_TEST_CASE("A speaker can be told anything in any order", "[contract][speaker]",
                   SpeaksInMemory, SpeaksByProgram, SpeaksNot) {
  TestType subject;
  Speaker& speaker = subject.speaker;
  REQUIRE_NOTHROW(speaker.Stop());
  REQUIRE_NOTHROW(speaker.Say("Kode tiket Anda", "id"));
  REQUIRE_NOTHROW(speaker.Say("Your ticket's code", "en"));  // before the first has ended
  REQUIRE_NOTHROW(speaker.Say("", ""));
  REQUIRE_NOTHROW(speaker.Say(std::string(200'000, 'a'), "id"));  // more than a pipe holds
  REQUIRE_NOTHROW(speaker.Stop());
  REQUIRE_NOTHROW(speaker.Stop());
}

}  // namespace tanggap

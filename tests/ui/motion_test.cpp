// What moves: how far, how long, and that a resting frame asks for nothing.
#include "ui/motion.h"

#include <algorithm>
#include <cstdlib>

#include "support/catch.h"
#include "support/ui_harness.h"
#include "ui/kit.h"

namespace tanggap::ui {

TEST_CASE("Content rises twelve pixels in 160 ms, and then nothing is asked for", "[ui][motion]") {
  UiHarness harness;
  float rise = -1;
  const auto draw = [&](Frame& frame) {
    frame.Screen("rising");
    rise = ContentRise(frame);
  };
  harness.Draw(draw);
  CHECK(rise == 12);
  CHECK(harness.Last().NextWake().has_value());
  harness.Pass(80);
  harness.Draw(draw);
  CHECK(rise > 0);
  CHECK(rise < 6);
  harness.Pass(80);
  harness.Draw(draw);
  CHECK(rise == 0);
  CHECK_FALSE(harness.Last().NextWake().has_value());
  CHECK(harness.Last().RestsAt() == harness.Now());
}

TEST_CASE("Large text and reach mode cut instead of moving", "[ui][motion]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.still = true;
    frame.Screen("still");
    CHECK(ContentRise(frame) == 0);
    CHECK(CardSlide(frame) == 0);
  });
  CHECK_FALSE(harness.Last().NextWake().has_value());
}

TEST_CASE("What travels stands at once where it is first seen, and arrives in its time",
          "[ui][motion]") {
  UiHarness harness;
  float to = 100;
  float at = 0;
  bool shown = true;
  const auto draw = [&](Frame& frame) {
    frame.Screen("thread");
    if (shown) at = Travel(frame, "mark", to, 240);
  };
  harness.Draw(draw);
  CHECK(at == 100);
  to = 200;
  harness.Draw(draw);
  CHECK(at == 100);
  harness.Pass(120);
  harness.Draw(draw);
  CHECK(at > 100);
  CHECK(at < 200);
  harness.Pass(120);
  harness.Draw(draw);
  CHECK(at == 200);
  shown = false;
  harness.Draw(draw);
  shown = true;
  to = 50;
  harness.Draw(draw);
  CHECK(at == 50);
}

TEST_CASE("A caret shows after every touch, then blinks, and pictures wait for it",
          "[ui][motion]") {
  UiHarness harness;
  bool on = false;
  const auto draw = [&](Frame& frame) {
    frame.Screen("caret");
    on = CaretOn(frame);
  };
  harness.Draw(draw);
  CHECK(on);
  harness.Pass(600);
  harness.Draw(draw);
  CHECK_FALSE(on);
  CHECK(harness.Last().RestsAt() == harness.Now() + 460);
  harness.TapAt({500, 500}, draw);
  CHECK(on);
}

TEST_CASE("The shifted canvas leaves no edge bare and touches still meet", "[ui][motion]") {
  UiHarness harness;
  bool tapped = false;
  const auto draw = [&](Frame& frame) {
    frame.Screen("attract");
    ShiftPixels(frame);
    frame.Fill({0, 0, 1080, 1920}, frame.Colors().paper);
    tapped |= SecondaryButton(frame, "button", frame.Area(400, 400, 300, 136), {.word = "Tiket"});
  };
  harness.Draw(draw);
  CHECK(harness.Last().shift == Point{});
  const Color before = harness.PixelAt(400, 450);
  harness.Pass(61'000);
  harness.Draw(draw);
  CHECK(harness.Last().shift == Point{-2, -2});
  CHECK(harness.PixelAt(398, 450) == before);
  for (const int x : {0, 1079})
    for (const int y : {0, 1919})
      CHECK(harness.PixelAt(x, y) == LightTheme().paper);
  // The first column that is painted counts, though it lies left of the plate's own place.
  harness.Push({PointerEvent::Kind::kDown, 1, {398, 450}, 0});
  harness.Push({PointerEvent::Kind::kUp, 1, {398, 450}, 0});
  harness.Draw(draw);
  harness.Draw(draw);
  CHECK(tapped);
}

TEST_CASE("At night the canvas is darkened and its controls still work", "[ui][motion]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("night");
    frame.light = 0.3F;
    frame.Fill({0, 0, 1080, 1920}, Rgb(0xFFFFFF));
  });
  const int seen = harness.PixelAt(500, 500).r;
  CHECK(std::abs(seen - 76) <= 1);
}

TEST_CASE("A sound is heard once, at its time, and a touch by its kind", "[ui][sound]") {
  UiHarness harness;
  const auto draw = [&](Frame& frame) {
    frame.Screen("sounds");
    frame.SoundAt(Sound::kIdle, 500);
    SecondaryButton(frame, "button", frame.Area(400, 400, 300, 136), {.word = "Tiket"});
  };
  harness.Draw(draw);
  CHECK(harness.GetStage().TakeSounds().empty());
  harness.Pass(510);
  harness.Draw(draw);
  harness.Draw(draw);
  CHECK(harness.GetStage().TakeSounds() == std::vector<Sound>{Sound::kIdle});
  harness.Tap("button", draw);
  CHECK(harness.GetStage().TakeSounds() == std::vector<Sound>{Sound::kTap});
}

TEST_CASE("Every sound begins and ends in silence and peaks at -12 dBFS", "[ui][sound]") {
  for (const Sound sound :
       {Sound::kKey, Sound::kTap, Sound::kRating, Sound::kTicket, Sound::kIdle, Sound::kError}) {
    const std::vector<std::int16_t> samples = SamplesOf(sound);
    REQUIRE(samples.size() > 100);
    int peak = 0;
    for (const std::int16_t sample : samples)
      peak = std::max(peak, std::abs(static_cast<int>(sample)));
    CHECK(peak <= 8231);
    CHECK(peak >= 3000);
    CHECK(samples.front() == 0);
    CHECK(std::abs(static_cast<int>(samples.back())) < 40);
  }
}

TEST_CASE("All tiles of a page get the same picture and letters", "[ui][kit]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("tiles");
    const std::vector<Rect> cells{frame.Area(43, 400, 484, 350), frame.Area(553, 400, 484, 350)};
    const TileLook one{.icon = "waktu", .word = "Waktu", .second = "Lewat dari janji"};
    const TileLook two{.icon = "biaya", .word = "Aduan lama belum selesai", .second = "Lama"};
    const TileFit alone = FitTiles(frame, {cells[0]}, {one});
    CHECK(alone.picture == 128);
    CHECK(alone.style == TextStyle::kLabel);
    const TileFit both = FitTiles(frame, cells, {one, two});
    CHECK(both.place == TilePlace::kAbove);
    CHECK(both.style == TextStyle::kStrong);
    CHECK(both.picture >= 100);
    CHECK(both.picture < 128);
    // No room above: beside. No room at all: words alone.
    const Rect low = frame.Area(43, 1000, 600, 150);
    CHECK(FitTiles(frame, {low}, {{.icon = "waktu", .word = "Aduan lama"}}).place ==
          TilePlace::kBeside);
    const Rect tiny = frame.Area(43, 1200, 300, 112);
    CHECK(FitTiles(frame, {tiny}, {{.icon = "waktu", .word = "Aduan lama belum selesai"}}).place ==
          TilePlace::kNone);
  });
}

}  // namespace tanggap::ui

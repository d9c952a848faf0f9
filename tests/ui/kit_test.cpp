// Rules that every component of the sheets keeps, in both themes.
#include "ui/kit.h"

#include "sheet.h"
#include "support/catch.h"
#include "support/ui_harness.h"

namespace tanggap::ui {

TEST_CASE("The sheets' components are large enough, apart, legible and whole", "[ui][kit]") {
  UiHarness harness;
  harness.look.theme = GENERATE(LightTheme(), HighContrastTheme());
  harness.Draw(DrawKioskTiles);
  CHECK(Faults(harness) == std::vector<std::string>{});
  harness.Draw(DrawKioskRows);
  CHECK(Faults(harness) == std::vector<std::string>{});
}

TEST_CASE("Every text token has the contrast that the design promises", "[ui][theme]") {
  const Theme light = LightTheme();
  CHECK(ContrastRatio(light.ink, light.paper) == Approx(14.81).margin(0.01));
  CHECK(ContrastRatio(light.ink2, light.paper) == Approx(8.00).margin(0.01));
  CHECK(ContrastRatio(light.primary, light.paper) == Approx(9.06).margin(0.01));
  for (const Theme& t : {LightTheme(), HighContrastTheme()}) {
    CHECK(ContrastRatio(t.ink, t.paper) >= 7);
    CHECK(ContrastRatio(t.ink2, t.paper) >= 7);
    CHECK(ContrastRatio(t.ink, t.soft) >= 7);
    CHECK(ContrastRatio(t.on_primary, t.primary) >= 7);
    CHECK(ContrastRatio(t.on_primary_pressed, t.primary_pressed) >= 7);
    CHECK(ContrastRatio(t.on_amber, t.amber) >= 7);
    CHECK(ContrastRatio(t.ink, t.error_soft) >= 7);
    CHECK(ContrastRatio(t.disabled_text, t.disabled) >= 4.5);
    CHECK(ContrastRatio(t.line, t.paper) >= 3);
  }
  for (const DeskTheme& t : {LightDeskTheme(), DarkDeskTheme()}) {
    for (const Color ground : {t.surface, t.select, t.sunken, t.hover, t.ground})
      for (const Color ink : {t.ink, t.ink2, t.ink3, t.accent})
        CHECK(ContrastRatio(ink, ground) >= 4.5);
    CHECK(ContrastRatio(t.on_accent, t.accent) >= 7);
    CHECK(ContrastRatio(t.red, t.red_soft) >= 4.5);
    CHECK(ContrastRatio(t.amber, t.amber_soft) >= 4.5);
    CHECK(ContrastRatio(t.green, t.green_soft) >= 4.5);
    CHECK(ContrastRatio(t.violet, t.violet_soft) >= 4.5);
    CHECK(ContrastRatio(t.slate, t.slate_soft) >= 4.5);
    CHECK(ContrastRatio(t.line_strong, t.surface) >= 3);
    CHECK(ContrastRatio(t.ink, t.mark) >= 7);
  }
}

TEST_CASE("A face counts in its whole cell, and each face on its own", "[ui][kit]") {
  UiHarness harness;
  int tapped = -1;
  const auto draw = [&](Frame& frame) {
    frame.Screen("faces");
    frame.Fill({0, 0, 1080, 1920}, frame.Colors().paper);
    for (int i = 0; i < 4; ++i) {
      const auto x = static_cast<float>(43 + ((i % 2) * 510));
      const auto y = static_cast<float>(676 + ((i / 2) * 447));
      if (Face(frame, ("face-" + std::to_string(i)).c_str(), frame.Area(x, y, 484, 430),
               static_cast<FaceKind>(i), "Puas", 326))
        tapped = i;
    }
  };
  harness.Draw(draw);
  CHECK(Faults(harness) == std::vector<std::string>{});
  for (int i = 0; i < 4; ++i) {
    REQUIRE(harness.Tap("face-" + std::to_string(i), draw));
    CHECK(tapped == i);
  }
  // The corner of the cell, beside the head.
  harness.TapAt({50, 680}, draw);
  CHECK(tapped == 0);
}

TEST_CASE("Nothing under a sheet can be touched", "[ui][kit]") {
  UiHarness harness;
  bool below = false;
  const auto draw = [&](Frame& frame) {
    frame.Screen("covered");
    below |= SecondaryButton(frame, "below", frame.Area(43, 300, 994, 136), {.word = "Bawah"});
    frame.CoverAll();
    SecondaryButton(frame, "above", frame.Area(43, 600, 994, 136), {.word = "Atas"});
  };
  harness.Draw(draw);
  CHECK(harness.Find("below") == nullptr);
  harness.TapAt({500, 360}, draw);
  CHECK_FALSE(below);
}

TEST_CASE("A pictogram without a file is drawn as a neutral sign", "[ui][icons]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("icon");
    frame.Fill({0, 0, 1080, 1920}, Rgb(0xFFFFFF));
    frame.Icon("no-such-picture", {100, 100, 96, 96});
    frame.Icon("../icons/waktu", {300, 100, 96, 96});
  });
  CHECK(harness.PixelAt(148, 148) == LightTheme().tint);
  CHECK(harness.PixelAt(348, 148) == LightTheme().tint);
}

TEST_CASE("The ring wakes the program once a second and no more", "[ui][kit]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("ring");
    TimeoutRing(frame, {200, 200}, 132, 13'400, 20'000);
  });
  CHECK(harness.Shows("14"));
  CHECK(harness.Last().NextWake() == harness.Now() + 400);
}

}  // namespace tanggap::ui

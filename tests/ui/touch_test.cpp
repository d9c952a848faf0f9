// Fingers: each tap counts once, a second finger never, slide-off cancels, a new screen is deaf.
#include "ui/touch.h"

#include "support/catch.h"
#include "support/ui_harness.h"
#include "ui/keyboard.h"
#include "ui/kit.h"

namespace tanggap::ui {
namespace {

using Kind = PointerEvent::Kind;

struct Button {
  int presses = 0;
  std::string screen = "one";
  void operator()(Frame& frame) {
    frame.Screen(screen);
    if (SecondaryButton(frame, "go", {100, 100, 300, 136}, {.word = "Kirim"})) ++presses;
  }
};

constexpr Point kInside{200, 150};
constexpr Point kOutside{800, 800};

}  // namespace

TEST_CASE("A thousand taps in the same instant are a thousand presses", "[ui][touch]") {
  UiHarness harness;
  Button button;
  harness.Draw(std::ref(button));
  for (int i = 0; i < 1000; ++i) {
    harness.Push({Kind::kDown, 1, kInside, 0});
    harness.Push({Kind::kUp, 1, kInside, 0});
  }
  while (harness.GetStage().HasPending())
    harness.Draw(std::ref(button));
  CHECK(button.presses == 1000);
}

TEST_CASE("Sliding off before lifting the finger presses nothing", "[ui][touch]") {
  UiHarness harness;
  Button button;
  harness.Draw(std::ref(button));
  harness.Push({Kind::kDown, 1, kInside, 0});
  harness.Draw(std::ref(button));
  SECTION("and stays cancelled when it lifts outside") {
    harness.Push({Kind::kMove, 1, kOutside, 0});
    harness.Push({Kind::kUp, 1, kOutside, 0});
    while (harness.GetStage().HasPending())
      harness.Draw(std::ref(button));
    CHECK(button.presses == 0);
  }
  SECTION("but sliding back on before lifting counts") {
    harness.Push({Kind::kMove, 1, kOutside, 0});
    harness.Draw(std::ref(button));
    harness.Push({Kind::kMove, 1, kInside, 0});
    harness.Push({Kind::kUp, 1, kInside, 0});
    while (harness.GetStage().HasPending())
      harness.Draw(std::ref(button));
    CHECK(button.presses == 1);
  }
  SECTION("and a touch that the system takes away counts nothing") {
    harness.Push({Kind::kCancel, kAnyFinger, {}, 0});
    harness.Push({Kind::kUp, 1, kInside, 0});
    while (harness.GetStage().HasPending())
      harness.Draw(std::ref(button));
    CHECK(button.presses == 0);
  }
}

TEST_CASE("A second finger is as if it were not there", "[ui][touch]") {
  UiHarness harness;
  Button button;
  harness.Draw(std::ref(button));
  harness.Push({Kind::kDown, 1, kOutside, 0});
  for (int i = 0; i < 50; ++i) {
    harness.Push({Kind::kDown, 2, kInside, 0});
    harness.Push({Kind::kUp, 2, kInside, 0});
  }
  while (harness.GetStage().HasPending())
    harness.Draw(std::ref(button));
  CHECK(button.presses == 0);
  harness.Push({Kind::kUp, 1, kOutside, 0});
  harness.Push({Kind::kDown, 2, kInside, 0});
  harness.Push({Kind::kUp, 2, kInside, 0});
  while (harness.GetStage().HasPending())
    harness.Draw(std::ref(button));
  CHECK(button.presses == 1);
}

TEST_CASE("A lifted finger's place is told in its frame and in one more", "[ui][touch]") {
  Touch touch;
  touch.Push({Kind::kDown, 5, {10, 20}, 0});
  touch.Push({Kind::kUp, 5, {11, 21}, 0});
  CHECK(touch.Next().went_down);
  const PointerStep up = touch.Next();
  CHECK(up.went_up);
  CHECK(up.at == Point{11, 21});
  CHECK(touch.Next().at == Point{11, 21});
  CHECK_FALSE(touch.Next().at.has_value());
  CHECK_FALSE(touch.Pending());
}

TEST_CASE("A new screen is deaf for 400 ms, so that a double tap hits nothing", "[ui][touch]") {
  UiHarness harness;
  Button button;
  harness.Draw(std::ref(button));
  button.screen = "two";
  harness.Draw(std::ref(button));
  harness.Pass(399);
  harness.TapAt(kInside, std::ref(button));
  CHECK(button.presses == 0);
  harness.TapAt(kInside, std::ref(button));
  CHECK(button.presses == 1);
}

TEST_CASE("Hit boxes grow down and sideways but never into a neighbour's", "[ui][touch]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("boxes");
    SecondaryButton(frame, "a", {43, 100, 400, 136}, {.word = "A"});
    SecondaryButton(frame, "b", {469, 100, 400, 136}, {.word = "B"});
    SecondaryButton(frame, "c", {43, 242, 826, 136}, {.word = "C"});
  });
  const Target* a = harness.Find("a");
  const Target* b = harness.Find("b");
  const Target* c = harness.Find("c");
  REQUIRE((a != nullptr && b != nullptr && c != nullptr));
  CHECK(a->hit.Right() == 456);
  CHECK(b->hit.x == 456);
  CHECK(a->hit.Bottom() == 242);
  CHECK(c->hit.Bottom() == 378 + 16);
  CHECK(a->hit.y == 100);
  CHECK(Overlapping(harness.Last()).empty());
}

TEST_CASE("The same key struck twice within a tenth of a second is typed once", "[ui][keyboard]") {
  UiHarness harness;
  std::string text;
  const auto draw = [&](Frame& frame) {
    frame.Screen("typing");
    if (const auto typed = Keyboard(frame, {43, 1000, 994, 475}, {.space_word = "spasi"}))
      text = AfterTyping(text, *typed, 280);
  };
  harness.Draw(draw);
  harness.Tap("key-l", draw);
  harness.Pass(-40);  // the next finger comes 60 ms after
  harness.Tap("key-l", draw);
  CHECK(text == "l");
  harness.Pass(125);
  harness.Tap("key-l", draw);
  harness.Tap("key-a", draw);
  CHECK(text == "lla");
}

TEST_CASE("Only a held backspace repeats, after 700 ms", "[ui][keyboard]") {
  UiHarness harness;
  std::string text = "abcdefghij";
  const auto draw = [&](Frame& frame) {
    frame.Screen("typing");
    if (const auto typed = Keyboard(frame, {43, 1000, 994, 475}, {.space_word = "spasi"}))
      text = AfterTyping(text, *typed, 280);
  };
  harness.Draw(draw);
  const Point key = harness.Find("key-backspace")->hit.Center();
  harness.Push({Kind::kDown, 1, key, 0});
  harness.Draw(draw);
  harness.Pass(699);
  harness.Draw(draw);
  CHECK(text == "abcdefghij");
  harness.Pass(1);
  harness.Draw(draw);
  harness.Pass(120);
  harness.Draw(draw);
  CHECK(text == "abcdefgh");
  harness.Push({Kind::kUp, 1, key, 0});
  harness.Draw(draw);
  harness.Draw(draw);
  CHECK(text == "abcdefgh");
}

TEST_CASE("A pressed key repaints little, and the picture equals a fresh one", "[ui][dirty]") {
  UiHarness harness;
  std::string text;
  const auto draw = [&](Frame& frame) {
    frame.Screen("typing");
    frame.Fill({0, 0, 1080, 1920}, frame.Colors().paper);
    TextField(frame, "field", {43, 300, 994, 300}, {.text = text});
    if (const auto typed = Keyboard(frame, {43, 1000, 994, 475}, {.space_word = "spasi"}))
      text = AfterTyping(text, *typed, 280);
  };
  harness.Draw(draw);
  harness.Painted();
  for (const char* key : {"key-a", "key-p", "key-space", "key-z"}) {
    harness.Tap(key, draw);
    float area = 0;
    for (const Rect& r : harness.GetStage().Changed())
      area += r.w * r.h;
    CHECK(area < 1080.0F * 1920.0F / 8);
    const std::vector<std::uint32_t> partial = harness.Painted();
    std::vector<std::uint32_t> fresh(partial.size());
    harness.GetStage().Paint({fresh.data(), 1080, 1920, 1080});
    CHECK(partial == fresh);
    harness.Painted();
  }
}

}  // namespace tanggap::ui

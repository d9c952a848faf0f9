// Letters have the size the design asks for, lines break where they should, nothing is clipped
// unnoticed.
#include "ui/text.h"

#include <cmath>

#include "support/catch.h"
#include "support/places.h"
#include "support/ui_harness.h"
#include "ui/keyboard.h"
#include "ui/text_edit.h"

namespace tanggap::ui {
namespace {

// Rows between the first and the last that hold ink, where `words` stand black on white.
int InkRows(UiHarness& harness, TextStyle style, std::string_view words) {
  harness.Draw([&](Frame& frame) {
    frame.Screen("ink");
    frame.Fill({0, 0, 1920, 1920}, Rgb(0xFFFFFF));
    DrawLine(frame, words, {200, 500}, style, Rgb(0x000000));
  });
  int first = -1;
  int last = -1;
  for (int y = 0; y < harness.GetSize().height; ++y)
    for (int x = 150; x < 800; ++x)
      if (harness.PixelAt(x, y).r < 128) {
        if (first < 0) first = y;
        last = y;
      }
  return last - first + 1;
}

struct Cap {
  TextStyle style;
  double px;  // as the design's type scale says
};

void CheckCap(const Cap& wanted, bool large) {
  UiHarness harness;
  harness.look.large = large;
  INFO("style " << static_cast<int>(wanted.style));
  CHECK(std::abs(InkRows(harness, wanted.style, "H") - wanted.px) <= 1.0);
}

}  // namespace

TEST_CASE("Capitals have the measured height of the design's type scale", "[ui][text]") {
  CheckCap(GENERATE(values<Cap>({{TextStyle::kDisplay, 80.5},
                                 {TextStyle::kTitle, 57.5},
                                 {TextStyle::kCode, 69.0},
                                 {TextStyle::kLabel, 39.3},
                                 {TextStyle::kStrong, 34.9},
                                 {TextStyle::kBody, 34.9},
                                 {TextStyle::kSmall, 27.6},
                                 {TextStyle::kHelp, 27.6}})),
           false);
}

TEST_CASE("With large words each style's capitals grow as the design says, titles stay",
          "[ui][text]") {
  CheckCap(GENERATE(values<Cap>({{TextStyle::kDisplay, 80.5},
                                 {TextStyle::kTitle, 57.5},
                                 {TextStyle::kCode, 69.0},
                                 {TextStyle::kLabel, 50.9},
                                 {TextStyle::kKey, 50.9},
                                 {TextStyle::kStrong, 45.1},
                                 {TextStyle::kBody, 45.1},
                                 {TextStyle::kSmall, 36.4},
                                 {TextStyle::kHelp, 29.1}})),
           true);
}

TEST_CASE("The ring's digits have their height too", "[ui][text]") {
  // As high as the same face's capitals, whatever release of it is installed.
  UiHarness harness;
  const int digit = InkRows(harness, TextStyle::kRing, "1");
  const int capital = InkRows(harness, TextStyle::kRing, "H");
  CHECK(std::abs(digit - capital) <= 3);
  CHECK(std::abs(capital - 172.5) <= 3.0);
}

TEST_CASE("Clearer text is at least a quarter larger, questions stay", "[ui][text]") {
  UiHarness normal;
  UiHarness large;
  large.look.large = true;
  for (const TextStyle style : {TextStyle::kLabel, TextStyle::kBody, TextStyle::kSmall})
    CHECK(InkRows(large, style, "H") >= 1.25 * InkRows(normal, style, "H"));
  CHECK(InkRows(large, TextStyle::kTitle, "H") == InkRows(normal, TextStyle::kTitle, "H"));
}

TEST_CASE("On another panel letters keep their millimetres", "[ui][text]") {
  // 15" XGA: 3.36 px/mm; body must still have 6.1 mm capitals.
  UiHarness xga = UiHarness::Panel({1024, 768}, 304.8F, 228.6F);
  const float mm = static_cast<float>(InkRows(xga, TextStyle::kBody, "H")) / xga.look.px_per_mm;
  CHECK(mm >= 6.0F);
}

TEST_CASE("Digits at the desk all take the same width", "[ui][text]") {
  UiHarness desk = UiHarness::Desk({1366, 768});
  desk.Draw([](Frame& frame) {
    frame.Screen("digits", 0);
    const float width = TextWidth(frame, "1111", TextStyle::kDeskText);
    CHECK(TextWidth(frame, "0987", TextStyle::kDeskText) == width);
    CHECK(TextWidth(frame, "iiii", TextStyle::kDeskText) < width);
  });
}

TEST_CASE("In a sentence a 1 takes no more room than it is cut for", "[ui][text]") {
  UiHarness desk = UiHarness::Desk({1366, 768});
  desk.Draw([](Frame& frame) {
    frame.Screen("prose", 0);
    const auto width = [&](const char* words) {
      return TextWidth(frame, words, TextStyle::kDeskText);
    };
    CHECK(width("lewat 11 hari") < width("lewat 00 hari"));
    CHECK(width("11.11") == width("09.58"));  // a time in a column
    CHECK(DrawText(frame, "lewat 11 hari", {40, 40, width("lewat 11 hari"), 40},
                   {.style = TextStyle::kDeskText, .color = Rgb(0)})
              .lines == 1);
  });
}

TEST_CASE("Lines break at spaces, and what does not fit is reported", "[ui][text]") {
  UiHarness harness;
  harness.Draw([](Frame& frame) {
    frame.Screen("lines");
    const TextLook body{.style = TextStyle::kBody, .color = Rgb(0)};
    const std::string sentence = "Layanan apa yang Anda pakai hari ini?";
    const float one = TextWidth(frame, sentence, TextStyle::kBody);
    CHECK(DrawText(frame, sentence, {40, 40, one + 1, 60}, body).lines == 1);
    const TextFit two = DrawText(frame, sentence, {40, 140, one * 0.6F, 120}, body);
    CHECK(two.lines == 2);
    CHECK(two.fitted);
    CHECK_FALSE(DrawText(frame, sentence, {40, 300, one * 0.6F, 60}, body).fitted);
    CHECK_FALSE(DrawText(frame, "Kabupaten", {40, 400, 60, 400}, body).fitted);
    CHECK(DrawText(frame, "a\nb\n\nc", {40, 900, 300, 300}, body).lines == 4);
    TextLook cell = body;
    cell.wrap = false;
    cell.ellipsis = true;
    CHECK(DrawText(frame, sentence, {40, 1300, 200, 60}, cell).fitted);
  });
  CHECK(ClippedTexts(harness.Last()).size() == 2);
  CHECK(harness.Last().texts.back().text.ends_with("…"));
}

TEST_CASE("A sign that the typeface lacks is named at start", "[ui][text]") {
  const std::filesystem::path icons = SourceDir() / "assets/icons";
  CHECK_NOTHROW(Stage({icons, "Terima kasih … → •"}));
  CHECK_THROWS_AS(Stage({icons, "\xE0\xB8\x81"}), UiError);
  CHECK_THROWS_AS(Stage({icons / "missing", ""}), UiError);
}

TEST_CASE("Typing appends, counts signs and takes back whole ones", "[ui][keyboard]") {
  const Typed e{Typed::Kind::kSymbol, "é", {}};
  const Typed back{Typed::Kind::kBackspace, "", {}};
  CHECK(AfterTyping("caf", e, 4) == "café");
  CHECK(AfterTyping("café", e, 4) == "café");
  CHECK(AfterTyping("café", back, 4) == "caf");
  CHECK(AfterTyping("", back, 4).empty());
  CHECK(PageFor("") == KeyboardPage::kUpper);
  CHECK(PageFor("Sudah. ") == KeyboardPage::kUpper);
  CHECK(PageFor("Sudah tujuh") == KeyboardPage::kLower);
}

TEST_CASE("A desk text is edited by keys, sign by sign", "[ui][edit]") {
  const EditLimits one_line{.max_symbols = 6};
  const EditLimits story{.max_symbols = 100, .multi_line = true};
  TextEdit edit = EditOf("aé");
  edit = Edited(edit, KeyNamed("Left"), one_line);
  CHECK(edit.caret == 1);
  edit = Edited(edit, KeyNamed("x"), one_line);
  CHECK(edit == TextEdit{"axé", 2});
  edit = Edited(edit, KeyNamed("Delete"), one_line);
  CHECK(edit.text == "ax");
  edit = Edited(edit, KeyNamed("Home"), one_line);
  edit = Edited(edit, KeyNamed("Backspace"), one_line);
  CHECK(edit == TextEdit{"ax", 0});
  CHECK_FALSE(EditsText(KeyNamed("Enter"), one_line));
  CHECK_FALSE(EditsText(KeyNamed("Ctrl+Enter"), story));
  CHECK_FALSE(EditsText(KeyNamed("Escape"), story));
  CHECK_FALSE(EditsText(KeyNamed("Ctrl+K"), story));
  edit = EditOf("satu\ndua");
  edit = Edited(edit, KeyNamed("Up"), story);
  CHECK(edit.caret == 3);
  edit = Edited(edit, KeyNamed("Down"), story);
  CHECK(edit.caret == 8);
  edit = Edited(edit, KeyNamed("Ctrl+Backspace"), story);
  CHECK(edit.text == "satu\n");
  edit = Edited(EditOf("123456"), KeyNamed("7"), one_line);
  CHECK(edit.text == "123456");
}

}  // namespace tanggap::ui

// Rules over every screen of the desk: sizes, words that fit, contrast, one filled control.
#include "desk/screens/screens.h"

#include <set>

#include "desk/gallery.h"
#include "desk/keymap.h"
#include "desk/world.h"
#include "support/catch.h"
#include "support/ui_harness.h"

namespace tanggap::desk {
namespace {

struct View {
  ui::Size size;
  float scale;
  const char* language;
  bool dark;
};

std::string NameOf(const Exhibit& exhibit, const View& view) {
  return exhibit.name + " " + std::to_string(view.size.width) + " " + view.language +
         (view.dark ? " dark" : "");
}

ui::UiHarness HarnessFor(const View& view) {
  ui::UiHarness harness = ui::UiHarness::Desk(view.size, view.scale);
  harness.look.desk_theme = view.dark ? ui::DarkDeskTheme() : ui::LightDeskTheme();
  return harness;
}

// 28 units at least; what a pane has scrolled out of sight in part is judged by its whole plate.
std::vector<std::string> TooLow(const ui::Frame& frame) {
  std::vector<std::string> low;
  for (const ui::Target& target : frame.targets) {
    if (target.plate.h < frame.U(28) - 0.5F) low.push_back(target.id);
  }
  return low;
}

}  // namespace

TEST_CASE("Every screen of the desk keeps the rules of the kit", "[desk][screens]") {
  const View view = GENERATE(View{{1920, 1080}, 1, "id", false}, View{{1366, 768}, 1, "en", false},
                             View{{1366, 768}, 1, "id", true}, View{{1920, 1080}, 1, "en", true});
  const Texts texts = DeskTexts(view.language);
  ui::UiHarness harness = HarnessFor(view);
  for (Exhibit exhibit : Gallery()) {
    exhibit.state.language = view.language;
    exhibit.state.dark = view.dark;
    const auto draw = [&](ui::Frame& frame) {
      (void)DrawDesk(frame, exhibit.premises, exhibit.state, texts);
    };
    harness.Draw(draw);
    harness.Draw(draw);
    for (const auto& faults : {TooLow(harness.Last()), ui::DuplicateIds(harness.Last()),
                               ui::ClippedTexts(harness.Last()), ui::FilledTwice(harness.Last()),
                               ui::PaleTexts(harness)}) {
      INFO(NameOf(exhibit, view));
      CHECK(faults == std::vector<std::string>{});
    }
  }
}

TEST_CASE("No two pictures of the gallery are the same", "[desk][screens]") {
  const std::vector<Exhibit> all = Gallery();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      INFO(all[i].name << " and " << all[j].name);
      CHECK_FALSE(all[i].state == all[j].state);
    }
  }
}

TEST_CASE("The sheet of all keys names every key of the screen and those of every screen",
          "[desk][screens]") {
  World world(LembataPremises());
  const std::string code = world.Lodge({});
  world.SignInAs("maria");
  const Texts texts = DeskTexts("id");
  ui::UiHarness harness = ui::UiHarness::Desk({1366, 768});
  for (const bool open : {false, true}) {
    if (open) world.Open(code);
    std::set<std::string> expected{"Kunci",         "Perintah", "Besar tampilan",
                                   "Terang, gelap", "Bahasa",   "Semua tombol"};
    for (const Binding& binding : BindingsFor(world.premises, world.state)) {
      if (binding.hint) expected.insert(texts[*binding.hint]);
    }
    world.Act(ShowKeys{});
    harness.Draw(
        [&](ui::Frame& frame) { (void)DrawDesk(frame, world.premises, world.state, texts); });
    for (const std::string& words : expected) {
      INFO(words);
      CHECK(harness.Shows(words));
    }
    CHECK(harness.Shows("Di semua layar"));
    CHECK(ui::ClippedTexts(harness.Last()).empty());
    world.Act(GoBack{});
  }
}

TEST_CASE("What can be done with keys can be done with the mouse", "[desk][screens]") {
  World world(LembataPremises());
  Said said;
  said.complete_days_ago = 12;
  said.finished_days_ago = 1;
  const std::string code = world.Lodge(said);
  const Texts texts = DeskTexts("id");
  ui::UiHarness harness = ui::UiHarness::Desk({1920, 1080});
  std::optional<Intent> wanted;
  const auto draw = [&](ui::Frame& frame) {
    const auto intent = DrawDesk(frame, world.premises, world.state, texts);
    if (intent) wanted = intent;
  };
  const auto tap = [&](const char* id) {
    harness.Draw(draw);
    harness.Pass(1000);
    wanted.reset();
    INFO(id);
    REQUIRE(harness.Tap(id, draw));
    REQUIRE(wanted);
    world.Act(*wanted);
  };
  tap("person.1");
  world.Type("benar");
  tap("submit");
  tap("row.0");
  world.Open(code);
  tap("next");  // Nilai
  tap("next");  // Simpan dan usulkan
  CHECK(world.FileOf(code).stage == CaseStage::kProposed);
  tap("lock");
  tap("person.2");
  world.Type("benar");
  tap("submit");
  world.Open(code);
  tap("next");
  tap("next");
  CHECK(world.FileOf(code).stage == CaseStage::kGranted);
}

}  // namespace tanggap::desk
